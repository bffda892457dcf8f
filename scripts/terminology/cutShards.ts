import { createHash } from 'node:crypto'
import { shardFile, termKey } from '../../src/core/codes/shards'
import type { SourceDictionary } from './terms'

/** A file to be written, by its path below `terminology/`. */
export interface TermFile {
  readonly path: string
  readonly content: string
}

/** So many unrelated codes share a shard: enough that its name tells nothing, few enough for some kilobytes. */
const CODES_PER_SHARD = 400

/** Everything that `terminology/` has to hold: the manifest, the shards and other addresses of systems. Same input, same bytes. */
export function cutShards(
  dictionaries: readonly SourceDictionary[],
  aliases: ReadonlyMap<string, string>,
): readonly TermFile[] {
  const total = dictionaries.reduce((sum, { terms }) => sum + terms.length, 0)
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(total / CODES_PER_SHARD)))
  const shards = shardsOf(dictionaries, count)
  const others = JSON.stringify(Object.fromEntries([...aliases].toSorted(byName)))
  const named: readonly TermFile[] = [
    ...[...shards].toSorted(byName).map(([path, parts]) => ({ path, content: shardText(parts) })),
    { path: 'aliases.json', content: others },
  ]
  const version = hashOf(named)
  const manifest = {
    format: 1,
    version,
    shards: count,
    dictionaries: dictionaries.map(({ about, terms }) => ({ ...about, terms: terms.length })),
  }
  return [
    { path: 'manifest.json', content: `${JSON.stringify(manifest, undefined, 2)}\n` },
    ...named.map(({ path, content }) => ({ path: `${version}/${path}`, content: `${content}\n` })),
  ]
}

/** Words by code, in the part of one dictionary and system of a shard. */
type Part = Map<string, string | Record<string, string>>

function shardsOf(
  dictionaries: readonly SourceDictionary[],
  count: number,
): ReadonlyMap<string, ReadonlyMap<string, Part>> {
  const shards = new Map<string, Map<string, Part>>()
  // A bucket that no code falls into is a file all the same: to lack a file would be to say something.
  for (let index = 0; index < count; index++) shards.set(emptyName(index, count), new Map())
  for (const [index, { about, terms }] of dictionaries.entries()) {
    for (const { system, code, text } of terms) {
      const parts = shards.get(shardFile(termKey(system, code), count)) ?? new Map<string, Part>()
      const name = JSON.stringify([index, system])
      const part = parts.get(name) ?? new Map()
      if (!part.has(code)) part.set(code, about.language === 'en' ? text : { [about.language]: text })
      parts.set(name, part)
    }
  }
  return shards
}

const emptyName = (index: number, count: number): string =>
  `${index.toString(16).padStart((count - 1).toString(16).length, '0')}.json`

function shardText(parts: ReadonlyMap<string, Part>): string {
  const lines = [...parts].toSorted(byName).map(([name, part]) => {
    const words = [...part]
      .toSorted(byName)
      .map(([code, text]) => `${JSON.stringify(code)}:${JSON.stringify(text)}`)
    return `${name.slice(0, -1)},{${words.join(',')}}]`
  })
  return `[${lines.join(',\n')}]`
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : Number(a > b)

function hashOf(files: readonly TermFile[]): string {
  const hash = createHash('sha256')
  for (const { path, content } of files) hash.update(`${path}\n${content}\n`)
  return hash.digest('hex').slice(0, 12)
}
