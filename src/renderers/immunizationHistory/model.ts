import { itemsOf, typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import type { Row, RowState, TableModel } from '../tables/table'
import { toTables } from '../tables/toTables'
import { noVaccinationOf } from '../tables/vaccineKind'
import { diseaseLines, type DiseaseLine } from './byDisease'
import { forecastsOf, type Forecast } from './forecasts'
import { messages } from './messages'

export interface ImmunizationHistoryModel {
  /** How many vaccinations hold; what was not given, or withdrawn, is not among them, nor are skin tests. */
  readonly doses: number
  /** What was given first, then what does not count, each under words that say so. Groups without entries are left out. */
  readonly groups: readonly Group[]
  /** The same doses by what they protect against; empty when nothing in the record tells. */
  readonly diseases: readonly DiseaseLine[]
  /** What a recommendation says about each vaccine: what is overdue or due first, what must not be given among it. */
  readonly forecasts: readonly Forecast[]
  /** Everything else. */
  readonly rest: readonly TableModel[]
}

export interface Group {
  readonly state: GroupState
  /** What the entries have in common, where they do not count; `undefined` for what was given. */
  readonly lead?: string
  /** The newest first; undated ones last. */
  readonly table: TableModel
}

/** Tests that were done stand apart from the vaccines that were given. */
export type GroupState = RowState | 'skin-test'

const GROUPS = [
  { state: 'active', title: 'given', lead: undefined },
  { state: 'skin-test', title: 'skinTests', lead: 'skinTestsLead' },
  { state: 'negated', title: 'notGiven', lead: 'notGivenLead' },
  { state: 'inactive', title: 'inactive', lead: 'inactiveLead' },
  { state: 'retracted', title: 'retracted', lead: 'retractedLead' },
] as const satisfies readonly {
  readonly state: GroupState
  readonly title: string
  readonly lead?: string | undefined
}[]

/** Vaccinations by whether they count, and every other entry in tables. Pure. */
export function toModel(bundle: OrganizedBundle, context: ViewContext): ImmunizationHistoryModel {
  const t = messages(context.language)
  const rows = toTables(itemsOf(bundle, 'Immunization'), bundle, context).flatMap((table) => table.rows)
  const groups = GROUPS.flatMap(({ state, title, lead }): readonly Group[] => {
    const items = rows.filter((row) => groupOf(row) === state).map(({ item }) => item)
    const [table] = toTables(items, bundle, context)
    if (table === undefined) return []
    return [{ state, ...(lead !== undefined && { lead: t(lead) }), table: { ...table, title: t(title) } }]
  })
  const given = rows.filter((row) => groupOf(row) === 'active')
  return {
    doses: given.length,
    groups,
    diseases: diseaseLines(given, bundle, context),
    forecasts: forecastsOf(bundle, context),
    rest: toTables(bundle.items.filter(isOther), bundle, context),
  }
}

const groupOf = ({ state, item }: Row): GroupState =>
  state === 'active' && noVaccinationOf(item.resource) === 'skin-test' ? 'skin-test' : state

const isOther = ({ resource }: BundleItem): boolean => typeOf(resource) !== 'Immunization'
