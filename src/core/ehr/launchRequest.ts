import { err, ok, type Result } from '../result'

/** What an EHR hands to the launch page. */
export interface LaunchRequest {
  /** As it was given, byte for byte: it goes back to the EHR as `aud`. */
  readonly iss: string
  readonly launch: string
  /** The client id that the address names, where the deployment lets it. */
  readonly client?: string
}

/**
 * incomplete: `parameter` is missing or empty · repeated: it stands there more than once · forbidden: it would redirect or
 * widen the launch · unknown-ehr: `iss` is not in the deployment's list.
 */
export type LaunchRefusal =
  | { readonly kind: 'incomplete' | 'repeated' | 'forbidden'; readonly parameter: string }
  | { readonly kind: 'unknown-ehr'; readonly iss: string }

/** Parameters by which a client library would let the address choose server, patient, client or return address. */
const FORBIDDEN = [
  'fhirServiceUrl',
  'patientId',
  'clientId',
  'redirectUri',
  'redirect_uri',
  'scope',
  'client',
] as const

/** Characters of a client id in an address. */
const CLIENT = /^[\x21-\x7e]{1,200}$/

/**
 * Reads the query of a launch. `issuers` is the deployment's list; the address decides nothing but which of its entries is
 * meant. A slash at the end makes no difference to that comparison, and stays in what is sent. `mayNameClient`: the
 * address may also hold the client id, as `client`, for sandboxes.
 * Source: SMART App Launch 2.2, "Launch App: EHR Launch"; threat T31.
 */
export function readLaunchRequest(
  search: string,
  issuers: readonly string[],
  mayNameClient = false,
): Result<LaunchRequest, LaunchRefusal> {
  const query = new URLSearchParams(search)
  const forbidden = FORBIDDEN.find((name) => query.has(name) && !(name === 'client' && mayNameClient))
  if (forbidden !== undefined) return err({ kind: 'forbidden', parameter: forbidden })
  const parameter = (['iss', 'launch', 'client'] as const).find((name) => query.getAll(name).length > 1)
  if (parameter !== undefined) return err({ kind: 'repeated', parameter })
  const [iss, launch] = [query.get('iss') ?? '', query.get('launch') ?? '']
  if (iss === '') return err({ kind: 'incomplete', parameter: 'iss' })
  if (launch === '') return err({ kind: 'incomplete', parameter: 'launch' })
  const client = query.get('client') ?? undefined
  if (client !== undefined && !CLIENT.test(client)) return err({ kind: 'incomplete', parameter: 'client' })
  return issuers.some((known) => isSameServer(known, iss))
    ? ok({ iss, launch, ...(client !== undefined && { client }) })
    : err({ kind: 'unknown-ehr', iss })
}

/** Two addresses of one FHIR server: equal but for one slash at the end. */
export const isSameServer = (a: string, b: string): boolean => a.replace(/\/$/, '') === b.replace(/\/$/, '')
