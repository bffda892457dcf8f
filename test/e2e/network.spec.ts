import { readFile } from 'node:fs/promises'
import type { Page, Request } from '@playwright/test'
import { HOST, newLink, patientBundle } from './support/links'
import { expect, test } from './support/viewer'

const DIRECTORY = 'https://directory.example.org/list.json'
const PASSCODE = 'kestrel-4711'
const KEY = new Uint8Array(Buffer.from('a session that is looked at whol'))
/** Of the person, the link and the card: none of it may be left anywhere, or stand in an address that is asked. */
const MARKERS = [
  'Okonkwo',
  '1980-02-29',
  PASSCODE,
  Buffer.from(KEY).toString('base64url'),
  'shlink:/e',
  'shc:/5',
  'Anyperson',
]

/** A second file of the link, with another person's name in it as a marker. */
const SECOND = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [{ resource: { resourceType: 'Patient', name: [{ family: 'Anyperson' }] } }],
}

/** Everything that outlives a page: storage of every kind, the address, the history entry and the window's name. */
const leftBehind = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    // It runs in the page, which knows nothing of the functions around.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
      })
    const databases: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store)
        databases.push([name, store, await asked(rows.getAllKeys()), await asked(rows.getAll())])
      }
      database.close()
    }
    const cached: string[] = []
    for (const key of await caches.keys()) {
      const cache = await caches.open(key)
      cached.push(...(await cache.keys()).map(({ url }) => url))
    }
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      databases,
      cached,
      document.cookie,
      location.href,
      history.state,
      window.name,
      document.title,
      document.body.innerText,
      [...document.querySelectorAll('[href], [src]')].map((element) => [
        element.getAttribute('href'),
        element.getAttribute('src'),
      ]),
    ])
  })

const markersIn = (text: string): readonly string[] =>
  MARKERS.filter((marker) => text.includes(marker) || text.includes(encodeURIComponent(marker)))

test('a whole session asks only its own host, the link’s and the list’s, and leaves nothing behind', async ({
  page,
  viewer,
  baseURL,
}) => {
  test.slow()
  const requests: Request[] = []
  page.context().on('request', (request) => requests.push(request))
  const list = JSON.parse(await readFile('public/directories/test-issuers.json', 'utf8')) as unknown
  await viewer.configure({ trustedDirectories: [DIRECTORY], testDirectories: [] }, { [DIRECTORY]: list })
  const { link, encrypt } = newLink({ flag: 'P', label: 'For the desk' }, KEY)
  const files = await Promise.all([encrypt(patientBundle()), encrypt(SECOND)])
  await viewer.serve(HOST, ({ url, body }) => {
    if (url.endsWith('/manifest') && body['passcode'] !== PASSCODE) {
      return { status: 401, body: { remainingAttempts: 3 } }
    }
    if (!url.endsWith('/manifest')) {
      return { body: files[Number(url.slice(-1))] ?? '', headers: { 'content-type': 'application/jose' } }
    }
    const locations = files.map((_, index) => `${HOST}files/${index}`)
    return {
      body: { files: locations.map((location) => ({ contentType: 'application/fhir+json', location })) },
    }
  })

  // A card, whose issuer is looked up.
  await viewer.start()
  await page.locator('[data-sample="health-card"]').click()
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-status', /.+/)

  // A link with a passcode and two files, saved and read in another language.
  await viewer.read(link)
  await viewer.passcode.fill(PASSCODE)
  await viewer.passcode.press('Enter')
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Okonkwo')
  const download = page.waitForEvent('download')
  await page.locator('[data-save-menu]').click()
  await page.locator('[data-save-action="save-json"]').click()
  expect(markersIn((await download).suggestedFilename())).toEqual([])
  await page.getByRole('combobox', { name: 'Language' }).selectOption('es')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')

  // About, with everything that it fetches, and back.
  await page.locator('[data-tab="about"]').click()
  await page.getByRole('button', { name: 'Mostrar componentes y licencias' }).click()
  await expect(page.locator('[data-built-with="react"]')).toBeVisible()
  await page.locator('[data-tab="data"]').click()
  await viewer.expectReady()

  await page.locator('[data-shx-action="next-patient"]').first().click()
  await expect(page.locator('main')).not.toContainText('Okonkwo')
  await expect(viewer.bundle).toHaveCount(0)

  const allowed = new Set([new URL(baseURL ?? '').host, new URL(HOST).host, new URL(DIRECTORY).host])
  const hosts = new Set(requests.map((request) => new URL(request.url()).host).filter((host) => host !== ''))
  expect([...hosts].filter((host) => !allowed.has(host))).toEqual([])
  expect([...hosts].toSorted()).toEqual([...allowed].toSorted())
  expect(
    requests.filter((request) => markersIn(request.url()).length > 0).map((request) => request.url()),
  ).toEqual([])
  // Only the server that asked for the passcode gets it, and nobody learns where a reader came from.
  const told = requests.filter((request) => markersIn(request.postData() ?? '').length > 0)
  expect(told.map((request) => [request.method(), request.url()])).toEqual([['POST', `${HOST}manifest`]])
  expect(
    requests.filter((request) => request.headers()['referer'] !== undefined).map((request) => request.url()),
  ).toEqual([])

  expect(markersIn(await leftBehind(page))).toEqual([])
  await page.reload()
  await expect(page.locator('main')).toBeVisible()
  expect(markersIn(await leftBehind(page))).toEqual([])
  // One step back is out of the viewer: no entry of the history leads to what was open.
  await page.goBack()
  expect(page.url()).toBe('about:blank')
  await viewer.start()
})
