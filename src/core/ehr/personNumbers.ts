import { codesOf } from '../fhir/code'
import { flatList, record, text, type FhirRecord } from '../fhir/shape'
import type { Patient } from '../fhir/types'

/** What the numbers of two Patients say about each other, with the two that say so. */
export interface NumberMatch {
  /** none: no number of one system is known of both. */
  readonly answer: 'same' | 'different' | 'unclear' | 'none'
  /** The Identifier of either side that decided, as received. Absent for `none`. */
  readonly first?: FhirRecord
  readonly second?: FhirRecord
}

/** Numbers that a country gives a person once. */
const NATIONAL_SYSTEMS: ReadonlySet<string> = new Set([
  'http://hl7.org/fhir/sid/us-ssn',
  'https://fhir.nhs.uk/id/nhs-number',
  'https://standards.digital.health.nz/ns/nhi-id',
  'http://ns.electronichealth.net.au/id/hi/ihi/1.0',
])

/** One system under two names. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['urn:oid:2.16.840.1.113883.4.1', 'http://hl7.org/fhir/sid/us-ssn'],
])

/** Social security and national numbers, `NNxxx` with a country, the health number of a province. Source: HL7 v2 table 0203. */
const NATIONAL_TYPE = /^(?:SS|NI|NN[A-Z]{3}|JHN)$/
/** Medical record number, and the number inside one institution. */
const RECORD_TYPE = /^(?:MR|PI)$/

/** Patients that a hostile record gives thousands of numbers. */
const MOST_NUMBERS = 30

interface PersonNumber {
  readonly system: string
  readonly value: string
  readonly kind: 'national' | 'record'
  readonly sent: FhirRecord
}

/**
 * Compares the numbers that belong to one person alone, system by system. Only numbers of an equal system say anything, and
 * of those only national numbers and record numbers: a member number is shared by a family, a card or a licence is
 * renewed. Two national numbers that differ are two people. Two record numbers that differ are a warning and no more, because
 * hospitals open a second chart for one person. Numbers that are no longer in use, or are masked, are left out.
 */
export function compareNumbers(a: Patient, b: Patient): NumberMatch {
  const pairs = numbersOf(a.identifier).flatMap((first) =>
    numbersOf(b.identifier).flatMap((second) => (first.system === second.system ? [{ first, second }] : [])),
  )
  const isNational = ({ first, second }: (typeof pairs)[number]): boolean =>
    first.kind === 'national' || second.kind === 'national'
  const agreed = pairs.filter(({ first, second }) => first.value === second.value)
  const settled = new Set(agreed.map(({ first }) => first.system))
  const contradicting = pairs.filter(({ first }) => !settled.has(first.system))
  const against = contradicting.find(isNational)
  if (against) return found('different', against)
  if (contradicting[0]) return found('unclear', contradicting[0])
  const best = agreed.find(isNational) ?? agreed[0]
  return best ? found('same', best) : { answer: 'none' }
}

const found = (
  answer: 'same' | 'different' | 'unclear',
  { first, second }: { readonly first: PersonNumber; readonly second: PersonNumber },
): NumberMatch => ({ answer, first: first.sent, second: second.sent })

const numbersOf = (identifiers: unknown): readonly PersonNumber[] =>
  flatList(identifiers).slice(0, MOST_NUMBERS).flatMap(toNumber)

function toNumber(identifier: unknown): readonly PersonNumber[] {
  const sent = record(identifier)
  const [address, value] = [text(sent?.['system']), text(sent?.['value'])]
  if (!sent || address === undefined || value === undefined) return []
  if (sent['use'] === 'old' || isMasked(value)) return []
  const system = SYNONYMS.get(address) ?? address
  const kind = kindOf(system, codesOf(sent['type']))
  const digits = value.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]+/gu, '')
  if (kind === 'national' && isFiller(digits)) return []
  return kind === undefined || digits === '' ? [] : [{ system, value: digits, kind, sent }]
}

function kindOf(system: string, types: readonly string[]): PersonNumber['kind'] | undefined {
  if (NATIONAL_SYSTEMS.has(system.toLowerCase()) || types.some((type) => NATIONAL_TYPE.test(type))) {
    return 'national'
  }
  return types.some((type) => RECORD_TYPE.test(type)) ? 'record' : undefined
}

/** `999-99-9999`, `000000000`: typed where nobody knew the number, and so the same for many people. */
const isFiller = (digits: string): boolean => /^(\d)\1{3,}$/.test(digits)

/** `***-**-1234`, `xxx-xx-1234`: a part of a number proves nothing, and its stars contradict nothing. */
const isMasked = (value: string): boolean => /[*•●#]|x{2}/i.test(value)
