import { hasNarrative, narrativeSource } from '../../core/fhir/narrative'
import type { DocumentPart } from '../document'
import { plainText } from './plainText'

export interface NarrativeWords {
  /** Stands above the text and says whose it is. */
  readonly label: string
  /** Said where the text holds pictures, which a plain text has not. */
  readonly pictures: string
}

/** A sender's text as plain lines; nothing of its markup is left, and so nothing in it can run, load or cover. */
export function narrativeParts(narrative: unknown, words: NarrativeWords): readonly DocumentPart[] {
  const source = hasNarrative(narrative) ? narrativeSource(narrative) : undefined
  if (source === undefined) return []
  const lines = plainText(withCellsApart(source))
    .split('\n')
    .map((line) => line.replace(/(?:\s*\|)+\s*$/, ''))
    .filter((line) => line !== '')
  const hasPictures = /<(?:\w+:)?(?:img|svg)\b/i.test(source)
  return [
    { kind: 'quote', label: words.label, lines },
    ...(hasPictures ? [{ kind: 'note', severity: 'info', text: words.pictures } as const] : []),
  ]
}

/** Without its lines, a table of single words could be read across its columns. */
const withCellsApart = (source: string): string => source.replaceAll(/<\/(?:\w+:)?t[dh]\s*>/gi, ' | ')
