import { dateSortKey } from '../../../core/fhir/date'
import { field, flatList } from '../../../core/fhir/shape'
import { typeOf } from '../../../core/organizeResources'
import { absenceOf } from '../absence'
import { bareCodes } from '../formatCode'
import { isInactive, standingOf } from '../marks'
import { noVaccinationOf } from '../vaccineKind'
import { dayOf } from './dayOf'
import type { GlanceGroup, GlanceItem, GlancePlace } from './types'

/** Forecasts that ask somebody to do something, or to leave it. */
const URGENT: ReadonlySet<string> = new Set(['due', 'overdue', 'contraindicated'])

/** What the recommendations of a record call due, overdue or contraindicated. */
export function vaccinationsDue({ f, t, source }: GlancePlace): GlanceGroup | undefined {
  const items = source.items.flatMap((item): readonly GlanceItem[] => {
    if (typeOf(item.resource) !== 'ImmunizationRecommendation') return []
    if (isInactive(standingOf(item.resource, f))) return []
    return flatList(item.resource['recommendation']).flatMap((part) => {
      const codes = bareCodes(field(part, 'forecastStatus')).map((code) => code.toLowerCase())
      const text = f.code(field(part, 'vaccineCode')) ?? f.code(field(part, 'targetDisease'))
      if (text === undefined || !codes.some((code) => URGENT.has(code))) return []
      const status = f.known(field(part, 'forecastStatus'), f.speech.status) ?? codes.join(', ')
      const tone = codes.includes('due') ? ('info' as const) : ('warning' as const)
      return [{ ref: item.ref, text, marks: [{ code: codes[0] ?? '', tone, text: status }] }]
    })
  })
  return items.length === 0 ? undefined : { id: 'dueVaccines', title: t('dueVaccines'), items, notes: [] }
}

/** How many vaccinations were given, and the newest of them. Those not given are never counted as given. */
export function latestVaccinations({ f, t, source }: GlancePlace): GlanceGroup | undefined {
  const given = source.items.filter(
    (item) =>
      typeOf(item.resource) === 'Immunization' &&
      standingOf(item.resource, f).state === 'active' &&
      noVaccinationOf(item.resource) === undefined &&
      absenceOf(item, f) === undefined,
  )
  const newest = given
    .map((item) => ({
      item,
      sortKey: dateSortKey(item.resource['occurrenceDateTime'] ?? item.resource['date']),
    }))
    .filter(({ sortKey }) => sortKey !== undefined)
    .toSorted((a, b) => (b.sortKey ?? 0) - (a.sortKey ?? 0))[0]?.item
  if (given.length === 0) return undefined
  const title = t('countedTitle', { title: t('immunizations'), count: given.length })
  const date =
    newest &&
    (dayOf(newest.resource['occurrenceDateTime'], f) ?? f.value(newest.resource, 'occurrence', newest))
  const name = newest && f.label(newest.resource, newest)
  return {
    id: 'immunizations',
    title,
    items:
      newest && name !== undefined
        ? [{ ref: newest.ref, text: t('latest', { text: name }), marks: [], ...(date && { date }) }]
        : [],
    notes: [],
  }
}
