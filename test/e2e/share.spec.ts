import { issue, newIssuer } from '../support/issueCard'
import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { expect, test, type Viewer } from './support/viewer'

const dialogOf = (viewer: Viewer) => viewer.page.locator('[data-shx-share]')
const openShare = (viewer: Viewer) => viewer.page.locator('[data-share]').click()

async function openLink(viewer: Viewer, payload: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { link, encrypt } = newLink(payload)
  const file = await encrypt(patientBundle())
  await viewer.serve(HOST, () => ({ body: manifestOf(file) }))
  await viewer.read(link)
  return link
}

/** What the viewer's own decoder reads from the code on the screen, opened as a picture. */
async function scanned(viewer: Viewer): Promise<void> {
  const picture = await viewer.page.locator('[data-share-code] svg').screenshot()
  await viewer.page.keyboard.press('Escape')
  await expect(dialogOf(viewer)).toHaveCount(0)
  await viewer.page.locator('[data-tab="scan"]').click()
  await viewer.openFile('code.png', picture)
}

test('the code of a card is scanned as the same card, and goes with the dialog', async ({ page, viewer }) => {
  await viewer.start()
  await page.locator('[data-sample="health-card"]').click()
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_TEST/)
  const codes = await viewer.bundle.getAttribute('data-bundle-codes')
  const name = await page.locator('[data-bundle-status] strong').first().textContent()
  await openShare(viewer)
  await expect(dialogOf(viewer)).toContainText('can keep it')
  await expect(page.locator('[data-share-code="card"] svg')).toBeVisible()
  await scanned(viewer)
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', codes ?? '')
  await expect(page.locator('[data-bundle-status] strong').first()).toHaveText(name ?? '')
  await expect(page.locator('[data-qr-version]')).toHaveCount(0)
})

test('the code of a link says the link to the letter, and that the passcode is not in it', async ({
  page,
  viewer,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await viewer.start()
  const link = await openLink(viewer, { flag: 'P', label: 'Ada' })
  await viewer.passcode.fill('1234')
  await viewer.passcode.press('Enter')
  await viewer.expectReady()
  await openShare(viewer)
  await expect(page.locator('[data-share-remark="passcode"]')).toBeVisible()
  await page.locator('[data-copy-all="share"]').click()
  await expect(page.locator('[data-copy-all="share"]')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await scanned(viewer)
  await expect(viewer.passcode).toBeVisible()
  await expect(viewer.data).toContainText('Ada')
})

test('what the reader has to know about a link is said', async ({ page, viewer }) => {
  await viewer.start()
  await openLink(viewer, { flag: 'L', exp: Math.floor(Date.now() / 1000) + 86_400 })
  await viewer.expectReady()
  await openShare(viewer)
  await expect(page.locator('[data-share-remark]')).toHaveCount(2)
  await expect(page.locator('[data-share-remark="long-term"]')).toContainText('up to date')
  await expect(page.locator('[data-share-remark="expires"]')).toBeVisible()
})

test('a card that is too long for one code says so, and can be copied', async ({ page, viewer }) => {
  const note = Array.from({ length: 150 }, () => Math.random().toString(36)).join(' ')
  const bundle = patientBundle()
  Object.assign(bundle.entry[1]?.resource ?? {}, { note: [{ text: note }] })
  await viewer.start()
  await viewer.read(await issue(await newIssuer('https://stranger.example'), { bundle }))
  await viewer.expectReady()
  await openShare(viewer)
  await expect(page.locator('[data-share-code="too-large"]')).toBeVisible()
  await expect(page.locator('[data-copy-all="share"]')).toBeVisible()
})

test('the device’s share sheet gets the card as a file, and closing it is no error', async ({
  page,
  viewer,
}) => {
  await page.addInitScript(() => {
    const given: string[] = []
    Object.assign(window, { given, outcome: 'shared' })
    navigator.canShare = () => true
    navigator.share = (data) => {
      given.push(data?.files?.[0]?.name ?? data?.text ?? '')
      const { outcome } = window as unknown as { readonly outcome: string }
      return outcome === 'shared' ? Promise.resolve() : Promise.reject(new DOMException('', outcome))
    }
  })
  await viewer.start()
  await page.locator('[data-sample="health-card"]').click()
  await viewer.expectReady()
  await openShare(viewer)
  await page.locator('[data-share-device]').click()
  await expect(page.locator('[data-shared="shared"]')).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { readonly given: string[] }).given)).toEqual([
    expect.stringMatching(/^health-card-.*\.smart-health-card$/),
  ])
  await page.evaluate(() => Object.assign(window, { outcome: 'AbortError' }))
  await page.locator('[data-share-device]').click()
  await expect(page.locator('[data-shared="cancelled"]')).toBeAttached()
  await expect(page.locator('[data-shared]')).toHaveText('')
  await page.evaluate(() => Object.assign(window, { outcome: 'NotAllowedError' }))
  await page.locator('[data-share-device]').click()
  await expect(page.locator('[data-shared="refused"]')).toContainText('did not share')
})

test('what must not be relied on is not handed on, nor is anything where it is switched off', async ({
  page,
  viewer,
}) => {
  await viewer.start()
  await page.locator('[data-sample="forged-card"]').click()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-status', 'invalid')
  await expect(page.locator('[data-share]')).toHaveCount(0)
  await viewer.configure({ features: { share: false } })
  await viewer.start()
  await page.locator('[data-sample="health-card"]').click()
  await viewer.expectReady()
  await expect(page.locator('[data-save-menu]')).toBeVisible()
  await expect(page.locator('[data-share]')).toHaveCount(0)
})
