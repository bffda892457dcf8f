import { hearOpener, openPopup, takeNonce, tellOpener, tellOpenerLast } from './popup'

/** The page that copies in a window of its own; see `copyText.html`. */
const PAGE = 'copyText.html'
const KIND = 'shx-copy'
const LOOK = 'popup,width=420,height=320'
/** Milliseconds for the window's page to load. */
const LOAD_PATIENCE = 15_000

/**
 * Opens the window that copies; call it from a click. It asks for the text when it is ready for it, so that the text
 * never stands in an address. A window that says nothing is closed again.
 */
export function openCopyWindow(base: URL, text: string): Promise<'copied-in-window' | 'refused'> {
  return new Promise((resolve) => {
    let patience: ReturnType<typeof setTimeout> | undefined
    const end = (result: 'copied-in-window' | 'refused'): void => {
      clearTimeout(patience)
      if (popup !== 'blocked') popup.close()
      resolve(result)
    }
    const popup = openPopup({
      page: PAGE,
      base,
      kind: KIND,
      look: LOOK,
      onMessage: ({ state }) => {
        if (state === 'copied') return end('copied-in-window')
        if (state !== 'ready' || popup === 'blocked') return
        clearTimeout(patience)
        popup.send({ text, language: document.documentElement.lang })
      },
      onClosed: () => end('refused'),
    })
    if (popup === 'blocked') return resolve('refused')
    patience = setTimeout(end, LOAD_PATIENCE, 'refused')
  })
}

/** What the window is handed. */
export interface ToCopy {
  readonly text: string
  /** The language of the page that opened it. */
  readonly language: string
  /** Says that it was copied, which closes the window. */
  readonly done: () => void
}

/** The window's side: asks for the text, once. False when nobody of ours opened this page. */
export function takeText(onText: (toCopy: ToCopy) => void): boolean {
  const nonce = takeNonce()
  if (nonce === undefined) return false
  const stop = hearOpener(KIND, nonce, ({ text, language }) => {
    if (typeof text !== 'string') return
    stop()
    onText({
      text,
      language: typeof language === 'string' ? language : '',
      done: () => tellOpenerLast(KIND, nonce, { state: 'copied' }),
    })
  })
  tellOpener(KIND, nonce, { state: 'ready' })
  return true
}
