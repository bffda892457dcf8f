import type { DocumentPart } from '../../src/renderers/document'

/** Every text that a part of a document shows. */
export function wordsOf(part: DocumentPart): readonly string[] {
  switch (part.kind) {
    case 'heading':
    case 'note':
      return [part.text]
    case 'text':
    case 'list':
      return part.lines
    case 'quote':
      return [part.label, ...part.lines]
    case 'picture':
      return [part.label, ...part.lines]
    case 'charts':
      return [part.title, ...part.charts.flatMap(({ label, lines }) => [label, ...lines]), ...part.lines]
    case 'fields':
      return part.fields.flatMap(({ label, lines }) => [label, ...lines])
    case 'table':
      return [
        ...part.columns,
        ...part.rows.flatMap(({ heading = '', marks, cells }) => [heading, ...marks, ...cells.flat()]),
      ]
    default:
      return part satisfies never
  }
}
