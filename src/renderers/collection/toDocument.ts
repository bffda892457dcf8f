import type { OrganizedBundle } from '../../core/organizeResources'
import { below, type DocumentPart, type HeadingLevel } from '../document'
import type { ViewContext } from '../renderer'
import { glanceParts } from '../tables/glanceParts'
import { tableParts } from '../tables/toParts'
import { messages } from './messages'
import { toModel, type CollectionModel } from './model'

/** Every entry of a bundle, in tables by type, for paper. */
export const toDocument = (bundle: OrganizedBundle, context: ViewContext): readonly DocumentPart[] => [
  ...glanceParts({ items: bundle.items }, bundle, context, 2),
  ...parts(toModel(bundle, context), bundle, context, 2),
]

function parts(
  model: CollectionModel,
  outer: OrganizedBundle,
  context: ViewContext,
  level: HeadingLevel,
): readonly DocumentPart[] {
  const t = messages(context.language)
  if (model.tables.length === 0) return [{ kind: 'note', severity: 'info', text: t('empty') }]
  return [
    ...tableParts(model.tables, outer, context, level),
    ...model.inner.flatMap(({ item, bundle, model: within }): readonly DocumentPart[] => [
      {
        kind: 'heading',
        level,
        text: t('innerBundle', { position: item.position + 1 }),
        count: bundle.items.length,
      },
      ...parts(within, bundle, context, below(level)),
    ]),
  ]
}
