import type { IncomingMessage } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { readSavedLaunch } from '../../../src/core/ehr/savedLaunch'
import { createHttp } from '../../../src/platform/http'
import { exchange } from '../../../src/platform/ehr/exchange'
import { prepareLaunch } from '../../../src/platform/ehr/launch'
import { startServer, type LocalServer } from '../../support/node/localServer'
import { memoryStore, savedLaunch, STATE } from './support'

// With fhirclient itself, over real sockets: what it asks for and keeps is what these tests are about.
let server: LocalServer | undefined
afterEach(() => server?.stop())

const PAGE = new URL('https://viewer.example/x/launch.html')
const ENDPOINTS = { authorization_endpoint: '/authorize?tenant=7', token_endpoint: 'token' }

/** An EHR that says this about signing in, one answer after the other, the last one again and again. */
async function launched(answers: readonly object[], clientId = 'shx') {
  let nth = 0
  server = await startServer((_, response) => {
    const answer = answers[Math.min(nth++, answers.length - 1)]
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  const iss = `${server.origin}/fhir/`
  const store = memoryStore()
  const prepared = await prepareLaunch({ iss, launch: 'a b+c' }, { issuer: iss, clientId }, true, {
    http: createHttp({ timeoutSeconds: 5 }),
    store,
    page: PAGE,
    redirectUri: 'https://viewer.example/x/index.html',
  })
  return { prepared, store, iss, origin: server.origin }
}

test('a launch goes to the EHR with everything that the standard asks for, and its own words back', async () => {
  const { prepared, store, iss, origin } = await launched([ENDPOINTS])
  if (!prepared.ok) throw new Error(prepared.error.kind)
  const { searchParams, pathname } = prepared.value
  expect(prepared.value.origin + pathname).toBe(`${origin}/authorize`)
  expect(prepared.value.href).not.toContain('+')
  const [state, challenge] = [searchParams.get('state'), searchParams.get('code_challenge')]
  expect(Object.fromEntries(searchParams)).toEqual({
    tenant: '7',
    response_type: 'code',
    client_id: 'shx',
    scope:
      'launch openid fhirUser online_access patient/Patient.read patient/DocumentReference.read patient/Binary.read patient/DocumentReference.write',
    redirect_uri: 'https://viewer.example/x/index.html',
    aud: iss,
    state,
    launch: 'a b+c',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  expect(state).toMatch(/^[\da-f-]{36}$/)
  expect([...store.all.keys()]).toEqual([state])
  expect(readSavedLaunch(store.get(state ?? ''))).toMatchObject({
    iss,
    clientId: 'shx',
    token: new URL(`${iss}token`),
  })
})

test('every launch has a key of its own', async () => {
  const states = new Set<string | null>()
  for (let nth = 0; nth < 3; nth++) {
    const { prepared } = await launched([ENDPOINTS])
    states.add(prepared.ok ? prepared.value.searchParams.get('state') : null)
    await server?.stop()
  }
  expect(states.size).toBe(3)
})

test('an EHR that knows version 2 of the scopes is asked in version 2', async () => {
  const { prepared } = await launched([{ ...ENDPOINTS, capabilities: ['permission-v2'] }])
  expect(prepared.ok && prepared.value.searchParams.get('scope')).toContain('patient/DocumentReference.crs')
})

test('an address elsewhere, also one that is only said to the second who asks, gets nothing', async () => {
  const evil = { ...ENDPOINTS, token_endpoint: 'https://evil.example/token' }
  const first = await launched([evil])
  expect(first.prepared).toEqual({ ok: false, error: { kind: 'endpoint-elsewhere', host: 'evil.example' } })
  expect(first.store.all.size).toBe(0)
  await server?.stop()
  const second = await launched([ENDPOINTS, evil])
  const state = [...second.store.all.keys()][0] ?? ''
  expect(readSavedLaunch(second.store.get(state))?.token.origin).toBe(second.origin)
  expect(second.prepared.ok && second.prepared.value.origin).toBe(second.origin)
})

test('a sign-in that is no longer there for the second who asks is not skipped', async () => {
  const { prepared, store } = await launched([
    ENDPOINTS,
    { issuer: 'x' },
    { resourceType: 'CapabilityStatement' },
  ])
  expect(prepared).toEqual({ ok: false, error: { kind: 'changed' } })
  expect(store.all.size).toBe(0)
})

test('an EHR that says nothing about signing in is not launched from', async () => {
  expect((await launched([{}])).prepared).toEqual({ ok: false, error: { kind: 'not-smart' } })
})

test('a code arrives as it was given, with the verifier and without a secret; a token may look like anything', async () => {
  const forms: URLSearchParams[] = []
  const seen: IncomingMessage[] = []
  server = await startServer((request, response) => {
    seen.push(request)
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString()))
    request.on('end', () => {
      forms.push(new URLSearchParams(body))
      // Without `expires_in`, with dots in it and no JWT: fhirclient looks into it.
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"access_token":"opaque.tökén.x","patient":"p1"}')
    })
  })
  const store = memoryStore()
  store.set(
    STATE,
    savedLaunch({ tokenUri: `${server.origin}/token`, redirectUri: 'https://viewer.example/index.html' }),
  )
  const answer = await exchange(store, PAGE, STATE, 'a+b&c=%2F d')
  expect(answer).toMatchObject({ ok: true, value: { patient: 'p1' } })
  expect(Object.fromEntries(forms[0] ?? [])).toEqual({
    code: 'a+b&c=%2F d',
    grant_type: 'authorization_code',
    redirect_uri: 'https://viewer.example/index.html',
    client_id: 'shx',
    code_verifier: 'v',
  })
  expect(seen[0]?.headers.authorization).toBeUndefined()
  expect(readSavedLaunch(store.get(STATE))?.response).toMatchObject({ patient: 'p1' })
})

async function exchangedAt(status: number): Promise<string> {
  server = await startServer((_, response) => response.writeHead(status).end('{"error":"x"}'))
  const store = memoryStore()
  store.set(
    STATE,
    savedLaunch({ tokenUri: `${server.origin}/token`, redirectUri: 'https://viewer.example/' }),
  )
  const answer = await exchange(store, PAGE, STATE, 'c')
  await server.stop()
  return answer.ok ? 'token' : answer.error
}

test('an EHR that refuses the code has answered; one that is broken may be asked again', async () => {
  expect([await exchangedAt(400), await exchangedAt(401), await exchangedAt(503)]).toEqual([
    'refused',
    'refused',
    'unreachable',
  ])
})
