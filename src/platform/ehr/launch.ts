import { authorize } from 'fhirclient/lib/smart'
import { jsonFromText, textFromBytes } from '../../core/encoding'
import type { LaunchRequest } from '../../core/ehr/launchRequest'
import { readSavedLaunch, withSaved } from '../../core/ehr/savedLaunch'
import { scopesToAsk } from '../../core/ehr/scopes'
import {
  configurationAddress,
  isAt,
  originsOf,
  readSmartConfiguration,
  type ConfigurationRefusal,
  type SmartConfiguration,
} from '../../core/ehr/smartConfiguration'
import type { Http } from '../../core/ports'
import { err, ok, type Result } from '../../core/result'
import type { Ehr } from '../../config/ehrs'
import { launchStore, type LaunchStore } from '../storage'
import { environmentOf } from './environment'

/** unreachable: the EHR did not answer, or answered something else · changed: it answered differently a moment later. */
export type LaunchFailure = ConfigurationRefusal | { readonly kind: 'unreachable' | 'changed' }

export interface LaunchPorts {
  readonly http: Http
  readonly store?: LaunchStore
  /** The address of the launch page. */
  readonly page: URL
  /** The registered address to come back to. */
  readonly redirectUri: string
}

const MAXIMUM_BYTES = 1_000_000

/**
 * Prepares a launch: asks the EHR how it wants to be asked, keeps what the way back needs, and answers the address to go
 * to. The launch itself is used up only there. `iss` goes back byte for byte as `aud`; the challenge (PKCE) always goes along.
 */
export async function prepareLaunch(
  request: LaunchRequest,
  ehr: Ehr,
  saves: boolean,
  { http, store = launchStore, page, redirectUri }: LaunchPorts,
): Promise<Result<URL, LaunchFailure>> {
  const found = await smartConfiguration(request.iss, ehr, http)
  if (!found.ok) return found
  const configuration = found.value
  const state = crypto.randomUUID()
  const address = await authorize(environmentOf(store, page), {
    iss: request.iss,
    launch: request.launch,
    clientId: request.client ?? ehr.clientId,
    scope: scopesToAsk(configuration.capabilities, { saves, ...(ehr.scopes && { own: ehr.scopes }) }),
    redirectUri,
    stateKey: state,
    completeInTarget: true,
    noRedirect: true,
    pkceMode: configuration.saysS256 ? 'required' : 'unsafeV1',
  }).catch(() => undefined)
  if (address === undefined) return err({ kind: 'unreachable' })
  const going = keep(store, state, configuration, address)
  if (!going) store.remove(state)
  return going ? ok(going) : err({ kind: 'changed' })
}

async function smartConfiguration(
  iss: string,
  ehr: Ehr,
  http: Http,
): Promise<Result<SmartConfiguration, LaunchFailure>> {
  const answer = await http({
    url: configurationAddress(iss),
    method: 'GET',
    accept: 'application/json',
    maximumBytes: MAXIMUM_BYTES,
  })
  if (!answer.ok || answer.value.status >= 500) return err({ kind: 'unreachable' })
  if (answer.value.status !== 200) return err({ kind: 'not-smart' })
  const json = jsonFromText(textFromBytes(answer.value.body) ?? '')
  return readSmartConfiguration(json, iss, originsOf(ehr.issuer, ehr.endpointOrigins))
}

/**
 * fhirclient has asked the EHR once more and kept what it heard: only what was checked may count. Its address is taken
 * apart and written anew, because it puts a second `?` behind an address that has a query, and leaves relative ones as
 * they are.
 */
function keep(
  store: LaunchStore,
  state: string,
  { authorize: checked, token, issuer, keys }: SmartConfiguration,
  address: string,
): URL | undefined {
  const stored = store.get(state)
  const asked = new URLSearchParams(address.slice(address.lastIndexOf('?') + 1))
  if (asked.get('code_challenge_method') !== 'S256' || asked.get('state') !== state) return undefined
  const going = new URL(checked)
  for (const [name, value] of asked) going.searchParams.set(name, value)
  // Every server reads `%20`; `+` is a blank only to those that read forms.
  going.search = going.search.replaceAll('+', '%20')
  const kept = withSaved(
    stored,
    { tokenUri: token.href, authorizeUri: checked.href },
    { issuer, keys: keys?.href },
  )
  return store.set(state, kept) && readSavedLaunch(store.get(state)) && isAt(going, [checked.origin])
    ? going
    : undefined
}
