import { formatMoney, formatRatio } from '../../core/fhir/quantity'
import { formatName } from '../../core/fhir/person'
import { flatList, text } from '../../core/fhir/shape'
import type { BundleItem, OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import { anyText, inWords } from './formatAny'
import { codingText, conceptText, knownConceptText } from './formatCode'
import { annotationText, attachmentText, signatureText } from './formatDocument'
import { dosageText } from './formatDosage'
import {
  addressText,
  identifierText,
  nameText,
  sortedAddresses,
  sortedIdentifiers,
  sortedTelecoms,
  telecomText,
} from './formatPeople'
import { quantityText, rangeText } from './formatQuantity'
import { labelText, referenceText } from './formatReference'
import { dateText, periodText } from './formatTime'
import { timingText } from './formatTiming'
import { absentText, choiceText, primitive } from './formatValue'
import { speechOf, type Speech } from './speech'
import type { WordOf } from './words'

/**
 * Turns any FHIR value into words. Every method is total: it takes a value of any shape (a list is formatted item by
 * item and joined), returns `undefined` only when nothing is stated, and keeps 0 and false.
 *
 * `sibling` belongs to a primitive (`_birthDate` to `birthDate`) and may say why the value is absent.
 * `from` is the item that holds the value: contained and relative references are followed from there.
 */
export interface Format {
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
  /** The words behind the methods, for headers, labels and lists of codes. */
  readonly speech: Speech
  /** A date, dateTime, instant or time with the precision, wall-clock time and offset that were recorded. */
  readonly date: (value: unknown, sibling?: unknown) => string | undefined
  readonly period: (value: unknown) => string | undefined
  readonly timing: (value: unknown) => string | undefined
  /** CodeableConcept, Coding, CodeableReference or bare code: the sender's words, else a dictionary's, else the code with its system. */
  readonly code: (value: unknown, from?: BundleItem) => string | undefined
  readonly coding: (value: unknown) => string | undefined
  /** The words of a code that FHIR itself defines (`status`, `intent`, `severity`, …), in ours; an unknown one as it stands. Also takes a CodeableConcept. */
  readonly status: (value: unknown, sibling?: unknown) => string | undefined
  /** Like `status`, from another list of `speech`: `f.known(r.interpretation, f.speech.interpretation)`. */
  readonly known: (value: unknown, words: WordOf) => string | undefined
  readonly quantity: (value: unknown) => string | undefined
  readonly range: (value: unknown) => string | undefined
  readonly ratio: (value: unknown) => string | undefined
  readonly money: (value: unknown) => string | undefined
  /** Of several names the one to call a person by. */
  readonly name: (value: unknown) => string | undefined
  readonly address: (value: unknown) => string | undefined
  readonly telecom: (value: unknown) => string | undefined
  readonly identifier: (value: unknown) => string | undefined
  /** What the reference leads to by name, else its display, else its address, marked as not included where that is so. */
  readonly reference: (value: unknown, from?: BundleItem) => string | undefined
  readonly dosage: (value: unknown, from?: BundleItem) => string | undefined
  readonly annotation: (value: unknown, from?: BundleItem) => string | undefined
  readonly attachment: (value: unknown) => string | undefined
  readonly signature: (value: unknown, from?: BundleItem) => string | undefined
  /** The choice element `name[x]` of `parent`, of whatever type it came in, with `_name` and `dataAbsentReason`. */
  readonly value: (parent: unknown, name: string, from?: BundleItem) => string | undefined
  /** A string, number or boolean as words. */
  readonly text: (value: unknown, sibling?: unknown) => string | undefined
  /** Whatever this is, guessed by its shape. The last resort of the generic view. */
  readonly any: (value: unknown, from?: BundleItem) => string | undefined
  /** What a resource is called: the name of a person, the substance of an allergy, the test of a result. */
  readonly label: (resource: unknown, from?: BundleItem) => string | undefined
  /**
   * The formatter for what a reference leads to; `undefined` after a few steps, because references may go in circles:
   * a role is named by its practitioner, who may be named by the role.
   */
  readonly deeper: () => Format | undefined
  /** `Label: text`, or nothing when there is no text. `header` is a key of the header words. */
  readonly labelled: (header: string, text: string | undefined) => string | undefined
}

/** How many references are followed from one value. */
const MAXIMUM_STEPS = 3

/** Builds the formatter of one view. Cheap; build it once per model, not once per cell. */
export const createFormat = (bundle: OrganizedBundle, context: ViewContext): Format =>
  formatAt(bundle, context, 0)

function formatAt(bundle: OrganizedBundle, context: ViewContext, steps: number): Format {
  let deeper: Format | undefined
  // An organization is named a thousand times over: once is enough.
  const labels = new WeakMap<object, string | undefined>()
  const speech = speechOf(context.language)
  /** The words of each value of a list; see `inWords`. */
  const each =
    (one: (item: unknown) => string | undefined, separator?: string) =>
    (value: unknown): string | undefined =>
      inWords(value, f, one, separator)
  const codes = (words: WordOf) => each((item) => knownConceptText(item, f, words), ', ')
  const status = codes(speech.status)
  const f: Format = {
    bundle,
    context,
    speech,
    date: (value, sibling) => inWords(value, f, (item) => dateText(item, f)) ?? absentText(sibling, f),
    period: each((item) => periodText(item, f)),
    timing: each((item) => timingText(item, f)),
    code: (value, from) => inWords(value, f, (item) => conceptText(item, f, from), ', '),
    coding: each((item) => codingText(item, f), ', '),
    status: (value, sibling) => status(value) ?? absentText(sibling, f),
    known: (value, words) => codes(words)(value),
    quantity: each((item) => quantityText(item, f)),
    range: each((item) => rangeText(item, f)),
    ratio: each(formatRatio),
    money: each((item) => formatMoney(item, speech.language)),
    name: (value) => nameText(flatList(value), f) ?? each(formatName)(value),
    address: (value) => each((item) => addressText(item, f))(sortedAddresses(flatList(value), f)),
    telecom: (value) => each((item) => telecomText(item, f))(sortedTelecoms(flatList(value), f)),
    identifier: (value) => each((item) => identifierText(item, f))(sortedIdentifiers(flatList(value), f)),
    reference: (value, from) => inWords(value, f, (item) => referenceText(item, f, from)),
    dosage: (value, from) => inWords(value, f, (item) => dosageText(item, f, from)),
    annotation: (value, from) => inWords(value, f, (item) => annotationText(item, f, from)),
    attachment: each((item) => attachmentText(item, f)),
    signature: (value, from) => inWords(value, f, (item) => signatureText(item, f, from)),
    value: (parent, name, from) => choiceText(parent, name, f, from),
    text: (value, sibling) => primitive(value, sibling, f),
    any: (value, from) => anyText(value, f, from),
    label: (resource, from) => {
      if (typeof resource !== 'object' || resource === null) return text(resource)
      if (!labels.has(resource)) labels.set(resource, labelText(resource, f, from))
      return labels.get(resource)
    },
    deeper: () => (steps < MAXIMUM_STEPS ? (deeper ??= formatAt(bundle, context, steps + 1)) : undefined),
    labelled: (header, words) =>
      text(words) === undefined
        ? undefined
        : speech.t('labelled', { label: speech.header(header) ?? header, text: words ?? '' }),
  }
  return f
}
