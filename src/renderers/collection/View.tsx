import { useMemo, useSyncExternalStore, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { Notice } from '../../ui/Notice'
import { Section } from '../../ui/Section'
import type { ViewContext } from '../renderer'
import { Glance } from '../tables/Glance'
import { ResourceTables } from '../tables/ResourceTables'
import { messages } from './messages'
import { toModel, type CollectionModel } from './model'

export interface ViewProps {
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

/** Every entry of a bundle, in tables by type. */
export function View({ bundle, context }: ViewProps): ReactElement {
  const version = useSyncExternalStore(context.codes.subscribe, context.codes.version)
  // oxlint-disable-next-line react/exhaustive-deps -- a new version means better words for the same codes
  const model = useMemo(() => toModel(bundle, context), [bundle, context, version])
  return <Collection model={model} bundle={bundle} context={context} level={3} />
}

interface CollectionProps extends ViewProps {
  readonly model: CollectionModel
  readonly level: 3 | 4 | 5
}

const DEEPER = { 3: 4, 4: 5, 5: 5 } as const

function Collection({ model, bundle, context, level }: CollectionProps): ReactElement {
  const t = messages(context.language)
  if (model.tables.length === 0) return <Notice severity="info">{t('empty')}</Notice>
  return (
    <>
      {level === 3 && <Glance items={bundle.items} bundle={bundle} context={context} />}
      <ResourceTables tables={model.tables} bundle={bundle} context={context} headingLevel={level} />
      {model.inner.map(({ item, bundle: inner, model: within }) => (
        <Section
          key={item.position}
          title={t('innerBundle', { position: item.position + 1 })}
          level={level}
          count={inner.items.length}
        >
          <Collection model={within} bundle={inner} context={context} level={DEEPER[level]} />
        </Section>
      ))}
    </>
  )
}
