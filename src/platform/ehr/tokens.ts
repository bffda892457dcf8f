import { jsonFromText, textFromBytes } from '../../core/encoding'
import type { EhrFailure } from '../../core/ehr/connection'
import { withSaved, type SavedLaunch } from '../../core/ehr/savedLaunch'
import { readToken, type EhrToken } from '../../core/ehr/tokenResponse'
import type { Clock, Http } from '../../core/ports'
import { err, ok, type Result } from '../../core/result'
import type { LaunchStore } from '../storage'

/** Whoever holds this holds the chart: it stays inside `platform/ehr`. */
export interface Tokens {
  /** The token to send; renewed first where it is about to end and can be. */
  readonly current: () => Promise<Result<string, EhrFailure>>
  /** Another one than `spent`, which the EHR has just refused. `undefined`: there is no point in asking for one. */
  readonly instead: (spent: string) => Promise<Result<string, EhrFailure> | undefined>
}

export interface TokenPorts {
  readonly http: Http
  readonly store: LaunchStore
  readonly clock: Clock
  /** The launch's key. */
  readonly state: string
  /** Time by a clock that nobody sets, in milliseconds. */
  readonly ticks: () => number
}

/** Milliseconds before its end from which a token is renewed first. */
const EARLY = 15_000
/** A token this young that is refused is not the reason for the refusal. */
const YOUNG = 60_000
const MAXIMUM_BYTES = 1_000_000

interface Held {
  readonly token: EhrToken
  /** By the clock, in milliseconds; absent when the EHR does not say. */
  readonly endsAt?: number
  /** When it replaced another one, in ticks. */
  readonly renewedAt?: number
}

const endOf = ({ lifetime }: EhrToken, receivedAt: number | undefined): { endsAt?: number } =>
  lifetime === undefined || receivedAt === undefined ? {} : { endsAt: receivedAt + lifetime * 1000 }

/**
 * The token of a launch and its successors. However many ask at once, one request renews it; a refresh token that was
 * replaced is never sent again. No answer at all leaves what there is: the next one who asks tries again.
 */
export function createTokens(saved: SavedLaunch, first: EhrToken, ports: TokenPorts): Tokens {
  let held: Held = { token: first, ...endOf(first, saved.receivedAt) }
  let renewing: Promise<Result<string, EhrFailure>> | undefined
  const renew = (): Promise<Result<string, EhrFailure>> => {
    renewing ??= askForToken(saved, held.token, ports)
      .then((answer): Result<string, EhrFailure> => {
        if (answer.ok) held = answer.value
        else if (answer.error === 'session-expired') held = withoutRenewal(held)
        return answer.ok ? ok(held.token.accessToken) : answer
      })
      .finally(() => {
        renewing = undefined
      })
    return renewing
  }
  return {
    current: async () => {
      const { endsAt = Infinity, token } = held
      const left = endsAt - ports.clock().getTime()
      // Without a successor it is still sent: the EHR knows better than this clock whether it holds.
      if (left > EARLY || token.refreshToken === undefined) return ok(token.accessToken)
      const renewed = await renew()
      return renewed.ok || left <= 0 ? renewed : ok(token.accessToken)
    },
    instead: async (spent) => {
      if (held.token.accessToken !== spent) return ok(held.token.accessToken)
      if (held.token.refreshToken === undefined) return err('session-expired')
      if (held.renewedAt !== undefined && ports.ticks() - held.renewedAt < YOUNG) return undefined
      return renew()
    },
  }
}

/** What is left when the EHR has refused the refresh token: it is not sent again. */
function withoutRenewal({ token, ...rest }: Held): Held {
  const { refreshToken: _, ...left } = token
  return { ...rest, token: left }
}

/** Source: RFC 6749 section 6; SMART App Launch 2.2, "Refresh Access Token", for public clients. */
async function askForToken(
  saved: SavedLaunch,
  before: EhrToken,
  { http, store, clock, state, ticks }: TokenPorts,
): Promise<Result<Held, EhrFailure>> {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: before.refreshToken ?? '',
    client_id: saved.clientId,
  })
  const answer = await http({
    url: saved.token,
    method: 'POST',
    body: form.toString(),
    contentType: 'application/x-www-form-urlencoded',
    accept: 'application/json',
    maximumBytes: MAXIMUM_BYTES,
  })
  if (!answer.ok) return answer
  const { status, body } = answer.value
  if (status >= 500) return err('interrupted')
  const json = jsonFromText(textFromBytes(body) ?? '')
  const fresh = status < 300 ? readToken(json, before.scope) : undefined
  // A token for another patient is the worst answer there is: nothing of this chart may be asked with it.
  const isSameChart = fresh?.patientId === undefined || fresh.patientId === before.patientId
  if (!fresh || !isSameChart) return err('session-expired')
  const token: EhrToken = { ...before, ...fresh }
  const receivedAt = clock().getTime()
  const stored = store.get(state)
  store.set(state, withSaved(stored, { tokenResponse: merged(stored, json) }, { receivedAt }))
  return ok({ token, renewedAt: ticks(), ...endOf(token, receivedAt) })
}

/** What was given at first, such as the patient, holds where the new answer does not repeat it. */
const merged = (stored: unknown, json: unknown): unknown => ({
  ...(stored as { readonly tokenResponse?: object } | undefined)?.tokenResponse,
  ...(json as object),
})
