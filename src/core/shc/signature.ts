import { calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose'
import { bytesFromBase64url } from '../encoding'
import type { Finding } from '../verdict'
import type { KeyCandidate } from './issuer'

export interface SignatureCheck {
  readonly signature: 'valid' | 'invalid' | 'not-checkable'
  /** The key that decided: the one that fits, else the first suitable one. */
  readonly candidate?: KeyCandidate
  readonly findings: readonly Finding[]
  /** RFC 7638 thumbprint of the key that fits: what its `kid` should be. */
  readonly thumbprint?: string
}

/** Thumbprints of keys whose private half stands in public repositories: anyone can sign with them, whoever lists them. */
const PUBLISHED_PRIVATE_KEYS: ReadonlySet<string> = new Set([
  '3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s',
  'EBKOr72QQDcTBUuVzAzkfBTGew0ZA16GuWty64nS-sw',
  'bRwVimS-ynNCUFOonJDWPpt-pjGMPNG-hgfcsTe65UU',
  // Our own samples, samples/issuer.
  'HVkWowbYFKj6AcjD6z3jc-4Eh8OiGVUi3GIx3r5U9Qk',
  'mPEP60P7RPRsvDtvzQzpZE-Uaw1RqNzzVM7KDEkBbtk',
])

/** True for a `kid` or thumbprint of a key that proves nothing because everybody has it. */
export const isPublicPrivateKey = (kid: string | undefined): boolean =>
  kid !== undefined && PUBLISHED_PRIVATE_KEYS.has(kid)

/**
 * Checks an ES256 signature with each candidate key in turn; issuers publish one key several times, once per
 * certificate. The algorithm is pinned and never taken from the card or the key. A key that was ever published with
 * its private half is worth nothing, in any copy.
 * Source: RFC 7518 section 3.4; SMART Health Cards, "Determining keys associated with an issuer".
 */
export async function checkSignature(
  jws: string,
  candidates: readonly KeyCandidate[],
): Promise<SignatureCheck> {
  const exposed = candidates.some(({ key }) => key['d'] !== undefined)
  if (exposed) return { signature: 'not-checkable', findings: [{ code: 'KEY_UNSUITABLE', detail: 'd' }] }
  const unsuitable = candidates.flatMap(({ key }) => unsuitability(key) ?? [])
  const suitable = candidates.filter(({ key }) => unsuitability(key) === undefined)
  if (suitable.length === 0) return { signature: 'not-checkable', findings: unsuitable.slice(0, 1) }
  let misfit: KeyCandidate | undefined
  for (const candidate of suitable) {
    const verifier = await verifierFor(candidate.key)
    if (!verifier) continue
    if (await fits(jws, verifier)) {
      return { signature: 'valid', candidate, findings: [], thumbprint: verifier.thumbprint }
    }
    misfit ??= candidate
  }
  if (!misfit) return { signature: 'not-checkable', findings: [{ code: 'KEY_UNSUITABLE', detail: 'point' }] }
  const code = isDerEncoded(jws) ? 'SIGNATURE_DER_ENCODED' : 'SIGNATURE_INVALID'
  return { signature: 'invalid', candidate: misfit, findings: [{ code }] }
}

interface Verifier {
  readonly imported: Awaited<ReturnType<typeof importJWK>>
  readonly thumbprint: string
}

/**
 * Keys as they were imported, for as long as the list they stand in is in use: a list is read once, and to import a
 * key and to name it takes longer than to check a signature with it.
 */
const verifiers = new WeakMap<KeyCandidate['key'], Promise<Verifier | undefined>>()

/** `undefined` when the key names no point of the curve. */
function verifierFor(key: KeyCandidate['key']): Promise<Verifier | undefined> {
  const known = verifiers.get(key) ?? importKey(key)
  verifiers.set(key, known)
  return known
}

async function importKey({ kty, crv, x, y }: KeyCandidate['key']): Promise<Verifier | undefined> {
  try {
    const key = { kty, crv, x, y } as JWK
    const [imported, thumbprint] = await Promise.all([importJWK(key, 'ES256'), calculateJwkThumbprint(key)])
    return { imported, thumbprint }
  } catch {
    return undefined
  }
}

async function fits(jws: string, { imported }: Verifier): Promise<boolean> {
  try {
    await compactVerify(jws, imported, { algorithms: ['ES256'] })
    return true
  } catch {
    return false
  }
}

/** Why a published key may not be used; an absent `use` or `alg` is not wrong, a different one is. */
function unsuitability(key: KeyCandidate['key']): Finding | undefined {
  if (key['kty'] !== 'EC') return { code: 'KEY_UNSUITABLE', detail: 'kty' }
  if (key['crv'] !== 'P-256') return { code: 'KEY_UNSUITABLE', detail: 'crv' }
  if (key['use'] !== undefined && key['use'] !== 'sig') return { code: 'KEY_UNSUITABLE', detail: 'use' }
  return key['alg'] === undefined || key['alg'] === 'ES256'
    ? undefined
    : { code: 'KEY_UNSUITABLE', detail: 'alg' }
}

/** A frequent mistake of issuers' software: the signature as an ASN.1 sequence instead of r and s side by side. */
function isDerEncoded(jws: string): boolean {
  const signature = bytesFromBase64url(jws.slice(jws.lastIndexOf('.') + 1))
  return signature !== undefined && signature.length >= 68 && signature.length <= 72 && signature[0] === 0x30
}
