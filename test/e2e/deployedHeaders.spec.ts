import { expect } from '@playwright/test'
import { drawCodes, pdfOf } from '../support/node/codePictures'
import type { LocalServer } from '../support/node/localServer'
import { sampleCard, test as cameraTest } from './support/camera'
import { deployed, deployedFor, FOLDER, framing } from './support/deployed'
import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { test } from './support/viewer'

/** A document takes its time, and a busy machine takes more. */
const PATIENCE = { timeout: 60_000 }

test.describe('below a path, with the headers that are shipped', () => {
  let server: LocalServer
  let address: string
  test.beforeEach(async () => {
    server = await deployed()
    address = server.origin + FOLDER
  })
  test.afterEach(() => server.stop())

  test('what is sent is what deploying.md says', async ({ page, viewer }) => {
    const response = await page.goto(address)
    expect(await response?.allHeaders()).toMatchObject({
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    await viewer.start(address)
  })

  test('a card opens, and the verdict is what it is elsewhere', async ({ viewer }) => {
    await viewer.start(address)
    await viewer.read(await sampleCard('health-card'))
    await viewer.expectReady()
    await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /\bISSUER_TEST\b/)
  })

  test('a link opens', async ({ page, viewer }) => {
    const { link, encrypt } = newLink()
    const jwe = await encrypt(patientBundle())
    await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
    await viewer.start(`${address}shlink.html#${link}`)
    await viewer.expectReady()
    expect(page.url()).toBe(`${address}shlink.html`)
  })

  test('a picture and a PDF are read, each by its worker and its WebAssembly', async ({
    browser,
    viewer,
  }) => {
    test.slow()
    const size = { width: 1275, height: 1650, module: 4, type: 'image/jpeg' } as const
    const picture = await drawCodes(browser, [await sampleCard('health-card')], size)
    await viewer.start(address)
    await viewer.openFile('photo.jpg', picture)
    await expect(viewer.data).toHaveAttribute('data-shx-phase', 'ready', PATIENCE)
    await viewer.page.locator('[data-tab="scan"]').click()
    await viewer.openFile('letter.pdf', pdfOf([picture], size.width, size.height))
    await expect(viewer.data).toHaveAttribute('data-shx-phase', 'ready', PATIENCE)
  })

  test('a PDF within a record is shown', async ({ browser, page, viewer }) => {
    test.slow()
    const size = { width: 400, height: 500, module: 2, type: 'image/jpeg' } as const
    const pdf = pdfOf([await drawCodes(browser, [], size)], size.width, size.height)
    const document = {
      resourceType: 'DocumentReference',
      status: 'current',
      type: { text: 'Letter' },
      content: [{ attachment: { contentType: 'application/pdf', data: pdf.toString('base64') } }],
    }
    await viewer.start(address)
    await viewer.read(
      JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: document }] }),
    )
    await viewer.expectReady()
    await page.locator('[data-document] button').first().click()
    await expect(page.locator('dialog canvas, dialog img').first()).toBeVisible(PATIENCE)
  })

  test('nobody may frame it', async ({ page, viewer, watch }) => {
    const clinic = await framing(address)
    await page.goto(clinic.origin)
    const inside = page.frames()[1]
    await expect.poll(() => inside?.url()).toMatch(/^chrome-error:/)
    // The browser says why, a moment earlier or later, and nothing else went wrong.
    await expect.poll(() => watch.errors).toEqual([expect.stringContaining("frame-ancestors 'none'")])
    watch.errors.length = 0
    await clinic.stop()
    await viewer.start(address)
  })

  test('a page that opens it in a window is cut off from that window', async ({ page, viewer }) => {
    await page.route('https://elsewhere.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>elsewhere</p>' }),
    )
    await page.goto('https://elsewhere.example/')
    const opening = page.waitForEvent('popup')
    await page.evaluate((url) => {
      Object.assign(window, { held: window.open(url) })
    }, address)
    const opened = await opening
    await expect(opened.locator('main')).toBeVisible()
    expect(await opened.evaluate(() => window.opener as unknown)).toBeNull()
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { held: Window }).held.closed))
      .toBe(true)
    await opened.close()
    await viewer.start(address)
  })

  test('its own windows keep the page that opened them', async ({ page, viewer }) => {
    await viewer.start(address)
    const opening = page.waitForEvent('popup')
    await page.evaluate(() => void window.open('captureQR.html#6f2d3c1e-0000-4000-8000-000000000001'))
    const opened = await opening
    await expect(opened.locator('main')).toBeVisible()
    expect(await opened.evaluate(() => window.opener !== null)).toBe(true)
    await opened.close()
  })
})

cameraTest.describe('made for a clinic that may frame it', () => {
  cameraTest.use({ film: { pictures: async () => [[await sampleCard('health-card')]] } })

  cameraTest('it is shown there, and scans in a window of its own', async ({ page, viewer }) => {
    // The clinic has to be known before the viewer, whose address it gets afterwards.
    const clinic = await framing('about:blank')
    const server = await deployedFor([clinic.origin])
    const address = server.origin + FOLDER
    await page.goto(clinic.origin)
    await page.evaluate((url) => {
      const frame = document.querySelector('iframe')
      if (frame) frame.src = url
    }, address)
    const inside = page.frameLocator('iframe')
    await inside.locator('[data-tab="photo"]').click()
    const opening = page.waitForEvent('popup')
    await inside.getByRole('button', { name: 'Scan in a window of its own' }).click()
    const popup = await opening
    await expect(inside.locator('[data-shx-phase]')).toHaveAttribute('data-shx-phase', 'ready', PATIENCE)
    await expect.poll(() => popup.isClosed()).toBe(true)
    await viewer.start(address)
    await Promise.all([clinic.stop(), server.stop()])
  })
})
