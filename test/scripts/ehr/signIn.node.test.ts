import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CLIENT_ID, startEhr, type RunningEhr } from '../../../scripts/ehr/server'
import { EhrClient, VIEWER } from '../../support/node/ehrClient'

let ehr: RunningEhr
let client: EhrClient
let now = Date.now()

beforeAll(async () => {
  ehr = await startEhr({ viewer: VIEWER, now: () => now })
})
afterAll(() => ehr.stop())
beforeEach(() => {
  ehr.quirks.clear()
  client = new EhrClient(ehr)
})

const codeIn = (back: URL | undefined): string => back?.searchParams.get('code') ?? ''
const newCode = async (): Promise<string> => codeIn(await client.authorize('hart'))

test('a launch leads to a token with the chart it was made from', async () => {
  const back = await client.authorize('hart')
  expect(back?.searchParams.get('state')).toBe(client.state)
  const { status, json } = await client.token({ code: codeIn(back) })
  expect(status).toBe(200)
  expect(json).toMatchObject({
    token_type: 'Bearer',
    patient: 'hart',
    encounter: 'hart-visit',
    need_patient_banner: true,
  })
  expect(String(json['scope'])).toContain('patient/DocumentReference.crs')
})

test('the id token is signed with the published key and names the practitioner', async () => {
  const { id_token: idToken } = await client.signIn('hart')
  const keys = createRemoteJWKSet(new URL(`${ehr.origin}/oauth/jwks`))
  const currentDate = new Date(now)
  const { payload } = await jwtVerify(String(idToken), keys, {
    issuer: ehr.issuer,
    audience: CLIENT_ID,
    currentDate,
  })
  expect(payload['fhirUser']).toBe(`${ehr.issuer}/Practitioner/krueger`)
})

test.each([
  ['an unregistered client', { client_id: 'somebody' }],
  ['an unregistered address', { redirect_uri: `${VIEWER}?to=evil` }],
  ['an address on another host', { redirect_uri: 'https://evil.example/' }],
])('%s is sent nowhere', async (_, change) => {
  expect(await client.authorize('hart', change)).toBeUndefined()
})

test.each([
  ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
  ['plain PKCE', { code_challenge_method: 'plain' }],
  ['another aud', { aud: 'https://evil.example/fhir' }],
  ['an invented launch', { launch: 'guess' }],
  ['no state', { state: undefined }],
  ['a short state', { state: 'abc' }],
  ['no launch scope', { scope: 'openid patient/Patient.r' }],
  ['another response type', { response_type: 'token' }],
])('%s is sent back with an error', async (_, change) => {
  const back = await client.authorize('hart', change)
  expect(back?.searchParams.get('error')).toBe('invalid_request')
  expect(codeIn(back)).toBe('')
})

test.each(['launch patient/*.read', 'launch patient/Patient.sr'])(
  'the scope %s is an error',
  async (scope) => {
    const back = await client.authorize('hart', { scope })
    expect(back?.searchParams.get('error')).toBe('invalid_scope')
  },
)

test('a launch works once', async () => {
  const { searchParams } = new URL(ehr.launch('hart'))
  const launch = searchParams.get('launch') ?? ''
  expect(codeIn(await client.authorize('hart', { launch }))).not.toBe('')
  expect((await client.authorize('hart', { launch }))?.searchParams.get('error')).toBe('invalid_request')
})

test.each([
  ['another verifier', { code_verifier: 'a'.repeat(43) }],
  ['no verifier', { code_verifier: undefined }],
  ['another address', { redirect_uri: `${VIEWER}index.html` }],
  ['another client', { client_id: 'shx-viewer-sandbox' }],
])('a code with %s gives no token', async (_, change) => {
  const { status, json } = await client.token({ code: await newCode(), ...change })
  expect([status, json['error']]).toEqual([400, 'invalid_grant'])
})

test('a client that does not name itself, or shows a secret, gives no token', async () => {
  const nameless = await client.token({ code: await newCode(), client_id: undefined })
  const secret = await client.token({ code: await newCode() }, { authorization: 'Basic c2h4OnNlY3JldA==' })
  expect([nameless.json['error'], secret.json['error']]).toEqual(['invalid_client', 'invalid_client'])
})

test('a code that comes twice revokes the token of the first time', async () => {
  const code = await newCode()
  const first = await client.token({ code })
  const token = first.json['access_token']
  expect((await client.fhir('Patient/hart', token)).status).toBe(200)
  expect((await client.token({ code })).json['error']).toBe('invalid_grant')
  expect((await client.fhir('Patient/hart', token)).status).toBe(401)
  const renewal = await client.token({
    grant_type: 'refresh_token',
    refresh_token: String(first.json['refresh_token']),
  })
  expect(renewal.json['error']).toBe('invalid_grant')
})

test('a code is of no use after a minute', async () => {
  const code = await newCode()
  now += 61_000
  expect((await client.token({ code })).json['error']).toBe('invalid_grant')
})

describe('refreshing', () => {
  test('gives a new token for the same chart, once for each refresh token', async () => {
    const first = await client.signIn('hart')
    const form = { grant_type: 'refresh_token', refresh_token: String(first['refresh_token']) }
    const second = (await client.token(form)).json
    expect(second).toMatchObject({ patient: 'hart', scope: first['scope'] })
    expect((await client.fhir('Patient/hart', second['access_token'])).status).toBe(200)
    expect((await client.token(form)).json['error']).toBe('invalid_grant')
  })

  test('needs the client id', async () => {
    const { refresh_token: token } = await client.signIn('hart')
    const form = { grant_type: 'refresh_token', refresh_token: String(token), client_id: undefined }
    expect((await client.token(form)).json['error']).toBe('invalid_client')
  })

  test('is not offered without online_access', async () => {
    const { refresh_token: token } = await client.signIn('hart', { scope: 'launch patient/Patient.r' })
    expect(token).toBeUndefined()
  })
})

describe('quirks', () => {
  test.each([
    ['deny', 'access_denied'],
    ['auth-error', 'server_error'],
  ] as const)('%s sends back %s', async (quirk, error) => {
    ehr.quirks.add(quirk)
    expect((await client.authorize('hart'))?.searchParams.get('error')).toBe(error)
  })

  test('code-with-plus: the code arrives whole when it is encoded, and not otherwise', async () => {
    ehr.quirks.add('code-with-plus')
    const code = await newCode()
    expect(code).toMatch(/\+.*\/.*=&.*%20.*\+/)
    expect((await client.token({ code })).status).toBe(200)
    const body = `grant_type=authorization_code&client_id=${CLIENT_ID}&redirect_uri=${VIEWER}&code=${await newCode()}`
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const raw = await fetch(`${ehr.origin}/oauth/token`, { method: 'POST', body, headers })
    expect(raw.status).toBe(400)
  })

  test('epic-like: iss ends with a slash, aud has to as well, and nothing refreshes', async () => {
    ehr.quirks.add('epic-like')
    expect(new URL(ehr.launch('hart')).searchParams.get('iss')).toBe(`${ehr.issuer}/`)
    expect((await client.authorize('hart', { aud: ehr.issuer }))?.searchParams.get('error')).toBe(
      'invalid_request',
    )
    expect(await client.signIn('hart')).not.toHaveProperty('refresh_token')
  })

  test('no-patient, no-refresh, no-id-token and shows-patient change the token answer', async () => {
    for (const quirk of ['no-patient', 'no-refresh', 'no-id-token', 'shows-patient'] as const)
      ehr.quirks.add(quirk)
    const answer = await client.signIn('hart')
    for (const name of ['patient', 'refresh_token', 'id_token']) expect(answer).not.toHaveProperty(name)
    expect(answer).toMatchObject({ need_patient_banner: false })
  })

  test('v1-only and no-scopes-for-write grant less', async () => {
    ehr.quirks.add('v1-only').add('no-scopes-for-write')
    const scope =
      'launch patient/Patient.r patient/Patient.read patient/DocumentReference.write patient/DocumentReference.read'
    expect((await client.signIn('hart', { scope }))['scope']).toBe(
      'launch patient/Patient.read patient/DocumentReference.read',
    )
  })

  test('expired: a token is of no use after four seconds', async () => {
    ehr.quirks.add('expired')
    const { access_token: token } = await client.signIn('hart')
    now += 4_001
    expect((await client.fhir('Patient/hart', token)).status).toBe(401)
  })
})

test('the audit log has every request and none of the secrets', async () => {
  const answer = await client.signIn('hart')
  await client.fhir('Patient/hart', answer['access_token'])
  const log = JSON.stringify(ehr.audit())
  for (const name of ['access_token', 'refresh_token', 'id_token'])
    expect(log).not.toContain(String(answer[name]))
  expect(log).not.toContain(client.verifier)
  expect(ehr.audit().at(-1)).toMatchObject({
    method: 'GET',
    address: '/fhir/Patient/hart',
    status: 200,
    authorized: true,
    token: expect.stringMatching(/^token-\d+$/),
  })
})
