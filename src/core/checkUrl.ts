import type { UrlRefusal } from './errors'
import { err, ok, type Result } from './result'

/** Which addresses beyond plain public https a deployment may reach. Never set from a link or a URL. */
export interface UrlPolicy {
  /** Accept `http://localhost` and its kin: on a developer's machine, where the page itself comes from one. */
  readonly allowLoopback: boolean
  /** Local or private host names to accept over https, such as the page's own on a clinic's intranet. */
  readonly allowedHosts: readonly string[]
}

export const PUBLIC_HTTPS_ONLY: UrlPolicy = { allowLoopback: false, allowedHosts: [] }

/**
 * Decides whether an address that came with a link, a manifest or a card may be fetched. Every such address passes
 * here: https only, no user name or password, and no host inside the reader's own network, because a link must not
 * be able to make a clinic's browser knock on the clinic's own doors.
 * Source: SHL, "Construct a SMART Health Link Payload" (https); threat T13.
 */
export function checkUrl(text: unknown, policy: UrlPolicy): Result<URL, UrlRefusal> {
  if (typeof text !== 'string' || !URL.canParse(text)) return err('not-a-url')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return err('credentials')
  const loopback = isLoopbackHost(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback && policy.allowLoopback)) {
    return err('not-https')
  }
  if (loopback ? policy.allowLoopback : !isLocalHost(url.hostname)) return ok(url)
  return policy.allowedHosts.includes(url.hostname) ? ok(url) : err('local-address')
}

/** True for the names of this very machine. */
export const isLoopbackHost = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])\.?$/i.test(hostname)

const LOCAL_NAMES = /(^|\.)(local|localdomain|internal|intranet|lan|home|corp|home\.arpa)\.?$/i
/** This network, private, loopback, link-local, carrier, benchmark, multicast and reserved. */
const PRIVATE_IPV4 =
  /^(0|10|127|169\.254|192\.0\.0|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|198\.1[89]|22[4-9]|2[3-5]\d)\./
/** The public internet is 2000::/3, less Teredo, 6to4 and documentation; all else is local or IPv4 in other clothes. */
const PUBLIC_IPV6 = /^\[(?!2002:|2001:(?:0?:|db8:))[23][\da-f]{3}:/

/** True for names and addresses that only mean something inside a private network. */
function isLocalHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return !PUBLIC_IPV6.test(hostname)
  if (/^\d+(\.\d+){3}$/.test(hostname)) return PRIVATE_IPV4.test(hostname)
  return !hostname.replace(/\.$/, '').includes('.') || LOCAL_NAMES.test(hostname)
}
