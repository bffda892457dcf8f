import type { BundleItem } from '../organizeResources'
import { isRecord } from '../encoding'
import type { Reference, Resource } from './types'

/** Where a reference leads: an entry of the bundle, or a resource contained in the referring one. */
export type ResolvedReference =
  | { readonly kind: 'entry'; readonly item: BundleItem; readonly resource: Resource }
  | { readonly kind: 'contained'; readonly resource: Resource }

/**
 * Follows `reference` as seen from `from`. Tries, in this order: `#contained`, the exact `fullUrl` (without
 * `/_history/…`, `urn:` without regard to case), the referring entry's base plus the reference, the type and id of any
 * entry, and the field's `Patient/resource:0`. `undefined` means: show the display and say "not included".
 *
 * A type and id alone decide nothing when two entries share them under different addresses, and nothing about an
 * address on another server: the wrong patient or drug is worse than none.
 * Source: FHIR R4, "Resolving references in Bundles"; conformance matrix C-45 and L-85.
 */
export type Resolve = (reference: unknown, from?: BundleItem) => ResolvedReference | undefined

/** Builds the index once per bundle. Nothing follows chains here, so cyclic references are harmless. */
export function createResolver(items: readonly BundleItem[]): Resolve {
  const index = indexOf(items)
  return (reference, from) => {
    const text = referenceText(reference)
    if (text === undefined) return undefined
    if (text.startsWith('#')) return containedOf(from, text.slice(1))
    const item = find(text, from, index)
    return item && { kind: 'entry', item, resource: item.resource }
  }
}

/** The `reference` string of a Reference or of a bare string; `undefined` when there is none. */
function referenceText(reference: unknown): string | undefined {
  const text = isRecord(reference) ? (reference as Reference).reference : reference
  return typeof text === 'string' && text !== '' ? text : undefined
}

function containedOf(from: BundleItem | undefined, id: string): ResolvedReference | undefined {
  if (!from) return undefined
  if (id === '') return { kind: 'entry', item: from, resource: from.resource }
  const contained: unknown = from.resource.contained
  const found = (Array.isArray(contained) ? contained : [contained]).find(
    (resource) => isRecord(resource) && (resource['id'] === id || resource['id'] === `#${id}`),
  )
  return isRecord(found) ? { kind: 'contained', resource: found } : undefined
}

interface Index {
  readonly byAddress: ReadonlyMap<string, BundleItem>
  readonly byTypeAndId: ReadonlyMap<string, BundleItem | 'ambiguous'>
}

function indexOf(items: readonly BundleItem[]): Index {
  const byAddress = new Map<string, BundleItem>()
  const byTypeAndId = new Map<string, BundleItem | 'ambiguous'>()
  for (const item of items) {
    const address = item.fullUrl === undefined ? undefined : canonical(item.fullUrl)
    if (address !== undefined && !byAddress.has(address)) byAddress.set(address, item)
    // References name the type as it was sent.
    const { resourceType, id } = item.received?.resource ?? item.resource
    if (typeof resourceType !== 'string' || typeof id !== 'string') continue
    const key = `${resourceType}/${id}`
    const known = byTypeAndId.get(key)
    if (known === undefined) byTypeAndId.set(key, item)
    else if (known !== 'ambiguous' && known.fullUrl !== item.fullUrl) byTypeAndId.set(key, 'ambiguous')
  }
  return { byAddress, byTypeAndId }
}

function find(text: string, from: BundleItem | undefined, index: Index): BundleItem | undefined {
  const address = canonical(text)
  const base = /^(https?:\/\/.+\/)[A-Za-z]+\/[^/]+$/.exec(from?.fullUrl ?? '')?.[1]
  const repaired = /^[A-Za-z]+\/((?:resource|urn):.+)$/.exec(text)?.[1]
  return (
    index.byAddress.get(address) ??
    (base === undefined ? undefined : index.byAddress.get(base + address)) ??
    findByTypeAndId(address, index) ??
    (repaired === undefined ? undefined : index.byAddress.get(canonical(repaired)))
  )
}

function findByTypeAndId(address: string, { byTypeAndId }: Index): BundleItem | undefined {
  const item = byTypeAndId.get(address.split('/').slice(-2).join('/'))
  if (item === undefined || item === 'ambiguous') return undefined
  return isOnAServer(address) && isOnAServer(item.fullUrl ?? '') ? undefined : item
}

const isOnAServer = (address: string): boolean => /^https?:/i.test(address)

/** Versions say nothing about *which* resource is meant; `urn:uuid` letters have no case. */
function canonical(reference: string): string {
  const plain = reference.replace(/\/_history\/[^/]*$/, '')
  return /^urn:/i.test(plain) ? plain.toLowerCase() : plain
}
