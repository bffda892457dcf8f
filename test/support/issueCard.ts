import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { deflate, deflateRaw, gzip } from 'pako'
import { claimsOf, signBytes, type IssueOptions } from '../../scripts/samples/issueCard'
import { base64urlFromBytes, bytesFromBase64url, inflate } from '../../src/core/encoding'

type JsonObject = Readonly<Record<string, unknown>>

/** The moment at which every test takes place. */
export const NOW = new Date('2026-06-15T12:00:00Z')
export const NOW_SECONDS = NOW.getTime() / 1000
export const clock = (): Date => NOW

/** An issuer with a throw-away key: nothing signed here outlives the test run. */
export interface TestIssuer {
  readonly iss: string
  readonly kid: string
  readonly key: JWK
  /** The public half as a directory lists it. */
  readonly published: JsonObject
}

export async function newIssuer(iss = 'https://issuer.example/shc'): Promise<TestIssuer> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const key = await exportJWK(privateKey)
  const { kty, crv, x, y } = key
  const kid = await calculateJwkThumbprint(key)
  return { iss, kid, key, published: { kty, crv, x, y, kid, use: 'sig', alg: 'ES256' } }
}

export interface CardOverrides extends Partial<Omit<IssueOptions, 'key'>> {
  readonly bundle?: unknown
  /** Replaces properties of `vc.credentialSubject`; `undefined` leaves one out. */
  readonly subject?: JsonObject
  /** The payload text itself, whatever it is; everything about claims and bundle is then ignored. */
  readonly payload?: string
  /** How the payload is packed. Default: raw DEFLATE, as the standard has it. */
  readonly packing?: 'deflate' | 'zlib' | 'gzip' | 'none'
  /** Bytes put in front of the payload before packing, such as a byte-order mark. */
  readonly before?: readonly number[]
}

/** A bundle as a card holds it: one patient and one vaccination. */
export const BUNDLE = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      fullUrl: 'resource:0',
      resource: {
        resourceType: 'Patient',
        name: [{ family: 'Arroyo', given: ['Nadia'] }],
        birthDate: '1984-02-29',
      },
    },
    {
      fullUrl: 'resource:1',
      resource: {
        resourceType: 'Immunization',
        status: 'completed',
        patient: { reference: 'resource:0' },
        occurrenceDateTime: '2026-01-12',
      },
    },
  ],
}

/** Issues a card, good unless an override breaks it. Issued a month before `NOW`. */
export async function issue(issuer: TestIssuer, overrides: CardOverrides = {}): Promise<string> {
  const { bundle = BUNDLE, subject, payload, packing = 'deflate', before = [], ...rest } = overrides
  const options: IssueOptions = {
    iss: issuer.iss,
    key: issuer.key,
    issuedAt: new Date('2026-05-15T08:00:00Z'),
    ...rest,
    vc: {
      ...(subject && {
        credentialSubject: { fhirVersion: '4.0.1', fhirBundle: bundle, ...subject },
      }),
      ...rest.vc,
    },
  }
  const text = payload ?? JSON.stringify(claimsOf(bundle, options))
  const bytes = new Uint8Array([...before, ...new TextEncoder().encode(text)])
  const header = { zip: 'DEF', alg: 'ES256', kid: issuer.kid, ...rest.header }
  return signBytes(pack(bytes, packing), header, issuer.key)
}

function pack(bytes: Uint8Array, packing: NonNullable<CardOverrides['packing']>): Uint8Array {
  switch (packing) {
    case 'deflate':
      return deflateRaw(bytes)
    case 'zlib':
      return deflate(bytes)
    case 'gzip':
      return gzip(bytes)
    case 'none':
      return bytes
    default:
      return packing satisfies never
  }
}

/** The same card with other claims and the old signature: a forgery. */
export function forged(jws: string, change: (claims: Record<string, unknown>) => unknown): string {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const packed = bytesFromBase64url(payload)
  const inflated = packed && inflate(packed, 1_000_000)
  if (!inflated?.ok) throw new Error('forged: this is not a card')
  const claims = JSON.parse(new TextDecoder().decode(inflated.value)) as Record<string, unknown>
  const changed = deflateRaw(new TextEncoder().encode(JSON.stringify(change(claims))))
  return `${header}.${base64urlFromBytes(changed)}.${signature}`
}

/** The same card with its signature as an ASN.1 sequence, a frequent mistake of issuers' software. */
export function withDerSignature(jws: string): string {
  const at = jws.lastIndexOf('.') + 1
  const raw = bytesFromBase64url(jws.slice(at)) ?? new Uint8Array()
  const der = [...derInteger(raw.slice(0, 32)), ...derInteger(raw.slice(32))]
  return jws.slice(0, at) + base64urlFromBytes(new Uint8Array([0x30, der.length, ...der]))
}

function derInteger(bytes: Uint8Array): readonly number[] {
  const significant = bytes.slice(bytes.findIndex((byte) => byte !== 0))
  const positive = (significant[0] ?? 0) >= 0x80 ? [0, ...significant] : [...significant]
  return [0x02, positive.length, ...positive]
}

/** The digits of a numeric QR, without a header. */
export const digitsOf = (text: string): string =>
  Array.from(text, (char) => String(char.charCodeAt(0) - 45).padStart(2, '0')).join('')

/** The same card as the texts of several QR codes. */
export function chunksOf(jws: string, total: number): readonly string[] {
  const length = Math.ceil(jws.length / total)
  return Array.from(
    { length: total },
    (_, at) => `shc:/${at + 1}/${total}/${digitsOf(jws.slice(at * length, (at + 1) * length))}`,
  )
}
