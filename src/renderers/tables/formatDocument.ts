import { kindOfType } from '../../core/document/documentRemarks'
import { peekDocument } from '../../core/document/peekDocument'
import { hostOf } from '../../core/document/sentDocuments'
import { formatBytes, readAttachment, type AttachmentFacts } from '../../core/fhir/attachment'
import { record, text } from '../../core/fhir/shape'
import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'
import { documentMessages } from './messagesDocuments'

/**
 * `Discharge letter · PDF · 312 kB`: what it is by its first bytes, else as declared; and where it is, when it is on a
 * web server. Whether it is in the record at all is for `documents` to say.
 */
export function attachmentText(value: unknown, f: Format): string | undefined {
  const attachment = readAttachment(value)
  if (!attachment) return undefined
  const { title, bytes, data, url, creation } = attachment
  const size = bytes === undefined ? undefined : formatBytes(bytes, f.speech.language)
  const parts = [title, typeText(attachment, f), size, data === undefined ? placeText(url, f) : undefined]
  return [...parts, f.date(creation)].filter((part) => part !== undefined).join(' · ') || f.speech.t('file')
}

function typeText({ data, contentType }: AttachmentFacts, f: Format): string | undefined {
  const content = { kind: 'here', data: data ?? '', encoding: 'base64' } as const
  const seen = peekDocument({
    path: '',
    content,
    ...(contentType !== undefined && { declaredType: contentType }),
  })
  const kind = seen?.kind ?? (contentType === undefined ? undefined : kindOfType(contentType))
  return kind === undefined || kind === 'other'
    ? contentType
    : documentMessages(f.speech.language)(`kind_${kind}`)
}

function placeText(url: string | undefined, f: Format): string | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url)) return url
  return documentMessages(f.speech.language)('sentAt', { host: hostOf(url) })
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
