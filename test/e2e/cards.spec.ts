import type { Page } from '@playwright/test'
import { startStaticServer } from '../support/node/staticServer'
import { chunksOf, issue, newIssuer, type TestIssuer } from '../support/issueCard'
import { expect, test, type Viewer } from './support/viewer'

const parts = async (total: number): Promise<readonly string[]> =>
  chunksOf(await issue(await newIssuer('https://stranger.example')), total)

/** Types as a scanner does into the box that has the focus. */
async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.insertText(text)
  await page.keyboard.press('Enter')
}

const progress = (viewer: Viewer) => viewer.data.locator('[data-shx-parts]')

test('C-02: the codes of a card in parts are scanned one after the other without a click', async ({
  page,
  viewer,
}) => {
  const [one = '', two = '', three = ''] = await parts(3)
  await viewer.start()
  await viewer.read(two)
  await viewer.expectError('QR_CHUNK_INCOMPLETE')
  await expect(progress(viewer)).toHaveAttribute('data-shx-parts', '1/3')
  await expect(progress(viewer)).toHaveAttribute('data-shx-missing', '1 3')
  await expect(viewer.data).toContainText('Parts 1 and 3 are missing.')
  await expect(viewer.box).toBeFocused()
  await scan(page, two)
  await expect(progress(viewer)).toHaveAttribute('data-shx-parts', '1/3')
  await expect(viewer.box).toBeFocused()
  await scan(page, three)
  await expect(progress(viewer)).toHaveAttribute('data-shx-parts', '2/3')
  await expect(viewer.data).toContainText('2 of 3 scanned')
  await expect(viewer.box).toBeFocused()
  await scan(page, one)
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveCount(1)
})

test('C-02: a code of another card costs nothing of the first', async ({ page, viewer }) => {
  const [one = '', two = ''] = await parts(2)
  const [other = ''] = await parts(3)
  await viewer.start()
  await viewer.read(one)
  await viewer.expectError('QR_CHUNK_INCOMPLETE')
  await expect(viewer.box).toBeFocused()
  await scan(page, other)
  await viewer.expectError('QR_CHUNK_CONFLICT')
  await page.getByRole('button', { name: 'Go on with the first card' }).click()
  await viewer.expectError('QR_CHUNK_INCOMPLETE')
  await expect(progress(viewer)).toHaveAttribute('data-shx-parts', '1/2')
  await expect(viewer.box).toBeFocused()
  await scan(page, other)
  await page.getByRole('button', { name: 'Start again with this code' }).click()
  await expect(progress(viewer)).toHaveAttribute('data-shx-parts', '1/3')
  await expect(viewer.box).toBeFocused()
  await scan(page, one)
  await page.getByRole('button', { name: 'Start again with this code' }).click()
  await expect(progress(viewer)).toHaveAttribute('data-shx-parts', '1/2')
  await expect(viewer.box).toBeFocused()
  await scan(page, two)
  await viewer.expectReady()
})

test('C-11: the page of the standard’s deep links opens a card, one level down of any folder', async ({
  page,
  viewer,
}) => {
  const server = await startStaticServer('dist', '/some/where/')
  const card = await issue(await newIssuer('https://stranger.example'))
  const fragment = encodeURIComponent(JSON.stringify({ verifiableCredential: [card] }))
  await viewer.start(`${server.origin}/some/where/SMARTHealthCard/#${fragment}`)
  await viewer.expectReady()
  expect(page.url()).toBe(`${server.origin}/some/where/SMARTHealthCard/`)
  await page.locator('[data-tab="start"]').click()
  await page.locator('[data-sample="health-card"]').click()
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_TEST/)
  await server.stop()
})

const JWKS = 'https://stranger.example/.well-known/jwks.json'

/** A card of an issuer on no list, in a viewer whose lists can all be had. */
async function openUnlisted(viewer: Viewer, issuer: TestIssuer): Promise<void> {
  const url = 'https://directory.example.org/list.json'
  const list = { time: new Date().toISOString(), issuerInfo: [] }
  await viewer.configure({ trustedDirectories: [url], testDirectories: [] }, { [url]: list })
  await viewer.start()
  await viewer.read(await issue(issuer))
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_NOT_LISTED/)
}

test('C-27: an issuer on no list is asked only after it was said whom that tells what', async ({
  page,
  viewer,
  watch,
}) => {
  const issuer = await newIssuer('https://stranger.example')
  const server = await viewer.serve(JWKS, () => ({
    body: { keys: [issuer.published] },
    headers: { 'content-type': 'text/plain' },
  }))
  await openUnlisted(viewer, issuer)
  await page.getByRole('button', { name: 'Check with the issuer' }).click()
  await expect(viewer.data).toContainText('This asks stranger.example for its keys.')
  expect([...watch.hosts]).not.toContain('stranger.example')
  await page.getByRole('button', { name: 'Ask stranger.example' }).click()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_SELF_PUBLISHED/)
  await expect(viewer.bundle).toHaveAttribute('data-bundle-status', 'untrusted')
  expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${JWKS}`])
})

test('C-27: an issuer that does not answer leaves the card as it was, with the reason', async ({
  page,
  viewer,
}) => {
  const issuer = await newIssuer('https://stranger.example')
  await viewer.serve(JWKS, () => ({ status: 404, body: '' }))
  await openUnlisted(viewer, issuer)
  await page.getByRole('button', { name: 'Check with the issuer' }).click()
  await page.getByRole('button', { name: 'Ask stranger.example' }).click()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_KEYS_UNREACHABLE/)
  await expect(viewer.bundle).toHaveAttribute('data-bundle-status', 'untrusted')
  await expect(viewer.data).toContainText('status 404')
  await expect(page.getByRole('button', { name: 'Check with the issuer' })).toBeVisible()
})
