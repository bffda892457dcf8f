import type { Language } from '../../i18n/language'
import { messages } from './messages'
import { headerWords } from './messagesHeaders'
import type { Cell, CellCopies, Column } from './table'

/** How the columns of a table are laid out where there is room for some of them only. */
export interface Layout {
  readonly columns: readonly Column[]
  /** The cells of a row, one for each of these columns. */
  readonly arrange: (cells: readonly Cell[]) => readonly Cell[]
  /** What a click copies of each line that `arrange` made of `cells`. */
  readonly arrangeCopies: (cells: readonly Cell[], copies: readonly CellCopies[]) => readonly CellCopies[]
}

/** So many columns a desk has room for, the last one included. A table of cards is slow to read down. */
const MAXIMUM_COLUMNS = 7

/**
 * Definitions name their columns by how much they matter; the last ones of a wide table become lines of one column,
 * each with its name. Nothing is left out: a narrow table with all of its words is better than a wide one of cards.
 */
export function layoutOf(columns: readonly Column[], language: Language): Layout {
  if (columns.length <= MAXIMUM_COLUMNS) {
    return { columns, arrange: (cells) => cells, arrangeCopies: (_, copies) => copies }
  }
  const t = messages(language)
  const more = headerWords(language)('more') ?? ''
  const hasMore = columns.at(-1)?.header === more
  const kept = columns.slice(0, MAXIMUM_COLUMNS - 1)
  const folded = columns.slice(kept.length, hasMore ? -1 : undefined)
  return {
    columns: [...kept, { header: more }],
    arrange: (cells) => {
      const lines = folded.flatMap(({ header }, index) =>
        (cells[kept.length + index] ?? []).map((text) => t('labelled', { label: header, text })),
      )
      const own = hasMore ? (cells[columns.length - 1] ?? []) : []
      return [...cells.slice(0, kept.length), [...lines, ...own]]
    },
    arrangeCopies: (cells, copies) => [
      ...copies.slice(0, kept.length),
      // A line that is not copied keeps its place.
      cells
        .slice(kept.length)
        .flatMap((lines, index) => lines.map((_, at) => copies[kept.length + index]?.[at])),
    ],
  }
}
