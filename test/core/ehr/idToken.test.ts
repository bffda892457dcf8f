import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { userOf } from '../../../src/core/ehr/idToken'

const NOW = new Date('2026-11-28T12:00:00Z')
const BASE = 'https://ehr.example.org/fhir/r4'
const ISSUER = 'https://ehr.example.org/oauth2'
let key: CryptoKey
let keys: unknown
beforeAll(async () => {
  const pair = await generateKeyPair('RS256')
  key = pair.privateKey
  keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: '1', alg: 'RS256' }] }
})

const seconds = NOW.getTime() / 1000
const CLAIMS = {
  iss: ISSUER,
  aud: 'shx',
  exp: seconds + 300,
  iat: seconds,
  sub: 'u',
  name: 'Zoë Åström',
  fhirUser: `${BASE}/Practitioner/12`,
}
const sign = (changes: Record<string, unknown> = {}) =>
  new SignJWT({ ...CLAIMS, ...changes }).setProtectedHeader({ alg: 'RS256', kid: '1' }).sign(key)
const check = (token: string, changes: object = {}) =>
  userOf(token, { issuer: ISSUER, clientId: 'shx', keys, base: BASE, now: NOW, ...changes })

test('who is signed in is known from a token that holds, whatever letters their name has', async () => {
  expect(await check(await sign())).toBe('Practitioner/12')
  expect(await check(await sign({ fhirUser: 'Practitioner/12' }))).toBe('Practitioner/12')
  expect(await check(await sign({ aud: ['other', 'shx'], azp: 'shx' }))).toBe('Practitioner/12')
})

test.each([
  ['another issuer', { iss: 'https://evil.example' }],
  ['another audience', { aud: 'other' }],
  ['another authorised party', { azp: 'other' }],
  ['an end in the past', { exp: seconds - 120 }],
  ['no end', { exp: undefined }],
  ['nobody', { fhirUser: undefined }],
  ['somebody on another server', { fhirUser: 'https://evil.example/Practitioner/12' }],
  ['something else than a person', { fhirUser: `${BASE}/Binary/12` }],
  ['a path', { fhirUser: 'Practitioner/../Patient/1' }],
])('%s names nobody', async (_, changes) => {
  expect(await check(await sign(changes))).toBeUndefined()
})

test('without the right signature nobody is named', async () => {
  const token = await sign()
  const other = await generateKeyPair('RS256')
  const forged = await new SignJWT(CLAIMS)
    .setProtectedHeader({ alg: 'RS256', kid: '1' })
    .sign(other.privateKey)
  const [, payload] = token.split('.')
  const unsigned = `${btoa('{"alg":"none"}').replaceAll('=', '')}.${payload}.`
  const secret = await new SignJWT(CLAIMS)
    .setProtectedHeader({ alg: 'HS256', kid: '1' })
    .sign(new TextEncoder().encode('x'.repeat(32)))
  for (const bad of [forged, unsigned, secret, '', 'a.b.c']) expect(await check(bad)).toBeUndefined()
  for (const none of [undefined, {}, { keys: [] }, { keys: [null] }, 'x']) {
    expect(await check(token, { keys: none })).toBeUndefined()
  }
})
