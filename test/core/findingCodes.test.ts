import { beforeAll, describe, expect, test } from 'vitest'
import { signBytes } from '../../scripts/samples/issueCard'
import type { LoadedDirectory } from '../../src/core/ports'
import { FINDING_SEVERITY, type FindingCode } from '../../src/core/verdict'
import { directoryOf, listed, revoking, unavailable } from '../support/directories'
import {
  BUNDLE,
  forged,
  issue,
  newIssuer,
  NOW_SECONDS,
  withDerSignature,
  type CardOverrides,
  type TestIssuer,
} from '../support/issueCard'
import { opened } from '../support/open'

/** No issuer's address is asked for keys by itself, so that nothing finds this yet. */
const NOT_YET = ['ISSUER_SELF_PUBLISHED'] as const satisfies readonly FindingCode[]

type FoundCode = Exclude<FindingCode, (typeof NOT_YET)[number]>

interface Case {
  /** The text to open. Default: a card of the listed issuer with `card` changed in it. */
  readonly text?: () => string | Promise<string>
  readonly card?: () => CardOverrides
  /** Default: one trusted list with the issuer on it. */
  readonly directories?: () => readonly LoadedDirectory[]
  readonly suspectClock?: boolean
}

let issuer: TestIssuer
let stranger: TestIssuer
let attester: TestIssuer
beforeAll(async () => {
  issuer = await newIssuer()
  stranger = await newIssuer('https://stranger.example')
  attester = await newIssuer('https://attester.example')
})

const trusting = (key: Readonly<Record<string, unknown>> = {}, ...crls: readonly unknown[]) =>
  [directoryOf([listed(issuer, { key, crls })])] as const

const attested = (token: string) => ({
  ...BUNDLE,
  meta: {
    extension: [{ url: 'https://cms.gov/fhir/StructureDefinition/app-attestation', valueString: token }],
  },
})
/** An attestation: a signed token whose claims are not compressed. */
const attestation = (by: TestIssuer): Promise<string> => {
  const claims = new TextEncoder().encode(JSON.stringify({ iss: by.iss, exp: NOW_SECONDS + 60 }))
  return signBytes(claims, { alg: 'ES256', kid: by.kid }, by.key)
}

/** A code without a line here does not compile, and a line that does not come to its code fails. */
const CASES: Readonly<Record<FoundCode, Case>> = {
  VERIFIED: {},
  SIGNATURE_INVALID: { text: async () => forged(await issue(issuer), (claims) => ({ ...claims, nbf: 1 })) },
  SIGNATURE_DER_ENCODED: { text: async () => withDerSignature(await issue(issuer)) },
  JWS_HEADER_INVALID: { card: () => ({ header: { alg: 'none' } }) },
  PAYLOAD_MISSING_FIELD: { card: () => ({ claims: { iss: undefined } }) },
  ISSUER_URL_INVALID: { card: () => ({ iss: 'http://issuer.example' }) },
  ISSUER_NOT_LISTED: { text: () => issue(stranger) },
  ISSUER_TEST: { directories: () => [directoryOf([listed(issuer)], { kind: 'test' })] },
  KEY_NOT_PUBLISHED: { card: () => ({ header: { kid: 'another' } }) },
  KEY_MISMATCH_THUMBPRINT: {
    card: () => ({ header: { kid: 'key-1' } }),
    directories: () => trusting({ kid: 'key-1' }),
  },
  KEY_UNSUITABLE: { directories: () => trusting({ use: 'enc' }) },
  ISSUER_DIFFERS_BY_SLASH: { card: () => ({ iss: `${issuer.iss}/` }) },
  CLOCK_WRONG: {
    suspectClock: true,
    directories: () => [directoryOf([listed(issuer)], { time: '2026-06-17T00:00:00Z' })],
  },
  ISSUER_KEYS_UNREACHABLE: { directories: () => [unavailable()] },
  DIRECTORY_UNAVAILABLE: { directories: () => [unavailable()] },
  DIRECTORY_STALE: { directories: () => [directoryOf([listed(issuer)], { stale: true })] },
  NOT_YET_VALID: { card: () => ({ claims: { nbf: NOW_SECONDS + 3_600 } }) },
  NBF_IN_MILLISECONDS: { card: () => ({ claims: { nbf: NOW_SECONDS * 1000 } }) },
  EXPIRED: { card: () => ({ claims: { exp: NOW_SECONDS - 1 } }) },
  EXP_IN_MILLISECONDS: { card: () => ({ claims: { exp: (NOW_SECONDS + 60) * 1000 } }) },
  CLAIM_UNREADABLE: { card: () => ({ claims: { exp: 'never' } }) },
  REVOKED: {
    card: () => ({ rid: 'a' }),
    directories: () => trusting({ crlVersion: 1 }, revoking(issuer, ['a'])),
  },
  REVOCATION_UNKNOWN: { card: () => ({ rid: 'a' }), directories: () => trusting({ crlVersion: 1 }) },
  REVOCATION_NOT_SUPPORTED: { card: () => ({ rid: 'a' }) },
  NOT_A_HEALTH_CARD: { card: () => ({ vc: { type: [] } }) },
  FHIR_VERSION_UNSUPPORTED: { card: () => ({ subject: { fhirVersion: '5.0.0' } }) },
  BUNDLE_EMPTY: { card: () => ({ bundle: { resourceType: 'Bundle' } }) },
  BUNDLE_INVALID: { card: () => ({ bundle: { resourceType: 'Patient' } }) },
  CARD_NONCONFORMANT: { card: () => ({ packing: 'zlib' }) },
  MULTIPLE_PATIENTS: {
    card: () => ({ bundle: { ...BUNDLE, entry: [...BUNDLE.entry, BUNDLE.entry[0]] } }),
  },
  UNSIGNED_CONTENT: { text: () => JSON.stringify(BUNDLE) },
  ATTESTATION_VALID: { text: async () => JSON.stringify(attested(await attestation(attester))) },
  ATTESTATION_INVALID: { text: () => JSON.stringify(attested('no token')) },
  ATTESTATION_UNKNOWN: { text: async () => JSON.stringify(attested(await attestation(stranger))) },
  BUNDLE_SIGNATURE_UNCHECKED: {
    text: () => JSON.stringify({ ...BUNDLE, signature: { sigFormat: 'application/jose' } }),
  },
}

async function found({
  text,
  card,
  directories = trusting,
  suspectClock = false,
}: Case): Promise<readonly FindingCode[]> {
  const shx = await opened(text ? await text() : await issue(issuer, card?.()), {
    loadDirectories: () => Promise.resolve(directories()),
    suspectClock,
    attestationIssuers: [{ iss: attester.iss, name: 'Example Attester', keys: [attester.published] }],
  })
  return shx.bundles.flatMap(({ verdict }) => verdict.findings.map(({ code }) => code))
}

describe('every finding that a check may come to is come to by some card', () => {
  test.each(Object.entries(CASES))('%s', async (code, given) => {
    expect(await found(given)).toContain(code)
  })

  test('and no finding of the catalogue is left without a word about it', () => {
    expect([...Object.keys(CASES), ...NOT_YET].toSorted()).toEqual(Object.keys(FINDING_SEVERITY).toSorted())
  })

  test('none but VERIFIED comes with green, and no error ever does', async () => {
    for (const [code, given] of Object.entries(CASES)) {
      const codes = await found(given)
      const errors = codes.filter((each) => FINDING_SEVERITY[each] === 'error')
      expect([code, codes.includes('VERIFIED') && errors.length > 0]).toEqual([code, false])
    }
  })
})
