import { validLocale } from './date'
import { number, record, text } from './shape'

export interface AttachmentFacts {
  readonly title?: string
  /** As declared, parameters included. What the bytes really are is for whoever opens them. */
  readonly contentType?: string
  readonly language?: string
  readonly creation?: unknown
  /** The bytes are in the record itself, as base64. */
  readonly data?: string
  /** Where the bytes are to be had elsewhere; never fetched by itself. */
  readonly url?: string
  /** Bytes: counted where the data is here, else as declared. */
  readonly bytes?: number
}

/** Reads an Attachment or a Binary. `undefined` when it says nothing at all. */
export function readAttachment(value: unknown): AttachmentFacts | undefined {
  const attachment = record(value)
  if (!attachment) return undefined
  const data = text(attachment['data'])
  const bytes = data === undefined ? number(attachment['size']) : base64Bytes(data)
  const facts = {
    title: text(attachment['title']),
    contentType: text(attachment['contentType']),
    language: text(attachment['language']),
    creation: attachment['creation'],
    data,
    url: text(attachment['url']),
    bytes,
  }
  const stated = Object.entries(facts).filter(([, fact]) => fact !== undefined)
  return stated.length === 0 ? undefined : (Object.fromEntries(stated) as AttachmentFacts)
}

/** How many bytes a base64 text stands for. */
export function base64Bytes(base64: string): number {
  const digits = base64.replaceAll(/[\s=]/g, '').length
  return Math.floor((digits * 3) / 4)
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** `312 kB`, in steps of 1000 bytes. 0 is a size: an empty file. */
export function formatBytes(bytes: number, locale: string): string {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  return new Intl.NumberFormat(validLocale(locale), {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    // Spelled out it has a plural, as in "41 bytes"; the larger ones have none.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1000 ** step)
}
