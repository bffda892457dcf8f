import { expect, test } from 'vitest'
import {
  configurationAddress,
  originsOf,
  readSmartConfiguration,
} from '../../../src/core/ehr/smartConfiguration'

const ISS = 'https://ehr.example.org/fhir/r4'
const STATED = {
  authorization_endpoint: 'https://ehr.example.org/oauth2/authorize?tenant=7',
  token_endpoint: 'https://ehr.example.org/oauth2/token',
  issuer: 'https://ehr.example.org/oauth2',
  jwks_uri: 'https://ehr.example.org/keys',
  capabilities: ['launch-ehr', 'permission-v2', 7],
  code_challenge_methods_supported: ['S256'],
}
const read = (changes: object, others: readonly string[] = []) =>
  readSmartConfiguration({ ...STATED, ...changes }, ISS, originsOf(ISS, others))

test('an EHR says where to sign in, what it can do and who signs for it', () => {
  expect(read({})).toEqual({
    ok: true,
    value: {
      authorize: new URL(STATED.authorization_endpoint),
      token: new URL(STATED.token_endpoint),
      capabilities: ['launch-ehr', 'permission-v2', '7'],
      saysS256: true,
      issuer: STATED.issuer,
      keys: new URL(STATED.jwks_uri),
    },
  })
})

test('relative addresses are taken from the FHIR server’s', () => {
  const answer = read({ authorization_endpoint: '../auth', token_endpoint: 'token' })
  expect(answer.ok && [answer.value.authorize.href, answer.value.token.href]).toEqual([
    'https://ehr.example.org/fhir/auth',
    'https://ehr.example.org/fhir/r4/token',
  ])
})

test.each(['authorization_endpoint', 'token_endpoint'])('%s at another host stops the launch', (name) => {
  const there = { [name]: 'https://login.example.com/x' }
  expect(read(there)).toEqual({
    ok: false,
    error: { kind: 'endpoint-elsewhere', host: 'login.example.com' },
  })
  expect(read(there, ['https://login.example.com'])).toMatchObject({ ok: true })
  expect(read(there, ['http://login.example.com'])).toMatchObject({ ok: false })
})

test('a name and password in an address stop the launch', () => {
  expect(read({ token_endpoint: 'https://a:b@ehr.example.org/token' })).toMatchObject({ ok: false })
})

test.each([null, [], 'x', {}, { token_endpoint: STATED.token_endpoint }])('%j names no sign-in', (json) => {
  expect(readSmartConfiguration(json, ISS, originsOf(ISS))).toEqual({
    ok: false,
    error: { kind: 'not-smart' },
  })
})

test('keys at a host that nobody named are left alone', () => {
  const answer = read({ jwks_uri: 'https://keys.example.com/jwks' })
  expect(answer.ok && answer.value.keys).toBeUndefined()
})

const says = (methods: unknown) => {
  const answer = read({ code_challenge_methods_supported: methods })
  return answer.ok && answer.value.saysS256
}
test('the challenge is S256 or not advertised at all', () => {
  expect([says(undefined), says(['plain']), says('S256'), says(['plain', 'S256'])]).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('an EHR is asked below its address, whatever the slash', () => {
  for (const iss of [ISS, `${ISS}/`]) {
    expect(configurationAddress(iss).href).toBe(`${ISS}/.well-known/smart-configuration`)
  }
})
