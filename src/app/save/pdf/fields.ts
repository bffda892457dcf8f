import type { DocumentField } from '../../../renderers/document'
import { drawRow, type Grid } from './grid'
import { linesOf, measure } from './lines'
import { addElement, type Paper } from './paper'
import { STYLES } from './styles'

/** Of the width of the page, for labels. */
const WIDEST_LABEL = 0.34
const GAP = 12

/** A narrow column and a wide one, from the side where the reader begins. */
export function columnsOf({ left, width, options }: Paper, narrow: number): Grid['columns'] {
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

/** Labels and values in two columns. */
export async function drawFields(
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
