import { isRecord, jsonFromText, textFromBytes } from '../core/encoding'
import type { Clock, Http, LoadDirectories, LoadedDirectory } from '../core/ports'
import { readDirectory, type Directory } from '../core/shc/directory'
import type { DirectoryFacts } from '../core/verdict'
import type { TextCache } from './storage'

export interface DirectorySource {
  readonly url: URL
  readonly kind: DirectoryFacts['kind']
}

export interface DirectoryOptions {
  readonly sources: readonly DirectorySource[]
  readonly http: Http
  readonly cache: TextCache
  readonly clock: Clock
  /** A copy younger than this is used without asking; an older one only while the list cannot be had. */
  readonly maxAgeHours: number
  /**
   * Where copies of the lists are kept beside the page, under the last part of their address: what a list says is
   * known from its first day, without its host. Source: conformance matrix, C-66.
   */
  readonly copies: URL
}

/** The VCI snapshot has 0.7 MB. */
const MAXIMUM_BYTES = 20_000_000
/** An unreachable list may be asked for again after this: soon enough for "try again", not once a card. */
const RETRY_MILLISECONDS = 2_000

/**
 * Fetches the configured directories once per page, all at a time. A list that cannot be had is answered from its
 * cached copy, marked stale; without a copy it is unavailable, which is not the same as "lists nobody".
 */
export function createDirectoryLoader(options: DirectoryOptions): LoadDirectories {
  const loads = options.sources.map((source) =>
    remembered(() => loadDirectory(source, options), options.clock),
  )
  return () => Promise.all(loads.map((load) => load()))
}

/** Runs at most once while it succeeds; a failed run may be repeated a little later. */
function remembered(load: () => Promise<LoadedDirectory>, clock: Clock): () => Promise<LoadedDirectory> {
  let last: { readonly result: Promise<LoadedDirectory>; readonly failedAt?: number } | undefined
  return () => {
    const expired = last?.failedAt !== undefined && clock().getTime() - last.failedAt > RETRY_MILLISECONDS
    if (last && !expired) return last.result
    const result = load().then((loaded) => {
      if (!loaded.available || loaded.facts.stale) last = { result, failedAt: clock().getTime() }
      return loaded
    })
    last = { result }
    return result
  }
}

async function loadDirectory(source: DirectorySource, options: DirectoryOptions): Promise<LoadedDirectory> {
  const { http, cache, clock, maxAgeHours } = options
  const key = source.url.href
  const cached = await cache.get(key)
  const known = cached && directoryFrom(cached.text)
  const age = cached ? clock().getTime() - cached.fetchedAt.getTime() : Infinity
  if (known && age >= 0 && age < maxAgeHours * 3_600_000) return available(source, known, false)
  const text = await textAt(source.url, http)
  const fresh = text === undefined ? undefined : directoryFrom(text)
  if (fresh && text !== undefined && !isOlder(fresh, known)) {
    await cache.set(key, { text, fetchedAt: clock() })
    return available(source, fresh, false)
  }
  const kept = newest([known, await copyOf(source.url, options)])
  return kept
    ? available(source, kept, true)
    : { available: false, facts: { source: key, kind: source.kind, stale: false } }
}

/** The copy beside the page, for a list that has its home elsewhere and cannot be had from there. */
async function copyOf(home: URL, { http, copies }: DirectoryOptions): Promise<Directory | undefined> {
  const name = home.pathname.split('/').at(-1) ?? ''
  if (home.origin === copies.origin || name === '') return undefined
  const text = await textAt(new URL(name, copies), http)
  return text === undefined ? undefined : directoryFrom(text)
}

async function textAt(url: URL, http: Http): Promise<string | undefined> {
  const response = await http({ url, method: 'GET', maximumBytes: MAXIMUM_BYTES })
  return response.ok && response.value.status === 200 ? textFromBytes(response.value.body) : undefined
}

/** The copy of the latest date; one that does not say is older than one that does. */
function newest(copies: readonly (Directory | undefined)[]): Directory | undefined {
  const known = copies.filter((copy) => copy !== undefined)
  return known.toSorted((a, b) => (b.date?.getTime() ?? 0) - (a.date?.getTime() ?? 0))[0]
}

/** A list never goes back in time: an older copy from a broken mirror could bring a withdrawn key back. */
const isOlder = (fresh: Directory, known: Directory | undefined): boolean =>
  fresh.date !== undefined && known?.date !== undefined && fresh.date < known.date

function directoryFrom(text: string): Directory | undefined {
  const json = jsonFromText(text)
  return isRecord(json) ? readDirectory(json) : undefined
}

const available = (source: DirectorySource, directory: Directory, stale: boolean): LoadedDirectory => ({
  available: true,
  directory,
  facts: {
    source: source.url.href,
    kind: source.kind,
    stale,
    ...(directory.date && { date: directory.date }),
  },
})
