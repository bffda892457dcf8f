import { randomUUID } from 'node:crypto'
import { redirect, type Answer, type EhrRequest } from '../http'
import type { Client, EhrState, Launch } from '../state'
import { grantScopes } from './scopes'

const CODE_LIFETIME = 60_000

/**
 * Sends the browser back with a code, or with an error. Where the client or its address is not the registered one,
 * nobody is sent anywhere.
 * Source: SMART App Launch 2.2, "Obtain authorization code"; RFC 6749, section 4.1.2.1; RFC 7636, section 4.4.1.
 */
export function answerAuthorize(ehr: EhrState, { query }: EhrRequest): Answer {
  const client = ehr.clients.find(({ id }) => id === query.get('client_id'))
  if (!client) return refusedHere('client_id is not registered')
  const redirectUri = redirectOf(client, query)
  if (redirectUri === undefined) return refusedHere('redirect_uri is not registered')
  const back = (parameters: Readonly<Record<string, string>>, decision: string): Answer => {
    const address = new URL(redirectUri)
    const state = query.get('state')
    for (const [name, value] of Object.entries({ ...parameters, ...(state !== null && { state }) }))
      address.searchParams.set(name, value)
    return redirect(address.href, decision)
  }
  const handle = query.get('launch') ?? ''
  const launch = ehr.sessions.launches.get(handle)
  const mistake = mistakeIn(query, launch, ehr.now())
  if (mistake !== undefined || !launch)
    return back({ error: 'invalid_request', error_description: mistake ?? 'launch' }, `refused: ${mistake}`)
  ehr.sessions.launches.delete(handle)
  if (ehr.quirks.has('deny')) return back({ error: 'access_denied' }, 'denied by the user')
  if (ehr.quirks.has('auth-error'))
    return back({ error: 'server_error', error_description: HOSTILE_WORDS }, 'failed on purpose')
  const scope = grantScopes(query.get('scope') ?? '', ehr.quirks)
  if (!scope.ok) return back({ error: 'invalid_scope' }, `refused: ${scope.error}`)
  const nonce = query.get('nonce')
  const code = newCode(ehr)
  const { patient, encounter, practitioner } = launch
  ehr.sessions.codes.set(code, {
    clientId: client.id,
    redirectUri,
    challenge: query.get('code_challenge') ?? '',
    scope: scope.value,
    patient,
    encounter,
    practitioner,
    ...(nonce !== null && { nonce }),
    expiresAt: ehr.now() + CODE_LIFETIME,
    used: false,
    issued: [],
  })
  return back({ code }, `granted: ${scope.value}`)
}

/** No viewer may ever show this as markup, or at all. */
const HOSTILE_WORDS = 'Sign-in failed <img src=x onerror="document.title=\'hacked\'">'

const redirectOf = (client: Client, query: URLSearchParams): string | undefined =>
  client.redirectUris.find((uri) => query.getAll('redirect_uri').join() === uri)

const newCode = ({ quirks }: EhrState): string =>
  quirks.has('code-with-plus') ? `a+b/${randomUUID()}=&c%20d+` : randomUUID()

const refusedHere = (reason: string): Answer => ({
  status: 400,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `The EHR cannot sign this application in: ${reason}.`,
  decision: `refused: ${reason}`,
})

/** The first thing that is wrong with a request, in order; `undefined` when all is well. */
function mistakeIn(query: URLSearchParams, launch: Launch | undefined, now: number): string | undefined {
  const repeated = [...query.keys()].find((name) => query.getAll(name).length > 1)
  if (repeated !== undefined) return `${repeated} is repeated`
  if (query.get('response_type') !== 'code') return 'response_type is not code'
  if (!launch || launch.expiresAt < now) return 'launch is unknown or used'
  if (query.get('aud') !== launch.iss) return 'aud is not iss'
  if ((query.get('state') ?? '').length < 22) return 'state is missing or short'
  if (query.get('code_challenge_method') !== 'S256') return 'PKCE with S256 is missing'
  if (!/^[\w-]{43}$/.test(query.get('code_challenge') ?? '')) return 'code_challenge is missing'
  if (!(query.get('scope') ?? '').split(' ').includes('launch')) return 'scope lacks launch'
  return undefined
}
