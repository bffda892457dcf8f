import type { ShxError } from '../errors'
import { err, ok, type Result } from '../result'

/** One part of a card that was cut into several QR codes (deprecated in 2022, still printed on paper). */
export interface CardChunk {
  /** From 1 to `total`. */
  readonly index: number
  readonly total: number
  /** This part's stretch of the JWS. */
  readonly text: string
}

/** More parts than any real card has; a larger number is a damaged header. */
const MAXIMUM_CHUNKS = 99

/** Characters of a JWS that one QR code of version 22 holds, the largest that the standard has for a card. */
export const LONGEST_JWS = 1195

/**
 * The text of a card's QR code: each character of the JWS as two digits, its code less 45.
 * Source: SMART Health Cards, "Encoding QRs".
 */
export const numericOf = (jws: string): string =>
  `shc:/${Array.from(jws, (character) => String(character.charCodeAt(0) - 45).padStart(2, '0')).join('')}`

/** Characters of a compact JWS, as offsets from '-' (45): - . 0-9 A-Z _ a-z */
const isJwsOffset = (offset: number): boolean =>
  offset === 0 ||
  offset === 1 ||
  (offset >= 3 && offset <= 12) ||
  (offset >= 20 && offset <= 45) ||
  offset === 50 ||
  (offset >= 52 && offset <= 77)

const ZERO = 0x30

const ascii = new TextDecoder('ascii')

/**
 * Decodes the digits of a numeric QR: each pair of digits plus 45 is a character code of the JWS.
 * Errors: `QR_DIGITS_ODD`, `QR_DIGITS_RANGE`.
 * Source: SMART Health Cards, "Encoding QRs".
 */
export function textFromDigits(digits: string): Result<string, ShxError> {
  if (digits.length % 2 === 1) return err({ code: 'QR_DIGITS_ODD' })
  const codes = new Uint8Array(digits.length / 2)
  for (let at = 0; at < codes.length; at++) {
    const offset = digits.charCodeAt(2 * at) * 10 + digits.charCodeAt(2 * at + 1) - 11 * ZERO
    if (!isJwsOffset(offset)) return err({ code: 'QR_DIGITS_RANGE' })
    codes[at] = offset + 45
  }
  return ok(ascii.decode(codes))
}

/**
 * Decodes what follows `shc:/`: digits, or `part/total/digits`.
 * Errors: `QR_HEADER_MALFORMED`, `QR_CHUNK_INDEX_INVALID` and those of `textFromDigits`.
 */
export function decodeNumeric(body: string): Result<CardChunk, ShxError> {
  const match = /^(?:(\d+)\/(\d+)\/)?(\d+)$/.exec(body)
  if (!match) return err({ code: 'QR_HEADER_MALFORMED' })
  const [, part = '1', parts = '1', digits = ''] = match
  const [index, total] = [Number(part), Number(parts)]
  if (index < 1 || index > total || total > MAXIMUM_CHUNKS) {
    return err({ code: 'QR_CHUNK_INDEX_INVALID', index, total })
  }
  const text = textFromDigits(digits)
  return text.ok ? ok({ index, total, text: text.value }) : text
}

/**
 * Puts the parts of one card together, in any order; a part that was scanned twice counts once.
 * Errors: `QR_CHUNK_CONFLICT` when the parts belong to different cards, `QR_CHUNK_INCOMPLETE` with what is there.
 */
export function joinChunks(chunks: readonly CardChunk[]): Result<string, ShxError> {
  const total = chunks[0]?.total ?? 1
  const parts = new Map<number, string>()
  for (const chunk of chunks) {
    const seen = parts.get(chunk.index)
    if (chunk.total !== total || (seen !== undefined && seen !== chunk.text)) {
      return err({ code: 'QR_CHUNK_CONFLICT' })
    }
    parts.set(chunk.index, chunk.text)
  }
  if (parts.size < total) {
    const all = Array.from({ length: total }, (_, at) => at + 1)
    const missing = all.filter((index) => !parts.has(index))
    return err({ code: 'QR_CHUNK_INCOMPLETE', have: parts.size, need: total, missing })
  }
  const inOrder = [...parts].toSorted(([a], [b]) => a - b)
  return ok(inOrder.map(([, text]) => text).join(''))
}
