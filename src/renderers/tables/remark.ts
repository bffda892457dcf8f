import type { Resource } from '../../core/fhir/types'
import type { Format } from './format'
import { standingOf } from './marks'
import type { MarkTone, RowMark } from './table'

/** Something to know before reading on, in the viewer's words. */
export interface Remark {
  readonly severity: 'info' | 'warning' | 'error'
  readonly text: string
}

/**
 * What a resource's own status and qualifiers say, as remarks. `words` replaces the short words of a mark by a
 * sentence; `''` leaves the mark out, because it is said elsewhere.
 */
export const marksAsRemarks = (
  resource: Resource,
  f: Format,
  words: (mark: RowMark) => string | undefined,
): readonly Remark[] =>
  standingOf(resource, f)
    .marks.map((mark) => ({ severity: SEVERITY[mark.tone], text: words(mark) ?? mark.text }))
    .filter(({ text }) => text !== '')

const SEVERITY = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  neutral: 'info',
} as const satisfies Record<MarkTone, Remark['severity']>
