import { isRecord } from '../core/encoding'

/** The page that scans in a window of its own; see `captureQR.html`. */
const PAGE = 'captureQR.html'
const KIND = 'shx-capture'
const LOOK = 'popup,width=480,height=720'
/** A window that was closed says nothing; it is looked at this often, in milliseconds. */
const CHECK_EVERY = 400

/** What the capture window sends to the page that opened it. */
interface Delivery {
  readonly kind: typeof KIND
  readonly nonce: string
  readonly text: string
}

export interface CaptureEvents {
  readonly onText: (text: string) => void
  /** The window was closed without a scan. */
  readonly onClosed: () => void
}

/**
 * Opens the capture window; call it from a click. Its address holds a random number and nothing else, and one text is
 * accepted from it: from that window, of our own origin, with that number. A channel by name would not do, because
 * browsers keep those of a frame and of a window apart.
 *
 * Returns how to stop waiting, or `blocked`.
 */
export function openCapture(base: URL, { onText, onClosed }: CaptureEvents): (() => void) | 'blocked' {
  const nonce = crypto.randomUUID()
  const address = new URL(PAGE, base)
  address.hash = nonce
  const opened = window.open(address, '', LOOK)
  if (!opened) return 'blocked'
  const listen = ({ origin, source, data }: MessageEvent): void => {
    if (origin !== window.location.origin || source !== opened || !isDelivery(data, nonce)) return
    stop()
    onText(data.text)
  }
  const timer = setInterval(() => {
    if (!opened.closed) return
    stop()
    onClosed()
  }, CHECK_EVERY)
  const stop = (): void => {
    clearInterval(timer)
    window.removeEventListener('message', listen)
  }
  window.addEventListener('message', listen)
  return stop
}

const isDelivery = (message: unknown, nonce: string): message is Delivery =>
  isRecord(message) &&
  message['kind'] === KIND &&
  message['nonce'] === nonce &&
  typeof message['text'] === 'string'

/** The capture window's side: takes its number from the address. `undefined` when nobody of ours opened this page. */
export function takeCaptureNonce(): string | undefined {
  const nonce = window.location.hash.slice(1)
  const { opener } = window as { readonly opener: Window | null }
  return opener && /^[\da-f-]{36}$/.test(nonce) ? nonce : undefined
}

/** Hands the text to the page that opened this window, if that is still a page of ours, and closes the window. */
export function deliverCapture(nonce: string, text: string): void {
  const { opener } = window as { readonly opener: Window | null }
  const message: Delivery = { kind: KIND, nonce, text }
  opener?.postMessage(message, window.location.origin)
  window.close()
}
