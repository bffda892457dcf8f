import { useMemo, useSyncExternalStore, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { Notice } from '../../ui/Notice'
import type { ViewContext } from '../renderer'
import { ResourceTables } from '../tables/ResourceTables'
import { messages } from './messages'
import { toModel } from './model'

export interface ViewProps {
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

export function View({ bundle, context }: ViewProps): ReactElement {
  const version = useSyncExternalStore(context.codes.subscribe, context.codes.version)
  // oxlint-disable-next-line react/exhaustive-deps -- a new version means better words for the same codes
  const { tables } = useMemo(() => toModel(bundle, context), [bundle, context, version])
  if (tables.length === 0) return <Notice severity="info">{messages(context.language)('empty')}</Notice>
  return <ResourceTables tables={tables} bundle={bundle} context={context} headingLevel={3} />
}
