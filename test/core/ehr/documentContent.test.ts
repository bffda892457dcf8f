import { expect, test } from 'vitest'
import type { ChartFile } from '../../../src/core/ehr/chartDocument'
import { readChartFile } from '../../../src/core/ehr/documentContent'
import { BASE, fakeChart, type Answer } from '../../support/chart'

const { signal } = new AbortController()
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47])
const DATA = 'iVBORw=='
const at = (url: string, type = 'image/png'): ChartFile => ({ type, source: { kind: 'address', url } })
const binary = { json: { resourceType: 'Binary', contentType: 'image/png', data: DATA } }

test('a file is asked for in its own type, and taken as it comes', async () => {
  const { chart, requests } = fakeChart(() => ({ bytes: PNG }))
  expect(await readChartFile(at('Binary/1'), chart, signal)).toEqual({ ok: true, value: PNG })
  expect(requests).toMatchObject([{ path: `${BASE}/Binary/1`, accept: 'image/png' }])
})

test('a server that refuses that is asked for a Binary in JSON', async () => {
  const { chart, requests } = fakeChart(({ accept }) => (accept === 'image/png' ? { status: 406 } : binary))
  expect(await readChartFile(at(`${BASE}/Binary/1`), chart, signal)).toEqual({ ok: true, value: PNG })
  expect(requests.map(({ accept }) => accept)).toEqual(['image/png', 'application/fhir+json'])
})

test('a Binary in JSON is understood whatever was asked for', async () => {
  const { chart } = fakeChart(() => binary)
  expect(await readChartFile(at('Binary/1'), chart, signal)).toEqual({ ok: true, value: PNG })
})

test('a file of no known type is asked for in JSON first, then in any form', async () => {
  const { chart, requests } = fakeChart(({ accept }) => (accept === '*/*' ? { bytes: PNG } : { status: 406 }))
  const file: ChartFile = { source: { kind: 'address', url: 'Binary/1' } }
  expect(await readChartFile(file, chart, signal)).toEqual({ ok: true, value: PNG })
  expect(requests.map(({ accept }) => accept)).toEqual(['application/fhir+json', '*/*'])
})

test('what stands in the reference itself is not asked for', async () => {
  const { chart, requests } = fakeChart(() => 'network')
  const file: ChartFile = { source: { kind: 'inline', data: ' iVBO\nRw==' } }
  expect(await readChartFile(file, chart, signal)).toEqual({ ok: true, value: PNG })
  expect(requests).toEqual([])
})

test('nothing is sent to another server', async () => {
  const { chart, requests } = fakeChart(() => ({ bytes: PNG }))
  expect(await readChartFile(at('https://evil.example/Binary/1'), chart, signal)).toEqual({
    ok: false,
    error: { kind: 'elsewhere', host: 'evil.example' },
  })
  expect(requests).toEqual([])
})

test.each<[string, Answer, unknown]>([
  ['no leave', { status: 403 }, { kind: 'refused', status: 403 }],
  ['no form that it would give', { status: 406 }, { kind: 'refused', status: 406 }],
  ['an ended session', 'session-expired', { kind: 'failed', failure: 'session-expired' }],
  ['too much of it', 'too-large', { kind: 'failed', failure: 'too-large' }],
  ['nothing in it', { bytes: new Uint8Array() }, { kind: 'damaged' }],
  ['a Binary of nothing', { json: { resourceType: 'Binary' } }, { kind: 'damaged' }],
  ['a Binary of no base64', { json: { resourceType: 'Binary', data: 'a%b' } }, { kind: 'damaged' }],
  ['an OperationOutcome', { json: { resourceType: 'OperationOutcome' } }, { kind: 'damaged' }],
])('%s is a value', async (_, answer, error) => {
  expect(await readChartFile(at('Binary/1'), fakeChart(() => answer).chart, signal)).toEqual({
    ok: false,
    error,
  })
})

test('what is declared too large is not asked for', async () => {
  const { chart, requests } = fakeChart(() => ({ bytes: PNG }))
  const file = { ...at('Binary/1'), bytes: 25_000_001 }
  expect(await readChartFile(file, chart, signal)).toMatchObject({ error: { failure: 'too-large' } })
  expect(requests).toEqual([])
})
