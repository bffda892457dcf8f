import { readDosage, type DosageFacts } from '../../core/fhir/dosage'
import { readQuantity } from '../../core/fhir/quantity'
import { field, list, record } from '../../core/fhir/shape'
import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'
import { everySpan } from './formatQuantity'

/**
 * A Dosage in words: the free text first. What is stated in codes follows where it says anything that the text does
 * not, because the two may contradict each other and both were signed.
 */
export function dosageText(value: unknown, f: Format, from?: BundleItem): string | undefined {
  const dosage = readDosage(value)
  if (!dosage) return undefined
  const coded = codedText(dosage, f, from)
  if (dosage.text === undefined || coded === undefined) return dosage.text ?? coded
  return says(dosage.text, coded) ? dosage.text : f.speech.t('coded', { text: dosage.text, coded })
}

function codedText(dosage: DosageFacts, f: Format, from: BundleItem | undefined): string | undefined {
  const parts = [
    f.code(dosage.method),
    ...dosage.doses.map((dose) => amountText(dose, f)),
    f.code(dosage.route),
    f.code(dosage.site),
    f.timing(dosage.timing),
    asNeededText(dosage, f, from),
    ...dosage.rates.map((rate) => withAmount('atRate', amountText(rate, f), f)),
    ...dosage.maximumPerPeriod.map((most) => maximumText(most, f)),
    ...dosage.maximumPerAdministration.map((most) => withAmount('atMostPerDose', amountText(most, f), f)),
    ...dosage.maximumPerLifetime.map((most) => withAmount('atMostEver', amountText(most, f), f)),
    ...dosage.additional.map((instruction) => f.code(instruction)),
    dosage.patientInstruction,
  ]
  return parts.filter((part) => part !== undefined).join(', ') || undefined
}

/** A dose or rate may be a Quantity, a Range or a Ratio, wherever it was put. */
function amountText(value: unknown, f: Format): string | undefined {
  const amount = record(value)
  if (amount?.['numerator'] !== undefined || amount?.['denominator'] !== undefined) return f.ratio(value)
  return amount?.['low'] !== undefined || amount?.['high'] !== undefined ? f.range(value) : f.quantity(value)
}

const withAmount = (
  message: 'atRate' | 'atMost' | 'atMostPerDose' | 'atMostEver',
  amount: string | undefined,
  { speech }: Format,
): string | undefined => amount && speech.t(message, { amount })

/** `at most 4 g every day`: FHIR writes it as a Ratio of 4 g to 1 d. */
function maximumText(value: unknown, f: Format): string | undefined {
  const amount = f.quantity(field(value, 'numerator'))
  const span = readQuantity(field(value, 'denominator'))
  if (amount === undefined || span?.digits === undefined) return withAmount('atMost', amountText(value, f), f)
  const every = everySpan(span.digits, span.code ?? span.unit ?? '?', f.speech)
  return withAmount('atMost', `${amount} ${every}`, f)
}

function asNeededText({ asNeeded, asNeededFor }: DosageFacts, f: Format, from: BundleItem | undefined) {
  if (asNeeded !== true) return undefined
  const reason = list(asNeededFor)
    .map((concept) => f.code(concept, from))
    .filter((words) => words !== undefined)
    .join(', ')
  return reason === '' ? f.speech.t('asNeeded') : f.speech.t('asNeededFor', { reason })
}

/** True when every word and number of `coded` stands in `text` anyway. */
function says(text: string, coded: string): boolean {
  const said = new Set(wordsOf(text))
  return wordsOf(coded).every((word) => said.has(word))
}

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/\p{L}+|\d+(?:[.,]\d+)?/gu) ?? []
