import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './support/viewer'

test.setTimeout(180_000)

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('what matters stands above the sections, and leads to the rows behind it', async ({
    page,
    viewer,
  }) => {
    await viewer.start()
    await page.locator('[data-sample="patient-summary"]').click()
    await viewer.expectReady()
    const allergies = page.locator('[data-glance-group=allergies]')
    await expect(allergies).toContainText('Penicillin')
    await expect(allergies).toContainText('High criticality')
    await expect(allergies).not.toContainText('Shellfish')
    await expect(page.locator('[data-glance-group=medications]')).toContainText('Do not give')
    await allergies.getByRole('button', { name: 'Penicillin' }).click()
    const row = page.locator('[data-table=AllergyIntolerance] tr', { hasText: 'Penicillin' }).first()
    await expect(row).toBeFocused()
    await expect(row).toBeInViewport()
  })
})

test('a desk shows tables, and what repeats with its course', async ({ page, viewer }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await viewer.start()
  await page.locator('[data-sample="patient-summary"]').click()
  await viewer.expectReady()
  const head = page.locator('[data-table=AllergyIntolerance] thead').first()
  await expect(head).toContainText('Criticality')
  expect((await head.boundingBox())?.height).toBeGreaterThan(10)
  const trends = page.locator('[data-trends]').first()
  await expect(trends.getByRole('img').first()).toHaveAttribute(
    'aria-label',
    /A1c.*oldest to the newest.*High/,
  )
  const { violations } = await new AxeBuilder({ page })
    .include('[data-glance]')
    .include('[data-trends]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
