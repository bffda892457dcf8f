import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/**
 * The one door to the browser's storage, and the whole list of what may go through it: what a reader prefers, and
 * copies of public lists. Health data, links, keys and passcodes never do. (The installed app's copy of the viewer's own
 * files is its worker's: installed/copy.ts; copies of dictionaries are in dictionaryCache.ts.)
 *
 * Everything here works without storage too: private windows and third-party frames refuse it.
 */
export type Preference = 'language' | 'camera' | 'recipient'

const PREFIX = 'shx-viewer.'

export function readPreference(name: Preference): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined
  } catch {
    return undefined
  }
}

export function writePreference(name: Preference, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    // Not remembered; nothing else depends on it.
  }
}

/** A public list as it was fetched. */
export interface CachedText {
  readonly text: string
  readonly fetchedAt: Date
}

interface Schema extends DBSchema {
  directories: { key: string; value: CachedText }
}

export interface TextCache {
  readonly get: (key: string) => Promise<CachedText | undefined>
  readonly set: (key: string, value: CachedText) => Promise<void>
}

/** A cache for as long as the program runs. */
export function createMemoryCache(): TextCache {
  const texts = new Map<string, CachedText>()
  return {
    get: (key) => Promise.resolve(texts.get(key)),
    set: (key, value) => Promise.resolve(void texts.set(key, value)),
  }
}

/** Keeps in memory what the browser will not store. */
export function withMemory(cache: TextCache): TextCache {
  const memory = createMemoryCache()
  return {
    get: async (key) => (await memory.get(key)) ?? cache.get(key),
    set: async (key, value) => {
      await memory.set(key, value)
      await cache.set(key, value)
    },
  }
}

/** The cache of trust directories and lists of withdrawn cards, by address. Answers `undefined` and keeps nothing where the browser allows no storage. */
export function createDirectoryCache(): TextCache {
  let database: Promise<IDBPDatabase<Schema> | undefined> | undefined
  const open = (): Promise<IDBPDatabase<Schema> | undefined> =>
    (database ??= openDatabase().catch(() => undefined))
  return {
    get: async (key) => {
      const db = await open()
      return db?.get('directories', key).catch(() => undefined)
    },
    set: async (key, value) => {
      const db = await open()
      await db?.put('directories', value, key).catch(() => undefined)
    },
  }
}

const openDatabase = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('shx-viewer', 1, {
    upgrade: (db) => {
      db.createObjectStore('directories')
    },
  })
