import type { CDPSession, Page } from '@playwright/test'
import type { Viewer } from './viewer'
import { strokesOf, type Emulated } from '../../support/scanner'
import type { Stroke } from '../../../src/core/scanner/stroke'

/**
 * Starts the viewer, and waits until it listens for scanners on every screen. From now on its timers wait while a
 * `Scanner` types: where a busy machine holds a key back for a second, the scanner itself has made no pause.
 */
export async function startListening(page: Page, viewer: Viewer): Promise<void> {
  await page.addInitScript(holdTimers)
  const loading = page.waitForResponse(/\/scanner-[\w-]+\.js$/)
  await viewer.start()
  // What has arrived has not run yet: the page itself says when it has.
  await page.evaluate((url) => import(url), (await loading).url())
}

/** Runs in the page: `isTyping` of its window holds back what timers would do. */
function holdTimers(): void {
  const [set, clear] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)]
  const cleared = new Set<unknown>()
  const later = (run: (...given: unknown[]) => void, milliseconds?: number, ...given: unknown[]): number => {
    const id = set(fire, milliseconds)
    function fire(): void {
      if (cleared.has(id)) return
      if ((window as { isTyping?: boolean }).isTyping) set(fire, 20)
      else run(...given)
    }
    return id
  }
  Object.assign(window, {
    setTimeout: later,
    clearTimeout: (id?: number) => {
      cleared.add(id)
      clear(id)
    },
  })
}

export interface Scanning extends Pick<Emulated, 'scanner' | 'host' | 'capsLock' | 'suffix'> {
  /** Milliseconds between two keys. */
  readonly delay?: number
}

/**
 * A barcode scanner: a keyboard that types as fast as it is told, for any layout. Keys say themselves when they were
 * pressed, so that their rhythm is the same on a busy machine.
 */
export class Scanner {
  readonly #page: Page
  readonly #session: Promise<CDPSession>
  /** When the last key was pressed: milliseconds since 1970. */
  #time = 0
  constructor(page: Page) {
    this.#page = page
    this.#session = page.context().newCDPSession(page)
  }

  async scan(text: string, { delay = 2, ...how }: Scanning = {}): Promise<void> {
    const session = await this.#session
    const from = Math.max(this.#time, Date.now())
    const strokes = strokesOf(text, { ...how, gap: delay, from })
    this.#time = strokes.at(-1)?.time ?? from
    await this.#page.evaluate(() => Object.assign(window, { isTyping: true }).isTyping)
    await Promise.all(
      strokes.flatMap((stroke) =>
        (['keyDown', 'keyUp'] as const).map((type) =>
          session.send('Input.dispatchKeyEvent', { type, ...keyEvent(stroke) }),
        ),
      ),
    )
    await this.#page.evaluate(() => Object.assign(window, { isTyping: false }).isTyping)
  }
}

const SHIFT = 8
const VIRTUAL_KEYS: ReadonlyMap<string, number> = new Map([
  ['Enter', 13],
  ['Tab', 9],
])

function keyEvent({ key, code, shift, time }: Stroke) {
  const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined
  return {
    key,
    code,
    timestamp: time / 1000,
    modifiers: shift ? SHIFT : 0,
    ...(text !== undefined && { text, unmodifiedText: text }),
    windowsVirtualKeyCode: VIRTUAL_KEYS.get(key) ?? key.toUpperCase().charCodeAt(0),
  }
}
