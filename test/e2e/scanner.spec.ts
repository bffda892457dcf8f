import type { Page } from '@playwright/test'
import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { Scanner, startListening } from './support/scanner'
import { expect, test, type Viewer } from './support/viewer'

test.setTimeout(120_000)

/** Starts where no box waits for a scan, with the listener there. */
async function startOnAbout(page: Page, viewer: Viewer): Promise<Scanner> {
  await startListening(page, viewer)
  await page.locator('[data-tab="about"]').click()
  await expect(page.locator('h1')).toHaveText('About this viewer')
  return new Scanner(page)
}

async function serveLink(viewer: Viewer, family = 'Okonkwo', flag?: string) {
  const { link, encrypt } = newLink({ label: 'Scanned', ...(flag !== undefined && { flag }) })
  const jwe = await encrypt(patientBundle(family))
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  return { link, server }
}

const SPEEDS = [
  { delay: 2, suffix: ['Enter'] },
  { delay: 2, suffix: ['Tab'] },
  { delay: 2, suffix: [] },
  { delay: 10, suffix: ['Enter'] },
  { delay: 10, suffix: ['Enter', 'Enter'] },
  { delay: 30, suffix: ['Enter'] },
  { delay: 30, suffix: [] },
] as const

for (const { delay, suffix } of SPEEDS) {
  test(`a scan at ${delay} ms a key that ends with ${suffix.join(' and ') || 'nothing'} opens from a screen without a box`, async ({
    page,
    viewer,
  }) => {
    const { link, server } = await serveLink(viewer)
    const scanner = await startOnAbout(page, viewer)
    await page.locator('[data-tab="photo"]').focus()
    await scanner.scan(link, { delay, suffix })
    await viewer.expectReady()
    await expect(viewer.data).toContainText('Okonkwo')
    expect(server.requests).toHaveLength(1)
    expect(page.url()).not.toContain('shlink')
  })
}

test('a scan while a passcode box has the focus leaves the box as it was, and is no attempt', async ({
  page,
  viewer,
}) => {
  const asked = newLink({ flag: 'P' })
  const { link, encrypt } = newLink()
  const jwe = await encrypt(patientBundle('Scanned'))
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  const scanner = await startOnAbout(page, viewer)
  await scanner.scan(asked.link)
  await viewer.expectError('PASSCODE_REQUIRED')
  await viewer.passcode.fill('12')
  // Without a suffix the box is still there when the last key is let go, and soon afterwards gone.
  await viewer.passcode.evaluate((box) => {
    const { dataset } = document.documentElement
    window.addEventListener('keyup', () => {
      dataset['keys'] = String(Number(dataset['keys'] ?? 0) + 1)
      dataset['held'] = (box as HTMLInputElement).value
    })
  })
  await scanner.scan(link.slice(0, 60), { suffix: [] })
  await viewer.expectError('SHL_MALFORMED')
  await expect(page.locator('html')).toHaveAttribute('data-keys', '60')
  await expect(page.locator('html')).toHaveAttribute('data-held', '12')
  expect(server.requests).toHaveLength(0)
  await scanner.scan(link)
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Scanned')
  expect(server.requests.map(({ body }) => body['passcode'])).toEqual([undefined])
})

test('a scan replaces the card that is open, and chooses no language on its way', async ({
  page,
  viewer,
}) => {
  const { link } = await serveLink(viewer, 'Later')
  const scanner = await startOnAbout(page, viewer)
  const card = (await (await page.request.get('samples/health-card.txt')).text()).trim()
  // Pasted: a busy machine holds 1,800 emulated keys back for longer than any scanner would. How a card is scanned whole,
  // at every speed and with every suffix, is told in test/core/scanner.
  await viewer.read(card)
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_TEST/)
  await page.getByRole('combobox', { name: 'Language' }).focus()
  await scanner.scan(link)
  await expect(viewer.data).toContainText('Later')
  await viewer.expectReady()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('en')
})

test('a double scan opens once; a scan after it opens again', async ({ page, viewer }) => {
  await page.clock.install()
  const { link, server } = await serveLink(viewer)
  const scanner = await startOnAbout(page, viewer)
  // The time stands still: a busy machine takes longer over a scan than a hand over the next one.
  await page.clock.pauseAt(Date.now() + 60_000)
  await scanner.scan(link)
  await page.clock.runFor(400)
  await scanner.scan(link)
  await viewer.expectReady()
  expect(server.requests).toHaveLength(1)
  await page.clock.runFor(2_500)
  await scanner.scan(link)
  await expect.poll(() => server.requests.length).toBe(2)
})

test('typing by hand is never a scan: text, Enter and Tab stay what they are', async ({ page, viewer }) => {
  const asked = newLink({ flag: 'P' })
  const { link } = newLink()
  const scanner = await startOnAbout(page, viewer)
  await scanner.scan(asked.link)
  await viewer.expectError('PASSCODE_REQUIRED')
  const typed = link.slice(0, 40)
  await viewer.passcode.pressSequentially(typed.slice(0, 20), { delay: 80 })
  await viewer.passcode.pressSequentially(typed.slice(20), { delay: 120 })
  await expect(viewer.passcode).toHaveValue(typed)
  await page.keyboard.press('Tab')
  await expect(viewer.passcode).not.toBeFocused()
  await expect(viewer.data).toHaveAttribute('data-shx-error', 'PASSCODE_REQUIRED')
})

test('a link scanned with Caps Lock on, or for another layout, opens from a page and in the box', async ({
  page,
  viewer,
}) => {
  const { link, server } = await serveLink(viewer)
  const scanner = await startOnAbout(page, viewer)
  await scanner.scan(link, { capsLock: true })
  await viewer.expectReady()
  for (const host of ['de', 'fr'] as const) {
    await page.waitForTimeout(3_000)
    await page.locator('[data-tab="scan"]').click()
    await expect(viewer.box).toBeFocused()
    await scanner.scan(link, { host, suffix: host === 'de' ? [] : ['Enter'] })
    await viewer.expectReady()
  }
  expect(server.requests).toHaveLength(3)
})

test('a link in capitals only cannot be mended: the scanner is blamed', async ({ page, viewer }) => {
  const scanner = await startOnAbout(page, viewer)
  await scanner.scan(newLink().link.toUpperCase())
  await viewer.expectError('SCAN_GARBLED')
})

test('the parts of a card come together, scan by scan', async ({ page, viewer }) => {
  const scanner = await startOnAbout(page, viewer)
  const card = (await (await page.request.get('samples/health-card.txt')).text()).trim()
  const digits = card.slice('shc:/'.length)
  const half = 2 * Math.floor(digits.length / 4)
  await scanner.scan(`shc:/2/2/${digits.slice(half)}`, { suffix: [] })
  await expect(page.locator('[data-shx-parts]')).toHaveAttribute('data-shx-parts', '1/2')
  await page.locator('[data-tab="about"]').click()
  await scanner.scan(`shc:/1/2/${digits.slice(0, half)}`)
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_TEST/)
})

test('the scanner test tells what a scan was like, opens nothing and keeps nothing', async ({
  page,
  viewer,
}) => {
  const { link, server } = await serveLink(viewer)
  const scanner = await startOnAbout(page, viewer)
  const box = page.locator('[data-shx-input="scanner-test"]')
  const result = page.locator('[data-shx-scanner-test]')
  await box.focus()
  await scanner.scan(link, { delay: 5 })
  await expect(result).toHaveAttribute('data-shx-scanner-test', 'done')
  await expect(result).toHaveAttribute('data-shx-scanner-remarks', '')
  await expect(result).toContainText('This scanner is set up well.')
  await expect(result).not.toContainText(link.slice(0, 14))
  await expect(box).toHaveValue('')
  await scanner.scan(link, { delay: 5, host: 'de', suffix: [] })
  await expect(result).toHaveAttribute('data-shx-scanner-remarks', 'layout no-suffix')
  await expect(result).toContainText('German')
  expect(server.requests).toEqual([])
  await box.press('Tab')
  await expect(box).not.toBeFocused()
  await page.locator('[data-tab="start"]').click()
  await page.locator('[data-tab="about"]').click()
  await expect(result).toHaveAttribute('data-shx-scanner-test', 'waiting')
})
