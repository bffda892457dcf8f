import { typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import { createFormat } from './format'
import type { TableModel } from './table'

/** Tables of `items` by resource type. Every item has exactly one row, whatever it holds. Pure. */
export function toTables(
  items: readonly BundleItem[],
  bundle: OrganizedBundle,
  context: ViewContext,
): readonly TableModel[] {
  const f = createFormat(bundle, context)
  const types = [...new Set(items.map(({ resource }) => typeOf(resource)))]
  return types.map((type) => ({
    type,
    title: type,
    columns: [{ header: type }],
    rows: items
      .filter(({ resource }) => typeOf(resource) === type)
      .map((item) => {
        const label = f.label(item.resource, item) ?? type
        return { ref: item.ref, item, label, marks: [], state: 'active', inactive: false, cells: [[label]] }
      }),
  }))
}
