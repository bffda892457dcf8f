import { record, text } from './shape'

/** The parts of a FHIR date, dateTime or instant that were recorded, and no others. Months and days count from 1. */
export interface FhirDate {
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly time?: WallClock
}

export interface WallClock {
  readonly hour: number
  readonly minute: number
  /** With its fraction, as recorded; `undefined` when only hours and minutes were. */
  readonly second?: string
  /** Minutes east of UTC; `undefined` when no offset was recorded. */
  readonly offset?: number
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt ](.+))?)?)?$/
const TIME = /^(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*(?:([Zz])|([+-])(\d{2}):?(\d{2}))?$/

/**
 * Reads a date as it was recorded. `undefined` for anything that is not a date of the calendar: a 30th of February
 * must be shown as it stands, not as the 1st of March.
 * Source: FHIR R4, `date`, `dateTime`, `instant`. Seconds and offset may be missing, as they often are.
 */
export function parseDate(value: unknown): FhirDate | undefined {
  const [, year, month, day, clock] = DATE.exec(text(value) ?? '') ?? []
  if (year === undefined) return undefined
  const time = clock === undefined ? undefined : parseTime(clock)
  if (clock !== undefined && !time) return undefined
  const date: FhirDate = {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
    ...(time && { time }),
  }
  return existsInCalendar(date) ? date : undefined
}

/** Reads a FHIR `time`, or the part of a dateTime after the `T`. */
export function parseTime(value: unknown): WallClock | undefined {
  const match = TIME.exec(text(value) ?? '')
  if (!match) return undefined
  const [, hour, minute, second, utc, sign, offsetHours, offsetMinutes] = match
  const clock: WallClock = {
    hour: Number(hour),
    minute: Number(minute),
    ...(second !== undefined && { second }),
    ...(utc !== undefined && { offset: 0 }),
    ...(sign !== undefined && {
      offset: (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes)),
    }),
  }
  const { offset = 0 } = clock
  const exists =
    clock.hour < 24 && clock.minute < 60 && Number(second ?? 0) < 61 && Math.abs(offset) <= 14 * 60
  return exists ? clock : undefined
}

function existsInCalendar({ year, month, day }: FhirDate): boolean {
  if (month === undefined) return true
  if (month < 1 || month > 12) return false
  return day === undefined || (day >= 1 && day <= daysIn(year, month))
}

const daysIn = (year: number, month: number): number => new Date(midnightUtc(year, month + 1, 0)).getUTCDate()

/** Epoch milliseconds of midnight UTC. `Date.UTC` alone reads the year 24 as 1924. */
function midnightUtc(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime()
}

/**
 * Epoch milliseconds to sort by; the missing parts of a partial date are taken as the first. Takes dates and Periods
 * (their start, else their end). For sorting alone: never show it. `undefined` when there is no date.
 */
export function dateSortKey(value: unknown): number | undefined {
  const period = record(value)
  if (period) return dateSortKey(text(period['start'])) ?? dateSortKey(text(period['end']))
  const date = parseDate(value)
  if (!date) return undefined
  const { time } = date
  const minutes = time ? time.hour * 60 + time.minute - (time.offset ?? 0) : 0
  return (
    midnightUtc(date.year, date.month ?? 1, date.day ?? 1) +
    minutes * 60_000 +
    Number(time?.second ?? 0) * 1000
  )
}

export type PeriodState = 'current' | 'past' | 'future'

/**
 * Where `now` lies in a Period. Both ends belong to it, to their precision and on the viewer's own calendar: a period
 * that ends on 2026-12-31 lasts all of that day, one that ends in 2026-12 all of that month.
 * An end that is missing or no date is open.
 */
export function periodState(period: unknown, now: Date): PeriodState {
  const { start, end } = record(period) ?? {}
  const from = parseDate(start)
  const to = parseDate(end)
  if (to && now.getTime() >= momentOf(to, 'after')) return 'past'
  return from && now.getTime() < momentOf(from, 'first') ? 'future' : 'current'
}

/** The first moment of a date, or the first one after it, on the viewer's calendar. */
function momentOf(date: FhirDate, edge: 'first' | 'after'): number {
  const { year, month, day, time } = date
  const step = edge === 'after' ? 1 : 0
  const moment = new Date(0)
  if (time) {
    const seconds = time.second === undefined ? 60 * step : Number(time.second) + 0.001 * step
    if (time.offset !== undefined) {
      return (
        midnightUtc(year, month ?? 1, day ?? 1) +
        (time.hour * 60 + time.minute - time.offset) * 60_000 +
        seconds * 1000
      )
    }
    moment.setFullYear(year, (month ?? 1) - 1, day ?? 1)
    moment.setHours(time.hour, time.minute, 0, seconds * 1000)
    return moment.getTime()
  }
  if (month === undefined) moment.setFullYear(year + step, 0, 1)
  else if (day === undefined) moment.setFullYear(year, month - 1 + step, 1)
  else moment.setFullYear(year, month - 1, day + step)
  return moment.setHours(0, 0, 0, 0)
}

/** Whole years from a birth date to a later one; `undefined` unless both are known to the day. */
export function yearsBetween(birth: unknown, later: FhirDate): number | undefined {
  const from = parseDate(birth)
  if (!from?.month || !from.day || !later.month || !later.day) return undefined
  const before = later.month < from.month || (later.month === from.month && later.day < from.day)
  const years = later.year - from.year - (before ? 1 : 0)
  return years >= 0 ? years : undefined
}

/**
 * Words for a date, dateTime, instant or time: as precise as it was recorded, with the wall-clock time and the offset
 * that were recorded, never moved into another zone. The month is a word, so that 03/04 cannot be misread.
 * `undefined` when the value is no date: show it as it stands.
 */
export function formatDate(value: unknown, locale: string, { seconds = false } = {}): string | undefined {
  const date = parseDate(value)
  if (!date) {
    const time = parseTime(value)
    return time && formatClock(time, seconds)
  }
  const { year, month, day, time } = date
  const part = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'
  const words = dateFormat(locale, part).format(midnightUtc(year, month ?? 1, day ?? 1))
  return time ? `${words}, ${formatClock(time, seconds)}` : words
}

function formatClock({ hour, minute, second, offset }: WallClock, seconds: boolean): string {
  const digits = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
  const clock = seconds && second !== undefined ? `${digits}:${second}` : digits
  return offset === undefined ? clock : `${clock} (${formatOffset(offset)})`
}

/** `UTC`, `UTC+9`, `UTC-3:30`. Written here, because not every engine knows zones by offset. */
function formatOffset(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const digits = rest === 0 ? String(hours) : `${hours}:${String(rest).padStart(2, '0')}`
  return `UTC${minutes < 0 ? '-' : '+'}${digits}`
}

const PARTS = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs far more than using it. */
function dateFormat(locale: string, part: keyof typeof PARTS): Intl.DateTimeFormat {
  const key = `${part} ${locale}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(validLocale(locale), {
    ...PARTS[part],
    timeZone: 'UTC',
    calendar: 'gregory',
  })
  formats.set(key, made)
  return made
}

/** A tag that `Intl` takes without throwing: `nl_NL` becomes `nl-NL`, nonsense becomes English. */
export function validLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}
