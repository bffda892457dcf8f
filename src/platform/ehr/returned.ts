/** What an EHR sent back with the reader, as it stood in the address. */
export interface EhrReturn {
  /** The launch's random number, which stays in the address: a reload needs it. */
  readonly state: string
  /** Good for one token, once. Absent after a reload. */
  readonly code?: string
  /** Why there is none, as OAuth 2 spells it. */
  readonly error?: string
}

/** What may stay in the address: the key of the launch, and what a reader's own address may set. */
const STAYS = ['state', 'lang', 'initialTab', 'tabs']

/**
 * Takes what an EHR sent out of the page's own address at once, before anything is drawn, loaded or asked for: a code is
 * a key. `undefined` in the stand-alone viewer, whose address has no `state`.
 */
export function takeEhrReturn(): EhrReturn | undefined {
  const { pathname, search, hash } = window.location
  const query = new URLSearchParams(search)
  const state = query.get('state')
  if (state === null) return undefined
  const kept = new URLSearchParams([...query].filter(([name]) => STAYS.includes(name)))
  window.history.replaceState(null, '', `${pathname}?${kept.toString()}${hash}`)
  const [code, error] = [query.get('code') ?? undefined, query.get('error') ?? undefined]
  // Said twice, nothing is said.
  const isClear = query.getAll('state').length === 1 && query.getAll('code').length <= 1
  return {
    state: isClear ? state : '',
    ...(code !== undefined && isClear && { code }),
    ...(error !== undefined && { error }),
  }
}
