import { deviation, deviationIf, type Deviation } from '../deviations'
import {
  bytesFromBase64url,
  hasSpaceBetween,
  inflate,
  isRecord,
  jsonFromText,
  textFromBytes,
} from '../encoding'
import type { ShxError } from '../errors'
import type { Bundle } from '../fhir/types'
import { err, ok, type Result } from '../result'

/** A Health Card, unpacked and not yet checked. */
export interface Card {
  /** The compact JWS exactly as it was signed. */
  readonly jws: string
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly bundle: Bundle
  /** True when `fhirBundle` was something other than a Bundle and had to be wrapped to be shown. */
  readonly wrapped: boolean
  /** The decompressed payload text, to the letter. */
  readonly payloadText: string
  readonly deviations: readonly Deviation[]
}

/** Cards fit on paper; the payload is inflated before its signature can be checked, so the cap is small. */
export const MAXIMUM_PAYLOAD_BYTES = 5_000_000
const MAXIMUM_HEADER_CHARACTERS = 8_192

/** True for the shape of a compact JWS; says nothing about what is inside. */
export const looksLikeJws = (text: string): boolean =>
  /^eyJ[\w-]*={0,2}\.[\w-]*={0,2}\.[\w-]*={0,2}$/.test(text)

/**
 * Unpacks a compact JWS into header, claims and bundle. Checks nothing about trust: that is `verify`.
 *
 * A payload that is zlib-wrapped or not compressed at all is read and reported as a deviation; the signature covers
 * the transmitted bytes and does not depend on it.
 * Errors: `JWS_MALFORMED`, `JWS_HEADER_INVALID`, `PAYLOAD_…`.
 * Source: SMART Health Cards, "Health Cards are Compact".
 */
export function readCard(text: string): Result<Card, ShxError> {
  const written = text.replaceAll(/\s/g, '')
  // Padding is no part of base64url, and none of what a signature covers.
  const jws = written.replaceAll(/={1,2}(?=\.|$)/g, '')
  const [encodedHeader = '', encodedPayload = '', ...rest] = jws.split('.')
  if (rest.length !== 1 || !/^[\w.-]+$/.test(jws) || encodedHeader === '' || encodedPayload === '') {
    return err({ code: 'JWS_MALFORMED' })
  }
  if (encodedHeader.length > MAXIMUM_HEADER_CHARACTERS)
    return err({ code: 'JWS_HEADER_INVALID', detail: 'size' })
  const header = jsonFromBase64url(encodedHeader)
  if (!isRecord(header)) return err({ code: 'JWS_HEADER_INVALID', detail: 'json' })
  const packed = bytesFromBase64url(encodedPayload)
  if (!packed) return err({ code: 'JWS_MALFORMED' })
  const payload = unpack(packed)
  if (!payload.ok) return payload
  const card = cardFrom(jws, header, payload.value)
  if (!card.ok || jws === written) return card
  return ok({ ...card.value, deviations: [deviation('jws-padded'), ...card.value.deviations] })
}

/**
 * The payload of a JWS as text, for whoever has to find out why no card could be read from it. `undefined` when it
 * cannot even be unpacked.
 */
export function payloadTextOf(jws: string): string | undefined {
  const packed = bytesFromBase64url(jws.replaceAll(/\s/g, '').split('.')[1] ?? '')
  const payload = packed && unpack(packed)
  return payload?.ok ? payload.value.text : undefined
}

interface UnpackedPayload {
  readonly text: string
  /** The bytes began with a byte-order mark, which is no part of the text. */
  readonly marked: boolean
  readonly packing: 'deflate' | 'zlib' | 'gzip' | 'none'
}

function unpack(packed: Uint8Array): Result<UnpackedPayload, ShxError> {
  if (packed[0] === 0x7b) {
    const plain = textFromBytes(packed)
    if (plain !== undefined && isRecord(jsonFromText(plain))) {
      return ok({ text: plain, marked: false, packing: 'none' })
    }
  }
  const raw = inflate(packed, MAXIMUM_PAYLOAD_BYTES)
  const inflated =
    raw.ok || raw.error === 'too-large' ? raw : inflate(packed, MAXIMUM_PAYLOAD_BYTES, { wrapped: true })
  if (!inflated.ok) {
    return err(
      inflated.error === 'too-large'
        ? { code: 'PAYLOAD_TOO_LARGE', maximumBytes: MAXIMUM_PAYLOAD_BYTES }
        : { code: 'PAYLOAD_INFLATE_FAILED' },
    )
  }
  const text = textFromBytes(inflated.value)
  if (text === undefined) return err({ code: 'PAYLOAD_NOT_JSON_OBJECT' })
  const wrapper = packed[0] === 0x1f ? 'gzip' : 'zlib'
  return ok({ text, marked: inflated.value[0] === 0xef, packing: raw.ok ? 'deflate' : wrapper })
}

function cardFrom(
  jws: string,
  header: Readonly<Record<string, unknown>>,
  { text, marked, packing }: UnpackedPayload,
): Result<Card, ShxError> {
  const claims = jsonFromText(text)
  if (!isRecord(claims)) return err({ code: 'PAYLOAD_NOT_JSON_OBJECT' })
  const { vc } = claims
  if (!isRecord(vc)) return err({ code: 'PAYLOAD_MISSING_FIELD', path: 'vc' })
  const subject = vc['credentialSubject']
  if (!isRecord(subject)) return err({ code: 'PAYLOAD_MISSING_FIELD', path: 'vc.credentialSubject' })
  const content = subject['fhirBundle']
  if (!isRecord(content))
    return err({ code: 'PAYLOAD_MISSING_FIELD', path: 'vc.credentialSubject.fhirBundle' })
  const isBundle = content['resourceType'] === 'Bundle'
  const deviations: Deviation[] = [
    ...deviationIf(header['zip'] !== 'DEF', 'header-zip-missing', header['zip']),
    ...deviationIf(packing === 'zlib' || packing === 'gzip', 'payload-zlib-wrapped', packing),
    ...deviationIf(packing === 'none' && header['zip'] === 'DEF', 'payload-not-deflated'),
    ...deviationIf(marked || hasSpaceBetween(text), 'payload-not-minified'),
  ]
  const bundle: Bundle = isBundle
    ? content
    : { resourceType: 'Bundle', type: 'collection', entry: [{ resource: content }] }
  return ok({ jws, header, claims, bundle, wrapped: !isBundle, payloadText: text, deviations })
}

function jsonFromBase64url(encoded: string): unknown {
  const bytes = bytesFromBase64url(encoded)
  const text = bytes && textFromBytes(bytes)
  return text === undefined ? undefined : jsonFromText(text)
}
