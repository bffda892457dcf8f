import type { SHARE_MARK } from './plan'
import type { WorkerMessage } from './worker'

const MARK: typeof SHARE_MARK = 'shared'

/** What came to the installed app from outside: texts and files, or word that it was lost on the way. */
export type Brought =
  | { readonly kind: 'brought'; readonly texts: readonly string[]; readonly files: readonly File[] }
  | { readonly kind: 'lost' }

const LOST: Brought = { kind: 'lost' }

/** Milliseconds that the worker has to hand over what it holds in its memory. */
const PATIENCE = 5_000

/**
 * Takes the number of a share out of the page's address; `undefined` when there is none. The number means nothing to
 * anybody else, and asks for its share once.
 */
export function takeShareMark(): string | undefined {
  const { search, pathname, hash } = window.location
  const query = new URLSearchParams(search)
  const id = query.get(MARK)
  if (id === null) return undefined
  query.delete(MARK)
  const rest = query.size > 0 ? `?${query.toString()}` : ''
  window.history.replaceState(null, '', pathname + rest + hash)
  return id
}

/** Gets a share from the worker that received it. `lost` when it has none, or there is no worker. Never throws. */
export async function takeShared(id: string, base: URL): Promise<Brought> {
  try {
    const registration = await navigator.serviceWorker.getRegistration(base)
    return registration?.active ? await askFor(id, registration.active) : LOST
  } catch {
    return LOST
  }
}

/** The part of a `ServiceWorker` that is spoken to. */
type Listener = Pick<ServiceWorker, 'postMessage'>

export function askFor(id: string, worker: Listener): Promise<Brought> {
  const { port1, port2 } = new MessageChannel()
  return new Promise<Brought>((resolve) => {
    setTimeout(() => resolve(LOST), PATIENCE)
    port1.addEventListener('message', ({ data }) => resolve(broughtBy(data)))
    port1.start()
    worker.postMessage({ kind: 'take', id } satisfies WorkerMessage, [port2])
  }).finally(() => port1.close())
}

function broughtBy(answer: unknown): Brought {
  if (typeof answer !== 'object' || answer === null) return LOST
  const { texts, files } = answer as { readonly texts?: unknown; readonly files?: unknown }
  if (!Array.isArray(texts) || !Array.isArray(files)) return LOST
  return {
    kind: 'brought',
    texts: texts.filter((text): text is string => typeof text === 'string'),
    files: files.filter((file): file is File => file instanceof File),
  }
}
