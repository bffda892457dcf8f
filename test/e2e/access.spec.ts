import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { patientBundle } from './support/links'
import { expect, test } from './support/viewer'

test.setTimeout(180_000)

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

/** Nothing may need scrolling sideways: WCAG 2.2, 1.4.10. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(over).toBeLessThanOrEqual(0)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme })
    test('start, scan, a failure and a record pass the accessibility checks', async ({ page, viewer }) => {
      await viewer.start()
      await expectAccessible(page)
      await page.locator('[data-tab="scan"]').click()
      await expectAccessible(page)
      await viewer.read('https://example.org')
      await viewer.expectError('INPUT_NOT_RECOGNISED')
      await expectAccessible(page)
      await viewer.read(JSON.stringify(patientBundle()))
      await viewer.expectReady()
      await expect(viewer.data).toContainText('Glucose')
      await expectAccessible(page)
    })
  })
}

test('at 320 px, which is 400 % zoom, nothing needs scrolling sideways', async ({ page, viewer }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await viewer.start()
  await expectNoSidewaysScroll(page)
  await page.locator('[data-sample="patient-summary"]').click()
  await viewer.expectReady()
  await expect(viewer.bundle).toContainText(/\S/)
  await expectNoSidewaysScroll(page)
})

test('the whole way from scan to record works by keyboard alone', async ({ page, viewer }) => {
  await viewer.start()
  await expect(viewer.box).toBeFocused()
  await page.keyboard.insertText(JSON.stringify(patientBundle()))
  await page.keyboard.press('Enter')
  await viewer.expectReady()
  const details = page.locator('summary', { hasText: 'Raw data' })
  await details.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('pre')).toContainText('"resourceType": "Bundle"')
})

test('the language follows the browser, can be changed, and is remembered', async ({ page, viewer }) => {
  await viewer.start('./?lang=es')
  await expect(page.locator('h1')).toHaveText('Abra una tarjeta o un enlace de salud SMART')
  await page.getByRole('combobox', { name: 'Idioma' }).selectOption('en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await viewer.start()
  await expect(page.locator('h1')).toHaveText('Open a SMART Health Card or Link')
})
