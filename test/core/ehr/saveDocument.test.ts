import { describe, expect, test } from 'vitest'
import type { EhrRequest } from '../../../src/core/ehr/connection'
import { IDENTIFIER_SYSTEM, type DocumentReferenceToSave } from '../../../src/core/ehr/documentReference'
import { saveDocument } from '../../../src/core/ehr/saveDocument'
import { fakeEhr, searchset, type Answer } from '../../support/ehr'

const DOCUMENT: DocumentReferenceToSave = {
  resourceType: 'DocumentReference',
  identifier: [{ system: IDENTIFIER_SYSTEM, value: 'abc' }],
  date: '2026-11-28T13:45:10.123Z',
  content: [{ attachment: { contentType: 'application/pdf' } }],
}
const inChart = { resourceType: 'DocumentReference', id: 'd-7', status: 'current', date: '2026-11-20' }
const same = { ...inChart, identifier: DOCUMENT.identifier }
const EMPTY = searchset([])

const isPost = ({ method }: EhrRequest): boolean => method === 'POST'
const isByIdentifier = ({ path }: EhrRequest): boolean => path.includes('identifier=')

/** An EHR that answers a search by identifier, any other search, and a POST. */
const ehrThat = (answers: {
  byIdentifier?: Answer
  byDate?: Answer | ((path: string) => Answer)
  post?: Answer
}) =>
  fakeEhr((request) => {
    if (isPost(request)) return answers.post ?? { status: 201 }
    if (isByIdentifier(request)) return answers.byIdentifier ?? EMPTY
    const { byDate = EMPTY } = answers
    return typeof byDate === 'function' ? byDate(request.path) : byDate
  })
const save = (ehr: ReturnType<typeof fakeEhr>, evenUnseen = true) =>
  saveDocument(ehr.connection, DOCUMENT, { evenUnseen })

test('it is looked for by identifier, then sent once, with a condition', async () => {
  const ehr = ehrThat({
    post: { status: 201, location: 'https://inside.example/fhir/DocumentReference/d-1/_history/1' },
  })
  expect(await save(ehr)).toEqual({ kind: 'saved', id: 'd-1' })
  expect(ehr.requests).toEqual([
    { path: `DocumentReference?patient=pat-1&identifier=${encodeURIComponent(`${IDENTIFIER_SYSTEM}|abc`)}` },
    {
      method: 'POST',
      path: 'DocumentReference',
      body: JSON.stringify(DOCUMENT),
      headers: { 'if-none-exist': `identifier=${encodeURIComponent(`${IDENTIFIER_SYSTEM}|abc`)}` },
    },
  ])
})

describe('what is in the chart is not saved again', () => {
  const table: readonly (readonly [string, Parameters<typeof ehrThat>[0]])[] = [
    ['found by identifier', { byIdentifier: searchset([same]) }],
    [
      'found by date, when no search by identifier is offered',
      { byIdentifier: { status: 400 }, byDate: searchset([inChart, same]) },
    ],
    [
      'found by date, when the identifier is ignored',
      { byIdentifier: searchset([inChart]), byDate: searchset([same]) },
    ],
    [
      'found on a later page',
      {
        byIdentifier: { status: 400 },
        byDate: (path) => (path === 'page-2' ? searchset([same]) : searchset([inChart], 'page-2')),
      },
    ],
  ]
  test.each(table)('%s', async (_, answers) => {
    const ehr = ehrThat(answers)
    expect(await save(ehr)).toEqual({ kind: 'already-saved', id: 'd-7', date: '2026-11-20' })
    expect(ehr.posted()).toEqual([])
  })
  test('also when only the EHR noticed it', async () => {
    expect(await save(ehrThat({ post: { status: 200, json: { ...same } } }))).toEqual({
      kind: 'already-saved',
      id: 'd-7',
    })
    expect(await save(ehrThat({ post: { status: 412 } }))).toEqual({ kind: 'already-saved' })
  })
  test.each([{ status: 'entered-in-error' }, { docStatus: 'entered-in-error' }])(
    'but one that was taken back may be: %o',
    async (takenBack) => {
      const ehr = ehrThat({ byIdentifier: searchset([{ ...same, ...takenBack }]) })
      expect((await save(ehr)).kind).toBe('saved')
    },
  )
})

describe('a second attempt', () => {
  test('finds the first by its moment where the EHR keeps no identifier', async () => {
    const kept = {
      ...inChart,
      subject: { reference: 'Patient/pat-1' },
      date: '2026-11-28T13:45:10Z',
      content: [{ attachment: { contentType: 'application/pdf' } }],
    }
    const ehr = ehrThat({ byDate: searchset([kept]) })
    expect(await save(ehr, false)).toMatchObject({ kind: 'already-saved', id: 'd-7' })
    expect(ehr.posted()).toEqual([])
  })
  test('is not confused by another form of the same moment', async () => {
    const card = {
      ...inChart,
      date: DOCUMENT.date,
      content: [{ attachment: { contentType: 'application/smart-health-card' } }],
    }
    const other = {
      ...inChart,
      date: DOCUMENT.date,
      identifier: [{ system: IDENTIFIER_SYSTEM, value: 'other' }],
      content: DOCUMENT['content'],
    }
    expect((await save(ehrThat({ byDate: searchset([card, other]) }), false)).kind).toBe('saved')
  })
  test('sends nothing where the EHR cannot be asked', async () => {
    const ehr = ehrThat({ byIdentifier: { status: 403 }, byDate: { status: 403 } })
    expect(await save(ehr, false)).toEqual({ kind: 'cannot-look' })
    expect(ehr.posted()).toEqual([])
    expect((await save(ehr, true)).kind).toBe('saved')
  })
})

const reference = (text: string) => ({ subject: { reference: text } })

describe('a document of another patient is none that was saved before', () => {
  const MOMENT = { ...inChart, date: DOCUMENT.date, content: DOCUMENT['content'] }
  const everything = (subject: object) => {
    const [byMoment, byIdentifier] = [
      { ...MOMENT, ...subject },
      { ...same, ...subject },
    ]
    return [
      ehrThat({ byIdentifier: searchset([byMoment]), byDate: searchset([byMoment]) }),
      ehrThat({ byIdentifier: searchset([byIdentifier]), byDate: searchset([byIdentifier]) }),
    ]
  }

  test.each([
    'Patient/pat-2',
    'Patient/pat-11/_history/2',
    'https://ehr.example/fhir/Patient/pat-2',
    'https://ehr.example/fhir/Patient/pat-2/_history/1',
    'Group/pat-1',
  ])('%s', async (other) => {
    for (const ehr of everything(reference(other))) {
      // One EHR after the other.
      expect((await save(ehr, false)).kind).toBe('saved')
      expect(ehr.posted()).toHaveLength(1)
    }
  })
  test.each([
    'Patient/pat-1',
    'Patient/pat-1/_history/3',
    'https://ehr.example/fhir/Patient/pat-1',
    'https://EHR.example:443/fhir/Patient/pat-1/_history/3',
  ])('but %s is the chart’s', async (own) => {
    for (const ehr of everything(reference(own))) {
      // One EHR after the other.
      expect((await save(ehr, false)).kind).toBe('already-saved')
      expect(ehr.posted()).toEqual([])
    }
  })
  test.each([
    'https://elsewhere.example/fhir/Patient/pat-1',
    'https://ehr.example/other/Patient/pat-1',
    'urn:uuid:3fd5c3a0-95a0-4a6c-8f2e-6a8b7a1f5a6e',
    '#p',
  ])('and %s is nobody that could be known: after an attempt nothing is sent', async (unknown) => {
    for (const ehr of everything(reference(unknown))) {
      // One EHR after the other.
      expect(await save(ehr, false)).toEqual({ kind: 'cannot-look' })
      expect(ehr.posted()).toEqual([])
      expect((await save(ehr, true)).kind).toBe('saved')
    }
  })
  test('without a subject only the identifier counts, which is made from the patient’s id', async () => {
    const [byMoment, byIdentifier] = everything({})
    expect(byMoment && (await save(byMoment, false))).toEqual({ kind: 'cannot-look' })
    expect(byIdentifier && (await save(byIdentifier, false))).toMatchObject({ kind: 'already-saved' })
  })
  test('and hides none of the chart’s own', async () => {
    const documents = [
      { ...same, id: 'd-6', ...reference('https://elsewhere.example/Patient/pat-1') },
      { ...same, id: 'd-9', ...reference('Patient/pat-2') },
      { ...same, ...reference('Patient/pat-1') },
    ]
    const ehr = ehrThat({ byIdentifier: searchset(documents) })
    expect(await save(ehr, false)).toMatchObject({ kind: 'already-saved', id: 'd-7' })
  })
})

describe('what became of it is told apart', () => {
  const words = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', details: { text: 'No such\u0000 type' } }, { diagnostics: 'E-12' }],
  }
  const table: readonly (readonly [string, Answer, object])[] = [
    ['created without a word', { status: 201 }, { kind: 'saved' }],
    ['created with the resource', { status: 201, json: { ...same } }, { kind: 'saved', id: 'd-7' }],
    ['no right to', { status: 403 }, { kind: 'refused', status: 403, words: [] }],
    [
      'refused, with words',
      { status: 422, json: words },
      { kind: 'refused', status: 422, words: ['No such type', 'E-12'] },
    ],
    ['refused, with a page', { status: 400, json: '<html>' }, { kind: 'refused', status: 400, words: [] }],
    ['too large for the EHR', { status: 413 }, { kind: 'too-large' }],
    ['the session is over', { status: 401 }, { kind: 'session-expired' }],
    ['the session is over, by the connection', 'session-expired', { kind: 'session-expired' }],
    [
      'the EHR stumbled',
      { status: 500, json: words },
      { kind: 'unknown', status: 500, words: ['No such type', 'E-12'] },
    ],
    ['a gateway gave up', { status: 504 }, { kind: 'unknown', status: 504, words: [] }],
    ['no answer in time', 'timeout', { kind: 'unknown', words: [] }],
    ['no answer at all', 'network', { kind: 'unknown', words: [] }],
    ['an answer that broke off', 'interrupted', { kind: 'unknown', words: [] }],
    ['cancelled under way', 'aborted', { kind: 'unknown', words: [] }],
    ['offline', 'offline', { kind: 'not-sent', failure: 'offline' }],
  ]
  test.each(table)('%s', async (_, post, outcome) => {
    expect(await save(ehrThat({ post }))).toEqual(outcome)
  })
  test('looking that fails sends nothing', async () => {
    for (const failure of ['network', 'timeout', 'offline', 'aborted'] as const) {
      const ehr = ehrThat({ byIdentifier: failure })
      expect(await save(ehr)).toEqual({ kind: 'not-sent', failure })
      expect(ehr.posted()).toEqual([])
    }
    expect(await save(ehrThat({ byIdentifier: 'session-expired' }))).toEqual({ kind: 'session-expired' })
  })
  test('an address that the EHR names is not followed', async () => {
    const ehr = ehrThat({ post: { status: 201, location: 'https://elsewhere.example/x' } })
    expect(await save(ehr)).toEqual({ kind: 'saved' })
    expect(ehr.requests).toHaveLength(2)
  })
})
