import type { DirectoryFacts } from './verdict'
import type { Directory } from './shc/directory'
import type { Result } from './result'

/** The only ways in which the core touches the world. `platform/` implements them, tests fake them. */

export interface HttpRequest {
  /** Already passed by `checkUrl`. */
  readonly url: URL
  readonly method: 'GET' | 'POST'
  /** JSON text; sent with `content-type: application/json` and no other header of ours. */
  readonly body?: string
  /** Longer answers are cut off and reported as `too-large`. */
  readonly maximumBytes: number
  readonly signal?: AbortSignal
}

export interface HttpResponse {
  readonly status: number
  /** Lower-case media type without parameters; `undefined` when not stated or hidden by CORS. */
  readonly contentType?: string
  /** The raw `Retry-After` header, where CORS lets us read it. */
  readonly retryAfter?: string
  readonly body: Uint8Array
}

export type HttpFailure = 'offline' | 'network' | 'timeout' | 'too-large' | 'aborted'

/** Sends one request: no credentials, no referrer, no cache, no redirects, 30 s without a byte. Never throws. */
export type Http = (request: HttpRequest) => Promise<Result<HttpResponse, HttpFailure>>

export type LoadedDirectory = { readonly facts: DirectoryFacts } & (
  | { readonly available: true; readonly directory: Directory }
  | { readonly available: false }
)

/** The configured trust lists, fetched at most once per page and cached with their date. Never throws. */
export type LoadDirectories = () => Promise<readonly LoadedDirectory[]>

export type Clock = () => Date
