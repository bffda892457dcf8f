import { compactVerify, importJWK, type JWK } from 'jose'
import { bytesFromBase64url, isRecord, jsonFromText, textFromBytes } from './encoding'
import { extensionsOf } from './fhir/extension'
import { records, text } from './fhir/shape'
import type { Bundle } from './fhir/types'
import { looksLikeJws } from './shc/card'
import type { Finding } from './verdict'

/** Somebody whose word about apps a deployment wants to see, with the keys that it was given for them. */
export interface AttestationIssuer {
  /** The `iss` of their attestations, to the letter. */
  readonly iss: string
  /** As it is shown; the name never comes from the attestation. */
  readonly name: string
  /** Public keys as JWK: EC, P-256. */
  readonly keys: readonly Readonly<Record<string, unknown>>[]
}

const ATTESTATION = 'https://cms.gov/fhir/StructureDefinition/app-attestation'
/** Seconds by which two clocks may differ. */
const TOLERANCE = 60

/**
 * What is said about the app that made a bundle, and whether somebody signed the bundle as a whole. For information
 * only: it never touches the verdict, and a failure is no reason to hide anything. Keys come from the deployment's
 * configuration and from nowhere else, least of all from the address that an attestation names.
 * Source: conformance matrix L-82; "Kill the Clipboard" draft 0.10.2, App Attestation.
 */
export async function attestationFindings(
  bundle: Bundle,
  issuers: readonly AttestationIssuer[],
  now: Date,
): Promise<readonly Finding[]> {
  const tokens = records(bundle['meta'])
    .flatMap(extensionsOf)
    .filter(({ url }) => text(url) === ATTESTATION)
    .map((extension) => text(extension['valueString']) ?? text(extension['valueBase64Binary']) ?? '')
  const findings = await Promise.all(tokens.slice(0, 5).map((token) => checkAttestation(token, issuers, now)))
  return [
    ...findings,
    ...(records(bundle['signature']).length > 0 ? [{ code: 'BUNDLE_SIGNATURE_UNCHECKED' } as const] : []),
  ]
}

async function checkAttestation(
  given: string,
  issuers: readonly AttestationIssuer[],
  now: Date,
): Promise<Finding> {
  const token = looksLikeJws(given) ? given : (textOf(given) ?? '')
  const claims = looksLikeJws(token) ? claimsOf(token) : undefined
  if (!claims) return { code: 'ATTESTATION_INVALID' }
  const issuer = issuers.find(({ iss }) => iss === claims['iss'])
  if (!issuer) return { code: 'ATTESTATION_UNKNOWN' }
  return isCurrent(claims, now) && (await isSignedBy(token, issuer.keys))
    ? { code: 'ATTESTATION_VALID', name: issuer.name }
    : { code: 'ATTESTATION_INVALID' }
}

/** A time that is stated has to be a number, and to hold; one that is not stated says nothing. */
function isCurrent({ exp, nbf }: Readonly<Record<string, unknown>>, now: Date): boolean {
  const seconds = now.getTime() / 1000
  const ends = exp === undefined || (typeof exp === 'number' && seconds <= exp + TOLERANCE)
  const began = nbf === undefined || (typeof nbf === 'number' && seconds >= nbf - TOLERANCE)
  return ends && began
}

/** Algorithm pinned: neither the token nor the key chooses it. */
async function isSignedBy(token: string, keys: AttestationIssuer['keys']): Promise<boolean> {
  for (const { kty, crv, x, y } of keys) {
    try {
      const key = await importJWK({ kty, crv, x, y } as JWK, 'ES256')
      await compactVerify(token, key, { algorithms: ['ES256'] })
      return true
    } catch {
      // Another key may fit.
    }
  }
  return false
}

function claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
  const claims = textOf(token.split('.')[1] ?? '')
  const json = claims === undefined ? undefined : jsonFromText(claims)
  return isRecord(json) ? json : undefined
}

function textOf(base64: string): string | undefined {
  const bytes = bytesFromBase64url(base64)
  return bytes && textFromBytes(bytes)
}
