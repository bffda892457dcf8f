import type { DocumentCharts, DocumentPart, DocumentPicture, HeadingLevel } from '../../../renderers/document'
import { isolated } from '../../../renderers/tables/comparisons'
import { drawChart, drawPicture, MAXIMUM_PICTURES, type DrawForPaper } from './figures'
import { columnsOf, drawFields } from './fields'
import { drawRow, LONG, type Grid } from './grid'
import { linesOf, type Line, type TextStyle } from './lines'
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

export interface Drawing {
  /** Lets the page breathe, and may reject to stop. */
  readonly pause: () => Promise<void>
  readonly pictures: {
    readonly draw: DrawForPaper
    /** Said in place of those beyond `MAXIMUM_PICTURES`. */
    readonly tooMany: string
    /** How many were drawn by now, or could not be. */
    tried: number
  }
}

/** Draws all parts, from the present place on. */
export async function drawParts(
  paper: Paper,
  parts: readonly DocumentPart[],
  drawing: Drawing,
): Promise<void> {
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'heading') needs(paper, beginning(paper, parts, index))
    // One part after the other.
    await drawPart(paper, part, drawing)
    await drawing.pause()
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

async function drawPart(paper: Paper, part: DocumentPart, drawing: Drawing): Promise<void> {
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
      return drawFields(paper, part.fields, drawing.pause)
    case 'table':
      return drawTable(paper, part, drawing.pause)
    case 'picture':
      return drawPicturePart(paper, part, drawing)
    case 'charts':
      return drawCharts(paper, part, drawing)
    default:
      return part satisfies never
  }
}

/** A picture, or what it is called and why it is not there. */
async function drawPicturePart(paper: Paper, part: DocumentPicture, { pictures }: Drawing): Promise<void> {
  const isOneMore = pictures.tried < MAXIMUM_PICTURES
  pictures.tried += 1
  if (isOneMore && (await drawPicture(paper, part, pictures.draw))) return
  drawList(paper, [[part.label, ...part.lines].join('. ')])
  const text = isOneMore ? part.failed : pictures.tooMany
  drawBarred(paper, [{ text, style: STYLES.text }], NOTES.info)
}

async function drawCharts(
  paper: Paper,
  { title, charts, lines }: DocumentCharts,
  { pause }: Drawing,
): Promise<void> {
  needs(paper, LEAST_BELOW)
  drawText(paper, [title], STYLES.strong)
  for (const chart of charts) {
    drawChart(paper, chart)
    // One after the other.
    await pause()
  }
  drawText(paper, lines, STYLES.quiet)
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
