import type { StructureElement } from 'pdfkit'
import type { DocumentRow, DocumentTable } from '../../../renderers/document'
import { drawRow, drawRule, LONG, type Grid, type GridCell } from './grid'
import { linesOf, measure, type Line } from './lines'
import { addElement, artifact, drawLine, heightOf, needs, nextPage, roomOn, type Paper } from './paper'
import { HEAD_FILL, RULES, STYLES } from './styles'

const GAP = 8
const PADDING = 3
/** Points by which the parts of a panel stand further in. */
const INDENT = 9
/** No word is a reason to make a column wider than this. */
const WIDEST_WORD = 95
/** Rows that are looked at to decide how wide the columns are. */
const LOOKED_AT = 60
/** The share of rows that say no more than what a column is made for. */
const USUAL = 0.7

interface Laid {
  readonly columns: Columns
  readonly heads: readonly (readonly Line[])[]
  /** Of the heads, in points. */
  readonly height: number
}

function layOut(paper: Paper, table: DocumentTable): Laid {
  const columns = placed(paper, widthsOf(paper, table))
  const heads = table.columns.map((text, index) =>
    linesOf([text], columns[index]?.width ?? 0, STYLES.columnHead, paper.setter),
  )
  return { columns, heads, height: Math.max(0, ...heads.map(heightOf)) + 2 * PADDING }
}

/** Points that the heads and the first row take: less is not to stand alone at the foot of a page. */
export function beginningOf(paper: Paper, table: DocumentTable, laid = layOut(paper, table)): number {
  const [first] = table.rows
  return laid.height + (first ? rowHeight(paper, laid.columns, first) : 0)
}

/** Draws a table, its heads again on every page. `pause` lets the page breathe, and may reject to stop. */
export async function drawTable(
  paper: Paper,
  table: DocumentTable,
  pause: () => Promise<void>,
): Promise<void> {
  const element = addElement(paper, paper.root, 'Table', { title: table.title })
  const laid = layOut(paper, table)
  const grid: Grid = { columns: laid.columns, padding: PADDING, onPage: () => drawHeads(paper, laid) }
  needs(paper, Math.min(beginningOf(paper, table, laid), paper.height * LONG))
  tagHeads(paper, element, grid, laid)
  const body = addElement(paper, element, 'TBody')
  for (const row of table.rows) {
    drawTableRow(paper, body, grid, row)
    // One row after the other.
    await pause()
  }
  body.end()
  element.end()
  paper.y += 6
}

type Columns = Grid['columns']

/** From the side where the reader begins. */
function placed(paper: Paper, widths: readonly number[]): Columns {
  let x = paper.left
  const columns = widths.map((width) => {
    const column = { x, width }
    x += width + GAP
    return column
  })
  if (!paper.options.isRtl) return columns
  const end = 2 * paper.left + paper.width
  return columns.map((column) => ({ ...column, x: end - column.x - column.width }))
}

/** Each column gets its longest word; what is left goes to those that have more to say in most of their rows. */
function widthsOf(paper: Paper, { columns, rows }: DocumentTable): readonly number[] {
  const { setter, width } = paper
  const wanted = columns.map((header, index) => {
    const head = measure([header], STYLES.columnHead, setter)
    const style = index === 0 ? STYLES.rowHead : STYLES.cell
    const cells = rows
      .slice(0, LOOKED_AT)
      .map((row) => measure([...(row.cells[index] ?? []), ...(index === 0 ? row.marks : [])], style, setter))
      .filter(({ whole }) => whole > 0)
    const least = Math.min(Math.max(head.word, ...cells.map(({ word }) => word)), WIDEST_WORD)
    const usual = cells.map(({ whole }) => whole).toSorted((a, b) => a - b)
    const most = Math.min(usual[Math.floor(usual.length * USUAL)] ?? 0, width / 2)
    return { least, most: Math.max(least, head.whole, most) }
  })
  const room = width - GAP * (columns.length - 1)
  const least = sum(wanted.map((column) => column.least))
  const extra = sum(wanted.map((column) => column.most - column.least))
  if (least >= room) return wanted.map((column) => (column.least * room) / least)
  const share = extra === 0 ? 0 : Math.min(1, (room - least) / extra)
  const spare = (room - least - extra * share) / Math.max(columns.length, 1)
  return wanted.map((column) => column.least + (column.most - column.least) * share + spare)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function tagHeads(paper: Paper, element: StructureElement, grid: Grid, { heads, height }: Laid): void {
  const head = addElement(paper, element, 'THead')
  const row = addElement(paper, head, 'TR')
  fillHead(paper, height)
  const { onPage: _, ...still } = grid
  drawRow(
    paper,
    still,
    heads.map((lines) => ({
      lines,
      element: addElement(paper, row, 'TH', { scope: 'Column' }),
      tag: 'TH',
    })),
  )
  drawRule(paper, RULES.head)
  head.end()
}

/** Whoever listens has heard them already. */
function drawHeads(paper: Paper, { columns, heads, height }: Laid): void {
  fillHead(paper, height)
  const drawAll = (): void =>
    columns.forEach((column, index) => {
      let y = paper.y + PADDING
      for (const line of heads[index] ?? []) {
        drawLine(paper, line, { ...column, y })
        y += line.height
      }
    })
  artifact(paper, drawAll, 'Pagination')
  paper.y += height
  drawRule(paper, RULES.head)
}

const fillHead = (paper: Paper, height: number): void =>
  artifact(paper, () => {
    paper.doc.rect(paper.left - 3, paper.y, paper.width + 6, height).fill(HEAD_FILL)
  })

function drawTableRow(paper: Paper, body: StructureElement, grid: Grid, row: DocumentRow): void {
  if (row.heading !== undefined) drawHeading(paper, body, grid, row)
  const element = addElement(paper, body, 'TR')
  const cells = grid.columns.map(({ width }, index): GridCell => {
    const tag = index === 0 ? 'TH' : 'TD'
    const scope = index === 0 ? { scope: 'Row' } : {}
    return {
      lines: cellLines(paper, row, index, width),
      element: addElement(paper, element, tag, scope),
      tag,
    }
  })
  drawRow(paper, grid, cells)
  drawRule(paper, RULES.row)
  element.end()
}

function cellLines(paper: Paper, row: DocumentRow, index: number, width: number): readonly Line[] {
  const { setter } = paper
  const isQuiet = row.state === 'inactive' || row.state === 'retracted'
  const texts = row.cells[index] ?? []
  if (index > 0) return linesOf(texts, width, isQuiet ? STYLES.quietCell : STYLES.cell, setter)
  const [name = '', ...others] = texts
  const indent = (row.depth ?? 0) * INDENT
  return [
    ...linesOf(row.marks, width, { ...STYLES.mark, indent }, setter),
    ...linesOf([name], width, { ...(isQuiet ? STYLES.quietRowHead : STYLES.rowHead), indent }, setter),
    ...linesOf(others, width, { ...STYLES.cell, indent }, setter),
  ]
}

/** The report that the rows below belong to; never the last line of a page. */
function drawHeading(paper: Paper, body: StructureElement, grid: Grid, row: DocumentRow): void {
  const lines = linesOf([row.heading ?? ''], paper.width, STYLES.strong, paper.setter)
  const element = addElement(paper, body, 'TR')
  const together = heightOf(lines) + Math.min(rowHeight(paper, grid.columns, row), paper.height * LONG)
  if (roomOn(paper) < together + 2 * PADDING) {
    nextPage(paper)
    grid.onPage?.()
  }
  drawRow(paper, { ...grid, columns: [{ x: paper.left, width: paper.width }] }, [
    { lines, element: addElement(paper, element, 'TH', { scope: 'Row' }), tag: 'TH' },
  ])
  element.end()
}

const rowHeight = (paper: Paper, columns: Columns, row: DocumentRow): number =>
  Math.max(0, ...columns.map(({ width }, index) => heightOf(cellLines(paper, row, index, width)))) +
  2 * PADDING
