import type { Answer } from '../http'
import type { Json } from './engine'

export const FHIR_JSON = 'application/fhir+json; charset=utf-8'

/** A resource as the answer's body. */
export const resourceAnswer = (
  status: number,
  resource: unknown,
  rest: Pick<Answer, 'decision'> & Partial<Answer>,
): Answer => ({
  ...rest,
  status,
  headers: { 'content-type': FHIR_JSON, ...rest.headers },
  body: JSON.stringify(resource),
})

/** A refusal, in the EHR's own words. `code` is one of FHIR's issue types. */
export const outcome = (status: number, code: string, text: string): Answer =>
  resourceAnswer(status, outcomeOf(code, text), { decision: `refused: ${text}` })

export const outcomeOf = (code: string, text: string): Json => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code, diagnostics: text }],
})
