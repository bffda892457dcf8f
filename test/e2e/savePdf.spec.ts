import { readFile } from 'node:fs/promises'
import { BLUE_JPEG, cardWithPictures } from '../support/pictures'
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

test('the pictures of a card are in its PDF, by the checks of the screen', async ({
  page,
  viewer,
  watch,
}) => {
  const [png, webp] = await page.evaluate(() =>
    ['image/png', 'image/webp'].map((type) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 200 })
      const context = canvas.getContext('2d')
      for (const [x, colour] of ['#0b3d66', '#c2410c'].entries()) {
        Object.assign(context ?? {}, { fillStyle: colour })
        context?.fillRect(x * 160, 40, 160, 160)
      }
      return canvas.toDataURL(type).split(',')[1]
    }),
  )
  const broken = Buffer.from(png ?? '', 'base64')
    .subarray(0, 60)
    .toString('base64')
  await viewer.start()
  await page.locator('[data-tab="scan"]').click()
  await viewer.openFile(
    'card.json',
    cardWithPictures(
      ['Logo', 'Their logo', { contentType: 'image/png', data: png }],
      ['SupportingImage', 'Front of the card', { contentType: 'image/jpeg', data: BLUE_JPEG }],
      ['SupportingImage', 'Back of the card', { contentType: 'image/webp', data: webp }],
      ['SupportingImage', 'A torn one', { contentType: 'image/png', data: broken }],
      ['SupportingImage', 'Kept elsewhere', { contentType: 'image/png', url: 'https://pictures.example/a' }],
    ),
  )
  await viewer.expectReady()
  const { bytes } = await saved(viewer, 'save-pdf')
  const pages = await readPdf(bytes)
  expect(pages.flatMap(({ pictures }) => pictures)).toEqual([
    { width: 320, height: 200 },
    { width: 40, height: 20 },
    { width: 320, height: 200 },
  ])
  expect(pages.flatMap(({ alts }) => alts)).toEqual(['Their logo', 'Front of the card', 'Back of the card'])
  const text = pages.map((one) => one.text).join(' ')
  expect(text).toMatch(/A torn one\s*This picture cannot be shown here\./)
  expect(text).toContain('This picture is kept at pictures.example.')
  expect(text).toContain('00-12 34')
  expect(watch.hosts).not.toContain('pictures.example')
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
