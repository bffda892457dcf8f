import { formatQuantity, formatRange, readQuantity, type QuantityFacts } from '../../core/fhir/quantity'
import { field, record, text } from '../../core/fhir/shape'
import type { Format } from './format'
import type { Speech } from './speech'

const UNITS: ReadonlyMap<string, 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds'> =
  new Map([
    ['a', 'years'],
    ['mo', 'months'],
    ['wk', 'weeks'],
    ['d', 'days'],
    ['h', 'hours'],
    ['min', 'minutes'],
    ['s', 'seconds'],
  ])

const EVERY = {
  years: 'everyYears',
  months: 'everyMonths',
  weeks: 'everyWeeks',
  days: 'everyDays',
  hours: 'everyHours',
  minutes: 'everyMinutes',
  seconds: 'everySeconds',
} as const

/** `3 days`, `4–6 hours`; a unit that UCUM does not have stands as it was sent. `amount` may be a span, `count` is its end. */
export function timeSpan(amount: string, unit: string, { t }: Speech, count = Number(amount)): string {
  const known = UNITS.get(unit)
  return known === undefined ? `${amount} ${unit}` : t(known, { count, amount })
}

/** `every 8 hours`, `every day`. */
export function everySpan(amount: string, unit: string, { t }: Speech, count = Number(amount)): string {
  const known = UNITS.get(unit)
  return known === undefined ? t('everyUnknown', { amount, unit }) : t(EVERY[known], { count, amount })
}

/** The UCUM code of a span of time, when nobody wrote the unit out: an age of "45 a" says nothing to anybody. */
function timeUnit(facts: QuantityFacts | undefined): string | undefined {
  const { unit, code } = facts ?? {}
  return code !== undefined && UNITS.has(code) && (unit === undefined || unit === code) ? code : undefined
}

/** A quantity in words; spans of time get words for their unit. */
export function quantityText(value: unknown, f: Format): string | undefined {
  const facts = readQuantity(value)
  const unit = timeUnit(facts)
  if (facts?.digits === undefined || unit === undefined) return formatQuantity(value)
  const words = timeSpan(facts.digits, unit, f.speech)
  return facts.comparator === undefined ? words : `${facts.comparator} ${words}`
}

/** A range in words: `18–65 years`, `0–40 U/L`. */
export function rangeText(value: unknown, f: Format): string | undefined {
  const low = readQuantity(field(record(value), 'low'))
  const high = readQuantity(field(record(value), 'high'))
  const unit = timeUnit(high ?? low)
  const digits = [low, high].flatMap((facts) => facts?.digits ?? [])
  const same =
    timeUnit(low ?? high) === unit && low?.comparator === undefined && high?.comparator === undefined
  if (unit === undefined || !same || digits.length === 0) return formatRange(value)
  const words = timeSpan(digits.join('–'), unit, f.speech, Number(digits.at(-1)))
  if (digits.length === 2) return words
  return high?.digits === undefined ? `≥ ${words}` : `≤ ${words}`
}

/** `12 measured values, from 0 mV every 10 ms`: the values themselves are in the details. */
export function sampledText(value: unknown, f: Format): string | undefined {
  const sampled = record(value)
  if (!sampled) return undefined
  const data = text(sampled['data'])
  const count = data === undefined ? 0 : data.split(/\s+/).length
  const words = f.speech.t('samples', { count })
  // A few values are quicker read than counted.
  return data !== undefined && count <= 12 ? f.speech.t('labelled', { label: words, text: data }) : words
}

/** `1 mg–2 mg / 1 mL`: an R5 RatioRange. */
export function ratioRangeText(value: unknown, f: Format): string | undefined {
  const ratio = record(value)
  const [low, high, below] = ['lowNumerator', 'highNumerator', 'denominator'].map((name) => ratio?.[name])
  const above = f.range({ low, high })
  const under = f.quantity(below)
  if (above === undefined) return undefined
  return under === undefined ? above : `${above} / ${under}`
}

/** `2 of 3`: a dose number with the size of its series, each a number or a text. */
export function doseOf(
  number: string | undefined,
  series: string | undefined,
  f: Format,
): string | undefined {
  if (number === undefined || series === undefined) return number
  return f.speech.t('doseOf', { dose: number, doses: series })
}
