import type { R4Resources, Resource } from '../../core/fhir/types'
import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'
import type { Header } from './messagesHeaders'

/** How loud a mark is. Words say it; the tone only repeats it. */
export type MarkTone = 'error' | 'warning' | 'info' | 'neutral'

/** Something about a row that changes how it has to be read: shown in words in front of everything else. */
export interface RowMark {
  /** Stable, for tests and for other views: `entered-in-error`, `not-done`, `do-not-perform`, … */
  readonly code: string
  readonly tone: MarkTone
  /** In the reader's language. */
  readonly text: string
}

/** The lines of one cell, in words. Empty: nothing is stated. */
export type Cell = readonly string[]

/** One for each line of a cell: its plain value, for the clipboard. `undefined`: it is only read. */
export type CellCopies = readonly (string | undefined)[]

/**
 * active: as it stands · negated: it was not done, or must not be · inactive: no longer · retracted: never was.
 * Rows are sorted in this order.
 */
export type RowState = 'active' | 'negated' | 'inactive' | 'retracted'

export interface Row {
  /** What the row's element carries as `data-ref`. */
  readonly ref: string
  readonly item: BundleItem
  /** What the row is about, for "Details of …". Never blank. */
  readonly label: string
  readonly marks: readonly RowMark[]
  readonly state: RowState
  /** Not true now, or never was: stopped, resolved, not done, refuted, entered in error. "Do not give" is not among them: it holds. */
  readonly inactive: boolean
  /** The moment to sort by, in epoch milliseconds; for sorting alone, partial dates are padded. */
  readonly sortKey?: number
  /** One for each column of the table. */
  readonly cells: readonly Cell[]
  /** What a click copies: one for each of `cells`. Absent where no line of the row is copied. */
  readonly copies?: readonly CellCopies[] | undefined
}

/** Where a result stands among the panels and reports of its table. */
export interface RowPlace {
  /** 0: at the top; 1: in a panel or report; more: in a panel of one. */
  readonly depth: number
  /** What the panel or report above it is called. */
  readonly within?: string
  /** A line of its own above the row: the report that it is the first result of. */
  readonly heading?: string
  /** For a panel: how many of its results follow. */
  readonly note?: string
}

export interface Column {
  /** In the reader's language. */
  readonly header: string
}

export interface TableModel {
  /** The resource type as received; '' for entries that hold no resource. */
  readonly type: string
  /** In the reader's language. */
  readonly title: string
  readonly columns: readonly Column[]
  /** There is no table for this type: its rows are made by the definition of the type alone. */
  readonly isGeneric?: true
  readonly rows: readonly Row[]
  /** Of results: which of them belong together. Rows that stand for themselves have no place. */
  readonly places?: ReadonlyMap<BundleItem, RowPlace>
}

/** A line whose value people type elsewhere. `copied` in lines.ts makes it. */
export interface CopiedLine {
  readonly words: string
  /** The value alone, as it is typed: a part of `words`. Never blank. */
  readonly copy: string
}

export type CellLine = string | CopiedLine

/** What a cell says; several texts are lines of their own. `undefined` and blank texts are left out. */
export type CellText = CellLine | undefined | readonly (CellLine | undefined)[]

export type ResourceOf<Type extends string> = Type extends keyof R4Resources ? R4Resources[Type] : Resource

export interface ColumnDefinition<Type extends string> {
  readonly header: Header
  readonly cell: (resource: ResourceOf<Type>, f: Format, item: BundleItem) => CellText
}

/** A table is data. The first column says what the row is about. A column that no row fills is not shown. */
export interface TableDefinition<Type extends string = string> {
  readonly type: Type
  readonly columns: readonly ColumnDefinition<Type>[]
  /** The dates to sort by, newest first: the first one that is a date. Without it the usual elements are tried. */
  readonly dates?: (resource: ResourceOf<Type>) => readonly unknown[]
  /** Rows of a smaller number stand before the others of the same state, whatever their date. Default: 0. */
  readonly rank?: (resource: ResourceOf<Type>) => number
}

export const defineTable = <const Type extends string>(
  definition: TableDefinition<Type>,
): TableDefinition<Type> => definition
