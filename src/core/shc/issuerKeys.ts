import { checkUrl, type UrlPolicy } from '../checkUrl'
import { isRecord, jsonFromText, textFromBytes } from '../encoding'
import type { Http, HttpFailure } from '../ports'
import { err, ok, type Result } from '../result'
import type { PublishedKey } from './directory'

/**
 * Why an issuer's keys could not be had. offline: this device has no network · dns-tls-cors: no answer that a browser
 * may read · http-404 and the like: another answer than 200 · not-json: no list of keys, or one beyond all measure ·
 * address: the issuer's address is none that may be asked.
 */
export type KeysFailure = 'offline' | 'dns-tls-cors' | 'not-json' | 'address' | `http-${number}`

/** What an issuer publishes about itself, or why that is not known. Says nothing about whether to trust the issuer. */
export type IssuerKeys = Result<readonly PublishedKey[], KeysFailure>

const MAXIMUM_BYTES = 1_000_000

/**
 * Asks an issuer itself for its keys. The request tells the issuer that somebody looks at one of its cards, so it is
 * made when a person asks for it and never otherwise. The type that the answer is declared as does not matter.
 * Source: SMART Health Cards, "Determining keys associated with an issuer"; threat T04.
 */
export async function fetchIssuerKeys(
  iss: string,
  { http, policy }: { readonly http: Http; readonly policy: UrlPolicy },
): Promise<IssuerKeys> {
  const url = wellKnownUrl(iss, 'jwks.json', policy)
  if (!url) return err('address')
  const response = await http({ url, method: 'GET', maximumBytes: MAXIMUM_BYTES })
  if (!response.ok) return err(FAILURES[response.error])
  const { status, body } = response.value
  if (status !== 200) return err(`http-${status}`)
  const text = textFromBytes(body)
  const json = text === undefined ? undefined : jsonFromText(text)
  if (!isRecord(json) || !Array.isArray(json['keys'])) return err('not-json')
  const keys: readonly unknown[] = json['keys']
  return ok(keys.filter(isRecord))
}

const FAILURES: Readonly<Record<HttpFailure, KeysFailure>> = {
  offline: 'offline',
  network: 'dns-tls-cors',
  interrupted: 'dns-tls-cors',
  timeout: 'dns-tls-cors',
  aborted: 'dns-tls-cors',
  'too-large': 'not-json',
}

/** The address of what an issuer publishes: its own, to the letter, and the rest. `undefined` when it may not be asked. */
export function wellKnownUrl(iss: string, path: string, policy: UrlPolicy): URL | undefined {
  const issuer = checkUrl(iss, policy)
  if (!issuer.ok || /[?#]/.test(iss)) return undefined
  const url = checkUrl(`${iss}/.well-known/${path}`, policy)
  return url.ok ? url.value : undefined
}
