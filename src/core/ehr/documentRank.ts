import { codesOf, hasCode } from '../fhir/code'
import { field, list, records, text, type FhirRecord } from '../fhir/shape'
import { IDENTIFIER_SYSTEM } from './documentReference'

/**
 * How probable a card is on it. likely: about insurance or payment, or says that it has a code · possible: nothing
 * speaks against it · clinical: coded as a note or a report of somebody who treats the patient · own: this viewer saved it,
 * so that whatever it shows was opened before.
 *
 * It decides the order and nothing else: a card may be pasted onto any scan, so that no document is left out for it.
 */
export type Likelihood = 'likely' | 'possible' | 'clinical' | 'own'

const ORDER: readonly Likelihood[] = ['likely', 'possible', 'clinical', 'own']

/** LOINC: health insurance card · health insurance-related form · payment sources. The check digit makes them distinct. */
const PAYMENT_CODES = ['64290-0', '64291-8', '48768-6'] as const

/** In words without accents. English, then Spanish: what desks call the folder that they scan insurance cards into. */
const PAYMENT_WORDS =
  /\b(?:insur(?:ance|ed|er)s?|payers?|payors?|payments?|coverages?|subscribers?|guarantors?|eligibility|member(?:ship)? (?:card|id)|benefits? card|health ?plans?|medicaid|medicare|smart health|shc|qr|seguros?|asegurad\w*|cobertura|poliza|afiliad\w*|mutua|pagador\w*|obra social|tarjeta (?:sanitaria|medica|de salud))\b/

/** A record of vaccinations is clinical and the next best place to find a card on. */
const VACCINATION_WORDS = /immuni[sz]ation|vaccin|inmuniza|vacuna/

const LOINC = /^(?:https?:\/\/loinc\.org\b|urn:oid:2\.16\.840\.1\.113883\.6\.1$)/

/** `words`: everything that the chart calls the document. Source: US Core, DocumentReference category; LOINC 2.7x. */
export function likelihoodOf(resource: FhirRecord, words: readonly string[]): Likelihood {
  if (records(resource['identifier']).some(({ system }) => system === IDENTIFIER_SYSTEM)) return 'own'
  const coded = [resource['type'], ...list(resource['category']), resource['class']]
  const said = words.map(withoutAccents)
  const isPayment = coded.some((concept) => PAYMENT_CODES.some((code) => hasCode(concept, code)))
  if (isPayment || said.some((word) => PAYMENT_WORDS.test(word))) return 'likely'
  if (said.some((word) => VACCINATION_WORDS.test(word))) return 'possible'
  const isNote = coded.some((concept) => codesOf(concept).includes('clinical-note'))
  return isNote || hasLoincType(resource['type']) ? 'clinical' : 'possible'
}

const hasLoincType = (type: unknown): boolean =>
  list(field(type, 'coding')).some((coding) => LOINC.test(text(field(coding, 'system')) ?? ''))

/** Underscores and hyphens of file names count as blanks. */
const withoutAccents = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[_\-.]+/g, ' ')
    .toLowerCase()

interface Rankable {
  readonly likelihood: Likelihood
  readonly sortKey?: number
}

/** The most likely first, of these the newest; what has no date last. Otherwise in the order of the chart. */
export function ranked<Item extends Rankable>(items: readonly Item[]): readonly Item[] {
  return items.toSorted(
    (a, b) => ORDER.indexOf(a.likelihood) - ORDER.indexOf(b.likelihood) || newestFirst(a.sortKey, b.sortKey),
  )
}

function newestFirst(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return b - a
}
