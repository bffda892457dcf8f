import bidiFactory from 'bidi-js'
import { withComparisonsKept } from '../../../renderers/tables/comparisons'
import type { GlyphRun } from 'fontkit'
import { REPLACEMENT, type Face, type FaceSet, type Weight } from './fonts'

const bidi = bidiFactory()

/** Letters of one face and one direction that stand beside each other. */
export interface Run {
  readonly text: string
  readonly face: Face
  readonly isRtl: boolean
  /** In points, for letters of one point. */
  readonly width: number
}

/** A paragraph, prepared for being broken into lines. */
export interface Paragraph {
  readonly text: string
  /** The embedding level of each UTF-16 unit. Source: Unicode Standard Annex #9. */
  readonly levels: Uint8Array
  /** By its first letter that has a direction. */
  readonly isRtl: boolean
}

/** Measures and sorts text; `missing` collects the characters that no face has. */
export interface Typesetter {
  readonly faces: FaceSet
  readonly missing: Set<number>
  readonly widths: Map<string, number>
}

export const createTypesetter = (faces: FaceSet): Typesetter => ({
  faces,
  missing: new Set(),
  widths: new Map(),
})

/** Blanks of unusual width become ordinary ones, which every face has; other controls than those of direction go. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u2000-\u200A\u3000\t]/g, ' ')
    .replaceAll(/[\u202F\u2007]/g, '\u00A0')
    // oxlint-disable-next-line no-control-regex -- these are what must go
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\uFEFF]|[\u{FE00}-\u{FE0F}]/gu, '')

export function toParagraph(plain: string): Paragraph {
  const text = withComparisonsKept(plain)
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, 'auto')
  return { text, levels, isRtl: ((paragraphs[0]?.level ?? 0) & 1) === 1 }
}

/** Characters that steer direction and joining, and are nothing to be seen. */
const UNSEEN = /^[\u200B\u200E\u200F\u061C\u202A-\u202E\u2060-\u2064\u2066-\u2069]$/

const NOT_DRAWN: ReadonlySet<string> = new Set(['\n', '\u200C', '\u200D', '\u2028', '\u2029'])

/** Every character that may be drawn for a text, those that mirror another one included. */
export const drawnFor = (text: string): string =>
  [...new Set(cleanText(text))]
    .filter((character) => !UNSEEN.test(character) && !NOT_DRAWN.has(character))
    .map((character) => character + (bidi.getMirroredCharacter(character) ?? ''))
    .join('')

interface Piece {
  text: string
  readonly face: Face
  readonly level: number
}

/** The runs of `text` from `start` to `end`, from left to right as they are seen. Source: UAX #9, rules L2 to L4. */
export function runsOf(
  paragraph: Paragraph,
  [start, end]: readonly [start: number, end: number],
  weight: Weight,
  setter: Typesetter,
): readonly Run[] {
  const pieces: Piece[] = []
  let index = start
  while (index < end) {
    const codePoint = paragraph.text.codePointAt(index) ?? REPLACEMENT
    const character = String.fromCodePoint(codePoint)
    const level = paragraph.levels[index] ?? 0
    index += character.length
    if (UNSEEN.test(character)) continue
    addTo(pieces, character, codePoint, { level, weight, setter })
  }
  return inVisualOrder(pieces).map(({ text, face, level }) => toRun(text, face, (level & 1) === 1, setter))
}

interface Setting {
  readonly level: number
  readonly weight: Weight
  readonly setter: Typesetter
}

const JOINERS = new Set([0x20, 0xa0, 0x200c, 0x200d])
const isMark = (character: string): boolean => /^\p{M}$/u.test(character)

function addTo(
  pieces: Piece[],
  character: string,
  codePoint: number,
  { level, weight, setter }: Setting,
): void {
  const last = pieces.at(-1)
  const isRtl = (level & 1) === 1
  const shown = isRtl ? (bidi.getMirroredCharacter(character) ?? character) : character
  const follows = last?.level === level
  // Blanks, joiners and marks stay with the letters before them where the face has them: they are shaped together.
  const clings = JOINERS.has(codePoint) || isMark(character)
  if (last && follows && clings && last.face.font.hasGlyphForCodePoint(codePoint)) {
    last.text += shown
    return
  }
  if (codePoint === 0x200c || codePoint === 0x200d) return
  const wanted =
    setter.faces.faceOf(shown.codePointAt(0) ?? codePoint, weight) ?? setter.faces.faceOf(codePoint, weight)
  if (!wanted) setter.missing.add(codePoint)
  const face = wanted ?? setter.faces.faceOf(REPLACEMENT, weight)
  if (!face) return
  const text = wanted ? shown : String.fromCodePoint(REPLACEMENT)
  if (last && follows && last.face === face) last.text += text
  else pieces.push({ text, face, level })
}

/** Turns around every sequence of a level and above, from the highest down to the lowest odd one. */
function inVisualOrder(pieces: readonly Piece[]): readonly Piece[] {
  const ordered = [...pieces]
  const highest = Math.max(0, ...pieces.map(({ level }) => level))
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      if ((ordered[from]?.level ?? 0) < level) continue
      let to = from
      while (to < ordered.length && (ordered[to]?.level ?? 0) >= level) to += 1
      ordered.splice(from, to - from, ...ordered.slice(from, to).toReversed())
      from = to
    }
  }
  return ordered
}

function toRun(text: string, face: Face, isRtl: boolean, { widths }: Typesetter): Run {
  // As it is drawn: from left to right word by word, so that most words have been measured before.
  const words = isRtl ? [text] : text.split(/(?<= )/)
  let width = 0
  for (const word of words) {
    const key = `${face.name} ${isRtl ? 'r' : 'l'} ${word}`
    let own = widths.get(key)
    if (own === undefined) {
      own = shape(face, word, isRtl).advanceWidth / face.font.unitsPerEm
      widths.set(key, own)
    }
    width += own
  }
  return { text, face, isRtl, width }
}

/** Joins that are only for beauty: copied text would lose the order of their letters. */
const RTL_FEATURES = { liga: false, clig: false, dlig: false } as const

/** The direction is decided by the levels, never by the script: Arabic digits run from left to right. */
export const shape = ({ font }: Face, text: string, isRtl: boolean): GlyphRun =>
  font.layout(text, isRtl ? RTL_FEATURES : [], undefined, undefined, isRtl ? 'rtl' : 'ltr')
