import { formatDate } from '../../core/fhir/date'
import { record, text } from '../../core/fhir/shape'
import { absentReason } from '../../core/fhir/extension'
import type { Format } from './format'

/** A date in words. What is no date stands as it was sent, and is said not to be one. */
export function dateText(value: unknown, f: Format): string | undefined {
  const sent = text(value)
  if (sent === undefined) return undefined
  return formatDate(sent, f.speech.language) ?? f.speech.t('notADate', { text: sent })
}

/** `Jan 2020 – Mar 2021`, `Since Jan 2020`, `Until Mar 2021`. An end that is said to be unknown is said so here, too. */
export function periodText(value: unknown, f: Format): string | undefined {
  const period = record(value)
  if (!period) return dateText(value, f)
  const start = boundText(period['start'], period['_start'], f)
  const end = boundText(period['end'], period['_end'], f)
  if (start === undefined) return end && f.speech.t('until', { end })
  return end === undefined ? f.speech.t('since', { start }) : f.speech.t('fromTo', { start, end })
}

function boundText(value: unknown, sibling: unknown, f: Format): string | undefined {
  const reason = absentReason(sibling)
  return dateText(value, f) ?? (reason === undefined ? undefined : (f.speech.absent(reason) ?? reason))
}
