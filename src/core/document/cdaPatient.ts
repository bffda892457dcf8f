import type { Patient } from '../fhir/types'
import { likenessOf } from '../samePatient'
import type { CdaDocument, CdaPerson } from './cda'

/**
 * The people whom a CDA document is about and who are none of `patients`: a letter in the wrong record. By name and
 * birth date, as everywhere; where either says too little, nobody is accused.
 */
export const strangersIn = (
  { patients: named }: CdaDocument,
  patients: readonly Patient[],
): readonly CdaPerson[] =>
  patients.length === 0
    ? []
    : named.filter((person) => {
        const described: Patient = {
          ...(person.name !== undefined && { name: [{ text: person.name }] }),
          ...(person.birthDate !== undefined && { birthDate: person.birthDate }),
        }
        return patients.every((patient) => likenessOf(patient, described).kind === 'different')
      })
