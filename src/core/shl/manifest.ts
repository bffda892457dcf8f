import { isRecord, jsonFromText, textFromBytes } from '../encoding'
import type { ShxError } from '../errors'
import type { Clock, Http, HttpFailure, HttpRequest, HttpResponse } from '../ports'
import { err, ok, type Result } from '../result'
import { looksLikeJws } from '../shc/card'
import { numberOf } from '../shc/directory'
import { readCaptions, type Captions } from './list'
import type { ShlPayload } from './payload'

/** One file as the manifest offers it. Which of the two ways it is had by is decided when it is opened. */
export interface ManifestFile {
  readonly contentType?: string
  readonly embedded?: string
  readonly location?: string
  readonly status?: string
  /** As stated; not always a date. */
  readonly lastUpdated?: string
  /** As stated; absent means 4.0.1. */
  readonly fhirVersion?: string
}

export interface Manifest {
  readonly files: readonly ManifestFile[]
  /** Of the link as a whole, which some servers state instead of a status for each file. */
  readonly status?: string
  readonly captions?: Captions
  /** Seconds after which a long-term link may be asked again. */
  readonly retryAfter?: number
}

export interface LinkRequest {
  readonly payload: ShlPayload
  readonly http: Http
  readonly clock: Clock
  /** Who is asking, in words; shown to the person who shared the link. */
  readonly recipient: string
  readonly passcode?: string
  readonly signal?: AbortSignal
}

export const MAXIMUM_BODY_BYTES = 50_000_000
/** Large on purpose: an embedded file needs no second request that could fail for lack of CORS. */
const EMBEDDED_LENGTH_MAX = 10_000_000
const DEFAULT_RETRY_SECONDS = 60
const LONGEST_RETRY_SECONDS = 3_600

/**
 * Asks for the manifest. Once more by itself only when no answer arrived and no passcode was sent: servers count wrong
 * tries for life, and some count how often a link was opened.
 * Errors: see `refusalOf`, and `MANIFEST_…`.
 * Source: SHL, "SMART Health Link Manifest Request".
 */
export async function requestManifest(request: LinkRequest): Promise<Result<Manifest, ShxError>> {
  const { payload, recipient, passcode } = request
  // Without a passcode there is none in the body: JSON has no undefined.
  const body = JSON.stringify({ recipient, passcode, embeddedLengthMax: EMBEDDED_LENGTH_MAX })
  const response = await ask(
    {
      url: payload.url,
      method: 'POST',
      body,
      ...(passcode === undefined && { repeat: { times: 1, whenFailing: false } }),
    },
    request,
  )
  if (!response.ok) return response
  const refusal = refusalOf(response.value, request)
  return refusal ? err(refusal) : readManifest(response.value, request)
}

/**
 * Sends one request of a link, unless the person has gone on to something else: a use of the link, a ticket or an
 * attempt at the passcode is spent by asking.
 */
export async function ask(
  request: Pick<HttpRequest, 'url' | 'method' | 'body' | 'repeat'>,
  { http, signal }: LinkRequest,
): Promise<Result<HttpResponse, ShxError>> {
  const { host } = request.url
  if (signal?.aborted) return err(networkError('aborted', host))
  const response = await http({
    ...request,
    maximumBytes: MAXIMUM_BODY_BYTES,
    ...(signal && { signal }),
  })
  return response.ok ? response : err(networkError(response.error, host))
}

/** What a request that got no answer means. */
function networkError(failure: HttpFailure, host: string): ShxError {
  switch (failure) {
    case 'offline':
      return { code: 'NETWORK_OFFLINE' }
    case 'timeout':
      return { code: 'TIMEOUT', host }
    case 'too-large':
      return { code: 'FILE_TOO_LARGE', maximumBytes: MAXIMUM_BODY_BYTES }
    case 'network':
    case 'interrupted':
    case 'aborted':
      return { code: 'NETWORK_OR_CORS', host }
    default:
      return failure satisfies never
  }
}

/**
 * What an answer other than success means for the link; `undefined` for success.
 * Source: SHL, "SMART Health Link Manifest Request" (401, 404) and "Polling" (429); conformance matrix L-24 to L-28.
 */
export function refusalOf(response: HttpResponse, request: LinkRequest): ShxError | undefined {
  const { status } = response
  const { host } = request.payload.url
  if (status >= 200 && status < 300) return undefined
  if (status === 401 || (status === 403 && request.passcode !== undefined))
    return passcodeError(response, request)
  if (status === 404 || status === 410) return { code: 'LINK_INACTIVE', host }
  if (status === 429)
    return {
      code: 'RATE_LIMITED',
      host,
      retryAfter: retrySeconds(response, request.clock) ?? DEFAULT_RETRY_SECONDS,
    }
  return status >= 500 ? { code: 'SERVER_ERROR', status, host } : { code: 'SERVER_REFUSED', status, host }
}

/** A link that never said it needs a passcode may still ask for one: servers forget the flag. */
function passcodeError(response: HttpResponse, { passcode }: LinkRequest): ShxError {
  const text = textFromBytes(response.body)
  const json = text === undefined ? undefined : jsonFromText(text)
  const remaining = isRecord(json) ? json['remainingAttempts'] : undefined
  const known =
    typeof remaining === 'number' && Number.isInteger(remaining) && remaining >= 0 && remaining < 1000
  if (known && remaining === 0) return { code: 'PASSCODE_LOCKED' }
  if (passcode === undefined) return { code: 'PASSCODE_REQUIRED' }
  return { code: 'PASSCODE_INCORRECT', ...(known && { remainingAttempts: remaining }) }
}

/** `Retry-After` in seconds, from a number or an HTTP date, within reason; `undefined` when it is not readable. */
export function retrySeconds({ retryAfter }: HttpResponse, clock: Clock): number | undefined {
  if (retryAfter === undefined) return undefined
  const seconds = numberOf(retryAfter.trim()) ?? (Date.parse(retryAfter) - clock().getTime()) / 1000
  return Number.isFinite(seconds)
    ? Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_RETRY_SECONDS)
    : undefined
}

/** The manifest that a server sent where the file itself was asked for; `undefined` when it is something else. */
export function misplacedManifest(
  response: HttpResponse,
  request: LinkRequest,
): Result<Manifest, ShxError> | undefined {
  const text = textFromBytes(response.body)
  const json = text === undefined ? undefined : jsonFromText(text)
  return isRecord(json) && Array.isArray(json['files']) ? readManifest(response, request) : undefined
}

function readManifest(response: HttpResponse, { payload, clock }: LinkRequest): Result<Manifest, ShxError> {
  const { host } = payload.url
  const text = textFromBytes(response.body)?.trim()
  const json = text === undefined ? undefined : jsonFromText(text)
  if (text !== undefined && isContent(text, json)) return ok({ files: [{ embedded: text }] })
  if (json === undefined) return err({ code: 'MANIFEST_NOT_JSON', host })
  const files = isRecord(json) && json['resourceType'] === undefined ? (json['files'] ?? []) : undefined
  if (!isRecord(json) || !Array.isArray(files)) return err({ code: 'MANIFEST_INVALID', host })
  if (files.length === 0) return err(emptyManifest(json['status'], payload))
  const retryAfter = retrySeconds(response, clock)
  const read = files.map(readFile)
  const captions = readCaptions(json['list'], read)
  return ok({
    files: read,
    ...(typeof json['status'] === 'string' && { status: json['status'] }),
    ...(captions && { captions }),
    ...(retryAfter !== undefined && { retryAfter }),
  })
}

/** Some servers send the one file of a link where its manifest belongs, encrypted or not. */
function isContent(text: string, json: unknown): boolean {
  if (looksLikeJwe(text) || looksLikeJws(text)) return true
  if (typeof json === 'string') return looksLikeJwe(json)
  if (!isRecord(json) || json['files'] !== undefined) return false
  const isFhir = typeof json['resourceType'] === 'string' && json['resourceType'] !== 'OperationOutcome'
  return isFhir || json['verifiableCredential'] !== undefined
}

/** Some servers answer for a withdrawn link with success and nothing in it. */
function emptyManifest(status: unknown, payload: ShlPayload): ShxError {
  if (status === 'no-longer-valid') return { code: 'LINK_INACTIVE', host: payload.url.host }
  return { code: 'MANIFEST_EMPTY', pending: status === 'can-change' || payload.flags.has('L') }
}

const FILE_TEXTS = ['contentType', 'embedded', 'location', 'status', 'lastUpdated', 'fhirVersion'] as const

function readFile(file: unknown): ManifestFile {
  if (!isRecord(file)) return {}
  const { embedded } = file
  return {
    ...Object.fromEntries(
      FILE_TEXTS.flatMap((name) => (typeof file[name] === 'string' ? [[name, file[name]]] : [])),
    ),
    // Content that was never encrypted, and not even written as text.
    ...(isRecord(embedded) && isContent('', embedded) && { embedded: JSON.stringify(embedded) }),
  }
}

/** True for the shape of a compact JWE with a directly used key: five parts, the second empty or not. */
export const looksLikeJwe = (text: string): boolean => /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]*\.[\w-]+$/.test(text)
