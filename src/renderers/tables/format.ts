import { list, text } from '../../core/fhir/shape'
import { isRecord } from '../../core/encoding'
import type { BundleItem, OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'

/**
 * Turns any FHIR value into words. Every method is total: it takes a value of any shape (a list is formatted item by
 * item and joined), returns `undefined` only when nothing is stated, and keeps 0 and false.
 *
 * `underscore` is the sibling of a primitive (`_birthDate` for `birthDate`), which may say why a value is absent.
 * `from` is the item that holds the value: contained and relative references are followed from there.
 */
export interface Format {
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
  /** A date, dateTime, instant or time with the precision, wall-clock time and offset that were recorded. */
  readonly date: (value: unknown, underscore?: unknown) => string | undefined
  readonly period: (value: unknown) => string | undefined
  /** CodeableConcept, Coding, CodeableReference or bare code: the sender's words, else a dictionary's, else the code with its system. */
  readonly code: (value: unknown, from?: BundleItem) => string | undefined
  readonly coding: (value: unknown) => string | undefined
  /** The words of a code that FHIR itself defines (`status`, `intent`, `severity`, …); an unknown one as it stands. Also takes a CodeableConcept. */
  readonly status: (value: unknown) => string | undefined
  readonly quantity: (value: unknown) => string | undefined
  readonly range: (value: unknown) => string | undefined
  readonly ratio: (value: unknown) => string | undefined
  readonly money: (value: unknown) => string | undefined
  /** Of several names the one to call a person by; `text` first. */
  readonly name: (value: unknown) => string | undefined
  readonly address: (value: unknown) => string | undefined
  readonly telecom: (value: unknown) => string | undefined
  readonly identifier: (value: unknown) => string | undefined
  /** What the reference leads to by name, else its display, else its address, marked as not included where that is so. */
  readonly reference: (value: unknown, from?: BundleItem) => string | undefined
  readonly dosage: (value: unknown, from?: BundleItem) => string | undefined
  readonly annotation: (value: unknown, from?: BundleItem) => string | undefined
  readonly attachment: (value: unknown) => string | undefined
  /** The choice element `name[x]` of `parent`, of whatever type it came in, with `_name` and `dataAbsentReason`. */
  readonly value: (parent: unknown, name: string, from?: BundleItem) => string | undefined
  /** A string, number or boolean as words; `underscore` as for dates. */
  readonly text: (value: unknown, underscore?: unknown) => string | undefined
  /** Whatever this is, guessed by its shape. The last resort of the generic view. */
  readonly any: (value: unknown, from?: BundleItem) => string | undefined
  /** What a resource is called: the name of a person, the substance of an allergy, the test of a result. */
  readonly label: (resource: unknown, from?: BundleItem) => string | undefined
}

/** Builds the formatter of one view. Cheap; build it once per model, not once per cell. */
export function createFormat(bundle: OrganizedBundle, context: ViewContext): Format {
  const plain = (value: unknown): string | undefined => plainText(value, context)
  return {
    bundle,
    context,
    date: plain,
    period: plain,
    code: plain,
    coding: plain,
    status: plain,
    quantity: plain,
    range: plain,
    ratio: plain,
    money: plain,
    name: plain,
    address: plain,
    telecom: plain,
    identifier: plain,
    reference: plain,
    dosage: plain,
    annotation: plain,
    attachment: plain,
    value: (parent, name) =>
      isRecord(parent) ? plain(Object.entries(parent).find(([key]) => key.startsWith(name))?.[1]) : undefined,
    text: plain,
    any: plain,
    label: (resource) => (isRecord(resource) ? plain(resource['code'] ?? resource['name']) : undefined),
  }
}

function plainText(value: unknown, { codes }: ViewContext): string | undefined {
  const parts = list(value).map((item) =>
    isRecord(item)
      ? (text(item['text']) ?? text(item['display']) ?? list(item['coding']).map(codes.display).join(', '))
      : text(item),
  )
  return parts.filter((part) => part !== undefined && part !== '').join(', ') || undefined
}
