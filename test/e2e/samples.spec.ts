import { expect, test } from './support/viewer'

interface CatalogEntry {
  readonly id: string
  readonly passcode?: string
  readonly expect: {
    readonly statuses?: readonly string[]
    readonly codes?: readonly string[]
    readonly error?: string
  }
}

test('every sample on the start page opens as its description says', async ({ page, viewer, watch }) => {
  test.setTimeout(300_000)
  // With no list of trusted issuers at all, "on no list" can be told from "could not be checked".
  await viewer.configure({ trustedDirectories: [] })
  await viewer.start()
  const catalogs = await Promise.all(
    ['samples/catalog.json', 'sample-host/catalog.json'].map(async (path) =>
      (await page.request.get(path)).json(),
    ),
  )
  const entries = catalogs.flat() as readonly CatalogEntry[]
  expect(entries.length).toBeGreaterThan(20)
  await expect(page.locator('[data-sample]')).toHaveCount(entries.length)
  for (const { id, passcode, expect: expected } of entries) {
    await test.step(id, async () => {
      await page.locator('[data-tab="start"]').click()
      await page.locator(`[data-sample="${id}"]`).click()
      if (passcode !== undefined) {
        await viewer.expectError('PASSCODE_REQUIRED')
        await viewer.passcode.fill(passcode)
        await viewer.passcode.press('Enter')
      }
      if (expected.error !== undefined) return viewer.expectError(expected.error)
      await viewer.expectReady()
      const statuses = expected.statuses ?? []
      let shown = await viewer.data.innerText()
      for (const [index, status] of statuses.entries()) {
        if (statuses.length > 1) await page.locator('[data-shx-chooser]').selectOption(String(index))
        await expect(viewer.bundle).toHaveAttribute('data-bundle-status', status)
        // A sample is never green: the sample issuer's private key stands in this repository.
        expect(status).not.toBe('verified')
        shown += ` ${await viewer.bundle.getAttribute('data-bundle-codes')}`
      }
      // Some of what is said has its words a moment after the record.
      const said = async (): Promise<string> => `${shown} ${await viewer.data.innerText()}`
      for (const code of expected.codes ?? []) await expect.poll(said).toContain(code)
    })
  }
  expect([...watch.hosts].filter((host) => !host.startsWith('localhost'))).toEqual([])
})
