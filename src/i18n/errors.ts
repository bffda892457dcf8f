import type { ErrorCode, ShxError } from '../core/errors'
import { defineMessages, type Translate } from './defineMessages'
import { english } from './errors.en'
import type { Language } from './language'
import { formatInstant, formatList, formatSize, plainHost } from './values'

const messages = defineMessages(english, {
  es: () => import('./errors.es').then(({ spanish }) => spanish),
})

/** What happened, and what to do next: one sentence each. */
export interface ErrorText {
  readonly title: string
  readonly advice: string
}

/** The words for an error or a problem with one file or card. Total; a code without words does not compile. */
export function describeError(error: ShxError, language: Language): ErrorText {
  // The table pairs each code with the error of that code, which the compiler cannot follow through a lookup.
  const describe = DESCRIPTIONS[error.code] as (error: ShxError, say: Say) => ErrorText
  return describe(error, sayIn(language))
}

/** The means of one language. */
interface Say {
  readonly t: Translate<typeof english>
  readonly host: (host: string) => string
  readonly date: (date: Date) => string
  readonly size: (bytes: number) => string
  readonly list: (numbers: readonly number[]) => string
}

function sayIn(language: Language): Say {
  const t = messages(language)
  return {
    t,
    host: (host) => plainHost(host) ?? t('unnamed.host'),
    date: (date) => formatInstant(date, language) ?? t('unnamed.date'),
    size: (bytes) => formatSize(bytes, language),
    list: (numbers) => formatList(numbers, language),
  }
}

type Describe<Code extends ErrorCode> = (error: Extract<ShxError, { code: Code }>, say: Say) => ErrorText

type English = typeof english
/** True for the key of a message that is a text without placeholders. */
type IsPlain<Key> = Key extends keyof English
  ? English[Key] extends `${string}{${string}` | object
    ? false
    : true
  : false
/** The codes whose two sentences are the same in every case. */
type PlainCode = {
  [Code in ErrorCode]: [IsPlain<`${Code}.title`>, IsPlain<`${Code}.advice`>] extends [true, true]
    ? Code
    : never
}[ErrorCode]

const plain =
  (code: PlainCode) =>
  (_error: unknown, { t }: Say): ErrorText => ({ title: t(`${code}.title`), advice: t(`${code}.advice`) })

/** For codes whose title names the host and nothing else. */
type HostCode =
  | 'LINK_INACTIVE'
  | 'NETWORK_OR_CORS'
  | 'TIMEOUT'
  | 'MANIFEST_NOT_JSON'
  | 'MANIFEST_INVALID'
  | 'FILE_LOCATION_EXPIRED'
  | 'API_ACCESS_OFFERED'
  | 'CONFIRM_LINK'

const naming =
  (code: HostCode) =>
  (error: { readonly host: string }, { t, host }: Say): ErrorText => ({
    title: t(`${code}.title`, { host: host(error.host) }),
    advice: t(`${code}.advice`),
  })

/** For codes whose title names the limit that was passed. */
const measuring =
  (code: Extract<ShxError, { maximumBytes: number }>['code']) =>
  ({ maximumBytes }: { readonly maximumBytes: number }, { t, size }: Say): ErrorText => ({
    title: t(`${code}.title`, { size: size(maximumBytes) }),
    advice: t(`${code}.advice`),
  })

/** Longer waits are told in minutes. */
const LONGEST_WAIT_IN_SECONDS = 120

const DESCRIPTIONS: { readonly [Code in ErrorCode]: Describe<Code> } = {
  INPUT_EMPTY: plain('INPUT_EMPTY'),
  SHARE_LOST: plain('SHARE_LOST'),
  INPUT_NOT_RECOGNISED: ({ found }, { t }) => ({
    title: t(`INPUT_NOT_RECOGNISED.${found}.title`),
    advice: t(
      found === 'web-address' ? 'INPUT_NOT_RECOGNISED.web-address.advice' : 'INPUT_NOT_RECOGNISED.advice',
    ),
  }),
  INPUT_OTHER_FORMAT: ({ format }, { t }) => ({
    title: t(`INPUT_OTHER_FORMAT.${format}.title`),
    advice: t('INPUT_OTHER_FORMAT.advice'),
  }),
  INPUT_TOO_LARGE: measuring('INPUT_TOO_LARGE'),
  FILE_UNREADABLE: plain('FILE_UNREADABLE'),
  FILE_NOT_JSON: plain('FILE_NOT_JSON'),
  FILE_NO_CARDS: ({ from }, { t }) =>
    from === 'issuer'
      ? { title: t('FILE_NO_CARDS.issuer.title'), advice: t('FILE_NO_CARDS.issuer.advice') }
      : { title: t('FILE_NO_CARDS.title'), advice: t('FILE_NO_CARDS.advice') },
  INSECURE_CONTEXT: plain('INSECURE_CONTEXT'),

  CAMERA_DENIED: plain('CAMERA_DENIED'),
  SCAN_GARBLED: ({ cause }, { t }) => ({
    title: t(`SCAN_GARBLED.${cause}.title`),
    advice: t(`SCAN_GARBLED.${cause}.advice`),
  }),
  CAMERA_UNAVAILABLE: plain('CAMERA_UNAVAILABLE'),
  CAMERA_IN_USE: plain('CAMERA_IN_USE'),
  CAMERA_UNPLUGGED: plain('CAMERA_UNPLUGGED'),
  CAMERA_INSECURE_CONTEXT: plain('CAMERA_INSECURE_CONTEXT'),
  CAMERA_BLOCKED_BY_FRAME: plain('CAMERA_BLOCKED_BY_FRAME'),
  POPUP_BLOCKED: plain('POPUP_BLOCKED'),
  VIEWER_INCOMPLETE: plain('VIEWER_INCOMPLETE'),
  READER_UNAVAILABLE: plain('READER_UNAVAILABLE'),
  IMAGE_NO_QR: plain('IMAGE_NO_QR'),
  IMAGE_QR_UNREADABLE: plain('IMAGE_QR_UNREADABLE'),
  IMAGE_TOO_LARGE: ({ maximumMegapixels }, { t }) => ({
    title: t('IMAGE_TOO_LARGE.title', { megapixels: maximumMegapixels }),
    advice: t('IMAGE_TOO_LARGE.advice'),
  }),
  IMAGE_FORMAT_UNSUPPORTED: plain('IMAGE_FORMAT_UNSUPPORTED'),
  PDF_LOCKED: plain('PDF_LOCKED'),

  QR_DIGITS_ODD: plain('QR_DIGITS_ODD'),
  QR_DIGITS_RANGE: plain('QR_DIGITS_RANGE'),
  QR_HEADER_MALFORMED: plain('QR_HEADER_MALFORMED'),
  QR_CHUNK_INCOMPLETE: ({ have, need, missing }, { t, list }) => ({
    title: t('QR_CHUNK_INCOMPLETE.title', { have, need }),
    advice: t('QR_CHUNK_INCOMPLETE.advice', { parts: list(missing), count: missing.length }),
  }),
  QR_CHUNK_CONFLICT: plain('QR_CHUNK_CONFLICT'),
  QR_CHUNK_INDEX_INVALID: ({ index, total }, { t }) => ({
    title: t('QR_CHUNK_INDEX_INVALID.title', { index, total }),
    advice: t('QR_CHUNK_INDEX_INVALID.advice'),
  }),
  JWS_MALFORMED: plain('JWS_MALFORMED'),
  JWS_HEADER_INVALID: plain('JWS_HEADER_INVALID'),
  PAYLOAD_INFLATE_FAILED: plain('PAYLOAD_INFLATE_FAILED'),
  PAYLOAD_TOO_LARGE: measuring('PAYLOAD_TOO_LARGE'),
  PAYLOAD_NOT_JSON_OBJECT: plain('PAYLOAD_NOT_JSON_OBJECT'),
  PAYLOAD_MISSING_FIELD: plain('PAYLOAD_MISSING_FIELD'),

  SHL_MALFORMED: ({ detail }, { t }) => ({
    title: t(`SHL_MALFORMED.${detail}.title`),
    advice: t('SHL_MALFORMED.advice'),
  }),
  SHL_KEY_INVALID: plain('SHL_KEY_INVALID'),
  SHL_URL_INSECURE: ({ detail }, { t }) => ({
    title: t(`SHL_URL_INSECURE.${detail}.title`),
    advice: t('SHL_URL_INSECURE.advice'),
  }),
  SHL_VERSION_UNSUPPORTED: ({ version }, { t }) => ({
    title: t('SHL_VERSION_UNSUPPORTED.title', { version }),
    advice: t('SHL_VERSION_UNSUPPORTED.advice'),
  }),
  SHL_FLAGS_CONFLICT: plain('SHL_FLAGS_CONFLICT'),
  LINK_EXPIRED: ({ expiredAt }, { t, date }) => ({
    title: t('LINK_EXPIRED.title', { date: date(expiredAt) }),
    advice: t('LINK_EXPIRED.advice'),
  }),
  LINK_INACTIVE: naming('LINK_INACTIVE'),
  CONFIRM_LINK: naming('CONFIRM_LINK'),
  PASSCODE_REQUIRED: plain('PASSCODE_REQUIRED'),
  PASSCODE_INCORRECT: ({ remainingAttempts }, { t }) => ({
    title: t('PASSCODE_INCORRECT.title'),
    advice:
      remainingAttempts === undefined
        ? t('PASSCODE_INCORRECT.advice')
        : t('PASSCODE_INCORRECT.remaining.advice', { count: remainingAttempts }),
  }),
  PASSCODE_LOCKED: plain('PASSCODE_LOCKED'),
  RATE_LIMITED: ({ retryAfter, ...error }, { t, host }) => ({
    title: t('RATE_LIMITED.title', { host: host(error.host) }),
    advice:
      retryAfter < LONGEST_WAIT_IN_SECONDS
        ? t('RATE_LIMITED.seconds.advice', { count: Math.ceil(retryAfter) })
        : t('RATE_LIMITED.minutes.advice', { count: Math.ceil(retryAfter / 60) }),
  }),
  SERVER_REFUSED: ({ status, ...error }, { t, host }) => ({
    title: t('SERVER_REFUSED.title', { host: host(error.host), status: String(status) }),
    advice: t('SERVER_REFUSED.advice'),
  }),
  SERVER_ERROR: ({ status, ...error }, { t, host }) => ({
    title: t('SERVER_ERROR.title', { host: host(error.host), status: String(status) }),
    advice: t('SERVER_ERROR.advice'),
  }),
  NETWORK_OFFLINE: plain('NETWORK_OFFLINE'),
  NETWORK_OR_CORS: naming('NETWORK_OR_CORS'),
  TIMEOUT: naming('TIMEOUT'),
  MANIFEST_NOT_JSON: naming('MANIFEST_NOT_JSON'),
  MANIFEST_INVALID: naming('MANIFEST_INVALID'),
  MANIFEST_EMPTY: ({ pending }, { t }) =>
    pending
      ? { title: t('MANIFEST_EMPTY.pending.title'), advice: t('MANIFEST_EMPTY.pending.advice') }
      : { title: t('MANIFEST_EMPTY.title'), advice: t('MANIFEST_EMPTY.advice') },

  FILE_LOCATION_EXPIRED: naming('FILE_LOCATION_EXPIRED'),
  FILE_UNREACHABLE: ({ status, ...error }, { t, host }) => ({
    title:
      status === undefined
        ? t('FILE_UNREACHABLE.title', { host: host(error.host) })
        : t('FILE_UNREACHABLE.status.title', { host: host(error.host), status: String(status) }),
    advice: t('FILE_UNREACHABLE.advice'),
  }),
  FILE_ADDRESS_REFUSED: ({ detail }, { t }) => ({
    title: t(`FILE_ADDRESS_REFUSED.${detail}.title`),
    advice: t('FILE_ADDRESS_REFUSED.advice'),
  }),
  FILE_NOT_ENCRYPTED: plain('FILE_NOT_ENCRYPTED'),
  FILE_JWE_INVALID: plain('FILE_JWE_INVALID'),
  FILE_DECRYPT_FAILED: plain('FILE_DECRYPT_FAILED'),
  FILE_DECOMPRESS_FAILED: plain('FILE_DECOMPRESS_FAILED'),
  FILE_TOO_LARGE: measuring('FILE_TOO_LARGE'),
  FILE_CONTENT_INVALID: plain('FILE_CONTENT_INVALID'),
  FILE_TYPE_UNSUPPORTED: ({ type }, { t }) => ({
    title: t(`FILE_TYPE_UNSUPPORTED.${kindOf(type)}.title`),
    advice: t('FILE_TYPE_UNSUPPORTED.advice'),
  }),
  FILE_NO_LONGER_VALID: plain('FILE_NO_LONGER_VALID'),
  FILE_MAY_CHANGE: plain('FILE_MAY_CHANGE'),
  FILES_TOO_MANY: ({ maximum, total }, { t }) => ({
    title: t('FILES_TOO_MANY.title', { maximum, total }),
    advice: t('FILES_TOO_MANY.advice'),
  }),
  API_ACCESS_OFFERED: naming('API_ACCESS_OFFERED'),
  API_ACCESS_FAILED: ({ detail, status, ...error }, { t, host }) => ({
    title: t(`API_ACCESS_FAILED.${detail}.title`, { host: host(error.host), status: String(status ?? '') }),
    advice: t(
      detail === '401' || detail === '403' ? 'API_ACCESS_FAILED.ended.advice' : 'API_ACCESS_FAILED.advice',
    ),
  }),

  INTERNAL_ERROR: ({ id }, { t }) => ({
    title: t('INTERNAL_ERROR.title', { id }),
    advice: t('INTERNAL_ERROR.advice'),
  }),
}

/** A media type in everyday words; the type itself comes from the sender and is not repeated. */
function kindOf(type: string): 'document' | 'picture' | 'text' | 'other' {
  if (type === 'application/pdf') return 'document'
  if (type.startsWith('image/')) return 'picture'
  return type.startsWith('text/') ? 'text' : 'other'
}
