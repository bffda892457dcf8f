/**
 * The one catalogue of what can go wrong with an input, a link or a file. A code is stable, never translated
 * and never re-used; its words live in `i18n/errors`. Findings about a card's trustworthiness are in `verdict.ts`.
 *
 * Dates are Dates, durations are seconds. Nothing here may carry health data, a key, a passcode or a full address:
 * errors are shown, copied into support tickets and printed by the headless reader.
 */
export type ShxError = InputError | CaptureError | CardError | LinkError | FileError | InternalError

/** Kinds of code that people bring along and that are neither a card nor a link. */
export type OtherFormat =
  | 'eu-dcc'
  | 'vhlink'
  | 'openid4vp'
  | 'cms-app-id'
  | 'vcard'
  | 'other-link-scheme'
  /** Kinds of printed code that are not QR, told by their pattern. */
  | 'pdf417'
  | 'aztec'
  | 'data-matrix'
  | 'barcode'

type InputError =
  | { readonly code: 'INPUT_EMPTY' }
  | {
      readonly code: 'INPUT_NOT_RECOGNISED'
      readonly found: 'web-address' | 'text' | 'json' | 'fhir-unknown'
    }
  | { readonly code: 'INPUT_OTHER_FORMAT'; readonly format: OtherFormat }
  | { readonly code: 'INPUT_TOO_LARGE'; readonly maximumBytes: number }
  | { readonly code: 'FILE_UNREADABLE' }
  /** What was shared with the installed app was held in memory only, and the browser gave that up too soon. */
  | { readonly code: 'SHARE_LOST' }
  | { readonly code: 'FILE_NOT_JSON' }
  /** `from` is there when an issuer answered, rightly, that it has none for this person. */
  | { readonly code: 'FILE_NO_CARDS'; readonly from?: 'issuer' }
  /** The page is not a secure context, so the browser withholds the cryptography that every check needs. */
  | { readonly code: 'INSECURE_CONTEXT' }

/** What a camera, a picture, a document or a barcode scanner did not give. */
type CaptureError =
  /** The person or the browser's settings said no. */
  | { readonly code: 'CAMERA_DENIED' }
  /**
   * A barcode scanner sent what cannot be made sense of, and its set-up is to blame. letter-case: all letters of a link
   * have the same case · layout: it types for a keyboard layout that neither this computer nor the viewer knows.
   */
  | { readonly code: 'SCAN_GARBLED'; readonly cause: 'letter-case' | 'layout' }
  | { readonly code: 'CAMERA_UNAVAILABLE' }
  | { readonly code: 'CAMERA_IN_USE' }
  | { readonly code: 'CAMERA_UNPLUGGED' }
  | { readonly code: 'CAMERA_INSECURE_CONTEXT' }
  /** The page that shows this one in a frame does not let it use the camera. */
  | { readonly code: 'CAMERA_BLOCKED_BY_FRAME' }
  | { readonly code: 'POPUP_BLOCKED' }
  /** What opens cards and links is a part of its own and could not be fetched. */
  | { readonly code: 'VIEWER_INCOMPLETE' }
  /** The decoder of codes, or the reader of documents, is a part of its own and could not be fetched. */
  | { readonly code: 'READER_UNAVAILABLE' }
  | { readonly code: 'IMAGE_NO_QR' }
  | { readonly code: 'IMAGE_QR_UNREADABLE' }
  | { readonly code: 'IMAGE_TOO_LARGE'; readonly maximumMegapixels: number }
  /** A picture of a kind that this browser cannot open, such as HEIC. */
  | { readonly code: 'IMAGE_FORMAT_UNSUPPORTED' }
  | { readonly code: 'PDF_LOCKED' }

type CardError =
  | { readonly code: 'QR_DIGITS_ODD' }
  | { readonly code: 'QR_DIGITS_RANGE' }
  | { readonly code: 'QR_HEADER_MALFORMED' }
  | {
      readonly code: 'QR_CHUNK_INCOMPLETE'
      readonly have: number
      readonly need: number
      /** Which parts are not there yet, counted from 1. */
      readonly missing: readonly number[]
    }
  | { readonly code: 'QR_CHUNK_CONFLICT' }
  | { readonly code: 'QR_CHUNK_INDEX_INVALID'; readonly index: number; readonly total: number }
  | { readonly code: 'JWS_MALFORMED' }
  | { readonly code: 'JWS_HEADER_INVALID'; readonly detail: 'alg' | 'kid' | 'zip' | 'crit' | 'json' | 'size' }
  | { readonly code: 'PAYLOAD_INFLATE_FAILED' }
  | { readonly code: 'PAYLOAD_TOO_LARGE'; readonly maximumBytes: number }
  | { readonly code: 'PAYLOAD_NOT_JSON_OBJECT' }
  | { readonly code: 'PAYLOAD_MISSING_FIELD'; readonly path: string }

type LinkError =
  | { readonly code: 'SHL_MALFORMED'; readonly detail: 'base64' | 'json' | 'url' | 'truncated' }
  | { readonly code: 'SHL_KEY_INVALID' }
  | { readonly code: 'SHL_URL_INSECURE'; readonly detail: UrlRefusal }
  | {
      readonly code: 'SHL_VERSION_UNSUPPORTED'
      readonly version: number
      /** The sender's text, untrusted: what a link says of itself stays readable in every version (L-09). */
      readonly label?: string
      readonly expiresAt?: Date
    }
  | { readonly code: 'SHL_FLAGS_CONFLICT' }
  | { readonly code: 'LINK_EXPIRED'; readonly expiredAt: Date }
  | { readonly code: 'LINK_INACTIVE'; readonly host: string }
  /** The deployment asks before the first request. */
  | { readonly code: 'CONFIRM_LINK'; readonly host: string }
  | { readonly code: 'PASSCODE_REQUIRED' }
  | { readonly code: 'PASSCODE_INCORRECT'; readonly remainingAttempts?: number }
  | { readonly code: 'PASSCODE_LOCKED' }
  | { readonly code: 'RATE_LIMITED'; readonly retryAfter: number; readonly host: string }
  | { readonly code: 'SERVER_REFUSED'; readonly status: number; readonly host: string }
  | { readonly code: 'SERVER_ERROR'; readonly status: number; readonly host: string }
  | { readonly code: 'NETWORK_OFFLINE' }
  | { readonly code: 'NETWORK_OR_CORS'; readonly host: string }
  | { readonly code: 'TIMEOUT'; readonly host: string }
  | { readonly code: 'MANIFEST_NOT_JSON'; readonly host: string }
  | { readonly code: 'MANIFEST_INVALID'; readonly host: string }
  | { readonly code: 'MANIFEST_EMPTY'; readonly pending: boolean }

type FileError =
  | { readonly code: 'FILE_LOCATION_EXPIRED'; readonly host: string }
  | { readonly code: 'FILE_UNREACHABLE'; readonly host: string; readonly status?: number }
  | { readonly code: 'FILE_ADDRESS_REFUSED'; readonly detail: UrlRefusal }
  | { readonly code: 'FILE_NOT_ENCRYPTED' }
  | { readonly code: 'FILE_JWE_INVALID'; readonly detail: 'alg' | 'enc' | 'format' | 'crit' }
  | { readonly code: 'FILE_DECRYPT_FAILED' }
  | { readonly code: 'FILE_DECOMPRESS_FAILED' }
  | { readonly code: 'FILE_TOO_LARGE'; readonly maximumBytes: number }
  | { readonly code: 'FILE_CONTENT_INVALID' }
  | { readonly code: 'FILE_TYPE_UNSUPPORTED'; readonly type: string }
  | { readonly code: 'FILE_NO_LONGER_VALID' }
  | { readonly code: 'FILE_MAY_CHANGE' }
  | { readonly code: 'FILES_TOO_MANY'; readonly maximum: number; readonly total: number }
  | { readonly code: 'API_ACCESS_OFFERED'; readonly host: string }
  | {
      readonly code: 'API_ACCESS_FAILED'
      readonly host: string
      readonly detail: ApiFailure
      /** Of the answer, for `status`. */
      readonly status?: number
    }

/** A mistake of this viewer. `id` is random, so that a report can be matched without carrying any content. */
interface InternalError {
  readonly code: 'INTERNAL_ERROR'
  readonly id: string
}

/**
 * What went wrong with a live connection. 401: the access has ended · 403: this part is not shared · cors: no answer that
 * a browser may read · status: another refusal · content: no FHIR · query: asks for something outside of the server, or
 * there is nothing to ask for · pages: there is more than the viewer fetches.
 */
export type ApiFailure = '401' | '403' | 'cors' | 'status' | 'content' | 'query' | 'pages'

/** Why an address from a payload is not fetched; see `checkUrl`. */
export type UrlRefusal = 'not-a-url' | 'not-https' | 'credentials' | 'local-address'

export type ErrorCode = ShxError['code']

/**
 * fatal: nothing to show · error: shown, but not to be relied on · warn · info ·
 * state: not a failure, the person is asked for something.
 */
export type Severity = 'fatal' | 'error' | 'warn' | 'info' | 'state'

/** A problem with one file of a link or one card of a file; the others are shown all the same. Positions count from 0. */
export type Problem = ShxError & { readonly file?: number; readonly card?: number }

export const SEVERITY: Readonly<Record<ErrorCode, Severity>> = {
  INPUT_EMPTY: 'fatal',
  INPUT_NOT_RECOGNISED: 'fatal',
  INPUT_OTHER_FORMAT: 'fatal',
  INPUT_TOO_LARGE: 'fatal',
  FILE_UNREADABLE: 'fatal',
  SHARE_LOST: 'fatal',
  FILE_NOT_JSON: 'fatal',
  FILE_NO_CARDS: 'fatal',
  INSECURE_CONTEXT: 'fatal',
  CAMERA_DENIED: 'fatal',
  CAMERA_UNAVAILABLE: 'fatal',
  CAMERA_IN_USE: 'fatal',
  SCAN_GARBLED: 'fatal',
  CAMERA_UNPLUGGED: 'fatal',
  CAMERA_INSECURE_CONTEXT: 'fatal',
  CAMERA_BLOCKED_BY_FRAME: 'fatal',
  POPUP_BLOCKED: 'fatal',
  VIEWER_INCOMPLETE: 'fatal',
  READER_UNAVAILABLE: 'fatal',
  IMAGE_NO_QR: 'fatal',
  IMAGE_QR_UNREADABLE: 'fatal',
  IMAGE_TOO_LARGE: 'fatal',
  IMAGE_FORMAT_UNSUPPORTED: 'fatal',
  PDF_LOCKED: 'fatal',
  QR_DIGITS_ODD: 'fatal',
  QR_DIGITS_RANGE: 'fatal',
  QR_HEADER_MALFORMED: 'fatal',
  QR_CHUNK_INCOMPLETE: 'state',
  QR_CHUNK_CONFLICT: 'fatal',
  QR_CHUNK_INDEX_INVALID: 'fatal',
  JWS_MALFORMED: 'fatal',
  JWS_HEADER_INVALID: 'error',
  PAYLOAD_INFLATE_FAILED: 'fatal',
  PAYLOAD_TOO_LARGE: 'fatal',
  PAYLOAD_NOT_JSON_OBJECT: 'fatal',
  PAYLOAD_MISSING_FIELD: 'error',
  SHL_MALFORMED: 'fatal',
  SHL_KEY_INVALID: 'fatal',
  SHL_URL_INSECURE: 'fatal',
  SHL_VERSION_UNSUPPORTED: 'fatal',
  SHL_FLAGS_CONFLICT: 'warn',
  LINK_EXPIRED: 'error',
  LINK_INACTIVE: 'fatal',
  CONFIRM_LINK: 'state',
  PASSCODE_REQUIRED: 'state',
  PASSCODE_INCORRECT: 'state',
  PASSCODE_LOCKED: 'fatal',
  RATE_LIMITED: 'error',
  SERVER_REFUSED: 'fatal',
  SERVER_ERROR: 'error',
  NETWORK_OFFLINE: 'error',
  NETWORK_OR_CORS: 'error',
  TIMEOUT: 'error',
  MANIFEST_NOT_JSON: 'fatal',
  MANIFEST_INVALID: 'fatal',
  MANIFEST_EMPTY: 'state',
  FILE_LOCATION_EXPIRED: 'error',
  FILE_UNREACHABLE: 'error',
  FILE_ADDRESS_REFUSED: 'error',
  FILE_NOT_ENCRYPTED: 'warn',
  FILE_JWE_INVALID: 'error',
  FILE_DECRYPT_FAILED: 'error',
  FILE_DECOMPRESS_FAILED: 'error',
  FILE_TOO_LARGE: 'error',
  FILE_CONTENT_INVALID: 'error',
  FILE_TYPE_UNSUPPORTED: 'info',
  FILE_NO_LONGER_VALID: 'info',
  FILE_MAY_CHANGE: 'info',
  FILES_TOO_MANY: 'warn',
  API_ACCESS_OFFERED: 'state',
  API_ACCESS_FAILED: 'error',
  INTERNAL_ERROR: 'fatal',
}

/** What "Try again" can mend: the same request may well succeed a moment later. */
const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'RATE_LIMITED',
  'SERVER_ERROR',
  'NETWORK_OFFLINE',
  'NETWORK_OR_CORS',
  'TIMEOUT',
  'FILE_LOCATION_EXPIRED',
  'FILE_UNREACHABLE',
  'MANIFEST_EMPTY',
  'VIEWER_INCOMPLETE',
])

export const isRetryable = (error: ShxError): boolean => RETRYABLE.has(error.code)
