import { dateSortKey } from '../../core/fhir/date'
import { boolean, choicesOf, field, number, record, records, text } from '../../core/fhir/shape'
import type { Resource } from '../../core/fhir/types'
import { typeOf } from '../../core/organizeResources'
import type { Format } from './format'
import { bareCodes } from './formatCode'
import type { RowMark } from './table'

/** A day: what is dated in another time zone may be "tomorrow" here. */
export const SLACK = 86_400_000

type Rule = (resource: Resource, f: Format) => readonly RowMark[]

export const NONE: readonly RowMark[] = []

/**
 * Where a resource contradicts itself. Nothing is corrected or left out: both statements are shown, and that they do
 * not go together. Pure and total.
 */
export const contradictionsOf: Rule = (resource, f) => RULES.flatMap((rule) => rule(resource, f))

/** Statuses that say that something has happened, or holds now. */
const HAPPENED: ReadonlySet<string> = new Set(
  'completed final amended corrected appended finished active'.split(' '),
)
/** By type: when it happened, or began. A status of these types that has happened cannot have a date to come. */
export const HAPPENED_AT: ReadonlyMap<string, readonly string[]> = new Map([
  ['Immunization', ['occurrence']],
  ['Procedure', ['performed']],
  ['Observation', ['effective']],
  ['DiagnosticReport', ['effective']],
  ['MedicationAdministration', ['effective']],
  ['MedicationDispense', ['whenHandedOver']],
  ['Encounter', ['period']],
  ['Condition', ['onset']],
  ['AllergyIntolerance', ['onset']],
])

export const datesOf = (resource: Resource, names: readonly string[]): readonly number[] =>
  names
    .flatMap((name) => choicesOf(resource, name))
    .flatMap(({ value }) => dateSortKey(record(value)?.['start'] ?? value) ?? [])

const inFuture: Rule = (resource, f) => {
  const names = HAPPENED_AT.get(typeOf(resource))
  if (!names) return NONE
  const limit = f.context.now.getTime() + SLACK
  if (!datesOf(resource, names).some((date) => date > limit)) return NONE
  const codes = [...bareCodes(resource['status']), ...bareCodes(resource['clinicalStatus'])]
  return codes.some((code) => HAPPENED.has(code.toLowerCase()))
    ? [{ code: 'future-date', tone: 'warning', text: f.speech.t('mark_futureDate') }]
    : NONE
}

const refutedAndActive: Rule = (resource, f) => {
  if (resource['verificationStatus'] === undefined || resource['clinicalStatus'] === undefined) return NONE
  const isActive = bareCodes(resource['clinicalStatus']).some((code) => ACTIVE.has(code))
  return isActive && bareCodes(resource['verificationStatus']).includes('refuted')
    ? [{ code: 'refuted-active', tone: 'error', text: f.speech.t('mark_refutedActive') }]
    : NONE
}

const ACTIVE: ReadonlySet<string> = new Set(['active', 'recurrence', 'relapse'])

const endedAndActive: Rule = (resource, f) => {
  if (resource['clinicalStatus'] === undefined) return NONE
  const ended = choicesOf(resource, 'abatement').some(({ value }) => {
    const date = dateSortKey(record(value)?.['end'] ?? value)
    return date !== undefined && date + SLACK < f.context.now.getTime()
  })
  return ended && bareCodes(resource['clinicalStatus']).some((code) => ACTIVE.has(code))
    ? [{ code: 'ended-active', tone: 'warning', text: f.speech.t('mark_endedActive') }]
    : NONE
}

const DOSAGES = ['dosage', 'dosageInstruction', 'doseQuantity']

/** A dose of nothing is either a mistake or a way of saying "do not give". */
const doseOfNothing: Rule = (resource, f) => {
  if (DOSAGES.every((name) => resource[name] === undefined)) return NONE
  const isNothing = DOSAGES.flatMap((name) =>
    name === 'doseQuantity' ? [resource] : records(resource[name]),
  ).some((holder) =>
    [holder, ...records(holder['doseAndRate'])].some(
      (part) => number(field(part['doseQuantity'] ?? part['dose'], 'value')) === 0,
    ),
  )
  return isNothing ? [{ code: 'dose-zero', tone: 'warning', text: f.speech.t('mark_doseZero') }] : NONE
}

const PERIODS = ['period', 'effectivePeriod', 'performedPeriod', 'onsetPeriod', 'occurrencePeriod']

const endsBeforeStart: Rule = (resource, f) => {
  const isReversed = PERIODS.some((name) => {
    const period = record(resource[name])
    const [start, end] = [dateSortKey(period?.['start']), dateSortKey(period?.['end'])]
    // An end of lesser precision lasts longer than its first moment: a year holds every day in it.
    const sent = text(period?.['end']) ?? ''
    return (
      start !== undefined &&
      end !== undefined &&
      end < start &&
      !(text(period?.['start']) ?? '').startsWith(sent)
    )
  })
  return isReversed
    ? [{ code: 'ends-before-start', tone: 'warning', text: f.speech.t('mark_endsBeforeStart') }]
    : NONE
}

const ofPatients: Rule = (resource, f) => {
  if (typeOf(resource) !== 'Patient') return NONE
  const born = dateSortKey(resource['birthDate'])
  const died = dateSortKey(resource['deceasedDateTime'])
  const marks: RowMark[] = []
  if (boolean(resource['deceasedBoolean']) === false && died !== undefined) {
    marks.push({ code: 'alive-and-dead', tone: 'error', text: f.speech.t('mark_aliveAndDead') })
  }
  if (
    born !== undefined &&
    (born > f.context.now.getTime() + SLACK || (died !== undefined && born > died + SLACK))
  ) {
    marks.push({ code: 'born-later', tone: 'error', text: f.speech.t('mark_bornLater') })
  }
  return marks
}

const RULES: readonly Rule[] = [
  inFuture,
  refutedAndActive,
  endedAndActive,
  doseOfNothing,
  endsBeforeStart,
  ofPatients,
]
