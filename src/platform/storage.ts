import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/**
 * The one door to the browser's storage, and the whole list of what may go through it: what a reader prefers,
 * copies of public lists, and what a launch by an EHR needs to survive a reload (its token among it), which the browser
 * forgets with the tab. Health data, links, keys and passcodes never do. (The installed app's copy of the viewer's own
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

/** What launches keep for as long as their tab lives, each under the random number that is its `state`. */
export interface LaunchStore {
  readonly get: (state: string) => unknown
  /** False where the browser stores nothing. */
  readonly set: (state: string, value: unknown) => boolean
  readonly remove: (state: string) => void
}

const LAUNCH_PREFIX = `${PREFIX}launch.`

/**
 * Launches of one tab. Frames of a tab share its storage, so that there is no such thing as "the" launch: whoever asks
 * has to name it. A frame of another site may have no storage at all; then nothing is found and nothing kept.
 */
export const launchStore: LaunchStore = {
  get: (state) => {
    try {
      return JSON.parse(sessionStorage.getItem(LAUNCH_PREFIX + state) ?? 'null') as unknown
    } catch {
      return undefined
    }
  },
  set: (state, value) => {
    try {
      sessionStorage.setItem(LAUNCH_PREFIX + state, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  },
  remove: (state) => {
    try {
      sessionStorage.removeItem(LAUNCH_PREFIX + state)
    } catch {
      // There is no storage, and so nothing in it.
    }
  },
}

/** Can a launch be kept? A frame of another site cannot where the browser blocks third-party cookies. */
export function canKeepLaunches(store: LaunchStore = launchStore): boolean {
  const kept = store.set('probe', true)
  store.remove('probe')
  return kept
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
