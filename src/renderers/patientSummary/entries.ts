import { isRecord } from '../../core/encoding'
import { field, flatList, record, text } from '../../core/fhir/shape'
import type { Resource } from '../../core/fhir/types'
import { typeOf, type BundleItem } from '../../core/organizeResources'
import { referenceWords } from './referenceWords'
import type { Place } from './place'

export interface Entries {
  /** Each once, in the author's order; what an entry consists of follows it. */
  readonly items: readonly BundleItem[]
  /** In words. */
  readonly missing: readonly string[]
}

/** Follows the entries of a section. What they lead to, and what they do not, are both told. */
export function entriesOf(entries: unknown, place: Place): Entries {
  const items = new Set<BundleItem>()
  const missing: string[] = []
  flatList(entries).forEach((entry, index) => {
    const item = follow(entry, index, place)
    if (item) addWithMembers(item, items, place)
    else missing.push(missingWords(entry, place))
  })
  return { items: [...items], missing }
}

function missingWords(entry: unknown, { f, t }: Place): string {
  const words = referenceWords(entry, f)
  return words === undefined ? t('somethingNotIncluded') : t('notIncluded', { text: words })
}

/** An entry of the bundle; a resource contained in the Composition, or put where its reference belongs, stands for itself. */
function follow(entry: unknown, index: number, { f, composition }: Place): BundleItem | undefined {
  const inline = [record(entry), record(field(entry, 'resource'))].find(
    (candidate) => text(candidate?.['resourceType']) !== undefined,
  )
  if (inline) return standIn(inline, index, composition)
  const found =
    f.bundle.resolve(entry, composition) ?? f.bundle.resolve(field(entry, 'reference'), composition)
  if (found?.kind === 'entry') return found.item
  return found && standIn(found.resource, index, composition)
}

/** Shown as a row of its own; the entry of the bundle that it belongs to is the Composition. */
const standIn = (resource: Resource, index: number, composition: BundleItem): BundleItem => ({
  ref: composition.ref,
  position: -1 - index,
  resource,
  entry: resource,
})

/** By type: the references to what a resource consists of. A panel without its results would be an empty title. */
const MEMBERS: ReadonlyMap<string, (resource: Resource) => unknown> = new Map([
  ['DiagnosticReport', (resource) => resource['result']],
  ['Observation', (resource) => resource['hasMember']],
  ['List', (resource) => flatList(resource['entry']).map((entry) => field(entry, 'item'))],
])

/** Adds an item and what it consists of. References may go in circles. */
function addWithMembers(first: BundleItem, items: Set<BundleItem>, { f }: Place): void {
  const waiting = [first]
  for (let item = waiting.shift(); item; item = waiting.shift()) {
    if (items.has(item)) continue
    items.add(item)
    const { resource } = item
    for (const member of flatList(MEMBERS.get(typeOf(resource))?.(resource))) {
      const found =
        isRecord(member) || typeof member === 'string' ? f.bundle.resolve(member, item) : undefined
      if (found?.kind === 'entry') waiting.push(found.item)
    }
  }
}
