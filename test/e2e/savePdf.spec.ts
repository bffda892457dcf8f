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
