import { isRecord } from '../../core/encoding'
import { flatList, text as textOf } from '../../core/fhir/shape'
import { plainText } from '../../core/plainText'
import type { Format } from './format'
import type { Header } from './messagesHeaders'
import type { Cell, CellCopies, CellLine, CellText } from './table'

type Item<Value> = NonNullable<Value extends readonly (infer Element)[] ? Element : Value>

/**
 * One text for each part of an element that should be a list of objects. `one` only ever sees objects; anything else
 * in the list, and an object that `one` has no words for, is spelled out instead of lost.
 */
export function linesOf<Value, Line extends CellLine>(
  value: Value,
  f: Format,
  one: (part: Item<Value>) => Line | undefined,
): readonly (Line | string)[] {
  return flatList(value).flatMap((part) => {
    const words = isRecord(part) ? one(part as Item<Value>) : undefined
    return words ?? f.any(part) ?? []
  })
}

/** The stated ones of several texts, in one. */
export const joined = (parts: readonly (string | undefined)[], separator = ', '): string | undefined =>
  parts.filter((part) => part !== undefined && part !== '').join(separator) || undefined

/** `main (remark, remark)`; what only repeats the main text is left out. */
export function withRemarks(
  main: string | undefined,
  remarks: readonly (string | undefined)[],
  f: Format,
): string | undefined {
  const others = remarks.filter((remark) => remark?.toLowerCase() !== main?.toLowerCase())
  const remark = joined([...new Set(others)])
  if (main === undefined || remark === undefined) return main ?? remark
  return f.speech.t('remark', { text: main, remark })
}

/**
 * A line that says `words`, of which a click copies `value`: a number, a telephone, an address, never a code or a date.
 * It is copied as it was sent, but without what cannot be seen. A value that the words do not show is not copied:
 * nobody could tell what it was. `undefined` where there are no words.
 */
export function copied(words: string | undefined, value: unknown): CellLine | undefined {
  // A number in JSON may have lost zeros that the words still show.
  const sent = typeof value === 'string' ? textOf(value) : undefined
  if (words === undefined || sent === undefined || !words.includes(sent)) return words
  const copy = plainText(sent)
  return copy === '' ? words : { words, copy }
}

/** `Label: text` lines for what a row must not keep to itself, though it has no column. */
export const extras = (
  f: Format,
  texts: { readonly [Name in Header]?: CellText },
): readonly (CellLine | undefined)[] =>
  Object.entries(texts).flatMap(([header, text]) =>
    statedLines(text).map((line) => copied(f.labelled(header, wordsOf(line)), copyOf(line))),
  )

/** The lines of a cell; blank ones are left out. */
export const toCell = (text: CellText): Cell => statedLines(text).map(wordsOf)

/** What a click copies of each line of `toCell`; `undefined` where that is nothing. */
export function copiesOf(text: CellText): CellCopies | undefined {
  const copies = statedLines(text).map(copyOf)
  return copies.some((copy) => copy !== undefined) ? copies : undefined
}

const wordsOf = (line: CellLine): string => (typeof line === 'string' ? line : line.words)
const copyOf = (line: CellLine): string | undefined => (typeof line === 'string' ? undefined : line.copy)

function statedLines(text: CellText): readonly CellLine[] {
  if (text === undefined) return NO_LINES
  return [text].flat().flatMap((line) => (line === undefined || wordsOf(line).trim() === '' ? [] : line))
}

const NO_LINES: readonly CellLine[] = []
