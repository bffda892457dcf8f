import { parseDate, periodState } from '../../core/fhir/date'
import { list, record, text } from '../../core/fhir/shape'
import { bareCodes } from '../tables/formatCode'
import type { Card } from './card'

/** Whether a coverage is in force, as far as its card says. */
export interface Force {
  /** Stable, for tests. `unknown` is never shown as active. */
  readonly code:
    | 'active'
    | 'ends-soon'
    | 'ended'
    | 'not-yet'
    | 'cancelled'
    | 'entered-in-error'
    | 'draft'
    | 'unknown'
  readonly severity: 'info' | 'warning' | 'error'
  readonly text: string
}

/** From this many days before the last one on, the end is near enough to say so. */
const SOON_DAYS = 30

/** A status that takes a coverage out of force outranks its dates; the dates decide otherwise, both ends included. */
export function forceOf(card: Card): Force {
  const { f, t, item } = card
  const codes = bareCodes(item.resource['status']).map((code) => code.toLowerCase())
  if (codes.includes('entered-in-error')) {
    return { code: 'entered-in-error', severity: 'error', text: t('enteredInError') }
  }
  if (codes.includes('cancelled')) return { code: 'cancelled', severity: 'error', text: t('cancelled') }
  if (codes.includes('draft')) return { code: 'draft', severity: 'warning', text: t('draft') }
  if (codes.length > 0 && !codes.includes('active')) {
    const status = f.status(item.resource['status']) ?? codes.join(', ')
    return { code: 'unknown', severity: 'warning', text: t('otherStatus', { status }) }
  }
  return forceByDates(card)
}

function forceByDates({ f, t, item }: Card): Force {
  const { now } = f.context
  const sent = item.resource['period']
  const period = record(sent) ?? {}
  const [start, end] = [f.date(period['start']), f.date(period['end'])]
  const isOnePeriod = list(sent).length <= 1 && text(sent) === undefined
  if (!isOnePeriod || [period['start'], period['end']].some(isUnreadable)) {
    const dates = f.period(sent) ?? ''
    return { code: 'unknown', severity: 'warning', text: t('datesUnreadable', { dates }) }
  }
  const state = periodState(period, now)
  if (state === 'past') return { code: 'ended', severity: 'error', text: t('ended', { date: end ?? '' }) }
  if (state === 'future') {
    return { code: 'not-yet', severity: 'warning', text: t('notYet', { date: start ?? '' }) }
  }
  if (end === undefined) {
    return start === undefined
      ? { code: 'unknown', severity: 'warning', text: t('datesNotStated') }
      : { code: 'active', severity: 'info', text: t('activeSince', { date: start }) }
  }
  // The last day itself is still covered: the coverage is over on the day after.
  return periodState({ end: period['end'] }, daysAfter(now, SOON_DAYS + 1)) === 'past'
    ? { code: 'ends-soon', severity: 'warning', text: t('endsSoon', { date: end }) }
    : { code: 'active', severity: 'info', text: t('activeUntil', { date: end }) }
}

/** Stated, and no date: an end that cannot be read must not pass for no end. */
const isUnreadable = (sent: unknown): boolean =>
  list(sent).length > 0 &&
  (text(sent) !== undefined || typeof sent === 'object') &&
  parseDate(sent) === undefined

const daysAfter = (moment: Date, days: number): Date => {
  const later = new Date(moment)
  later.setDate(later.getDate() + days)
  return later
}
