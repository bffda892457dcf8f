import { bytesFromBase64url } from '../encoding'
import { err, ok, type Result } from '../result'
import type { SentDocument } from './sentDocuments'

/** Why there are no bytes. */
export type NoBytes = 'not-here' | 'empty' | 'not-base64' | 'too-large'

/** Bytes of a document that is opened at all. A page holds its text and its bytes at once. */
export const MAXIMUM_BYTES = 100_000_000

/**
 * The bytes of a document that came with the record. Base64 may hold blanks and line breaks, and the alphabet of
 * base64url. Errors: `not-here` for what is elsewhere or was not sent, `empty`, `not-base64`, `too-large`.
 */
export function documentBytes(
  { content }: SentDocument,
  maximum = MAXIMUM_BYTES,
): Result<Uint8Array<ArrayBuffer>, NoBytes> {
  if (content.kind === 'bytes') return content.bytes.length === 0 ? err('empty') : ok(content.bytes)
  if (content.kind !== 'here') return err('not-here')
  // Four characters of base64 are three bytes, and line breaks are one character in fifty or so.
  if (content.data.length > maximum * 1.4) return err('too-large')
  const bytes = content.encoding === 'base64' ? fromBase64(content.data) : fromPercent(content.data)
  if (bytes === undefined) return err('not-base64')
  return bytes.length === 0 ? err('empty') : ok(bytes)
}

/** Characters of base64 that are decoded to tell what a document is. */
const PEEKED = 6_000

/** The first bytes of a document, without decoding the rest of it; `undefined` where they cannot be had. */
export function firstBytes({ content }: SentDocument): Uint8Array<ArrayBuffer> | undefined {
  if (content.kind === 'bytes') return content.bytes
  if (content.kind !== 'here') return undefined
  if (content.encoding === 'percent') return fromPercent(content.data)
  const start = content.data.slice(0, PEEKED).replaceAll(/\s+/g, '')
  const whole = content.data.length <= PEEKED
  return bytesFromBase64url(whole ? start : start.slice(0, start.length - (start.length % 4)))
}

const fromBase64 = (data: string): Uint8Array<ArrayBuffer> | undefined =>
  bytesFromBase64url(data.replaceAll(/\s+/g, ''))

function fromPercent(data: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new TextEncoder().encode(data)
  let size = 0
  for (let at = 0; at < bytes.length; at++) {
    const digits = bytes[at] === PERCENT ? String.fromCharCode(...bytes.subarray(at + 1, at + 3)) : ''
    const isCode = /^[\da-f]{2}$/i.test(digits)
    bytes[size++] = isCode ? Number.parseInt(digits, 16) : (bytes[at] ?? 0)
    if (isCode) at += 2
  }
  return bytes.slice(0, size)
}

const PERCENT = 0x25
