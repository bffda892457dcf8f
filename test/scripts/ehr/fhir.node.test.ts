import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEhr, type RunningEhr } from '../../../scripts/ehr/server'
import { EhrClient, resourcesIn, SCOPES, VIEWER, type Reply } from '../../support/node/ehrClient'

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

const get = (path: string, accept?: string): Promise<Reply> =>
  client.fhir(path, token, accept === undefined ? {} : { headers: { accept } })

describe('who may see what', () => {
  test('without a token, nothing but where to sign in and what the server can do', async () => {
    expect((await client.fhir('Patient/hart', undefined)).status).toBe(401)
    expect((await client.fhir('Patient/hart', 'guess')).status).toBe(401)
    expect((await client.fhir('metadata', undefined)).status).toBe(200)
    expect((await client.fhir('.well-known/smart-configuration', undefined)).status).toBe(200)
  })

  test.each([
    'Patient/castellanos',
    'DocumentReference/castellanos-card',
    'Binary/castellanos-photo',
    'Encounter/castellanos-visit',
    'DocumentReference?patient=castellanos',
    'DocumentReference?subject=Patient/castellanos',
  ])('another chart is closed: %s', async (path) => {
    const scope = `${SCOPES} patient/Encounter.rs`
    const { access_token: wide } = await client.signIn('hart', { scope })
    expect((await client.fhir(path, wide)).status).toBe(403)
  })

  test('what was not granted is closed', async () => {
    const { access_token: narrow } = await client.signIn('hart', {
      scope: 'launch patient/Patient.r patient/DocumentReference.s',
    })
    expect((await client.fhir('DocumentReference?patient=hart', narrow)).status).toBe(200)
    expect((await client.fhir('DocumentReference/hart-insurance', narrow)).status).toBe(403)
    expect((await client.fhir('Binary/hart-insurance', narrow)).status).toBe(403)
  })

  test('scopes of version 1 allow the same', async () => {
    const scope = 'launch patient/DocumentReference.read'
    const { access_token: old } = await client.signIn('hart', { scope })
    expect((await client.fhir('DocumentReference/hart-insurance', old)).status).toBe(200)
    expect((await client.fhir('Patient/hart', old)).status).toBe(403)
  })

  test('ended sessions are of no use', async () => {
    const own = new EhrClient(ehr)
    const { access_token: first } = await own.signIn('castellanos')
    ehr.endSessions()
    expect((await own.fhir('Patient/castellanos', first)).status).toBe(401)
    ;({ access_token: token } = await client.signIn('hart'))
  })
})

describe('searching', () => {
  test.each(['hart', 'Patient/hart'])('patient=%s finds the same', async (patient) => {
    expect((await get(`DocumentReference?patient=${patient}`)).json['total']).toBe(142)
  })

  test('the address of the patient finds the same', async () => {
    const patient = encodeURIComponent(`${ehr.issuer}/Patient/hart`)
    expect((await get(`DocumentReference?patient=${patient}`)).json['total']).toBe(142)
  })

  test('an unknown parameter is an error, not an empty list', async () => {
    expect((await get('DocumentReference?patient=hart&colour=red')).status).toBe(400)
    expect((await get('DocumentReference?patient=hart&_include=x')).status).toBe(400)
  })

  test('pages lead through everything once, newest first', async () => {
    const dates: string[] = []
    const ids = new Set<unknown>()
    let next: string | undefined = 'DocumentReference?patient=hart&_sort=-date&_count=50'
    for (let page = 0; next !== undefined && page < 9; page++) {
      const reply: Reply = await get(next)
      for (const resource of resourcesIn(reply)) {
        ids.add(resource['id'])
        dates.push(String(resource['date']))
      }
      const links = reply.json['link'] as readonly { readonly relation: string; readonly url: string }[]
      next = links.find(({ relation }) => relation === 'next')?.url
    }
    expect([ids.size, dates.length]).toEqual([142, 142])
    expect(dates).toEqual(dates.toSorted().toReversed())
  })

  test('a page that was made up for another chart is refused', async () => {
    const page = { query: 'patient=Patient/castellanos', offset: 0, count: 10 }
    const made = Buffer.from(JSON.stringify(page)).toString('base64url')
    expect((await get(`DocumentReference?_page=${made}`)).status).toBe(403)
    expect((await get('DocumentReference?_page=nonsense')).status).toBe(403)
  })

  test('by type, category, status and identifier', async () => {
    const types = await get('DocumentReference?patient=hart&type=http://loinc.org|64290-0&status=current')
    expect(resourcesIn(types).map(({ id }) => id)).toEqual(['hart-insurance', 'hart-elsewhere'])
    expect((await get('DocumentReference?patient=hart&identifier=urn:x|1')).json['total']).toBe(0)
  })

  test('quirks: search-fails and no-identifier-search', async () => {
    ehr.quirks.add('no-identifier-search')
    expect((await get('DocumentReference?patient=hart&identifier=urn:x|1')).status).toBe(400)
    ehr.quirks.add('search-fails')
    expect((await get('DocumentReference?patient=hart')).status).toBe(500)
  })

  test('oracle: ten to a page, a hundred at most, and a patient is required', async () => {
    ehr.quirks.add('oracle')
    expect(resourcesIn(await get('DocumentReference?patient=hart'))).toHaveLength(10)
    expect(resourcesIn(await get('DocumentReference?patient=hart&_count=500'))).toHaveLength(100)
    expect((await get('DocumentReference?status=current')).status).toBe(400)
    expect((await get('DocumentReference?patient=hart&date=ge2026&period=ge2026')).status).toBe(400)
  })
})

describe('documents', () => {
  test('come as bytes or as JSON, as is asked', async () => {
    const bytes = await get('Binary/hart-insurance', 'application/pdf')
    expect(bytes.headers.get('content-type')).toBe('application/pdf')
    expect(bytes.text.slice(0, 5)).toBe('%PDF-')
    const json = await get('Binary/hart-insurance')
    expect(json.headers.get('content-type')).toMatch(/^application\/fhir\+json/)
    expect(json.json).toMatchObject({ resourceType: 'Binary', contentType: 'application/pdf' })
  })

  test('oracle: only as FHIR or as what they are', async () => {
    ehr.quirks.add('oracle')
    const wanted = ['application/json', '*/*', 'image/png', 'application/pdf', 'application/fhir+json']
    const replies = await Promise.all(wanted.map((accept) => get('Binary/hart-insurance', accept)))
    expect(replies.map(({ status }) => status)).toEqual([406, 406, 406, 200, 200])
  })

  test('one that is gone is not there', async () => {
    expect((await get('Binary/hart-gone')).status).toBe(404)
  })
})

const headersFor = async (origin: string): Promise<Headers> =>
  (await client.fhir('Patient/hart', token, { headers: { origin } })).headers

test('only the registered page may read what it says, and where a document was saved', async () => {
  expect((await headersFor('https://evil.example')).get('access-control-allow-origin')).toBeNull()
  const own = await headersFor(new URL(VIEWER).origin)
  expect(own.get('access-control-allow-origin')).toBe(new URL(VIEWER).origin)
  expect(own.get('access-control-expose-headers')).toContain('Location')
  ehr.quirks.add('hidden-location')
  expect((await headersFor(new URL(VIEWER).origin)).get('access-control-expose-headers')).toBeNull()
})

test('quirks of the patient', async () => {
  ehr.quirks.add('other-patient')
  expect((await get('Patient/hart')).json['id']).toBe('castellanos')
  ehr.quirks.add('patient-unreadable')
  expect((await get('Patient/hart')).status).toBe(403)
})
