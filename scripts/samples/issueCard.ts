import { calculateJwkThumbprint, importJWK, type JWK } from 'jose'
import { deflateRaw } from 'pako'
import { base64urlFromBytes } from '../../src/core/encoding'

type JsonObject = Readonly<Record<string, unknown>>

/** What a card says besides its bundle. An override of `undefined` leaves a property out; tests break cards that way. */
export interface IssueOptions {
  /** Address of the issuer: https, no slash at the end. */
  readonly iss: string
  /** Private key, EC P-256. Its thumbprint becomes the `kid`. */
  readonly key: JWK
  /** Becomes `nbf`. Default: now. */
  readonly issuedAt?: Date
  /** Becomes `exp`. Default: the card does not expire. */
  readonly expiresAt?: Date
  /** Revocation identifier: base64url letters, 24 at most. Default: the card cannot be withdrawn by itself. */
  readonly rid?: string
  /** Further types besides `#health-card`, as whole addresses. */
  readonly types?: readonly string[]
  readonly header?: JsonObject
  readonly claims?: JsonObject
  readonly vc?: JsonObject
}

const HEALTH_CARD_TYPE = 'https://smarthealth.cards#health-card'

/**
 * Issues a SMART Health Card over a FHIR bundle and gives its compact JWS.
 *
 * The bundle is signed as it is; for a card that has to fit into one QR code pass it through `minifyBundle` first.
 * Signed with Web Crypto rather than a JOSE library, so that a header no library would write can be signed too.
 * Source: SMART Health Cards, "Health Cards are Encoded as Compact Serialization JSON Web Signatures".
 */
export const issueCard = (bundle: unknown, options: IssueOptions): Promise<string> =>
  issueCardText(JSON.stringify(bundle), options)

/**
 * The same over the bundle's JSON text, which is signed to the letter except for white space between its parts:
 * parsing and writing again would turn a measured `7.0` into `7`.
 */
export async function issueCardText(bundle: string, options: IssueOptions): Promise<string> {
  const header = {
    zip: 'DEF',
    alg: 'ES256',
    kid: await calculateJwkThumbprint(options.key),
    ...options.header,
  }
  const claims = JSON.stringify(claimsOf(BUNDLE_PLACE, options))
  const payload = claims.replace(JSON.stringify(BUNDLE_PLACE), () => withoutWhitespace(bundle))
  return signPayload(payload, header, options.key)
}

const BUNDLE_PLACE = 'the bundle goes here'

/** Leaves out what stands between the parts of a JSON text; texts inside it keep their blanks. */
const withoutWhitespace = (json: string): string =>
  json.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, (_, text: string | undefined) => text ?? '')

/** Compresses and signs a payload text, whatever it is. */
export async function signPayload(payload: string, header: JsonObject, key: JWK): Promise<string> {
  const packed = deflateRaw(new TextEncoder().encode(payload), { level: 9 })
  return signBytes(packed, header, key)
}

/** Signs bytes as they are, with ES256. */
export async function signBytes(payload: Uint8Array, header: JsonObject, key: JWK): Promise<string> {
  const encodedHeader = base64urlFromBytes(new TextEncoder().encode(JSON.stringify(header)))
  const signed = `${encodedHeader}.${base64urlFromBytes(payload)}`
  const signer = await importJWK(key, 'ES256')
  if (signer instanceof Uint8Array) throw new TypeError('issueCard: the key is not an EC key')
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = await crypto.subtle.sign(algorithm, signer, new TextEncoder().encode(signed))
  return `${signed}.${base64urlFromBytes(new Uint8Array(signature))}`
}

/** The claims of a card, `nbf` and `exp` in epoch seconds. */
export function claimsOf(bundle: unknown, options: IssueOptions): JsonObject {
  const { iss, issuedAt = new Date(), expiresAt, rid, types = [] } = options
  return {
    iss,
    nbf: secondsOf(issuedAt),
    ...(expiresAt && { exp: secondsOf(expiresAt) }),
    vc: {
      type: [HEALTH_CARD_TYPE, ...types],
      credentialSubject: { fhirVersion: '4.0.1', fhirBundle: bundle },
      ...(rid !== undefined && { rid }),
      ...options.vc,
    },
    ...options.claims,
  }
}

export { numericOf } from '../../src/core/shc/numeric'

/** The content of a `.smart-health-card` file with these cards. */
export const fileOf = (jwss: readonly string[]): string => JSON.stringify({ verifiableCredential: jwss })

const secondsOf = (date: Date): number => Math.floor(date.getTime() / 1000)
