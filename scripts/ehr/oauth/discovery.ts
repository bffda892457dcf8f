import { json, type Answer } from '../http'
import type { EhrState } from '../state'
import { SUPPORTED_SCOPES } from './scopes'

/**
 * Where and how to sign in.
 * Source: SMART App Launch 2.2, "Using .well-known".
 */
export function answerDiscovery(ehr: EhrState): Answer {
  const { origin, issuer, quirks } = ehr
  if (quirks.has('discovery-fails'))
    return json(500, { error: 'unavailable' }, { decision: 'discovery failed' })
  const hasRefresh = !quirks.has('no-refresh') && !quirks.has('epic-like')
  return json(
    200,
    {
      issuer,
      jwks_uri: `${origin}/oauth/jwks`,
      authorization_endpoint: `${origin}/oauth/authorize`,
      token_endpoint: `${origin}/oauth/token`,
      grant_types_supported: ['authorization_code', ...(hasRefresh ? ['refresh_token'] : [])],
      response_types_supported: ['code'],
      ...(!quirks.has('no-pkce-advertised') && { code_challenge_methods_supported: ['S256'] }),
      scopes_supported: SUPPORTED_SCOPES,
      capabilities: [
        'launch-ehr',
        'client-public',
        'sso-openid-connect',
        'context-banner',
        'context-ehr-patient',
        'context-ehr-encounter',
        'permission-patient',
        'permission-v1',
        ...(quirks.has('v1-only') ? [] : ['permission-v2']),
        ...(hasRefresh ? ['permission-online'] : []),
      ],
    },
    { decision: 'discovery' },
  )
}

export const answerJwks = ({ signer }: EhrState): Answer =>
  json(200, { keys: [signer.publicKey] }, { decision: 'keys' })
