import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEhr, type RunningEhr } from '../../../scripts/ehr/server'
import { EhrClient, SCOPES, VIEWER, type Reply } from '../../support/node/ehrClient'

let ehr: RunningEhr
let client: EhrClient
let token: unknown

beforeAll(async () => {
  ehr = await startEhr({ viewer: VIEWER })
  client = new EhrClient(ehr)
  ;({ access_token: token } = await client.signIn('hart'))
})
afterAll(() => ehr.stop())
beforeEach(() => ehr.quirks.clear())

const DOCUMENT = {
  resourceType: 'DocumentReference',
  identifier: [{ system: 'urn:example', value: 'one' }],
  status: 'current',
  docStatus: 'final',
  type: { coding: [{ system: 'http://loinc.org', code: '64290-0' }] },
  subject: { reference: 'Patient/hart' },
  author: [{ reference: 'Practitioner/krueger' }],
  content: [{ attachment: { contentType: 'application/pdf', data: 'JVBERi0xLjQ=' } }],
  context: { period: { start: '2026-11-20T14:00:00Z', end: '2026-11-20T14:00:00Z' } },
}

function save(document: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const all = { 'content-type': 'application/fhir+json', ...headers }
  return client.fhir('DocumentReference', token, {
    method: 'POST',
    body: JSON.stringify(document),
    headers: all,
  })
}

const savedCount = async (): Promise<number> =>
  (await ehr.stored('DocumentReference')).filter(({ id }) => id?.startsWith('saved-')).length

test('a document is saved, says where it is, and is found there', async () => {
  const { status, headers } = await save(DOCUMENT)
  expect(status).toBe(201)
  const location = headers.get('location') ?? ''
  expect(location.startsWith(`${ehr.issuer}/DocumentReference/`)).toBe(true)
  expect((await client.fhir(location, token)).json).toMatchObject({ identifier: DOCUMENT.identifier })
})

test('If-None-Exist saves nothing twice', async () => {
  const before = await savedCount()
  const condition = { 'if-none-exist': 'identifier=urn:example|twice' }
  const document = { ...DOCUMENT, identifier: [{ system: 'urn:example', value: 'twice' }] }
  expect((await save(document, condition)).status).toBe(201)
  expect((await save(document, condition)).status).toBe(200)
  expect(await savedCount()).toBe(before + 1)
  ehr.quirks.add('epic-like')
  expect((await save(document, condition)).status).toBe(201)
})

test.each([
  ['for another chart', { subject: { reference: 'Patient/castellanos' } }, 403],
  ['for nobody', { subject: undefined }, 403],
  ['content that is no list', { content: DOCUMENT.content[0] }, 422],
  ['an encounter that is no list', { context: { encounter: { reference: 'Encounter/hart-visit' } } }, 422],
  ['an unknown property', { colour: 'red' }, 422],
  ['an id of its own', { id: 'mine' }, 400],
  ['another type', { resourceType: 'Observation' }, 400],
])('%s is refused', async (_, change, status) => {
  const before = await savedCount()
  expect((await save({ ...DOCUMENT, ...change })).status).toBe(status)
  expect(await savedCount()).toBe(before)
})

test('without the scope nothing is saved', async () => {
  const { access_token: reading } = await client.signIn('hart', { scope: SCOPES.replace('.crs', '.rs') })
  const init = {
    method: 'POST',
    body: JSON.stringify(DOCUMENT),
    headers: { 'content-type': 'application/fhir+json' },
  }
  expect((await client.fhir('DocumentReference', reading, init)).status).toBe(403)
})

describe('oracle', () => {
  beforeEach(() => {
    ehr.quirks.add('oracle')
  })

  test('takes a document after its rules and answers with nothing but where it is', async () => {
    const { status, headers, text } = await save(DOCUMENT)
    expect([status, text, headers.get('content-type')]).toEqual([201, '', 'text/html'])
    expect(headers.get('location')).toContain('/DocumentReference/')
  })

  test.each([
    ['no author', { author: undefined }],
    ['two authors', { author: [...DOCUMENT.author, { reference: 'Organization/larkspur' }] }],
    ['another author', { author: [{ reference: 'Practitioner/somebody' }] }],
    ['no docStatus', { docStatus: undefined }],
    ['two contents', { content: [...DOCUMENT.content, ...DOCUMENT.content] }],
    ['a picture', { content: [{ attachment: { contentType: 'image/png', data: 'AA==' } }] }],
    ['no time', { context: { period: { end: '2026-11-20' } } }],
    ['no period', { context: {} }],
    ['two codings', { type: { coding: [...DOCUMENT.type.coding, ...DOCUMENT.type.coding] } }],
  ])('refuses %s', async (_, change) => {
    expect((await save({ ...DOCUMENT, ...change })).status).toBe(422)
  })
})

describe('quirks', () => {
  test('create-refused says why', async () => {
    ehr.quirks.add('create-refused')
    const { status, json } = await save(DOCUMENT)
    expect([status, json['resourceType']]).toEqual([422, 'OperationOutcome'])
  })

  test('create-hangs saves and never answers', async () => {
    ehr.quirks.add('create-hangs')
    const before = await savedCount()
    await expect(
      client.fhir('DocumentReference', token, {
        method: 'POST',
        body: JSON.stringify(DOCUMENT),
        headers: { 'content-type': 'application/fhir+json' },
        signal: AbortSignal.timeout(800),
      }),
    ).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(await savedCount()).toBe(before + 1)
  })

  test('foreign-location leads nowhere', async () => {
    ehr.quirks.add('foreign-location')
    expect((await save(DOCUMENT)).headers.get('location')).not.toContain(ehr.issuer)
  })
})
