import { describe, expect, test } from 'vitest'
import { offeredEndpoints } from '../../src/core/endpoints'
import { organizeResources } from '../../src/core/organizeResources'
import { isPatientShared, sharedDocuments } from '../../src/core/patientShared'
import { profileDeviations } from '../../src/core/patientSharedProfile'

type Json = Readonly<Record<string, unknown>>
const PATIENT = 'urn:uuid:00000000-0000-4000-8000-000000000001'
const PDF = btoa('%PDF-1.7')

const document = (code: string, more: Json = {}): Json => ({
  resourceType: 'DocumentReference',
  meta: { security: [{ code: 'PATAST' }] },
  status: 'current',
  type: { coding: [{ system: 'http://loinc.org', code }] },
  category: [{ coding: [{ code: 'patient-shared' }] }],
  subject: { reference: PATIENT },
  author: [{ reference: PATIENT }],
  date: '2026-06-10T12:00:00Z',
  content: [{ attachment: { contentType: 'application/pdf', data: PDF } }],
  ...more,
})
const patient: Json = { resourceType: 'Patient', name: [{ family: 'Saltmarsh' }], birthDate: '1990-03-28' }
const uuid = (last: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${last}`

const bundleOf = (resources: readonly unknown[], more: Json = {}) =>
  organizeResources({
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: '2026-06-10T12:00:00Z',
    entry: resources.map((resource, index) => ({ fullUrl: uuid(index + 1), resource: resource as Json })),
    ...more,
  })
const good = [patient, document('51855-5'), document('60591-5')]
const codesOf = (resources: readonly unknown[], more?: Json) =>
  profileDeviations(bundleOf(resources, more)).map(({ code }) => code)

describe('a record that a patient shared (KTC 0.10.2)', () => {
  test.each<[string, readonly unknown[], Json, boolean]>([
    ['by the category of a document', [patient, document('1', { meta: undefined })], {}, true],
    ['by the label of a document', [patient, document('1', { category: 'x' })], {}, true],
    ['by the label of the bundle', [patient], { meta: { security: { code: 'PATAST' } } }, true],
    [
      'by the name of the profile',
      [patient],
      { meta: { profile: 'https://x.example/PatientSharedBundle' } },
      true,
    ],
    ['not without any of them', [patient, document('1', { meta: undefined, category: [] })], {}, false],
    [
      'not by anything of another shape',
      [null, 5, { resourceType: 'DocumentReference', meta: [null], category: 7 }],
      { meta: 3 },
      false,
    ],
  ])('is recognised %s', (_, resources, more, expected) => {
    expect(isPatientShared(bundleOf(resources, more))).toBe(expected)
  })

  test('has its two PDFs told apart, also with line breaks in their base64', () => {
    const broken = document('60591-5', {
      content: [{ attachment: { data: `${PDF.slice(0, 4)}\n ${PDF.slice(4)}` } }],
    })
    const documents = sharedDocuments(bundleOf([patient, document('51855-5'), broken, document('11488-4')]))
    expect(documents.map(({ kind }) => kind)).toEqual(['story', 'rendered', 'other'])
    expect(documents.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(Array(3).fill('%PDF-1.7'))
  })

  test.each([
    [{}],
    [{ content: null }],
    [{ content: [{ attachment: { data: '%%' } }] }],
    [{ content: [{ attachment: { data: 5 } }] }],
  ])('offers no document without usable content: %j', (content) => {
    expect(sharedDocuments(bundleOf([document('51855-5', { content: undefined, ...content })]))).toEqual([])
  })
})

describe('the rules of the profile', () => {
  test('a bundle that keeps them departs from none', () => {
    expect(codesOf(good)).toEqual([])
  })

  const [, story = {}, rendered = {}] = good
  const withStory = (more: Json) => [patient, { ...story, ...more }, rendered]
  test.each<[string, readonly unknown[], Json]>([
    ['bundle-type', good, { type: 'searchset' }],
    ['bundle-timestamp', good, { timestamp: undefined }],
    ['bundle-timestamp', good, { timestamp: '2026-06-10' }],
    ['patient-count', [...good, patient], {}],
    [
      'meta-profile',
      [patient, { ...story, meta: { ...(story['meta'] as Json), profile: ['x'] } }, rendered],
      {},
    ],
    ['patient-demographics', [{ ...patient, birthDate: undefined }, story, rendered], {}],
    ['rendered-missing', [patient, story], {}],
    ['docref-status', withStory({ status: 'superseded' }), {}],
    ['docref-type', withStory({ type: { coding: [{ code: '18842-5' }] } }), {}],
    ['docref-category', withStory({ category: [] }), {}],
    ['docref-subject', withStory({ subject: { reference: uuid(2) } }), {}],
    ['docref-author', withStory({ author: [{ display: 'Me' }] }), {}],
    ['docref-date', withStory({ date: 'yesterday' }), {}],
    ['docref-label', withStory({ meta: {} }), {}],
    [
      'docref-data',
      withStory({ content: [{ attachment: { contentType: 'application/pdf', data: '%%' } }] }),
      {},
    ],
    [
      'attachment-url',
      withStory({
        content: [{ attachment: { contentType: 'application/pdf', data: PDF, url: 'https://x.example' } }],
      }),
      {},
    ],
    [
      'attachment-no-data',
      [...good, { resourceType: 'DiagnosticReport', presentedForm: [{ contentType: 'application/pdf' }] }],
      {},
    ],
    ['reference-dangling', [...good, { resourceType: 'Condition', subject: { reference: uuid(9) } }], {}],
    ['reference-dangling', [...good, { resourceType: 'Condition', asserter: { reference: '#none' } }], {}],
    [
      'reference-external',
      [...good, { resourceType: 'Condition', encounter: { reference: 'https://ehr.example/E/1' } }],
      {},
    ],
  ])('%s', (code, resources, more) => {
    expect(codesOf(resources, more)).toEqual([code])
  })

  test('addresses are urn:uuid, each once', () => {
    const entry = good.map((resource) => ({ fullUrl: PATIENT, resource }))
    expect(codesOf([], { entry })).toContain('fullurl-duplicate')
    expect(codesOf([], { entry: good.map((resource) => ({ resource })) })).toContain('fullurl-not-urn')
  })

  test('a bundle of any shape is listed, not thrown at', () => {
    for (const entry of [
      undefined,
      null,
      5,
      [null, 5, [], {}],
      [{ resource: { resourceType: 'DocumentReference', content: [[null]], author: {} } }],
    ]) {
      expect(codesOf([], { entry, type: 7, timestamp: [] })).toContain('bundle-type')
    }
  })
})

describe('L-54: pages that a sender offers', () => {
  const now = new Date('2026-06-15T12:00:00Z')
  const endpoint = (more: Json): Json => ({
    resourceType: 'Endpoint',
    status: 'active',
    connectionType: { system: 'https://smarthealthit.org', code: 'shl-interactive-experience' },
    name: 'My app',
    address: 'https://app.example/open?x=1',
    ...more,
  })
  const statesOf = (more: Json) => offeredEndpoints(bundleOf([endpoint(more)]), now).map(({ state }) => state)

  test('are named with their host, from a Coding, a CodeableConcept or a list of either', () => {
    const coding = { system: 'http://anything.example', code: 'SMART-on-FHIR' }
    for (const connectionType of [
      coding,
      { coding: [coding] },
      [{ coding: [coding] }],
      'shl-interactive-experience',
    ]) {
      expect(offeredEndpoints(bundleOf([endpoint({ connectionType })]), now)).toEqual([
        {
          ref: uuid(1),
          name: 'My app',
          host: 'app.example',
          href: 'https://app.example/open?x=1',
          state: 'current',
        },
      ])
    }
  })

  test.each<[Json, readonly string[]]>([
    [{ period: { end: '2026-06-14' } }, ['past']],
    [{ period: { start: '2026-06-16' } }, ['future']],
    [{ period: { start: '2026-06-15', end: '2026-06-15' } }, ['current']],
    [{ period: 'soon' }, ['current']],
    [{ status: 'off' }, ['off']],
    [{ address: 'http://app.example' }, []],
    [{ address: 'javascript:alert(1)' }, []],
    [{ address: 'https://user:pw@app.example' }, []],
    [{ address: { reference: 'x' } }, []],
    [{ connectionType: { code: 'hl7-fhir-rest' } }, []],
    [{ connectionType: null }, []],
  ])('%j', (more, states) => {
    expect(statesOf(more)).toEqual(states)
  })
})
