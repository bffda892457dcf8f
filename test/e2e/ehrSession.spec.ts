import type { FrameLocator } from '@playwright/test'
import type { Quirk } from '../../scripts/ehr/quirks'
import { expect, test, type Desk } from './support/ehr'

const connected = (viewer: FrameLocator) => viewer.locator('[data-patient-banner]')

/** Searches the chart until it rests, and opens nothing by hand: the best find opens itself. */
async function searchChart(viewer: FrameLocator): Promise<void> {
  await expect(connected(viewer)).toBeVisible()
  await viewer.locator('[data-tab="search"]').click()
  await viewer.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click()
  await expect(viewer.locator('[data-shx-phase="ready"]')).toBeVisible({ timeout: 60_000 })
}

async function saveToRecord(viewer: FrameLocator): Promise<void> {
  await viewer.locator('[data-save-to-record]').click()
  await viewer.getByRole('button', { name: 'Save to this chart' }).click()
}

const savedDocuments = async ({ ehr }: Desk) =>
  (await ehr.stored('DocumentReference')).filter(({ id }) => id?.startsWith('saved-'))

test('a visit: launched, searched, opened, compared, saved once, and found in the chart', async ({
  desk,
}) => {
  const viewer = await desk.launch('hart')
  await expect(connected(viewer)).toContainText('Noah James Hart')
  await searchChart(viewer)
  await expect(viewer.locator('[data-patient-match]').first()).toHaveAttribute('data-patient-match', 'match')
  await saveToRecord(viewer)
  await expect(viewer.locator('[data-save-outcome="saved"]')).toBeVisible({ timeout: 60_000 })
  await viewer.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
  await saveToRecord(viewer)
  await expect(viewer.locator('[data-save-outcome="already-saved"]')).toBeVisible({ timeout: 60_000 })
  expect(await savedDocuments(desk)).toHaveLength(1)
  await desk.page.goto(`${desk.ehr.origin}/documents?chart=hart`)
  await expect(desk.page.getByText('saved by an application')).toHaveCount(1)
})

test('everything that went to the EHR was allowed, and nothing went anywhere else', async ({ desk }) => {
  const hosts = new Set<string>()
  desk.context.on('request', (request) => hosts.add(new URL(request.url()).host))
  const viewer = await desk.launch('hart')
  await searchChart(viewer)
  // The public list of issuers is the one other host, asked for nothing but itself.
  hosts.delete('raw.githubusercontent.com')
  expect([...hosts].toSorted()).toEqual([new URL(desk.ehr.origin).host, new URL(desk.viewer).host].toSorted())
  expect(desk.ehr.foreignRequests()).toEqual([])
  const fhir = desk
    .audit()
    .filter(({ method, address }) => method !== 'OPTIONS' && address.startsWith('/fhir/'))
  expect(fhir.filter(({ status }) => status === 401 || status === 403)).toEqual([])
  expect(desk.audit().filter(({ referrer }) => referrer?.startsWith(desk.viewer))).toEqual([])
})

test('what signs in stays out of addresses, the console and every storage but its own', async ({ desk }) => {
  const said: string[] = []
  desk.context.on('console', (message) => said.push(message.text()))
  const tokens: string[] = []
  desk.page.on('response', async (response) => {
    if (!response.url().endsWith('/oauth/token')) return
    const json = (await response.json()) as Readonly<Record<string, unknown>>
    for (const name of ['access_token', 'refresh_token', 'id_token']) tokens.push(String(json[name]))
  })
  const viewer = await desk.launch('hart')
  await expect(connected(viewer)).toBeVisible()
  await expect.poll(() => tokens.length).toBe(3)
  const address = await desk.address('hart')
  expect([...address.searchParams.keys()]).toEqual(['state'])
  expect(address.hash).toBe('')
  const kept = await viewer.locator('body').evaluate(async () => ({
    local: JSON.stringify(Object.entries(localStorage)),
    session: Object.keys(sessionStorage),
    name: window.name,
    cookies: document.cookie,
    databases: await indexedDB.databases(),
    history: JSON.stringify(history.state),
  }))
  expect(kept.session).toHaveLength(1)
  expect(kept.session[0]).toContain(address.searchParams.get('state'))
  const elsewhere = JSON.stringify({ ...kept, session: [], said })
  for (const token of tokens) expect(elsewhere).not.toContain(token)
})

const CONNECTING: readonly Quirk[] = [
  'oracle',
  'no-refresh',
  'shows-patient',
  'no-scopes-for-write',
  'no-scopes-for-search',
]

test('an EHR may differ in much, and the chart is connected all the same', async ({ desk }) => {
  for (const quirk of CONNECTING) {
    await test.step(quirk, async () => {
      const before = desk.asked('POST /oauth/token').length
      const viewer = await desk.launch('castellanos', { quirks: [quirk] })
      await expect(connected(viewer)).toContainText('Rosa Imelda Castellanos')
      const wanted = quirk === 'shows-patient' ? 'compact' : 'full'
      await expect(connected(viewer)).toHaveAttribute('data-patient-banner', wanted)
      const codes = desk.asked('POST /oauth/token').slice(before)
      expect(codes.filter(({ status }) => status !== 200)).toEqual([])
      await expect(viewer.locator('[data-ehr]')).toHaveAttribute('data-ehr', 'ready')
    })
  }
})

test('what an EHR has not allowed is said, and not asked for', async ({ desk }) => {
  const viewer = await desk.launch('hart', { quirks: ['no-scopes-for-search'] })
  await expect(connected(viewer)).toBeVisible()
  await viewer.locator('[data-tab="search"]').click()
  await expect(viewer.getByText('has not given the viewer leave to read the documents')).toBeVisible()
  expect(desk.asked('GET /fhir/DocumentReference')).toEqual([])
})

test('the frame may use the camera and the clipboard, as the EHR has delegated them', async ({ desk }) => {
  const viewer = await desk.launch('hart')
  await expect(connected(viewer)).toBeVisible()
  const allowed = await viewer.locator('body').evaluate(() => {
    const { featurePolicy } = document as unknown as {
      readonly featurePolicy: { readonly allowsFeature: (name: string) => boolean }
    }
    return ['camera', 'clipboard-write', 'microphone'].map((name) => featurePolicy.allowsFeature(name))
  })
  expect(allowed).toEqual([true, true, false])
})

test('two charts side by side keep their people apart, also in what they save', async ({ desk }) => {
  const { hart, castellanos } = await desk.launchBoth()
  await expect(connected(hart)).toContainText('Noah James Hart')
  await expect(connected(castellanos)).toContainText('Rosa Imelda Castellanos')
  await searchChart(castellanos)
  await expect(castellanos.locator('[data-patient-match]').first()).toHaveAttribute(
    'data-patient-match',
    'match',
  )
  await saveToRecord(castellanos)
  await expect(castellanos.locator('[data-save-outcome="saved"]')).toBeVisible({ timeout: 60_000 })
  expect((await savedDocuments(desk)).map(({ subject }) => subject)).toEqual([
    expect.objectContaining({ reference: 'Patient/castellanos' }),
  ])
  await expect(connected(hart)).toContainText('Noah James Hart')
})
