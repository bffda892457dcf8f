import { typeOf, type BundleItem } from '../../../core/organizeResources'
import type { Format } from '../format'
import { marksInRecord } from '../recordContradictions'
import type { RowMark } from '../table'
import type { GlanceGroup, GlancePlace, GlanceSource } from './types'

/** The entries of a record by whom they are about. */
export interface ByPerson {
  readonly own: readonly BundleItem[]
  /** About somebody else, whether that one is in the record or not. */
  readonly others: readonly BundleItem[]
}

/**
 * What is about the one whom the record is about. `undefined` where several are in the record and nobody says which of
 * them that is. Where no entry at all leads to that one, the entries name the same person in some other way, or all name
 * somebody else: nobody can tell, so they stay, each with its `marksOfPerson`.
 */
export function byPerson({ items, subject }: GlanceSource, f: Format): ByPerson | undefined {
  const isAlone = items.filter(({ resource }) => typeOf(resource) === 'Patient').length < 2
  if (!isAlone && subject === undefined) return undefined
  const isOther = (item: BundleItem): boolean => {
    const found = subjectOf(item, f)
    if (found !== undefined && subject !== undefined && found !== subject) return typeOf(found) === 'Patient'
    return found === undefined && aboutMarks(item, f).length > 0
  }
  const others = items.filter(isOther)
  const isReached = items.some(
    (item) => typeOf(item.resource) !== 'Composition' && typeOf(subjectOf(item, f) ?? {}) === 'Patient',
  )
  if (others.length === 0 || !isReached) return { own: items, others: [] }
  const set = new Set(others)
  return { own: items.filter((item) => !set.has(item)), others }
}

const subjectOf = (item: BundleItem, f: Format) =>
  f.bundle.resolve(item.resource['subject'] ?? item.resource['patient'], item)?.resource

/** For an entry that is listed: whom it names, where that may be somebody else than the record's own subject. */
export const marksOfPerson = (item: BundleItem, { f, source }: GlancePlace): readonly RowMark[] =>
  source.subject !== undefined && subjectOf(item, f) === source.subject ? [] : aboutMarks(item, f)

const aboutMarks = (item: BundleItem, f: Format): readonly RowMark[] =>
  marksInRecord(item, f).filter(({ code }) => code === 'about')

/** Entries about other people are never listed, and lead to where they are. */
export function othersGroup(others: readonly BundleItem[], { t }: GlancePlace): GlanceGroup | undefined {
  const [first] = others
  if (!first) return undefined
  const text = t('notListedOthers', { count: others.length })
  return {
    id: 'aboutOthers',
    title: t('aboutOthers'),
    items: [],
    notes: [{ kind: 'unknown', text, goal: { kind: 'ref', ref: first.ref } }],
  }
}
