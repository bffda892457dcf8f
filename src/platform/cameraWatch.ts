/** Why nothing has been read yet, for a word of advice. */
export type CameraHint = 'no-code' | 'dark'

/** Milliseconds without a code before a hint. */
export const HINT_AFTER = 6000
/** The same code within this many milliseconds of its last sighting is the same scan. */
export const REPEAT = 1500
/** Mean brightness below which a frame shows next to nothing, 0 to 1. */
const DARK = 0.12

export interface Watch {
  /** Counts from now: first to a hint, then to the pause. */
  readonly begin: () => void
  readonly onFrame: (brightness: number) => void
  readonly end: () => void
}

export interface WatchEvents {
  readonly onHint: (hint: CameraHint | undefined) => void
  readonly onPause: () => void
}

/** Watches a camera that finds nothing. Pauses after `pauseSeconds`; 0 never pauses. */
export function createWatch(pauseSeconds: number, { onHint, onPause }: WatchEvents): Watch {
  let timers: ReturnType<typeof setTimeout>[] = []
  let lastBright = 0
  let hint: CameraHint | undefined
  const say = (next: CameraHint | undefined): void => {
    if (next !== hint) onHint(next)
    hint = next
  }
  const end = (): void => {
    for (const timer of timers) clearTimeout(timer)
    timers = []
  }
  return {
    begin: () => {
      end()
      lastBright = Date.now()
      say(undefined)
      timers.push(setTimeout(() => say(hint ?? 'no-code'), HINT_AFTER))
      if (pauseSeconds > 0) timers.push(setTimeout(onPause, pauseSeconds * 1000))
    },
    onFrame: (brightness) => {
      const now = Date.now()
      if (brightness >= DARK) lastBright = now
      if (now - lastBright >= HINT_AFTER) say('dark')
      else if (hint === 'dark') say('no-code')
    },
    end,
  }
}

/** Tells a new scan from another sighting of the same code. */
export function createRepeatFilter(): (text: string) => boolean {
  let last: { readonly text: string; readonly at: number } | undefined
  return (text) => {
    const now = Date.now()
    const isNew = last?.text !== text || now - last.at >= REPEAT
    last = { text, at: now }
    return isNew
  }
}
