import { diagnose, type ScannerFacts } from '../../core/scanner/diagnose'
import { gapsOf, isCounted, median, roleOf, type Stroke } from '../../core/scanner/stroke'

export type TestState =
  | { readonly phase: 'waiting' }
  /** `medianGap`: milliseconds between characters so far. */
  | { readonly phase: 'receiving'; readonly characters: number; readonly medianGap: number }
  | { readonly phase: 'done'; readonly facts: ScannerFacts }

export interface ScannerTesting {
  /** Takes a stroke. True when it is part of the test and nothing else may act on it. */
  readonly take: (stroke: Stroke) => boolean
  /** Forgets what was typed, and stops. */
  readonly forget: () => void
}

/** Milliseconds of silence that end a test scan, long enough for the slowest scanner. */
const PAUSE = 700
/** Milliseconds between two looks at a test scan under way; a render a key would slow it down. */
const LOOK = 100
/** Milliseconds after a character in which Enter and Tab are a scanner's, and not a hand's on its way out. */
const ENDS_WITHIN = 300

/** Describes what is typed into the test's box. The text itself is forgotten as soon as it has been described. */
export function createScannerTest(show: (state: TestState) => void): ScannerTesting {
  let strokes: readonly Stroke[] = []
  let look: ReturnType<typeof setTimeout> | undefined
  let end: ReturnType<typeof setTimeout> | undefined
  const forget = (): void => {
    strokes = []
    clearTimeout(look)
    clearTimeout(end)
    look = undefined
  }
  const tell = (): void => {
    look = undefined
    const medianGap = Math.round(median(gapsOf(strokes)))
    show({ phase: 'receiving', characters: strokes.filter(isCounted).length, medianGap })
  }
  const finish = (): void => {
    const facts = diagnose(strokes)
    forget()
    show({ phase: 'done', facts })
  }
  return {
    forget,
    take: (stroke) => {
      if (!isTaken(strokes, stroke)) return false
      strokes = [...strokes, stroke]
      look ??= setTimeout(tell, LOOK)
      clearTimeout(end)
      end = setTimeout(finish, PAUSE)
      return roleOf(stroke) !== 'silent'
    },
  }
}

/** Everything that a scanner may send, and nothing by which a hand gets around the page. */
function isTaken(before: readonly Stroke[], stroke: Stroke): boolean {
  const role = roleOf(stroke)
  switch (role) {
    case 'text':
    case 'alt-digit':
      return true
    case 'silent':
      return stroke.key === 'Alt' || before.length > 0
    case 'control':
      return before.length > 0
    case 'end':
      return stroke.time - (before.at(-1)?.time ?? Number.NEGATIVE_INFINITY) <= ENDS_WITHIN
    case 'hand':
      return stroke.composing || stroke.key === 'Process'
    default:
      return role satisfies never
  }
}
