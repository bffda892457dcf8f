import { expect, test } from 'vitest'
import type { EhrRequest } from '../../../src/core/ehr/connection'
import { readSavedLaunch } from '../../../src/core/ehr/savedLaunch'
import { readToken } from '../../../src/core/ehr/tokenResponse'
import { createAsk, createConnection, type ConnectionParts } from '../../../src/platform/ehr/connection'
import { createTokens } from '../../../src/platform/ehr/tokens'
import type { HttpRequest } from '../../../src/core/ports'
import { fakeHttp, type Answer } from '../../support/fakeHttp'
import { ISS, memoryStore, NOW, savedLaunch, STATE } from './support'

const FIRST = { access_token: 'one', refresh_token: 'r1', expires_in: 300, patient: 'p1', scope: 'x' }

/** A connection to an EHR that answers `answer`; at `/token` it gives what `tokens` holds, one after the other. */
function chart(
  answer: Answer | ((request: HttpRequest) => Answer),
  { first = FIRST, tokens = [] }: { first?: object; tokens?: readonly Answer[] } = {},
) {
  const store = memoryStore()
  store.set(STATE, savedLaunch({ tokenResponse: first, shx: { receivedAt: NOW.getTime() } }))
  const left = [...tokens]
  const http = fakeHttp((request) => {
    if (request.url.pathname === '/token') return left.shift() ?? { status: 400, json: {} }
    return typeof answer === 'function' ? answer(request) : answer
  })
  const time = { now: NOW.getTime() }
  const saved = readSavedLaunch(store.get(STATE))
  const token = readToken(first, '')
  if (!saved || !token) throw new Error('unusable')
  const expired: boolean[] = []
  const parts: ConnectionParts = {
    label: 'Lakeside',
    iss: `${ISS}/`,
    token: { ...token, patientId: 'p1' },
    http,
    user: undefined,
    tokens: createTokens(saved, token, {
      http,
      store,
      clock: () => new Date(time.now),
      state: STATE,
      ticks: () => time.now,
    }),
    onExpired: (is) => expired.push(is),
  }
  const ask = createAsk(parts)
  const connection = createConnection(parts, ask, { resourceType: 'Patient', id: 'p1' })
  return { ask: (request: EhrRequest) => connection.request(request), connection, http, store, time, expired }
}
const bearers = (http: { readonly requests: readonly HttpRequest[] }) =>
  http.requests.map(({ bearer, url }) => (url.pathname === '/token' ? 'token' : bearer))
const accepts = (token: string) => (request: HttpRequest) =>
  request.bearer === token ? { text: 'fine' } : { status: 401 }

test('a request goes below the base, with what FHIR needs and nothing that carries rights', async () => {
  const { ask, http } = chart({ status: 201, text: '' })
  await ask({
    path: 'DocumentReference',
    method: 'POST',
    body: '{}',
    headers: {
      'If-None-Exist': 'identifier=x',
      Authorization: 'Bearer evil',
      Cookie: 'x',
      accept: 'text/html',
    },
  })
  expect(http.requests).toEqual([
    {
      url: new URL(`${ISS}/DocumentReference`),
      method: 'POST',
      bearer: 'one',
      accept: 'application/fhir+json',
      contentType: 'application/fhir+json',
      body: '{}',
      headers: { 'If-None-Exist': 'identifier=x' },
      maximumBytes: 25_000_000,
    },
  ])
})

test.each(['https://evil.example/Binary/1', '//evil.example/x', '../token', `${ISS}evil/Binary/1`])(
  '%s is not asked for: the token goes nowhere else',
  async (path) => {
    const { ask, http } = chart({ text: 'x' })
    expect(await ask({ path })).toEqual({ ok: false, error: 'foreign-address' })
    expect(http.requests).toEqual([])
  },
)

test('every answer is an answer, whatever its status', async () => {
  for (const status of [200, 304, 403, 404, 412, 422, 500]) {
    expect(await chart({ status, text: 'x' }).ask({ path: 'Binary/1' })).toMatchObject({
      ok: true,
      value: { status },
    })
  }
  expect(await chart('timeout').ask({ path: 'Binary/1' })).toEqual({ ok: false, error: 'timeout' })
})

test('a token that is about to end is renewed first, once, however many ask', async () => {
  const { ask, http, time, store } = chart(accepts('two'), {
    tokens: [{ json: { access_token: 'two', refresh_token: 'r2', expires_in: 300 } }],
  })
  time.now += 290_000
  const answers = await Promise.all([ask({ path: 'a' }), ask({ path: 'b' }), ask({ path: 'c' })])
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(bearers(http)).toEqual(['token', 'two', 'two', 'two'])
  expect(http.requests[0]).toMatchObject({
    body: 'grant_type=refresh_token&refresh_token=r1&client_id=shx',
    contentType: 'application/x-www-form-urlencoded',
  })
  expect(readSavedLaunch(store.get(STATE))).toMatchObject({
    response: { access_token: 'two', refresh_token: 'r2', patient: 'p1' },
    receivedAt: time.now,
  })
})

test('a refused token is renewed once, and the request is sent again', async () => {
  const { ask, http, expired } = chart(accepts('two'), { tokens: [{ json: { access_token: 'two' } }] })
  expect(await ask({ path: 'Binary/1', method: 'POST', body: '{}' })).toMatchObject({
    value: { status: 200 },
  })
  expect(bearers(http)).toEqual(['one', 'token', 'two'])
  expect(expired).toEqual([false])
})

test('a refresh token that was replaced is never sent again; one that was not stays', async () => {
  const answers = [
    { json: { access_token: 'two', refresh_token: 'r2' } },
    { json: { access_token: 'three' } },
  ]
  const { ask, http, time } = chart(
    (request) => accepts(time.now > NOW.getTime() ? 'three' : 'two')(request),
    {
      tokens: answers,
    },
  )
  await ask({ path: 'a' })
  time.now += 100_000
  await ask({ path: 'a' })
  const sent = http.requests.filter(({ url }) => url.pathname === '/token').map(({ body }) => body)
  expect(sent.map((body) => new URLSearchParams(body).get('refresh_token'))).toEqual(['r1', 'r2'])
})

test('a token fresh from the EHR that is refused is not the reason: the refusal is the answer', async () => {
  const { ask, http } = chart({ status: 401 }, { tokens: [{ json: { access_token: 'two' } }] })
  expect(await ask({ path: 'a' })).toMatchObject({ ok: true, value: { status: 401 } })
  expect(await ask({ path: 'a' })).toMatchObject({ ok: true, value: { status: 401 } })
  expect(bearers(http)).toEqual(['one', 'token', 'two', 'two'])
})

test('a session ends when its token is refused and cannot be renewed', async () => {
  const { refresh_token: _, ...short } = FIRST
  const none = chart({ status: 401 }, { first: short })
  expect(await none.ask({ path: 'a' })).toEqual({ ok: false, error: 'session-expired' })
  expect(none.expired).toEqual([true])
  const refused = chart({ status: 401 }, { tokens: [{ status: 400, json: { error: 'invalid_grant' } }] })
  expect(await refused.ask({ path: 'a' })).toEqual({ ok: false, error: 'session-expired' })
})

test('a refresh token that the EHR refuses is not sent again, and a token that still holds is used up', async () => {
  const { ask, http, time } = chart(accepts('one'), {
    tokens: [{ status: 400, json: { error: 'invalid_grant' } }],
  })
  time.now += 290_000
  expect(await ask({ path: 'a' })).toMatchObject({ value: { status: 200 } })
  expect(await ask({ path: 'a' })).toMatchObject({ value: { status: 200 } })
  expect(bearers(http)).toEqual(['token', 'one', 'one'])
  const over = chart({ status: 401 })
  over.time.now += 301_000
  expect(await over.ask({ path: 'a' })).toEqual({ ok: false, error: 'session-expired' })
  expect(await over.ask({ path: 'a' })).toEqual({ ok: false, error: 'session-expired' })
  expect(bearers(over.http)).toEqual(['token', 'one'])
})

test('a line that is down while a token is renewed ends nothing', async () => {
  const { ask, expired } = chart(accepts('two'), { tokens: ['network', { json: { access_token: 'two' } }] })
  expect(await ask({ path: 'a' })).toEqual({ ok: false, error: 'network' })
  expect(await ask({ path: 'a' })).toMatchObject({ value: { status: 200 } })
  expect(expired).toEqual([false])
})

test('a renewed token for another patient ends the session: nothing is asked with it', async () => {
  const { ask, http } = chart(accepts('two'), { tokens: [{ json: { access_token: 'two', patient: 'p2' } }] })
  expect(await ask({ path: 'a' })).toEqual({ ok: false, error: 'session-expired' })
  expect(bearers(http)).toEqual(['one', 'token'])
})

test('which chart this is can be asked again', async () => {
  const { connection } = chart({ json: { resourceType: 'Patient', id: 'p1', gender: 'female' } })
  expect(await connection.readPatient()).toMatchObject({ ok: true, value: { gender: 'female' } })
  const other = chart({ json: { resourceType: 'Patient', id: 'p2' } })
  expect(await other.connection.readPatient()).toEqual({ ok: false, error: 'other-patient' })
  const nobody = chart({ json: { resourceType: 'Patient' } })
  expect(await nobody.connection.readPatient()).toEqual({ ok: false, error: 'interrupted' })
})
