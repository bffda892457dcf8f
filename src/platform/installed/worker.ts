import { createCopy, type Copy } from './copy'
import { planFor, SHARE_MARK, type CopyList, type Plan } from './plan'
import { createShelf, readShared } from './shelf'

/** What is used of the scope of a service worker, for which the compiler, set up for pages, has no types. */
export interface WorkerScope {
  readonly registration: { readonly scope: string }
  readonly caches: CacheStorage
  readonly fetch: (request: Request) => Promise<Response>
  readonly addEventListener: <Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ) => void
}

interface LastingEvent {
  /** Keeps the worker alive. */
  readonly waitUntil: (work: Promise<unknown>) => void
}

interface WorkerEvents {
  readonly install: LastingEvent
  readonly activate: LastingEvent
  readonly fetch: LastingEvent & {
    readonly request: Request
    readonly respondWith: (answer: Promise<Response>) => void
  }
  readonly message: LastingEvent & { readonly data: unknown; readonly ports: readonly MessagePort[] }
}

/** What a page may say to the worker. */
export type WorkerMessage =
  /** Keep the viewer on this device. */
  | { readonly kind: 'keep' }
  /** Hand over what was shared, through the port that comes with this. */
  | { readonly kind: 'take'; readonly id: string }

/**
 * Runs the service worker of the installed app. It does two things: it receives what is shared, in memory, and it
 * starts the viewer without a network, from a copy of the viewer's own files. See ADR 0013.
 */
export function runWorker(scope: WorkerScope, list: CopyList): void {
  const folder = scope.registration.scope
  const fetch = (request: Request): Promise<Response> => scope.fetch(request)
  const copy = createCopy(list, { caches: scope.caches, fetch, scope: folder })
  const shelf = createShelf(wait, () => crypto.randomUUID())

  scope.addEventListener('install', (event) => {
    // No copy, no matter: a worker that waits for one could not replace a broken one.
    event.waitUntil(copy.isWanted().then((wanted) => wanted && copy.keep()))
  })
  scope.addEventListener('activate', (event) => event.waitUntil(copy.dropOthers()))
  scope.addEventListener('fetch', (event) => {
    const plan = planFor(event.request, folder, list)
    if (plan.kind === 'leave') return
    if (plan.kind !== 'receive') {
      const waitUntil = (work: Promise<unknown>): void => event.waitUntil(work)
      return event.respondWith(answerFrom(copy, plan, { request: event.request, waitUntil, fetch }))
    }
    const arrived = readShared(event.request).then(shelf.put)
    event.waitUntil(arrived.then(({ gone }) => gone))
    event.respondWith(arrived.then(({ id }) => Response.redirect(`${folder}?${SHARE_MARK}=${id}`, 303)))
  })
  scope.addEventListener('message', (event) => {
    const message = messageIn(event.data)
    if (message?.kind === 'keep') event.waitUntil(copy.keep())
    if (message?.kind === 'take') event.ports[0]?.postMessage(shelf.take(message.id))
  })
}

/**
 * Other programs of the same host may speak to the worker, too. (Nothing is imported that a page imports: the build
 * would put it into a file of its own, and a worker whose name never changes must not depend on names that do.)
 */
function messageIn(data: unknown): WorkerMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { kind, id } = data as { readonly kind?: unknown; readonly id?: unknown }
  if (kind === 'keep') return { kind }
  return kind === 'take' && typeof id === 'string' ? { kind, id } : undefined
}

type AnswerPlan = Extract<Plan, { readonly path: string }>

interface AnswerContext {
  readonly request: Request
  readonly waitUntil: (work: Promise<unknown>) => void
  readonly fetch: (request: Request) => Promise<Response>
}

async function answerFrom(copy: Copy, plan: AnswerPlan, context: AnswerContext): Promise<Response> {
  const kept = await copy.get(plan.path).catch(() => undefined)
  const { request, fetch } = context
  if (!kept) return fetch(request)
  if (plan.kind === 'copy-first') return kept
  const asked = fetch(request)
  const answer = await Promise.race([asked.catch(() => kept), wait(plan.patience).then(() => kept)])
  if (plan.renews && answer !== kept && answer.ok) {
    context.waitUntil(copy.renew(plan.path, answer.clone()).catch(() => undefined))
  }
  return answer
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
