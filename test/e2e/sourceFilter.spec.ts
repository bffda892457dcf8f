import { expect, test } from './support/viewer'

const PATIENT = { resourceType: 'Patient', name: [{ family: 'Okonkwo' }] }
const subject = { reference: 'urn:test:0' }
const byPatient = { reference: 'urn:test:0' }
const byLab = { reference: 'urn:test:1' }
const result = (text: string, value: number, performer: object, more: object = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  subject,
  code: { text },
  valueQuantity: { value, unit: 'mg/dL' },
  performer: [performer],
  ...more,
})

const RECORD = JSON.stringify({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    PATIENT,
    { resourceType: 'Organization', name: 'Lakeside laboratory' },
    result('Glucose at home', 0, byPatient),
    result('Cholesterol', 180, byLab),
    result('Triglycerides', 130, byLab),
    {
      resourceType: 'Observation',
      status: 'final',
      subject,
      code: { text: 'Lipid panel' },
      performer: [byLab],
      hasMember: [{ reference: 'urn:test:3' }, { reference: 'urn:test:4' }, { reference: 'urn:test:9' }],
    },
  ].map((resource, index) => ({ fullUrl: `urn:test:${index}`, resource })),
})

test.beforeEach(async ({ viewer }) => {
  await viewer.start()
  await viewer.read(RECORD)
  await viewer.expectReady()
})

test('a filter by source tells how much it hides, and printing shows all the same', async ({ page }) => {
  const home = page.locator('tr[data-ref="urn:test:2"]')
  const cholesterol = page.locator('tr[data-ref="urn:test:3"]')
  await expect(cholesterol).toBeVisible()
  await page.locator('[data-filter="patient"]').click()
  await expect(home).toBeVisible()
  await expect(home).toContainText('0 mg/dL')
  await expect(cholesterol).toBeHidden()
  await expect(page.locator('[data-show-all]').locator('..')).toContainText('hides 3 entries')
  await page.emulateMedia({ media: 'print' })
  await expect(cholesterol).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await page.locator('[data-show-all]').click()
  await expect(cholesterol).toBeVisible()
  await expect(page.locator('[data-show-all]')).toHaveCount(0)
})

test('results stand under their panel, each once, and a member that is not there is counted', async ({
  page,
}) => {
  await expect(page.locator('tr[data-ref="urn:test:5"]')).toContainText('1 not in this list')
  const refs = await page
    .locator('[data-table="Observation"] tr[data-ref]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['ref']))
  expect(refs).toHaveLength(4)
  const panel = refs.indexOf('urn:test:5')
  expect(new Set(refs.slice(panel + 1, panel + 3))).toEqual(new Set(['urn:test:3', 'urn:test:4']))
})
