import type { BundleItem, OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import type { TableModel } from '../tables/table'
import { toTables } from '../tables/toTables'
import { innerBundles } from './innerBundles'

export interface CollectionModel {
  readonly tables: readonly TableModel[]
  /** The Bundles among the entries, each with what it holds. */
  readonly inner: readonly InnerBundle[]
}

export interface InnerBundle {
  /** The entry that is the Bundle; it has a row of its own, too. */
  readonly item: BundleItem
  readonly bundle: OrganizedBundle
  readonly model: CollectionModel
}

/** Every entry of a bundle by type, and the same for the bundles that it holds. */
export const toModel = (bundle: OrganizedBundle, context: ViewContext, depth = 0): CollectionModel => ({
  tables: toTables(bundle.items, bundle, context),
  inner: innerBundles(bundle, depth).map((inner) => ({
    ...inner,
    model: toModel(inner.bundle, context, depth + 1),
  })),
})
