import { readFile } from 'node:fs/promises'
import { readPdf } from '../support/node/readPdf'
import { expect, test, type Viewer } from './support/viewer'

async function open(viewer: Viewer, text: string): Promise<void> {
  await viewer.start()
  await viewer.page.locator('[data-tab="scan"]').click()
  await viewer.openFile('record.json', text)
  await viewer.expectReady()
  await viewer.page.locator('[data-save-menu]').waitFor()
  await viewer.page.locator('[data-shx-receipt]').waitFor()
}

const sample = (name: string): Promise<string> => readFile(`samples/bundles/${name}.json`, 'utf8')

test('what nobody has opened is on paper, with the patient and the verdict on every page', async ({
  page,
  viewer,
}) => {
  await open(viewer, await sample('patient-summary-en'))
  await expect(page.getByText('PS-2026-000417')).toHaveCount(0)
  const pages = await readPdf(await page.pdf({ format: 'A4' }))
  const text = pages.map((one) => one.text).join('\n')
  // The identifier stands in "About this document", which is closed.
  expect(text).toContain('PS-2026-000417')
  // Of a section with entries and a text of its author, both.
  expect(text).toContain('Text written by the sender')
  expect(pages.length).toBeGreaterThan(2)
  for (const [index, one] of pages.entries()) {
    expect(one.text).toContain('Margaret Elaine Whitcombe, born Apr 17, 1958')
    expect(one.text).toContain('Not digitally signed')
    expect(one.text.replaceAll(/\s+/g, ' ')).toContain(`Page ${index + 1} of ${pages.length}`)
  }
  // Nothing to press, and no raw data.
  expect(text).not.toContain('Hide details')
  expect(text).not.toContain('resourceType')
  await expect(page.getByText('PS-2026-000417')).toHaveCount(0)
})

test('a long table is printed to its last row', async ({ page, viewer }) => {
  const entry = Array.from({ length: 650 }, (_, index) => ({
    resource: {
      resourceType: 'Condition',
      code: { text: `Finding number ${index + 1}` },
      clinicalStatus: { text: 'active' },
    },
  }))
  await open(viewer, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }))
  const pages = await readPdf(await page.pdf({ format: 'A4' }))
  const text = pages.map((one) => one.text).join('\n')
  for (const number of [1, 100, 101, 399, 650]) expect(text).toContain(`Finding number ${number}`)
})

test('the menu lays everything out before it opens the dialog', async ({ page, viewer }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = document.body.textContent ?? ''
      window.dispatchEvent(new Event('afterprint'))
    }
  })
  await open(viewer, await sample('patient-summary-en'))
  const menu = page.locator('[data-save-menu]')
  await menu.click()
  await page.locator('[data-save-action="print"]').click()
  await expect(page.locator('html')).toHaveAttribute('data-printed', /PS-2026-000417/)
  await expect(page.locator('html')).not.toHaveAttribute('data-printed', /Resource type/)
  await expect(page.getByText('PS-2026-000417')).toHaveCount(0)
  await menu.click()
  await page.locator('[data-save-action="print-details"]').click()
  await expect(page.locator('html')).toHaveAttribute('data-printed', /Resource type/)
})

test('a dark screen prints dark ink on white', async ({ page, viewer }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(viewer, await sample('immunization-card'))
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  const colours = () =>
    page.evaluate(() => {
      const heading = document.querySelector('section h2')
      return [heading && getComputedStyle(heading).color, getComputedStyle(document.body).backgroundColor]
    })
  await expect.poll(colours).toEqual(['rgb(20, 32, 43)', 'rgb(255, 255, 255)'])
})
