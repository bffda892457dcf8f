import { readFile } from 'node:fs/promises'
import { readPdf } from '../support/node/readPdf'
import { expect, test, type Viewer } from './support/viewer'

/** The files that a line of the menu gives. */
async function saved(viewer: Viewer, action: string) {
  const download = viewer.page.waitForEvent('download')
  await viewer.page.locator('[data-save-menu]').click()
  await viewer.page.locator(`[data-save-action="${action}"]`).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

async function openSample(viewer: Viewer, name: string): Promise<void> {
  await viewer.start()
  await viewer.page.locator('[data-tab="scan"]').click()
  await viewer.openFile('record.json', await readFile(`samples/bundles/${name}.json`, 'utf8'))
  await viewer.expectReady()
}

test('a PDF has the record as text, its patient and its worth on every page', async ({ viewer }) => {
  await openSample(viewer, 'patient-summary-en')
  const { name, bytes } = await saved(viewer, 'save-pdf')
  expect(name).toMatch(/^health-record-\d{4}-\d\d-\d\d\.pdf$/)
  const pages = await readPdf(bytes)
  expect(pages.length).toBeGreaterThan(5)
  for (const [index, { text }] of pages.entries()) {
    expect(text).toContain('Margaret Elaine Whitcombe, born Apr 17, 1958')
    expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
    expect(text).toContain('Not digitally signed')
    expect(text).toContain('Not an original document')
  }
  expect(pages[0]?.tags).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'L', 'P']))
  expect(pages.flatMap(({ tags }) => tags)).toEqual(expect.arrayContaining(['Table', 'TH', 'TD']))
})

test('a PDF of an Arabic record has its words in the order in which they are read', async ({ viewer }) => {
  await openSample(viewer, 'patient-summary-ar')
  const { bytes } = await saved(viewer, 'save-pdf')
  const [first] = await readPdf(bytes)
  expect(first?.text).toContain('يوسف عبد الرحمن الكيلاني')
})

test('a picture shows the pages, dated and without health data in its name', async ({ page, viewer }) => {
  await openSample(viewer, 'immunization-card')
  const { name, bytes } = await saved(viewer, 'save-picture')
  expect(name).toMatch(/^health-record-\d{4}-\d\d-\d\d\.jpg$/)
  expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  const size = await page.evaluate(async (base64) => {
    const content = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0)
    const { width, height } = await createImageBitmap(new Blob([content]))
    return { width, height }
  }, bytes.toString('base64'))
  expect(size.width).toBeGreaterThan(1200)
  expect(size.height % 1754).toBe(0)
})

test('the tables of a record open in a spreadsheet', async ({ viewer }) => {
  await openSample(viewer, 'patient-summary-en')
  const { name, bytes } = await saved(viewer, 'save-csv')
  expect(name).toMatch(/^health-record-\d{4}-\d\d-\d\d\.csv$/)
  const text = bytes.toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text).toContain('Allergies and Intolerances,Withdrawn,Entered in error,Sulfonamide')
})

test('what is made stops when the reader says so', async ({ page, viewer }) => {
  const entry = Array.from({ length: 3000 }, (_, index) => ({
    resource: { resourceType: 'Procedure', status: 'completed', code: { text: `Finding number ${index}` } },
  }))
  await viewer.start()
  await page.locator('[data-tab="scan"]').click()
  await viewer.openFile('record.json', JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }))
  await viewer.expectReady()
  await page.locator('[data-save-menu]').click()
  await page.locator('[data-save-action="save-pdf"]').click()
  await expect(page.locator('[data-saving="busy"]')).toContainText(/page \d+/, { timeout: 60_000 })
  await page.locator('[data-saving="busy"] button').click()
  await expect(page.locator('[data-saving="cancelled"]')).toBeVisible()
})
