import { expect, test, vi } from 'vitest'
import { createInspector } from '../../../src/core/ehr/inspector'
import {
  curlOf,
  issuesIn,
  leadsIn,
  readInspectedBody,
  readInspectedPath,
  shortcutsOf,
} from '../../../src/core/ehr/inspect'
import { BASE, fakeChart, type Answer } from '../../support/chart'

test.each([
  ['Patient/1', 'Patient/1'],
  [' /Patient/1?_elements=name ', 'Patient/1?_elements=name'],
  [`${BASE}/Patient/1`, 'Patient/1'],
  ['/fhir/r4/Patient/1', 'Patient/1'],
  [`${BASE}?page=2`, '?page=2'],
  ['.well-known/smart-configuration', '.well-known/smart-configuration'],
])('%s is a path', (typed, value) => {
  expect(readInspectedPath(typed, BASE)).toEqual({ ok: true, value })
})

test.each([
  ['  ', 'empty'],
  ['https://evil.example/Patient/1', 'elsewhere'],
  ['../../admin', 'elsewhere'],
  ['//evil.example/x', 'elsewhere'],
  ['javascript:alert(1)', 'elsewhere'],
])('%j is none', (typed, error) => {
  expect(readInspectedPath(typed, BASE)).toEqual({ ok: false, error })
})

test('an answer leads to its pages, its entries and what they refer to, and nowhere else', () => {
  const bundle = {
    resourceType: 'Bundle',
    link: [
      { relation: 'self', url: `${BASE}/self` },
      { relation: 'next', url: `${BASE}?page=2` },
      { relation: 'previous', url: 'https://evil.example/p' },
    ],
    entry: [
      {
        fullUrl: `${BASE}/Coverage/1`,
        resource: {
          beneficiary: { reference: 'Patient/1' },
          payor: [{ reference: '#org' }, { reference: 'urn:uuid:x' }, { reference: 'Patient/1' }],
          extension: [{ url: 'http://hl7.org/fhir/x' }],
          link: [{ other: { reference: 'Patient/4' } }],
          content: [{ attachment: { url: `${BASE}/Binary/2` } }, { attachment: { url: 'Binary/3' } }],
        },
      },
    ],
  }
  expect(leadsIn(bundle, BASE)).toEqual({
    next: '?page=2',
    references: ['Coverage/1', 'Patient/1', 'Patient/4', 'Binary/2', 'Binary/3'],
  })
  expect(leadsIn('text', BASE)).toEqual({ references: [] })
})

const body = (content: string | Uint8Array<ArrayBuffer>) =>
  readInspectedBody({
    status: 200,
    body: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  })

test('an answer is told by its content', () => {
  expect(body('{"a":0}')).toEqual({ kind: 'json', value: { a: 0 } })
  expect(body('<html>')).toEqual({ kind: 'text', text: '<html>' })
  expect(body(Uint8Array.from([0xff, 0xd8]))).toEqual({ kind: 'binary' })
  expect(body('')).toEqual({ kind: 'empty' })
})

test('what a server says about a request is kept in its own words', () => {
  const issue = [
    { severity: 'error', code: 'forbidden', details: { text: 'No' } },
    { diagnostics: 'Why' },
    null,
  ]
  expect(issuesIn({ resourceType: 'OperationOutcome', issue })).toEqual([
    { severity: 'error', code: 'forbidden', words: 'No' },
    { words: 'Why' },
  ])
  expect(issuesIn({ resourceType: 'Patient', issue })).toEqual([])
})

test('a command line has a variable where the token would be, and nothing breaks out of its quotes', () => {
  expect(curlOf({ path: "Patient/1'; rm -rf '", accept: 'application/fhir+json' }, BASE)).toBe(
    String.raw`curl -H 'Accept: application/fhir+json' -H "Authorization: Bearer $TOKEN" '${BASE}/Patient/1'\''; rm -rf '\'''`,
  )
})

test('shortcuts are about this chart', () => {
  const shortcuts = shortcutsOf({ patientId: 'p&1', encounterId: 'e1', user: 'Practitioner/2' })
  expect(shortcuts.slice(0, 3)).toEqual(['Patient/p%261', 'Encounter/e1', 'Practitioner/2'])
  expect(shortcutsOf({ patientId: 'p' })).not.toContain('Encounter/')
})

const inspecting = (answer: (path: string) => Answer | Promise<Answer>) => {
  const fake = fakeChart(({ path }) => answer(path))
  let time = 0
  return { ...fake, inspector: createInspector(fake.chart, () => (time += 7)) }
}

test.each([200, 401, 403, 404, 500])('a status of %d is an answer', async (status) => {
  const json = { resourceType: 'OperationOutcome', issue: [{ code: 'x' }] }
  const { inspector, requests } = inspecting(() => ({ status, json }))
  await inspector.ask('Patient/1', 'application/json')
  expect(inspector.state()).toMatchObject({
    phase: 'answered',
    asked: { path: 'Patient/1' },
    answer: { status, milliseconds: 7, issues: [{ code: 'x' }], body: { kind: 'json', value: json } },
  })
  expect(requests).toMatchObject([{ path: `${BASE}/Patient/1`, accept: 'application/json' }])
  expect(requests[0]).not.toHaveProperty('method')
})

test('no answer is told, and what is elsewhere is not asked for', async () => {
  const { inspector, requests } = inspecting(() => 'timeout')
  await inspector.ask('Patient/1', '*/*')
  expect(inspector.state()).toMatchObject({ phase: 'failed', failure: 'timeout' })
  await inspector.ask('https://evil.example/x', '*/*')
  expect(inspector.state()).toEqual({ phase: 'refused', refusal: 'elsewhere' })
  expect(requests).toHaveLength(1)
})

test('the last question wins, and a cancelled one leaves nothing', async () => {
  const answers: ((answer: Answer) => void)[] = []
  const { inspector, requests } = inspecting(() => new Promise((resolve) => answers.push(resolve)))
  const first = inspector.ask('Patient/1', '*/*')
  const second = inspector.ask('Patient/2', '*/*')
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  expect(requests[0]?.signal?.aborted).toBe(true)
  answers[1]?.({ json: { id: '2' } })
  answers[0]?.({ json: { id: '1' } })
  await Promise.all([first, second])
  expect(inspector.state()).toMatchObject({ asked: { path: 'Patient/2' } })
  const third = inspector.ask('Patient/3', '*/*')
  inspector.cancel()
  answers[2]?.({ json: {} })
  await third
  expect(inspector.state()).toEqual({ phase: 'idle' })
})

test('what was tried is remembered once, the last one first, until it is forgotten', async () => {
  const { inspector } = inspecting(() => ({ json: {} }))
  for (const path of ['Patient/1', 'metadata', '/Patient/1']) await inspector.ask(path, '*/*')
  expect(inspector.tried()).toEqual(['Patient/1', 'metadata'])
  inspector.forget()
  expect([inspector.tried(), inspector.state()]).toEqual([[], { phase: 'idle' }])
})
