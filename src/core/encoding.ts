import { Inflate } from 'pako'
import { rememberDecimals } from './decimals'
import { endOfString } from './jsonString'
import { err, ok, type Result } from './result'

/** True for JSON objects: neither null nor a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const utf8 = new TextDecoder('utf-8', { fatal: true })

const NOT_BASE64 = 255

/** What each character stands for, by its code, in the alphabets of base64url and of plain base64. */
const SEXTETS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code).replace('-', '+').replace('_', '/')
  const sextet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(char)
  return sextet < 0 ? NOT_BASE64 : sextet
})

/**
 * Bytes of a base64url text. Accepts padding and the `+/` alphabet, which senders use by mistake; `undefined` if it is
 * neither. One pass over the text, which may be a file of 50 MB or somebody's attempt at a hang.
 */
export function bytesFromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const length = text.replace(/={1,2}$/, '').length
  if (length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let [size, bits, pending] = [0, 0, 0]
  for (let at = 0; at < length; at++) {
    const sextet = SEXTETS[text.charCodeAt(at)] ?? NOT_BASE64
    if (sextet === NOT_BASE64) return undefined
    bits = (bits << 6) | sextet
    pending += 6
    if (pending < 8) continue
    pending -= 8
    bytes[size++] = bits >> pending
    bits &= (1 << pending) - 1
  }
  return bytes
}

export const base64urlFromBytes = (bytes: Uint8Array): string =>
  base64FromBytes(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** Plain base64 with its padding, as FHIR has it. */
export function base64FromBytes(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** UTF-8 text without a byte-order mark; `undefined` when the bytes are not UTF-8. */
export function textFromBytes(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** Deeper JSON is refused: it is never a record, and recursion over it would exhaust the stack. */
const MAXIMUM_DEPTH = 200

/** Parses JSON from a stranger; how its decimals were written is told by `writtenNumber`. `undefined` when it is not JSON, or is nested beyond any sense. A leading byte-order mark is ignored. */
export function jsonFromText(text: string): unknown {
  if (isTooDeep(text)) return undefined
  try {
    const json = text.replace(/^\uFEFF/, '')
    const parsed = JSON.parse(json) as unknown
    rememberDecimals(json, parsed)
    return parsed
  } catch {
    return undefined
  }
}

const QUOTE = 0x22

/** Counts brackets outside strings before anything is parsed: a parser takes minutes over megabytes of `[`. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === QUOTE) at = endOfString(text, at + 1)
    else if (char === 0x5b || char === 0x7b) depth += 1
    else if (char === 0x5d || char === 0x7d) depth -= 1
    if (depth > MAXIMUM_DEPTH) return true
  }
  return false
}

/** True for white space outside of the strings of a JSON text: it is not minified. */
export function hasSpaceBetween(json: string): boolean {
  for (let at = 0; at < json.length; at++) {
    const char = json.charCodeAt(at)
    if (char === QUOTE) at = endOfString(json, at + 1)
    else if (char <= 0x20) return true
  }
  return false
}

export type InflateError = 'not-deflate' | 'too-large'

/**
 * Inflates raw DEFLATE (RFC 1951) up to `maximumBytes`. The cap is checked at least every 64 KiB produced, in every
 * engine alike; the browser's own DecompressionStream cannot promise that.
 * A zlib or gzip wrapper (RFC 1950, 1952) is not raw DEFLATE: pass `wrapped` to read one.
 */
export function inflate(
  bytes: Uint8Array,
  maximumBytes: number,
  { wrapped = false } = {},
): Result<Uint8Array<ArrayBuffer>, InflateError> {
  const chunks: Uint8Array[] = []
  let size = 0
  const inflator = new Inflate({ raw: !wrapped, chunkSize: chunkSizeFor(bytes.length) })
  inflator.onData = (chunk) => {
    const part = chunk as Uint8Array
    size += part.length
    if (size > maximumBytes) throw new InflatedTooLarge()
    chunks.push(part)
  }
  try {
    inflator.push(bytes, true)
  } catch (problem) {
    return err(problem instanceof InflatedTooLarge ? 'too-large' : 'not-deflate')
  }
  return inflator.err || !inflator.ended ? err('not-deflate') : ok(concatenate(chunks, size))
}

class InflatedTooLarge extends Error {}

/** Room for what a text of this length usually inflates to, so that a card costs no 64 KiB of memory. */
const chunkSizeFor = (packed: number): number => Math.min(Math.max(packed * 8, 4_096), 65_536)

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}
