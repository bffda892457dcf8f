import type { BundleItem } from '../organizeResources'
import { isRecord } from '../encoding'
import type { Reference, Resource } from './types'

/** Where a reference leads: an entry of the bundle, or a resource contained in the referring one. */
export type ResolvedReference =
  | { readonly kind: 'entry'; readonly item: BundleItem; readonly resource: Resource }
  | { readonly kind: 'contained'; readonly resource: Resource }

/**
 * Follows `reference` as seen from `from`. Tries, in this order: `#contained`, the exact `fullUrl`, the same without
 * `/_history/…`, `Type/id` against the referring entry's base and against any entry's own type and id, `urn:` without
 * regard to case, and the field's `Patient/resource:0`. `undefined` means: show the display and say "not included".
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
    const item = candidatesFor(text, from)
      .map((key) => index.get(key))
      .find((found) => found !== undefined)
    return item ? { kind: 'entry', item, resource: item.resource } : undefined
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

function indexOf(items: readonly BundleItem[]): ReadonlyMap<string, BundleItem> {
  const index = new Map<string, BundleItem>()
  const add = (key: string, item: BundleItem) => {
    if (!index.has(key)) index.set(key, item)
  }
  for (const item of items) {
    if (item.fullUrl !== undefined) add(canonical(item.fullUrl), item)
  }
  for (const item of items) {
    const { resourceType, id } = item.resource
    if (typeof resourceType === 'string' && typeof id === 'string') add(`${resourceType}/${id}`, item)
  }
  return index
}

function candidatesFor(text: string, from: BundleItem | undefined): readonly string[] {
  const exact = canonical(text)
  const typeAndId = /([A-Za-z]+\/[A-Za-z0-9.:_-]+)$/.exec(exact)?.[1]
  const base =
    from?.fullUrl === undefined ? undefined : /^(https?:\/\/.+\/)[A-Za-z]+\/[^/]+$/.exec(from.fullUrl)?.[1]
  const repaired = /^[A-Za-z]+\/((?:resource|urn):.+)$/.exec(text)?.[1]
  return [
    exact,
    ...(base === undefined ? [] : [canonical(base + text)]),
    ...(typeAndId === undefined ? [] : [typeAndId]),
    ...(repaired === undefined ? [] : [canonical(repaired)]),
  ]
}

/** Versions and fragments say nothing about *which* resource is meant; `urn:uuid` letters have no case. */
function canonical(reference: string): string {
  const plain = reference.replace(/\/_history\/[^/]*$/, '')
  return /^urn:/i.test(plain) ? plain.toLowerCase() : plain
}
