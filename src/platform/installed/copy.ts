import type { CopyList } from './plan'

/** The viewer's own files, kept so that the installed app starts without a network. */
export interface Copy {
  /** A file by its path, if the whole copy is there. */
  readonly get: (path: string) => Promise<Response | undefined>
  /** Replaces a file of a copy that is there. */
  readonly renew: (path: string, response: Response) => Promise<void>
  /** Fetches everything. All of it is kept, or none: half a viewer would be worse than none. Never throws. */
  readonly keep: () => Promise<boolean>
  /** Whether a copy of this or an earlier version is wanted on this device: there is one. */
  readonly isWanted: () => Promise<boolean>
  /** Removes the copies of other versions. */
  readonly dropOthers: () => Promise<void>
}

export interface CopyPorts {
  readonly caches: CacheStorage
  readonly fetch: (request: Request) => Promise<Response>
  /** The folder of the viewer. Several on one host each keep their own copy. */
  readonly scope: string
}

/** Put last, so that it marks a copy as whole. */
const LAST = 'index.html'

/** Creates the copy of one version. Only what is on its list, as it was built, is ever kept. */
export function createCopy(list: CopyList, { caches, fetch, scope }: CopyPorts): Copy {
  const family = `shx-viewer ${scope} `
  const name = family + list.version
  const addressOf = (path: string): string => new URL(path, scope).href
  const isWhole = async (): Promise<boolean> =>
    (await caches.match(addressOf(LAST), { cacheName: name })) !== undefined
  const get = async (path: string): Promise<Response | undefined> =>
    (await isWhole()) ? caches.match(addressOf(path), { cacheName: name }) : undefined
  const familyNames = async (): Promise<readonly string[]> =>
    (await caches.keys()).filter((key) => key.startsWith(family))

  return {
    get,
    renew: async (path, response) => {
      if (!(await isWhole())) return
      const cache = await caches.open(name)
      await cache.put(addressOf(path), await direct(response))
    },
    keep: async () => {
      try {
        if (await isWhole()) return true
        const files = await fetchAll(list, addressOf, fetch)
        const cache = await caches.open(name)
        for (const [path, response] of files.toSorted(
          ([a], [b]) => Number(a === LAST) - Number(b === LAST),
        )) {
          await cache.put(addressOf(path), await direct(response))
        }
        return true
      } catch {
        await caches.delete(name).catch(() => false)
        return false
      }
    },
    isWanted: async () => (await familyNames()).length > 0,
    dropOthers: async () => {
      for (const other of await familyNames()) if (other !== name) await caches.delete(other)
    },
  }
}

/** Everything on the list. Throws when any of it is missing or is not what was built. */
async function fetchAll(
  { built, deployed }: CopyList,
  addressOf: (path: string) => string,
  fetch: CopyPorts['fetch'],
): Promise<readonly (readonly [path: string, response: Response])[]> {
  const own = await Promise.all(
    deployed.map(async (path) => [path, await fetch(new Request(addressOf(path), FRESH))] as const),
  )
  const parts = await Promise.all(
    Object.entries(built).map(async ([path, integrity]) => {
      const response = await fetch(new Request(addressOf(path), { ...FRESH, integrity }))
      if (!response.ok) throw new Error(path)
      return [path, response] as const
    }),
  )
  // A deployment may have removed what it may change; then the copy has none either.
  return [...own.filter(([, response]) => response.ok), ...parts]
}

/** Asks the host whether what the browser has is still true. */
const FRESH: RequestInit = { cache: 'no-cache' }

/** A page must not be answered with something that came by a redirect, as `index.html` does on some hosts. */
async function direct(response: Response): Promise<Response> {
  if (!response.redirected) return response
  const { status, statusText, headers } = response
  return new Response(await response.blob(), { status, statusText, headers })
}
