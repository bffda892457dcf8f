import type { BundleItem } from '../../../core/organizeResources'
import type { Goal } from '../GoTo'
import type { GlanceNote, GlancePlace, GlanceSection } from './types'

const REASONS = {
  nilknown: { message: 'none_nilknown', kind: 'none' },
  notasked: { message: 'none_notasked', kind: 'unknown' },
  withheld: { message: 'none_withheld', kind: 'unknown' },
  unavailable: { message: 'none_unavailable', kind: 'unknown' },
  notstarted: { message: 'none_notstarted', kind: 'unknown' },
  closed: { message: 'none_closed', kind: 'unknown' },
} as const

/** What the sections of a kind say beyond their entries of that kind, and where to read it. */
export const sectionNotes = (
  sections: readonly GlanceSection[],
  own: readonly BundleItem[],
  place: GlancePlace,
): readonly GlanceNote[] => {
  const mine = new Set(own)
  return sections.flatMap((section) => notesOf(section, mine, place))
}

function notesOf(
  section: GlanceSection,
  own: ReadonlySet<BundleItem>,
  place: GlancePlace,
): readonly GlanceNote[] {
  const { t } = place
  const { items, missing, hasText, saysMore, key } = section
  const goal: Goal = { kind: 'section', key }
  const others = items.filter((item) => !own.has(item))
  const isBare = items.length === 0 && missing.length === 0
  const reasons = reasonNotes(section, goal, place)
  return [
    ...reasons,
    ...(isBare && hasText && reasons.length === 0
      ? [{ kind: 'unknown', text: t('onlyText'), goal } as const]
      : []),
    ...(isBare && !hasText && reasons.length === 0
      ? [{ kind: 'unknown', text: t('none_unexplained'), goal } as const]
      : []),
    ...(saysMore && !isBare ? [{ kind: 'unknown', text: t('saysMore'), goal } as const] : []),
    ...(missing.length > 0
      ? [{ kind: 'unknown', text: t('missing', { count: missing.length }), goal } as const]
      : []),
    ...(others.length > 0 && items.length === others.length
      ? [{ kind: 'aside', text: t('otherEntries', { count: others.length }), goal } as const]
      : []),
  ]
}

/** "None known", "not asked", "withheld" and "not available" are different answers. */
function reasonNotes({ emptyReason }: GlanceSection, goal: Goal, { t }: GlancePlace): readonly GlanceNote[] {
  if (emptyReason.length === 0) return []
  const code = emptyReason.find((name): name is keyof typeof REASONS => Object.hasOwn(REASONS, name))
  if (code === undefined)
    return [{ kind: 'unknown', text: t('none_other', { reason: emptyReason.join(', ') }), goal }]
  const { message, kind } = REASONS[code]
  return [{ kind, text: t(message), goal }]
}
