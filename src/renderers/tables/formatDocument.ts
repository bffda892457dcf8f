import { formatBytes, readAttachment } from '../../core/fhir/attachment'
import { record, text } from '../../core/fhir/shape'
import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'

/** `Discharge letter · application/pdf · 312 kB`. The address is shown where the file itself is elsewhere. */
export function attachmentText(value: unknown, f: Format): string | undefined {
  const attachment = readAttachment(value)
  if (!attachment) return undefined
  const { title, contentType, bytes, data, url, creation } = attachment
  const size = bytes === undefined ? undefined : formatBytes(bytes, f.speech.language)
  const parts = [title, contentType, size, data === undefined ? url : undefined, f.date(creation)]
  return parts.filter((part) => part !== undefined).join(' · ') || f.speech.t('file')
}

/** A note with its author and date: `Take care (Dr Who, Mar 1, 2024)`. */
export function annotationText(value: unknown, f: Format, from?: BundleItem): string | undefined {
  const note = record(value)
  const words = text(note?.['text'])
  if (words === undefined) return undefined
  const remarks = [f.value(note, 'author', from), f.date(note?.['time'])].filter((part) => part !== undefined)
  return remarks.length === 0 ? words : f.speech.t('remark', { text: words, remark: remarks.join(', ') })
}

/** Who signed and when. The viewer does not check such signatures and says so. */
export function signatureText(value: unknown, f: Format, from?: BundleItem): string | undefined {
  const signature = record(value)
  if (!signature) return undefined
  const who = f.reference(signature['who'] ?? signature['whoReference'], from) ?? text(signature['whoUri'])
  const parts = [f.code(signature['type']), who, f.date(signature['when']), f.speech.t('signed')]
  return parts.filter((part) => part !== undefined).join(', ')
}
