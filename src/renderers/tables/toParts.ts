import type { OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import { type DocumentPart, type DocumentRow, type DocumentTable, type HeadingLevel } from '../document'
import { documentLines } from './documentLines'
import { layoutOf } from './layout'
import { messages } from './messages'
import type { Remark } from './remark'
import type { Row, TableModel } from './table'
import { trendParts } from './trendParts'

/** Tables one below the other, each under its heading, for a document. */
export const tableParts = (
  tables: readonly TableModel[],
  bundle: OrganizedBundle,
  context: ViewContext,
  level: HeadingLevel,
): readonly DocumentPart[] =>
  tables.flatMap((table) => [
    { kind: 'heading', level, text: table.title, count: table.rows.length },
    ...trendParts(table, bundle, context),
    toTablePart(table, bundle, context),
  ])

/** One table with every row of it. Its last columns are folded into one as on the screen; no word is left out. */
export function toTablePart(table: TableModel, bundle: OrganizedBundle, context: ViewContext): DocumentTable {
  const layout = layoutOf(table.columns, context.language)
  return {
    kind: 'table',
    title: table.title,
    columns: layout.columns.map(({ header }) => header),
    rows: table.rows.map((row) => toRow(row, layout.arrange(row.cells), { table, bundle, context })),
  }
}

interface Around {
  readonly table: TableModel
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

function toRow(
  row: Row,
  cells: readonly (readonly string[])[],
  { table, bundle, context }: Around,
): DocumentRow {
  const t = messages(context.language)
  const place = table.places?.get(row.item)
  const change = context.changes?.get(row.ref)
  const [first = [], ...others] = cells
  const about = [
    ...(place?.within === undefined ? [] : [t('partOf', { panel: place.within })]),
    ...(place?.note === undefined ? [] : [place.note]),
    ...documentLines(row, bundle, context),
  ]
  return {
    ...(place?.heading !== undefined && { heading: place.heading }),
    marks: [...(change === undefined ? [] : [t(`mark_${change}`)]), ...row.marks.map(({ text }) => text)],
    state: row.state,
    cells: [[...first, ...about], ...others],
    ...(place && place.depth > 0 && { depth: place.depth }),
  }
}

/** What has to be known before reading on. */
export const remarkParts = (remarks: readonly Remark[]): readonly DocumentPart[] =>
  remarks.map(({ severity, text }) => ({ kind: 'note', severity, text }))
