import { field, flatList, record } from '../../core/fhir/shape'
import { itemsOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import { messages } from './messages'
import type { ViewContext } from '../renderer'
import { doseInSeries } from '../tables/definitions/immunizations'
import { createFormat, type Format } from '../tables/format'
import { bareCodes } from '../tables/formatCode'

/** What a recommendation says about one vaccine or disease. */
export interface Forecast {
  /** As sent, in small letters; '' where none is stated. */
  readonly code: string
  readonly label: string
  /** In words. */
  readonly status: string
  /** Dates, which dose, why, and what must not be given. */
  readonly lines: readonly string[]
  /** Late, or not to be given. */
  readonly isUrgent: boolean
}

/** By how much it matters to whoever is about to vaccinate; what is not here comes after it. */
const ORDER = ['overdue', 'contraindicated', 'due']
const URGENT: ReadonlySet<string> = new Set(['overdue', 'contraindicated'])

/** Every recommendation of every ImmunizationRecommendation, one for each vaccine. The entries have their table as well. */
export function forecastsOf(bundle: OrganizedBundle, context: ViewContext): readonly Forecast[] {
  const f = createFormat(bundle, context)
  return itemsOf(bundle, 'ImmunizationRecommendation')
    .flatMap((item) => flatList(item.resource['recommendation']).map((part) => toForecast(part, item, f)))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
}

const placeOf = ({ code }: Forecast): number => (ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length)

function toForecast(part: unknown, item: BundleItem, f: Format): Forecast {
  const t = messages(f.speech.language)
  const code = bareCodes(field(part, 'forecastStatus'))[0]?.toLowerCase() ?? ''
  const status = f.known(field(part, 'forecastStatus'), f.speech.status) ?? t('forecastNotStated')
  const made = f.date(item.resource['date'])
  return {
    code,
    label: labelOf(part, item, f) ?? f.speech.types('ImmunizationRecommendation') ?? t('forecasts'),
    status: made === undefined ? status : t('remark', { text: status, remark: t('madeOn', { date: made }) }),
    lines: linesOf(part, f),
    isUrgent: URGENT.has(code),
  }
}

function labelOf(part: unknown, item: BundleItem, f: Format): string | undefined {
  if (record(part) === undefined) return f.any(part)
  const words = [f.code(field(part, 'vaccineCode'), item), f.code(field(part, 'targetDisease'), item)]
  return words.filter((word) => word !== undefined).join(', ') || undefined
}

function linesOf(part: unknown, f: Format): readonly string[] {
  const t = messages(f.speech.language)
  const dates = flatList(field(part, 'dateCriterion')).flatMap((criterion) => {
    const date = f.date(field(criterion, 'value'), field(criterion, '_value'))
    const label = f.code(field(criterion, 'code'))
    if (date === undefined) return label ?? []
    return label === undefined ? date : t('dateFor', { label, date })
  })
  const dose = doseInSeries(part, f)
  const named = (key: 'series' | 'reason' | 'not', text: string | undefined) =>
    text === undefined ? [] : [t(key, { text })]
  return [
    ...dates,
    ...(dose === undefined ? [] : [t('doseNumber', { dose })]),
    ...named('series', f.text(field(part, 'series'))),
    ...named('reason', f.code(field(part, 'forecastReason'))),
    ...named('not', f.code(field(part, 'contraindicatedVaccineCode'))),
    ...[f.text(field(part, 'description'))].filter((text) => text !== undefined),
  ]
}
