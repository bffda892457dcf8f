import { isRecord } from '../encoding'

/**
 * Dictionaries are cut into shards by a hash of system and code, never by system or by the beginning of a code: whoever
 * keeps the log of the files that a viewer asks its own host for learns a bucket of some hundred unrelated codes, and
 * neither a diagnosis nor its chapter. Source: ADR 0014.
 */

/** What the file `manifest.json` of the dictionaries says. */
export interface TermManifest {
  /** Name of the folder with the shards: a hash of their content, so that a shard never changes under its address. */
  readonly version: string
  /** How many shards there are: a power of two. */
  readonly shards: number
  readonly dictionaries: readonly Dictionary[]
}

/** One dictionary, as it is named to readers. */
export interface Dictionary {
  /** Stable, for tests and styles: `cvx`, `hl7-terminology`. */
  readonly id: string
  readonly name: string
  /** The publisher's version, or the day of the list. */
  readonly version: string
  /** Where it comes from: an npm package with its version, or an address. */
  readonly source: string
  readonly licence: string
  /** What the licence wants to be said. */
  readonly notice?: string
  /** Code systems that it has words for. One that ends in `/` stands for all that lie directly below it. */
  readonly systems: readonly string[]
  /** How many codes it has words for. */
  readonly terms: number
}

/** Words for one code in one language, and the place of their dictionary in the manifest. */
export interface ShardTerm {
  readonly text: string
  /** BCP 47. */
  readonly language: string
  readonly dictionary: number
}

/** The words of one shard, by `termKey`. */
export type Shard = ReadonlyMap<string, readonly ShardTerm[]>

/** A system and a code as one text. A blank is in neither, so that no two pairs read alike. */
export const termKey = (system: string, code: string): string => `${system} ${code}`

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a with 32 bits over UTF-8. The build and the viewer must agree on it for ever: it is part of the file format. */
export function hashOf(text: string): number {
  let hash = FNV_OFFSET
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, FNV_PRIME)
  }
  return hash >>> 0
}

/** The file that has the words for a code, such as `1f.json`. `count`: how many shards there are. */
export function shardFile(key: string, count: number): string {
  // The low bits of FNV-1a are its weakest: those above are folded in.
  const hash = hashOf(key)
  const folded = (hash ^ (hash >>> 16)) & (count - 1)
  return `${folded.toString(16).padStart((count - 1).toString(16).length, '0')}.json`
}

/** More shards than any dictionary needs. */
const MOST_SHARDS = 65_536

/** Reads `manifest.json`; `undefined` for anything else. Dictionaries that say too little keep their place, without words. */
export function readManifest(json: unknown): TermManifest | undefined {
  if (!isRecord(json) || json['format'] !== 1) return undefined
  const { version, shards, dictionaries } = json
  if (typeof version !== 'string' || !/^[\da-f]{8,64}$/.test(version)) return undefined
  if (typeof shards !== 'number' || !isPowerOfTwo(shards) || shards > MOST_SHARDS) return undefined
  if (!Array.isArray(dictionaries)) return undefined
  return { version, shards, dictionaries: dictionaries.map(readDictionary) }
}

const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value)) && value >= 1

function readDictionary(value: unknown): Dictionary {
  const part = isRecord(value) ? value : {}
  const text = (name: string): string => {
    const found = part[name]
    return typeof found === 'string' ? found : ''
  }
  const { systems, terms } = part
  return {
    id: text('id'),
    name: text('name'),
    version: text('version'),
    source: text('source'),
    licence: text('licence'),
    ...(text('notice') !== '' && { notice: text('notice') }),
    systems: Array.isArray(systems) ? systems.filter((system) => typeof system === 'string') : [],
    terms: typeof terms === 'number' ? terms : 0,
  }
}

/** True when one of the dictionaries has words for codes of this system. */
export const covers = ({ dictionaries }: TermManifest, system: string): boolean =>
  dictionaries.some(({ systems }) =>
    systems.some((known) =>
      known.endsWith('/')
        ? system.startsWith(known) && !system.slice(known.length).includes('/')
        : system === known,
    ),
  )

/** Characters of words that can still be read in a row of a table. */
const LONGEST_TEXT = 500

/**
 * Reads a shard: a list of `[dictionary, system, { code: words }]`, where words are English, or `{ language: words }`.
 * Parts of another shape are left out, and a code named `constructor` is a code. `undefined` when it is no list.
 */
export function readShard(json: unknown): Shard | undefined {
  if (!Array.isArray(json)) return undefined
  const shard = new Map<string, ShardTerm[]>()
  for (const part of json) {
    if (!Array.isArray(part)) continue
    const [dictionary, system, words]: readonly unknown[] = part
    if (typeof dictionary !== 'number' || typeof system !== 'string' || !isRecord(words)) continue
    for (const [code, said] of Object.entries(words)) {
      const key = termKey(system, code)
      const terms = termsFrom(said, dictionary)
      if (terms.length > 0) shard.set(key, [...(shard.get(key) ?? []), ...terms])
    }
  }
  return shard
}

function termsFrom(said: unknown, dictionary: number): readonly ShardTerm[] {
  const byLanguage = isRecord(said) ? Object.entries(said) : [['en', said] as const]
  return byLanguage.flatMap(([language, text]) =>
    typeof text === 'string' && text.trim() !== '' && text.length <= LONGEST_TEXT
      ? [{ text: text.trim(), language, dictionary }]
      : [],
  )
}
