import { CompactEncrypt } from 'jose'
import { base64urlFromBytes } from '../../src/core/encoding'

export interface EncryptOptions {
  /** Becomes `cty` of the protected header. Default: not stated. */
  readonly contentType?: string
  /** Compress before encrypting (`zip: DEF`). Default: false. */
  readonly zip?: boolean
}

/** What stands in a link. `url` and `key` are all that the standard requires; see SHL, "Construct a SMART Health Link Payload". */
export type LinkPayload = Readonly<Record<string, unknown>>

/**
 * Encrypts a file of a SMART Health Link into a compact JWE, with a fresh IV each time.
 * `key` is the 32 bytes of the link's key.
 * Source: SHL, "Encrypting and Decrypting Files".
 */
export async function encryptFile(
  plaintext: string | Uint8Array,
  key: Uint8Array,
  { contentType, zip = false }: EncryptOptions = {},
): Promise<string> {
  const bytes = typeof plaintext === 'string' ? new TextEncoder().encode(plaintext) : plaintext
  return new CompactEncrypt(bytes)
    .setProtectedHeader({
      alg: 'dir',
      enc: 'A256GCM',
      ...(zip && { zip: 'DEF' }),
      ...(contentType !== undefined && { cty: contentType }),
    })
    .encrypt(key)
}

/** A new key for a link: 32 random bytes. */
export const randomKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32))

/** A SMART Health Link with this payload, as it is: no viewer in front and nothing checked. */
export const linkOf = (payload: LinkPayload): string =>
  `shlink:/${base64urlFromBytes(new TextEncoder().encode(JSON.stringify(payload)))}`
