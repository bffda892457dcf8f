import type { DirectoryFacts } from './verdict'
import type { Directory, RevocationList } from './shc/directory'
import type { Result } from './result'

/** The only ways in which the core touches the world. `platform/` implements them, tests fake them. */

export interface HttpRequest {
  /** Already passed by `checkUrl`. */
  readonly url: URL
  readonly method: 'GET' | 'POST'
  readonly body?: string
  /** Of `body`. Default: `application/json`. */
  readonly contentType?: string
  /**
   * Access token of a live connection; becomes the `authorization` header. Never set for anything but the server that
   * the token names as its audience: see `shl/apiAccess`. Default: no such header.
   */
  readonly bearer?: string
  /** Default: `application/fhir+json` where there is a token, else whatever there is. */
  readonly accept?: string
  /** Further headers, such as `If-None-Exist`; what the fields above say wins over them. Default: none. */
  readonly headers?: Readonly<Record<string, string>>
  /**
   * How often it may be sent again by itself, when no answer at all arrived and, with `whenFailing`, after a 5xx. Default:
   * never, because asking may spend a ticket, a use of a link or an attempt at a passcode.
   */
  readonly repeat?: { readonly times: number; readonly whenFailing: boolean }
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
  /** The raw `Location` header, where CORS lets us read it. Never followed. */
  readonly location?: string
  readonly body: Uint8Array
}

/** `network`: no answer at all arrived · `interrupted`: an answer began and broke off, so the request was served. */
export type HttpFailure = 'offline' | 'network' | 'interrupted' | 'timeout' | 'too-large' | 'aborted'

/** Sends one request: no credentials, no referrer, no cache, no redirects, 30 s without a byte. Never throws. */
export type Http = (request: HttpRequest) => Promise<Result<HttpResponse, HttpFailure>>

export type LoadedDirectory = { readonly facts: DirectoryFacts } & (
  | { readonly available: true; readonly directory: Directory }
  | { readonly available: false }
)

/** The configured trust lists, fetched at most once per page and cached with their date. Never throws. */
export type LoadDirectories = () => Promise<readonly LoadedDirectory[]>

/** A list of withdrawn cards as its issuer publishes it. */
export interface FetchedRevocationList {
  readonly list: RevocationList
  /** Its address. */
  readonly source: string
  /** When it was fetched. */
  readonly date: Date
}

/**
 * Gets a listed issuer's own list of withdrawn cards for one of its keys, from a copy whose counter has reached
 * `counter` or else from the issuer; an older copy while that cannot be reached. `undefined` when there is none. Never
 * throws.
 */
export type LoadRevocationList = (wanted: {
  readonly iss: string
  readonly kid: string
  readonly counter: number
}) => Promise<FetchedRevocationList | undefined>

export type Clock = () => Date
