import { checkUrl, type UrlPolicy } from '../checkUrl'
import { bytesFromBase64url, isRecord, jsonFromText, textFromBytes } from '../encoding'
import type { ShxError } from '../errors'
import { err, ok, type Result } from '../result'

/** What a SMART Health Link says about itself, decoded and checked. Lives in memory only: it holds the key. */
export interface ShlPayload {
  readonly url: URL
  /** The 32 bytes that decrypt every file of the link. */
  readonly key: Uint8Array<ArrayBuffer>
  /** Known flags are L, P and U; others are kept and ignored. */
  readonly flags: ReadonlySet<string>
  /** Text from the sender. Untrusted: shown as a quotation. */
  readonly label?: string
  /** A hint; the server has the last word. */
  readonly expiresAt?: Date
}

const NEWEST_VERSION = 1
/** Epoch seconds reach this in the year 5138; larger numbers are milliseconds. */
const LARGEST_SECONDS = 1e11

/**
 * Decodes the part of a SMART Health Link after `shlink:/`.
 *
 * `exp` arrives in epoch seconds and leaves as a Date; milliseconds and numbers written as text are recognised,
 * because the standard's own example has them. Unknown properties and flags are ignored, as required.
 * Errors: `SHL_MALFORMED`, `SHL_VERSION_UNSUPPORTED`, `SHL_URL_INSECURE`, `SHL_KEY_INVALID`.
 * Source: SHL, "Construct a SMART Health Link Payload".
 */
export function decodeShlPayload(encoded: string, policy: UrlPolicy): Result<ShlPayload, ShxError> {
  const bytes = bytesFromBase64url(encoded)
  if (!bytes || bytes.length === 0) return malformed(encoded === '' ? 'truncated' : 'base64')
  const text = textFromBytes(bytes)
  if (text === undefined) return malformed('base64')
  const json = jsonFromText(text)
  if (!isRecord(json)) return malformed(text.startsWith('{') ? 'truncated' : 'json')
  const { v } = json
  const version = typeof v === 'number' || typeof v === 'string' ? Number(v) : NEWEST_VERSION
  const own = ownWords(json)
  if (version > NEWEST_VERSION) return err({ code: 'SHL_VERSION_UNSUPPORTED', version, ...own })
  const url = checkUrl(json['url'], policy)
  if (!url.ok) {
    return url.error === 'not-a-url' ? malformed('url') : err({ code: 'SHL_URL_INSECURE', detail: url.error })
  }
  const key = typeof json['key'] === 'string' ? bytesFromBase64url(json['key'].trim()) : undefined
  if (key?.length !== 32) return err({ code: 'SHL_KEY_INVALID' })
  return ok({
    url: url.value,
    key,
    flags: new Set(typeof json['flag'] === 'string' ? json['flag'].toUpperCase() : ''),
    ...own,
  })
}

/** What a link says of itself; it means the same in every version. */
function ownWords({
  label,
  exp,
}: Readonly<Record<string, unknown>>): Pick<ShlPayload, 'label' | 'expiresAt'> {
  const expiresAt = expiryOf(exp)
  return {
    ...(typeof label === 'string' && { label }),
    ...(expiresAt && { expiresAt }),
  }
}

function expiryOf(exp: unknown): Date | undefined {
  const number = typeof exp === 'string' && exp.trim() !== '' ? Number(exp) : exp
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined
  const date = new Date(Math.abs(number) > LARGEST_SECONDS ? number : number * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date
}

const malformed = (detail: 'base64' | 'json' | 'url' | 'truncated'): Result<never, ShxError> =>
  err({ code: 'SHL_MALFORMED', detail })
