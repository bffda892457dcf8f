import { expect, type Page } from '@playwright/test'
import { drawCodes, pdfOf } from '../support/node/codePictures'
import { startServer } from '../support/node/localServer'
import { sampleCard, test as cameraTest } from './support/camera'
import { startChangedViewer, WAITING } from './support/changedViewer'
import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { test } from './support/viewer'

/** A card's text cut into parts, as issuers printed before 2022. */
function partsOf(card: string, total: number): readonly string[] {
  const digits = card.slice('shc:/'.length)
  const length = Math.ceil(digits.length / 2 / total) * 2
  return Array.from(
    { length: total },
    (_, index) => `shc:/${index + 1}/${total}/${digits.slice(index * length, (index + 1) * length)}`,
  )
}

/** A document takes its time, and a busy machine takes more. */
const PATIENCE = { timeout: 60_000 }

const camera = (page: Page) => page.locator('[data-camera-phase]')
/** Everything that is said beside the camera, however short a moment it stands there: in `data-said` of the page. */
const keepWhatCameraSays = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { dataset } = document.documentElement
    new MutationObserver(() => {
      const said = document.querySelector('[data-camera-phase]')?.textContent ?? ''
      dataset['said'] = `${dataset['said'] ?? ''}\n${said}`
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
const openPhoto = (page: Page) => page.locator('[data-tab="photo"]').click()

cameraTest.describe('with a card in front of the camera', () => {
  cameraTest.use({ film: { pictures: async () => [[await sampleCard('health-card')]] } })

  cameraTest('the card opens, and the camera goes out', async ({ page, viewer, watch }) => {
    await viewer.start()
    await openPhoto(page)
    await viewer.expectReady()
    await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /\bISSUER_TEST\b/)
    await expect(page.locator('video')).toHaveCount(0)
    expect([...watch.hosts].filter((host) => !/^localhost|githubusercontent/.test(host))).toEqual([])
  })

  cameraTest(
    'a frame that withholds the camera scans in a window of its own',
    async ({ page, viewer, baseURL }) => {
      const clinic = await startServer((_, response) => {
        const frame = `<iframe title="viewer" src="${baseURL}/" style="width:900px;height:900px"></iframe>`
        response.writeHead(200, { 'content-type': 'text/html' }).end(frame)
      })
      const origin = clinic.origin.replace('localhost', '127.0.0.1')
      await page.goto(origin)
      const inside = page.frameLocator('iframe')
      await inside.locator('[data-tab="photo"]').click()
      await expect(inside.locator('[data-camera-error]')).toHaveAttribute(
        'data-camera-error',
        'CAMERA_BLOCKED_BY_FRAME',
      )
      const opening = page.waitForEvent('popup')
      await inside.getByRole('button', { name: 'Scan in a window of its own' }).click()
      const popup = await opening
      await expect.poll(() => popup.url()).toMatch(/\/captureQR\.html#[\da-f-]{36}$/)
      await expect(inside.locator('[data-shx-phase]')).toHaveAttribute('data-shx-phase', 'ready', PATIENCE)
      await expect.poll(() => popup.isClosed()).toBe(true)
      await viewer.start() // what was stored is looked at on a page of our own
      await clinic.stop()
    },
  )

  cameraTest('what another window says is not taken for a scan', async ({ page, viewer, baseURL }) => {
    // A window that stays: its camera shows nothing to scan.
    const waiting = await startChangedViewer(baseURL, { '/captureQR.html': WAITING })
    const clinic = await startServer((_, response) => {
      const frame = `<iframe src="${waiting.origin}/"></iframe>`
      response.writeHead(200, { 'content-type': 'text/html' }).end(frame)
    })
    await page.goto(clinic.origin.replace('localhost', '127.0.0.1'))
    const inside = page.frameLocator('iframe')
    await inside.locator('[data-tab="photo"]').click()
    const opening = page.waitForEvent('popup')
    await inside.getByRole('button', { name: 'Scan in a window of its own' }).click()
    const popup = await opening
    await popup.waitForURL(/captureQR/)
    const nonce = new URL(popup.url()).hash.slice(1)
    await page.evaluate((known) => {
      const message = { kind: 'shx-capture', nonce: known, text: 'forged' }
      document.querySelector('iframe')?.contentWindow?.postMessage(message, '*')
    }, nonce)
    await popup.evaluate(() => {
      const forged = { kind: 'shx-capture', nonce: 'guess', text: 'forged' }
      ;(window.opener as Window).postMessage(forged, '*')
    })
    await expect(inside.getByRole('button', { name: 'Stop waiting' })).toBeVisible()
    await expect(inside.locator('[data-shx-phase]')).toHaveCount(0)
    await popup.close()
    await expect(inside.getByRole('button', { name: 'Scan in a window of its own' })).toBeVisible()
    await viewer.start()
    await Promise.all([clinic.stop(), waiting.stop()])
  })
})

cameraTest.describe('with a card in three codes, one after the other', () => {
  cameraTest.use({
    film: { pictures: async () => partsOf(await sampleCard('lab-card'), 3).map((part) => [part]) },
  })

  cameraTest('the camera goes on until it has them all', async ({ page, viewer }) => {
    await viewer.start()
    await keepWhatCameraSays(page)
    await openPhoto(page)
    await expect(page.locator('html')).toHaveAttribute('data-said', /Part [12] of 3/, PATIENCE)
    await viewer.expectReady()
    await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /\bISSUER_TEST\b/)
  })
})

cameraTest.describe('with a web address in front of the camera', () => {
  cameraTest.use({ film: { pictures: async () => [['https://menu.example/today']] } })

  cameraTest('it is named and never opened', async ({ page, viewer, watch }) => {
    await viewer.start()
    await openPhoto(page)
    await viewer.expectError('INPUT_NOT_RECOGNISED')
    await expect(viewer.data).toContainText('web address')
    expect([...watch.hosts].some((host) => host.includes('menu.example'))).toBe(false)
    expect(new URL(page.url()).host).toMatch(/^localhost/)
  })
})

cameraTest.describe('with nothing in front of the camera', () => {
  cameraTest.use({ film: { pictures: async () => [[]] } })

  cameraTest('it pauses by itself, starts again, and sleeps with the tab', async ({ page, viewer }) => {
    await page.clock.install()
    await viewer.configure({ cameraPauseSeconds: 600, initialTab: 'photo' })
    await viewer.start()
    await expect(camera(page)).toHaveAttribute('data-camera-phase', 'scanning')
    // With one camera there is nothing to switch.
    await expect(page.getByRole('button', { name: 'Switch camera' })).toHaveCount(0)
    await page.clock.fastForward(601_000)
    await expect(camera(page)).toHaveAttribute('data-camera-phase', 'paused')
    await expect(page.locator('video')).toHaveCount(0)
    await page.getByRole('button', { name: 'Restart the camera' }).click()
    await expect(camera(page)).toHaveAttribute('data-camera-phase', 'scanning')
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await expect(camera(page)).toHaveAttribute('data-camera-phase', 'off')
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: false, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await expect(camera(page)).toHaveAttribute('data-camera-phase', 'scanning')
  })

  cameraTest('after a while it says how to hold the code', async ({ page, viewer }) => {
    await viewer.start()
    await openPhoto(page)
    await expect(camera(page)).toContainText('Hold it closer')
  })
})

cameraTest.describe('when the browser says no', () => {
  cameraTest.use({ allowCamera: false })

  cameraTest('the reader learns how to allow it, and can choose a picture', async ({ page, viewer }) => {
    await viewer.start()
    await openPhoto(page)
    await expect(page.locator('[data-camera-error]')).toHaveAttribute('data-camera-error', 'CAMERA_DENIED')
    await expect(page.getByRole('button', { name: 'Start the camera again' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Choose files…' })).toBeVisible()
  })
})

test.describe('pictures and documents', () => {
  test.slow()

  for (const type of ['image/png', 'image/jpeg', 'image/webp'] as const) {
    test(`a card in a picture opens (${type})`, async ({ browser, viewer }) => {
      const picture = await drawCodes(browser, [await sampleCard('health-card')], { type })
      await viewer.start()
      await viewer.openFile('photo', picture)
      await expect(viewer.data).toHaveAttribute('data-shx-phase', 'ready', PATIENCE)
    })
  }

  test('two cards on two pages of a PDF open together (C-13)', async ({ browser, page, viewer }) => {
    const size = { width: 1275, height: 1650, module: 4, type: 'image/jpeg' } as const
    const pages = [
      await drawCodes(browser, [await sampleCard('health-card')], size),
      await drawCodes(browser, [await sampleCard('lab-card')], size),
    ]
    await viewer.start()
    await viewer.openFile('letter.pdf', pdfOf(pages, size.width, size.height))
    await expect(viewer.data).toHaveAttribute('data-shx-phase', 'ready', PATIENCE)
    await expect(page.locator('[data-shx-chooser] option')).toHaveCount(2)
  })

  test('of two links in a picture the reader chooses, and only that one is asked for', async ({
    browser,
    page,
    viewer,
  }) => {
    const [first, second] = [newLink({ label: 'First' }), newLink({ label: 'Second' })]
    const jwe = await second.encrypt(patientBundle())
    const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
    const picture = await drawCodes(browser, [first.link, second.link])
    await viewer.start()
    await viewer.openFile('two.png', picture)
    const choice = page.locator('dialog li', { hasText: 'Second' })
    await expect(choice).toContainText('links.example.org')
    expect(server.requests).toEqual([])
    await choice.getByRole('button', { name: 'Open' }).click()
    await expect(viewer.data).toHaveAttribute('data-shx-phase', 'ready', PATIENCE)
    expect(server.requests).toHaveLength(1)
  })

  test('a picture without a code, a broken file and a bomb say so', async ({ browser, page, viewer }) => {
    await viewer.start()
    await viewer.openFile('blank.png', await drawCodes(browser, []))
    await expect(viewer.data).toHaveAttribute('data-shx-error', 'IMAGE_NO_QR', PATIENCE)
    await page.locator('[data-tab="scan"]').click()
    await viewer.openFile('broken.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    await expect(viewer.data).toHaveAttribute('data-shx-error', 'FILE_UNREADABLE', PATIENCE)
    await page.locator('[data-tab="scan"]').click()
    await viewer.openFile('broken.pdf', '%PDF-1.7 …')
    await expect(viewer.data).toHaveAttribute('data-shx-error', 'FILE_UNREADABLE', PATIENCE)
    await page.locator('[data-tab="scan"]').click()
    const bomb = Buffer.from('89504e470d0a1a0a0000000d494844520000ffff0000ffff', 'hex')
    await viewer.openFile('bomb.png', bomb)
    await expect(viewer.data).toHaveAttribute('data-shx-error', 'IMAGE_TOO_LARGE', PATIENCE)
  })

  test('several files are read at once, and what could not be read is told', async ({
    browser,
    page,
    viewer,
  }) => {
    const card = await drawCodes(browser, [await sampleCard('health-card')])
    const blank = await drawCodes(browser, [])
    await viewer.start()
    await page.locator('[data-shx-input="file"]').setInputFiles([
      { name: 'card.png', mimeType: 'image/png', buffer: card },
      { name: 'blank.png', mimeType: 'image/png', buffer: blank },
    ])
    await expect(page.locator('dialog')).toContainText('blank.png was left out', PATIENCE)
    await page.locator('dialog').getByRole('button', { name: 'Open' }).click()
    await expect(viewer.data).toHaveAttribute('data-shx-phase', 'ready', PATIENCE)
  })

  test('a picture can be dropped anywhere', async ({ browser, page, viewer }) => {
    const picture = await drawCodes(browser, [await sampleCard('health-card')])
    await viewer.start()
    const transfer = await page.evaluateHandle(
      (bytes) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(bytes)], 'dropped.png', { type: 'image/png' }))
        return data
      },
      [...picture],
    )
    await page.dispatchEvent('footer', 'dragenter', { dataTransfer: transfer })
    await expect(page.locator('[data-shx-drop]')).toBeVisible()
    await page.dispatchEvent('footer', 'drop', { dataTransfer: transfer })
    await expect(page.locator('[data-shx-drop]')).toHaveCount(0)
    await expect(viewer.data).toHaveAttribute('data-shx-phase', 'ready', PATIENCE)
  })

  test('a picture can be pasted anywhere', async ({ browser, page, viewer }) => {
    const picture = await drawCodes(browser, [await sampleCard('health-card')])
    await viewer.start()
    await page.evaluate(
      (bytes) => {
        const clipboardData = new DataTransfer()
        clipboardData.items.add(new File([Uint8Array.from(bytes)], 'image.png', { type: 'image/png' }))
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        )
      },
      [...picture],
    )
    await expect(viewer.data).toHaveAttribute('data-shx-phase', 'ready', PATIENCE)
  })
})
