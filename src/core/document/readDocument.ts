import { readCda, type CdaDocument } from './cda'
import { decodeText } from './decodeText'
import { documentBytes, type NoBytes } from './documentBytes'
import { documentRemarks, type DocumentRemark } from './documentRemarks'
import { recogniseDocument, type DocumentKind, type RecognisedDocument } from './recogniseDocument'
import { readRtf } from './rtf'
import type { SentDocument } from './sentDocuments'

/** How a document is shown. */
export type DocumentBody =
  | { readonly view: 'pdf' }
  | { readonly view: 'picture' }
  /** HTML of the sender or made from the sender's text: for `ui/Narrative` alone. `source`: as it is written. */
  | { readonly view: 'html'; readonly html: string; readonly source: string; readonly leftOut: number }
  | { readonly view: 'cda'; readonly cda: CdaDocument; readonly source: string }
  | { readonly view: 'text'; readonly text: string }
  /** For another program. */
  | { readonly view: 'none' }

export type ReadDocument =
  | { readonly ok: false; readonly reason: NoBytes }
  | {
      readonly ok: true
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly recognised: RecognisedDocument
      readonly remarks: readonly DocumentRemark[]
      readonly body: DocumentBody
      /** The letters of a text were guessed. */
      readonly guessed: boolean
    }

/** Pictures that are drawn; the others are for another program. */
const DRAWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/**
 * Reads a document that came with the record: its bytes, what they are, and what does not fit with what was declared.
 * Nothing is fetched. Never throws.
 */
export async function readDocument(document: SentDocument): Promise<ReadDocument> {
  const read = documentBytes(document)
  if (!read.ok) return { ok: false, reason: read.error }
  const bytes = read.value
  const recognised = recogniseDocument(bytes, document.declaredType)
  const remarks = await documentRemarks(document, bytes, recognised)
  return { ok: true, bytes, recognised, remarks, ...bodyOf(bytes, recognised, document.declaredType) }
}

function bodyOf(
  bytes: Uint8Array<ArrayBuffer>,
  { kind, type }: RecognisedDocument,
  declaredType: string | undefined,
): { readonly body: DocumentBody; readonly guessed: boolean } {
  if (kind === 'pdf') return { body: { view: 'pdf' }, guessed: false }
  if (kind === 'picture') return { body: { view: DRAWN.has(type) ? 'picture' : 'none' }, guessed: false }
  if (!READ.has(kind)) return { body: { view: 'none' }, guessed: false }
  const { text, certain } = decodeText(bytes, declaredType)
  return { body: textBody(kind, text), guessed: !certain }
}

/** SVG is among them: it is a program as much as a picture, and is shown as what it is written. */
const READ: ReadonlySet<DocumentKind> = new Set(['text', 'html', 'cda', 'rtf', 'svg', 'xml', 'json'])

function textBody(kind: DocumentKind, source: string): DocumentBody {
  if (kind === 'html') return { view: 'html', html: source, source, leftOut: 0 }
  if (kind === 'rtf') {
    const rtf = readRtf(source)
    if (rtf) return { view: 'html', ...rtf, source }
  }
  if (kind === 'cda') {
    const cda = readCda(source)
    if (cda) return { view: 'cda', cda, source }
  }
  return { view: 'text', text: source }
}
