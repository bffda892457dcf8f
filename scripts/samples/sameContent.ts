import { bytesFromBase64url, textFromBytes } from '../../src/core/encoding'
import { textFromDigits } from '../../src/core/shc/numeric'
import { decryptFile } from '../../src/core/shl/decrypt'
import type { SampleFile } from './buildSamples'

/**
 * True when a file says the same as the one that is there. Signatures and initialisation vectors are random, so that
 * a card or an encrypted file differs each time it is made; made again without need, it would only be noise.
 */
export async function saysTheSame({ content, key }: SampleFile, existing: string): Promise<boolean> {
  if (content === existing) return true
  if (key !== undefined) {
    const [plain, known] = await Promise.all([decrypted(content, key), decrypted(existing, key)])
    return plain !== undefined && plain === known
  }
  return withoutSignatures(content) === withoutSignatures(existing)
}

async function decrypted(jwe: string, key: string): Promise<string | undefined> {
  const file = await decryptFile(jwe, bytesFromBase64url(key) ?? new Uint8Array())
  return file.ok ? `${file.value.contentType ?? ''} ${textFromBytes(file.value.bytes) ?? ''}` : undefined
}

function withoutSignatures(text: string): string {
  const jws = text.startsWith('shc:/') ? textFromDigits(text.slice('shc:/'.length)) : undefined
  return (jws?.ok ? jws.value : text).replaceAll(/(\beyJ[\w-]+\.[\w-]+)\.[\w-]+/g, '$1')
}
