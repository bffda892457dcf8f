import type { ScreenConfig } from '../screens'
import type { Refusal } from '../config'
import { readInto } from './reader'
import { screens } from './screens'

/**
 * What the address of the page may set, and under which name. Only the group `ScreenConfig` can stand here: a key that
 * decides trust, hosts, scopes or what is kept does not compile (rule 9).
 */
export const URL_KEYS = {
  initialTab: (text) => text,
  tabs: (text) => text.split(','),
} as const satisfies { readonly [K in keyof ScreenConfig]?: (text: string) => unknown }

export type UrlKey = keyof typeof URL_KEYS

/** `before` with what the query of the page's address sets. Whatever else stands there decides nothing. */
export function readUrl<T extends ScreenConfig>(
  before: T,
  search: string,
  refuse: (refusal: Refusal) => undefined,
): T {
  const query = new URLSearchParams(search)
  const given = Object.entries(URL_KEYS).flatMap(([key, split]) => {
    const text = query.get(key)
    return text === null ? [] : [[key, split(text)] as const]
  })
  const anonymous = (refusal: Refusal): undefined =>
    refuse({ ...refusal, path: `?${refusal.path}`, given: '' })
  const { initialTab, tabs } = readInto<ScreenConfig>(before, screens, Object.fromEntries(given), {
    path: '',
    refuse: anonymous,
  })
  return { ...before, initialTab, tabs: tabs.filter((tab) => before.tabs.includes(tab)) }
}
