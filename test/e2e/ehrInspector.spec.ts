import { expect, test } from './support/ehr'

test('a tester reads the chart as JSON, follows it, and sees what is refused', async ({ desk }) => {
  const frame = await desk.launch('hart')
  await expect(frame.locator('[data-tab="search"]')).toBeVisible({ timeout: 60_000 })
  await frame.locator('[data-tab="about"]').click()
  const box = frame.locator('[data-shx-input="inspector"]')
  const answer = frame.locator('[data-answer]')

  await frame.getByText('Shortcuts').click()
  await frame.getByRole('button', { name: /^Patient\// }).click()
  await expect(answer).toHaveAttribute('data-answer', '200')
  await expect(answer.locator('pre').first()).toContainText('"resourceType": "Patient"')

  await box.fill('DocumentReference?patient=hart&_count=5')
  await box.press('Enter')
  await expect(frame.getByRole('button', { name: 'Next page' })).toBeVisible()
  await answer.getByText(/Leads to/).click()
  await answer
    .getByRole('button', { name: /^Binary\// })
    .first()
    .click()
  await expect(box).toHaveValue(/^Binary\//)

  await box.fill('Patient/castellanos')
  await box.press('Enter')
  await expect(answer).toHaveAttribute('data-answer', /40[34]/)

  const before = desk.audit().length
  await box.fill(new URL('/fhir/Patient/hart', 'https://evil.example').href)
  await box.press('Enter')
  await expect(frame.locator('[data-inspector="refused"]')).toBeVisible()
  expect(desk.audit()).toHaveLength(before)
})

test.describe('a deployment that has not switched it on', () => {
  test.use({ deployment: { features: { recordInspector: false } } })
  test('does not offer it', async ({ desk }) => {
    const frame = await desk.launch('hart')
    await expect(frame.locator('[data-tab="search"]')).toBeVisible({ timeout: 60_000 })
    await frame.locator('[data-tab="about"]').click()
    await expect(frame.locator('[data-shx-version]')).toBeVisible()
    await expect(frame.locator('[data-inspector]')).toHaveCount(0)
  })
})
