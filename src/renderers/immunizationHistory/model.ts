import { itemsOf, typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import { createFormat } from '../tables/format'
import type { Row, RowState, TableModel } from '../tables/table'
import { toTables } from '../tables/toTables'
import { diseasesOf, type Disease } from './diseases'
import { messages } from './messages'

export interface ImmunizationHistoryModel {
  /** How many vaccinations hold; what was not given, or withdrawn, is not among them. */
  readonly doses: number
  /** What was given first, then what does not count, each under words that say so. Groups without entries are left out. */
  readonly groups: readonly Group[]
  /** The same doses by what they protect against, in words; empty when no vaccine has a CVX code. */
  readonly diseases: readonly DiseaseLine[]
  /** Everything else. */
  readonly rest: readonly TableModel[]
}

export interface Group {
  readonly state: RowState
  /** What the entries have in common, where they do not count; `undefined` for what was given. */
  readonly lead?: string
  /** The newest first; undated ones last. */
  readonly table: TableModel
}

export interface DiseaseLine {
  readonly disease: Disease | 'other'
  readonly label: string
  /** How many doses, and when the latest was. */
  readonly doses: string
}

const GROUPS = [
  { state: 'active', title: 'given', lead: undefined },
  { state: 'negated', title: 'notGiven', lead: 'notGivenLead' },
  { state: 'inactive', title: 'inactive', lead: 'inactiveLead' },
  { state: 'retracted', title: 'retracted', lead: 'retractedLead' },
] as const satisfies readonly {
  readonly state: RowState
  readonly title: string
  readonly lead?: string | undefined
}[]

/** Vaccinations by whether they count, and every other entry in tables. Pure. */
export function toModel(bundle: OrganizedBundle, context: ViewContext): ImmunizationHistoryModel {
  const t = messages(context.language)
  const rows = toTables(itemsOf(bundle, 'Immunization'), bundle, context).flatMap((table) => table.rows)
  const groups = GROUPS.flatMap(({ state, title, lead }): readonly Group[] => {
    const items = rows.filter((row) => row.state === state).map(({ item }) => item)
    const [table] = toTables(items, bundle, context)
    if (table === undefined) return []
    return [{ state, ...(lead !== undefined && { lead: t(lead) }), table: { ...table, title: t(title) } }]
  })
  const given = rows.filter((row) => row.state === 'active')
  return {
    doses: given.length,
    groups,
    diseases: diseaseLines(given, bundle, context),
    rest: toTables(bundle.items.filter(isOther), bundle, context),
  }
}

/** One line a disease, the one of the latest dose first; what no code assigns is counted last, and not left out. */
function diseaseLines(
  given: readonly Row[],
  bundle: OrganizedBundle,
  context: ViewContext,
): readonly DiseaseLine[] {
  const byDisease = new Map<Disease | 'other', Row[]>()
  for (const row of given) {
    const diseases = diseasesOf(row.item.resource['vaccineCode'])
    for (const disease of diseases.length === 0 ? (['other'] as const) : diseases) {
      byDisease.set(disease, [...(byDisease.get(disease) ?? []), row])
    }
  }
  if ([...byDisease.keys()].every((disease) => disease === 'other')) return []
  const t = messages(context.language)
  const f = createFormat(bundle, context)
  return [...byDisease]
    .toSorted(([a], [b]) => Number(a === 'other') - Number(b === 'other'))
    .map(([disease, [latest, ...earlier]]) => {
      const doses = t('doses', { count: earlier.length + 1 })
      // Rows are sorted by date, undated ones last.
      const date =
        latest?.sortKey === undefined ? undefined : f.value(latest.item.resource, 'occurrence', latest.item)
      return {
        disease,
        label: disease === 'other' ? t('otherVaccines') : t(`disease_${disease}`),
        doses: date === undefined ? doses : t('latest', { doses, date }),
      }
    })
}

const isOther = ({ resource }: BundleItem): boolean => typeOf(resource) !== 'Immunization'
