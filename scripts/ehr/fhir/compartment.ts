import { isRecord } from '../../../src/core/encoding'
import type { Json } from './engine'

/**
 * Id of the patient whose compartment this resource is in; `undefined` for what is nobody's, such as a Practitioner.
 * A Binary is in the compartment of its security context. Source: FHIR R4, CompartmentDefinition "patient".
 */
export function patientOf(resource: Json): string | undefined {
  if (resource.resourceType === 'Patient') return resource.id
  for (const name of ['subject', 'patient', 'beneficiary', 'securityContext']) {
    const part = resource[name]
    const reference = isRecord(part) ? part['reference'] : undefined
    if (typeof reference === 'string') return /(?:^|\/)Patient\/([^/]+)$/.exec(reference)?.[1] ?? ''
  }
  return undefined
}

/** Whether somebody in this patient's chart may see it. */
export function isInChart(resource: Json, patient: string): boolean {
  const owner = patientOf(resource)
  return owner === undefined || owner === patient
}

/** The search parameter by which a type belongs to a patient. */
export const patientParameterOf = (type: string): string => (type === 'Patient' ? '_id' : 'patient')
