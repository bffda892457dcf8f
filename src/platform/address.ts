/** A card, a link or a file's content behind the `#`; anything else there is none of our business. */
const ARRIVAL = /shlink:|shc:|%7b|\{|verifiableCredential/i

/** True for an address of the viewer with something to open in it. */
export const isArrival = (address: string): boolean => ARRIVAL.test(address.replace(/^[^#]*/, ''))

/**
 * Takes what the page was opened with out of its own address: read once, then gone from the address bar and the
 * history, because a link is a key. `undefined` when there is nothing.
 */
export function takeArrival(): string | undefined {
  const { href, pathname, search } = window.location
  if (!isArrival(href)) return undefined
  window.history.replaceState(null, '', pathname + search)
  return href
}

/** Calls back when a second link is opened in this tab. Returns how to stop. */
export function onArrival(open: (text: string) => void): () => void {
  const listen = (): void => {
    const arrival = takeArrival()
    if (arrival !== undefined) open(arrival)
  }
  window.addEventListener('hashchange', listen)
  return () => window.removeEventListener('hashchange', listen)
}

/** A page that is left, and comes back from the browser's own cache, must not bring the last person's record with it. */
export function forgetOnLeaving(leave: () => void): void {
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) leave()
  })
}

/**
 * The folder of the viewer's own files. A page below it, such as `SMARTHealthCard/`, says itself where they are: its
 * head names `config.json`, at whatever address the build has put it.
 */
export function siteBase(): URL {
  const config = document.querySelector<HTMLLinkElement>('link[rel="preload"][href$="config.json"]')
  return new URL('.', config?.href ?? document.baseURI)
}
