import type { Language } from '../../i18n/language'
import { messages } from './messages'
import { headerWords } from './messagesHeaders'
import type { Cell, Column } from './table'

/** How the columns of a table are laid out where there is room for some of them only. */
export interface Layout {
  readonly columns: readonly Column[]
  /** The cells of a row, one for each of these columns. */
  readonly arrange: (cells: readonly Cell[]) => readonly Cell[]
}

/** So many columns a desk has room for, the last one included. A table of cards is slow to read down. */
const MAXIMUM_COLUMNS = 7

/**
 * Definitions name their columns by how much they matter; the last ones of a wide table become lines of one column,
 * each with its name. Nothing is left out: a narrow table with all of its words is better than a wide one of cards.
 */
export function layoutOf(columns: readonly Column[], language: Language): Layout {
  if (columns.length <= MAXIMUM_COLUMNS) return { columns, arrange: (cells) => cells }
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
  }
}
