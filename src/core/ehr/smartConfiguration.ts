import { isRecord } from '../encoding'
import { list, text } from '../fhir/shape'
import { err, ok, type Result } from '../result'

/** What an EHR publishes about signing in to it. */
export interface SmartConfiguration {
  readonly authorize: URL
  readonly token: URL
  readonly capabilities: readonly string[]
  /** True when it says that it takes the S256 challenge. It is sent either way. */
  readonly saysS256: boolean
  /** Who signs its id tokens, and where the keys are; absent where it does not say, or says somewhere else. */
  readonly issuer?: string
  readonly keys?: URL
}

/** not-smart: an address that is needed is missing · endpoint-elsewhere: it is at a host that nobody has named. */
export type ConfigurationRefusal =
  | { readonly kind: 'not-smart' }
  | { readonly kind: 'endpoint-elsewhere'; readonly host: string }

/**
 * Reads `.well-known/smart-configuration`. `origins` are the only ones that may sign people in or receive a code: the
 * issuer's own and those that the deployment names. Relative addresses are taken from the FHIR server's.
 * Source: SMART App Launch 2.2, "Conformance"; threat T31.
 */
export function readSmartConfiguration(
  json: unknown,
  iss: string,
  origins: readonly string[],
): Result<SmartConfiguration, ConfigurationRefusal> {
  const stated = isRecord(json) ? json : {}
  const address = (name: string): URL | undefined => addressIn(stated[name], iss)
  const [authorize, token, keys] = [
    address('authorization_endpoint'),
    address('token_endpoint'),
    address('jwks_uri'),
  ]
  if (!authorize || !token) return err({ kind: 'not-smart' })
  const elsewhere = [authorize, token].find((url) => !isAt(url, origins))
  if (elsewhere) return err({ kind: 'endpoint-elsewhere', host: elsewhere.host })
  const issuer = text(stated['issuer'])
  return ok({
    authorize,
    token,
    capabilities: list(stated['capabilities']).flatMap((capability) => text(capability) ?? []),
    saysS256: list(stated['code_challenge_methods_supported']).includes('S256'),
    ...(issuer !== undefined && { issuer }),
    ...(keys && isAt(keys, origins) && { keys }),
  })
}

/** The address where an EHR says how to sign in to it. */
export const configurationAddress = (iss: string): URL =>
  new URL(`${iss.replace(/\/$/, '')}/.well-known/smart-configuration`)

/** The origins that a code or a token may go to. */
export const originsOf = (issuer: string, others: readonly string[] = []): readonly string[] => [
  new URL(issuer).origin,
  ...others,
]

/** Is this address at one of these origins, without a name or password in it? */
export const isAt = (url: URL, origins: readonly string[]): boolean =>
  origins.includes(url.origin) && url.username === '' && url.password === ''

function addressIn(value: unknown, iss: string): URL | undefined {
  const stated = text(value)
  const base = `${iss.replace(/\/$/, '')}/`
  if (stated === undefined || !URL.canParse(stated, base)) return undefined
  const url = new URL(stated, base)
  url.hash = ''
  return url
}
