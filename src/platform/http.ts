import { err, ok, type Result } from '../core/result'
import type { Http, HttpFailure, HttpRequest, HttpResponse } from '../core/ports'

export interface HttpOptions {
  /** Seconds without a byte after which a request is given up. A slow answer that keeps coming is waited for. */
  readonly timeoutSeconds: number
}

/**
 * The one door to the network. Whatever is asked for, the request carries no cookies, no referrer and no header of
 * ours but the content type (and, for the server that it is meant for, a token with the headers that FHIR defines), is
 * not cached, and follows no redirect: an address was checked, another one was not.
 * Never throws. Source: threats T13 and T14.
 */
export function createHttp({ timeoutSeconds }: HttpOptions): Http {
  return async (request) => {
    const watch = new Watch(timeoutSeconds, request.signal)
    try {
      const response = await fetch(request.url, requestInit(request, watch.signal))
      watch.answered()
      const body = await readBody(response, request.maximumBytes, watch)
      return body.ok ? ok(answerOf(response, body.value)) : body
    } catch {
      return err(watch.failure())
    } finally {
      watch.stop()
    }
  }
}

/** What holds for every request, whoever makes it. */
export const GUARDS = {
  mode: 'cors',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'error',
} as const satisfies RequestInit

function requestInit(request: HttpRequest, signal: AbortSignal): RequestInit {
  const { method, body, contentType = 'application/json', bearer } = request
  const accept = request.accept ?? (bearer === undefined ? undefined : 'application/fhir+json')
  // `Headers` knows no letter case: the last one set wins, however it is spelt.
  const headers = new Headers(request.headers)
  if (body !== undefined) headers.set('content-type', contentType)
  if (accept !== undefined) headers.set('accept', accept)
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`)
  return { ...GUARDS, method, signal, headers, ...(body !== undefined && { body }) }
}

function answerOf(response: Response, body: Uint8Array): HttpResponse {
  const contentType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const retryAfter = response.headers.get('retry-after') ?? undefined
  const location = response.headers.get('location') ?? undefined
  return {
    status: response.status,
    body,
    ...(contentType !== undefined && contentType !== '' && { contentType }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(location !== undefined && { location }),
  }
}

/** Reads piece by piece, so that an endless body ends at the cap and not when memory does. */
async function readBody(
  response: Response,
  maximumBytes: number,
  watch: Watch,
): Promise<Result<Uint8Array, HttpFailure>> {
  if (Number(response.headers.get('content-length') ?? 0) > maximumBytes) return err('too-large')
  const reader = response.body?.getReader()
  if (!reader) return ok(new Uint8Array())
  const pieces: Uint8Array[] = []
  let size = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    watch.heard()
    size += piece.value.length
    if (size > maximumBytes) {
      await reader.cancel().catch(() => undefined)
      return err('too-large')
    }
    pieces.push(piece.value)
  }
  const body = new Uint8Array(size)
  let offset = 0
  for (const piece of pieces) {
    body.set(piece, offset)
    offset += piece.length
  }
  return ok(body)
}

/** Aborts a request when the person has gone on, or nothing has been heard for too long. */
class Watch {
  readonly #controller = new AbortController()
  readonly #milliseconds: number
  readonly #caller: AbortSignal | undefined
  readonly #abort = (): void => this.#controller.abort()
  #timer: ReturnType<typeof setTimeout> | undefined
  #timedOut = false
  #answered = false

  constructor(seconds: number, caller: AbortSignal | undefined) {
    this.#milliseconds = seconds * 1000
    this.#caller = caller
    if (caller?.aborted) this.#abort()
    caller?.addEventListener('abort', this.#abort)
    this.heard()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  heard(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timedOut = true
      this.#abort()
    }, this.#milliseconds)
  }

  /** The answer has begun. */
  answered(): void {
    this.#answered = true
    this.heard()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#caller?.removeEventListener('abort', this.#abort)
  }

  failure(): HttpFailure {
    if (this.#timedOut) return 'timeout'
    if (this.#caller?.aborted) return 'aborted'
    // Outside a browser nobody knows.
    const { onLine } = (globalThis.navigator ?? {}) as { readonly onLine?: boolean }
    if (onLine === false) return 'offline'
    return this.#answered ? 'interrupted' : 'network'
  }
}
