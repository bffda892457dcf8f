import type { Language } from './language'

/**
 * Writes a moment in the reader's own time zone, which is named: a card that expires today expires at an hour.
 * `undefined` for a Date that holds no moment.
 */
export const formatInstant = (date: Date, language: Language): string | undefined =>
  formatDate(date, language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })

/** Writes the day of a moment in the reader's own time zone; for dates where the hour decides nothing. */
export const formatDay = (date: Date, language: Language): string | undefined =>
  formatDate(date, language, { dateStyle: 'long' })

const formatDate = (
  date: Date,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string | undefined =>
  Number.isNaN(date.getTime()) ? undefined : new Intl.DateTimeFormat(language, options).format(date)

/** A size in whole megabytes of a million bytes, rounded to one decimal where it is smaller than ten. */
export function formatSize(bytes: number, language: Language): string {
  const megabytes = bytes / 1_000_000
  const options = { style: 'unit', unit: 'megabyte', maximumFractionDigits: megabytes < 10 ? 1 : 0 } as const
  return new Intl.NumberFormat(language, options).format(megabytes)
}

/** Numbers one after the other, as a sentence has them: 2, 3 and 5. */
export const formatList = (numbers: readonly number[], language: Language): string =>
  new Intl.ListFormat(language).format(
    numbers.map((number) => new Intl.NumberFormat(language).format(number)),
  )

/**
 * A host as it may stand in a sentence: ASCII letters, digits and a port. Anything else is `undefined`; the place of
 * a host can hold text from a card, and text from a card must not read like words of the viewer.
 */
export const plainHost = (host: string): string | undefined =>
  host.length <= 253 && /^(?:[\w-]+(?:\.[\w-]+)*\.?|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host)
    ? host
    : undefined
