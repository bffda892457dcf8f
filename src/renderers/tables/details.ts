import { asWritten, withDigitsOf } from '../../core/decimals'
import { isRecord } from '../../core/encoding'
import { absentReason } from '../../core/fhir/extension'
import { base64Bytes, formatBytes } from '../../core/fhir/attachment'
import { formatDate } from '../../core/fhir/date'
import { flatList, text, type FhirRecord } from '../../core/fhir/shape'
import { systemName } from '../../core/fhir/systemNames'
import { typeOf, type BundleItem } from '../../core/organizeResources'
import type { Digest } from './digest'
import { originText, partsOf } from './dictionaryWords'
import type { Format } from './format'
import { primitiveText, shapeOf } from './formatAny'
import { elementLabel, hasLabel, humanise } from './speech'
import { plainText } from './plainText'

/** One element of a resource, in words. */
export interface DetailField {
  readonly label: string
  /** The address of an extension, in full: two publishers may use one name for two things. */
  readonly address?: string
  /** The name is nobody's translation: English, as FHIR has it. */
  readonly isEnglish?: true
  readonly values: readonly DetailValue[]
}

export type DetailValue =
  | {
      readonly kind: 'text'
      readonly text: string
      /** Codes, systems and other parts of the value that its words leave out. */
      readonly note?: string
      /** Extensions of the value. */
      readonly fields?: readonly DetailField[]
    }
  /** An address that the sender offers as a link; whether it becomes one is for the view to decide. */
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'fields'; readonly fields: readonly DetailField[] }
  /** Nested too deeply, or into itself. */
  | { readonly kind: 'json'; readonly value: unknown }

/** Deeper nesting is shown as JSON. */
const MAXIMUM_DEPTH = 12
/** A text without blanks that is longer than this is for machines. */
const LONG_DATA = 400

interface Walk {
  readonly f: Format
  readonly item: BundleItem
  readonly digest: Digest | undefined
  /** Type or part that the present object is one of; '' when that is not known. */
  readonly type: string
  /** The objects around the present one; one that occurs again contains itself. */
  readonly around: readonly unknown[]
}

/**
 * Everything an entry says, element by element: by the definition of its type where there is a `digest`, what may change
 * the meaning first and what FHIR does not define last; else in the order in which it says it. Nothing is left out: what
 * the words of a value do not contain stands in its note, base64 data is told by its size, and what is nested beyond
 * reading is JSON. Total, for values of any shape.
 */
export function toDetails(item: BundleItem, f: Format, digest?: Digest): readonly DetailField[] {
  const sent = item.received?.resource ?? item.resource
  const walk: Walk = { f, item, digest, type: typeOf(sent), around: [] }
  return [
    ...repairFields(item, f),
    ...fieldsOf(sent, walk),
    ...fieldsOf(aroundResource(item.entry), { ...walk, type: '' }),
  ]
}

/** What the row says in R4's words although it was sent in others; the details themselves are as they were sent. */
function repairFields({ received }: BundleItem, { speech }: Format): readonly DetailField[] {
  const repairs = received?.repairs ?? []
  if (repairs.length === 0) return []
  const values = repairs.map(({ code, from, to }): DetailValue => {
    const words = code === 'negation' ? (speech.status(to) ?? to) : to
    return { kind: 'text', text: speech.t(`repair_${code}`, { from, to: words }) }
  })
  return [{ label: speech.t('readAs'), values }]
}

/** What an entry holds beside its resource; all of it when it holds none. */
function aroundResource(entry: unknown): FhirRecord {
  if (!isRecord(entry)) return { resource: entry }
  const { resource, ...others } = entry
  return isRecord(resource) || resource === undefined ? others : entry
}

function fieldsOf(holder: FhirRecord, walk: Walk): readonly DetailField[] {
  const inner = { ...walk, around: [...walk.around, holder] }
  const { ordered, unknown } = inOrder(Object.keys(holder), walk)
  const fields = namedFields(ordered, holder, inner)
  const others = namedFields(unknown, holder, inner)
  if (others.length === 0) return fields
  return [...fields, { label: walk.f.speech.t('notDefined'), values: [{ kind: 'fields', fields: others }] }]
}

/** First what an object is, then what may change its meaning; at the end what it is made of rather than what it says. */
const FIRST = ['resourceType', 'implicitRules', 'modifierExtension']
const LAST = ['extension', 'contained', 'text', 'language', 'id', 'meta']

/** The elements of an object as its type has them, and those that its type does not have. */
function inOrder(
  names: readonly string[],
  { digest, type }: Walk,
): { readonly ordered: readonly string[]; readonly unknown: readonly string[] } {
  if (!digest?.knows(type)) return { ordered: names, unknown: [] }
  const rankOf = (name: string): number | undefined => {
    const element = name.startsWith('_') ? name.slice(1) : name
    const place = digest.placeOf(type, element)
    if (place !== undefined) return (digest.isModifier(type, element) ? 0 : MANY) + place
    if (FIRST.includes(element)) return FIRST.indexOf(element) - MANY
    return LAST.includes(element) ? 2 * MANY + LAST.indexOf(element) : undefined
  }
  const ranked = names.map((name) => ({ name, rank: rankOf(name) }))
  return {
    ordered: ranked
      .filter(({ rank }) => rank !== undefined)
      .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ name }) => name),
    unknown: ranked.filter(({ rank }) => rank === undefined).map(({ name }) => name),
  }
}

/** More elements than any type has. */
const MANY = 1000

function namedFields(names: readonly string[], holder: FhirRecord, inner: Walk): readonly DetailField[] {
  return names.flatMap((name) => {
    const value = asWritten(holder, name, holder[name])
    if (name === 'extension' || name === 'modifierExtension') return extensionFields(name, value, inner)
    if (name === 'text' && isNarrative(value)) return narrativeField(value, inner)
    const primitive = name.startsWith('_') ? name.slice(1) : undefined
    // `_birthDate` is told together with `birthDate`.
    if (primitive !== undefined && Object.hasOwn(holder, primitive) && holder[primitive] !== null) return []
    const sibling = primitive === undefined ? holder[`_${name}`] : value
    return elementField(primitive ?? name, primitive === undefined ? value : undefined, sibling, inner)
  })
}

function elementField(name: string, value: unknown, sibling: unknown, walk: Walk): DetailField | readonly [] {
  const values = flatList(value).map((part) => valueOf(name, part, walk))
  const extra = siblingValues(sibling, walk)
  if (values.length + extra.length === 0 && value === undefined) return []
  const nothing: DetailValue = { kind: 'text', text: walk.f.speech.t('nothingStated') }
  const stated = [...values, ...extra]
  return {
    ...labelOf(name, walk.f),
    values: stated.length === 0 ? [nothing] : stated,
  }
}

/** The name of an element in the reader's language, or in English where it has none there. */
function labelOf(name: string, { speech }: Format): Pick<DetailField, 'label' | 'isEnglish'> {
  const label = elementLabel(name, speech)
  return hasLabel(name, speech) || speech.language === 'en' ? { label } : { label, isEnglish: true }
}

/** The extensions of a primitive: why it is absent, a translation, or whatever else a sender has to add. */
function siblingValues(sibling: unknown, walk: Walk): readonly DetailValue[] {
  return flatList(sibling)
    .filter(isRecord)
    .flatMap((part): readonly DetailValue[] => {
      const reason = absentReason(part)
      const words = reason === undefined ? undefined : (walk.f.speech.absent(reason) ?? reason)
      const fields = fieldsOf(part, { ...walk, type: 'Element' })
      if (fields.length === 0) return []
      return words === undefined ? [{ kind: 'fields', fields }] : [{ kind: 'text', text: words, fields }]
    })
}

function extensionFields(name: string, value: unknown, walk: Walk): readonly DetailField[] {
  return flatList(value).map((extension) => {
    const sent = isRecord(extension) ? extension : { value: extension }
    const { url, ...content } = sent
    const address = text(url)
    const last = address?.split(/[/:]/).findLast((part) => part !== '')
    const modifier = name === 'modifierExtension' ? `${elementLabel(name, walk.f.speech)}: ` : ''
    const fields = fieldsOf(withDigitsOf(sent, content), { ...walk, type: 'Extension' })
    const [only] = fields
    return {
      label: modifier + (last === undefined ? walk.f.speech.t('extension') : humanise(last)),
      ...(address !== undefined && { address }),
      // The value of a simple extension needs no label "Value"; an extension inside it needs its own.
      values:
        fields.length === 1 && only && only.address === undefined
          ? only.values
          : [{ kind: 'fields', fields }],
    }
  })
}

const isNarrative = (value: unknown): value is FhirRecord =>
  isRecord(value) && typeof value['div'] === 'string'

/** The narrative as plain text: its formatting belongs to the one place that cleans HTML. */
function narrativeField(value: FhirRecord, walk: Walk): DetailField {
  const { div, ...rest } = value
  const fields = fieldsOf(rest, { ...walk, type: 'Narrative' })
  return {
    label: walk.f.speech.t('narrative'),
    values: [{ kind: 'text', text: plainText(String(div)), ...(fields.length > 0 && { fields }) }],
  }
}

function valueOf(name: string, value: unknown, walk: Walk): DetailValue {
  if (!isRecord(value)) return primitiveValue(name, value, walk)
  if (walk.around.length > MAXIMUM_DEPTH || walk.around.includes(value)) return { kind: 'json', value }
  const within = { ...walk, type: typeWithin(name, value, walk) }
  const words = typedWords(value, walk)
  if (words !== undefined) return typedValue(value, words, within)
  const fields = fieldsOf(value, within)
  return fields.length === 0
    ? { kind: 'text', text: walk.f.speech.t('nothingStated') }
    : { kind: 'fields', fields }
}

/** A resource inside another one says itself what it is. */
const typeWithin = (name: string, value: FhirRecord, { digest, type }: Walk): string =>
  text(value['resourceType']) ?? (name === 'meta' ? 'Meta' : digest?.typeOf(type, name)) ?? ''

function typedWords(value: FhirRecord, { f, item }: Walk): string | undefined {
  const shape = shapeOf(value)
  return shape?.words(value, f, item)
}

/** The words of a value of a known kind, with everything that they leave out. */
function typedValue(value: FhirRecord, words: string, walk: Walk): DetailValue {
  const inner = { ...walk, around: [...walk.around, value] }
  const codings = flatList(value['coding']).filter(isRecord)
  const { coding: _coding, ...rest } = value
  withDigitsOf(value, rest)
  const notes = [
    ...codings.map((coding) => codingNote(coding, words, walk)),
    ...leafNotes(codings.length > 0 ? rest : value, words, walk),
    ...originsOf(words, walk.f),
  ].filter((note) => note !== '')
  const nested = Object.fromEntries(
    Object.entries(value).filter(([name, part]) => name !== 'coding' && isNested(part)),
  )
  const fields = [
    ...fieldsOf(nested, inner),
    ...codings.flatMap((coding) => fieldsOf(nestedIn(coding), { ...inner, type: 'Coding' })),
  ]
  return {
    kind: 'text',
    text: words,
    ...(notes.length > 0 && { note: notes.join('\n') }),
    ...(fields.length > 0 && { fields }),
  }
}

/** Whose words they are, where the sender sent none. */
const originsOf = (words: string, { context, speech }: Format): readonly string[] =>
  partsOf(words, context.codes).flatMap(({ origin }) => (origin ? originText(origin, speech.language) : []))

const isNested = (part: unknown): boolean => flatList(part).some(isRecord)

const nestedIn = (value: FhirRecord): FhirRecord =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => isNested(part)))

/** `Hypertensive disorder, SNOMED CT 38341003, http://snomed.info/sct`: all that one coding says. */
function codingNote(coding: FhirRecord, words: string, walk: Walk): string {
  const { display, system, code, version } = coding
  const name = systemName(system)
  const address = text(system)
  const parts = [
    text(display) === words ? undefined : text(display),
    [name === address ? undefined : name, text(code)].filter((part) => part !== undefined).join(' '),
    address,
    text(version),
    ...leafNotes(without(coding, ['display', 'system', 'code', 'version']), words, walk),
  ]
  const note = parts.filter((part) => part !== undefined && part !== '').join(', ')
  return note === words ? '' : note
}

const without = (value: FhirRecord, names: readonly string[]): FhirRecord =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))

/** `Label: value` for each plain part of a value that its words do not contain. */
function leafNotes(value: FhirRecord, words: string, { f }: Walk): readonly string[] {
  return Object.entries(value).flatMap(([name, part]) =>
    flatList(asWritten(value, name, part))
      .filter((leaf) => !isRecord(leaf))
      .flatMap((leaf) => {
        const sent = text(leaf)
        if (sent === undefined || shows(words, sent) || shows(words, formatDate(sent, f.speech.language)))
          return []
        return f.speech.t('labelled', { label: elementLabel(name, f.speech), text: leafText(name, leaf, f) })
      }),
  )
}

/** True when `leaf` stands in `words` by itself, not as a part of a longer word or number. */
function shows(words: string, leaf: string | undefined): boolean {
  if (leaf === undefined || leaf === 'true' || leaf === 'false') return false
  for (let at = words.indexOf(leaf); at !== -1; at = words.indexOf(leaf, at + 1)) {
    const [before, after] = [words.charAt(at - 1), words.charAt(at + leaf.length)]
    if (!isWordChar(before) && !isWordChar(after)) return true
  }
  return false
}

const isWordChar = (char: string): boolean => /[\p{L}\p{N}]/u.test(char)

function primitiveValue(name: string, value: unknown, { f }: Walk): DetailValue {
  const sent = text(value)
  if (sent !== undefined && LINKS.has(name) && /^(?:https?:|mailto:)/i.test(sent))
    return { kind: 'link', href: sent }
  return { kind: 'text', text: leafText(name, value, f) }
}

/** Elements whose address is there to be opened; all the others are names of something. */
const LINKS = new Set(['url', 'valueUrl'])
/** Elements whose codes FHIR defines. */
const CODES =
  /^(?:.*[sS]tatus|intent|priority|criticality|severity|gender|category|type|mode|use|confidentiality)$/
const DATED =
  /(?:date|time|instant|start|end|issued|recorded|authored|authoredOn|created|sent|received|indexed|lastUpdated|timestamp|creation|event|Occurrence|started|onset|when.*|dateWritten|dateAsserted|dateRecorded)$/i

function leafText(name: string, value: unknown, f: Format): string {
  const { speech } = f
  const sent = text(value)
  if (typeof value === 'boolean' || sent === undefined) {
    return primitiveText(value, speech) ?? speech.t('nothingStated')
  }
  if (DATED.test(name)) {
    const words = formatDate(sent, speech.language, { seconds: true })
    if (words !== undefined) return words
  }
  if (isData(name, sent)) return speech.t('base64', { size: formatBytes(base64Bytes(sent), speech.language) })
  if (name === 'use' || name === 'system') return speech.purpose(sent) ?? sent
  return CODES.test(name) ? (speech.status(sent) ?? sent) : sent
}

const isData = (name: string, sent: string): boolean =>
  (name === 'data' || name === 'valueBase64Binary' || sent.length > LONG_DATA) &&
  /^[A-Za-z0-9+/_-]{24,}={0,2}$/.test(sent.replaceAll(/\s/g, '')) &&
  (sent.length > LONG_DATA ? !/\s\S{1,20}\s/.test(sent) : true)
