import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { CachedText, TextCache } from './storage'

/**
 * The part of the one door to storage that keeps dictionaries, in a database of their own, loaded when the first code
 * without words comes up. The files are public, the same for everybody, and kept by their names; which codes were
 * looked up is not kept.
 */
export interface DictionaryCache extends TextCache {
  /** Lets go of the oldest files until the others fit. To be called when a batch has been kept. */
  readonly prune: () => Promise<void>
}

interface StoredText extends CachedText {
  readonly path: string
}

interface Schema extends DBSchema {
  files: { key: string; value: StoredText }
}

const NAME = 'shx-viewer-dictionaries'

/**
 * Keeps at most `ceilingBytes`; with 0 nothing outlives the page. Keeps nothing where the browser allows
 * no storage.
 */
export function createDictionaryCache(ceilingBytes: number): DictionaryCache {
  let database: Promise<IDBPDatabase<Schema> | undefined> | undefined
  const open = (): Promise<IDBPDatabase<Schema> | undefined> =>
    (database ??= ceilingBytes > 0 ? openDatabase().catch(() => undefined) : Promise.resolve(undefined))
  let written = false
  return {
    get: async (path) => (await open())?.get('files', path).catch(() => undefined),
    set: async (path, { text, fetchedAt }) => {
      written = true
      await (await open())?.put('files', { path, text, fetchedAt }).catch(() => undefined)
    },
    prune: async () => {
      const db = await open()
      if (!db || !written) return
      written = false
      const files = await db.getAll('files').catch(() => [])
      for (const path of overCeiling(files, ceilingBytes))
        await db.delete('files', path).catch(() => undefined)
    },
  }
}

/** Which files have to go so that the rest fits: first in, first out. A file counts two bytes a character, as browsers keep it. */
export function overCeiling(
  files: readonly { readonly path: string; readonly text: string; readonly fetchedAt: Date }[],
  ceilingBytes: number,
): readonly string[] {
  const newestFirst = files.toSorted((a, b) => b.fetchedAt.getTime() - a.fetchedAt.getTime())
  let total = 0
  return newestFirst.flatMap(({ path, text }) => {
    total += text.length * 2
    return total > ceilingBytes ? [path] : []
  })
}

const openDatabase = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore('files', { keyPath: 'path' })
    },
  })
