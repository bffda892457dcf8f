import type { StructureElement } from 'pdfkit'
import type { Line } from './lines'
import { artifact, drawLine, heightOf, marked, nextPage, roomOn, type Paper } from './paper'

/** Columns side by side, from the left of the page. */
export interface Grid {
  readonly columns: readonly { readonly x: number; readonly width: number }[]
  /** In points, above and below what a row says. */
  readonly padding: number
  /** Default: lines of a cell stand where their own direction begins. */
  readonly align?: 'left' | 'right'
  /** Drawn on top of every page that a row goes on to. */
  readonly onPage?: () => void
}

export interface GridCell {
  readonly lines: readonly Line[]
  readonly element: StructureElement
  /** Type of the element. */
  readonly tag: string
}

/** Less of a long row than this at the foot of a page is not worth beginning it there. */
const WORTHWHILE = 60

/** Of the height of a page: a row that is higher is broken rather than leave so much of a page empty. */
export const LONG = 0.3

/** Draws a row; one that does not fit goes to the next page, and one that is higher than a page is carried on. */
export function drawRow(paper: Paper, grid: Grid, cells: readonly GridCell[]): void {
  const { padding } = grid
  const whole = Math.max(0, ...cells.map(({ lines }) => heightOf(lines))) + 2 * padding
  const isLong = whole > paper.height * LONG
  if (roomOn(paper) < (isLong ? Math.min(WORTHWHILE, whole) : whole)) turn(paper, grid)
  let rest: readonly (readonly Line[])[] = cells.map(({ lines }) => lines)
  for (;;) {
    const room = roomOn(paper) - 2 * padding
    const now = rest.map((lines) => fitting(lines, room))
    drawPart(paper, grid, cells, now)
    const next = rest.map((lines, index) => lines.slice(now[index]?.length ?? 0))
    const isStuck = next.every((lines, index) => lines.length === rest[index]?.length)
    rest = next
    if (rest.every((lines) => lines.length === 0) || isStuck) return
    turn(paper, grid)
  }
}

function turn(paper: Paper, { onPage }: Grid): void {
  nextPage(paper)
  onPage?.()
}

/** At least one line, so that there is an end to it. */
function fitting(lines: readonly Line[], room: number): readonly Line[] {
  let height = 0
  const count = lines.findIndex((line) => (height += line.height) > room)
  return count === -1 ? lines : lines.slice(0, Math.max(count, 1))
}

function drawPart(
  paper: Paper,
  { columns, padding, align }: Grid,
  cells: readonly GridCell[],
  parts: readonly (readonly Line[])[],
): void {
  const top = paper.y + padding
  cells.forEach(({ element, tag }, index) => {
    const column = columns[index]
    const lines = parts[index] ?? []
    if (!column || lines.length === 0) return
    marked(paper, element, tag, () => {
      let y = top
      for (const line of lines) {
        drawLine(paper, line, { ...column, y, ...(align && { align }) })
        y += line.height
      }
    })
  })
  paper.y = top + Math.max(0, ...parts.map(heightOf)) + padding
}

/** A thin line across the page, at the present height. */
export function drawRule(paper: Paper, colour: string): void {
  artifact(paper, () => {
    const { doc, left, width, y } = paper
    doc.lineWidth(0.5).strokeColor(colour)
    doc
      .moveTo(left, y)
      .lineTo(left + width, y)
      .stroke()
  })
}
