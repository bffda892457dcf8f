import { isRecord, jsonFromText, textFromBytes } from '../../core/encoding'
import type { EhrConnection, EhrFailure, EhrRequest, EhrResponse } from '../../core/ehr/connection'
import { addressBelow, fhirBase } from '../../core/ehr/fhirAddress'
import { grants } from '../../core/ehr/scopes'
import type { EhrToken } from '../../core/ehr/tokenResponse'
import type { Patient } from '../../core/fhir/types'
import type { Http, HttpRequest, HttpResponse } from '../../core/ports'
import { err, ok, type Result } from '../../core/result'
import type { Tokens } from './tokens'

export interface ConnectionParts {
  readonly label: string
  readonly iss: string
  readonly token: EhrToken & { readonly patientId: string }
  readonly tokens: Tokens
  readonly http: Http
  readonly user: string | undefined
  /** Told after every request whether the EHR still lets the viewer in. */
  readonly onExpired: (isExpired: boolean) => void
}

const FHIR_JSON = 'application/fhir+json'
const MAXIMUM_BYTES = 25_000_000
const MAXIMUM_PATIENT_BYTES = 5_000_000
/** Set by the door itself, or never. */
const OURS = new Set(['authorization', 'accept', 'content-type', 'cookie', 'host', 'origin', 'referer'])

type Ask = EhrConnection['request']

/** A way to ask the chart's own server, and no other, with the token. */
export const createAsk = ({ iss, tokens, http, onExpired }: ConnectionParts): Ask => {
  const send = (url: URL, request: EhrRequest, bearer: string) => http(httpRequest(url, request, bearer))
  return async (request) => {
    const url = addressBelow(iss, request.path)
    if (!url) return err('foreign-address')
    const token = await tokens.current()
    const answer = token.ok ? await send(url, request, token.value) : token
    if (token.ok && answer.ok && answer.value.status === 401) {
      // A request that was refused for its token was not carried out, so that it may be sent again, a POST too.
      const instead = await tokens.instead(token.value)
      const second = instead?.ok ? await send(url, request, instead.value) : (instead ?? answer)
      return told(second, onExpired)
    }
    return told(answer, onExpired)
  }
}

function told(
  answer: Result<HttpResponse, EhrFailure>,
  onExpired: (isExpired: boolean) => void,
): Result<EhrResponse, EhrFailure> {
  if (!answer.ok) {
    if (answer.error === 'session-expired') onExpired(true)
    return answer
  }
  if (answer.value.status < 300) onExpired(false)
  const { status, contentType, location, body } = answer.value
  return ok({
    status,
    body: new Uint8Array(body),
    ...(contentType !== undefined && { contentType }),
    ...(location !== undefined && { location }),
  })
}

function httpRequest(url: URL, request: EhrRequest, bearer: string): HttpRequest {
  const { method = 'GET', body, accept = FHIR_JSON, headers = {}, maximumBytes, signal } = request
  const allowed = Object.entries(headers).filter(([name]) => !OURS.has(name.toLowerCase()))
  return {
    url,
    method,
    bearer,
    accept,
    headers: Object.fromEntries(allowed),
    maximumBytes: maximumBytes ?? MAXIMUM_BYTES,
    ...(body !== undefined && { body, contentType: FHIR_JSON }),
    ...(signal && { signal }),
  }
}

/** The chart's patient. `other-patient`: the EHR answered with somebody else · `unreadable`: with nobody. */
export async function askPatient(
  ask: Ask,
  patientId: string,
  signal?: AbortSignal,
): Promise<Result<Patient, EhrFailure | 'other-patient' | 'unreadable'>> {
  const answer = await ask({
    path: `Patient/${patientId}`,
    maximumBytes: MAXIMUM_PATIENT_BYTES,
    ...(signal && { signal }),
  })
  if (!answer.ok) return answer
  const { status, body } = answer.value
  const json = status === 200 ? jsonFromText(textFromBytes(body) ?? '') : undefined
  const id = isRecord(json) && json['resourceType'] === 'Patient' ? json['id'] : undefined
  if (typeof id !== 'string') return err(status >= 500 ? 'interrupted' : 'unreadable')
  return id === patientId ? ok(json as Patient) : err('other-patient')
}

/** Everything that the screens may know and do. The token is in none of it. */
export function createConnection(
  { label, iss, token, user }: ConnectionParts,
  ask: Ask,
  patient: Patient,
): EhrConnection {
  const { patientId, encounterId, needsBanner, scope } = token
  return Object.freeze({
    label,
    base: fhirBase(iss),
    patientId,
    patient,
    needsBanner,
    ...(encounterId !== undefined && { encounterId }),
    ...(user !== undefined && { user }),
    may: (type, interaction) => grants(scope, type, interaction),
    request: ask,
    readPatient: async (signal) => {
      const answer = await askPatient(ask, patientId, signal)
      if (answer.ok) return answer
      // Whoever asks wants to know which chart this is: an answer that does not say it is as good as half of one.
      return err(answer.error === 'unreadable' ? 'interrupted' : answer.error)
    },
  } satisfies EhrConnection)
}
