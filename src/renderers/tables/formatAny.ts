import { asWritten } from '../../core/decimals'
import { isRecord } from '../../core/encoding'
import { absentReason } from '../../core/fhir/extension'
import { base64Bytes, formatBytes } from '../../core/fhir/attachment'
import { parseDate } from '../../core/fhir/date'
import { formatAddress, formatName } from '../../core/fhir/person'
import { formatMoney, formatRange, formatRatio } from '../../core/fhir/quantity'
import { flatList, number, text, type FhirRecord } from '../../core/fhir/shape'
import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'
import { codingText, conceptText } from './formatCode'
import { attachmentText } from './formatDocument'
import { identifierText, telecomText } from './formatPeople'
import { quantityText } from './formatQuantity'
import { dateText, periodText } from './formatTime'
import { elementLabel, type Speech } from './speech'

/** How deep a value of an unknown kind is spelled out inside one line; deeper it is only in the JSON. */
const MAXIMUM_DEPTH = 4

/**
 * Words for each value of a list, or for one value. What `one` cannot make words of is told by the reason for its
 * absence, or spelled out as it stands, so that a wrong shape never becomes a blank.
 */
export function inWords(
  value: unknown,
  f: Format,
  one: (item: unknown) => string | undefined,
  separator = '; ',
): string | undefined {
  if (value === undefined || value === null) return undefined
  // Nearly every value is one value.
  if (!Array.isArray(value)) return one(value) ?? spelledOut(value, f, 0)
  const texts = flatList(value).map((item) => one(item) ?? spelledOut(item, f, 0))
  return (
    [...new Set(texts.filter((words) => words !== undefined && words !== ''))].join(separator) || undefined
  )
}

function spelledOut(item: unknown, f: Format, depth: number): string | undefined {
  if (!isRecord(item)) return primitiveText(item, f.speech)
  const reason = absentReason(item)
  return reason === undefined ? compactText(item, f, depth) : (f.speech.absent(reason) ?? reason)
}

/** `Label: value; Label: value`. */
function compactText(item: FhirRecord, f: Format, depth: number): string | undefined {
  if (depth >= MAXIMUM_DEPTH) return '…'
  const parts = Object.entries(item).flatMap(([name, value]) => {
    const words = anyText(asWritten(item, name, value), f, undefined, depth + 1)
    return words === undefined
      ? []
      : f.speech.t('labelled', { label: elementLabel(name, f.speech), text: words })
  })
  return parts.join('; ') || undefined
}

/** A value whose type is not known, by what it looks like. */
export function anyText(value: unknown, f: Format, from?: BundleItem, depth = 0): string | undefined {
  const texts = flatList(value).map((item) =>
    isRecord(item) ? (shapeText(item, f, from) ?? spelledOut(item, f, depth)) : plainText(item, f),
  )
  return texts.filter((words) => words !== undefined && words !== '').join('; ') || undefined
}

/** Only a full date is taken for one: "2024" may be any number. */
const plainText = (item: unknown, f: Format): string | undefined =>
  typeof item === 'string' && parseDate(item)?.day !== undefined
    ? dateText(item, f)
    : primitiveText(item, f.speech)

export const primitiveText = (item: unknown, { t }: Speech): string | undefined =>
  typeof item === 'boolean' ? t(item ? 'yes' : 'no') : text(item)

/** A kind of value by the elements it has: one of `needs`, and none beyond `needs` and `allows`. */
interface Shape {
  readonly name: string
  readonly needs: string
  readonly allows: string
  /** Must not fall back on `anyText`: a value may contain itself. */
  readonly words: (item: FhirRecord, f: Format, from?: BundleItem) => string | undefined
}

const CONTACTS = new Set(['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other'])
const ADDRESS = 'line city district state postalCode country'

const SHAPES: readonly Shape[] = [
  { name: 'CodeableConcept', needs: 'coding text', allows: '', words: conceptText },
  {
    name: 'CodeableReference',
    needs: 'concept',
    allows: 'reference',
    words: conceptText,
  },
  {
    name: 'Attachment',
    needs: 'contentType data',
    allows: 'url title size hash creation language',
    words: (item, f) => attachmentText(item, f),
  },
  {
    name: 'Money',
    needs: 'currency',
    allows: 'value',
    words: (item, f) => formatMoney(item, f.speech.language),
  },
  { name: 'Ratio', needs: 'numerator denominator', allows: '', words: formatRatio },
  { name: 'Range', needs: 'low high', allows: '', words: formatRange },
  { name: 'HumanName', needs: 'family given', allows: 'use text prefix suffix period', words: formatName },
  { name: 'Address', needs: ADDRESS, allows: 'use type text period', words: formatAddress },
  { name: 'Period', needs: 'start end', allows: '', words: periodText },
  {
    name: 'Quantity',
    needs: 'value unit',
    allows: 'comparator system code',
    words: (item, f) => (number(item['value']) === undefined ? undefined : quantityText(item, f)),
  },
  {
    name: 'ContactPoint',
    needs: 'value',
    allows: 'system use rank period',
    words: (item, f) => (CONTACTS.has(String(item['system'])) ? telecomText(item, f) : undefined),
  },
  { name: 'Identifier', needs: 'value', allows: 'use type system period assigner', words: identifierText },
  {
    name: 'Coding',
    needs: 'code display',
    allows: 'system version userSelected',
    words: codingText,
  },
  {
    name: 'Reference',
    needs: 'reference display',
    allows: 'type identifier',
    words: (item, f, from) => f.reference(item, from),
  },
]

const SHAPE_NAMES = SHAPES.map((shape) => ({
  shape,
  needs: shape.needs.split(' '),
  allows: new Set([...shape.needs.split(' '), ...shape.allows.split(' '), 'id', 'extension']),
}))

/** The kind of value that an object looks like; `undefined` for the parts of a resource. */
export const shapeOf = (item: FhirRecord): Shape | undefined =>
  SHAPE_NAMES.find(
    ({ needs, allows }) =>
      needs.some((name) => item[name] !== undefined) &&
      Object.keys(item).every(
        (name) => allows.has(name) || (name.startsWith('_') && allows.has(name.slice(1))),
      ),
  )?.shape

const shapeText = (item: FhirRecord, f: Format, from: BundleItem | undefined): string | undefined => {
  for (const { shape, needs, allows } of SHAPE_NAMES) {
    const fits =
      needs.some((name) => item[name] !== undefined) &&
      Object.keys(item).every(
        (name) => allows.has(name) || (name.startsWith('_') && allows.has(name.slice(1))),
      )
    const words = fits ? shape.words(item, f, from) : undefined
    if (words !== undefined) return words
  }
  return undefined
}

/** `312 kB of data`: base64 is for machines. */
export const base64Text = (value: unknown, { language, t }: Speech): string | undefined => {
  const data = text(value)
  return data === undefined ? undefined : t('base64', { size: formatBytes(base64Bytes(data), language) })
}
