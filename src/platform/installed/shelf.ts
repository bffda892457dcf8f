/** What came with a share. */
export interface Shared {
  /** Address, text and title, as far as they were given. */
  readonly texts: readonly string[]
  readonly files: readonly File[]
}

/** Milliseconds for which a share waits for its page: longer than any start, shorter than a browser lets a worker live. */
export const SHELF_LIFE = 60_000

export interface Shelf {
  /** Lays a share down. Gives the number by which it is asked for, and when it is gone again. */
  readonly put: (shared: Shared) => { readonly id: string; readonly gone: Promise<void> }
  /** Gives a share away, once. */
  readonly take: (id: string) => Shared | undefined
}

/**
 * Where a share lies between the request that brought it and the page that opens it: in the worker's memory and nowhere
 * else. When the browser stops the worker in between, it is lost, and the page says so.
 */
export function createShelf(wait: (milliseconds: number) => Promise<void>, newId: () => string): Shelf {
  const waiting = new Map<string, { readonly shared: Shared; readonly taken: () => void }>()
  return {
    put: (shared) => {
      const id = newId()
      const taken = new Promise<void>((resolve) => waiting.set(id, { shared, taken: resolve }))
      const gone = Promise.race([taken, wait(SHELF_LIFE)]).then(() => void waiting.delete(id))
      return { id, gone }
    },
    take: (id) => {
      const found = waiting.get(id)
      waiting.delete(id)
      found?.taken()
      return found?.shared
    },
  }
}

/** Reads the form that the system fills in. An address comes first: it is what is most often meant. Never throws. */
export async function readShared(request: Request): Promise<Shared> {
  const form = await request.formData().catch(() => new FormData())
  const texts = ['url', 'text', 'title'].flatMap((name) => form.getAll(name)).filter(isText)
  return { texts: texts.filter((text) => text.trim() !== ''), files: form.getAll('files').filter(isFile) }
}

const isText = (value: FormDataEntryValue): value is string => typeof value === 'string'

/** A form without a file has an empty one without a name. */
const isFile = (value: FormDataEntryValue): value is File =>
  typeof value !== 'string' && (value.size > 0 || value.name !== '')
