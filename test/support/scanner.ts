import { characterAt, positionOf, type LayoutId } from '../../src/core/scanner/layouts'
import {
  letTimePass,
  NO_BURST,
  pauseOf,
  takeStroke,
  type Burst,
  type Scan,
} from '../../src/core/scanner/burst'
import type { Stroke } from '../../src/core/scanner/stroke'

export interface Emulated {
  /** The layout that the scanner types for. */
  readonly scanner?: LayoutId
  /** The layout of the computer that it is plugged in to. */
  readonly host?: LayoutId
  readonly capsLock?: boolean
  /** Milliseconds before each key. */
  readonly gap?: number | ((at: number) => number)
  /** Names of keys after the text. */
  readonly suffix?: readonly string[]
  /** A remote desktop tells characters and no keys. */
  readonly hidesKeys?: boolean
  /** When the first key is pressed. */
  readonly from?: number
}

export const stroke = (part: Partial<Stroke>): Stroke => ({
  key: '',
  code: '',
  time: 0,
  shift: false,
  altGraph: false,
  control: false,
  alt: false,
  capsLock: false,
  repeat: false,
  composing: false,
  ...part,
})

/** What a page sees of a scanner that types `text`. */
export function strokesOf(text: string, how: Emulated = {}): readonly Stroke[] {
  const { scanner = 'us', host = 'us', capsLock = false, gap = 5, suffix = ['Enter'], hidesKeys } = how
  let time = how.from ?? 1_000
  const next = (at: number): number => (time += typeof gap === 'number' ? gap : gap(at))
  const characters = Array.from(text, (character, at) => {
    const position = positionOf(character, scanner) ?? { code: '', shift: false }
    const typed = characterAt(position, host) ?? character
    const key = capsLock ? swapped(typed) : typed
    return stroke({ key, ...(hidesKeys ? {} : position), capsLock, time: next(at) })
  })
  const ends = suffix.map((key, at) => stroke({ key, code: key, capsLock, time: next(text.length + at) }))
  return [...characters, ...ends]
}

const swapped = (character: string): string =>
  character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase()

export interface Played {
  readonly scans: readonly Scan[]
  /** For each stroke, whether the page was kept from it. */
  readonly swallowed: readonly boolean[]
  readonly burst: Burst
}

/** Gives strokes to the recogniser as the page does, its clock included, and waits at the end until all is quiet. */
export function play(strokes: readonly Stroke[], isText = true): Played {
  let burst = NO_BURST
  const scans: Scan[] = []
  const swallowed: boolean[] = []
  const pass = (until: number): void => {
    for (
      let last = burst.strokes.at(-1);
      last && last.time + pauseOf(burst) <= until;
      last = burst.strokes.at(-1)
    ) {
      const step = letTimePass(burst, last.time + pauseOf(burst))
      burst = step.burst
      if (step.scan) scans.push(step.scan)
    }
  }
  for (const one of strokes) {
    pass(one.time)
    const step = takeStroke(burst, one, isText)
    burst = step.burst
    swallowed.push(step.swallow)
    if (step.scan) scans.push(step.scan)
  }
  pass(Number.POSITIVE_INFINITY)
  return { scans, swallowed, burst }
}
