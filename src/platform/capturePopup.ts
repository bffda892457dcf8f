import { openPopup, takeNonce, tellOpenerLast } from './popup'

/** The page that scans in a window of its own; see `captureQR.html`. */
const PAGE = 'captureQR.html'
const KIND = 'shx-capture'
const LOOK = 'popup,width=480,height=720'

export interface CaptureEvents {
  readonly onText: (text: string) => void
  /** The window was closed without a scan. */
  readonly onClosed: () => void
}

/**
 * Opens the capture window; call it from a click. One text is accepted from it.
 *
 * Returns how to stop waiting, or `blocked`.
 */
export function openCapture(base: URL, { onText, onClosed }: CaptureEvents): (() => void) | 'blocked' {
  const popup = openPopup({
    page: PAGE,
    base,
    kind: KIND,
    look: LOOK,
    onMessage: ({ text }) => {
      if (typeof text !== 'string' || popup === 'blocked') return
      popup.close()
      onText(text)
    },
    onClosed,
  })
  return popup === 'blocked' ? popup : popup.stop
}

/** The capture window's side: takes its number from the address. `undefined` when nobody of ours opened this page. */
export const takeCaptureNonce = takeNonce

/** Hands the text to the page that opened this window, if that is still a page of ours, and has the window closed. */
export function deliverCapture(nonce: string, text: string): void {
  tellOpenerLast(KIND, nonce, { text })
}
