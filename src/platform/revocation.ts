import type { UrlPolicy } from '../core/checkUrl'
import { jsonFromText, textFromBytes } from '../core/encoding'
import type { Clock, FetchedRevocationList, Http, LoadRevocationList } from '../core/ports'
import { readRevocationList } from '../core/shc/directory'
import { wellKnownUrl } from '../core/shc/issuerKeys'
import type { CachedText, TextCache } from './storage'

export interface RevocationOptions {
  readonly http: Http
  readonly policy: UrlPolicy
  readonly cache: TextCache
  readonly clock: Clock
}

/** Lists have one line a card at the most. */
const MAXIMUM_BYTES = 5_000_000
/** An unreachable list may be asked for again after this: soon enough for "check again", not once a card. */
const RETRY_MILLISECONDS = 2_000

/**
 * Gets the lists of withdrawn cards of listed issuers, each at most once while it is new enough: a kept copy serves as
 * long as its counter is what the issuer's key asks for, and as the older copy that it is while there is no other.
 * Source: SMART Health Cards, "Revocation".
 */
export function createRevocationLoader(options: RevocationOptions): LoadRevocationList {
  const turns = new Map<string, Turn>()
  return ({ iss, kid, counter }) => {
    // A key's name becomes part of an address.
    const url = /^[\w-]+$/.test(kid) ? wellKnownUrl(iss, `crl/${kid}.json`, options.policy) : undefined
    if (!url) return Promise.resolve(undefined)
    const name = `${url.href} ${counter}`
    const last = turns.get(name)
    if (last && !isOver(last, options.clock())) return last.result
    const turn: Turn = { result: loadList({ url, kid, counter }, options) }
    turns.set(name, turn)
    void noteFailure(turn, counter, options.clock)
    return turn.result
  }
}

async function noteFailure(turn: Turn, counter: number, clock: Clock): Promise<void> {
  const loaded = await turn.result
  if (loaded === undefined || loaded.list.counter < counter) turn.failedAt = clock().getTime()
}

interface Turn {
  readonly result: Promise<FetchedRevocationList | undefined>
  failedAt?: number
}

const isOver = ({ failedAt }: Turn, now: Date): boolean =>
  failedAt !== undefined && now.getTime() - failedAt > RETRY_MILLISECONDS

interface Wanted {
  readonly url: URL
  readonly kid: string
  readonly counter: number
}

async function loadList(
  { url, kid, counter }: Wanted,
  { http, cache, clock }: RevocationOptions,
): Promise<FetchedRevocationList | undefined> {
  const kept = await cache.get(url.href)
  const copy = kept && listFrom(kept, url, kid)
  if (copy && copy.list.counter >= counter) return copy
  const response = await http({ url, method: 'GET', maximumBytes: MAXIMUM_BYTES })
  const text = response.ok && response.value.status === 200 ? textFromBytes(response.value.body) : undefined
  const answer = text === undefined ? undefined : { text, fetchedAt: clock() }
  const fresh = answer && listFrom(answer, url, kid)
  // A list never goes back: an older copy from a broken mirror could clear what was withdrawn.
  if (!answer || !fresh || (copy && copy.list.counter > fresh.list.counter)) return copy
  await cache.set(url.href, answer)
  return fresh
}

/** `undefined` for what is no list, and for the list of another key. */
function listFrom({ text, fetchedAt }: CachedText, url: URL, kid: string): FetchedRevocationList | undefined {
  const list = readRevocationList(jsonFromText(text))
  return list?.kid === kid ? { list, source: url.href, date: fetchedAt } : undefined
}
