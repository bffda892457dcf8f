import { readConcept } from '../fhir/code'
import { readAttachment, type AttachmentFacts } from '../fhir/attachment'
import { dateSortKey } from '../fhir/date'
import { field, list, records, text, type FhirRecord } from '../fhir/shape'
import { err, ok, type Result } from '../result'
import { likelihoodOf, type Likelihood } from './documentRank'

/** A picture or a PDF of a document, still where the chart keeps it. */
export interface ChartFile {
  /** As declared, in lower case and without parameters; absent when it is not stated or says nothing. */
  readonly type?: string
  /** Base64 in the reference itself, or an address: relative to the FHIR base or absolute. */
  readonly source:
    | { readonly kind: 'inline'; readonly data: string }
    | { readonly kind: 'address'; readonly url: string }
  /** As declared. */
  readonly bytes?: number
}

/** A document of the chart that may have a code on it. */
export interface ChartDocument {
  /** The chart's own words for it; absent when it has none. */
  readonly title?: string
  /** What kind of document it is, in the chart's own words, where the title is something else. */
  readonly kind?: string
  /** As recorded: a dateTime, an instant or a Period. */
  readonly date?: unknown
  /** Epoch milliseconds to sort by; absent when there is no date. */
  readonly sortKey?: number
  readonly likelihood: Likelihood
  /** At least one. */
  readonly files: readonly ChartFile[]
}

/**
 * not-current: replaced, or entered in error · other-patient: about somebody else than was asked for · other-format:
 * neither picture nor PDF · no-content: nothing to read at all.
 */
export type LeftOut = 'not-current' | 'other-patient' | 'other-format' | 'no-content'

/** A document is about a few files; more of them is a mistake or an attack. */
const MAXIMUM_FILES = 20

/**
 * Reads a DocumentReference of a search for `patientId`. A status that is not stated is taken as current, a subject that
 * is not stated as the one that was asked for.
 */
export function readChartDocument(resource: FhirRecord, patientId: string): Result<ChartDocument, LeftOut> {
  if (isWithdrawn(resource)) return err('not-current')
  if (isAboutAnother(resource, patientId)) return err('other-patient')
  const attachments = records(resource['content'])
    .flatMap((content) => readAttachment(content['attachment']) ?? [])
    .filter(({ data, url }) => data !== undefined || url !== undefined)
  if (attachments.length === 0) return err('no-content')
  const files = attachments.filter(isReadable).slice(0, MAXIMUM_FILES).flatMap(fileOf)
  if (files.length === 0) return err('other-format')
  const words = wordsOf(resource, attachments)
  const [title, kind] = [words.description ?? words.titles[0] ?? words.kind, words.kind]
  const date = dateOf(resource, attachments)
  const sortKey = dateSortKey(date)
  return ok({
    ...(title !== undefined && { title }),
    ...(kind !== undefined && kind !== title && { kind }),
    ...(date !== undefined && { date }),
    ...(sortKey !== undefined && { sortKey }),
    likelihood: likelihoodOf(resource, words.all),
    files,
  })
}

const isWithdrawn = ({ status, docStatus }: FhirRecord): boolean =>
  status === 'superseded' || status === 'entered-in-error' || docStatus === 'entered-in-error'

/** A server that ignores the question answers with everybody's documents. Only a subject that is stated can tell. */
function isAboutAnother(resource: FhirRecord, patientId: string): boolean {
  const reference = text(field(resource['subject'], 'reference'))?.replace(/\/_history\/[^/]*$/, '')
  if (reference === undefined || !/(?:^|\/)[A-Za-z]+\/[^/]+$/.test(reference)) return false
  return !`/${reference}`.endsWith(`/Patient/${patientId}`)
}

const READABLE = /^(?:application\/(?:x-)?pdf|image\/(?:p?jpe?g|(?:x-)?png|gif|webp))$/
const READABLE_NAME = /\.(?:pdf|jpe?g|png|gif|webp)$/i
/** The name of a file of any kind. */
const NAMED = /\.[a-z][a-z\d]{1,4}$/i
/** How the base64 of a PDF, a PNG and a JPEG begins. */
const READABLE_DATA = /^\s*(?:JVBERi|iVBORw|\/9j\/)/
const SAYS_NOTHING =
  /^(?:(?:application|binary)\/octet-stream|application\/(?:x-)?(?:binary|unknown|download))$/

const mediaType = (declared: string | undefined): string | undefined => {
  const type = declared?.split(';')[0]?.trim().toLowerCase() ?? ''
  return type === '' || SAYS_NOTHING.test(type) ? undefined : type
}

/**
 * By its type; where that is missing or says nothing, by its first bytes or by the end of its name or address. What
 * nothing at all is known about has to be got to be known.
 */
function isReadable({ contentType, title, url, data }: AttachmentFacts): boolean {
  const type = mediaType(contentType)
  if (type !== undefined) return READABLE.test(type)
  const names = [title ?? '', url?.split(/[?#]/)[0] ?? '']
  if (names.some((name) => READABLE_NAME.test(name))) return true
  return data === undefined ? !names.some((name) => NAMED.test(name)) : READABLE_DATA.test(data)
}

function fileOf({ contentType, url, data, bytes }: AttachmentFacts): readonly ChartFile[] {
  const type = mediaType(contentType)
  const facts = { ...(type !== undefined && { type }), ...(bytes !== undefined && { bytes }) }
  if (data !== undefined) return [{ ...facts, source: { kind: 'inline', data } }]
  return url === undefined ? [] : [{ ...facts, source: { kind: 'address', url } }]
}

interface Words {
  readonly description: string | undefined
  readonly titles: readonly string[]
  readonly kind: string | undefined
  readonly all: readonly string[]
}

function wordsOf(resource: FhirRecord, attachments: readonly AttachmentFacts[]): Words {
  const description = text(resource['description'])
  const titles = attachments.flatMap(({ title }) => title ?? [])
  const kinds = [resource['type'], ...list(resource['category']), resource['class']].map(conceptWords)
  const [kind] = kinds.flatMap(([first]) => first ?? [])
  const all = [...kinds.flat(), ...titles, ...(description === undefined ? [] : [description])]
  return { description, titles, kind, all }
}

/** The text of a concept and the displays of its codings, in this order. */
function conceptWords(value: unknown): readonly string[] {
  const concept = readConcept(value, 'en')
  const displays = concept.codings.flatMap((coding) => text(coding['display']) ?? [])
  return concept.text === undefined ? displays : [concept.text, ...displays]
}

/** Which date a document is sorted by: its own, that of the care it documents, that of its file, when it was filed. */
function dateOf(resource: FhirRecord, attachments: readonly AttachmentFacts[]): unknown {
  const { date, indexed, context, meta } = resource
  const dates = [
    date,
    field(context, 'period'),
    indexed,
    attachments[0]?.creation,
    field(meta, 'lastUpdated'),
  ]
  return dates.find((candidate) => dateSortKey(candidate) !== undefined)
}
