import LineBreaker from 'linebreak'
import type { Weight } from './fonts'
import { cleanText, runsOf, toParagraph, type Paragraph, type Run, type Typesetter } from './runs'

/** A line of text that fits into its width. */
export interface Line {
  /** From left to right as they are seen. */
  readonly runs: readonly Run[]
  /** In points. */
  readonly width: number
  readonly isRtl: boolean
  /** In the order in which it is read. */
  readonly text: string
  /** In points: the distance from the line above. */
  readonly height: number
  /** In points: from the top of the line to the foot of its letters. */
  readonly ascent: number
  readonly style: TextStyle
}

export interface TextStyle {
  /** In points. */
  readonly size: number
  readonly weight: Weight
  readonly colour: string
  /** In points, from where the line begins. Default: 0. */
  readonly indent?: number
}

/** Of the size of the letters. Scripts with high marks need more. */
const LEADING = 1.36
const HIGHEST_LEADING = 1.8

/** Breaks texts into lines of at most `width` points; a line feed begins a new one. Source: UAX #14. */
export function linesOf(
  texts: readonly string[],
  width: number,
  style: TextStyle,
  setter: Typesetter,
): readonly Line[] {
  return texts
    .flatMap((text) => cleanText(text).split(/[\n\u2028\u2029]/))
    .filter((text) => text.trim() !== '')
    .flatMap((text) => breakParagraph(toParagraph(text.trim()), width - (style.indent ?? 0), style, setter))
}

/** The width of the widest part that is not to be broken, and of the whole, in points. */
export function measure(
  texts: readonly string[],
  style: TextStyle,
  setter: Typesetter,
): { readonly word: number; readonly whole: number } {
  let [word, whole] = [0, 0]
  for (const text of texts.flatMap((line) => cleanText(line).split('\n'))) {
    const paragraph = toParagraph(text)
    let total = 0
    for (const range of partsOf(paragraph.text)) {
      const own = widthOf(paragraph, trimmed(paragraph, range), style, setter)
      word = Math.max(word, own)
      total += widthOf(paragraph, range, style, setter)
    }
    whole = Math.max(whole, total)
  }
  return { word, whole }
}

type Range = readonly [start: number, end: number]

/** Parts of a text between which a line may be broken. */
function partsOf(text: string): readonly Range[] {
  const breaker = new LineBreaker(text)
  const parts: Range[] = []
  let start = 0
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    parts.push(...words(text, [start, found.position]))
    start = found.position
  }
  return start < text.length ? [...parts, [start, text.length]] : parts
}

const WITHOUT_BLANKS = /[\u0E00-\u0E7F]/

/** Thai writes no blanks between words: where they end is for a dictionary to say. */
function words(text: string, [start, end]: Range): readonly Range[] {
  const own = text.slice(start, end)
  if (!WITHOUT_BLANKS.test(own) || typeof Intl.Segmenter !== 'function') return [[start, end]]
  return [...new Intl.Segmenter('th', { granularity: 'word' }).segment(own)].map(({ index, segment }) => [
    start + index,
    start + index + segment.length,
  ])
}

function breakParagraph(
  paragraph: Paragraph,
  width: number,
  style: TextStyle,
  setter: Typesetter,
): readonly Line[] {
  const lines: Line[] = []
  const measured = (range: Range): number => widthOf(paragraph, range, style, setter)
  const finish = (range: Range): void => {
    lines.push(toLine(paragraph, trimmed(paragraph, range), style, setter))
  }
  let line: Range = [0, 0]
  let taken = 0
  for (const part of partsOf(paragraph.text)) {
    // Words are not joined across the places where a line may be broken, so that their widths add up.
    if (taken + measured(trimmed(paragraph, part)) <= width) {
      line = [line[0], part[1]]
      taken += measured(part)
      continue
    }
    if (line[1] > line[0]) finish(line)
    line = part
    for (let cut = cutAt(part, measured, paragraph, width); cut < line[1];) {
      finish([line[0], cut])
      line = [cut, line[1]]
      cut = cutAt(line, measured, paragraph, width)
    }
    taken = measured(line)
  }
  if (line[1] > line[0]) finish(line)
  return lines
}

/** Where a part that is too long for any line has to be broken all the same; its end when it fits. */
function cutAt(
  [start, end]: Range,
  measured: (range: Range) => number,
  paragraph: Paragraph,
  width: number,
): number {
  if (measured(trimmed(paragraph, [start, end])) <= width) return end
  let cut = start
  for (const character of paragraph.text.slice(start, end)) {
    const next = cut + character.length
    // One character at least, however narrow the column.
    if (cut > start && measured([start, next]) > width) break
    cut = next
  }
  return cut
}

/** Blanks at the end of a line take no room. */
function trimmed({ text }: Paragraph, [start, end]: Range): Range {
  let last = end
  while (last > start && /\s/.test(text.charAt(last - 1))) last -= 1
  return [start, last]
}

const widthOf = (
  paragraph: Paragraph,
  range: Range,
  { size, weight }: TextStyle,
  setter: Typesetter,
): number => sum(runsOf(paragraph, range, weight, setter)) * size

const sum = (runs: readonly Run[]): number => runs.reduce((total, { width }) => total + width, 0)

/** Of the size of Latin letters: what stands above their foot. */
const ASCENT = 1.07

function toLine(paragraph: Paragraph, range: Range, style: TextStyle, setter: Typesetter): Line {
  const { size, weight } = style
  const runs = runsOf(paragraph, range, weight, setter)
  const tallest = Math.max(
    LEADING,
    ...runs.map(({ face: { font } }) => (font.ascent - font.descent) / font.unitsPerEm),
  )
  const leading = Math.min(tallest, HIGHEST_LEADING)
  return {
    runs,
    width: sum(runs) * size,
    isRtl: paragraph.isRtl,
    text: paragraph.text.slice(...range),
    height: leading * size,
    ascent: (ASCENT + (leading - LEADING) / 2) * size,
    style,
  }
}
