import { create, type Font } from 'fontkit'
import type { FontFile } from '../../../platform/fontFiles'

/** A part of a typeface, ready to measure and to draw with. */
export interface Face {
  readonly name: string
  readonly font: Font
}

export type Weight = FontFile['weight']

export interface FaceSet {
  /** The face that has a character; `undefined` where none has it. */
  readonly faceOf: (codePoint: number, weight: Weight) => Face | undefined
  readonly faces: readonly Face[]
}

export interface FontSource {
  readonly files: readonly FontFile[]
  readonly fetch: (name: string) => Promise<Uint8Array<ArrayBuffer>>
}

/** Drawn in place of a character that no face has. */
export const REPLACEMENT = 0xfffd

/**
 * Loads the faces for `texts` and nothing else: a script is only fetched when one of its letters occurs. Bold letters
 * fall back on regular ones, where a script has no bold. Rejects when a file cannot be had: a page that looks whole and
 * is not would be worse than none.
 */
export async function loadFaces(texts: Iterable<string>, source: FontSource): Promise<FaceSet> {
  const loaded = new Map<string, Face>()
  const chosen: Readonly<Record<Weight, Map<number, Face | undefined>>> = { 400: new Map(), 700: new Map() }
  const regular = source.files.filter(({ weight }) => weight === 400).map(toCandidate)
  const bold = source.files.filter(({ weight }) => weight === 700).map(toCandidate)
  const wanted = codePointsIn(texts)
  for (const codePoint of wanted) {
    // One after the other, because a file that was fetched for one letter mostly has the next one.
    const face = await findFace(codePoint, regular, loaded, source)
    chosen[400].set(codePoint, face)
    chosen[700].set(codePoint, (await findFace(codePoint, bold, loaded, source)) ?? face)
  }
  return { faceOf: (codePoint, weight) => chosen[weight].get(codePoint), faces: [...loaded.values()] }
}

interface Candidate {
  readonly name: string
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

const toCandidate = ({ name, ranges }: FontFile): Candidate => ({ name, ranges: parseRanges(ranges) })

/** `U+0000-00FF,U+0131` as pairs of code points, both ends included. */
export const parseRanges = (ranges: string): Candidate['ranges'] =>
  ranges.split(',').map((range) => {
    const [from = '', to = from] = range.replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })

async function findFace(
  codePoint: number,
  candidates: readonly Candidate[],
  loaded: Map<string, Face>,
  source: FontSource,
): Promise<Face | undefined> {
  for (const { name, ranges } of candidates) {
    if (!ranges.some(([from, to]) => from <= codePoint && codePoint <= to)) continue
    let face = loaded.get(name)
    if (!face) {
      // The next file is only asked when this one has not got the letter.
      face = { name, font: create(await source.fetch(name)) }
      loaded.set(name, face)
    }
    if (face.font.hasGlyphForCodePoint(codePoint)) return face
  }
  return undefined
}

/** What every page may need, and whatever else occurs. */
function codePointsIn(texts: Iterable<string>): ReadonlySet<number> {
  const found = new Set<number>([0x20, REPLACEMENT])
  for (const text of texts) {
    for (const character of text) found.add(character.codePointAt(0) ?? 0x20)
  }
  return found
}
