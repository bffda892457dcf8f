import { expect, test } from './support/ehr'

// In a file of their own, and so one after the other: two servers that prepare their parts in one folder at a time make
// each other load their pages again. The first has to prepare them, for which a busy machine takes minutes.
test.use({ fromSources: true })
const PREPARED = { timeout: 300_000 }

test('from its sources the viewer is served as well', async ({ desk }) => {
  const response = await desk.page.goto(`${desk.viewer}config.json`)
  expect(await response?.json()).toMatchObject({ ehrs: [{ issuer: desk.ehr.issuer }] })
  await desk.page.goto(desk.viewer, PREPARED)
  await expect(desk.page.locator('main')).toBeVisible(PREPARED)
})

test('from its sources, where React does everything twice, the code is spent once', async ({ desk }) => {
  const viewer = await desk.launch('hart')
  await expect(viewer.locator('[data-patient-banner]')).toContainText('Noah James Hart', PREPARED)
  expect(desk.asked('POST /oauth/token').map(({ status }) => status)).toEqual([200])
})

test('from its sources, a dialog that React mounts twice stays open until it is closed', async ({ desk }) => {
  const { page } = desk
  await page.goto(desk.viewer, PREPARED)
  await page.locator('[data-sample="health-card"]').click(PREPARED)
  await page.locator('[data-share]').click(PREPARED)
  await expect(page.locator('[data-share-code] svg')).toBeVisible(PREPARED)
  await page.locator('[data-shx-share]').press('Escape')
  await expect(page.locator('[data-shx-share]')).toHaveCount(0)
})
