import type { ShxError } from '../errors'
import type { ChartDocument } from './chartDocument'
import type { FileFailure } from './documentContent'
import type { DocumentList, ListFailure } from './documentSearch'

/** Something in a document that can be opened by itself. */
export interface Find {
  readonly kind: 'cards' | 'link' | 'record'
  readonly text: string
  /** How many cards it holds; 1 for everything else. */
  readonly count: number
  /** False for a part of a card and for what is damaged: a person may open it, and learns why it does not. */
  readonly isWhole: boolean
}

/** Why a file was not read: it could not be had, or not be looked at. */
export type Unread = FileFailure | { readonly kind: 'unreadable'; readonly error: ShxError }

/**
 * What became of a document. `others`: codes that are nothing this viewer opens. `skippedPages`: at its end, because it
 * is so long. `unread`: a further file of the same document that was not read.
 */
export type DocumentStatus =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'fetching' }
  /** From 0. */
  | { readonly kind: 'reading'; readonly page: number; readonly pages: number }
  | ({ readonly kind: 'found'; readonly finds: readonly Find[] } & Remarks)
  | ({ readonly kind: 'nothing' } & Remarks)
  | { readonly kind: 'unread'; readonly unread: Unread }

interface Remarks {
  readonly others: number
  readonly skippedPages: number
  readonly unread?: Unread
}

export interface SearchedDocument {
  readonly document: ChartDocument
  readonly status: DocumentStatus
}

/**
 * Why the search rests: `found`: there is something to open · `limit`: enough was read for one go · `cancelled`: by a
 * person · `session-expired`, `offline`: nothing further would be answered.
 */
export type Rest = 'found' | 'limit' | 'cancelled' | 'session-expired' | 'offline'

/** Where a search is. Lives in memory only: document titles and codes are health data. */
export type SearchState =
  | { readonly phase: 'idle' }
  /** `named`: documents that the chart has named so far. */
  | { readonly phase: 'listing'; readonly named: number }
  | { readonly phase: 'failed'; readonly failure: ListFailure }
  | ({ readonly phase: 'reading' } & Searched)
  | ({ readonly phase: 'resting'; readonly why: Rest } & Searched)
  | ({ readonly phase: 'finished' } & Searched)

interface Searched extends Pick<DocumentList, 'leftOut' | 'cut'> {
  /** In the order in which they are read. */
  readonly documents: readonly SearchedDocument[]
  /** How many of them are read in this go, from the first. */
  readonly through: number
  /** Whether all of them are looked at as long as it takes. */
  readonly closely: boolean
}

/** A document about which there is nothing more to learn in this search. */
export const isSettled = ({ status }: SearchedDocument): boolean =>
  status.kind === 'found' || status.kind === 'nothing' || status.kind === 'unread'

/** What can be opened, in the order of the documents, each text once, with the first document that it stands on. */
export function findsIn(
  documents: readonly SearchedDocument[],
): readonly { readonly find: Find; readonly document: ChartDocument }[] {
  const seen = new Set<string>()
  return documents.flatMap(({ document, status }) =>
    (status.kind === 'found' ? status.finds : []).flatMap((find) => {
      if (seen.has(find.text)) return []
      seen.add(find.text)
      return [{ find, document }]
    }),
  )
}
