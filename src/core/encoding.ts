import { Inflate } from 'pako'
import { err, ok, type Result } from './result'

/** True for JSON objects: neither null nor a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Bytes of a base64url text. Accepts padding and the `+/` alphabet, which senders use by mistake; `undefined` if it is neither. */
export function bytesFromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  if (!/^[A-Za-z0-9+/]*$/.test(standard) || standard.length % 4 === 1) return undefined
  return Uint8Array.from(atob(standard), (char) => char.charCodeAt(0))
}

export function base64urlFromBytes(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
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

/** Parses JSON from a stranger. `undefined` when it is not JSON, or is nested beyond any sense. A leading byte-order mark is ignored. */
export function jsonFromText(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return isTooDeep(value) ? undefined : value
  } catch {
    return undefined
  }
}

/** Walks level by level, so that the check itself cannot overflow the stack. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAXIMUM_DEPTH) return true
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []))
  }
  return false
}

export type InflateError = 'not-deflate' | 'too-large'

/**
 * Inflates raw DEFLATE (RFC 1951) up to `maximumBytes`. The cap is checked per 64 KiB produced, in every engine
 * alike; the browser's own DecompressionStream cannot promise that.
 * A zlib wrapper (RFC 1950) is not raw DEFLATE: pass `wrapped` to read one.
 */
export function inflate(
  bytes: Uint8Array,
  maximumBytes: number,
  { wrapped = false } = {},
): Result<Uint8Array<ArrayBuffer>, InflateError> {
  const chunks: Uint8Array[] = []
  let size = 0
  const inflator = new Inflate({ raw: !wrapped, chunkSize: 65_536 })
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

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}
