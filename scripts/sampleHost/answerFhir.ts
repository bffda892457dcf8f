import { json, type Answer, type HostRequest } from './http'
import type { MintedLink } from './mintedLinks'

/** The one person of the FHIR server. */
export const SAMPLE_PATIENT = 'sample'

const PATIENT = {
  resourceType: 'Patient',
  id: SAMPLE_PATIENT,
  name: [{ family: 'Ferreira-Blum', given: ['Adaeze'] }],
  birthDate: '1995-09-09',
}
const OBSERVATIONS = [
  { id: 'o1', text: 'Hemoglobin', value: 13.1, unit: 'g/dL' },
  { id: 'o2', text: 'Ferritin', value: 0, unit: 'ng/mL' },
].map(({ id, text, value, unit }) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { text },
  subject: { reference: `Patient/${SAMPLE_PATIENT}` },
  effectiveDateTime: '2026-01-12',
  valueQuantity: { value, unit },
}))

/**
 * A FHIR server of two addresses, for the live connection: the patient, and everything about them in two pages. Answers
 * nobody who does not bring the access token of one of the links.
 */
export function answerFhir({ path, query, base, bearer }: HostRequest, links: readonly MintedLink[]): Answer {
  if (!links.some(({ accessToken }) => accessToken === bearer)) {
    return json(401, { resourceType: 'OperationOutcome' }, { 'www-authenticate': 'Bearer' })
  }
  const everything = `Patient/${SAMPLE_PATIENT}/$everything`
  switch (path.slice('fhir/'.length)) {
    case `Patient/${SAMPLE_PATIENT}`:
      return fhir(PATIENT)
    case everything:
      return query.get('page') === '2'
        ? fhir(page(OBSERVATIONS.slice(1)))
        : fhir(page([PATIENT, ...OBSERVATIONS.slice(0, 1)], `${base}fhir/${everything}?page=2`))
    default:
      return json(404, { resourceType: 'OperationOutcome' })
  }
}

const fhir = (resource: object): Answer => json(200, resource, { 'content-type': 'application/fhir+json' })

const page = (resources: readonly object[], next?: string): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  ...(next !== undefined && { link: [{ relation: 'next', url: next }] }),
  entry: resources.map((resource) => ({ resource })),
})
