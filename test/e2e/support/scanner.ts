import type { CDPSession, Page } from '@playwright/test'
import { strokesOf, type Emulated } from '../../support/scanner'
import type { Stroke } from '../../../src/core/scanner/stroke'

export interface Scanning extends Pick<Emulated, 'scanner' | 'host' | 'capsLock' | 'suffix'> {
  /** Milliseconds between two keys. */
  readonly delay?: number
}

/**
 * A barcode scanner: a keyboard that types as fast as it is told, for any layout. Keys say themselves when they were
 * pressed, so that their rhythm is the same on a busy machine.
 */
export class Scanner {
  readonly #session: Promise<CDPSession>
  /** When the last key was pressed: milliseconds since 1970. */
  #time = 0
  constructor(page: Page) {
    this.#session = page.context().newCDPSession(page)
  }

  async scan(text: string, { delay = 2, ...how }: Scanning = {}): Promise<void> {
    const session = await this.#session
    const from = Math.max(this.#time, Date.now())
    const strokes = strokesOf(text, { ...how, gap: delay, from })
    this.#time = strokes.at(-1)?.time ?? from
    await Promise.all(
      strokes.flatMap((stroke) =>
        (['keyDown', 'keyUp'] as const).map((type) =>
          session.send('Input.dispatchKeyEvent', { type, ...keyEvent(stroke) }),
        ),
      ),
    )
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
