import { calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose'
import { bytesFromBase64url } from '../encoding'
import type { Finding } from '../verdict'
import type { KeyCandidate } from './issuer'

export interface SignatureCheck {
  readonly signature: 'valid' | 'invalid' | 'not-checkable'
  /** The key that decided: the one that fits, else the first suitable one. */
  readonly candidate?: KeyCandidate
  readonly findings: readonly Finding[]
  readonly kidIsThumbprint?: boolean
}

/** Keys whose private half stands in public repositories: anyone can sign with them, so they never count as a trusted issuer's. */
const PUBLISHED_PRIVATE_KEYS: ReadonlySet<string> = new Set([
  '3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s',
  'EBKOr72QQDcTBUuVzAzkfBTGew0ZA16GuWty64nS-sw',
  // Our own samples, samples/issuer.
  'HVkWowbYFKj6AcjD6z3jc-4Eh8OiGVUi3GIx3r5U9Qk',
  'mPEP60P7RPRsvDtvzQzpZE-Uaw1RqNzzVM7KDEkBbtk',
])

export const isPublicPrivateKey = (kid: string): boolean => PUBLISHED_PRIVATE_KEYS.has(kid)

/**
 * Checks an ES256 signature with each candidate key in turn; issuers publish one key several times, once per
 * certificate. The algorithm is pinned and never taken from the card or the key.
 * Source: RFC 7518 section 3.4; SMART Health Cards, "Determining keys associated with an issuer".
 */
export async function checkSignature(
  jws: string,
  candidates: readonly KeyCandidate[],
): Promise<SignatureCheck> {
  const unsuitable = candidates.flatMap(({ key }) => unsuitability(key) ?? [])
  const suitable = candidates.filter(({ key }) => unsuitability(key) === undefined)
  const first = suitable[0]
  if (!first) return { signature: 'not-checkable', findings: unsuitable.slice(0, 1) }
  for (const candidate of suitable) {
    const outcome = await verifyWith(jws, candidate)
    if (outcome === 'unusable')
      return { signature: 'not-checkable', findings: [{ code: 'KEY_UNSUITABLE', detail: 'point' }] }
    if (outcome === 'invalid') continue
    const kidIsThumbprint = (await calculateJwkThumbprint(candidate.key)) === candidate.key['kid']
    return { signature: 'valid', candidate, findings: [], kidIsThumbprint }
  }
  const code = isDerEncoded(jws) ? 'SIGNATURE_DER_ENCODED' : 'SIGNATURE_INVALID'
  return { signature: 'invalid', candidate: first, findings: [{ code }] }
}

async function verifyWith(jws: string, { key }: KeyCandidate): Promise<'valid' | 'invalid' | 'unusable'> {
  const { kty, crv, x, y } = key
  let imported
  try {
    imported = await importJWK({ kty, crv, x, y } as JWK, 'ES256')
  } catch {
    return 'unusable'
  }
  try {
    await compactVerify(jws, imported, { algorithms: ['ES256'] })
    return 'valid'
  } catch {
    return 'invalid'
  }
}

/** Why a published key may not be used; an absent `use` or `alg` is not wrong, a different one is. */
function unsuitability(key: KeyCandidate['key']): Finding | undefined {
  if (key['kty'] !== 'EC') return { code: 'KEY_UNSUITABLE', detail: 'kty' }
  if (key['crv'] !== 'P-256') return { code: 'KEY_UNSUITABLE', detail: 'crv' }
  if (key['use'] !== undefined && key['use'] !== 'sig') return { code: 'KEY_UNSUITABLE', detail: 'use' }
  if (key['alg'] !== undefined && key['alg'] !== 'ES256') return { code: 'KEY_UNSUITABLE', detail: 'alg' }
  return key['d'] === undefined ? undefined : { code: 'KEY_UNSUITABLE', detail: 'd' }
}

/** A frequent mistake of issuers' software: the signature as an ASN.1 sequence instead of r and s side by side. */
function isDerEncoded(jws: string): boolean {
  const signature = bytesFromBase64url(jws.slice(jws.lastIndexOf('.') + 1))
  return signature !== undefined && signature.length >= 68 && signature.length <= 72 && signature[0] === 0x30
}
