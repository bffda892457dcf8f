import { isRecord } from '../encoding'
import { base64Bytes } from '../fhir/attachment'
import { number, text, type FhirRecord } from '../fhir/shape'
import type { Resource } from '../fhir/types'
import { typeOf, type BundleItem, type OrganizedBundle } from '../organizeResources'

/** Where the bytes of a document are. */
export type DocumentContent =
  /** In the record itself: in the Attachment, in a Binary that it leads to, or in a `data:` address. */
  | { readonly kind: 'here'; readonly data: string; readonly encoding: 'base64' | 'percent' }
  /** Already read, as the files of a link are. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** On a web server. Never fetched: asking for it would tell that server who is read, where and when. */
  | { readonly kind: 'elsewhere'; readonly url: string }
  /** Referred to, but not in this record; or an address of a kind that nobody should follow. */
  | { readonly kind: 'not-included'; readonly address: string }
  /** Described, without any content. */
  | { readonly kind: 'none' }

/** A document inside a record: an Attachment of whatever element, or a Binary. */
export interface SentDocument {
  /** Where it stands in its resource: `content.0.attachment`. Unique there. */
  readonly path: string
  readonly title?: string
  /** The media type as declared, parameters included. What the bytes really are is for `recogniseDocument`. */
  readonly declaredType?: string
  readonly language?: string
  readonly creation?: unknown
  /** Coding of `DocumentReference.content.format`. */
  readonly format?: unknown
  /** Bytes, as declared. 0 is a size. */
  readonly declaredBytes?: number
  /** As sent: base64 of a SHA-1, by the rules. */
  readonly hash?: string
  readonly content: DocumentContent
  /** Where the sender says that the same content is to be had, besides here. */
  readonly alsoAt?: string
}

/** Elements that are Attachments, so that an address alone makes one there. Source: FHIR R4 and R5, uses of Attachment. */
const ATTACHMENTS: ReadonlySet<string> = new Set([
  'attachment',
  'valueAttachment',
  'contentAttachment',
  'sourceAttachment',
  'presentedForm',
  'photo',
  'document',
])

/** Objects of a resource that are looked at, and how deep; beyond it there are no documents but mischief. */
const MAXIMUM_OBJECTS = 20_000
const MAXIMUM_DEPTH = 40

interface Walk {
  readonly item: BundleItem
  readonly bundle: OrganizedBundle
  /** What the present value is inside of: one that occurs again contains itself. */
  readonly around: Set<unknown>
  looked: number
  readonly found: SentDocument[]
  /** Contained Binaries that an Attachment has led to: they are that document, and no second one. */
  readonly used: Set<unknown>
}

/**
 * Every document that an entry carries or points to, in the order in which it says so. Total: whatever the shape, and
 * also where a resource contains itself. Nothing is decoded here and nothing fetched.
 * Source: FHIR R4, "Attachment" and "Binary"; conformance matrix L-83.
 */
export function sentDocuments(item: BundleItem, bundle: OrganizedBundle): readonly SentDocument[] {
  const walk: Walk = { item, bundle, around: new Set(), looked: 0, found: [], used: new Set() }
  const { contained, ...own } = item.resource
  visit({ value: own, name: '', path: [] }, walk)
  // Last, when it is known which of them were led to.
  visit({ value: contained, name: 'contained', path: ['contained'] }, walk)
  return walk.found
}

interface Place {
  readonly value: unknown
  /** Of the element that holds the value. */
  readonly name: string
  readonly path: readonly string[]
  /** The object that has the element. */
  readonly around?: FhirRecord
}

function visit(place: Place, walk: Walk): void {
  const { value, path } = place
  if (typeof value !== 'object' || value === null || walk.around.has(value)) return
  walk.looked += 1
  if (walk.looked > MAXIMUM_OBJECTS || path.length > MAXIMUM_DEPTH) return
  walk.around.add(value)
  visitParts(place, walk)
  walk.around.delete(value)
}

function visitParts(place: Place, walk: Walk): void {
  const { value, path } = place
  if (Array.isArray(value)) {
    value.forEach((part: unknown, index) =>
      visit({ ...place, value: part, path: [...path, `${index}`] }, walk),
    )
    return
  }
  if (!isRecord(value) || walk.used.has(value)) return
  if (isAttachment(place.name, value)) {
    walk.found.push(toDocument(value, place, walk))
    return
  }
  for (const [name, part] of Object.entries(value))
    visit({ value: part, name, path: [...path, name], around: value }, walk)
}

const isAttachment = (name: string, value: FhirRecord): boolean => {
  if (value['resourceType'] !== undefined) return value['resourceType'] === 'Binary'
  const has = (...names: readonly string[]) => names.some((part) => text(value[part]) !== undefined)
  if (ATTACHMENTS.has(name)) return has('data', 'url', 'contentType', 'title', 'reference')
  return has('contentType') && has('data', 'url', 'title', 'size', 'hash', 'creation')
}

function toDocument(attachment: FhirRecord, { path, around }: Place, walk: Walk): SentDocument {
  const url = text(attachment['url']) ?? text(attachment['reference'])
  // STU3 wrote the data of a Binary as `content`.
  const data = text(attachment['data']) ?? text(attachment['content'])
  const { content, type } =
    data === undefined
      ? contentAt(url, walk)
      : { content: { kind: 'here', data, encoding: 'base64' } as const, type: undefined }
  const facts = {
    title: text(attachment['title']),
    declaredType: text(attachment['contentType']) ?? type,
    language: text(attachment['language']),
    creation: attachment['creation'] ?? undefined,
    format: around?.['attachment'] === undefined ? undefined : (around['format'] ?? undefined),
    declaredBytes: number(attachment['size']),
    hash: text(attachment['hash']),
    alsoAt: data === undefined ? undefined : url,
  }
  const stated = Object.entries(facts).filter(([, fact]) => fact !== undefined)
  return { path: path.join('.'), content, ...(Object.fromEntries(stated) as Partial<SentDocument>) }
}

interface Found {
  readonly content: DocumentContent
  /** Declared by what holds the content. */
  readonly type?: string | undefined
}

function contentAt(url: string | undefined, { bundle, item, used }: Walk): Found {
  if (url === undefined) return { content: { kind: 'none' } }
  const inline = dataAddress(url)
  if (inline) return inline
  const target = bundle.resolve(url, item)
  if (target && typeOf(target.resource) === 'Binary') {
    used.add(target.resource)
    return binaryContent(target.resource, url)
  }
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) return { content: { kind: 'elsewhere', url } }
  return { content: { kind: 'not-included', address: url.slice(0, LONGEST_ADDRESS) } }
}

/** Characters of an address that can be shown; a longer one is no address. */
const LONGEST_ADDRESS = 300

function binaryContent(binary: Resource, address: string): Found {
  const data = text(binary['data']) ?? text(binary['content'])
  return {
    content:
      data === undefined
        ? { kind: 'not-included', address: address.slice(0, LONGEST_ADDRESS) }
        : { kind: 'here', data, encoding: 'base64' },
    type: text(binary['contentType']),
  }
}

/** Source: RFC 2397. The content of such an address is the address itself: nothing is fetched. */
function dataAddress(url: string): Found | undefined {
  if (!/^data:/i.test(url)) return undefined
  const comma = url.indexOf(',')
  if (comma < 0) return { content: { kind: 'not-included', address: url.slice(0, LONGEST_ADDRESS) } }
  const head = url.slice('data:'.length, comma)
  const encoding = /;\s*base64\s*$/i.test(head) ? 'base64' : 'percent'
  const type = head.replace(/;\s*base64\s*$/i, '').trim()
  return {
    content: { kind: 'here', data: url.slice(comma + 1), encoding },
    type: type === '' || type.startsWith(';') ? `text/plain${type}` : type,
  }
}

/** Bytes of the content where it is here, else as declared; `undefined` where nobody knows. */
export function sizeOf({ content, declaredBytes }: SentDocument): number | undefined {
  if (content.kind === 'bytes') return content.bytes.length
  if (content.kind !== 'here') return declaredBytes
  return content.encoding === 'base64' ? base64Bytes(content.data) : content.data.length
}

/** The host of an address on the web, for the reader to judge by. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}
