import type { Bundle } from '../../core/fhir/types'
import {
  itemsOf,
  organizeResources,
  type BundleItem,
  type OrganizedBundle,
} from '../../core/organizeResources'

/** Bundles in Bundles in Bundles are left to the details: nobody sends them but to do harm. */
const MAXIMUM_DEPTH = 2

/** The Bundles among the entries of a bundle that lies `depth` bundles deep, organised like any other. */
export const innerBundles = (
  bundle: OrganizedBundle,
  depth: number,
): readonly { readonly item: BundleItem; readonly bundle: OrganizedBundle }[] =>
  depth >= MAXIMUM_DEPTH
    ? []
    : itemsOf(bundle, 'Bundle').map((item) => ({ item, bundle: organizeResources(item.resource as Bundle) }))

/** A bundle and all bundles inside it, the outermost first. */
export const bundlesIn = (bundle: OrganizedBundle, depth = 0): readonly OrganizedBundle[] => [
  bundle,
  ...innerBundles(bundle, depth).flatMap((inner) => bundlesIn(inner.bundle, depth + 1)),
]
