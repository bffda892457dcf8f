import { checkUrl, type UrlPolicy } from '../checkUrl'
import { textFromBytes } from '../encoding'
import type { ShxError } from '../errors'
import type { HttpResponse } from '../ports'
import { err, ok, type Result } from '../result'
import { decryptFile, type DecryptedFile } from './decrypt'
import { ask, looksLikeJwe, refusalOf, type LinkRequest, type ManifestFile } from './manifest'

/** A file of a link, decrypted. `encrypted` is false when the server sent it in the clear. */
export interface OpenedFile extends DecryptedFile {
  readonly encrypted: boolean
}

/** Answers to a download that mean: the ticket in the address is used up or too old. */
const TICKET_GONE: ReadonlySet<number> = new Set([401, 403, 404, 410])

/**
 * Gets and decrypts one file of a manifest. What is embedded is preferred, since it needs no request; a location is
 * the way out when the embedded copy is broken or was not encrypted. A location is answered at most once: it may be a
 * one-time ticket, so it is asked again only when no answer at all arrived.
 * Errors: `FILE_…`; `FILE_LOCATION_EXPIRED` asks for a new manifest.
 * Source: SHL, "Manifest File: embedded and location"; conformance matrix L-43 to L-46.
 */
export async function openFile(
  file: ManifestFile,
  request: LinkRequest,
  policy: UrlPolicy,
): Promise<Result<OpenedFile, ShxError>> {
  const { key } = request.payload
  const embedded = file.embedded === undefined ? undefined : await openText(file.embedded, key)
  const isSealed = embedded?.ok && embedded.value.encrypted
  if (isSealed || file.location === undefined) return embedded ?? err({ code: 'FILE_CONTENT_INVALID' })
  const address = checkUrl(file.location, policy)
  const located: Result<OpenedFile, ShxError> = address.ok
    ? await download(address.value, request)
    : err({ code: 'FILE_ADDRESS_REFUSED', detail: address.error })
  return embedded?.ok && !located.ok ? embedded : located
}

async function download(url: URL, request: LinkRequest): Promise<Result<OpenedFile, ShxError>> {
  const response = await ask({ url, method: 'GET', repeat: { times: 2, whenFailing: false } }, request)
  if (!response.ok) {
    const { error } = response
    return err(error.code === 'NETWORK_OR_CORS' ? { code: 'FILE_UNREACHABLE', host: url.host } : error)
  }
  const { status, body } = response.value
  if (TICKET_GONE.has(status)) return err({ code: 'FILE_LOCATION_EXPIRED', host: url.host })
  if (status < 200 || status >= 300) return err({ code: 'FILE_UNREACHABLE', host: url.host, status })
  return openBody(body, request.payload.key)
}

/**
 * Gets the one file of a link with the U flag. Its manifest-like refusals (gone, too many requests) are the link's; a
 * passcode is never asked for, because this request has no place for one.
 * Source: SHL, "SMART Health Link Direct File Request".
 */
export async function openDirectFile(request: LinkRequest): Promise<Result<DirectFile, ShxError>> {
  const { url, key, flags } = request.payload
  const response = await ask(
    {
      url: withRecipient(url, request.recipient),
      method: 'GET',
      repeat: { times: 2, whenFailing: true },
    },
    request,
  )
  if (!response.ok) return response
  const refusal = refusalOf(response.value, request)
  if (refusal?.code === 'PASSCODE_REQUIRED') {
    const { status } = response.value
    return err(
      flags.has('P') ? { code: 'SHL_FLAGS_CONFLICT' } : { code: 'SERVER_REFUSED', status, host: url.host },
    )
  }
  if (refusal) return err(refusal)
  if (isWebPage(response.value.body)) return err({ code: 'MANIFEST_NOT_JSON', host: url.host })
  return ok({ response: response.value, file: await openBody(response.value.body, key) })
}

/** A network that wants people to sign in first answers for every server, with a page. */
const isWebPage = (body: Uint8Array): boolean =>
  /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype\s+html|html)/i.test(String.fromCharCode(...body.subarray(0, 100)))

/** Adds `recipient` and leaves the rest of the query to the letter: it may be signed. */
function withRecipient(address: URL, recipient: string): URL {
  const url = new URL(address)
  if (url.searchParams.has('recipient')) url.searchParams.set('recipient', recipient)
  else url.search += `${url.search === '' ? '' : '&'}recipient=${encodeURIComponent(recipient)}`
  return url
}

export interface DirectFile {
  readonly response: HttpResponse
  readonly file: Result<OpenedFile, ShxError>
}

function openBody(body: Uint8Array, key: Uint8Array<ArrayBuffer>): Promise<Result<OpenedFile, ShxError>> {
  const text = textFromBytes(body)
  // Not even text: certainly not a JWE, perhaps a document that was never encrypted.
  if (text === undefined) return Promise.resolve(ok({ bytes: new Uint8Array(body), encrypted: false }))
  return openText(text, key)
}

async function openText(text: string, key: Uint8Array<ArrayBuffer>): Promise<Result<OpenedFile, ShxError>> {
  // Some servers quote the JWE as a JSON string.
  const jwe = text.replaceAll(/\s/g, '').replace(/^"(.*)"$/, '$1')
  if (!looksLikeJwe(jwe)) {
    const plain = text.trim()
    if (plain === '' || /^<(!doctype|html|\?xml)/i.test(plain)) return err({ code: 'FILE_CONTENT_INVALID' })
    return ok({ bytes: new TextEncoder().encode(plain), encrypted: false })
  }
  const decrypted = await decryptFile(jwe, key)
  return decrypted.ok ? ok({ ...decrypted.value, encrypted: true }) : decrypted
}
