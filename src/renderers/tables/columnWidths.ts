import type { Layout } from './layout'
import type { Cell, CellCopies, Row } from './table'

/** Rem that a column needs before its words are cut to pieces, and what the first one needs besides. */
const COLUMN = 7
const FIRST_EXTRA = 4
/** What the buttons at the end of a row take. */
const ACTIONS = 6

/** Rem of a character on average, of the gap beside a column, and of the widest word that is kept in one piece. */
const CHARACTER = 0.62
const GAP = 0.9
const WIDEST_WORD = 8
/** Rem of a copy button, and of the widest value that stands on one line with it. */
const BUTTON = 2
const WIDEST_COPIED = 15
/** Characters of lines that ask for more room than words do. */
const SENTENCE = 60
const PARAGRAPH = 120

/** Rows that are looked at; those further down share what these were given. */
const LOOKED_AT = 100

/**
 * Rem that each column is kept at least, by how much its cells say: a column of single words leaves its room to the
 * one with the sentences, and that one to a value with its copy button, which is best read in one piece. Together they
 * fit into `room`; the first column and short words are never made narrower.
 */
export function columnWidths(layout: Layout, rows: readonly Row[], room: number): readonly number[] {
  const looked = rows.slice(0, LOOKED_AT)
  const cells = looked.map((row) => layout.arrange(row.cells))
  const copies = looked.map((row) => row.copies && layout.arrangeCopies(row.cells, row.copies))
  const floors = layout.columns.map((_, index) => (index === 0 ? COLUMN + FIRST_EXTRA : COLUMN))
  const words = floors.map((floor, index) =>
    index === 0 ? floor : widthOf(cells.flatMap((row) => row[index] ?? [])),
  )
  const values = floors.map((_, index) =>
    Math.max(0, ...cells.map((row, at) => copiedWidthOf(row[index] ?? [], copies[at]?.[index]))),
  )
  const wanted = words.map((width, index) => Math.max(width, values[index] ?? 0))
  const over = (widths: readonly number[], least: readonly number[]): readonly number[] =>
    widths.map((width, index) => Math.max(width - Math.max(least[index] ?? 0, floors[index] ?? 0), 0))
  const kept = shrunk(wanted, over(wanted, values), sum(wanted) + ACTIONS - room)
  return shrunk(kept, over(values, []), sum(kept) + ACTIONS - room)
}

/** Takes `excess` from the widths, in proportion to what each has to spare, and no more than that. */
function shrunk(widths: readonly number[], spare: readonly number[], excess: number): readonly number[] {
  const part = excess <= 0 ? 0 : Math.min(excess / (sum(spare) || 1), 1)
  return widths.map((width, index) => width - (spare[index] ?? 0) * part)
}

function widthOf(lines: readonly string[]): number {
  const longest = lengthOf(lines)
  if (longest > PARAGRAPH) return 2 * COLUMN
  if (longest > SENTENCE) return 1.4 * COLUMN
  const word = Math.min(wordOf(lines) * CHARACTER + GAP, WIDEST_WORD)
  return Math.max(word, Math.min(longest * CHARACTER + GAP, COLUMN))
}

/** Of the widest line with a copy button: all of it where that is short, else the longest word of its value. */
function copiedWidthOf(lines: Cell, copies: CellCopies | undefined): number {
  const widths = lines.map((line, at) => {
    const copy = copies?.[at]
    if (copy === undefined) return 0
    const whole = line.length * CHARACTER + GAP + BUTTON
    if (whole <= WIDEST_COPIED) return whole
    return Math.min(wordOf([copy]) * CHARACTER + GAP + BUTTON, WIDEST_COPIED)
  })
  return Math.max(0, ...widths)
}

const wordOf = (lines: readonly string[]): number => lengthOf(lines.flatMap((line) => line.split(/[\s-]/)))

const lengthOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/**
 * The same widths as CSS lengths: what fits into a table of `room` rem, growing with the table to what each column
 * would have where there is room for all. They never add up to more than the table has. `cqi`: of the table's box.
 */
export function fluidWidths(layout: Layout, rows: readonly Row[], room: number): readonly string[] {
  const narrow = columnWidths(layout, rows, room)
  const wide = columnWidths(layout, rows, Number.POSITIVE_INFINITY)
  const from = Math.max(room, sum(narrow) + ACTIONS)
  const growth = sum(wide) + ACTIONS - from
  return narrow.map((least, index) => {
    const most = wide[index] ?? least
    if (growth <= 0 || most <= least) return rem(least)
    const share = Math.floor(((most - least) / growth) * 1000) / 1000
    return `clamp(${rem(least)}, ${rem(least)} + ${share} * (100cqi - ${rem(from)}), ${rem(most)})`
  })
}

const rem = (width: number): string => `${Math.round(width * 4) / 4}rem`

/** The widths as style rules for the heads of the columns, which the cells below follow. */
export const headsWith = (widths: readonly string[]) =>
  Object.fromEntries(
    widths.map((width, index) => [`& thead th:nth-of-type(${index + 1})`, { minWidth: width }]),
  )
