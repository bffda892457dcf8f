import type { DocumentChart, DocumentPicture } from '../../../renderers/document'
import type { Mark } from '../../../renderers/tables/trends/plot'
import { linesOf, type Line, type TextStyle } from './lines'
import { addElement, drawLine, heightOf, marked, needs, type Paper } from './paper'
import { CHART, NOTES, STYLES } from './styles'

/** Makes the JPEG that is printed of a picture; `undefined` where it cannot be drawn. Never rejects. */
export type DrawForPaper = (
  bytes: Uint8Array<ArrayBuffer>,
  isCode: boolean,
) => Promise<Uint8Array<ArrayBuffer> | undefined>

/** Pictures of one document: a reader of PDFs, and whoever prints it, can take so many. */
export const MAXIMUM_PICTURES = 40

/** Points of a pixel as screens have it, 96 in an inch. */
const PIXEL = 0.75
/** Of what a page holds: the most that a picture takes. */
const WIDEST = 0.75
const HIGHEST = 0.42
/** Points of the longer side of a code: 5 cm, which cameras read. */
const CODE = 142
/** Between a picture and what stands below it. */
const DISTANCE = 4

/** Draws a picture with its caption, on one page. False where it cannot be drawn; nothing is on the page then. */
export async function drawPicture(
  paper: Paper,
  { bytes, label, lines, isCode }: DocumentPicture,
  draw: DrawForPaper,
): Promise<boolean> {
  const jpeg = await draw(bytes, isCode)
  const image = jpeg && opened(paper, jpeg)
  if (!image) return false
  const { doc, left, options } = paper
  const natural = isCode ? CODE / Math.max(image.width, image.height) : PIXEL
  const scale = Math.min(
    natural,
    (paper.width * WIDEST) / image.width,
    (paper.height * HIGHEST) / image.height,
  )
  const [width, height] = [image.width * scale, image.height * scale]
  const caption = captionOf(paper, [
    [label, STYLES.strong],
    ...lines.map((line) => [line, STYLES.text] as const),
  ])
  needs(paper, height + DISTANCE + heightOf(caption))
  const figure = addElement(paper, paper.root, 'Figure', { alt: [label, ...lines].join('. ') })
  const x = options.isRtl ? left + paper.width - width : left
  marked(paper, figure, 'Figure', () => doc.image(image, x, paper.y, { width, height }))
  figure.end()
  paper.y += height + DISTANCE
  drawCaption(paper, caption, { x: left, width: paper.width })
  paper.y += 2 * DISTANCE
  return true
}

/** The library throws at what is no JPEG. */
function opened(paper: Paper, jpeg: Uint8Array<ArrayBuffer>) {
  try {
    const image = paper.doc.openImage(jpeg)
    return image.width > 0 && image.height > 0 ? image : undefined
  } catch {
    return undefined
  }
}

const captionOf = (
  paper: Paper,
  texts: readonly (readonly [text: string, style: TextStyle])[],
  width = paper.width,
): readonly Line[] => texts.flatMap(([text, style]) => linesOf([text], width, style, paper.setter))

interface Place {
  readonly x: number
  readonly width: number
}

function drawCaption(paper: Paper, lines: readonly Line[], { x, width }: Place): void {
  if (lines.length === 0) return
  const element = addElement(paper, paper.root, 'P')
  marked(paper, element, 'P', () => {
    for (const line of lines) {
      drawLine(paper, line, { x, y: paper.y, width })
      paper.y += line.height
    }
  })
  element.end()
}

/** Between a chart and its words. */
const GAP = 12

/** Draws the course of a test, and beside it in words what is to be seen. Time runs to the right in every language. */
export function drawChart(paper: Paper, { plot, label, lines, words }: DocumentChart): void {
  const { left, options } = paper
  const width = paper.width - plot.width - GAP
  const caption = captionOf(
    paper,
    [[label, STYLES.strong], ...lines.map((line) => [line, STYLES.quiet] as const)],
    width,
  )
  const height = Math.max(plot.height, heightOf(caption))
  needs(paper, height)
  const figure = addElement(paper, paper.root, 'Figure', { alt: words })
  const x = options.isRtl ? left + paper.width - plot.width : left
  const top = paper.y
  marked(paper, figure, 'Figure', () => drawPlot(paper, plot, { x, y: top }))
  figure.end()
  drawCaption(paper, caption, { x: options.isRtl ? left : left + plot.width + GAP, width })
  paper.y = Math.max(paper.y, top + plot.height) + 2 * DISTANCE
}

interface Corner {
  readonly x: number
  readonly y: number
}

/** The same lines and shapes as on the screen. */
function drawPlot({ doc }: Paper, { width, band, lines }: DocumentChart['plot'], at: Corner): void {
  if (band) doc.rect(at.x, at.y + band.y, width, Math.max(band.height, 1)).fill(CHART.band)
  for (const marks of lines) {
    const [first, ...others] = marks.map(({ x, y }) => ({ x: at.x + x, y: at.y + y }))
    if (!first) continue
    doc.lineWidth(1).strokeColor(CHART.line).moveTo(first.x, first.y)
    for (const { x, y } of others) doc.lineTo(x, y)
    doc.stroke()
    for (const mark of marks) drawMark(doc, mark, { x: at.x + mark.x, y: at.y + mark.y })
  }
}

function drawMark(doc: Paper['doc'], { shape }: Mark, { x, y }: Corner): void {
  switch (shape) {
    case 'plain':
      doc.circle(x, y, 2).fill(CHART.mark)
      return
    case 'limit':
      doc.lineWidth(0.75).strokeColor(CHART.mark).circle(x, y, 2.5).stroke()
      return
    case 'abnormal':
      doc
        .moveTo(x, y - 4)
        .lineTo(x + 4, y + 3)
        .lineTo(x - 4, y + 3)
        .fill(NOTES.warning)
      return
    case 'critical':
      doc.rect(x - 3.5, y - 3.5, 7, 7).fill(NOTES.error)
      return
    default:
      shape satisfies never
  }
}
