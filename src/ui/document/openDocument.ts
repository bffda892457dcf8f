import { createContext, useContext } from 'react'
import type { SentDocument } from '../../core/document/sentDocuments'
import type { Patient } from '../../core/fhir/types'
import type { NoticeSeverity } from '../Notice'

/** A document with what its reader has to know while reading it. */
export interface OpenableDocument {
  readonly document: SentDocument
  /** Never blank. */
  readonly title: string
  /** What changes how it has to be read, such as "Superseded" or "Entered in error": the loudest first. */
  readonly marks: readonly { readonly severity: NoticeSeverity; readonly text: string }[]
  /** Who wrote it, when, and the like. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Whom the record says it is about; a document that names somebody else is told. Absent: nobody to compare with. */
  readonly patients?: readonly Patient[]
}

export type OpenDocument = (document: OpenableDocument) => void

/** Whoever shows documents puts itself here: renderers have no effects of their own. */
export const OpenDocumentContext = createContext<OpenDocument | undefined>(undefined)

/** Shows a document in front of the page; `undefined` where nothing can show one. */
export const useOpenDocument = (): OpenDocument | undefined => useContext(OpenDocumentContext)
