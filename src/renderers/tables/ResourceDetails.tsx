import type { ReactElement } from 'react'
import type { BundleItem, OrganizedBundle } from '../../core/organizeResources'
import { JsonText } from '../../ui/JsonText'
import type { ViewContext } from '../renderer'

export interface ResourceDetailsProps {
  readonly item: BundleItem
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

/** Everything one resource says, in the order in which it says it, and its JSON one click away. */
export function ResourceDetails({ item }: ResourceDetailsProps): ReactElement {
  return <JsonText value={item.entry} />
}
