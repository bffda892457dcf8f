import { textFromBytes } from '../encoding'

export interface DecodedText {
  readonly text: string
  /** False where the characters were guessed: nothing says how they are written, and some may be wrong. */
  readonly certain: boolean
}

/** Characters at the start of a text that may say in which encoding it is written. */
const HEAD = 1_000

/**
 * Text of bytes from a stranger: by its byte-order mark; as UTF-8 where it is that, whatever was declared; by the
 * declared character set; by what an XML or HTML head says; else as windows-1252, in which every byte is something.
 */
export function decodeText(bytes: Uint8Array, declaredType?: string): DecodedText {
  const marked = byMark(bytes)
  if (marked !== undefined) return { text: marked, certain: true }
  const plain = textFromBytes(bytes)
  if (plain !== undefined) return { text: plain, certain: true }
  const stated = [charsetOf(declaredType), charsetInside(bytes)].find((label) => label !== undefined)
  const told = stated === undefined ? undefined : decodeAs(stated, bytes)
  if (told !== undefined) return { text: told, certain: true }
  return { text: decodeAs('windows-1252', bytes) ?? '', certain: false }
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  return bytes[0] === 0xfe && bytes[1] === 0xff ? decodeAs('utf-16be', bytes) : undefined
}

/** `undefined` for a character set that nobody knows. */
function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return undefined
  }
}

const charsetOf = (type: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(type ?? '')?.[1]

const charsetInside = (bytes: Uint8Array): string | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD))
  return (
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta[^>]*\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1]
  )
}
