import { firstBytes } from './documentBytes'
import { recogniseDocument, type RecognisedDocument } from './recogniseDocument'
import type { SentDocument } from './sentDocuments'

/** What a document is by its first bytes, for naming it before anybody opens it; `undefined` when it is not here. */
export function peekDocument(document: SentDocument): RecognisedDocument | undefined {
  const start = firstBytes(document)
  return start === undefined || start.length === 0
    ? undefined
    : recogniseDocument(start, document.declaredType)
}
