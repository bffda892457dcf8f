import { describe, expect, test } from 'vitest'
import { PUBLIC_HTTPS_ONLY } from '../../../src/core/checkUrl'
import { isTokenResponse, readOffer, type ApiOffer } from '../../../src/core/shl/apiAccess'
import { resolveQuery, type LiveRecord } from '../../../src/core/shl/liveRecord'
import { fakeHttp, type Answer, type FakeHttp } from '../../support/fakeHttp'

const AUD = 'https://fhir.example/r4'
const TOKEN = 'eyJ.secret-token.x'
const access = (more: Readonly<Record<string, unknown>> = {}) => ({
  aud: AUD,
  access_token: TOKEN,
  token_type: 'Bearer',
  patient: 'p1',
  ...more,
})

function offerFrom(more: Readonly<Record<string, unknown>> = {}): ApiOffer {
  const offer = readOffer(access(more), 2, PUBLIC_HTTPS_ONLY)
  if (!offer.ok) throw new Error(offer.error)
  return offer.value
}

/** Fetches with answers by path and query, `404` for all others. */
function serving(answers: Readonly<Record<string, unknown>>): FakeHttp {
  return fakeHttp(({ url }): Answer => {
    const answer = answers[url.pathname.replace('/r4/', '') + url.search]
    if (answer === undefined) return { status: 404 }
    return typeof answer === 'number' ? { status: answer } : { json: answer }
  })
}
const fetched = (http: FakeHttp, more: Readonly<Record<string, unknown>> = {}): Promise<LiveRecord> =>
  offerFrom(more).fetch({ http })
const typesIn = ({ bundle }: LiveRecord): unknown =>
  bundle?.entry?.map(({ resource }) => resource?.resourceType)
const detailsIn = ({ problems }: LiveRecord): unknown =>
  problems.map((problem) => (problem.code === 'API_ACCESS_FAILED' ? problem.detail : problem.code))
const bundle = (resources: readonly object[], next?: string) => ({
  resourceType: 'Bundle',
  entry: resources.map((resource) => ({ resource })),
  ...(next !== undefined && { link: [{ relation: 'next', url: next }] }),
})

describe('an offer of live access (L-53, M101)', () => {
  test('tells its host and nothing that is secret', () => {
    const offer = offerFrom({ aud: 'https://fhir.example:8443/r4/' })
    expect(offer).toMatchObject({ host: 'fhir.example:8443', file: 2 })
    expect(JSON.stringify(offer)).not.toContain('secret')
    expect(Object.values(offer).map(String).join()).not.toContain('secret')
  })

  test.each([
    [{ aud: 'http://fhir.example' }, 'not-https'],
    [{ aud: 'https://10.0.0.1/fhir' }, 'local-address'],
    [{ aud: 'https://user@fhir.example' }, 'credentials'],
    [{ aud: undefined }, 'not-a-url'],
    [{ aud: { toString: 0 } }, 'not-a-url'],
    [{ access_token: undefined }, 'no-token'],
    [{ access_token: '' }, 'no-token'],
    [{ access_token: 'two words' }, 'no-token'],
    [{ access_token: 'x\r\nHost: evil.example' }, 'no-token'],
    [{ access_token: { toString: 0 } }, 'no-token'],
    [{ token_type: 'mac' }, 'no-token'],
    [{ token_type: { toString: 0 } }, 'no-token'],
    [{ token_type: null }, 'no-token'],
  ])('with %j is none', (more, error) => {
    expect(readOffer(access(more), 0, PUBLIC_HTTPS_ONLY)).toEqual({ ok: false, error })
  })

  test('without a type of token is a bearer token', () => {
    expect(readOffer(access({ token_type: undefined }), 0, PUBLIC_HTTPS_ONLY).ok).toBe(true)
  })

  test.each(['abc==', 'a.b~c+d/e-f_0'])('may have the token %s', (token) => {
    expect(readOffer(access({ access_token: token }), 0, PUBLIC_HTTPS_ONLY).ok).toBe(true)
  })

  test.each(['a=b', '=', 'a,b', 'a b=', ' a'])('has no token %j', (token) => {
    expect(readOffer(access({ access_token: token }), 0, PUBLIC_HTTPS_ONLY).ok).toBe(false)
  })

  test.each(['https://fhir.example/r4', 'https://fhir.example/r4/', 'https://fhir.example/r4?a=1#b'])(
    'at %s is asked below that folder',
    async (aud) => {
      const http = serving({})
      await fetched(http, { aud, query: ['Patient/1'] })
      expect(http.log()).toEqual(['GET https://fhir.example/r4/Patient/1'])
    },
  )

  test('is told by its audience and its token', () => {
    expect(isTokenResponse({ aud: AUD, access_token: null })).toBe(true)
    for (const json of [
      null,
      [],
      'text',
      {},
      { aud: AUD },
      { access_token: 'a' },
      { aud: [AUD], access_token: 'a' },
    ]) {
      expect(isTokenResponse(json)).toBe(false)
    }
  })

  test('makes no request by being read', () => {
    const http = fakeHttp([])
    offerFrom()
    expect(http.requests).toEqual([])
  })
})

describe('the token goes to the server that it names, and to nobody else', () => {
  test.each([
    'https://evil.example/Patient',
    '//evil.example/Patient',
    '\\\\evil.example\\Patient',
    '/\\evil.example/Patient',
    'https://fhir.example.evil.example/r4/Patient',
    'https://fhir.example@evil.example/r4/Patient',
    'https://user@fhir.example/r4/Patient',
    'http://fhir.example/r4/Patient',
    'https://fhir.example:444/r4/Patient',
    '../admin',
    'Patient/../../admin',
    'Patient/%2e%2e/%2e%2e/admin',
    'Patient/..%2f..%2fadmin',
    'Patient/%5c%5cevil',
    'javascript:alert(1)',
    'https://[bad',
  ])('the query %s leads outside and is not asked', async (query) => {
    expect(resolveQuery(query, new URL(`${AUD}/`))).toBeUndefined()
    const http = fakeHttp([])
    const record = await fetched(http, { query: [query] })
    expect(http.requests).toEqual([])
    expect(detailsIn(record)).toEqual(['query'])
  })

  test.each([
    ['Patient/1', 'https://fhir.example/r4/Patient/1'],
    ['/Patient/1', 'https://fhir.example/r4/Patient/1'],
    ['Observation?code=a%2Fb&x=../..', 'https://fhir.example/r4/Observation?code=a%2Fb&x=../..'],
    ['./Patient#x', 'https://fhir.example/r4/Patient'],
    ['https://fhir.example/r4/Patient', 'https://fhir.example/r4/Patient'],
  ])('the query %s is asked as %s', (query, href) => {
    expect(resolveQuery(query, new URL(`${AUD}/`))?.href).toBe(href)
  })

  test.each([
    'https://evil.example/next',
    '//evil.example',
    'http://fhir.example/r4/next',
    'https://u@fhir.example/',
  ])('a next page at %s is not fetched, and that is said', async (next) => {
    const http = serving({ Observation: bundle([{ resourceType: 'Observation', id: '1' }], next) })
    const record = await fetched(http, { query: ['Observation'] })
    expect(http.requests).toHaveLength(1)
    expect(typesIn(record)).toEqual(['Observation'])
    expect(detailsIn(record)).toEqual(['query'])
  })

  test('it goes along as a header and stands in no address and no body', async () => {
    const http = serving({ Patient: bundle([]) })
    await fetched(http, { query: ['Patient'] })
    expect(http.requests[0]).toMatchObject({ bearer: TOKEN, method: 'GET' })
    expect(http.log().join()).not.toContain('secret')
    expect(http.posted()).toEqual([])
  })
})

describe('a live record', () => {
  test('is what the sender’s hints ask for, page by page', async () => {
    const http = serving({
      Condition: bundle([{ resourceType: 'Condition', id: 'c' }]),
      Observation: bundle([{ resourceType: 'Observation', id: '1' }], `${AUD}/page?2`),
      'page?2': bundle([{ resourceType: 'Observation', id: '2' }], `${AUD}/page?3`),
      'page?3': bundle([{ resourceType: 'Observation', id: '3' }]),
    })
    const record = await fetched(http, { query: ['Condition', 'Observation'] })
    expect(typesIn(record)).toEqual(['Condition', 'Observation', 'Observation', 'Observation'])
    expect(record.bundle?.entry?.[0]?.fullUrl).toBe(`${AUD}/Condition/c`)
    expect(record.problems).toEqual([])
  })

  test('without hints is the patient and everything about them', async () => {
    const http = serving({
      'Patient/p1': { resourceType: 'Patient', id: 'p1' },
      'Patient/p1/$everything?_count=100': bundle([
        { resourceType: 'Patient', id: 'p1' },
        { resourceType: 'Goal', id: 'g' },
      ]),
    })
    const record = await fetched(http)
    expect(typesIn(record)).toEqual(['Patient', 'Goal'])
    expect(record.problems).toEqual([])
  })

  test('is asked for part by part where there is no such operation, which is no failure', async () => {
    const http = serving({
      'Patient/p1': { resourceType: 'Patient', id: 'p1' },
      'Condition?patient=p1&_count=100': bundle([{ resourceType: 'Condition', id: 'c' }]),
    })
    const record = await fetched(http)
    expect(typesIn(record)).toEqual(['Patient', 'Condition'])
    expect(http.requests.length).toBeGreaterThan(8)
  })

  test.each([undefined, '', '../admin', 'a b', 'x'.repeat(65), { toString: 0 }])(
    'of the patient %j cannot be asked for',
    async (patient) => {
      const http = fakeHttp([])
      expect(detailsIn(await fetched(http, { patient }))).toEqual(['query'])
      expect(http.requests).toEqual([])
    },
  )

  test.each<[Answer, string]>([
    [{ status: 401 }, '401'],
    [{ status: 403 }, '403'],
    [{ status: 404 }, 'status'],
    ['network', 'cors'],
    ['timeout', 'cors'],
    [{ text: '<html>' }, 'content'],
    [{ json: [] }, 'content'],
    [{ json: { resourceType: 1 } }, 'content'],
  ])('that fails with %j says so', async (answer, detail) => {
    const record = await fetched(fakeHttp(answer), { query: ['Patient'] })
    expect(record.bundle).toBeUndefined()
    expect(record.problems).toEqual([
      {
        code: 'API_ACCESS_FAILED',
        host: 'fhir.example',
        detail,
        ...(detail === 'status' && { status: 404 }),
      },
    ])
  })

  test('loses only the part that failed, and ends where the access has ended', async () => {
    const http = serving({ A: 403, B: bundle([{ resourceType: 'B', id: '1' }]), C: 401, D: bundle([]) })
    const record = await fetched(http, { query: ['A', 'B', 'C', 'D'] })
    expect(typesIn(record)).toEqual(['B'])
    expect(detailsIn(record)).toEqual(['403', '401'])
    expect(http.log().map((line) => line.slice(-1))).toEqual(['A', 'B', 'C'])
  })

  test('that leads in a circle, or on for ever, ends', async () => {
    const circle = serving({ A: bundle([{ resourceType: 'A', id: '1' }], `${AUD}/A`) })
    expect(typesIn(await fetched(circle, { query: ['A'] }))).toEqual(['A'])
    expect(circle.requests).toHaveLength(1)
    const endless = fakeHttp((_, nth): Answer => ({ json: bundle([], `${AUD}/A?${nth}`) }))
    const record = await fetched(endless, { query: ['A'] })
    expect(endless.requests).toHaveLength(20)
    expect(detailsIn(record)).toEqual(['pages'])
  })

  test('keeps what came by two queries once, and what differs under one address twice', async () => {
    const same = { resourceType: 'Goal', id: 'g', description: { text: 'a' } }
    const http = serving({ A: bundle([same]), B: bundle([same, { ...same, description: { text: 'b' } }]) })
    expect(typesIn(await fetched(http, { query: ['A', 'B'] }))).toEqual(['Goal', 'Goal'])
  })

  test('is not asked for any further when the person has gone on', async () => {
    const controller = new AbortController()
    const http = fakeHttp((): Answer => {
      controller.abort()
      return { json: bundle([]) }
    })
    await offerFrom({ query: ['A', 'B', 'C'] }).fetch({ http, signal: controller.signal })
    expect(http.requests).toHaveLength(1)
  })

  test.each<[unknown]>([
    [{ resourceType: 'Bundle', entry: 'text' }],
    [{ resourceType: 'Bundle', entry: [null, 1, {}, { resource: null }], link: 'next' }],
    [{ resourceType: 'Bundle', entry: { resource: { resourceType: { toString: 0 }, id: 'x' } } }],
    [{ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'http://[', id: 'x' } }] }],
    [{ resourceType: 'Bundle', entry: [{ fullUrl: 7, resource: { id: { toString: 0 } } }] }],
    [{ resourceType: 'Bundle', link: [{ relation: { toString: 0 }, url: 7 }, null] }],
  ])('of a wrong shape breaks nothing: %j', async (json) => {
    const record = await fetched(fakeHttp({ json }), { query: ['A'] })
    expect(record.problems).toEqual([])
  })

  test('is asked for by fifty hints at most, whatever stands among them', async () => {
    const query = [...Array.from({ length: 80 }, (_, at) => `A?${at}`), null, { toString: 0 }]
    const http = fakeHttp({ json: bundle([]) })
    await fetched(http, { query })
    expect(http.requests).toHaveLength(50)
    const some = fakeHttp({ json: bundle([]) })
    await fetched(some, { query: [null, {}, 'A', [], ' '] })
    expect(some.log()).toEqual([`GET ${AUD}/A`])
    const one = fakeHttp({ json: bundle([]) })
    await fetched(one, { query: 'A' })
    expect(one.requests).toHaveLength(1)
  })
})
