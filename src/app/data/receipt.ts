import {
  organizeResources,
  typeOf,
  type BundleItem,
  type OrganizedBundle,
} from '../../core/organizeResources'
import type { Bundle } from '../../core/fhir/types'

/** What stands on the page, by the address of its entry. Counted, so that two entries of one address are two. */
export interface Shown {
  readonly refs: ReadonlyMap<string, number>
  /** Shown in the generic view. */
  readonly generic: ReadonlySet<string>
  /** Shown as JSON, because they could not be put into words. */
  readonly asJson: ReadonlySet<string>
  /** Rows are still being added. */
  readonly growing: boolean
}

/** What became of every entry of a record. */
export interface Receipt {
  readonly total: number
  readonly missing: readonly BundleItem[]
  readonly generic: readonly BundleItem[]
  readonly asJson: readonly BundleItem[]
  /** Sent for another version of FHIR, and read as R4. */
  readonly converted: readonly BundleItem[]
  readonly growing: boolean
}

/** Compares what a record holds with what is shown. It believes the page and not the code that filled it. Pure. */
export function toReceipt(items: readonly BundleItem[], shown: Shown): Receipt {
  const left = new Map(shown.refs)
  const missing = items.filter(({ ref }) => {
    const count = left.get(ref) ?? 0
    left.set(ref, count - 1)
    return count <= 0
  })
  const lost = new Set(missing)
  const those = (refs: ReadonlySet<string>) => items.filter((item) => refs.has(item.ref) && !lost.has(item))
  return {
    total: items.length,
    missing,
    generic: those(shown.generic).filter(({ ref }) => !shown.asJson.has(ref)),
    asJson: those(shown.asJson),
    converted: items.filter(({ received }) => received !== undefined),
    growing: shown.growing,
  }
}

/** Bundles in Bundles in Bundles are part of the details of an entry. */
const MAXIMUM_DEPTH = 2

/** The entries of a record, with those of the Bundles among them. */
export const itemsWithin = (bundle: OrganizedBundle, depth = 0): readonly BundleItem[] => [
  ...bundle.items,
  ...(depth >= MAXIMUM_DEPTH
    ? []
    : bundle.items
        .filter(({ resource }) => typeOf(resource) === 'Bundle')
        .flatMap(({ resource }) => itemsWithin(organizeResources(resource as Bundle), depth + 1))),
]

/** Reads what stands below `container`. */
export function shownIn(container: ParentNode): Shown {
  const refs = new Map<string, number>()
  const generic = new Set<string>()
  const asJson = new Set<string>()
  for (const element of container.querySelectorAll('[data-ref]')) {
    const ref = refOf(element)
    refs.set(ref, (refs.get(ref) ?? 0) + 1)
  }
  for (const element of container.querySelectorAll('[data-generic] [data-ref]')) generic.add(refOf(element))
  for (const element of container.querySelectorAll('[data-ref][data-view="json"]')) asJson.add(refOf(element))
  for (const mark of container.querySelectorAll('[data-mark="not-readable"]'))
    asJson.add(refOf(mark.closest('[data-ref]')))
  return { refs, generic, asJson, growing: container.querySelector('[data-growing]') !== null }
}

const refOf = (element: Element | null): string =>
  element instanceof HTMLElement ? (element.dataset['ref'] ?? '') : ''
