import { checkUrl, type UrlPolicy } from '../checkUrl'
import { textFromBytes } from '../encoding'
import type { ShxError } from '../errors'
import type { HttpResponse } from '../ports'
import { err, ok, type Result } from '../result'
import { decryptFile, type DecryptedFile } from './decrypt'
import {
  looksLikeJwe,
  MAXIMUM_BODY_BYTES,
  networkError,
  refusalOf,
  type LinkRequest,
  type ManifestFile,
} from './manifest'

/** A file of a link, decrypted. `encrypted` is false when the server sent it in the clear. */
export interface OpenedFile extends DecryptedFile {
  readonly encrypted: boolean
}

/** Answers to a download that mean: the ticket in the address is used up or too old. */
const TICKET_GONE: ReadonlySet<number> = new Set([401, 403, 404, 410])

/**
 * Gets and decrypts one file of a manifest. What is embedded is preferred, since it needs no request; a location is
 * the way out when the embedded copy is broken. A location is fetched exactly once: it may be a one-time ticket.
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
  if (embedded?.ok || file.location === undefined) {
    return embedded ?? err({ code: 'FILE_CONTENT_INVALID' })
  }
  const address = checkUrl(file.location, policy)
  if (!address.ok) return err({ code: 'FILE_ADDRESS_REFUSED', detail: address.error })
  return download(address.value, request)
}

async function download(url: URL, request: LinkRequest): Promise<Result<OpenedFile, ShxError>> {
  const response = await get(url, request)
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
 * Gets the one file of a link with the U flag. Its manifest-like refusals (gone, too many requests) are the link's.
 * Source: SHL, "SMART Health Link Direct File Request".
 */
export async function openDirectFile(request: LinkRequest): Promise<Result<DirectFile, ShxError>> {
  const url = new URL(request.payload.url)
  url.searchParams.set('recipient', request.recipient)
  const response = await get(url, request)
  if (!response.ok) return response
  const refusal = refusalOf(response.value, request)
  if (refusal) return err(refusal)
  return ok({ response: response.value, file: await openBody(response.value.body, request.payload.key) })
}

export interface DirectFile {
  readonly response: HttpResponse
  readonly file: Result<OpenedFile, ShxError>
}

async function get(url: URL, { http, signal }: LinkRequest): Promise<Result<HttpResponse, ShxError>> {
  const response = await http({
    url,
    method: 'GET',
    maximumBytes: MAXIMUM_BODY_BYTES,
    ...(signal && { signal }),
  })
  return response.ok ? response : err(networkError(response.error, url.host))
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
