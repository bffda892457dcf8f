import { SLOWEST } from './burst'
import { hostLayout, type LayoutId } from './layouts'
import { faultOf, readStrokes, type Grade, type Repair } from './reading'
import { gapsOf, isCounted, median, roleOf, textFrom, typedCharacter, type Stroke } from './stroke'

/** What a scanner sent after the text. `none` is told only when nothing has followed for a while. */
export type Suffix = 'none' | 'enter' | 'tab' | 'several'

/** What is wrong with a scanner's set-up, or worth changing about it. Words and advice are the About screen's. */
export type ScannerRemark =
  | 'too-slow'
  | 'slow'
  | 'no-suffix'
  | 'suffix-several'
  | 'caps-lock'
  | 'one-case'
  | 'layout'
  | 'layout-unknown'
  | 'prefix'
  | 'control-characters'
  | 'alt-codes'
  | 'input-method'
  | 'damaged'
  | 'not-a-card'
  | 'by-hand'

/** What a test scan produced. Of its text there is a beginning only, because the rest is somebody's health. */
export interface ScannerFacts {
  readonly characters: number
  /** Milliseconds between two characters, the middle of all. */
  readonly medianGap: number
  /** Milliseconds from the first character to the last. */
  readonly duration: number
  readonly suffix: Suffix
  readonly capsLock: boolean
  /** Characters that cannot be printed, and function keys. */
  readonly controls: number
  readonly grade: Grade
  readonly repair: Repair
  /** The layout of this computer, as far as the keys tell. */
  readonly host: LayoutId | undefined
  /** The first characters, as they arrived. */
  readonly beginning: string
  readonly remarks: readonly ScannerRemark[]
}

/** Characters that are shown: the scheme, and too little of what follows to tell anything. */
const SHOWN = 10
/** Milliseconds between characters above which a scanner is recognised, but keeps people waiting. */
const LEISURELY = 20
/** Fewer characters are somebody trying the keyboard. */
const LEAST = 5

/** Describes what a scanner typed in a test, and what is wrong with its set-up. Pure. */
export function diagnose(strokes: readonly Stroke[]): ScannerFacts {
  const reading = readStrokes(strokes)
  const typed = textFrom(strokes, typedCharacter)
  const counted = strokes.filter(isCounted)
  const facts = {
    characters: typed.trim().length,
    medianGap: Math.round(median(gapsOf(strokes))),
    duration: Math.round((counted.at(-1)?.time ?? 0) - (counted[0]?.time ?? 0)),
    suffix: suffixOf(strokes),
    capsLock: strokes.some(({ capsLock }) => capsLock),
    controls: strokes.filter((stroke) => roleOf(stroke) === 'control').length,
    grade: reading.grade,
    repair: reading.repair,
    host: hostLayout(strokes),
    beginning: typed.trim().slice(0, SHOWN),
  }
  return {
    ...facts,
    remarks: REMARKS.filter(([, holds]) => holds(facts, strokes, reading.text)).map(([name]) => name),
  }
}

type Facts = Omit<ScannerFacts, 'remarks'>

/** In the order of their weight: what keeps scans from opening comes first. */
const REMARKS: readonly (readonly [
  ScannerRemark,
  (facts: Facts, strokes: readonly Stroke[], text: string) => boolean,
])[] = [
  ['by-hand', (facts, strokes) => facts.characters < LEAST || isByHand(strokes)],
  ['too-slow', (facts, strokes) => facts.medianGap > SLOWEST && !isByHand(strokes)],
  ['input-method', (_, strokes) => strokes.some(({ composing, key }) => composing || key === 'Process')],
  ['one-case', (facts, _, text) => faultOf({ ...facts, text }) === 'letter-case'],
  ['layout-unknown', (facts, _, text) => faultOf({ ...facts, text }) === 'layout'],
  ['damaged', (facts, _, text) => facts.grade === 'damaged' && faultOf({ ...facts, text }) === undefined],
  [
    'not-a-card',
    (facts, _, text) =>
      isOther(facts.grade) && facts.characters >= LEAST && faultOf({ ...facts, text }) === undefined,
  ],
  ['layout', ({ repair }) => repair.kind === 'layout'],
  ['caps-lock', ({ capsLock, repair }) => capsLock || repair.kind === 'letter-case'],
  ['prefix', (facts, strokes) => facts.grade === 'whole' && hasPrefix(strokes)],
  ['alt-codes', (_, strokes) => strokes.some((stroke) => roleOf(stroke) === 'alt-digit')],
  ['control-characters', ({ controls }) => controls > 0],
  ['suffix-several', ({ suffix }) => suffix === 'several'],
  ['no-suffix', ({ suffix, characters }) => suffix === 'none' && characters >= LEAST],
  ['slow', ({ medianGap }) => medianGap > LEISURELY && medianGap <= SLOWEST],
]

const isOther = (grade: Grade): boolean => grade === 'named' || grade === 'nothing'

function suffixOf(strokes: readonly Stroke[]): Suffix {
  const last = strokes.findLastIndex(isCounted)
  const ends = strokes.slice(last + 1).filter((stroke) => roleOf(stroke) === 'end')
  if (ends.length > 1) return 'several'
  return ends[0]?.key === 'Tab' ? 'tab' : ends[0] ? 'enter' : 'none'
}

/** Hands are slow and uneven; a slow scanner is even. */
function isByHand(strokes: readonly Stroke[]): boolean {
  const gaps = gapsOf(strokes).toSorted((a, b) => a - b)
  const at = (share: number): number => gaps[Math.floor(share * gaps.length)] ?? 0
  return at(0.5) > SLOWEST && at(0.9) - at(0.1) > at(0.5) / 4
}

/** What a scanner was told to send before each code. */
function hasPrefix(strokes: readonly Stroke[]): boolean {
  const typed = textFrom(strokes, typedCharacter).trim()
  return /^\][A-Za-z]\d/.test(typed) || /^.{1,12}(?:shc|shlink):\//is.test(typed.replace(/^https?:.*#/i, ''))
}
