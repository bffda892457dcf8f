import { PUBLIC_HTTPS_ONLY } from '../checkUrl'
import type { ErrorCode, ShxError } from '../errors'
import { readInput } from '../readInput'
import { characterAt, LAYOUT_IDS, positionOf, type LayoutId } from './layouts'
import { textFrom, typedCharacter, type Stroke } from './stroke'

/**
 * whole: a card, a part of one, a link or a file with nothing missing · named: something else that the viewer can name,
 * such as a web address · damaged: begins like a card or a link, and is not whole · nothing: none of these.
 */
export type Grade = 'whole' | 'named' | 'damaged' | 'nothing'

/** What had to be undone to make sense of a scan. */
export type Repair =
  | { readonly kind: 'none' }
  /** Capitals and small letters had changed places. */
  | { readonly kind: 'letter-case' }
  /** The scanner types for another keyboard layout than this computer has. `scanner`: the layout that it types for. */
  | { readonly kind: 'layout'; readonly scanner: LayoutId }

export interface ScanReading {
  readonly text: string
  readonly grade: Grade
  readonly repair: Repair
}

/**
 * The text that a scanner meant. What arrived is taken as it is if that makes sense; else each key is read as the
 * layouts that scanners are set to have it, which mends every layout of this computer, and Caps Lock, at once. Only
 * what can then be read counts as mended.
 */
export function readStrokes(strokes: readonly Stroke[]): ScanReading {
  let best: ScanReading | undefined
  for (const { repair, read } of READERS) {
    const text = unwrapped(textFrom(strokes, read))
    const reading = { text, grade: gradeOf(text), repair }
    if (reading.grade === 'whole') return typedAlike(reading, strokes)
    if (!best || RANK[reading.grade] > RANK[best.grade]) best = reading
  }
  return best ?? { text: '', grade: 'nothing', repair: { kind: 'none' } }
}

/** What is wrong with a scanner's set-up when nothing could be mended: letters all of one size, or an unknown layout. */
export type ScanFault = Extract<ShxError, { code: 'SCAN_GARBLED' }>['cause']

/** Letters of a link that, all of one size, are no chance. */
const TELLING_LETTERS = 40

/** Why a scan makes no sense, where its set-up is to blame and the code is not. */
export function faultOf({ text, grade }: Pick<ScanReading, 'text' | 'grade'>): ScanFault | undefined {
  if (grade === 'nothing') return /^sh(?:c|link)[^\w\s]{1,2}\S{12}/i.test(text) ? 'layout' : undefined
  if (grade !== 'damaged') return undefined
  const letters = (/shlink:\/(.*)$/is.exec(text)?.[1] ?? '').replaceAll(/[^A-Za-z]/g, '')
  const isOneSize = letters === letters.toUpperCase() || letters === letters.toLowerCase()
  return letters.length >= TELLING_LETTERS && isOneSize ? 'letter-case' : undefined
}

const RANK: Readonly<Record<Grade, number>> = { nothing: 0, damaged: 1, named: 2, whole: 3 }

interface Reader {
  readonly repair: Repair
  readonly read: (stroke: Stroke) => string
}

/** With Caps Lock on and the right layout, reading by keys mends the letters: that is what it is called then. */
function typedAlike(reading: ScanReading, strokes: readonly Stroke[]): ScanReading {
  if (reading.repair.kind !== 'layout') return reading
  const typed = unwrapped(textFrom(strokes, typedCharacter))
  return typed.toLowerCase() === reading.text.toLowerCase()
    ? { ...reading, repair: { kind: 'letter-case' } }
    : reading
}

const byKeys =
  (layout: LayoutId) =>
  (stroke: Stroke): string =>
    characterAt(stroke, layout) ?? typedCharacter(stroke)

/** Where a remote desktop hides the keys, the character says which one it was on the layout of this computer. */
const byCharacters =
  (host: LayoutId, scanner: LayoutId) =>
  (stroke: Stroke): string => {
    const position = positionOf(stroke.key, host)
    return (position && characterAt(position, scanner)) ?? typedCharacter(stroke)
  }

const READERS: readonly Reader[] = [
  { repair: { kind: 'none' }, read: typedCharacter },
  { repair: { kind: 'letter-case' }, read: (stroke) => swapCase(typedCharacter(stroke)) },
  ...LAYOUT_IDS.map((scanner): Reader => ({ repair: { kind: 'layout', scanner }, read: byKeys(scanner) })),
  ...LAYOUT_IDS.flatMap((other): readonly Reader[] => [
    { repair: { kind: 'layout', scanner: 'us' }, read: byCharacters(other, 'us') },
    { repair: { kind: 'layout', scanner: other }, read: byCharacters('us', other) },
  ]),
]

const swapCase = (text: string): string =>
  text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase()

const SCHEME = /^(?:shc:|shlink:|https?:\/\/|vhlink:|hc1:|(?:[a-z-]+-)?openid4vp:|begin:vcard|\{"|eyj)/i

/** Characters that scanners are set to put before a code: an identifier of its kind such as `]Q1`, or a word of the clinic's. */
const LONGEST_PREFIX = 12

/** A text without what a scanner puts around it. */
function unwrapped(written: string): string {
  const text = written.trim().replace(/^\][A-Za-z]\d/, '')
  if (SCHEME.test(text)) return text
  const start = text.search(/(?:shc|shlink):\/|https?:\/\//i)
  return start > 0 && start <= LONGEST_PREFIX ? text.slice(start) : text
}

/** Strokes at the beginning that are looked at for a scheme, with room for a prefix. */
const SCHEME_STROKES = 40

/** Whether the first strokes spell a card, a link or another known kind of code, on any layout. */
export function beginsWithScheme(strokes: readonly Stroke[]): boolean {
  const first = strokes.slice(0, SCHEME_STROKES)
  return READERS.some(({ read }) => SCHEME.test(unwrapped(textFrom(first, read))))
}

/** A signature of ES256 is 64 bytes, 86 characters: a JWS that was cut off has fewer. */
const WHOLE_JWS = /^[\w-]+\.[\w-]+\.[\w-]{86}$/

/** How much sense a text makes. Addresses inside of links are not judged here. */
export function gradeOf(text: string): Grade {
  const reading = readInput(text, PUBLIC_HTTPS_ONLY)
  if (reading.ok) {
    const { value } = reading
    return value.kind === 'card' && !WHOLE_JWS.test(value.jws) ? 'damaged' : 'whole'
  }
  const { input, error } = reading.error
  if (UNDERSTOOD.has(error.code)) return 'whole'
  if (error.code === 'INPUT_OTHER_FORMAT') return 'named'
  if (error.code === 'INPUT_NOT_RECOGNISED') return error.found === 'text' ? 'nothing' : 'named'
  return input === 'unrecognised' ? 'nothing' : 'damaged'
}

/** Failures of what was read to its last character. */
const UNDERSTOOD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'QR_CHUNK_INCOMPLETE',
  'SHL_VERSION_UNSUPPORTED',
  'SHL_URL_INSECURE',
  'SHL_KEY_INVALID',
  'FILE_NO_CARDS',
])
