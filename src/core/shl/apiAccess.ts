import { checkUrl, type UrlPolicy } from '../checkUrl'
import { isRecord } from '../encoding'
import type { UrlRefusal } from '../errors'
import { list, text } from '../fhir/shape'
import { err, ok, type Result } from '../result'
import type { LiveContext, LiveRecord } from './liveRecord'

/**
 * A live connection that a sender offers: its server may be asked for the record itself. The access token stays inside
 * `fetch` and can be read from nowhere, so that it is in no report, error or copy of what is on the screen.
 */
export interface ApiOffer {
  /** Host of the server, with its port where it has one. */
  readonly host: string
  /** Position of the file that offers it among the link's files, counted from 0. */
  readonly file: number
  /** Asks the server. To be called on the reader's own action and at no other time: the server is told who reads. */
  readonly fetch: (context: LiveContext) => Promise<LiveRecord>
}

/** What a file of the type `application/smart-api-access` says: the answer of a token endpoint, `aud` and hints. */
export type TokenResponse = Readonly<Record<string, unknown>>

export type OfferError = UrlRefusal | 'no-token'

const MAXIMUM_QUERIES = 50
/** The characters of a bearer token; anything else would be another header. Source: RFC 6750 section 2.1. */
const TOKEN = /^[\w.~+/-]+=*$/

/**
 * Reads an offer. `aud` must pass the same check as every address from a payload.
 * Source: SHL, "SMART Health Links Sharing Application Generates…" (`application/smart-api-access`); matrix L-53.
 */
export function readOffer(
  access: TokenResponse,
  file: number,
  policy: UrlPolicy,
): Result<ApiOffer, OfferError> {
  const audience = checkUrl(access['aud'], policy)
  if (!audience.ok) return audience
  const { access_token: token, token_type: type = 'bearer' } = access
  if (typeof token !== 'string' || !TOKEN.test(token) || text(type)?.toLowerCase() !== 'bearer') {
    return err('no-token')
  }
  const base = baseOf(audience.value)
  const patient = text(access['patient'])
  const hints = list(access['query']).flatMap((query) => text(query) ?? [])
  return ok({
    host: base.host,
    file,
    fetch: async (context) => {
      // Few links offer one: how to ask is loaded with the first that does.
      const { fetchRecord } = await import('./liveRecord')
      const queries = hints.slice(0, MAXIMUM_QUERIES)
      return fetchRecord({ base, token, queries, ...(patient !== undefined && { patient }) }, context)
    },
  })
}

/** The server's address as a folder, so that relative queries stay below it. */
function baseOf(audience: URL): URL {
  const base = new URL(audience)
  base.search = ''
  base.hash = ''
  if (!base.pathname.endsWith('/')) base.pathname += '/'
  return base
}

/** True for what looks like the answer of a token endpoint with an audience. */
export const isTokenResponse = (json: unknown): json is TokenResponse =>
  isRecord(json) && typeof json['aud'] === 'string' && json['access_token'] !== undefined
