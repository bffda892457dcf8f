import type { Page, Request } from '@playwright/test'
import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { expect, test, type Viewer } from './support/viewer'

const next = (page: Page) => page.locator('[data-shx-action="next-patient"]').first()
const close = (page: Page) => page.locator('[data-shx-action="close"]')
const bringBack = (page: Page) => page.locator('[data-shx-action="bring-back"]')

/** A link with a passcode to a record and a document. */
async function openLocked(viewer: Viewer, flag = 'P') {
  const { link, encrypt } = newLink({ flag, label: 'Okonkwo visit' })
  const record = await encrypt(patientBundle('Okonkwo'))
  const server = await viewer.serve(HOST, ({ body }) =>
    body['passcode'] === 'tulip-4711' ? { body: manifestOf(record) } : { status: 401, body: {} },
  )
  await viewer.read(link)
  await viewer.passcode.fill('tulip-4711')
  await viewer.passcode.press('Enter')
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Okonkwo')
  return { server, link }
}

/** Everything that the page is made of, typed texts included. */
const everything = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map(
      (box) => (box as HTMLInputElement).value,
    )
    return [document.documentElement.outerHTML, document.title, location.href, ...typed].join('\n')
  })

/** Everything that the browser keeps for the page. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const storages = [localStorage, sessionStorage].map((storage) => Object.entries(storage))
    const kept: unknown[] = [storages, document.cookie, history.state]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name)
        request.addEventListener('success', () => resolve(request.result))
      })
      for (const store of database.objectStoreNames) {
        kept.push(
          await new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll()
            request.addEventListener('success', () => resolve(request.result))
          }),
        )
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      kept.push((await (await caches.open(name)).keys()).map(({ url }) => url))
    }
    return JSON.stringify(kept)
  })

const LEFTOVERS = /okonkwo|tulip-4711|shlink:\/ey|links\.example/i

test('after "Next patient" nothing of the last one is on the page, in the storage or in the history', async ({
  page,
  viewer,
}) => {
  await viewer.start()
  const entries = await page.evaluate(() => history.length)
  await openLocked(viewer)
  await next(page).click()
  await expect(viewer.box).toBeFocused()
  await expect(page.locator('[data-shx-left]')).toHaveAttribute('data-shx-left', 'asked')
  await expect(page.locator('[data-shx-voice]')).toContainText('Ready for the next patient')
  await expect(viewer.box).toHaveValue('')
  expect(await everything(page)).not.toMatch(LEFTOVERS)
  expect(await stored(page)).not.toMatch(LEFTOVERS)
  expect(await page.evaluate(() => history.length)).toBe(entries)
  await expect(bringBack(page)).toHaveCount(0)
  await page.locator('[data-tab="data"]').click()
  await expect(viewer.data).toHaveAttribute('data-shx-phase', 'empty')
  await page.reload()
  await expect(viewer.box).toBeVisible()
  expect(await everything(page)).not.toMatch(LEFTOVERS)
})

test('going back after "Next patient", and after leaving the page, brings nothing back', async ({
  page,
  viewer,
}) => {
  await page.goto('about:blank')
  const { link, encrypt } = newLink()
  const record = await encrypt(patientBundle('Okonkwo'))
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(record) }))
  await viewer.start(`./#${link}`)
  await viewer.expectReady()
  await page.goto('./captureQR.html')
  await page.goBack()
  await expect(page.locator('main')).toBeVisible()
  expect(await everything(page)).not.toMatch(LEFTOVERS)
  await page.goForward()
  await page.goBack()
  expect(await everything(page)).not.toMatch(LEFTOVERS)
  expect(server.requests).toHaveLength(1)
})

test.describe('with the security policy out of the way, which forbids to look', () => {
  test.use({ bypassCSP: true })

  test('addresses of what was saved end with the patient', async ({ page, viewer }) => {
    await page.addInitScript(() => {
      const create = URL.createObjectURL.bind(URL)
      URL.createObjectURL = (blob: Blob) => {
        const address = create(blob)
        Object.assign(window, { made: address })
        return address
      }
    })
    await viewer.start()
    await viewer.read(JSON.stringify(patientBundle('Okonkwo')))
    await viewer.expectReady()
    const download = page.waitForEvent('download')
    await page.locator('[data-save-menu]').click()
    await page.locator('[data-save-action="save-json"]').click()
    await (await download).path()
    const read = (): Promise<string> =>
      page.evaluate(() =>
        fetch((window as unknown as { made: string }).made).then(
          (answer) => answer.text(),
          () => 'gone',
        ),
      )
    expect(await read()).toContain('Okonkwo')
    await next(page).click()
    await expect(viewer.box).toBeFocused()
    expect(await read()).toBe('gone')
  })
})

const isSlow = (request: Request): boolean => request.url() === `${HOST}slow`

test('a request under way is called off, and so is asking for updates', async ({ page, viewer }) => {
  await page.clock.install()
  await viewer.start()
  const { server } = await openLocked(viewer, 'LP')
  await page.getByRole('checkbox', { name: /Keep up to date/ }).check()
  await next(page).click()
  const before = server.requests.length
  await page.clock.fastForward(600_000)
  expect(server.requests).toHaveLength(before)
  await viewer.serve(`${HOST}slow`, () => 'hang')
  const [asked, failed] = [
    page.waitForRequest(isSlow),
    page.waitForEvent('requestfailed', { predicate: isSlow }),
  ]
  await viewer.read(newLink({ url: `${HOST}slow` }).link)
  await asked
  await page.locator('[data-shx-action="cancel"]').click()
  await failed
})

test('a record that was closed comes back as it was, without a request', async ({ page, viewer }) => {
  await viewer.configure({ closeUndoSeconds: 60 })
  await viewer.start()
  const { server } = await openLocked(viewer)
  const asked = server.requests.length
  await close(page).click()
  await expect(viewer.box).toBeFocused()
  expect(await everything(page)).not.toMatch(LEFTOVERS)
  await expect(page.locator('[data-shx-voice]')).toContainText('The record is closed')
  // By keyboard: the offer stands before the box.
  await page.locator('[data-tab="scan"]').focus()
  await bringBack(page).focus()
  await page.keyboard.press('Enter')
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Okonkwo')
  expect(server.requests).toHaveLength(asked)
})

test('the offer ends by itself, with "Next patient", and with the next scan', async ({ page, viewer }) => {
  await page.clock.install()
  await viewer.configure({ closeUndoSeconds: 60 })
  await viewer.start()
  await viewer.read(JSON.stringify(patientBundle('Okonkwo')))
  await viewer.expectReady()
  await close(page).click()
  await expect(bringBack(page)).toBeVisible()
  await page.clock.runFor(61_000)
  await expect(bringBack(page)).toHaveCount(0)

  await viewer.read(JSON.stringify(patientBundle('Okonkwo')))
  await viewer.expectReady()
  await close(page).click()
  await viewer.read(JSON.stringify(patientBundle('Lindqvist')))
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Lindqvist')
  await close(page).click()
  await bringBack(page).click()
  await expect(viewer.data).toContainText('Lindqvist')
  await next(page).click()
  await expect(bringBack(page)).toHaveCount(0)
  expect(await everything(page)).not.toMatch(/okonkwo|lindqvist/i)
})

test('a machine that nobody uses asks, and then forgets', async ({ page, viewer }) => {
  await page.clock.install()
  await viewer.configure({ clearAfterMinutes: 2 })
  await viewer.start()
  await viewer.read(JSON.stringify(patientBundle('Okonkwo')))
  await viewer.expectReady()
  await page.clock.runFor(95_000)
  await page.locator('[data-shx-action="stay"]').click()
  await expect(page.locator('[data-shx-idle]')).toHaveCount(0)
  await expect(viewer.data).toContainText('Okonkwo')
  await page.clock.runFor(95_000)
  await expect(page.locator('[data-shx-idle]')).toBeVisible()
  await page.clock.runFor(30_000)
  await expect(page.locator('[data-shx-left]')).toHaveAttribute('data-shx-left', 'idle')
  expect(await everything(page)).not.toMatch(LEFTOVERS)
})

test('what a deployment switches off is nowhere', async ({ page, viewer }) => {
  await viewer.configure({ features: { camera: false, files: false, save: false, samples: false } })
  await viewer.start()
  await expect(page.locator('[data-tab="photo"], [data-shx-input="file"], [data-sample]')).toHaveCount(0)
  await viewer.read(JSON.stringify(patientBundle('Okonkwo')))
  await viewer.expectReady()
  await expect(page.locator('[data-save-menu]')).toHaveCount(0)
  await page.locator('[data-tab="about"]').click()
  await expect(page.locator('[data-shx-version]')).toBeVisible()
  await expect(page.getByRole('heading', { name: /camera/i })).toHaveCount(0)
})

test('after a failure, too, there is a way to the next patient', async ({ page, viewer }) => {
  await viewer.start()
  await viewer.read(newLink({ flag: 'P', label: 'Okonkwo visit' }).link)
  await viewer.expectError('PASSCODE_REQUIRED')
  await viewer.passcode.fill('tulip-4711')
  await next(page).click()
  await expect(viewer.box).toBeFocused()
  expect(await everything(page)).not.toMatch(LEFTOVERS)
})
