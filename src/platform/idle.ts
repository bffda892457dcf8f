export interface IdleOptions {
  /** Milliseconds without a sign of anybody. */
  readonly after: number
  /** Milliseconds at the end of those in which the reader is asked. */
  readonly warning: number
  /** Told while the reader is asked: the seconds that remain. `undefined` when that is over. */
  readonly onWarning: (seconds: number | undefined) => void
  readonly onIdle: () => void
}

export interface IdleWatch {
  /** Somebody is there: the time begins anew. */
  readonly stay: () => void
  readonly stop: () => void
}

/** Milliseconds between two looks at the time. */
const TICK = 1_000

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const

/**
 * Notices that nobody uses the page. It looks at the time rather than waiting for it: a machine that was asleep finds
 * the time over when it wakes, and says so before anybody can read on. While the reader is asked, only an answer counts
 * as a sign, since a desk is bumped into.
 */
export function watchIdle({ after, warning, onWarning, onIdle }: IdleOptions): IdleWatch {
  let last = Date.now()
  let asking = false
  const stay = (): void => {
    last = Date.now()
    if (asking) onWarning(undefined)
    asking = false
  }
  const look = (): void => {
    const remaining = after - (Date.now() - last)
    if (remaining <= 0) {
      stop()
      onIdle()
    } else if (remaining <= warning) {
      asking = true
      onWarning(Math.ceil(remaining / 1000))
    }
  }
  const onSign = (): void => {
    look() // The first sign after a long sleep comes too late.
    if (!asking) last = Date.now()
  }
  const timer = setInterval(look, TICK)
  const stop = (): void => {
    clearInterval(timer)
    for (const sign of SIGNS) window.removeEventListener(sign, onSign, { capture: true })
    document.removeEventListener('visibilitychange', look)
  }
  for (const sign of SIGNS) window.addEventListener(sign, onSign, { capture: true, passive: true })
  document.addEventListener('visibilitychange', look)
  return { stay, stop }
}
