import type { FrameLocator } from '@playwright/test'
import { expect, test, type Desk } from './support/ehr'

/** Looking at a page takes a moment, and on a busy machine a long one. */
const patiently = expect.configure({ timeout: 90_000 })

async function startSearch(frame: FrameLocator): Promise<void> {
  await frame.locator('[data-tab="search"]').click()
  await keepStates(frame)
  await frame.locator('[data-shx-action="search"]').click()
}

/** Keeps every state that a document has been in, however short a moment: in `data-states` of the frame's page. */
const keepStates = (frame: FrameLocator): Promise<void> =>
  frame.locator('html').evaluate((page) => {
    const states = new Set<string>()
    new MutationObserver(() => {
      for (const row of page.querySelectorAll<HTMLElement>('[data-searched]'))
        states.add(row.dataset['searched'] ?? '')
      page.dataset['states'] = [...states].join(' ')
    }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-searched'] })
  })

const search = (frame: FrameLocator) => frame.locator('[data-record-search]')
const row = (frame: FrameLocator, title: string) =>
  frame.locator('[data-searched]').filter({ hasText: title })

const binariesAsked = (desk: Desk): readonly string[] =>
  desk.asked('GET /fhir/Binary/').map(({ address }) => address.split('/').at(-1) ?? '')

test('a search of the chart opens the insurance card, and lists every other find', async ({ desk }) => {
  const frame = await desk.launch('hart')
  await startSearch(frame)
  await patiently(frame.locator('html')).toHaveAttribute('data-states', /\breading\b/)
  // It stands on the second page of a PDF.
  await patiently(frame.locator('[data-shx-phase="ready"]')).toBeVisible()
  await expect(frame.locator('[data-renderer="coverage"]')).toBeVisible()

  await frame.locator('[data-tab="search"]').click()
  await patiently(search(frame)).toHaveAttribute('data-record-search', 'found')
  await expect(row(frame, 'Consent form')).toHaveAttribute('data-searched', 'waiting')
  expect(binariesAsked(desk)).not.toContain('hart-parking')
  await frame.getByRole('button', { name: 'Go on searching' }).click()
  await patiently(search(frame)).toHaveAttribute('data-record-search', 'finished')

  const found = frame.locator('[data-found]')
  await expect(found).toHaveCount(3)
  await expect(found.nth(0)).toContainText('Insurance card (scan)') // PDF
  await expect(found.nth(1)).toContainText('Vaccination record (photo)') // PNG
  await expect(found.nth(2)).toContainText('Laboratory results from outside') // JPEG
  await found.nth(1).getByRole('button').click()
  await patiently(frame.locator('[data-renderer="immunizationHistory"]')).toBeVisible()
})

test('bad documents stop nothing, and each says why; other servers are never asked', async ({ desk }) => {
  const frame = await desk.launch('hart')
  await startSearch(frame)
  await patiently(frame.locator('[data-shx-phase="ready"]')).toBeVisible()
  await frame.locator('[data-tab="search"]').click()
  await frame.getByRole('button', { name: 'Go on searching' }).click()
  await patiently(search(frame)).toHaveAttribute('data-record-search', 'finished')
  await expect(row(frame, 'at another server')).toContainText('outside of the EHR, at 127.0.0.1')
  await expect(row(frame, 'Letter that was deleted')).toContainText('does not have it any more')
  await expect(row(frame, 'Scan that was cut off')).toHaveAttribute('data-searched', 'unread')
  await expect(row(frame, 'Scan 0007.pdf')).toHaveAttribute('data-searched', 'nothing')
  await expect(row(frame, 'Scanned letter')).toHaveAttribute('data-searched', 'nothing')
  await expect(row(frame, 'Parking permit')).toContainText('neither card nor link')
  await expect(frame.locator('[data-left-out="not-current"]')).toContainText('2 documents')
  await expect(frame.locator('[data-left-out="other-format"]')).toContainText('130 documents')
  expect(desk.ehr.foreignRequests()).toEqual([])
})

test('an EHR with the rules of Oracle Health is searched, over all pages of its list', async ({ desk }) => {
  const frame = await desk.launch('hart', { quirks: ['oracle'] })
  await startSearch(frame)
  await patiently(frame.locator('[data-renderer="coverage"]')).toBeVisible()
  const lists = desk.asked('GET /fhir/DocumentReference')
  expect(lists.length).toBeGreaterThan(1)
  expect(lists.every(({ status }) => status === 200)).toBe(true)
  await frame.locator('[data-tab="search"]').click()
  // Undated by type and refused in any other form: the scan whose type nobody states is asked for as FHIR.
  await frame.getByRole('button', { name: 'Go on searching' }).click()
  await patiently(search(frame)).toHaveAttribute('data-record-search', 'finished')
  await expect(row(frame, 'Scanned letter')).toHaveAttribute('data-searched', 'nothing')
})

test('the same card on two scans is one find, and a link is another', async ({ desk }) => {
  const frame = await desk.launch('castellanos')
  await startSearch(frame)
  await patiently(frame.locator('[data-shx-phase="ready"]')).toBeVisible()
  await frame.locator('[data-tab="search"]').click()
  await patiently(frame.locator('[data-found="link"]')).toHaveCount(1)
  await patiently(frame.locator('[data-searched="found"]')).toHaveCount(3)
  await expect(frame.locator('[data-found]')).toHaveCount(2)
})

test('a search is cancelled, and gone on with', async ({ desk }) => {
  const frame = await desk.launch('hart', { quirks: ['slow-binary'] })
  await startSearch(frame)
  await patiently(frame.locator('[data-searched="fetching"]').first()).toBeVisible()
  await frame.getByRole('button', { name: 'Cancel' }).click()
  await expect(search(frame)).toHaveAttribute('data-record-search', 'cancelled')
  const asked = binariesAsked(desk).length
  await desk.page.waitForTimeout(1_500)
  expect(binariesAsked(desk)).toHaveLength(asked)
  await expect(frame.locator('[data-found]')).toHaveCount(0)
  desk.ehr.quirks.clear()
  await frame.getByRole('button', { name: 'Go on searching' }).click()
  await patiently(frame.locator('[data-renderer="coverage"]')).toBeVisible()
})

test('a search that fails says so, and can be repeated', async ({ desk }) => {
  const frame = await desk.launch('castellanos', { quirks: ['search-fails'] })
  await startSearch(frame)
  await expect(search(frame)).toHaveAttribute('data-record-search', 'failed')
  await expect(search(frame)).toContainText('refused to list the documents')
  desk.ehr.quirks.clear()
  await frame.getByRole('button', { name: 'Search again' }).click()
  await patiently(frame.locator('[data-shx-phase="ready"]')).toBeVisible()
})

test('without leave to read documents there is a reason instead of a button', async ({ desk }) => {
  const frame = await desk.launch('hart', { quirks: ['no-scopes-for-search'] })
  await frame.locator('[data-tab="search"]').click()
  await expect(frame.getByText('has not given the viewer leave')).toBeVisible()
  await expect(frame.locator('[data-shx-action="search"]')).toHaveCount(0)
})

test('outside an EHR there is no search', async ({ desk }) => {
  await desk.page.goto(desk.viewer)
  await expect(desk.page.locator('[data-tab="about"]')).toBeVisible()
  await expect(desk.page.locator('[data-tab="search"]')).toHaveCount(0)
})
