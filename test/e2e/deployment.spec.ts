import { linkOf } from '../../scripts/samples/encryptFile'
import { startStaticServer } from '../support/node/staticServer'
import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { expect, test } from './support/viewer'

test('the built folder works below a path of a host that knows nothing of it', async ({ page, viewer }) => {
  const server = await startStaticServer('dist', '/some/where/')
  const { link, encrypt } = newLink()
  const jwe = await encrypt(patientBundle())
  await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await viewer.start(`${server.origin}/some/where/shlink.html#${link}`)
  await viewer.expectReady()
  await expect(viewer.data).toContainText('0 mg/dL')
  expect(page.url()).toBe(`${server.origin}/some/where/shlink.html`)
  await server.stop()
})

test('the samples that need no server open from a static host', async ({ page, viewer }) => {
  const server = await startStaticServer('dist', '/v/')
  await viewer.start(`${server.origin}/v/`)
  const samples = page.locator('[data-sample]')
  await expect(samples.first()).toBeVisible()
  const ids = await samples.evaluateAll((all) =>
    all.map((element) => element.getAttribute('data-sample') ?? ''),
  )
  expect(ids.length).toBeGreaterThan(8)
  for (const id of ids) {
    await page.locator('[data-tab="start"]').click()
    await page.locator(`[data-sample="${id}"]`).click()
    await expect(viewer.data, id).toHaveAttribute('data-shx-phase', /ready|failed/)
    const error = await viewer.data.getAttribute('data-shx-error')
    expect(error, id).toBe(id === 'expired-link' ? 'LINK_EXPIRED' : null)
  }
  await server.stop()
})

test('config.json decides the first screen, the recipient and the lists', async ({ viewer }) => {
  await viewer.configure({
    initialTab: 'scan',
    recipient: 'Harbor Clinic, registration',
    testDirectories: [],
  })
  const { link, encrypt } = newLink()
  const jwe = await encrypt(patientBundle())
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await viewer.start()
  await expect(viewer.page.locator('h1')).toHaveText('Scan or paste')
  await viewer.read(link)
  await viewer.expectReady()
  expect(server.requests[0]?.body['recipient']).toBe('Harbor Clinic, registration')
})

test('a config.json that is wrong is named, and the viewer works all the same', async ({ page, viewer }) => {
  await viewer.configure({ initialTab: 'everything', trustedDirectories: 'https://evil.example' })
  await viewer.start()
  await expect(page.locator('main')).toContainText('trustedDirectories, initialTab')
  await viewer.read(JSON.stringify(patientBundle()))
  await viewer.expectReady()
})

test('nothing in the address can change trust, hosts or the recipient', async ({ page, viewer, watch }) => {
  const query =
    'trustedDirectories=https://evil.example/d.json&testDirectories=&recipient=Mallory&permissive=1&config=https://evil.example/c.json'
  const { link } = newLink()
  const server = await viewer.serve(HOST, () => ({ body: { files: [] } }))
  await viewer.start(`./?${query}#${link}`)
  await viewer.expectError('MANIFEST_EMPTY')
  expect(server.requests[0]?.body['recipient']).not.toBe('Mallory')
  expect([...watch.hosts]).not.toContain('evil.example')
  expect(page.url()).not.toContain('shlink')
})

test('a directory that cannot be had makes a card unchecked, never forged; and it can be checked again', async ({
  page,
  viewer,
}) => {
  const directory = await (await page.request.get('directories/test-issuers.json')).json()
  const url = 'https://directory.example.org/list.json'
  let reachable = false
  await viewer.configure({ trustedDirectories: [url], testDirectories: [] })
  await page.route(url, (route) =>
    reachable
      ? route.fulfill({ json: directory, headers: { 'access-control-allow-origin': '*' } })
      : route.abort('connectionrefused'),
  )
  const card = await (await page.request.get('samples/health-card.txt')).text()
  await viewer.start()
  await viewer.read(card)
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-status', 'unchecked')
  reachable = true
  await expect(async () => {
    await page.getByRole('button', { name: 'Check again' }).click({ timeout: 3_000 })
    await expect(viewer.bundle).toHaveAttribute('data-bundle-status', 'untrusted', { timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  // From the copy in the browser's cache, now that the list is out of reach again.
  reachable = false
  await page.reload()
  await viewer.read(card)
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /\bISSUER_TEST\b/)
})

test('a link on this machine opens when the page comes from this machine', async ({ viewer }) => {
  const server = await startStaticServer('dist', '/')
  await viewer.start()
  await viewer.read(linkOf({ url: `${server.origin}/nothing`, key: 'A'.repeat(43), flag: 'U' }))
  await viewer.expectError('NETWORK_OR_CORS')
  await server.stop()
})
