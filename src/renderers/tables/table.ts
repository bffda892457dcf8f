import type { R4Resources, Resource } from '../../core/fhir/types'
import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'

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

export interface Row {
  /** What the row's element carries as `data-ref`. */
  readonly ref: string
  readonly item: BundleItem
  /** What the row is about, for "Details of …". Never blank. */
  readonly label: string
  readonly marks: readonly RowMark[]
  /** Not true now, or never was: stopped, resolved, refuted, entered in error. Sorted last and shown fainter. */
  readonly inactive: boolean
  /** The moment to sort by, in epoch milliseconds; for sorting alone, partial dates are padded. */
  readonly sortKey?: number
  /** One for each column of the table. */
  readonly cells: readonly Cell[]
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
  readonly rows: readonly Row[]
}

/** What a cell says; several texts are lines of their own. `undefined` and blank texts are left out. */
export type CellText = string | undefined | readonly (string | undefined)[]

export type ResourceOf<Type extends string> = Type extends keyof R4Resources ? R4Resources[Type] : Resource

export interface ColumnDefinition<Type extends string> {
  /** A key of the table messages. */
  readonly header: string
  readonly cell: (resource: ResourceOf<Type>, f: Format, item: BundleItem) => CellText
}

/** A table is data. The first column says what the row is about. A column that no row fills is not shown. */
export interface TableDefinition<Type extends string = string> {
  readonly type: Type
  readonly columns: readonly ColumnDefinition<Type>[]
  /** The date to sort by, newest first; without it the usual date elements are tried. */
  readonly date?: (resource: ResourceOf<Type>) => unknown
}

export const defineTable = <const Type extends string>(
  definition: TableDefinition<Type>,
): TableDefinition<Type> => definition
