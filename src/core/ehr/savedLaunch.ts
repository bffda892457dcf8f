import { isRecord } from '../encoding'
import { text } from '../fhir/shape'

/** What a launch leaves behind for the page that it comes back to, and for that page's reloads. */
export interface SavedLaunch {
  /** `iss` as it was given. */
  readonly iss: string
  readonly clientId: string
  /** The scopes that were asked for. */
  readonly scope: string
  readonly token: URL
  /** The token endpoint's answer; absent before there is one. */
  readonly response?: unknown
  /** When that came, in milliseconds since 1970. */
  readonly receivedAt?: number
  /** Who signs id tokens, and where the keys are. */
  readonly issuer?: string
  readonly keys?: URL
}

/**
 * Reads what is kept under a launch's `state`. The names are fhirclient's, with ours below `shx`. `undefined` when there
 * is nothing, or nothing that can be used.
 */
export function readSavedLaunch(stored: unknown): SavedLaunch | undefined {
  if (!isRecord(stored)) return undefined
  const [iss, clientId, token] = [
    text(stored['serverUrl']),
    text(stored['clientId']),
    urlIn(stored['tokenUri']),
  ]
  if (iss === undefined || !URL.canParse(iss) || clientId === undefined || !token) return undefined
  const own = isRecord(stored['shx']) ? stored['shx'] : {}
  const [issuer, keys, receivedAt] = [text(own['issuer']), urlIn(own['keys']), own['receivedAt']]
  const response = stored['tokenResponse']
  return {
    iss,
    clientId,
    scope: text(stored['scope']) ?? '',
    token,
    ...(isRecord(response) && Object.hasOwn(response, 'access_token') && { response }),
    ...(typeof receivedAt === 'number' && { receivedAt }),
    ...(issuer !== undefined && { issuer }),
    ...(keys && { keys }),
  }
}

/** `stored` with other properties, and others of ours; what is there besides them stays. */
export const withSaved = (
  stored: unknown,
  properties: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const before = isRecord(stored) ? stored : {}
  return { ...before, ...properties, shx: { ...(isRecord(before['shx']) ? before['shx'] : {}), ...own } }
}

const urlIn = (value: unknown): URL | undefined =>
  typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
