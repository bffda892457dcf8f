import { beforeAll, describe, expect, test } from 'vitest'
import { signBytes } from '../../scripts/samples/issueCard'
import { attestationFindings, type AttestationIssuer } from '../../src/core/attestation'
import type { Bundle } from '../../src/core/fhir/types'
import { forged, issue, newIssuer, NOW, NOW_SECONDS, type TestIssuer } from '../support/issueCard'

const URL_TEXT = 'https://cms.gov/fhir/StructureDefinition/app-attestation'

let attester: TestIssuer
let stranger: TestIssuer
let known: readonly AttestationIssuer[]
beforeAll(async () => {
  attester = await newIssuer('https://attester.example')
  stranger = await newIssuer('https://stranger.example')
  known = [{ iss: attester.iss, name: 'Example Attester', keys: [stranger.published, attester.published] }]
})

const token = (
  claims: Readonly<Record<string, unknown>> = {},
  by = attester,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> =>
  signBytes(
    new TextEncoder().encode(JSON.stringify({ iss: by.iss, ...claims })),
    { alg: 'ES256', ...header },
    by.key,
  )

const bundleWith = (...extension: readonly unknown[]): Bundle => ({
  resourceType: 'Bundle',
  meta: { extension },
})
const about = async (text: string | Promise<string>, key = 'valueString') =>
  attestationFindings(bundleWith({ url: URL_TEXT, [key]: await text }), known, NOW)

const VALID = [{ code: 'ATTESTATION_VALID', name: 'Example Attester' }]
const INVALID = [{ code: 'ATTESTATION_INVALID' }]

describe('what is said about the app that made a bundle (L-82)', () => {
  test('holds when one of the configured keys fits, and the name is the configured one', async () => {
    expect(await about(token({ exp: NOW_SECONDS + 60, nbf: NOW_SECONDS - 60, name: 'Mallory' }))).toEqual(
      VALID,
    )
    expect(await about(btoa(await token()), 'valueBase64Binary')).toEqual(VALID)
  })

  test('does not hold when somebody else signed it, or nobody', async () => {
    expect(await about(token({ iss: attester.iss }, await newIssuer()))).toEqual(INVALID)
    expect(await about(`${(await token()).split('.').slice(0, 2).join('.')}.AAAA`)).toEqual(INVALID)
    expect(await about(token({}, attester, { alg: 'none' }))).toEqual(INVALID)
    expect(await about(token({}, attester, { alg: 'HS256' }))).toEqual(INVALID)
    expect(await about(token({}, attester, { crit: ['x'], x: 1 }))).toEqual(INVALID)
  })

  test.each<[string, Readonly<Record<string, unknown>>, boolean]>([
    ['a minute past its end', { exp: NOW_SECONDS - 59 }, true],
    ['longer past its end', { exp: NOW_SECONDS - 61 }, false],
    ['before its beginning', { nbf: NOW_SECONDS + 61 }, false],
    ['ending at no readable time', { exp: 'never' }, false],
    ['ending at null', { exp: null }, false],
    ['beginning at no readable time', { nbf: {} }, false],
    ['ended long ago, at 0', { exp: 0 }, false],
    ['without times', {}, true],
  ])('%s', async (_, claims, valid) => {
    expect(await about(token(claims))).toEqual(valid ? VALID : INVALID)
  })

  test('of somebody who is not configured is unknown: no address in it is asked for keys', async () => {
    expect(await about(token({}, stranger))).toEqual([{ code: 'ATTESTATION_UNKNOWN' }])
    expect(await about(token({ iss: undefined }))).toEqual([{ code: 'ATTESTATION_UNKNOWN' }])
    const bundle = bundleWith({ url: URL_TEXT, valueString: await token() })
    expect(await attestationFindings(bundle, [], NOW)).toEqual([{ code: 'ATTESTATION_UNKNOWN' }])
  })

  test.each(['', 'no token', 'eyJhIjoxfQ.!.x', 'eyJhIjoxfQ.AAAA.AAAA', '%%%'])('%j is none', async (text) => {
    expect(await about(text)).toEqual(INVALID)
  })

  test('a card is no attestation: its claims are compressed', async () => {
    const jws = await issue(attester)
    expect(await about(jws)).toEqual(INVALID)
    expect(await about(forged(jws, (claims) => claims))).toEqual(INVALID)
  })

  test('says nothing where there is none, and breaks on nothing that stands in its place', async () => {
    const shapes = [
      undefined,
      null,
      'text',
      [],
      { extension: null },
      { extension: 'text' },
      { extension: { url: 'https://other.example' } },
      { extension: [null, 1, { url: 1 }, { url: [URL_TEXT] }] },
    ]
    for (const meta of shapes) {
      expect(await attestationFindings({ resourceType: 'Bundle', meta }, known, NOW)).toEqual([])
    }
    const odd = bundleWith({ url: URL_TEXT }, { url: URL_TEXT, valueString: { toString: 0 } })
    expect(await attestationFindings(odd, known, NOW)).toEqual([...INVALID, ...INVALID])
  })

  test('is looked at five times at most', async () => {
    const many = Array.from({ length: 50 }, () => ({ url: URL_TEXT, valueString: 'x' }))
    expect(await attestationFindings(bundleWith(...many), known, NOW)).toHaveLength(5)
  })
})

test('a signature on the bundle as a whole is mentioned as not checked', async () => {
  const signed = { resourceType: 'Bundle', signature: { data: 'AAAA' } } as unknown as Bundle
  expect(await attestationFindings(signed, known, NOW)).toEqual([{ code: 'BUNDLE_SIGNATURE_UNCHECKED' }])
})
