import { canonicalCode, canonicalSystem } from '../../core/codes/codeSystems'
import { text, type FhirRecord } from '../../core/fhir/shape'
import { isHl7System } from '../../core/fhir/systemNames'
import type { Language } from '../../i18n/language'
import type { Speech } from './speech'
import type { WordOf } from './words'

/** Lists whose words are ours, by system. They are told with their code, because nobody who sent the record said them. */
const LISTS: ReadonlyMap<string, (speech: Speech) => WordOf> = new Map([
  ['http://hl7.org/fhir/sid/cvx', (speech: Speech) => speech.vaccine],
  ['http://hl7.org/fhir/sid/mvx', (speech: Speech) => speech.manufacturer],
  [
    'http://snomed.info/sct',
    ({ answer, disease }: Speech) =>
      (code) =>
        answer(code) ?? disease(code),
  ],
  ['http://loinc.org', (speech: Speech) => speech.test],
  ['https://smarthealth.cards/ial', (speech: Speech) => speech.assurance],
  ['urn:iso:std:iso:3166', ({ language }: Speech) => namesIn(language, 'region', /^(?:[A-Z]{2}|\d{3})$/)],
  ['urn:iso:std:iso:4217', ({ language }: Speech) => namesIn(language, 'currency', /^[A-Z]{3}$/)],
  [
    'urn:ietf:bcp:47',
    ({ language }: Speech) => namesIn(language, 'language', /^[A-Za-z]{2,3}(?:-\w{2,8})*$/),
  ],
])

/** This viewer's words for a code of a list that it knows by heart; to be shown with the code. */
export function listedWords({ system, code }: FhirRecord, speech: Speech): string | undefined {
  const [address, sent] = [text(system), text(code)]
  if (address === undefined || sent === undefined) return undefined
  const known = canonicalSystem(address)
  return LISTS.get(known)?.(speech)(canonicalCode(known, sent))
}

/** The browser knows countries, currencies and languages in every language. */
const namesIn =
  (language: Language, type: Intl.DisplayNamesType, shape: RegExp): WordOf =>
  (code) => {
    if (typeof code !== 'string' || !shape.test(code)) return undefined
    try {
      return new Intl.DisplayNames(language, { type, fallback: 'none' }).of(code)
    } catch {
      return undefined
    }
  }

/** This viewer's words for a code that FHIR or HL7 defines and that decides how an entry is read. */
export function definedWords({ system, code }: FhirRecord, speech: Speech): string | undefined {
  const address = canonicalSystem(text(system) ?? '')
  const none = speech.none(code)
  if (none !== undefined && (isHl7System(address) || address === 'http://snomed.info/sct')) return none
  if (!isHl7System(address)) return undefined
  if (address.endsWith('ObservationInterpretation')) return speech.interpretation(code)
  if (address.endsWith('v2-0203') || address.includes('C4DIC')) return speech.identifier(code)
  if (address.endsWith('v3-ActCode')) return speech.encounter(code)
  if (address.endsWith('v3-ActReason')) return speech.reason(code)
  if (address.endsWith('v2-0131')) return speech.contact(code)
  if (address.endsWith('v3-RoleCode')) return speech.relation(code)
  if (address.endsWith('v3-Confidentiality')) return speech.confidentiality(code)
  if (/NullFlavor|data-absent-reason/.test(address)) return speech.absent(code)
  return speech.status(code)
}
