import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { err, ok } from '../../../src/core/result'
import { connect, type ConnectPorts } from '../../../src/platform/ehr/connect'
import { withSaved } from '../../../src/core/ehr/savedLaunch'
import { fakeHttp, type Answer } from '../../support/fakeHttp'
import { ISS, memoryStore, NOW, savedLaunch, STATE } from './support'

const TOKEN = {
  access_token: 'one',
  token_type: 'Bearer',
  expires_in: 300,
  scope: 'patient/Patient.rs',
  patient: 'p1',
}
const PATIENT = { json: { resourceType: 'Patient', id: 'p1', birthDate: '1980-01-02' } }

/** A viewer that comes back from an EHR which grants `token`. */
function viewer(token: unknown = TOKEN, answers: Answer | ((path: string) => Answer) = PATIENT) {
  const store = memoryStore()
  store.set(STATE, savedLaunch())
  const codes: string[] = []
  const http = fakeHttp((request) =>
    typeof answers === 'function' ? answers(request.url.pathname + request.url.search) : answers,
  )
  const ports: ConnectPorts = {
    ehrs: [{ issuer: `${ISS}/`, clientId: 'shx', label: 'Lakeside' }],
    http,
    store,
    clock: () => NOW,
    ticks: () => 0,
    page: new URL('https://viewer.example/index.html'),
    exchange: (kept, _page, state, code) => {
      codes.push(code)
      if (token === 'refused' || token === 'unreachable') return Promise.resolve(err(token))
      kept.set(state, withSaved(kept.get(state), { tokenResponse: token }, {}))
      return Promise.resolve(ok(token))
    },
    onExpired: () => undefined,
  }
  const come = (back: object = { code: 'a+b' }, more: Partial<ConnectPorts> = {}) =>
    connect({ state: STATE, ...back }, { ...ports, ...more })
  return { come, store, codes, http, ports }
}
const failure = (error: string) => ({ ok: false, error })

test('a code becomes a connection to the chart that the EHR names', async () => {
  const { come, codes, http } = viewer({ ...TOKEN, encounter: 'e1', need_patient_banner: false })
  const connected = await come()
  expect(connected).toMatchObject({
    ok: true,
    value: {
      label: 'Lakeside',
      base: ISS,
      patientId: 'p1',
      encounterId: 'e1',
      needsBanner: false,
      patient: { birthDate: '1980-01-02' },
    },
  })
  expect(connected.ok && [connected.value.may('Patient', 's'), connected.value.may('Patient', 'c')]).toEqual([
    true,
    false,
  ])
  expect(codes).toEqual(['a+b'])
  expect(http.requests[0]).toMatchObject({ bearer: 'one', url: new URL(`${ISS}/Patient/p1`) })
  expect(JSON.stringify(connected)).not.toContain('one')
})

test('a reload, which has no code, finds the token of its own launch', async () => {
  const { come, codes } = viewer()
  await come()
  expect(await come({})).toMatchObject({ ok: true, value: { patientId: 'p1' } })
  expect(await come({ code: 'again' })).toMatchObject({ ok: true })
  expect(codes).toHaveLength(1)
})

test('two launches in one tab stay apart', async () => {
  const { come, store } = viewer()
  await come()
  const other = STATE.replace('3', '4')
  store.set(other, savedLaunch({ tokenResponse: { ...TOKEN, access_token: 'two', patient: 'p2' } }))
  const both = [await come({}), await connectTo(other, store)]
  expect(both).toMatchObject([{ value: { patientId: 'p1' } }, { value: { patientId: 'p2' } }])
})
function connectTo(state: string, store: ConnectPorts['store']) {
  const { ports } = viewer(TOKEN, { json: { resourceType: 'Patient', id: 'p2' } })
  return connect({ state }, { ...ports, store })
}

test.each([
  ['access_denied', 'denied'],
  ['invalid_scope', 'refused-by-ehr'],
  ['<b>', 'refused-by-ehr'],
])('the error %s is told as %s, and the launch is over', async (error, told) => {
  const { come, codes } = viewer()
  expect(await come({ error, code: 'x' })).toEqual(failure(told))
  expect(await come({})).toEqual(failure('session-lost'))
  expect(codes).toEqual([])
})

test.each([
  ['a key of nobody', { state: STATE.replace('3', '9') }],
  ['no key', { state: '' }],
  ['something else that is stored', { state: 'probe' }],
])('%s is no session', async (_, back) => {
  const { come, codes } = viewer()
  expect(await come({ code: 'x', ...back })).toEqual(failure('session-lost'))
  expect(codes).toEqual([])
})

test('an EHR that the deployment no longer lists, or a token address elsewhere, is no session', async () => {
  const { come, store, codes } = viewer()
  expect(await come({ code: 'x' }, { ehrs: [] })).toEqual(failure('session-lost'))
  store.set(STATE, savedLaunch({ tokenUri: 'https://evil.example/token' }))
  expect(await come({ code: 'x' })).toEqual(failure('session-lost'))
  expect(codes).toEqual([])
})

test('without storage there is no session to find', async () => {
  expect(await viewer().come({}, { store: memoryStore(true) })).toEqual(failure('storage-blocked'))
})

test('no token is no connection, however the EHR puts it', async () => {
  expect(await viewer('refused').come()).toEqual(failure('no-token'))
  expect(await viewer('unreachable').come()).toEqual(failure('unreachable'))
  expect(await viewer({}).come()).toEqual(failure('no-token'))
  expect(await viewer({ access_token: 'a b' }).come()).toEqual(failure('no-token'))
  expect(await viewer().come({})).toEqual(failure('no-token'))
})

test('no patient is no chart: nothing is asked for', async () => {
  const { come, http } = viewer({ ...TOKEN, patient: undefined })
  expect(await come()).toEqual(failure('no-patient'))
  expect(http.requests).toEqual([])
})

test.each<[Answer, string]>([
  [{ status: 403 }, 'patient-unreadable'],
  [{ status: 404, json: { resourceType: 'OperationOutcome' } }, 'patient-unreadable'],
  [{ json: { resourceType: 'Patient', id: 'p2' } }, 'patient-unreadable'],
  [{ json: { resourceType: 'Person', id: 'p1' } }, 'patient-unreadable'],
  [{ text: '<html>' }, 'patient-unreadable'],
  [{ status: 401 }, 'session-expired'],
  [{ status: 503 }, 'unreachable'],
  ['network', 'unreachable'],
  ['timeout', 'unreachable'],
])('a patient that comes as %j is told as %s', async (answer, told) => {
  expect(await viewer(TOKEN, answer).come()).toEqual(failure(told))
})

test('who is signed in is known only where the EHR’s own key says so', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: '1' }] }
  const seconds = NOW.getTime() / 1000
  const idToken = await new SignJWT({ fhirUser: `${ISS}/Practitioner/7` })
    .setProtectedHeader({ alg: 'ES256', kid: '1' })
    .setIssuer('https://ehr.example.org')
    .setAudience('shx')
    .setExpirationTime(seconds + 60)
    .sign(privateKey)
  const token = { ...TOKEN, id_token: idToken }
  const user = async (keys: Answer, at = NOW) => {
    const { come } = viewer(token, (path) => (path === '/keys' ? keys : PATIENT))
    await come()
    // After a reload much later, whoever signed in then did so.
    const connected = await come({}, { clock: () => at })
    return connected.ok && connected.value.user
  }
  expect(await user({ json: jwks })).toBe('Practitioner/7')
  expect(await user({ json: jwks }, new Date(NOW.getTime() + 3_600_000))).toBe('Practitioner/7')
  expect(await user({ json: { keys: [] } })).toBeUndefined()
  expect(await user({ status: 500 })).toBeUndefined()
  expect(await user('network')).toBeUndefined()
})
