import type { Layout } from './layout'
import type { Row } from './table'

/** Rem that a column needs before its words are cut to pieces, and what the first one needs besides. */
const COLUMN = 7
const FIRST_EXTRA = 4
/** What the buttons at the end of a row take. */
const ACTIONS = 6

/** Rem of a character on average, of the gap beside a column, and of the widest word that is kept in one piece. */
const CHARACTER = 0.62
const GAP = 0.9
const WIDEST_WORD = 8
/** Characters of lines that ask for more room than words do. */
const SENTENCE = 60
const PARAGRAPH = 120

/** Rows that are looked at; those further down share what these were given. */
const LOOKED_AT = 100

/**
 * Rem that each column is kept at least, by how much its cells say: a column of single words leaves its room to the
 * one with the sentences. Together they fit into `room`; the first column and short words are never made narrower.
 */
export function columnWidths(layout: Layout, rows: readonly Row[], room: number): readonly number[] {
  const cells = rows.slice(0, LOOKED_AT).map((row) => layout.arrange(row.cells))
  const wanted = layout.columns.map((_, index) =>
    index === 0 ? COLUMN + FIRST_EXTRA : widthOf(cells.flatMap((row) => row[index] ?? [])),
  )
  const spare = wanted.map((width, index) => (index === 0 ? 0 : Math.max(width - COLUMN, 0)))
  const excess = sum(wanted) + ACTIONS - room
  const kept = excess <= 0 ? 1 : Math.max(1 - excess / sum(spare), 0)
  return wanted.map((width, index) => width - (spare[index] ?? 0) * (1 - kept))
}

function widthOf(lines: readonly string[]): number {
  const longest = lengthOf(lines)
  if (longest > PARAGRAPH) return 2 * COLUMN
  if (longest > SENTENCE) return 1.4 * COLUMN
  const word = Math.min(lengthOf(lines.flatMap((line) => line.split(/[\s-]/))) * CHARACTER + GAP, WIDEST_WORD)
  return Math.max(word, Math.min(longest * CHARACTER + GAP, COLUMN))
}

const lengthOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** The same widths as style rules for the heads of the columns, which the cells below follow. */
export const headsWith = (widths: readonly number[]) =>
  Object.fromEntries(
    widths.map((width, index) => [
      `& thead th:nth-of-type(${index + 1})`,
      { minWidth: `${Math.round(width * 4) / 4}rem` },
    ]),
  )
