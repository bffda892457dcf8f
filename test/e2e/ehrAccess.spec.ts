import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { insuranceCode } from '../../scripts/ehr/data/cards'
import { expectAccessible } from './support/accessible'
import { expect, test, type Desk } from './support/ehr'

test.setTimeout(300_000)

const SLOW = { timeout: 45_000 }
/** A card of the patient of the other chart. */
const OTHERS = readFileSync('public/samples/health-card.txt', 'utf8').trim()

/** The viewer in a window of its own, because a page is what is measured. */
async function open({ page, ehr }: Desk): Promise<void> {
  await page.goto(ehr.launch('hart'))
  await expect(page.locator('[data-patient-banner]')).toBeVisible(SLOW)
}

async function read(page: Page, text: string): Promise<void> {
  await page.locator('[data-tab="scan"]').click()
  await page.locator('[data-shx-input="text"]').fill(text)
  await page.locator('[data-shx-input="text"]').press('Enter')
  await expect(page.locator('[data-bundle-status]')).toBeVisible(SLOW)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in the ${colorScheme}: banner, warning and saving pass the accessibility checks`, async ({
    desk,
  }) => {
    const { page } = desk
    await page.emulateMedia({ colorScheme })
    await open(desk)
    await read(page, await insuranceCode())
    await expectAccessible(page)
    await page.locator('[data-save-to-record]').click()
    await page.locator('[data-save-confirm]').click(SLOW)
    await expect(page.locator('[data-save-outcome="saved"]')).toBeVisible(SLOW)
    await expectAccessible(page)
    await page.locator('[data-save-dialog]').getByRole('button', { name: 'Close' }).click()
    await read(page, OTHERS)
    await expect(page.locator('[data-patient-match="mismatch"]').first()).toBeVisible(SLOW)
    await expectAccessible(page)
    await page.locator('[data-save-to-record]').click()
    await expect(page.locator('[data-save-confirmed]')).toBeVisible(SLOW)
    await expectAccessible(page)
    desk.ehr.quirks.add('other-patient')
    await page.locator('[data-save-confirmed]').check()
    await page.locator('[data-save-confirm]').click()
    await expect(page.locator('[data-save-blocked="other-patient"]')).toBeVisible(SLOW)
    await expectAccessible(page)
  })
}
