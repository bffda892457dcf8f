import type { OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import type { TableModel } from '../tables/table'
import { toTables } from '../tables/toTables'

export interface CollectionModel {
  readonly tables: readonly TableModel[]
}

/** Every entry of a bundle, by type. */
export const toModel = (bundle: OrganizedBundle, context: ViewContext): CollectionModel => ({
  tables: toTables(bundle.items, bundle, context),
})
