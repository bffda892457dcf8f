import { isCardPart } from '../shc/collectParts'
import { beginsWithScheme, faultOf, readStrokes, type ScanFault, type ScanReading } from './reading'
import { gapsOf, isCounted, median, roleOf, type Stroke } from './stroke'

/**
 * Tells a scanner from a hand by the rhythm of its keys, and finds where a scan begins and ends. Pure: strokes and the
 * time go in, scans come out.
 */
export interface Burst {
  /** Since the last pause. Health data: forgotten with the burst. */
  readonly strokes: readonly Stroke[]
  /** It is a scanner, and no hand. */
  readonly sure: boolean
  /** The scan makes no sense yet, so that more of it is waited for. */
  readonly waiting: boolean
  /** When the last scan ended; what comes right after it is still its ending. */
  readonly endedAt?: number
}

export interface Scan extends ScanReading {
  /** When its last key was pressed: milliseconds as in the strokes. */
  readonly time: number
  /** Why it makes no sense, where the scanner's set-up is to blame. */
  readonly fault?: ScanFault
}

export interface BurstStep {
  readonly burst: Burst
  /** The stroke is the scanner's: nothing else on the page may act on it. */
  readonly swallow: boolean
  readonly scan?: Scan
}

export const NO_BURST: Burst = { strokes: [], sure: false, waiting: false }

/** Milliseconds between keys that no hand keeps up for long; slower scanners are known by how their text begins. */
const FAST = 35
export const SLOWEST = 50
/** Characters after which speed alone decides, and after which it decides together with a beginning. */
const LEAST = 20
const LEAST_WITH_SCHEME = 8
/** A held key or a sleeve on the keyboard repeats few characters. */
const LEAST_DIFFERENT = 6
/** Characters after which it would have been a scanner if it were one. */
const MOST_UNSURE = 64
/** Strokes whose rhythm decides what counts as a pause. */
const RHYTHM = 32

/** Milliseconds of silence that end what was no scan, the least that ends a scan, and how long a torn one is waited for. */
const UNSURE_PAUSE = 200
const LEAST_PAUSE = 150
const TORN_PAUSE = 1_000
/** Milliseconds after a scan in which Enter, Tab and control characters are still part of it. */
const ENDING = 300

/** Takes one more stroke. `isText`: the page would type it somewhere, so that it is kept from nobody without reason. */
export function takeStroke(before: Burst, stroke: Stroke, isText: boolean): BurstStep {
  const { burst, scan } = letTimePass(before, stroke.time)
  const step = taken(burst, stroke, isText)
  return scan ? { ...step, scan } : step
}

function taken(burst: Burst, stroke: Stroke, isText: boolean): BurstStep {
  const role = roleOf(burst.sure ? { ...stroke, repeat: false } : stroke)
  if (isEnding(burst, stroke)) return { burst: { ...burst, endedAt: stroke.time }, swallow: true }
  switch (role) {
    case 'hand':
      return { burst: NO_BURST, swallow: false }
    case 'silent':
      return { burst: stroke.key === 'Alt' ? added(burst, stroke) : burst, swallow: false }
    case 'control':
      return { burst: burst.strokes.length > 0 ? added(burst, stroke) : burst, swallow: burst.sure }
    case 'end':
      return ended(burst, stroke)
    case 'text':
    case 'alt-digit': {
      const next = added(burst, stroke)
      return { burst: next, swallow: next.sure || (!isText && isFast(next.strokes)) }
    }
    default:
      return role satisfies never
  }
}

/** The time goes on without a stroke: a scanner without a suffix ends a scan by falling silent. */
export function letTimePass(burst: Burst, now: number): Omit<BurstStep, 'swallow'> {
  const last = burst.strokes.at(-1)
  if (!last || now - last.time < pauseOf(burst)) return { burst }
  if (!burst.sure) return { burst: NO_BURST }
  const reading = readStrokes(burst.strokes)
  // Nothing in one part of a card says how long it is.
  const mayGoOn = reading.grade === 'damaged' || isCardPart(reading.text)
  return mayGoOn && now - last.time < TORN_PAUSE
    ? { burst: { ...burst, waiting: true } }
    : finished(reading, last.time)
}

/** Milliseconds of silence after the last stroke that mean something. */
export const pauseOf = ({ strokes, sure, waiting }: Burst): number =>
  waiting
    ? TORN_PAUSE
    : sure
      ? Math.max(LEAST_PAUSE, 5 * median(gapsOf(strokes.slice(-RHYTHM))))
      : UNSURE_PAUSE

function added(burst: Burst, stroke: Stroke): Burst {
  const isLost = !burst.sure && burst.strokes.length >= MOST_UNSURE
  const strokes = [...(isLost ? burst.strokes.slice(-LEAST) : burst.strokes), stroke]
  return { strokes, sure: burst.sure || isScanner(strokes), waiting: false }
}

/** Enter or Tab: the end of a scan, unless the scan is a text of several lines; then it ends when nothing follows. */
function ended(burst: Burst, stroke: Stroke): BurstStep {
  if (!burst.sure) return { burst: NO_BURST, swallow: false }
  const reading = readStrokes(burst.strokes)
  const isOver = reading.grade === 'whole' || reading.grade === 'damaged'
  return isOver
    ? { ...finished(reading, stroke.time), swallow: true }
    : { burst: added(burst, stroke), swallow: true }
}

function finished(reading: ScanReading, time: number): { readonly burst: Burst; readonly scan: Scan } {
  const fault = faultOf(reading)
  return { burst: { ...NO_BURST, endedAt: time }, scan: { ...reading, time, ...(fault && { fault }) } }
}

function isEnding({ strokes, endedAt }: Burst, stroke: Stroke): boolean {
  const role = roleOf(stroke)
  const isSuffix = role === 'end' || role === 'control'
  return strokes.length === 0 && endedAt !== undefined && isSuffix && stroke.time - endedAt <= ENDING
}

function isScanner(strokes: readonly Stroke[]): boolean {
  const counted = strokes.filter(isCounted)
  if (counted.length < LEAST_WITH_SCHEME) return false
  const gap = median(gapsOf(counted))
  if (gap > SLOWEST) return false
  const different = new Set(counted.map(({ key, code }) => `${code} ${key}`)).size
  return (gap <= FAST && counted.length >= LEAST && different >= LEAST_DIFFERENT) || beginsWithScheme(strokes)
}

/** Three keys this fast are not proof, but where nothing takes text a browser may take `/` for a search of its own. */
const isFast = (strokes: readonly Stroke[]): boolean =>
  strokes.length >= 3 && median(gapsOf(strokes)) <= SLOWEST
