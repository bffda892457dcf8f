import { readTiming, type TimingFacts } from '../../core/fhir/dosage'
import { flatList, list, number, text, type FhirRecord } from '../../core/fhir/shape'
import type { Format } from './format'
import { elementLabel } from './speech'
import { everySpan, timeSpan } from './formatQuantity'

/** A Timing in words: the dates, how often, when in the day, on which days, how long. Unknown codes stand as they were sent. */
export function timingText(value: unknown, f: Format): string | undefined {
  const timing = readTiming(value)
  if (!timing) return text(value)
  const { repeat } = timing
  const structured = [
    datesText(timing.events, f),
    frequencyText(repeat, f),
    whenText(repeat, f),
    timesText(repeat, f),
    daysText(repeat, f),
    durationText(repeat, f),
    countText(repeat, f),
    boundsText(timing, f),
  ]
  const parts = [codeText(timing, f), ...structured].filter((part) => part !== undefined)
  return [...new Set(parts)].join(', ') || undefined
}

/** `BID` repeats what the frequency says; the author's own text may say more. */
function codeText({ code }: TimingFacts, f: Format): string | undefined {
  return f.known(code, f.speech.timing)
}

const datesText = (events: readonly unknown[], f: Format): string | undefined =>
  events.length === 0
    ? undefined
    : f.speech.t('onDates', {
        dates: inList(
          events.map((date) => f.date(date)),
          f,
        ),
      })

/** A number, or a span of two: `4–6`; `count` is what decides the plural. */
interface Amount {
  readonly words: string
  readonly count: number
}

function amountOf(repeat: FhirRecord, name: string): Amount | undefined {
  const low = text(repeat[name])
  const high = text(repeat[`${name}Max`])
  if (low === undefined && high === undefined) return undefined
  const count = number(high ?? low) ?? 2
  const words =
    low !== undefined && high !== undefined && low !== high ? `${low}–${high}` : (low ?? `≤ ${high}`)
  return { words, count }
}

function frequencyText(repeat: FhirRecord, f: Format): string | undefined {
  const { t } = f.speech
  const often = amountOf(repeat, 'frequency')
  const period = amountOf(repeat, 'period')
  const unit = text(repeat['periodUnit']) ?? text(repeat['periodUnits'])
  if (!period && unit === undefined) return often && t('times', { count: often.count, amount: often.words })
  // A unit alone says nothing about how often: it is shown, and not read as "every day".
  if (!period && !often)
    return t('labelled', { label: elementLabel('periodUnit', f.speech), text: unit ?? '' })
  const span = period ?? { words: '1', count: 1 }
  const every = everySpan(span.words, unit ?? '?', f.speech, span.count)
  if (unit === 'd' && span.words === '1') return dailyText(often, f)
  if (!often || often.words === '1') return every
  return t('timesPer', { times: t('times', { count: often.count, amount: often.words }), every })
}

function dailyText(often: Amount | undefined, { speech: { t } }: Format): string {
  if (!often || often.words === '1') return t('onceDaily')
  return often.words === '2' ? t('twiceDaily') : t('timesDaily', { amount: often.words })
}

function whenText(repeat: FhirRecord, f: Format): string | undefined {
  const events = flatList(repeat['when']).flatMap((code) => f.speech.event(code) ?? text(code) ?? [])
  if (events.length === 0) return undefined
  const offset = number(repeat['offset'])
  const event = inList(events, f)
  if (offset === undefined || offset === 0) return event
  const duration =
    offset % 60 === 0
      ? timeSpan(String(offset / 60), 'h', f.speech)
      : timeSpan(String(offset), 'min', f.speech)
  return f.speech.t('beforeAfter', { duration, event })
}

function timesText(repeat: FhirRecord, f: Format): string | undefined {
  const times = flatList(repeat['timeOfDay']).map((time) => f.date(time))
  return times.length === 0 ? undefined : f.speech.t('atTimes', { times: inList(times, f) })
}

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function daysText(repeat: FhirRecord, f: Format): string | undefined {
  const days = flatList(repeat['dayOfWeek']).flatMap((code) => {
    const position = WEEK.indexOf(text(code)?.toLowerCase() ?? '')
    return position === -1 ? (text(code) ?? []) : weekday(position, f)
  })
  return days.length === 0 ? undefined : f.speech.t('onDays', { days: inList(days, f) })
}

/** 1 January 2024 was a Monday. */
const weekday = (position: number, { speech: { language } }: Format): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + position),
  )

function durationText(repeat: FhirRecord, f: Format): string | undefined {
  const span = amountOf(repeat, 'duration')
  if (!span) return undefined
  const unit = text(repeat['durationUnit']) ?? text(repeat['durationUnits']) ?? '?'
  return f.speech.t('takesFor', { duration: timeSpan(span.words, unit, f.speech, span.count) })
}

function countText(repeat: FhirRecord, f: Format): string | undefined {
  const count = amountOf(repeat, 'count')
  return count && f.speech.t('timesInTotal', { count: count.count, amount: count.words })
}

function boundsText({ bounds, repeat }: TimingFacts, f: Format): string | undefined {
  if (list(bounds).length === 0) return undefined
  if (repeat['boundsPeriod'] !== undefined) return f.period(bounds)
  const duration = repeat['boundsRange'] === undefined ? f.quantity(bounds) : f.range(bounds)
  return duration && f.speech.t('forDuration', { duration })
}

const inList = (texts: readonly (string | undefined)[], { speech: { language } }: Format): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(texts.filter((words) => words !== undefined))
