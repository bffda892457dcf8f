import { isRecord } from '../../core/encoding'
import { flatList } from '../../core/fhir/shape'
import type { Format } from './format'
import type { Header } from './messagesHeaders'
import type { Cell, CellText } from './table'

type Item<Value> = NonNullable<Value extends readonly (infer Element)[] ? Element : Value>

/**
 * One text for each part of an element that should be a list of objects. `one` only ever sees objects; anything else
 * in the list, and an object that `one` has no words for, is spelled out instead of lost.
 */
export function linesOf<Value>(
  value: Value,
  f: Format,
  one: (part: Item<Value>) => string | undefined,
): readonly string[] {
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

/** `Label: text` lines for what a row must not keep to itself, though it has no column. */
export const extras = (
  f: Format,
  texts: { readonly [Name in Header]?: CellText },
): readonly (string | undefined)[] =>
  Object.entries(texts).flatMap(([header, text]) => toCell(text).map((line) => f.labelled(header, line)))

/** The lines of a cell; blank ones are left out. */
export function toCell(text: CellText): Cell {
  if (text === undefined) return NO_LINES
  const lines = typeof text === 'string' ? [text] : text
  return lines.flatMap((line) => (line === undefined || line.trim() === '' ? [] : line))
}

const NO_LINES: Cell = []
