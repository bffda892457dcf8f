import { isRecord } from '../core/encoding'
import { untilVisitEnds } from './visit'

/** A window that was closed says nothing; it is looked at this often, in milliseconds. */
const CHECK_EVERY = 400

/** Which page of ours a window shows, and what is done with what it says. */
export interface PopupOptions {
  /** The file, in the folder of `base`. */
  readonly page: string
  readonly base: URL
  /** What its messages are marked with. */
  readonly kind: string
  /** Its size, as `window.open` takes it. */
  readonly look: string
  readonly onMessage: (message: Readonly<Record<string, unknown>>) => void
  /** The window was closed, by whomever. */
  readonly onClosed: () => void
}

export interface Popup {
  /** Says something to the window. Lost while its page has not loaded. */
  readonly send: (message: object) => void
  /** Listens no more. The window stays. */
  readonly stop: () => void
  /** Listens no more, and closes the window. */
  readonly close: () => void
}

/**
 * Opens a page of ours in a window of its own, which a frame's policy does not bind; call it from a click. Its address
 * holds a random number and nothing else. Messages count when they are from that window, of our own origin, with that
 * number and kind. A channel by name would not do, because browsers keep those of a frame and of a window apart.
 *
 * It is closed when the visit ends, whether anybody still listens to it or not. `blocked` when the browser does not open it.
 */
export function openPopup({ page, base, kind, look, onMessage, onClosed }: PopupOptions): Popup | 'blocked' {
  const nonce = crypto.randomUUID()
  const address = new URL(page, base)
  address.hash = nonce
  const opened = window.open(address, '', look)
  if (!opened) return 'blocked'
  const listen = ({ origin, source, data }: MessageEvent): void => {
    if (origin === window.location.origin && source === opened && isOurs(data, kind, nonce)) onMessage(data)
  }
  const stop = (): void => {
    clearInterval(timer)
    window.removeEventListener('message', listen)
  }
  // What a window says last can arrive after it is seen to be closed: only the second look believes that it said nothing.
  let wasClosed = false
  const timer = setInterval(() => {
    if (!opened.closed) return
    if (!wasClosed) {
      wasClosed = true
      return
    }
    stop()
    onClosed()
  }, CHECK_EVERY)
  window.addEventListener('message', listen)
  untilVisitEnds(() => {
    stop()
    opened.close()
    onClosed()
  })
  return {
    send: (message) => opened.postMessage({ ...message, kind, nonce }, address.origin),
    stop,
    close: () => {
      stop()
      opened.close()
    },
  }
}

const isOurs = (data: unknown, kind: string, nonce: string): data is Record<string, unknown> =>
  isRecord(data) && data['kind'] === kind && data['nonce'] === nonce

const openerOfThis = (): Window | null => (window as { readonly opener: Window | null }).opener

/** The window's side: its number from the address. `undefined` when nobody of ours opened this page. */
export function takeNonce(): string | undefined {
  const nonce = window.location.hash.slice(1)
  return openerOfThis() && /^[\da-f-]{36}$/.test(nonce) ? nonce : undefined
}

/** Says something to the page that opened this window, if that is still a page of ours. */
export function tellOpener(kind: string, nonce: string, message: object): void {
  openerOfThis()?.postMessage({ ...message, kind, nonce }, window.location.origin)
}

/** Milliseconds in which the page that opened this window closes it; a page that is gone never does. */
const CLOSE_PATIENCE = 1000

/**
 * Says the last thing there is to say. The page that hears it closes this window, because the message of a window that
 * is gone can count as nobody's; whoever is not heard closes by itself.
 */
export function tellOpenerLast(kind: string, nonce: string, message: object): void {
  tellOpener(kind, nonce, message)
  setTimeout(() => window.close(), CLOSE_PATIENCE)
}

/** Hears what the page that opened this window says, with the same number. Returns how to stop. */
export function hearOpener(
  kind: string,
  nonce: string,
  onMessage: (message: Readonly<Record<string, unknown>>) => void,
): () => void {
  const opener = openerOfThis()
  const listen = ({ origin, source, data }: MessageEvent): void => {
    if (origin === window.location.origin && source === opener && isOurs(data, kind, nonce)) onMessage(data)
  }
  window.addEventListener('message', listen)
  return () => window.removeEventListener('message', listen)
}
