import { readFile } from 'node:fs/promises'
import { expect, test, type Viewer } from './support/viewer'

/** The bytes of the file that a line of the menu gives, and its name. */
async function saved(viewer: Viewer, action: string) {
  const download = viewer.page.waitForEvent('download')
  await viewer.page.locator('[data-save-menu]').click()
  await viewer.page.locator(`[data-save-action="${action}"]`).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test('plain FHIR is saved byte for byte, with no health data in its name', async ({ page, viewer }) => {
  const received =
    '{ "resourceType" : "Bundle",\r\n  "type":"collection", "entry":[ {"resource":{"resourceType":"Observation",\n' +
    '"status":"final","code":{"text":"Glycémie 血糖"},"valueQuantity":{"value":1.50,"unit":"g/L"}}} ] }\n'
  await viewer.start()
  await page.locator('[data-tab="scan"]').click()
  await viewer.openFile('okonkwo.json', received)
  await viewer.expectReady()
  const { name, bytes } = await saved(viewer, 'save-json')
  expect(name).toMatch(/^health-record-\d{4}-\d\d-\d\d\.json$/)
  expect(bytes.equals(Buffer.from(received))).toBe(true)
})

test('a card is saved as a card file that opens again as the same card', async ({ page, viewer }) => {
  await viewer.start()
  await page.locator('[data-sample="health-card"]').click()
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_TEST/)
  const before = await viewer.bundle.getAttribute('data-bundle-codes')
  const { name, bytes } = await saved(viewer, 'save-card')
  expect(name).toMatch(/^health-card-\d{4}-\d\d-\d\d\.smart-health-card$/)
  await page.locator('[data-tab="scan"]').click()
  await viewer.openFile(name, bytes)
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', before ?? '')
  const again = await saved(viewer, 'save-card')
  expect(again.bytes.equals(bytes)).toBe(true)
})

test('what must not be relied on is not handed on', async ({ page, viewer }) => {
  await viewer.start()
  await page.locator('[data-sample="forged-card"]').click()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-status', 'invalid')
  await expect(page.locator('[data-save-menu]')).toHaveCount(0)
})

test('the menu works by keyboard', async ({ page, viewer }) => {
  await viewer.start()
  await page.locator('[data-sample="health-card"]').click()
  await viewer.expectReady()
  await page.locator('[data-save-menu]').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/^health-record-[\d-]+\.pdf$/)
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.locator('[data-save-menu]')).toBeFocused()
})
