import type { Bundle, R4Resources, Resource } from './fhir/types'
import { isRecord } from './encoding'
import { normalize, type Repair } from './fhir/normalize'
import { createResolver, type Resolve } from './fhir/reference'

/** One entry of a bundle. Items are never merged, dropped or changed: duplicates stay two items. */
export interface BundleItem {
  /** What `data-ref` carries: the entry's `fullUrl`, else `Type/id`, else the entry's position. */
  readonly ref: string
  /** Position of the entry in the bundle, counted from 0. */
  readonly position: number
  readonly fullUrl?: string
  /** The resource, read as R4 where it was sent as something else; an empty object when the entry holds none, so that it is still shown. */
  readonly resource: Resource
  /** The resource as received and what was read differently; absent where nothing was. */
  readonly received?: { readonly resource: Resource; readonly repairs: readonly Repair[] }
  /** The entry as received, for entries that hold no resource. */
  readonly entry: unknown
}

/** A bundle with its entries indexed. The bundle itself is untouched: what is exported is what was received. */
export interface OrganizedBundle {
  readonly bundle: Bundle
  readonly items: readonly BundleItem[]
  /** By `resourceType` as received; entries without one are under ''. A Map, because type names are data. */
  readonly byType: ReadonlyMap<string, readonly BundleItem[]>
  /** Follows a Reference from one item; see `fhir/reference`. */
  readonly resolve: Resolve
}

/** Indexes a bundle. Total: whatever `entry` holds becomes an item. */
export function organizeResources(bundle: Bundle): OrganizedBundle {
  const items = entriesOf(bundle).map(toItem)
  const byType = new Map<string, BundleItem[]>()
  for (const item of items) {
    const type = typeOf(item.resource)
    const sameType = byType.get(type)
    if (sameType) sameType.push(item)
    else byType.set(type, [item])
  }
  return { bundle, items, byType, resolve: createResolver(items) }
}

/** The resources of one type, in bundle order. */
export function resourcesOf<Type extends keyof R4Resources>(
  bundle: OrganizedBundle,
  type: Type,
): readonly R4Resources[Type][] {
  return itemsOf(bundle, type).map((item) => item.resource as R4Resources[Type])
}

export const itemsOf = (bundle: OrganizedBundle, type: string): readonly BundleItem[] =>
  bundle.byType.get(type) ?? []

export const typeOf = (resource: Resource): string =>
  typeof resource.resourceType === 'string' ? resource.resourceType : ''

/** What `entry` holds, as a list; a single entry that was not put into a list is one all the same. */
export function entriesOf(bundle: Bundle): readonly unknown[] {
  const entry: unknown = bundle.entry
  if (Array.isArray(entry)) return entry
  return isRecord(entry) ? [entry] : []
}

function toItem(entry: unknown, position: number): BundleItem {
  const record = isRecord(entry) ? entry : {}
  const sent: Resource = isRecord(record['resource']) ? record['resource'] : {}
  const { resource, repairs } = normalize(sent)
  const fullUrl =
    typeof record['fullUrl'] === 'string' && record['fullUrl'] !== '' ? record['fullUrl'] : undefined
  const typeAndId = typeOf(sent) && typeof sent.id === 'string' ? `${typeOf(sent)}/${sent.id}` : ''
  return {
    ref: fullUrl ?? (typeAndId || String(position)),
    position,
    ...(fullUrl === undefined ? {} : { fullUrl }),
    resource,
    ...(repairs.length > 0 && { received: { resource: sent, repairs } }),
    entry,
  }
}
