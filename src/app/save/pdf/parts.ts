import type { DocumentField, DocumentPart, HeadingLevel } from '../../../renderers/document'
import { isolated } from '../../../renderers/tables/comparisons'
import { drawRow, LONG, type Grid } from './grid'
import { linesOf, measure, type Line, type TextStyle } from './lines'
import {
  addElement,
  artifact,
  drawLine,
  heightOf,
  marked,
  needs,
  nextPage,
  roomOn,
  type Paper,
} from './paper'
import { NOTES, RULES, STYLES } from './styles'
import { beginningOf, drawTable } from './table'

/** Points that are left below a heading for what it stands above. */
const LEAST_BELOW = 40
/** Of the width of the page, for labels. */
const WIDEST_LABEL = 0.34
const GAP = 12

/** Draws all parts, from the present place on. `pause` lets the page breathe, and may reject to stop. */
export async function drawParts(
  paper: Paper,
  parts: readonly DocumentPart[],
  pause: () => Promise<void>,
): Promise<void> {
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'heading') needs(paper, beginning(paper, parts, index))
    // One part after the other.
    await drawPart(paper, part, pause)
    await pause()
  }
}

/** Points that a heading takes with the first of what it stands above. */
function beginning(paper: Paper, parts: readonly DocumentPart[], index: number): number {
  const part = parts[index]
  if (part?.kind === 'table') return Math.min(beginningOf(paper, part), paper.height * LONG)
  if (part?.kind !== 'heading') return LEAST_BELOW
  const style = HEADINGS[part.level]
  const lines = linesOf([part.text], paper.width, style, paper.setter)
  return heightOf(lines) + 2 * style.size + beginning(paper, parts, index + 1)
}

async function drawPart(paper: Paper, part: DocumentPart, pause: () => Promise<void>): Promise<void> {
  switch (part.kind) {
    case 'heading':
      return drawHeading(
        paper,
        part.level,
        part.count === undefined ? part.text : `${isolated(part.text)} (${part.count})`,
      )
    case 'text':
      return drawText(paper, part.lines, part.weight === undefined ? STYLES.text : STYLES[part.weight])
    case 'list':
      return drawList(paper, part.lines)
    case 'note':
      return drawBarred(paper, [{ text: part.text, style: STYLES.text }], NOTES[part.severity])
    case 'quote':
      return drawBarred(
        paper,
        [
          { text: part.label, style: STYLES.quiet },
          ...part.lines.map((text) => ({ text, style: STYLES.text })),
        ],
        RULES.head,
      )
    case 'fields':
      return drawFields(paper, part.fields, pause)
    case 'table':
      return drawTable(paper, part, pause)
    default:
      return part satisfies never
  }
}

const HEADINGS: Readonly<Record<HeadingLevel, TextStyle>> = {
  1: STYLES.title,
  2: STYLES.heading2,
  3: STYLES.heading3,
  4: STYLES.heading4,
  5: STYLES.heading4,
  6: STYLES.heading4,
}

function drawHeading(paper: Paper, level: HeadingLevel, text: string): void {
  const style = HEADINGS[level]
  const lines = linesOf([text], paper.width, style, paper.setter)
  const above = level === 1 ? 0 : style.size * 0.8
  paper.y += above
  drawLines(paper, lines, `H${level}`)
  paper.y += 3
}

function drawText(paper: Paper, texts: readonly string[], style: TextStyle): void {
  for (const text of texts) drawLines(paper, linesOf([text], paper.width, style, paper.setter), 'P')
  paper.y += 4
}

/** Lines over the width of the page, with as many page breaks as it takes. */
function drawLines(paper: Paper, lines: readonly Line[], tag: string): void {
  if (lines.length === 0) return
  const element = addElement(paper, paper.root, tag)
  drawFlow(paper, lines, (some) => {
    marked(paper, element, tag, () => drawAll(paper, some, paper.left))
  })
  element.end()
}

/** Calls `draw` with what fits on each page. */
function drawFlow(paper: Paper, lines: readonly Line[], draw: (some: readonly Line[]) => void): void {
  let rest = lines
  while (rest.length > 0) {
    if (roomOn(paper) < (rest[0]?.height ?? 0)) nextPage(paper)
    let height = 0
    const room = roomOn(paper)
    const count = rest.findIndex((line) => (height += line.height) > room)
    const some = count === -1 ? rest : rest.slice(0, Math.max(1, count))
    draw(some)
    rest = rest.slice(some.length)
  }
}

function drawAll(paper: Paper, lines: readonly Line[], x: number): void {
  for (const line of lines) {
    drawLine(paper, line, { x, y: paper.y, width: paper.width - (x - paper.left) })
    paper.y += line.height
  }
}

function drawList(paper: Paper, texts: readonly string[]): void {
  const list = addElement(paper, paper.root, 'L')
  const sign = linesOf(['•'], 20, STYLES.text, paper.setter)
  for (const text of texts) {
    const item = addElement(paper, list, 'LI')
    const grid: Grid = { columns: columnsOf(paper, 8), padding: 1 }
    drawRow(paper, grid, [
      { lines: sign, element: addElement(paper, item, 'Lbl'), tag: 'Lbl' },
      {
        lines: linesOf([text], grid.columns[1]?.width ?? 0, STYLES.text, paper.setter),
        element: addElement(paper, item, 'LBody'),
        tag: 'LBody',
      },
    ])
    item.end()
  }
  list.end()
  paper.y += 4
}

/** A narrow column and a wide one, from the side where the reader begins. */
function columnsOf({ left, width, options }: Paper, narrow: number): Grid['columns'] {
  const wide = width - narrow - GAP
  return options.isRtl
    ? [
        { x: left + width - narrow, width: narrow },
        { x: left, width: wide },
      ]
    : [
        { x: left, width: narrow },
        { x: left + narrow + GAP, width: wide },
      ]
}

interface StyledText {
  readonly text: string
  readonly style: TextStyle
}

const BAR = 2.5

/** Text beside a bar: something to know first, or somebody else's words. */
function drawBarred(paper: Paper, texts: readonly StyledText[], colour: string): void {
  const inset = 10
  const width = paper.width - inset
  const lines = texts.flatMap(({ text, style }) => linesOf([text], width, style, paper.setter))
  if (lines.length === 0) return
  const height = heightOf(lines)
  if (height < paper.height / 4) needs(paper, height)
  paper.y += 3
  const element = addElement(paper, paper.root, 'P')
  const { left, options, doc } = paper
  drawFlow(paper, lines, (some) => {
    const x = options.isRtl ? left + paper.width - BAR : left
    artifact(paper, () => doc.rect(x, paper.y, BAR, heightOf(some)).fill(colour))
    marked(paper, element, 'P', () => {
      for (const line of some) {
        drawLine(paper, line, { x: options.isRtl ? left : left + inset, y: paper.y, width })
        paper.y += line.height
      }
    })
  })
  element.end()
  paper.y += 5
}

/** Labels and values in two columns. */
async function drawFields(
  paper: Paper,
  fields: readonly DocumentField[],
  pause: () => Promise<void>,
): Promise<void> {
  const { setter, width, options } = paper
  const labels = fields.map(({ label }) => label)
  const narrow = Math.min(measure(labels, STYLES.label, setter).whole + 1, width * WIDEST_LABEL)
  const columns = columnsOf(paper, narrow)
  const grid: Grid = { columns, padding: 1.5, align: options.isRtl ? 'right' : 'left' }
  const list = addElement(paper, paper.root, 'L')
  for (const { label, lines } of fields) {
    const item = addElement(paper, list, 'LI')
    drawRow(paper, grid, [
      {
        lines: linesOf([label], narrow, STYLES.label, setter),
        element: addElement(paper, item, 'Lbl'),
        tag: 'Lbl',
      },
      {
        lines: linesOf(lines, columns[1]?.width ?? 0, STYLES.text, setter),
        element: addElement(paper, item, 'LBody'),
        tag: 'LBody',
      },
    ])
    item.end()
    // One after the other.
    await pause()
  }
  list.end()
  paper.y += 4
}
