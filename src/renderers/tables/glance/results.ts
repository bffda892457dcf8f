import { dateSortKey } from '../../../core/fhir/date'
import { field, flatList, text } from '../../../core/fhir/shape'
import { typeOf, type BundleItem } from '../../../core/organizeResources'
import { flagOf, isJudged, type Flag } from '../flags'
import { bareCodes } from '../formatCode'
import { standingOf } from '../marks'
import { resultLines } from '../definitions/results'
import { toCell } from '../lines'
import { testKey } from '../testKey'
import { dayOf } from './dayOf'
import type { GlanceGroup, GlanceItem, GlanceNote, GlancePlace } from './types'

interface Result {
  readonly item: BundleItem
  readonly flags: readonly Flag[]
  readonly isJudged: boolean
  readonly sortKey: number
}

/** Results of one test together. Words are only made for a test that has no code: there may be thousands. */
function byTest(
  items: readonly BundleItem[],
  { f }: GlancePlace,
): ReadonlyMap<string, readonly BundleItem[]> {
  const tests = new Map<string, BundleItem[]>()
  for (const item of items) {
    if (typeOf(item.resource) !== 'Observation') continue
    const code = item.resource['code']
    const key = testKey(code, text(field(code, 'text'))) ?? f.label(item.resource, item) ?? item.ref
    const same = tests.get(key)
    if (same) same.push(item)
    else tests.set(key, [item])
  }
  return tests
}

/** The newest that holds. */
function newestOf(items: readonly BundleItem[], place: GlancePlace): Result | undefined {
  const dated = items.map((item) => ({ item, sortKey: momentOf(item) }))
  for (const { item, sortKey } of dated.toSorted((a, b) => b.sortKey - a.sortKey || 0)) {
    const result = toResult(item, sortKey, place)
    if (result) return result
  }
  return undefined
}

const momentOf = ({ resource }: BundleItem): number =>
  dateSortKey(resource['effectiveDateTime'] ?? resource['effectivePeriod'] ?? resource['effectiveInstant']) ??
  dateSortKey(resource['issued']) ??
  Number.NEGATIVE_INFINITY

/** How somebody lives, and what they answered, is no result that has a normal. */
const NO_RESULTS: ReadonlySet<string> = new Set(['social-history', 'survey'])

/** The newest result of each test, where it is flagged or outside its range; the rest is counted. */
export function resultsGroup(place: GlancePlace): GlanceGroup | undefined {
  const { t, source } = place
  const results = [...byTest(source.items, place).values()].flatMap((items) => newestOf(items, place) ?? [])
  if (results.length === 0) return undefined
  const flagged = results
    .filter(({ flags }) => flags.length > 0)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || b.sortKey - a.sortKey)
  const unjudged = results.filter((result) => !result.isJudged).length
  const count = results.length - unjudged
  const notes: readonly GlanceNote[] = [
    ...(count === 0
      ? []
      : [
          flagged.length === 0
            ? ({ kind: 'aside', text: t('resultsJudged', { count }) } as const)
            : ({ kind: 'aside', text: t('resultsFlagged', { count, flagged: flagged.length }) } as const),
        ]),
    ...(unjudged > 0 ? [{ kind: 'aside', text: t('unjudged', { count: unjudged }) } as const] : []),
  ]
  return { id: 'results', title: t('results'), items: flagged.map((result) => toItem(result, place)), notes }
}

const rankOf = ({ flags }: Result): number => (flags.some(({ severity }) => severity === 'critical') ? 0 : 1)

function toResult(item: BundleItem, sortKey: number, { f }: GlancePlace): Result | undefined {
  const { resource } = item
  if (typeOf(resource) !== 'Observation') return undefined
  if (bareCodes(resource['category']).some((code) => NO_RESULTS.has(code))) return undefined
  const { state, marks } = standingOf(resource, f)
  if (state !== 'active' || marks.some(({ code }) => code === 'unknown-modifier')) return undefined
  const components = flatList(resource['component'])
  const parts = components.length === 0 ? [resource] : [resource, ...components]
  const hasValue = parts.some((part) => f.value(part, 'value', item) !== undefined)
  if (!hasValue && resource['interpretation'] === undefined) return undefined
  return {
    item,
    flags: parts.flatMap((part) => flagOf(part, f) ?? []),
    isJudged: parts.some(isJudged),
    sortKey,
  }
}

/** Of a result only what it is, when it was and what is remarkable; its row has the rest. */
function toItem({ item, flags }: Result, { f }: GlancePlace): GlanceItem {
  const { resource } = item
  const name = f.label(resource, item) ?? f.speech.type('Observation') ?? item.ref
  const value = toCell(resultLines(resource, f, item)).join('; ')
  const date =
    dayOf(resource['effectiveDateTime'], f) ??
    f.value(resource, 'effective', item) ??
    f.date(field(resource, 'issued'))
  const unique = [...new Map(flags.map((flag) => [flag.text, flag])).values()]
  return {
    ref: item.ref,
    text: name,
    ...(value !== '' && { detail: value }),
    ...(date !== undefined && { date }),
    marks: [
      ...unique.map(({ severity, text: words }) => ({
        code: `flag-${severity}`,
        tone: severity === 'critical' ? ('error' as const) : ('warning' as const),
        text: words,
      })),
      ...standingOf(resource, f).marks.filter(({ tone }) => tone === 'error' || tone === 'warning'),
    ],
  }
}
