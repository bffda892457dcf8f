import { readDirectory } from '../../src/core/shc/directory'
import type { LoadDirectories, LoadedDirectory } from '../../src/core/ports'
import type { TestIssuer } from './issueCard'

interface DirectoryOptions {
  readonly kind?: 'trusted' | 'test'
  readonly stale?: boolean
  readonly source?: string
  /** The list's own date; `null` for a list that states none. */
  readonly time?: string | null
}

/** One entry of a directory file; anything goes, because directories are written by strangers too. */
export type Entry = Readonly<Record<string, unknown>>

export const SOURCE = 'https://directory.example/snapshot.json'
export const TIME = '2026-06-15T04:00:00Z'

/** The entry of an issuer; `key` adds to its published key, `entry` to the entry itself. */
export const listed = (
  issuer: TestIssuer,
  { key, ...entry }: { readonly key?: Entry } & Entry = {},
): Entry => ({
  issuer: { iss: issuer.iss, name: 'Example Health' },
  keys: [{ ...issuer.published, ...key }],
  ...entry,
})

/** A revocation list for an issuer's key. */
export const revoking = (issuer: TestIssuer, rids: readonly unknown[], list: Entry = {}): Entry => ({
  kid: issuer.kid,
  method: 'rid',
  ctr: 1,
  rids,
  ...list,
})

/** A directory as the platform hands it to the core, read from its file's JSON. */
export function directoryOf(entries: readonly unknown[], options: DirectoryOptions = {}): LoadedDirectory {
  const { kind = 'trusted', stale = false, source = SOURCE, time = TIME } = options
  const directory = readDirectory({ ...(time !== null && { time }), issuerInfo: entries })
  if (!directory) throw new Error('directoryOf: this is no directory')
  return {
    available: true,
    directory,
    facts: { source, kind, stale, ...(directory.date && { date: directory.date }) },
  }
}

export const unavailable = ({
  kind = 'trusted',
  source = SOURCE,
}: DirectoryOptions = {}): LoadedDirectory => ({
  available: false,
  facts: { source, kind, stale: false },
})

export const loading =
  (...directories: readonly LoadedDirectory[]): LoadDirectories =>
  () =>
    Promise.resolve(directories)
