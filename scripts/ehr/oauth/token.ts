import { createHash, randomUUID } from 'node:crypto'
import { json, type Answer, type EhrRequest } from '../http'
import type { Code, EhrState, Grant } from '../state'
import { signIdToken } from './idToken'

/** Seconds that an access token lasts. */
const LIFETIME = 600
const SHORT_LIFETIME = 4
/** Milliseconds; a busy machine sees what is on the screen meanwhile. */
const SLOW = 8_000

/**
 * Exchanges a code, or a refresh token, for an access token. A code that comes a second time revokes what the first
 * time gave.
 * Source: SMART App Launch 2.2, "Obtain access token" and "Refresh access token"; RFC 6749, section 4.1.2.
 */
export async function answerToken(ehr: EhrState, request: EhrRequest): Promise<Answer> {
  const answer = await exchange(ehr, request)
  return ehr.quirks.has('slow-token') ? { ...answer, delay: SLOW } : answer
}

async function exchange(ehr: EhrState, { headers, body }: EhrRequest): Promise<Answer> {
  if (!/^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? ''))
    return refused('invalid_request', 'the body is no form')
  const form = new URLSearchParams(body)
  if (headers['authorization'] !== undefined || form.has('client_secret'))
    return refused('invalid_client', 'a public client has no secret')
  const clientId = form.get('client_id')
  if (!ehr.clients.some(({ id }) => id === clientId)) return refused('invalid_client', 'client_id is missing')
  const grantType = form.get('grant_type')
  if (grantType === 'authorization_code') return redeem(ehr, form)
  if (grantType === 'refresh_token') return refresh(ehr, form)
  return refused('unsupported_grant_type', 'grant_type')
}

async function redeem(ehr: EhrState, form: URLSearchParams): Promise<Answer> {
  const code = ehr.sessions.codes.get(form.get('code') ?? '')
  if (!code) return refused('invalid_grant', 'the code is unknown')
  if (code.used) {
    for (const secret of code.issued) {
      ehr.sessions.tokens.delete(secret)
      ehr.sessions.refreshTokens.delete(secret)
    }
    return refused('invalid_grant', 'the code was used before; its tokens are revoked')
  }
  code.used = true
  const mistake = mistakeIn(form, code, ehr.now())
  return mistake === undefined ? issue(ehr, code, code.issued) : refused('invalid_grant', mistake)
}

function mistakeIn(form: URLSearchParams, code: Code, now: number): string | undefined {
  if (code.expiresAt < now) return 'the code has expired'
  if (code.clientId !== form.get('client_id')) return 'the code is for another client'
  if (code.redirectUri !== form.get('redirect_uri')) return 'redirect_uri is another one'
  const verifier = form.get('code_verifier') ?? ''
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return 'code_verifier is missing'
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  return challenge === code.challenge ? undefined : 'code_verifier does not fit'
}

/** A refresh token works once and is replaced; Oracle Health keeps the first one. */
async function refresh(ehr: EhrState, form: URLSearchParams): Promise<Answer> {
  const secret = form.get('refresh_token') ?? ''
  const token = ehr.sessions.refreshTokens.get(secret)
  if (!token || token.clientId !== form.get('client_id'))
    return refused('invalid_grant', 'the refresh token is unknown')
  const wanted = form.get('scope')?.split(' ') ?? []
  if (wanted.some((scope) => !token.scope.split(' ').includes(scope)))
    return refused('invalid_scope', 'more than was granted')
  const isKept = ehr.quirks.has('oracle')
  if (!isKept) ehr.sessions.refreshTokens.delete(secret)
  return issue(ehr, token, [], isKept)
}

async function issue(ehr: EhrState, grant: Grant, issued: string[], isRefreshKept = false): Promise<Answer> {
  const { quirks, sessions } = ehr
  const { patient, encounter, practitioner, clientId, scope, nonce } = grant
  const same = { patient, encounter, practitioner, clientId, scope, ...(nonce !== undefined && { nonce }) }
  const has = (name: string): boolean => scope.split(' ').includes(name)
  sessions.issuedTokens += 1
  const label = `token-${sessions.issuedTokens}`
  const lifetime = quirks.has('expired') ? SHORT_LIFETIME : LIFETIME
  const secret = randomUUID()
  sessions.tokens.set(secret, { ...same, label, expiresAt: ehr.now() + lifetime * 1000 })
  issued.push(secret)
  const refreshToken = !isRefreshKept && (has('online_access') || has('offline_access')) && randomUUID()
  if (refreshToken) {
    sessions.refreshTokens.set(refreshToken, { ...same, label })
    issued.push(refreshToken)
  }
  const content = {
    access_token: secret,
    token_type: 'Bearer',
    expires_in: lifetime,
    scope,
    ...(!quirks.has('no-patient') && { patient, encounter }),
    need_patient_banner: !quirks.has('shows-patient'),
    fhirContext: [],
    x_ehr_workspace: 'front-desk',
    ...(refreshToken && { refresh_token: refreshToken }),
    ...(has('openid') && !quirks.has('no-id-token') && { id_token: await signIdToken(ehr, grant) }),
  }
  return json(200, content, { decision: `issued: ${scope}`, token: label, headers: { pragma: 'no-cache' } })
}

const refused = (error: string, reason: string): Answer =>
  json(
    error === 'invalid_client' ? 401 : 400,
    { error, error_description: reason },
    { decision: `refused: ${reason}` },
  )
