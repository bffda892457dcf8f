import { absentReason, translationOf } from '../../core/fhir/extension'
import { choicesOf, field, flatList, text } from '../../core/fhir/shape'
import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'
import { base64Text, primitiveText } from './formatAny'
import { ratioRangeText, sampledText } from './formatQuantity'
import { inWords } from './formatAny'

/** A string, number or boolean; in the reader's language where the sender translated it. Why it is absent, if it is. */
export function primitive(value: unknown, sibling: unknown, f: Format): string | undefined {
  const translated = typeof value === 'string' ? translationOf(sibling, f.speech.language) : undefined
  const stated = translated ?? inWords(value, f, (item) => primitiveText(item, f.speech))
  return stated ?? absentText(sibling, f)
}

export function absentText(sibling: unknown, f: Format): string | undefined {
  const reason = flatList(sibling)
    .map(absentReason)
    .find((code) => code !== undefined)
  return reason === undefined ? undefined : (f.speech.absent(reason) ?? reason)
}

type Words = (value: unknown, f: Format, from: BundleItem | undefined) => string | undefined

const quantity: Words = (value, f) => f.quantity(value)

/** As the time of something, "7 years" alone would be read as how long ago it was. */
const atAge: Words = (value, f) => {
  const age = f.quantity(value)
  return age && f.speech.t('atAge', { age })
}

/** What to do with a value by the type in its element's name. Types that are not here are told by their shape. */
const BY_TYPE: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['Base64Binary', (value, f) => inWords(value, f, (item) => base64Text(item, f.speech))],
  ['Code', (value, f) => f.status(value)],
  ['Date', (value, f) => f.date(value)],
  ['DateTime', (value, f) => f.date(value)],
  ['Instant', (value, f) => f.date(value)],
  ['Time', (value, f) => f.date(value)],
  ['Quantity', quantity],
  ['SimpleQuantity', quantity],
  ['Age', quantity],
  ['Count', quantity],
  ['Distance', quantity],
  ['Duration', quantity],
  ['Range', (value, f) => f.range(value)],
  ['Ratio', (value, f) => f.ratio(value)],
  ['RatioRange', (value, f) => inWords(value, f, (item) => ratioRangeText(item, f))],
  ['Money', (value, f) => f.money(value)],
  ['Period', (value, f) => f.period(value)],
  ['CodeableConcept', (value, f, from) => f.code(value, from)],
  ['CodeableReference', (value, f, from) => f.code(value, from)],
  ['Coding', (value, f) => f.coding(value)],
  ['Reference', (value, f, from) => f.reference(value, from)],
  ['SampledData', (value, f) => inWords(value, f, (item) => sampledText(item, f))],
  ['Attachment', (value, f) => f.attachment(value)],
  ['Identifier', (value, f) => f.identifier(value)],
  ['HumanName', (value, f) => f.name(value)],
  ['Address', (value, f) => f.address(value)],
  ['ContactPoint', (value, f) => f.telecom(value)],
  ['Annotation', (value, f, from) => f.annotation(value, from)],
  ['Timing', (value, f) => f.timing(value)],
  ['Dosage', (value, f, from) => f.dosage(value, from)],
])

/**
 * The choice element `name[x]`. When it came in several forms, which FHIR forbids, all of them are shown. A value
 * beside a reason for its absence is shown with the reason: one of the two is wrong, and this viewer cannot know which.
 */
export function choiceText(parent: unknown, name: string, f: Format, from?: BundleItem): string | undefined {
  const texts = choicesOf(parent, name).map(({ type, value, sibling }) => {
    const byType = type === 'Age' && name !== 'age' ? atAge : BY_TYPE.get(type)
    const words = byType
      ? byType(value, f, from)
      : type === ''
        ? f.any(value, from)
        : primitiveOrAny(value, sibling, f)
    return words ?? absentText(sibling, f)
  })
  const stated = texts.filter((words) => words !== undefined).join('; ') || undefined
  const reason = name === 'value' ? f.known(field(parent, 'dataAbsentReason'), f.speech.absent) : undefined
  if (stated === undefined || reason === undefined) return stated ?? reason
  return f.speech.t('absentValue', { value: stated, reason })
}

const primitiveOrAny = (value: unknown, sibling: unknown, f: Format): string | undefined =>
  typeof value === 'object' ? f.any(value) : (primitive(value, sibling, f) ?? text(value))
