import { choiceName } from '../../core/fhir/shape'
import type { Translate } from '../../i18n/defineMessages'
import type { Language } from '../../i18n/language'
import { messages, type english } from './messages'
import {
  absentWords,
  confidentialityWords,
  encounterWords,
  eventWords,
  identifierWords,
  interpretationWords,
  noneWords,
  relationWords,
  statusWords,
  timingWords,
  purposeWords,
} from './messagesCodes'
import { diseaseWords } from './messagesDiseases'
import { elementWords } from './messagesElements'
import { headerWords } from './messagesHeaders'
import { contactWords, reasonWords } from './messagesReasons'
import { answerWords, assuranceWords, testWords } from './messagesResults'
import { typesWords, typeWords } from './messagesTypes'
import { manufacturerWords, vaccineWords } from './messagesVaccines'
import type { WordOf } from './words'

/** Every word that tables and formatter know, in one language. */
export interface Speech {
  readonly language: Language
  readonly t: Translate<typeof english>
  readonly status: WordOf
  readonly absent: WordOf
  readonly interpretation: WordOf
  readonly purpose: WordOf
  readonly identifier: WordOf
  readonly event: WordOf
  readonly timing: WordOf
  readonly encounter: WordOf
  readonly relation: WordOf
  readonly confidentiality: WordOf
  /** "None known" and "nothing known", by code. */
  readonly none: WordOf
  /** Why something was not done. */
  readonly reason: WordOf
  /** What a contact of a patient is. */
  readonly contact: WordOf
  /** What a vaccine is, by CVX. */
  readonly vaccine: WordOf
  /** Who makes a vaccine, by MVX. */
  readonly manufacturer: WordOf
  /** The answer of a test, by SNOMED CT. */
  readonly answer: WordOf
  /** What a vaccine protects against, by SNOMED CT. */
  readonly disease: WordOf
  /** What was measured, by LOINC. */
  readonly test: WordOf
  /** How sure it is who somebody is, by identity assurance level. */
  readonly assurance: WordOf
  readonly header: WordOf
  readonly element: WordOf
  /** One resource of a type. */
  readonly type: WordOf
  /** Several resources of a type. */
  readonly types: WordOf
}

export const speechOf = (language: Language): Speech => ({
  language,
  t: messages(language),
  status: statusWords(language),
  absent: absentWords(language),
  interpretation: interpretationWords(language),
  purpose: purposeWords(language),
  identifier: identifierWords(language),
  event: eventWords(language),
  timing: timingWords(language),
  encounter: encounterWords(language),
  relation: relationWords(language),
  confidentiality: confidentialityWords(language),
  none: noneWords(language),
  reason: reasonWords(language),
  contact: contactWords(language),
  vaccine: vaccineWords(language),
  manufacturer: manufacturerWords(language),
  answer: answerWords(language),
  disease: diseaseWords(language),
  test: testWords(language),
  assurance: assuranceWords(language),
  header: headerWords(language),
  element: elementWords(language),
  type: typeWords(language),
  types: typesWords(language),
})

/** `clinicalStatus` → Clinical status, `US-core_race` → US core race. For names that have no words of their own. */
export function humanise(name: string): string {
  const words = name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
    .split(/\s+/)
    .map((word, index) => (index === 0 || /^\p{Lu}{2,}/u.test(word) ? word : word.toLowerCase()))
    .join(' ')
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}

/** True when the element has a name of its own in the reader's language. */
export function hasLabel(name: string, speech: Speech): boolean {
  const element = name.startsWith('_') ? name.slice(1) : name
  return (speech.element(element) ?? speech.element(choiceName(element))) !== undefined
}

/** The name of an element in words; `valueQuantity` is a Value. */
export function elementLabel(name: string, speech: Speech): string {
  const element = name.startsWith('_') ? name.slice(1) : name
  const base = choiceName(element)
  return speech.element(element) ?? speech.element(base) ?? humanise(base)
}
