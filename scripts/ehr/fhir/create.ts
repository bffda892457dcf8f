import { randomUUID } from 'node:crypto'
import { isRecord, jsonFromText } from '../../../src/core/encoding'
import type { Answer } from '../http'
import type { FhirCall } from './answerFhir'
import { patientOf } from './compartment'
import type { Json } from './engine'
import { mistakeForOracle } from './oracle'
import { outcome, outcomeOf, resourceAnswer } from './outcome'

/** An address where nobody answers: port 9 of this machine. */
const NOWHERE = 'http://127.0.0.1:9/fhir'

/**
 * Saves a document, after everything that a server checks.
 * Source: FHIR R4, "create" and "Conditional create"; Oracle Health and Epic for what the quirks do.
 */
export async function answerCreate(call: FhirCall): Promise<Answer> {
  const { ehr, request } = call
  const resource = resourceIn(request.body)
  const mistake = mistakeIn(call, resource)
  if (mistake || !resource) return mistake ?? outcome(400, 'structure', 'The body is no resource.')
  if (ehr.quirks.has('create-refused'))
    return resourceAnswer(422, outcomeOf('business-rule', REFUSAL), { decision: 'refused on purpose' })
  const earlier = await earlierOne(call)
  if (earlier === 'several') return outcome(412, 'multiple-matches', 'There are several such documents.')
  if (earlier) return createdAnswer(call, earlier, 200)
  const saved = await ehr.engine.put({ ...resource, id: `saved-${randomUUID()}` })
  return createdAnswer(call, saved, 201)
}

const REFUSAL = 'Documents of this kind are not accepted from this application.'

function resourceIn(body: string): Json | undefined {
  const json = jsonFromText(body)
  return isRecord(json) && typeof json['resourceType'] === 'string' ? (json as Json) : undefined
}

function mistakeIn({ ehr, request, token, type }: FhirCall, resource: Json | undefined): Answer | undefined {
  if (!/^application\/(fhir\+)?json\b/.test(request.headers['content-type'] ?? ''))
    return outcome(415, 'not-supported', 'Content-Type has to be application/fhir+json.')
  if (resource?.resourceType !== type) return outcome(400, 'structure', `The body is no ${type}.`)
  if (resource.id !== undefined) return outcome(400, 'invariant', 'The server gives ids itself.')
  if (patientOf(resource) !== token.patient)
    return outcome(403, 'forbidden', 'The document is about another patient than the chart.')
  const valid = ehr.engine.validate(resource)
  if (!valid.ok) return resourceAnswer(422, valid.error, { decision: 'refused: it is not valid' })
  const broken = ehr.quirks.has('oracle') ? mistakeForOracle(resource, token.practitioner) : undefined
  return broken === undefined ? undefined : outcome(422, 'business-rule', broken)
}

/** The one document that If-None-Exist describes, where the server heeds it. */
async function earlierOne({ ehr, request, token, type }: FhirCall): Promise<Json | 'several' | undefined> {
  const condition = request.headers['if-none-exist']
  if (condition === undefined || ehr.quirks.has('epic-like')) return undefined
  const query = new URLSearchParams(condition.replace(/^\?/, ''))
  query.set('patient', `Patient/${token.patient}`)
  const { resources } = await ehr.engine.search(type, query.toString())
  return resources.length > 1 ? 'several' : resources[0]
}

function createdAnswer({ ehr, type }: FhirCall, resource: Json, status: 200 | 201): Answer {
  const { quirks, issuer } = ehr
  const base = quirks.has('foreign-location') ? NOWHERE : issuer
  const location = `${base}/${type}/${resource.id}`
  const decision = status === 201 ? `created ${resource.id}` : `was there: ${resource.id}`
  const hangs = quirks.has('create-hangs') ? { hangs: true as const } : {}
  if (quirks.has('oracle'))
    return { status, headers: { 'content-type': 'text/html', location }, body: '', decision, ...hangs }
  return resourceAnswer(status, resource, { decision, headers: { location, etag: 'W/"1"' }, ...hangs })
}
