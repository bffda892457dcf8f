import { asWritten } from '../decimals'
import { isRecord } from '../encoding'

/**
 * Total readers for values of any shape. FHIR from strangers has lists where one object is expected, one object where
 * a list is expected, numbers as strings and `null` in between; these readers make the best of it and never throw.
 */
export type FhirRecord = Readonly<Record<string, unknown>>

/** A list as it is, without the holes (`null`, `undefined`); one value as a list of one; nothing as an empty list. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined && item !== null)
  return value === undefined || value === null ? [] : [value]
}

/** A list whose nested lists are part of it, as when `coding` arrives as `[[{…}]]`. Only so deep: a list may contain itself. */
export const flatList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? list(value.flat(4)) : list(value)

/** The first object of a value: itself, or the first one of a list. */
export function record(value: unknown): FhirRecord | undefined {
  if (isRecord(value)) return value
  return list(value).find(isRecord)
}

/** Every object of a value. */
export const records = (value: unknown): readonly FhirRecord[] => list(value).filter(isRecord)

/**
 * A property of an object's own; `undefined` for anything else, and never something inherited such as `constructor`.
 * Of a list, which FHIR did not expect here, the properties of all its objects.
 */
export function field(value: unknown, name: string): unknown {
  if (isRecord(value)) return Object.hasOwn(value, name) ? value[name] : undefined
  if (!Array.isArray(value)) return undefined
  const values = records(value).flatMap((item) => (Object.hasOwn(item, name) ? list(item[name]) : []))
  return values.length > 1 ? values : values[0]
}

/** A string without the blanks around it, a number or a boolean as text. `undefined` for blank strings and all else; 0 and false are text. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  return typeof value === 'boolean' ? String(value) : undefined
}

/** A finite number, also one that was sent as a string. 0 is a number. */
export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^\s*-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\s*$/i.test(value)) return undefined
  const parsed = Number(value)
  return Number.isFinite(parsed) ? parsed : undefined
}

/** A boolean, also one that was sent as a string. */
export function boolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 'true') return true
  return value === 'false' ? false : undefined
}

/** One way in which a choice element `name[x]` was sent. */
export interface Choice {
  /** The type as it stands in the name: `Quantity` of `valueQuantity`; '' for an element without a type in its name. */
  readonly type: string
  /** `undefined` when only the sibling is there. A number whose digits a parser would lose is the text that was sent. */
  readonly value: unknown
  /** `_valueString` of `valueString`: extensions of a primitive, such as why it is absent. */
  readonly sibling: unknown
}

/** The types that the name of a choice element may end in. Source: FHIR R4 and R5, "Open Type Element". */
const TYPES: ReadonlySet<string> = new Set(
  (
    'Base64Binary Boolean Canonical Code Date DateTime Decimal Id Instant Integer Integer64 Markdown Oid PositiveInt ' +
    'String Time UnsignedInt Uri Url Uuid Address Age Annotation Attachment CodeableConcept CodeableReference Coding ' +
    'ContactDetail ContactPoint Contributor Count DataRequirement Distance Dosage Duration Expression HumanName ' +
    'Identifier Meta Money ParameterDefinition Period Quantity Range Ratio RatioRange Reference RelatedArtifact ' +
    'SampledData Signature SimpleQuantity Timing TriggerDefinition UsageContext'
  ).split(' '),
)

/**
 * Every form in which the choice element `name[x]` is present in `parent`. FHIR allows one; when there are more, none
 * of them may be dropped.
 */
export const choicesOf = (parent: unknown, name: string): readonly Choice[] =>
  records(parent).flatMap((holder) => choicesIn(holder, name))

function choicesIn(holder: FhirRecord, name: string): readonly Choice[] {
  const choices = new Map<string, Choice>()
  for (const key of Object.keys(holder)) {
    const element = key.startsWith('_') ? key.slice(1) : key
    if (!element.startsWith(name) || choices.has(element)) continue
    const type = element.slice(name.length)
    if (type !== '' && !TYPES.has(type)) continue
    const value = asWritten(holder, element, field(holder, element)) ?? undefined
    const sibling = field(holder, `_${element}`) ?? undefined
    if (value !== undefined || sibling !== undefined) choices.set(element, { type, value, sibling })
  }
  return [...choices.values()]
}

/** The elements that come as a choice of types. Others end in a type name by chance, as `birthDate` does. */
const CHOICES: ReadonlySet<string> = new Set(
  (
    'abatement additive age allowed amount answer asNeeded author born bounds characteristic charge collected content ' +
    'deceased defaultValue definition detail diagnosis dose due effective entity event identified item ' +
    'legallyBinding location maxValue medication minValue module multipleBirth name occurrence onset performed ' +
    'probability procedure product rate reported scheduled serviced source start statusReason subject substance ' +
    'target timing topic used value'
  ).split(' '),
)

/** The base name of a choice element: `value` of `valueQuantity`. Any other name as it is. */
export function choiceName(key: string): string {
  // Longer than any element of FHIR: the name of something else.
  if (key.length > 64) return key
  for (const { index } of key.matchAll(/[A-Z]/g)) {
    const base = key.slice(0, index)
    if (CHOICES.has(base) && TYPES.has(key.slice(index))) return base
  }
  return key
}
