import { beforeAll, describe, expect, test } from 'vitest'
import { base64urlFromBytes } from '../../../src/core/encoding'
import { checkSignature, isPublicPrivateKey } from '../../../src/core/shc/signature'
import type { KeyCandidate } from '../../../src/core/shc/issuer'
import { forged, issue, newIssuer, withDerSignature, type TestIssuer } from '../../support/issueCard'

let issuer: TestIssuer
let other: TestIssuer
let jws = ''
beforeAll(async () => {
  issuer = await newIssuer()
  other = await newIssuer()
  jws = await issue(issuer)
})

const candidate = (key: Readonly<Record<string, unknown>>): KeyCandidate => ({
  key,
  issuer: { iss: issuer.iss, keys: [key], revocationLists: [] },
  directory: { source: 'list', kind: 'trusted', stale: false },
})
const check = (text: string, ...keys: readonly Readonly<Record<string, unknown>>[]) =>
  checkSignature(text, keys.map(candidate))

describe('a signature fits (C-23)', () => {
  test('the key that made it, and tells that key’s thumbprint', async () => {
    expect(await check(jws, issuer.published)).toMatchObject({
      signature: 'valid',
      candidate: { key: issuer.published },
      findings: [],
      thumbprint: issuer.kid,
    })
  })

  test('one of several keys, wherever it stands (C-24)', async () => {
    const broken = { ...issuer.published, x: 'AAAA' }
    const checked = await check(jws, broken, other.published, issuer.published)
    expect(checked).toMatchObject({ signature: 'valid', candidate: { key: issuer.published }, findings: [] })
  })

  test('a key without use or alg: absent is not wrong', async () => {
    const { kty, crv, x, y, kid } = issuer.published
    expect(await check(jws, { kty, crv, x, y, kid })).toMatchObject({ signature: 'valid' })
  })
})

describe('a signature does not fit', () => {
  test('content that was altered', async () => {
    const altered = forged(jws, (claims) => ({ ...claims, nbf: 1 }))
    expect(await check(altered, issuer.published)).toMatchObject({
      signature: 'invalid',
      candidate: { key: issuer.published },
      findings: [{ code: 'SIGNATURE_INVALID' }],
    })
  })

  test.each([
    ['empty', ''],
    ['too short', 'AAAA'],
    ['zeros', 'A'.repeat(86)],
  ])('when it is %s', async (_, signature) => {
    const text = jws.slice(0, jws.lastIndexOf('.') + 1) + signature
    expect(await check(text, issuer.published)).toMatchObject({
      signature: 'invalid',
      findings: [{ code: 'SIGNATURE_INVALID' }],
    })
  })

  test('another key', async () => {
    expect(await check(jws, other.published)).toMatchObject({ signature: 'invalid' })
  })

  test('any of several keys, of which the first is told', async () => {
    const third = await newIssuer()
    const checked = await check(jws, { ...third.published, use: 'enc' }, other.published, third.published)
    expect(checked).toStrictEqual({
      signature: 'invalid',
      candidate: candidate(other.published),
      findings: [{ code: 'SIGNATURE_INVALID' }],
    })
  })

  test.each([
    [0x30, 67, 'SIGNATURE_INVALID'],
    [0x30, 68, 'SIGNATURE_DER_ENCODED'],
    [0x30, 72, 'SIGNATURE_DER_ENCODED'],
    [0x30, 73, 'SIGNATURE_INVALID'],
    [0x30, 64, 'SIGNATURE_INVALID'],
    [0x31, 70, 'SIGNATURE_INVALID'],
  ])('by bytes that begin with %d, %d of them: %s', async (first, length, code) => {
    const bytes = new Uint8Array(length).fill(1).fill(first, 0, 1)
    const text = jws.slice(0, jws.lastIndexOf('.') + 1) + base64urlFromBytes(bytes)
    expect((await check(text, issuer.published)).findings).toEqual([{ code }])
  })

  test('in the wrong encoding, which is explained and still not accepted', async () => {
    expect(await check(withDerSignature(jws), issuer.published)).toMatchObject({
      signature: 'invalid',
      findings: [{ code: 'SIGNATURE_DER_ENCODED' }],
    })
  })
})

describe('a signature cannot be checked', () => {
  test('without a key', async () => {
    expect(await check(jws)).toEqual({ signature: 'not-checkable', findings: [] })
  })

  test('with several unsuitable keys, which is said once', async () => {
    const keys = ['enc', 'wrap'].map((use) => ({ ...issuer.published, use }))
    expect(await check(jws, ...keys, { ...issuer.published, kty: 'RSA' })).toStrictEqual({
      signature: 'not-checkable',
      findings: [{ code: 'KEY_UNSUITABLE', detail: 'use' }],
    })
  })

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['kty', { kty: 'RSA' }],
    ['kty', { kty: undefined }],
    ['kty', { kty: ['EC'] }],
    ['kty', { kty: 'oct', k: 'AAAA' }],
    ['crv', { crv: 'P-384' }],
    ['crv', { crv: null }],
    ['use', { use: 'enc' }],
    ['use', { use: null }],
    ['alg', { alg: 'HS256' }],
    ['alg', { alg: 'none' }],
    ['alg', { alg: ['ES256'] }],
    ['point', { x: undefined }],
    ['point', { x: 42 }],
    ['point', { y: 'AAAA' }],
    ['point', { x: 'A'.repeat(43), y: 'A'.repeat(43) }],
  ])('with a key of which %s is wrong: %j', async (detail, change) => {
    const checked = await check(jws, { ...issuer.published, ...change })
    expect(checked).toEqual({ signature: 'not-checkable', findings: [{ code: 'KEY_UNSUITABLE', detail }] })
  })

  test('with a key whose private half was published, in whatever copy (C-25)', async () => {
    const exposed = { signature: 'not-checkable', findings: [{ code: 'KEY_UNSUITABLE', detail: 'd' }] }
    expect(await check(jws, { ...issuer.published, d: issuer.key.d })).toEqual(exposed)
    expect(await check(jws, issuer.published, { ...issuer.published, d: 'x' })).toEqual(exposed)
  })
})

test('the algorithm is never taken from the card (C-20, T05)', async () => {
  for (const alg of ['none', 'HS256', 'ES384', 'RS256']) {
    const checked = await check(await issue(issuer, { header: { alg } }), issuer.published)
    expect(checked.signature).toBe('invalid')
  }
})

test('a critical extension that nobody understands makes no valid signature', async () => {
  const critical = await issue(issuer, { header: { crit: ['x'], x: 1 } })
  expect(await check(critical, issuer.published)).toMatchObject({ signature: 'invalid' })
})

test('the keys that everybody has are known by their thumbprints (C-71, T02)', () => {
  for (const thumbprint of [
    '3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s',
    'EBKOr72QQDcTBUuVzAzkfBTGew0ZA16GuWty64nS-sw',
    'bRwVimS-ynNCUFOonJDWPpt-pjGMPNG-hgfcsTe65UU',
    // Those of our own samples.
    'HVkWowbYFKj6AcjD6z3jc-4Eh8OiGVUi3GIx3r5U9Qk',
    'mPEP60P7RPRsvDtvzQzpZE-Uaw1RqNzzVM7KDEkBbtk',
  ]) {
    expect(isPublicPrivateKey(thumbprint)).toBe(true)
  }
  expect(isPublicPrivateKey(issuer.kid)).toBe(false)
  expect(isPublicPrivateKey('')).toBe(false)
  expect(isPublicPrivateKey(undefined)).toBe(false)
})
