import { text } from '../../../core/fhir/shape'
import type { Format } from '../format'

/** The day of a moment in words; the hour is in its row. `undefined` for what has no hour. */
export const dayOf = (moment: unknown, f: Format): string | undefined =>
  f.date(/^\d{4}-\d{2}-\d{2}(?=T)/.exec(text(moment) ?? '')?.[0])
