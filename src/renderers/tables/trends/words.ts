import type { Format } from '../format'
import { messages } from '../messagesGlance'
import type { Point, Series } from './series'

/** What a series is called, with its unit. */
export function seriesName({ label, unit }: Series, f: Format): string {
  return unit === '' ? label : messages(f.speech.language)('trendUnit', { label, unit })
}

/** Everything that the picture of a series shows, for whoever does not see it. */
export function seriesWords(series: Series, f: Format): string {
  const t = messages(f.speech.language)
  const { points, band } = series
  const values = points.toReversed().map(pointWords).join('; ')
  const words = t('trendText', { label: seriesName(series, f), count: points.length, values })
  const range = band && points[0]?.range
  return range === undefined ? words : `${words} ${t('trendBand', { range })}`
}

/** When, what, and what it is to be read with: its flags, and whether it is preliminary. */
export const pointWords = ({ text, date, flags, remarks }: Point): string =>
  [[date, text].join(': '), ...new Set([...flags.map((flag) => flag.text), ...remarks])].join(', ')
