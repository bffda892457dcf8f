import { bytesFromBase64url, inflate, isRecord, jsonFromText, textFromBytes } from '../encoding'
import type { ShxError } from '../errors'
import { err, ok, type Result } from '../result'

/** A summary with scanned documents inside is tens of megabytes; a decompression bomb is more. */
export const MAXIMUM_FILE_BYTES = 50_000_000

export interface DecryptedFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** `cty` of the protected header: the sender's word on what is inside. */
  readonly contentType?: string
}

/**
 * Decrypts a compact JWE with the link's key. `dir` with A256GCM and nothing else; the tag authenticates the whole.
 *
 * Web Crypto directly rather than through a JOSE library, for three reasons: the inflated size is capped to the
 * byte in every engine, a `zip` header over a payload that was zlib-wrapped or never compressed is still read, and
 * so is the 16-byte IV of some senders, which libraries refuse although GCM allows it. See ADR 0007.
 * Errors: `FILE_JWE_INVALID`, `FILE_DECRYPT_FAILED`, `FILE_DECOMPRESS_FAILED`, `FILE_TOO_LARGE`.
 * Source: SHL, "Encrypting and Decrypting Files"; RFC 7516 section 5.2.
 */
export async function decryptFile(
  jwe: string,
  key: Uint8Array<ArrayBuffer>,
): Promise<Result<DecryptedFile, ShxError>> {
  const parts = jwe.split('.')
  const [encodedHeader = '', encryptedKey = '', ...rest] = parts
  const [iv, ciphertext, tag] = rest.map(bytesFromBase64url)
  const header = headerOf(encodedHeader)
  if (parts.length !== 5 || !iv || !ciphertext || !tag || !header) return invalid('format')
  if (header['alg'] !== 'dir' || encryptedKey !== '') return invalid('alg')
  if (header['enc'] !== 'A256GCM') return invalid('enc')
  if (header['crit'] !== undefined) return invalid('crit')
  if (iv.length < 12 || tag.length !== 16) return err({ code: 'FILE_DECRYPT_FAILED' })
  const plaintext = await decrypt({ iv, sealed: joined(ciphertext, tag), key, header: encodedHeader })
  if (!plaintext) return err({ code: 'FILE_DECRYPT_FAILED' })
  const bytes = header['zip'] === 'DEF' ? decompress(plaintext) : ok(plaintext)
  if (!bytes.ok) return bytes
  const { cty } = header
  return ok({ bytes: bytes.value, ...(typeof cty === 'string' && { contentType: cty }) })
}

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: Uint8Array<ArrayBuffer>
  readonly key: Uint8Array<ArrayBuffer>
  /** The protected header as transmitted: it is authenticated with the content. */
  readonly header: string
}

async function decrypt({ iv, sealed, key, header }: Sealed): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
    const additionalData = new TextEncoder().encode(header)
    const algorithm = { name: 'AES-GCM', iv, additionalData, tagLength: 128 }
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, imported, sealed))
  } catch {
    return undefined
  }
}

/** `zip: DEF` means raw DEFLATE; senders also wrap it in zlib, or forget to compress. */
function decompress(bytes: Uint8Array<ArrayBuffer>): Result<Uint8Array<ArrayBuffer>, ShxError> {
  for (const wrapped of [false, true]) {
    const inflated = inflate(bytes, MAXIMUM_FILE_BYTES, { wrapped })
    if (inflated.ok) return inflated
    if (inflated.error === 'too-large')
      return err({ code: 'FILE_TOO_LARGE', maximumBytes: MAXIMUM_FILE_BYTES })
  }
  const text = textFromBytes(bytes)
  return text !== undefined && jsonFromText(text) !== undefined
    ? ok(bytes)
    : err({ code: 'FILE_DECOMPRESS_FAILED' })
}

function headerOf(encoded: string): Record<string, unknown> | undefined {
  const bytes = bytesFromBase64url(encoded)
  const text = bytes && textFromBytes(bytes)
  const header = text === undefined ? undefined : jsonFromText(text)
  return isRecord(header) ? header : undefined
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}

const invalid = (detail: 'alg' | 'enc' | 'format' | 'crit'): Result<never, ShxError> =>
  err({ code: 'FILE_JWE_INVALID', detail })
