import type { Frame, Page } from '@playwright/test'
import { startServer } from '../support/node/localServer'
import { startChangedViewer, WAITING, type Change } from './support/changedViewer'
import { expect, test, type Viewer } from './support/viewer'

const card = JSON.stringify({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      resource: {
        resourceType: 'Coverage',
        status: 'active',
        subscriberId: '00-12 34',
        relationship: { coding: [{ code: 'self' }] },
        period: { start: '2026-01-01', end: '2026-12-31' },
        payor: [{ display: 'Northern Mutual' }],
        class: [
          {
            type: { coding: [{ code: 'plan' }] },
            value: 'P-77',
            name: 'Gold PPO',
          },
        ],
      },
    },
  ],
})

/** What is on the clipboard, pasted as a person would into a page that may not read it. */
async function pasted(page: Page): Promise<string> {
  const other = await page.context().newPage()
  await other.setContent('<textarea></textarea>')
  await other.bringToFront()
  const box = other.locator('textarea')
  let text = ''
  // Keys go to a page that has the focus, and what was copied may still be on its way: a person would try again.
  await expect
    .poll(async () => {
      await box.fill('')
      await box.focus()
      if (!(await other.evaluate(() => document.hasFocus()))) return ''
      await box.press('Control+V')
      text = await box.inputValue()
      return text
    })
    .not.toBe('')
  await other.close()
  return text
}

const button = (place: Page | Frame, name: string) => place.getByRole('button', { name, exact: true })

test('a value, and all of them, are on the clipboard to the letter', async ({ page, viewer }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await viewer.start()
  await viewer.openFile('card.json', card)
  await viewer.expectReady()
  const read = () => page.evaluate(() => navigator.clipboard.readText())
  await button(page, 'Copy: Member ID').click()
  await expect(button(page, 'Copy: Member ID')).toHaveAttribute('data-copy', 'copied')
  expect(await read()).toBe('00-12 34')
  await expect(page.getByRole('status').filter({ hasText: 'Copied: Member ID' })).toBeAttached()
  await button(page, 'Copy: First day').focus()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Copy: First day')).toHaveAttribute('data-copy', 'copied')
  expect(await read()).toBe('2026-01-01')
  await page.locator('[data-copy-all="text"]').click()
  await expect(page.locator('[data-copy-all="text"]')).toHaveText('Copied')
  expect(await read()).toContain('\nMember ID: 00-12 34\n')
  expect((await read()).split('\n')[0]).toBe('Payer: Northern Mutual')
  await page.locator('[data-copy-all="table"]').click()
  await expect(page.locator('[data-copy-all="table"]')).toHaveText('Copied')
  expect((await read()).split('\n')[0]).toBe('Payer\tNorthern Mutual')
})

test('a lot number in a table is copied from its row', async ({ page, viewer }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await viewer.start()
  const vaccineCode = { text: 'COVID-19, mRNA' }
  const resource = { resourceType: 'Immunization', status: 'completed', vaccineCode, lotNumber: '00-AB 12' }
  await viewer.openFile('dose.json', JSON.stringify(resource))
  await viewer.expectReady()
  const lot = page.getByRole('button', { name: /^Copy: Lot.*00-AB 12, COVID-19, mRNA/ })
  await lot.click()
  await expect(lot).toHaveAttribute('data-copy', 'copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('00-AB 12')
})

test('a deployment says what is copied, in which order and under which names', async ({ page, viewer }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await viewer.configure({
    copyFields: [{ field: 'end', label: 'Term date' }, { field: 'memberId' }],
  })
  await viewer.start()
  await viewer.openFile('card.json', card)
  await viewer.expectReady()
  await page.locator('[data-copy-all="text"]').click()
  await expect(page.locator('[data-copy-all="text"]')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Term date: 2026-12-31\nMember ID: 00-12 34',
  )
})

/** The viewer with the card, in a browser that copies in no way. */
async function withoutCopying(page: Page, viewer: Viewer): Promise<void> {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'))
    document.execCommand = () => false
    window.open = () => null
  })
  await viewer.start()
  await viewer.openFile('card.json', card)
  await viewer.expectReady()
}

test('where the browser copies in no way, the text is there to be copied by hand', async ({
  page,
  viewer,
}) => {
  await withoutCopying(page, viewer)
  await button(page, 'Copy: Member ID').click()
  const box = page.getByRole('textbox', { name: 'Member ID' })
  await expect(box).toBeFocused()
  await page.keyboard.press('Control+C')
  expect(await pasted(page)).toBe('00-12 34')
})

test('one box to copy from by hand is open at a time, and is closed by Escape or its button', async ({
  page,
  viewer,
}) => {
  await withoutCopying(page, viewer)
  const boxes = page.locator('[data-copy-by-hand]')
  await button(page, 'Copy: Plan').click()
  await expect(boxes).toHaveCount(1)
  await button(page, 'Copy: Member ID').click()
  await expect(page.getByRole('textbox', { name: 'Member ID' })).toBeFocused()
  await expect(boxes).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(boxes).toHaveCount(0)
  await expect(button(page, 'Copy: Member ID')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(button(page, 'Close: Member ID')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(boxes).toHaveCount(0)
  await expect(button(page, 'Copy: Member ID')).toBeFocused()
})

const LOTS = ['032L20A', '00-AB12-33491', 'UJ 456 AAB', '12345678901', 'LOT2023XYZZ998877A']

/** Doses with everything that a table of them shows: seven columns. */
const doses = JSON.stringify({
  resourceType: 'Bundle',
  type: 'collection',
  entry: LOTS.map((lotNumber) => ({
    resource: {
      resourceType: 'Immunization',
      status: 'completed',
      vaccineCode: { text: 'Influenza, injectable, quadrivalent' },
      occurrenceDateTime: '2021-03-03',
      lotNumber,
      manufacturer: { display: 'Northern Biologicals, Inc.' },
      performer: [{ actor: { display: 'Northside Family Clinic, Vaccination Centre' } }],
      doseQuantity: { value: 0.5, unit: 'mL' },
      note: [{ text: 'Given at the school clinic, no reaction afterwards, watched for fifteen minutes.' }],
    },
  })),
})

/** Of every copied line in a table: its lines on the screen, and whether its button is beside the last of them. */
const copiedLines = (page: Page) =>
  page.locator('[data-table] .line.copied').evaluateAll((lines) =>
    lines.map((line) => {
      const words = document.createRange()
      words.selectNodeContents(line.querySelector('bdi') ?? line.firstChild ?? line)
      const rows = [...words.getClientRects()].toSorted((one, other) => one.top - other.top)
      const last = rows.at(-1)
      const sign = line.querySelector('[data-copy]')?.getBoundingClientRect()
      const middle = sign && (sign.top + sign.bottom) / 2
      return {
        rows: new Set(rows.map(({ top }) => Math.round(top))).size,
        isBeside: middle !== undefined && last !== undefined && middle > last.top && middle < last.bottom,
      }
    }),
  )

for (const direction of ['ltr', 'rtl'] as const) {
  test(`the copy buttons of a table stand beside their values at every width, ${direction}`, async ({
    page,
    viewer,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await viewer.start()
    await viewer.openFile('doses.json', doses)
    await viewer.expectReady()
    await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction)
    await expect(page.locator('[data-table] [data-copy]')).toHaveCount(LOTS.length)
    const lines = await copiedLines(page)
    expect(lines).toEqual(LOTS.map(() => ({ rows: 1, isBeside: true })))
    for (const width of [1000, 900, 640, 390, 320]) {
      await page.setViewportSize({ width, height: 900 })
      expect((await copiedLines(page)).map(({ isBeside }) => isBeside)).toEqual(LOTS.map(() => true))
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    }
  })
}

/** The viewer with the card in a frame of another site, with these attributes of the frame. */
async function inFrame(page: Page, baseURL: string | undefined, attributes = ''): Promise<Frame> {
  const clinic = await startServer((_, response) => {
    const frame = `<iframe src="${baseURL}/" ${attributes} style="width:900px;height:900px"></iframe>`
    response.writeHead(200, { 'content-type': 'text/html' }).end(frame)
  })
  stops.push(clinic.stop)
  await page.goto(clinic.origin)
  await page.frameLocator('iframe').locator('[data-tab="scan"]').waitFor()
  const [, frame] = page.frames()
  if (!frame) throw new Error('no frame')
  await frame
    .locator('[data-shx-input="file"]')
    .setInputFiles({ name: 'card.json', mimeType: 'application/octet-stream', buffer: Buffer.from(card) })
  await expect(frame.locator('[data-shx-phase]')).toHaveAttribute('data-shx-phase', 'ready')
  return frame
}

/** Lets the frame copy in no way, and keeps the address of the window that it opens for that. */
const denyCopying = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    document.execCommand = () => false
    const open = window.open.bind(window)
    window.open = (address, ...how) => {
      document.documentElement.dataset['opened'] = String(address)
      return open(address, ...how)
    }
  })

/** The same, with a changed `copyText.html`. */
async function inDeniedFrame(page: Page, baseURL: string | undefined, change: Change): Promise<Frame> {
  const viewer = await startChangedViewer(baseURL, { '/copyText.html': change })
  stops.push(viewer.stop)
  const frame = await inFrame(page, viewer.origin)
  await denyCopying(frame)
  return frame
}

const stops: (() => Promise<void>)[] = []
test.afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
})

test('a frame without the permission copies by a selection', async ({ page, viewer, baseURL }) => {
  const frame = await inFrame(page, baseURL)
  const denied = await frame.evaluate(() => {
    const { featurePolicy } = document as unknown as {
      readonly featurePolicy: { readonly allowsFeature: (feature: string) => boolean }
    }
    return !featurePolicy.allowsFeature('clipboard-write')
  })
  expect(denied).toBe(true)
  await button(frame, 'Copy: Member ID').click()
  await expect(button(frame, 'Copy: Member ID')).toHaveAttribute('data-copy', 'copied')
  expect(await pasted(page)).toBe('00-12 34')
  await viewer.start() // what was stored is looked at on a page of our own
})

test('a frame that may copy in no way copies in a window, which closes by itself', async ({
  page,
  viewer,
  baseURL,
}) => {
  // Where the reader has allowed it for good, the window needs no click.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL ?? '' })
  const frame = await inFrame(
    page,
    baseURL,
    'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"',
  )
  await denyCopying(frame)
  const opening = page.waitForEvent('popup')
  await button(frame, 'Copy: Member ID').click()
  // The button says so for a moment only.
  await expect(button(frame, 'Copy: Member ID')).toHaveAttribute('data-copy', 'copied')
  await expect(frame.locator('html')).toHaveAttribute('data-opened', /\/copyText\.html#[\da-f-]{36}$/)
  const popup = await opening
  await expect.poll(() => popup.isClosed()).toBe(true)
  expect(await pasted(page)).toBe('00-12 34')
  await viewer.start()
})

/** A `copyText.html` that copies after a click only. What looks into a page for a test counts as its reader's own click. */
const strictly = (html: string): string => html.replace('<head>', `<head><script>${AFTER_A_CLICK}</script>`)

const AFTER_A_CLICK = `
  let isClicked = false
  addEventListener('click', ({ isTrusted }) => { isClicked = isTrusted }, true)
  const write = navigator.clipboard.writeText.bind(navigator.clipboard)
  navigator.clipboard.writeText = (text) => isClicked ? write(text) : Promise.reject(new Error('denied'))
  const run = document.execCommand.bind(document)
  document.execCommand = (command) => isClicked && run(command)
`

test('a window that needs a click to copy has a button for it', async ({ page, viewer, baseURL }) => {
  const frame = await inDeniedFrame(page, baseURL, strictly)
  const opening = page.waitForEvent('popup')
  await button(frame, 'Copy: Member ID').click()
  const popup = await opening
  await expect(popup.getByRole('textbox')).toHaveValue('00-12 34')
  await button(popup, 'Copy').click()
  await expect(button(frame, 'Copy: Member ID')).toHaveAttribute('data-copy', 'copied')
  await expect.poll(() => popup.isClosed()).toBe(true)
  expect(await pasted(page)).toBe('00-12 34')
  await viewer.start()
})

test('a window that is closed leaves the text to be copied by hand', async ({ page, viewer, baseURL }) => {
  const frame = await inDeniedFrame(page, baseURL, WAITING)
  const opening = page.waitForEvent('popup')
  await button(frame, 'Copy: Member ID').click()
  await (await opening).close()
  await expect(frame.getByRole('textbox', { name: 'Member ID' })).toBeFocused()
  await viewer.start()
})

test('the page that copies says so when nobody of ours opened it', async ({ page, viewer }) => {
  await viewer.start('copyText.html')
  await expect(page.locator('main')).toContainText('can be closed')
})
