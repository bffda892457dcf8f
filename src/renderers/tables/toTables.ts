import { dateSortKey } from '../../core/fhir/date'
import { field, list } from '../../core/fhir/shape'
import type { Resource } from '../../core/fhir/types'
import { typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import { DEFINITIONS } from './definitions'
import { createFormat, type Format } from './format'
import { GENERIC, genericDates } from './genericTable'
import { createDraft, unreadableDraft, type Draft } from './draft'
import { standingOf, withMarks } from './marks'
import { englishTypes } from './messagesTypes'
import { placeInPanels } from './panels'
import { marksInRecord } from './recordContradictions'
import { humanise } from './speech'
import type { TableDefinition, TableModel } from './table'

/**
 * Tables of `items` by resource type, in clinical order; inside a table what holds comes before what does not, and
 * the newest before the oldest. Every item has exactly one row, whatever it holds. Pure; never throws.
 */
export function toTables(
  items: readonly BundleItem[],
  bundle: OrganizedBundle,
  context: ViewContext,
): readonly TableModel[] {
  const f = createFormat(bundle, context)
  const byType = new Map<string, BundleItem[]>()
  for (const item of items) {
    const type = typeOf(item.resource)
    const sameType = byType.get(type)
    if (sameType) sameType.push(item)
    else byType.set(type, [item])
  }
  return [...byType]
    .toSorted(([a], [b]) => orderOf(a) - orderOf(b))
    .map(([type, sameType]) => toTable(type, sameType, f))
}

const ORDER: ReadonlyMap<string, number> = new Map(
  Object.keys(englishTypes).map((type, position) => [type, position]),
)

/** Types that nobody has heard of come after the known ones, entries without a type at the very end. */
const orderOf = (type: string): number => ORDER.get(type) ?? (type === '' ? ORDER.size + 1 : ORDER.size)

function toTable(type: string, items: readonly BundleItem[], f: Format): TableModel {
  const definition = DEFINITIONS.get(type) ?? GENERIC
  const sorted = items.map((item) => toDraft(item, definition, f)).toSorted(byStanding)
  const { drafts, places } =
    type === 'Observation' ? inPanels(sorted, f) : { drafts: sorted, places: undefined }
  const positions = definition.columns
    .map((_, position) => position)
    .filter((position) => position === 0 || drafts.some((draft) => draft.cell(position).length > 0))
  return {
    type,
    title: f.speech.types(type) ?? (type === '' ? f.speech.t('otherEntries') : humanise(type)),
    columns: positions.map((position) => {
      const header = definition.columns[position]?.header ?? 'what'
      return { header: f.speech.header(header) ?? header }
    }),
    ...(definition === GENERIC && { isGeneric: true }),
    rows: drafts.map((draft) => draft.row(positions)),
    ...(places && places.size > 0 && { places }),
  }
}

/** A mistake of ours about panels must not cost the results: they stand in the order of their dates then. */
function inPanels(drafts: readonly Draft[], f: Format) {
  try {
    const { entries, places } = placeInPanels(
      drafts.map((draft) => ({ draft, item: draft.item, state: draft.standing.state })),
      f,
    )
    return { drafts: entries.map(({ draft }) => draft), places }
  } catch {
    return { drafts, places: undefined }
  }
}

const STATES = ['active', 'negated', 'inactive', 'retracted'] as const

const byStanding = (a: Draft, b: Draft): number =>
  STATES.indexOf(a.standing.state) - STATES.indexOf(b.standing.state) ||
  a.rank - b.rank ||
  Number(a.sortKey === undefined) - Number(b.sortKey === undefined) ||
  (b.sortKey ?? 0) - (a.sortKey ?? 0)

/** What decides the place of a row. A mistake of ours in one of them must not take the others down, nor hide that there was an entry. */
function toDraft(item: BundleItem, definition: TableDefinition, f: Format): Draft {
  const { resource } = item
  try {
    const standing = isEmpty(resource)
      ? noResource(f)
      : withMarks(standingOf(resource, f), marksInRecord(item, f))
    const sortKey = sortKeyOf(definition.dates?.(resource) ?? []) ?? sortKeyOf(genericDates(resource))
    return createDraft({
      item,
      f,
      definition,
      standing,
      rank: definition.rank?.(resource) ?? 0,
      sortKey,
      unnamed: () => unnamed(item, f),
    })
  } catch {
    return unreadableDraft(item, f)
  }
}

const isEmpty = (resource: Resource): boolean => Object.keys(resource).length === 0

const noResource = (f: Format) =>
  ({
    state: 'active',
    marks: [{ code: 'no-resource', tone: 'warning', text: f.speech.t('mark_noResource') }],
  }) as const

/** Never blank: the type in words, else where in the bundle the entry stands. */
function unnamed({ resource, position }: BundleItem, f: Format): string {
  const type = typeOf(resource)
  if (type === '') return f.speech.t('positionInBundle', { position: position + 1 })
  return f.speech.t('unnamed', { type: f.speech.type(type) ?? humanise(type) })
}

/** The first that is a date, a Period or a Timing with dates in it. */
function sortKeyOf(dates: readonly unknown[]): number | undefined {
  for (const date of dates) {
    const key = [date, ...list(field(date, 'event'))].map(dateSortKey).find((found) => found !== undefined)
    if (key !== undefined) return key
  }
  return undefined
}
