import { describe, expect, test } from 'vitest'
import {
  fetchRecord,
  resolveQuery,
  type LiveAccess,
  type LiveContext,
} from '../../../src/core/shl/liveRecord'
import { fakeHttp, type Answer, type FakeHttp } from '../../support/fakeHttp'

const BASE = new URL('https://fhir.example/r4/')

/** Answers by path and query below the base; a number is a status, and anything unknown is 404. */
const serving = (answers: Readonly<Record<string, unknown>>): FakeHttp =>
  fakeHttp(({ url }): Answer => {
    const answer = answers[url.href.slice(BASE.href.length)] ?? 404
    return typeof answer === 'number' ? { status: answer } : { json: answer }
  })

const fetched = (http: FakeHttp, access: Partial<LiveAccess> = {}, context: Partial<LiveContext> = {}) =>
  fetchRecord({ base: BASE, token: 'secret', queries: [], ...access }, { http, ...context })

const asked = (http: FakeHttp): readonly string[] =>
  http.requests.map(({ url }) => url.href.slice(BASE.href.length))

const PATIENT = { resourceType: 'Patient', id: 'p1' }
const goal = (id: string) => ({ resourceType: 'Goal', id })
const page = (entry: readonly unknown[], next?: unknown) => ({
  resourceType: 'Bundle',
  entry,
  ...(next !== undefined && {
    link: [
      { relation: 'self', url: 'x' },
      { relation: 'next', url: next },
    ],
  }),
})

const failure = (detail: string, status?: number) => ({
  code: 'API_ACCESS_FAILED',
  host: 'fhir.example',
  detail,
  ...(status !== undefined && { status }),
})

describe('what is asked of a server (L-53)', () => {
  test('with its token, a limit, and again where it fails for a moment', async () => {
    const http = serving({ A: PATIENT })
    const { signal } = new AbortController()
    await fetched(http, { queries: ['A'] }, { signal })
    expect(http.requests).toEqual([
      {
        url: new URL('A', BASE),
        method: 'GET',
        bearer: 'secret',
        maximumBytes: 50_000_000,
        repeat: { times: 2, whenFailing: true },
        signal,
      },
    ])
    const plain = serving({ A: PATIENT })
    await fetched(plain, { queries: ['A'] })
    expect(plain.requests[0]).not.toHaveProperty('signal')
  })

  test('without hints the patient and everything, and the usual parts where there is no everything', async () => {
    const http = serving({ 'Patient/p1': PATIENT })
    await fetched(http, { patient: 'p1' })
    expect(asked(http)).toEqual([
      'Patient/p1',
      'Patient/p1/$everything?_count=100',
      'AllergyIntolerance?patient=p1&_count=100',
      'Condition?patient=p1&_count=100',
      'MedicationRequest?patient=p1&_count=100',
      'Observation?category=laboratory&patient=p1&_count=100',
      'Observation?category=vital-signs&patient=p1&_count=100',
      'Immunization?patient=p1&_count=100',
      'Procedure?patient=p1&_count=100',
      'DocumentReference?patient=p1&_count=100',
    ])
  })

  test('of a patient with the longest name that FHIR allows', async () => {
    const http = serving({})
    await fetched(http, { patient: 'x'.repeat(64) })
    expect(http.requests.length).toBeGreaterThan(0)
  })

  test('is told while it goes on, also when there is more to ask than was thought', async () => {
    const told: string[] = []
    const onProgress = (done: number, total: number): unknown => told.push(`${done}/${total}`)
    await fetched(serving({}), { queries: ['A', 'B', 'C'] }, { onProgress })
    expect(told.splice(0)).toEqual(['0/3', '1/3', '2/3'])
    await fetched(serving({}), { patient: 'p1' }, { onProgress })
    expect(told).toEqual(['0/2', '1/2', ...Array.from({ length: 8 }, (_, at) => `${at + 2}/10`)])
  })
})

describe('a server without $everything', () => {
  const EVERYTHING = 'Patient/p1/$everything?_count=100'

  test.each([403, 404, 501])('says so with %d, which is no failure', async (status) => {
    const http = serving({
      'Patient/p1': PATIENT,
      [EVERYTHING]: status,
      'Condition?patient=p1&_count=100': page([{ resource: goal('c') }]),
    })
    const { bundle, problems } = await fetched(http, { patient: 'p1' })
    expect(bundle?.entry).toHaveLength(2)
    expect(problems).toEqual([failure('status', 404)])
  })

  test('whose access has ended is asked for nothing more', async () => {
    const http = serving({ 'Patient/p1': PATIENT, [EVERYTHING]: 401 })
    const { problems } = await fetched(http, { patient: 'p1' })
    expect(problems).toEqual([failure('401')])
    expect(http.requests).toHaveLength(2)
  })

  test('is another one than a server that loses a later page of it', async () => {
    const http = serving({
      'Patient/p1': PATIENT,
      [EVERYTHING]: page([{ resource: goal('g') }], 'more'),
      more: 500,
    })
    const { bundle, problems } = await fetched(http, { patient: 'p1' })
    expect(bundle?.entry).toHaveLength(2)
    expect(problems).toEqual([failure('status', 500)])
    expect(asked(http)).toEqual(['Patient/p1', EVERYTHING, 'more'])
  })

  test('but with an empty one is not asked part by part', async () => {
    const http = serving({ 'Patient/p1': PATIENT, [EVERYTHING]: page([]) })
    expect((await fetched(http, { patient: 'p1' })).problems).toEqual([])
    expect(http.requests).toHaveLength(2)
  })
})

describe('a failure', () => {
  test('is told once for each reason and status', async () => {
    const http = serving({ A: 404, B: 500, C: 404, D: 403, E: 403, F: 300, G: 199, H: [] })
    const { bundle, problems } = await fetched(http, { queries: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] })
    expect(bundle).toBeUndefined()
    expect(problems).toStrictEqual([
      failure('status', 404),
      failure('status', 500),
      failure('403'),
      failure('status', 300),
      failure('status', 199),
      failure('content'),
    ])
  })

  test.each<[string, Answer]>([
    ['bytes that are no text', { bytes: Uint8Array.of(0xff) }],
    ['nothing', {}],
    ['JSON of no type', { json: { id: '1' } }],
  ])('is %s', async (_, answer) => {
    expect((await fetched(fakeHttp([answer]), { queries: ['A'] })).problems).toEqual([failure('content')])
  })

  test('is none with any status of success', async () => {
    const http = fakeHttp([{ status: 299, json: PATIENT }])
    expect(await fetched(http, { queries: ['A'] })).toMatchObject({ problems: [], bundle: {} })
  })

  test('keeps what came before it, as twenty pages do before a twenty-first', async () => {
    const http = fakeHttp((_, nth): Answer => ({
      json: page([{ resource: goal(`${nth}`) }], `page?${nth}`),
    }))
    const { bundle, problems } = await fetched(http, { queries: ['A'] })
    expect(bundle?.entry).toHaveLength(20)
    expect(problems).toEqual([failure('pages')])
  })
})

describe('what is kept', () => {
  test('is a collection of resources under their addresses', async () => {
    const http = serving({
      A: page([
        { resource: goal('a'), search: { mode: 'match' }, response: {} },
        { resource: { resourceType: 'Goal' } },
        { resource: { id: 'x' } },
        { fullUrl: 'urn:uuid:1', resource: goal('b') },
        { fullUrl: 'https://fhir.example/r4/Goal/c' },
      ]),
      B: goal('d'),
    })
    const { bundle } = await fetched(http, { queries: ['A', 'B'] })
    expect(bundle).toStrictEqual({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { fullUrl: 'https://fhir.example/r4/Goal/a', resource: goal('a') },
        { resource: { resourceType: 'Goal' } },
        { resource: { id: 'x' } },
        { fullUrl: 'urn:uuid:1', resource: goal('b') },
        { fullUrl: 'https://fhir.example/r4/Goal/d', resource: goal('d') },
      ],
    })
  })

  test('goes on at a next page with an address of its own, or one below the server’s', async () => {
    for (const next of ['page?2', 'https://fhir.example/r4/page?2']) {
      const http = serving({ A: page([], next), 'page?2': page([{ resource: goal('b') }]) })
      expect((await fetched(http, { queries: ['A'] })).bundle?.entry).toHaveLength(1)
    }
  })

  test('is not looked for behind the links of what is no Bundle, or behind others than the next', async () => {
    const linked = { ...PATIENT, link: [{ relation: 'next', url: 'more' }] }
    const self = { resourceType: 'Bundle', link: [{ relation: 'self', url: 'more' }] }
    for (const answer of [linked, self]) {
      const http = serving({ A: answer, more: goal('b') })
      expect((await fetched(http, { queries: ['A'] })).problems).toEqual([])
      expect(asked(http)).toEqual(['A'])
    }
  })

  test.each(['https://:pw@fhir.example/r4/more', 'https://fhir.example:444/r4/more', 'https://['])(
    'is not looked for at %s, where the token must not go',
    async (next) => {
      const http = serving({ A: page([{ resource: goal('a') }], next) })
      const { problems } = await fetched(http, { queries: ['A'] })
      expect(problems).toEqual([failure('query')])
      expect(http.requests).toHaveLength(1)
    },
  )
})

test('a query stays below the server’s address', () => {
  for (const query of [
    'https://:pw@fhir.example/r4/A',
    'A%2Fb',
    'A%5Cb',
    '%2E%2E/admin',
    '/../admin',
    '//',
  ]) {
    expect(resolveQuery(query, BASE)).toBeUndefined()
  }
  expect(resolveQuery('A//b', BASE)?.href).toBe('https://fhir.example/r4/A//b')
  expect(resolveQuery('', BASE)?.href).toBe(BASE.href)
})
