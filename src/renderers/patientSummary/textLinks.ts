import { isRecord } from '../../core/encoding'
import { extensionsNamed, extensionsOf } from '../../core/fhir/extension'
import { narrativeSource } from '../../core/fhir/narrative'
import { flatList, text } from '../../core/fhir/shape'
import type { BundleItem } from '../../core/organizeResources'
import { heldIds } from '../../ui/senderText/heldIds'
import type { Place } from './place'
import type { SectionModel } from './sections'

/** Where the author's text speaks of an entry. */
export interface TextPlace {
  readonly item: BundleItem
  /** What the entry is, in words. Never blank. */
  readonly label: string
  /** The address of the section in which the entry has its row. */
  readonly listedIn: string
  /** The address of the section whose text it is. */
  readonly section: string
  /** Position of the id among the `ids` of that section. */
  readonly number: number
}

/** Which places of the author's text belong to which rows of a document. */
export interface TextLinks {
  /** By the address of a section: the ids in its text that rows lead to. */
  readonly ids: ReadonlyMap<string, readonly string[]>
  readonly places: readonly TextPlace[]
}

/**
 * Follows `narrativeLink` and `originalText` of the entries and `textLink` of the narratives. A place that no text has,
 * or that is in the text of something else than this document, is none. Total, pure.
 * Source: FHIR R4, extensions narrativeLink and originalText; FHIR extensions pack, textLink; notes on rendering, 1.5.
 */
export function textLinksIn(sections: readonly SectionModel[], place: Place): TextLinks {
  const all = sections.flatMap(withInner)
  const named = all.flatMap(({ narrative }) => textLinksOf(narrative, place))
  const wanted = new Map<BundleItem, ReadonlySet<string>>()
  for (const item of new Set(all.flatMap(({ items }) => items))) {
    const own = named.filter((link) => link.item === item).map(({ id }) => id)
    const found = new Set([...own, ...idsNamedBy(item, place)].flatMap(spellings))
    if (found.size > 0) wanted.set(item, found)
  }
  if (wanted.size === 0) return { ids: new Map(), places: [] }
  const everyId = new Set([...wanted.values()].flatMap((ids) => [...ids]))
  const ids = new Map(all.map(({ address, narrative }) => [address, idsHeld(narrative, everyId)] as const))
  const places = all.flatMap((section) =>
    section.items.flatMap((item): TextPlace | readonly TextPlace[] => {
      const found = placeOf(wanted.get(item), section.address, ids)
      const label = place.f.label(item.resource, item) ?? item.ref
      return found ? { item, label, listedIn: section.address, ...found } : []
    }),
  )
  return { ids, places }
}

const withInner = (section: SectionModel): readonly SectionModel[] => [
  section,
  ...section.sections.flatMap(withInner),
]

const idsHeld = (narrative: unknown, wanted: ReadonlySet<string>): readonly string[] => {
  const source = narrativeSource(narrative)
  return source === undefined ? [] : heldIds(source, wanted)
}

/** The text of the row's own section before that of any other. */
function placeOf(
  wanted: ReadonlySet<string> | undefined,
  own: string,
  ids: TextLinks['ids'],
): Pick<TextPlace, 'section' | 'number'> | undefined {
  if (!wanted) return undefined
  const addresses = [own, ...ids.keys()]
  for (const section of addresses) {
    const number = ids.get(section)?.findIndex((id) => wanted.has(id)) ?? -1
    if (number !== -1) return { section, number }
  }
  return undefined
}

interface NamedId {
  readonly item: BundleItem
  readonly id: string
}

/** What a narrative says of its own elements: which of them is made of which entry. */
const textLinksOf = (narrative: unknown, { f, composition }: Place): readonly NamedId[] =>
  flatList(narrative).flatMap((part) =>
    extensionsNamed(part, 'textLink').flatMap((link): NamedId | readonly NamedId[] => {
      const id = text(valueNamed(link, 'htmlid'))
      const data = valueNamed(link, 'data')
      const address = text(isRecord(data) ? data['reference'] : data)?.split('#')[0]
      const found = address === undefined ? undefined : f.bundle.resolve(address, composition)
      return id === undefined || found?.kind !== 'entry' ? [] : { item: found.item, id }
    }),
  )

/** The value of an inner extension, whatever type it was sent as. */
function valueNamed(link: unknown, name: string): unknown {
  const inner = extensionsOf(link).find(({ url }) => text(url) === name)
  return inner && Object.entries(inner).find(([key]) => key.startsWith('value'))?.[1]
}

const LINK = /\/StructureDefinition\/(?:narrativelink|originaltext)$/i
/** Deeper nesting is no FHIR. */
const MAXIMUM_DEPTH = 8

/** The ids that an entry says its words are found at. */
function idsNamedBy(item: BundleItem, place: Place): readonly string[] {
  const found: string[] = []
  collect(item.resource, 0, found)
  return found.flatMap((address) => idIn(address, item, place) ?? [])
}

function collect(value: unknown, depth: number, found: string[]): void {
  if (typeof value !== 'object' || value === null || depth > MAXIMUM_DEPTH) return
  if (isRecord(value) && LINK.test(text(value['url']) ?? '')) {
    found.push(...['valueUrl', 'valueUri', 'valueString'].flatMap((name) => text(value[name]) ?? []))
  }
  for (const inner of Object.values(value)) collect(inner, depth + 1, found)
}

/** `#id` of the document's own text. What is in front of it may name the document or nothing that is here, but no other entry. */
function idIn(address: string, item: BundleItem, { f, composition }: Place): string | undefined {
  const [, base = '', id] = /^([^\s#]*)#(\S+)$/.exec(address) ?? []
  if (id === undefined) return undefined
  if (base === '') {
    const own = narrativeSource(item.resource.text)
    return own !== undefined && heldIds(own, new Set(spellings(id))).length > 0 ? undefined : id
  }
  const found = f.bundle.resolve(base, item)
  return found === undefined || (found.kind === 'entry' && found.item === composition) ? id : undefined
}

/** An id as it stands, and as a part of an address may write it. */
function spellings(id: string): readonly string[] {
  try {
    return [id, decodeURIComponent(id)]
  } catch {
    return [id]
  }
}
