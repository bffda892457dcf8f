import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/viewer'

test.setTimeout(240_000)

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('copying, saving and sharing pass the accessibility checks', async ({ page, viewer }) => {
      await page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'))
        document.execCommand = () => false
        window.open = () => null
      })
      await viewer.start()
      await page.locator('[data-sample="health-card"]').click()
      await viewer.expectReady()
      await expect(page.locator('[data-copy]').first()).toBeVisible()
      await expectAccessible(page)
      await page.locator('[data-copy]').first().click()
      await expect(page.locator('[data-copy-by-hand] textarea')).toBeFocused()
      await expectAccessible(page)
      await page.locator('[data-save-menu]').click()
      await expect(page.getByRole('menuitem').first()).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.locator('[data-share]').click()
      await expect(page.locator('[data-share-code] svg')).toBeVisible()
      await expectAccessible(page)
    })

    test('closing, being asked, and what the viewer is built with pass them, too', async ({
      page,
      viewer,
    }) => {
      await page.clock.install()
      await viewer.configure({ clearAfterMinutes: 2, closeUndoSeconds: 60 })
      await viewer.start()
      await page.locator('[data-sample="health-card"]').click()
      await viewer.expectReady()
      await page.locator('[data-shx-action="close"]').click()
      await expect(page.locator('[data-shx-closed]')).toBeVisible()
      await expectAccessible(page)
      await page.locator('[data-shx-action="bring-back"]').click()
      await viewer.expectReady()
      await page.clock.runFor(95_000)
      // By the clock, not by its timers, the reader is asked: looking takes a busy machine longer than there is.
      await page.clock.setFixedTime(await page.evaluate(() => Date.now()))
      await expect(page.locator('[data-shx-idle]')).toBeVisible()
      await expectAccessible(page)
      await page.locator('[data-shx-action="stay"]').click()
      await page.locator('[data-tab="about"]').click()
      await page.getByRole('button', { name: 'Show parts and licences' }).click()
      await page.locator('[data-built-with="jose"] summary').click()
      await expectAccessible(page)
    })

    test('the refusal in a frame of somebody else passes them', async ({ page, viewer, baseURL }) => {
      const published = 'https://viewer.example'
      await page.context().route(`${published}/**`, async (route) => {
        const url = route.request().url()
        if (url.endsWith('/config.json')) return route.fulfill({ json: {} })
        return route.fulfill({ response: await route.fetch({ url: url.replace(published, baseURL ?? '') }) })
      })
      await page.route('https://elsewhere.example/', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><title>Elsewhere</title><main><h1>Elsewhere</h1>
            <iframe title="viewer" src="${published}/" style="width:20rem;height:40rem"></iframe></main></html>`,
        }),
      )
      await page.goto('https://elsewhere.example/')
      await expect(page.frameLocator('iframe').locator('[data-shx-framed="refused"]')).toBeVisible()
      await expectAccessible(page)
      await viewer.start() // what was stored is looked at on a page of our own
    })
  })
}

test('all of the share dialog is seen at once on a desk, and nothing of it stands beside a phone', async ({
  page,
  viewer,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await viewer.start()
  await page.locator('[data-sample="health-card"]').click()
  await viewer.expectReady()
  await page.locator('[data-share]').click()
  await expect(page.locator('[data-share-code] svg')).toBeVisible()
  const dialog = page.locator('[data-shx-share]')
  const over = () =>
    dialog.evaluate((element) => [
      element.scrollHeight - element.clientHeight,
      element.scrollWidth - element.clientWidth,
    ])
  await expect.poll(over).toEqual([0, 0])
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(async () => (await over())[1]).toBe(0)
  await expect(page.locator('[data-share-code] svg')).toBeInViewport()
})
