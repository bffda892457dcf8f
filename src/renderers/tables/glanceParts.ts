import type { OrganizedBundle } from '../../core/organizeResources'
import type { DocumentPart, HeadingLevel } from '../document'
import type { ViewContext } from '../renderer'
import { isolated } from './comparisons'
import { createFormat } from './format'
import { toGlance } from './glance/glance'
import type { GlanceGroup, GlanceItem, GlanceSource } from './glance/types'
import { messages } from './messagesGlance'

/** The strip that says what matters, with every item of it; nothing where the record is short enough by itself. */
export function glanceParts(
  source: GlanceSource,
  bundle: OrganizedBundle,
  context: ViewContext,
  level: HeadingLevel,
): readonly DocumentPart[] {
  const t = messages(context.language)
  const groups = toGlance(source, createFormat(bundle, context))
  if (groups.length === 0) return []
  return [
    { kind: 'heading', level, text: t('title') },
    { kind: 'text', weight: 'quiet', lines: [t('intro')] },
    { kind: 'fields', fields: groups.map((group) => toField(group, context)) },
  ]
}

function toField({ title, items, notes }: GlanceGroup, context: ViewContext) {
  const t = messages(context.language)
  return {
    label: items.length > 1 ? t('countedTitle', { title, count: items.length }) : title,
    lines: [...items.map((item) => itemWords(item)), ...notes.map(({ text }) => text)],
  }
}

/** Marks in front: they say how the rest has to be read. */
function itemWords({ text, detail, date, marks }: GlanceItem): string {
  const words = detail === undefined ? text : `${isolated(text)}: ${isolated(detail)}`
  const dated = date === undefined ? words : `${words} (${date})`
  return [...marks.map((mark) => `[${mark.text}]`), dated].join(' ')
}
