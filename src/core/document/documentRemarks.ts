import { base64urlFromBytes, bytesFromBase64url } from '../encoding'
import type { DocumentKind, RecognisedDocument } from './recogniseDocument'
import type { SentDocument } from './sentDocuments'

/** Something about a document that does not fit together: said above it, and no reason to withhold it. */
export type DocumentRemark =
  | { readonly code: 'type-differs'; readonly declared: string; readonly found: string }
  | { readonly code: 'size-differs'; readonly declared: number; readonly counted: number }
  /** The bytes are not those that the sender made the check sum of. */
  | { readonly code: 'hash-differs' }
  /** The check sum is none that this viewer knows, so that nothing was compared. */
  | { readonly code: 'hash-unreadable' }

/** Compares a document with what was declared of it. Never throws. */
export async function documentRemarks(
  document: SentDocument,
  bytes: Uint8Array<ArrayBuffer>,
  recognised: RecognisedDocument,
): Promise<readonly DocumentRemark[]> {
  const { declaredType, declaredBytes, hash } = document
  return [
    ...typeRemark(declaredType, recognised),
    ...(declaredBytes === undefined || declaredBytes === bytes.length
      ? []
      : [{ code: 'size-differs', declared: declaredBytes, counted: bytes.length } as const]),
    ...(hash === undefined ? [] : await hashRemark(hash, bytes)),
  ]
}

/** What a document is that was declared to be of this type, for words; `undefined` where it says nothing. */
export const kindOfType = (type: string): DocumentKind | undefined => expected(type)?.[0]

/** What a declared media type lets one expect. `undefined`: it says nothing, or nothing that could be compared. */
function expected(type: string): readonly DocumentKind[] | undefined {
  const bare = (type.split(';')[0] ?? '').trim().toLowerCase()
  return EXPECTED.find(([pattern]) => pattern.test(bare))?.[1]
}

const EXPECTED: readonly (readonly [RegExp, readonly DocumentKind[]])[] = [
  [/^application\/(?:x-)?pdf$/, ['pdf']],
  [/^image\/svg\+xml$/, ['svg']],
  [/^application\/dicom$/, ['dicom']],
  [/^image\//, ['picture', 'dicom']],
  [/rtf$/, ['rtf']],
  [/^text\/html$|xhtml/, ['html']],
  [/cda|^text\/x?-?hl7/, ['cda', 'xml']],
  [/[/+]xml$/, ['xml', 'cda', 'html', 'svg']],
  [/[/+]json$/, ['json']],
  // A text may be anything that is read as one; only that it claims to be no page is worth a word.
  [/^text\/(?:plain|markdown|csv)$/, ['text', 'json', 'xml']],
  [/^text\//, ['text', 'json', 'xml', 'html', 'rtf', 'cda']],
  [/^audio\//, ['audio', 'video']],
  [/^video\//, ['video', 'audio']],
  [/officedocument|opendocument|msword|ms-(?:excel|powerpoint)/, ['office', 'archive']],
]

/** Where the declared media type and the bytes are at odds. */
export function typeRemark(
  declared: string | undefined,
  { kind, type }: RecognisedDocument,
): readonly DocumentRemark[] {
  const kinds = declared === undefined ? undefined : expected(declared)
  if (declared === undefined || kinds === undefined || kinds.includes(kind)) return []
  // Bytes that look like nothing may well be what was declared.
  return kind === 'other' && !MARKED.test(declared) ? [] : [{ code: 'type-differs', declared, found: type }]
}

/** Types whose every file begins with a mark, or is readable: without it, it is none. */
const MARKED =
  /^(?:text\/|application\/(?:pdf|json|rtf|dicom)|image\/(?:png|jpe?g|gif|webp|bmp|tiff))|\+?xml|\+json/i

const ALGORITHMS: ReadonlyMap<number, string> = new Map([
  [20, 'SHA-1'],
  [32, 'SHA-256'],
])

/**
 * FHIR has the SHA-1 in base64; senders also write it in hexadecimal digits, or take SHA-256.
 * A check sum is no signature: it shows damage, and nothing about who made it.
 */
async function hashRemark(hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<readonly DocumentRemark[]> {
  const stated = digestOf(hash)
  const algorithm = ALGORITHMS.get(stated?.length ?? 0)
  if (stated === undefined || algorithm === undefined) return [{ code: 'hash-unreadable' }]
  try {
    const counted = new Uint8Array(await crypto.subtle.digest(algorithm, bytes))
    return base64urlFromBytes(counted) === base64urlFromBytes(stated) ? [] : [{ code: 'hash-differs' }]
  } catch {
    return [{ code: 'hash-unreadable' }]
  }
}

function digestOf(hash: string): Uint8Array | undefined {
  const plain = hash.replaceAll(/\s+/g, '')
  if (/^(?:[\da-f]{40}|[\da-f]{64})$/i.test(plain))
    return Uint8Array.from(plain.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))
  const bytes = bytesFromBase64url(plain)
  // Base64 of the hexadecimal digits, as some senders make of it.
  const inner = bytes?.length === 40 ? String.fromCharCode(...bytes) : ''
  return /^[\da-f]{40}$/i.test(inner) ? digestOf(inner) : bytes
}
