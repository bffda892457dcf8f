import { expect, test, vi } from 'vitest'
import { listDocuments } from '../../../src/core/ehr/documentSearch'
import { BASE, fakeChart, scan, searchset, type Answer } from '../../support/chart'

const { signal } = new AbortController()
const list = (answer: Parameters<typeof fakeChart>[0], onPage?: (named: number) => void) => {
  const fake = fakeChart(answer)
  return { ...fake, listed: listDocuments(fake.chart, { signal, ...(onPage && { onPage }) }) }
}
const titles = (listed: Awaited<ReturnType<typeof listDocuments>>) =>
  listed.ok ? listed.value.documents.map(({ title }) => title) : listed.error

test('all pages of the list are asked for, one after the other, and told', async () => {
  const pages: Record<string, Answer> = {
    'DocumentReference?patient=p1&_sort=-date&_count=100': searchset([scan('a')], 'DocumentReference?page=2'),
    'DocumentReference?page=2': searchset([scan('b'), scan('a')], `${BASE}?page=3`),
    [`${BASE}?page=3`]: searchset([scan('c', { date: '2026-12-01' })]),
  }
  const onPage = vi.fn<(named: number) => void>()
  const { listed, paths } = list(({ path }) => pages[path.replace(`${BASE}/`, '')] ?? 'network', onPage)
  expect(titles(await listed)).toEqual(['Scan c', 'Scan a', 'Scan b'])
  expect(paths()).toEqual(Object.keys(pages))
  expect(onPage.mock.calls).toEqual([[1], [2], [3]])
})

test('the id of the patient is a value, never a part of the question', async () => {
  const { chart, paths } = fakeChart(() => searchset([]))
  await listDocuments({ ...chart, patientId: 'p1&_id=*' }, { signal })
  expect(paths()).toEqual(['DocumentReference?patient=p1%26_id%3D*&_sort=-date&_count=100'])
})

test('a server that cannot sort is asked without, one whose page is too large for smaller ones', async () => {
  const { listed, paths } = list(({ path }) =>
    path.includes('_sort')
      ? { status: 400 }
      : path.includes('_count=100')
        ? 'too-large'
        : searchset([scan('a')]),
  )
  expect(titles(await listed)).toEqual(['Scan a'])
  expect(paths().map((path) => path.split('patient=p1')[1])).toEqual([
    '&_sort=-date&_count=100',
    '&_count=100',
    '&_count=10',
  ])
})

test.each<[string, Answer, unknown]>([
  ['no leave', { status: 403 }, { kind: 'refused', status: 403 }],
  ['a question that is bad in every form', { status: 400 }, { kind: 'refused', status: 400 }],
  ['an ended session', 'session-expired', { kind: 'failed', failure: 'session-expired' }],
  ['a login page', { bytes: new TextEncoder().encode('<html>') }, { kind: 'not-fhir' }],
  ['another resource', { json: { resourceType: 'OperationOutcome' } }, { kind: 'not-fhir' }],
  ['bytes', { bytes: Uint8Array.from([0xff, 0xfe, 0]) }, { kind: 'not-fhir' }],
])('%s is a failure of the whole', async (_, answer, error) => {
  expect(await list(() => answer).listed).toEqual({ ok: false, error })
})

test('a failure on a later page leaves a list that says so', async () => {
  const { listed } = list(({ path }) =>
    path.endsWith('page=2') ? { status: 500 } : searchset([scan('a')], 'D?page=2'),
  )
  expect(await listed).toMatchObject({
    value: { documents: [{ title: 'Scan a' }], cut: { kind: 'refused', status: 500 } },
  })
})

test('a next page on another server is not asked for', async () => {
  const { listed, requests } = list(() => searchset([scan('a')], 'https://evil.example/fhir/r4/D?page=2'))
  expect(await listed).toMatchObject({ value: { cut: { kind: 'failed', failure: 'foreign-address' } } })
  expect(requests).toHaveLength(1)
})

test('pages in a circle end', async () => {
  const { listed, requests } = list(() => searchset([scan('a')], 'D?page=2'))
  expect(await listed).not.toHaveProperty('value.cut')
  expect(requests).toHaveLength(2)
})

test('a list without an end is cut, and says so', async () => {
  let page = 0
  const { listed, requests } = list(() => searchset([scan(`d${page}`)], `D?page=${++page}`))
  expect(await listed).toMatchObject({ value: { cut: { kind: 'limit' } } })
  expect(requests).toHaveLength(40)
})

test('what is left out is counted by its reason', async () => {
  const { listed } = list(() =>
    searchset([
      scan('a'),
      scan('b', { status: 'superseded' }),
      scan('c', { subject: { reference: 'Patient/p2' } }),
      scan('d', { content: [{ attachment: { contentType: 'text/plain', url: 'x' } }] }),
      scan('e', { content: null }),
      { resourceType: 'OperationOutcome' },
      null,
    ]),
  )
  expect(await listed).toMatchObject({
    value: {
      documents: [{ title: 'Scan a' }],
      leftOut: { 'not-current': 1, 'other-patient': 1, 'other-format': 1, 'no-content': 1 },
    },
  })
})
