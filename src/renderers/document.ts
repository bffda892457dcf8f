import type { Plot } from './tables/trends/plot'

/**
 * A record as a document: what a screen shows, laid out one below the other for paper. In words of the reader's
 * language or as the sender wrote them, pictures with what they show; status and negation stand in front of what they change. Nothing is folded.
 */
export type DocumentPart =
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string; readonly count?: number }
  | { readonly kind: 'text'; readonly lines: readonly string[]; readonly weight?: 'strong' | 'quiet' }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly kind: 'note'; readonly severity: NoteSeverity; readonly text: string }
  | { readonly kind: 'fields'; readonly fields: readonly DocumentField[] }
  | DocumentTable
  | DocumentPicture
  | DocumentCharts
  /** Text that a sender wrote, plain, under words of ours that say so. */
  | { readonly kind: 'quote'; readonly label: string; readonly lines: readonly string[] }

/** The record's own title is 1. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6
export type NoteSeverity = 'info' | 'warning' | 'error'

export interface DocumentField {
  readonly label: string
  readonly lines: readonly string[]
}

export interface DocumentTable {
  readonly kind: 'table'
  /** What the table is called, for whoever hears it. */
  readonly title: string
  /** One header for each cell of a row. */
  readonly columns: readonly string[]
  readonly rows: readonly DocumentRow[]
}

export interface DocumentRow {
  /** A line of its own above the row. */
  readonly heading?: string
  /** Words that change how the row has to be read, before everything else in its first cell. */
  readonly marks: readonly string[]
  /** Negated, inactive and retracted rows look different as well; `marks` say why. */
  readonly state?: 'active' | 'negated' | 'inactive' | 'retracted'
  /** The lines of each cell; an empty list where nothing is stated. */
  readonly cells: readonly (readonly string[])[]
  /** 0: at the top; more: part of a row above. */
  readonly depth?: number
}

/** A picture that came with the record. Its bytes are the sender's: whoever draws it looks at them first. */
export interface DocumentPicture {
  readonly kind: 'picture'
  /** PNG, JPEG, GIF or WebP by the first of them. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What is to be seen, in words. */
  readonly label: string
  /** What the sender says about it. */
  readonly lines: readonly string[]
  /** Said in its place where it cannot be drawn. */
  readonly failed: string
  /** Scanned from paper: with hard edges, and never too small for that. */
  readonly isCode: boolean
}

/** Results that repeat, over time. All of them are listed in the table that follows as well. */
export interface DocumentCharts {
  readonly kind: 'charts'
  readonly title: string
  readonly charts: readonly DocumentChart[]
  /** What the charts leave out. */
  readonly lines: readonly string[]
}

/** The course of one test: a small picture, which says everything in words as well. */
export interface DocumentChart {
  readonly plot: Plot
  readonly label: string
  /** Stands beside it. */
  readonly lines: readonly string[]
  /** Everything that it shows, for whoever does not see it. */
  readonly words: string
}

/** A heading one level below; the deepest stays the deepest. */
export const below = (level: HeadingLevel): HeadingLevel => (level === 6 ? 6 : ((level + 1) as HeadingLevel))
