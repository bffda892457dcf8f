import type { Answer, EhrRequest } from '../http'
import { allows, interactionsOf, type Interaction } from '../oauth/scopes'
import { answerDiscovery } from '../oauth/discovery'
import type { AccessToken, EhrState } from '../state'
import { binaryAnswer } from './binary'
import { capabilities } from './capabilities'
import { isInChart } from './compartment'
import { answerCreate } from './create'
import { outcome, resourceAnswer } from './outcome'
import { answerSearch } from './search'

/** What one call of the FHIR server needs to know. */
export interface FhirCall {
  readonly ehr: EhrState
  readonly request: EhrRequest
  readonly token: AccessToken
  readonly type: string
}

/** Everything below `/fhir/`. The first two addresses are for anybody; the rest wants a token, its scope and its chart. */
export async function answerFhir(ehr: EhrState, request: EhrRequest): Promise<Answer> {
  const path = request.path.slice('/fhir/'.length)
  if (path === '.well-known/smart-configuration') return answerDiscovery(ehr)
  if (path === 'metadata') return capabilities(ehr)
  const token = tokenOf(ehr, request)
  if (typeof token === 'string') return unauthorized(token)
  const answer = await dispatch(ehr, request, token, path.split('/').map(decodeURIComponent))
  return { ...answer, token: token.label }
}

/** The token that came with a request, or why there is none. */
function tokenOf(ehr: EhrState, { headers }: EhrRequest): AccessToken | string {
  const secret = /^Bearer (\S+)$/.exec(headers['authorization'] ?? '')?.[1]
  if (secret === undefined) return 'no token'
  const token = ehr.sessions.tokens.get(secret)
  if (!token) return 'the token is unknown or revoked'
  return token.expiresAt > ehr.now() ? token : 'the token has expired'
}

const unauthorized = (reason: string): Answer => {
  const answer = outcome(401, 'login', reason)
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer error="invalid_token"' } }
}

async function dispatch(
  ehr: EhrState,
  request: EhrRequest,
  token: AccessToken,
  segments: readonly string[],
): Promise<Answer> {
  const [type = '', id, ...more] = segments
  const rights = interactionsOf(type)
  if (rights === '' || more.length > 0)
    return outcome(404, 'not-supported', 'There is nothing at this address.')
  const interaction = interactionFor(request.method, id)
  if (interaction === undefined || !rights.includes(interaction))
    return outcome(405, 'not-supported', `This cannot be done with ${type}.`)
  if (!allows(token.scope, type, interaction))
    return outcome(403, 'forbidden', `The scope for ${type}.${interaction} was not granted.`)
  const call = { ehr, request, token, type }
  if (interaction === 'r') return answerRead(call, id ?? '')
  return interaction === 's' ? answerSearch(call) : answerCreate(call)
}

function interactionFor(method: string, id: string | undefined): Interaction | undefined {
  if (method === 'GET') return id === undefined ? 's' : 'r'
  if (method !== 'POST') return undefined
  return id === '_search' ? 's' : id === undefined ? 'c' : undefined
}

async function answerRead({ ehr, request, token, type }: FhirCall, id: string): Promise<Answer> {
  const { engine, quirks } = ehr
  const resource = await engine.read(type, id)
  if (!resource) return outcome(404, 'not-found', 'There is no such resource.')
  if (!isInChart(resource, token.patient)) return outcome(403, 'forbidden', 'This belongs to another chart.')
  if (type === 'Binary') return binaryAnswer(resource, request, quirks)
  if (type === 'Patient' && quirks.has('patient-unreadable'))
    return outcome(403, 'forbidden', 'This application may not read the patient.')
  if (type === 'Patient' && quirks.has('other-patient')) {
    const { resources } = await engine.search('Patient', '')
    const other = resources.find((patient) => patient.id !== id)
    return resourceAnswer(200, { ...other }, { decision: 'read (somebody else, on purpose)' })
  }
  return resourceAnswer(200, resource, { decision: 'read' })
}
