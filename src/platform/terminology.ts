import { canonicalCode, canonicalSystem } from '../core/codes/codeSystems'
import type { Coded, LoadedTerms, LoadTerms, Term } from '../core/codes/codeRenderer'
import { covers, readManifest, readShard, shardFile, termKey } from '../core/codes/shards'
import type { Dictionary, Shard, TermManifest } from '../core/codes/shards'
import { isRecord, jsonFromText, textFromBytes } from '../core/encoding'
import type { Clock, Http } from '../core/ports'
import { createDictionaryCache, type DictionaryCache } from './dictionaryCache'

export interface TerminologyOptions {
  /** The page: dictionaries lie in its folder `terminology/`, and nowhere else. */
  readonly base: URL
  readonly http: Http
  readonly cache: DictionaryCache
  readonly clock: Clock
  /** A copy younger than this is used without asking; an older one only while a new one cannot be had. */
  readonly maxAgeHours: number
}

/** What the page's own host has to say about codes. */
export interface HostTerms {
  readonly load: LoadTerms
  /** Which dictionaries there are; empty where there are none. Rejects while that cannot be found out. */
  readonly dictionaries: () => Promise<readonly Dictionary[]>
}

/** The dictionaries of the page's own host, with a copy of at most `ceilingBytes` of them in the browser. */
export const createHostTerms = ({
  ceilingBytes,
  ...options
}: Omit<TerminologyOptions, 'cache'> & { readonly ceilingBytes: number }): HostTerms =>
  createTerms({ ...options, cache: createDictionaryCache(ceilingBytes) })

/** A manifest, or a shard of a host's own large dictionaries. */
const MAXIMUM_BYTES = 2_000_000
/** How many files are asked for at a time. */
const AT_A_TIME = 6
/** Shards that are kept ready in memory. */
const READY_SHARDS = 256

/**
 * Finds words for codes in the shards of our own host: one request for each shard, however many codes are in it, and
 * none for systems that no dictionary has. What is asked for is a bucket of unrelated codes; the code stays here.
 */
export function createTerms(options: TerminologyOptions): HostTerms {
  const read = createTermFiles(options)
  const manifest = remembered<TermManifest | 'none'>((anew) => read('manifest.json', readManifest, anew))
  const shards = new Map<string, Promise<Shard | undefined>>()
  const shardAt = (path: string): Promise<Shard | undefined> => {
    const ready = shards.get(path)
    if (ready) return ready
    const shard = read(path, readShard).then((found) => (found === 'none' ? undefined : found))
    shards.set(path, shard)
    void shard.then((found) => found ?? shards.delete(path))
    for (const [oldest] of shards) if (shards.size > READY_SHARDS) shards.delete(oldest)
    return shard
  }

  const search = async (wanted: readonly Coded[], current: TermManifest): Promise<LoadedTerms> => {
    const aliases = wanted.some(({ system }) => isOid(canonicalSystem(system)))
      ? await read(`${current.version}/aliases.json`, asRecord)
      : undefined
    const lookups = wanted.map((coded) => lookupOf(coded, current, aliases))
    const paths = [...new Set(lookups.flatMap((lookup) => lookup?.path ?? []))]
    const found = new Map<string, Shard | undefined>()
    await inTurns(paths, async (path) => void found.set(path, await shardAt(path)))
    return lookups.map((lookup) => {
      if (!lookup) return []
      const shard = found.get(lookup.path)
      return shard && (shard.get(lookup.key) ?? []).flatMap((term) => termFrom(term, current))
    })
  }

  const load: LoadTerms = async (wanted) => {
    const current = await manifest()
    if (current === 'none') return undefined
    if (!current) throw new Error('no manifest')
    const terms = await search(wanted, current)
    // The host may have got newer dictionaries, in another folder.
    const newer = terms.includes(undefined) ? await manifest(true) : current
    const better =
      newer && newer !== 'none' && newer.version !== current.version ? await search(wanted, newer) : terms
    await options.cache.prune()
    return better
  }
  const dictionaries = async (): Promise<readonly Dictionary[]> => {
    const current = await manifest()
    if (!current) throw new Error('no manifest')
    return current === 'none' ? [] : current.dictionaries
  }
  return { load, dictionaries }
}

/** Asks once, and again only when told to, or when there was no answer. */
function remembered<Value>(
  ask: (anew: boolean) => Promise<Value | undefined>,
): (anew?: boolean) => Promise<Value | undefined> {
  let last: Promise<Value | undefined> | undefined
  return async (anew = false) => {
    if (anew || !last) last = ask(anew)
    const answer = await last
    if (answer === undefined) last = undefined
    return answer
  }
}

const asRecord = (json: unknown): Readonly<Record<string, unknown>> | undefined =>
  isRecord(json) ? json : undefined

interface Lookup {
  readonly path: string
  readonly key: string
}

function lookupOf(coded: Coded, manifest: TermManifest, aliases: unknown): Lookup | undefined {
  const known = canonicalSystem(coded.system)
  const alias = isRecord(aliases) && Object.hasOwn(aliases, known) ? aliases[known] : undefined
  const system = typeof alias === 'string' ? alias : known
  if (!covers(manifest, system)) return undefined
  const key = termKey(system, canonicalCode(system, coded.code.trim()))
  return { key, path: `${manifest.version}/${shardFile(key, manifest.shards)}` }
}

const isOid = (system: string): boolean => system.startsWith('urn:oid:')

function termFrom(
  {
    text,
    language,
    dictionary,
  }: { readonly text: string; readonly language: string; readonly dictionary: number },
  { dictionaries }: TermManifest,
): Term | readonly [] {
  const source = dictionaries[dictionary]
  return source ? { text, language, dictionary: source } : []
}

/** Runs `task` for every item, a few at a time. */
async function inTurns<Item>(items: readonly Item[], task: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values()
  const work = async (): Promise<void> => {
    for (const item of queue) await task(item)
  }
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, items.length) }, work))
}

/**
 * Reads a file below `terminology/`: from the cache, or from our own host where there is no copy or too old a one. What
 * `parse` does not accept is neither used nor kept. `none`: the host has no such file. `undefined`: it could not be
 * had. Never throws.
 */
type ReadTermFile = <Value>(
  path: string,
  parse: (json: unknown) => Value | undefined,
  anew?: boolean,
) => Promise<Value | 'none' | undefined>

function createTermFiles({ base, http, cache, clock, maxAgeHours }: TerminologyOptions): ReadTermFile {
  const folder = new URL('terminology/', base)
  const fetched = async (path: string): Promise<Fetched | undefined> => {
    const url = new URL(path, folder)
    const response = await http({ url, method: 'GET', maximumBytes: MAXIMUM_BYTES })
    if (!response.ok) return undefined
    const { status, body } = response.value
    const text = status === 200 ? textFromBytes(body) : undefined
    // A host that answers every unknown address with its start page has no such file.
    if (status === 404 || text?.trimStart().startsWith('<')) return { exists: false }
    return text === undefined ? undefined : { exists: true, text }
  }
  return async (path, parse, anew = false) => {
    const kept = await cache.get(path)
    const age = kept ? clock().getTime() - kept.fetchedAt.getTime() : Infinity
    const copy = kept && parse(jsonFromText(kept.text))
    if (copy !== undefined && !anew && age >= 0 && age < maxAgeHours * 3_600_000) return copy
    const answer = await fetched(path)
    if (answer?.exists === false) return copy ?? 'none'
    const fresh = answer && parse(jsonFromText(answer.text))
    if (!answer || fresh === undefined) return copy
    await cache.set(path, { text: answer.text, fetchedAt: clock() })
    return fresh
  }
}

type Fetched = { readonly exists: false } | { readonly exists: true; readonly text: string }
