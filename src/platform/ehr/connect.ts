import { jsonFromText, textFromBytes } from '../../core/encoding'
import type { EhrConnectFailure, EhrConnection, EhrFailure } from '../../core/ehr/connection'
import { userOf } from '../../core/ehr/idToken'
import { readSavedLaunch, withSaved, type SavedLaunch } from '../../core/ehr/savedLaunch'
import { isAt, originsOf } from '../../core/ehr/smartConfiguration'
import { readToken, type EhrToken } from '../../core/ehr/tokenResponse'
import type { Clock, Http } from '../../core/ports'
import { err, ok, type Result } from '../../core/result'
import type { Ehr } from '../../config/ehrs'
import { canKeepLaunches, type LaunchStore } from '../storage'
import { askPatient, createAsk, createConnection, type ConnectionParts } from './connection'
import { ehrOf } from './ehrOf'
import { isKey } from './environment'
import type { exchange } from './exchange'
import type { EhrReturn } from './returned'
import { createTokens } from './tokens'

export interface ConnectPorts {
  readonly ehrs: readonly Ehr[]
  readonly http: Http
  readonly store: LaunchStore
  readonly clock: Clock
  readonly ticks: () => number
  /** The address of this page, without its query. */
  readonly page: URL
  readonly exchange: typeof exchange
  readonly onExpired: (isExpired: boolean) => void
}

type Outcome<T> = Result<T, EhrConnectFailure>

const MAXIMUM_KEYS_BYTES = 500_000

/**
 * Ends a launch: the code becomes a token (once: a reload finds the token where the launch was kept), the token says
 * whose chart it is, and the patient is read. Never throws. Source: SMART App Launch 2.2, "Obtain access token".
 */
export async function connect(back: EhrReturn, ports: ConnectPorts): Promise<Outcome<EhrConnection>> {
  const { store, ehrs } = ports
  if (!canKeepLaunches(store)) return err('storage-blocked')
  const saved = isKey(back.state) ? readSavedLaunch(store.get(back.state)) : undefined
  const ehr = saved && ehrOf({ ehrs }, saved.iss)
  // Also what a deployment has taken off its list since, and what anything else than our launch page has put there.
  if (!ehr || !isAt(saved.token, originsOf(ehr.issuer, ehr.endpointOrigins))) return err('session-lost')
  if (back.error !== undefined) {
    store.remove(back.state)
    return err(back.error === 'access_denied' ? 'denied' : 'refused-by-ehr')
  }
  const signedIn = await signIn(back, saved, ports)
  return signedIn.ok ? openChart(signedIn.value, ehr, back.state, ports) : signedIn
}

interface SignedIn {
  readonly saved: SavedLaunch
  readonly token: EhrToken
}

/** The token that is kept with the launch, else one for the code. */
async function signIn(
  { state, code }: EhrReturn,
  saved: SavedLaunch,
  { store, clock, page, exchange: exchangeCode }: ConnectPorts,
): Promise<Outcome<SignedIn>> {
  if (saved.response === undefined) {
    if (code === undefined) return err('no-token')
    const exchanged = await exchangeCode(store, page, state, code)
    if (!exchanged.ok) return err(exchanged.error === 'refused' ? 'no-token' : 'unreachable')
    store.set(state, withSaved(store.get(state), {}, { receivedAt: clock().getTime() }))
  }
  const kept = readSavedLaunch(store.get(state))
  const token = kept && readToken(kept.response, kept.scope)
  return kept && token ? ok({ saved: kept, token }) : err('no-token')
}

async function openChart(
  { saved, token }: SignedIn,
  ehr: Ehr,
  state: string,
  ports: ConnectPorts,
): Promise<Outcome<EhrConnection>> {
  const { patientId } = token
  if (patientId === undefined) return err('no-patient')
  const parts: ConnectionParts = {
    label: ehr.label ?? new URL(ehr.issuer).host,
    iss: saved.iss,
    token: { ...token, patientId },
    tokens: createTokens(saved, token, { ...ports, state }),
    http: ports.http,
    user: undefined,
    onExpired: ports.onExpired,
  }
  const ask = createAsk(parts)
  const [patient, user] = await Promise.all([
    askPatient(ask, patientId),
    signedInUser(saved, token, ehr, ports),
  ])
  if (!patient.ok) return err(patientFailure(patient.error))
  return ok(createConnection({ ...parts, user }, ask, patient.value))
}

function patientFailure(failure: EhrFailure | 'other-patient' | 'unreadable'): EhrConnectFailure {
  switch (failure) {
    case 'session-expired':
      return 'session-expired'
    case 'other-patient':
    case 'unreadable':
    case 'foreign-address':
    case 'too-large':
      return 'patient-unreadable'
    case 'offline':
    case 'network':
    case 'interrupted':
    case 'timeout':
    case 'aborted':
      return 'unreachable'
    default:
      return failure satisfies never
  }
}

/** Nobody is named unless the EHR's signature says so: an unchecked name could become the author of a document. */
async function signedInUser(
  { issuer, keys, iss, clientId, receivedAt }: SavedLaunch,
  { idToken }: EhrToken,
  ehr: Ehr,
  { http, clock }: ConnectPorts,
): Promise<string | undefined> {
  if (idToken === undefined || issuer === undefined || !keys) return undefined
  if (!isAt(keys, originsOf(ehr.issuer, ehr.endpointOrigins))) return undefined
  const answer = await http({
    url: keys,
    method: 'GET',
    accept: 'application/json',
    maximumBytes: MAXIMUM_KEYS_BYTES,
  })
  if (!answer.ok || answer.value.status !== 200) return undefined
  return userOf(idToken, {
    issuer,
    clientId,
    keys: jsonFromText(textFromBytes(answer.value.body) ?? ''),
    base: iss,
    // It says who signed in, once; after a reload it is as true as it was then.
    now: receivedAt === undefined ? clock() : new Date(receivedAt),
  })
}
