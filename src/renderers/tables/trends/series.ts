import { dateSortKey } from '../../../core/fhir/date'
import { readQuantity } from '../../../core/fhir/quantity'
import { field, flatList, number, records, text } from '../../../core/fhir/shape'
import { codesOf } from '../../../core/fhir/code'
import { typeOf, type BundleItem } from '../../../core/organizeResources'
import { flagOf, limitsOf, type Flag, type Limits } from '../flags'
import type { Format } from '../format'
import { standingOf } from '../marks'
import { testKey } from '../testKey'

/** One value of a test, at one time. */
export interface Point {
  readonly ref: string
  /** In words, with what stands in front of it: `< 5`. Without the unit of the series. */
  readonly text: string
  /** What a picture may draw: one number, or the upper and the lower of a blood pressure. Empty: words, or no value at all. */
  readonly values: readonly number[]
  /** `<`, `>` and the like: the number is a limit and no result. */
  readonly isLimit: boolean
  readonly flags: readonly Flag[]
  /** Preliminary, corrected and the like, in words. */
  readonly remarks: readonly string[]
  readonly range?: string
  readonly limits?: Limits
  /** Epoch milliseconds. */
  readonly sortKey: number
  /** The day, as `2026-01-06`, `2026-01` or `2026`. */
  readonly day: string
  /** When, in words, with the hour where it was recorded. */
  readonly date: string
}

/** The values of one test in one unit. Another unit is another series: nothing is ever converted. */
export interface Series {
  readonly key: string
  readonly label: string
  /** '' where the values have none. */
  readonly unit: string
  /** The newest first. */
  readonly points: readonly Point[]
  /** The limits that every value came with; absent when they differ or there are none. */
  readonly band?: Limits
}

export interface Trends {
  readonly series: readonly Series[]
  /** Values of these tests that are not in the series: taken back, cancelled, or of an unknown time. */
  readonly leftOut: number
}

interface Measure {
  readonly key: string
  readonly label: string
  readonly unit: string
  /** Absent: taken back, or nobody knows when it was. */
  readonly point?: Point
}

/** The tests that repeat among some Observations: at least two times, at least one of them with a value. Pure and total. */
export function toTrends(items: readonly BundleItem[], f: Format): Trends {
  const byTest = new Map<string, Measure[]>()
  for (const measure of repeating(items).flatMap((item) => measuresOf(item, f))) {
    const key = `${measure.key} ${measure.unit}`
    const same = byTest.get(key)
    if (same) same.push(measure)
    else byTest.set(key, [measure])
  }
  const repeated = [...byTest].flatMap(([key, measures]) => {
    const series = toSeries(key, measures)
    return series ? { series, leftOut: measures.length - series.points.length } : []
  })
  return {
    series: repeated.map(({ series }) => series),
    leftOut: repeated.reduce((sum, { leftOut }) => sum + leftOut, 0),
  }
}

/** Observations of a test that there is another one of: only they are put into words, for there may be thousands. */
function repeating(items: readonly BundleItem[]): readonly BundleItem[] {
  const keyed = items.map((item) => {
    const code = item.resource['code']
    return { item, key: testKey(code, text(field(code, 'text'))) }
  })
  const counts = new Map<string | undefined, number>()
  for (const { key } of keyed) counts.set(key, (counts.get(key) ?? 0) + 1)
  return keyed.flatMap(({ item, key }) => (key !== undefined && (counts.get(key) ?? 0) > 1 ? item : []))
}

function toSeries(key: string, measures: readonly Measure[]): Series | undefined {
  const points = measures.flatMap(({ point }) => point ?? []).toSorted((a, b) => b.sortKey - a.sortKey)
  const [newest] = measures
  const isRepeated = new Set(points.map(({ sortKey }) => sortKey)).size > 1
  if (!newest || !isRepeated) return undefined
  const [first, ...others] = points.map(({ limits }) => limits)
  const isSame = others.every((limits) => limits?.low === first?.low && limits?.high === first?.high)
  return {
    key,
    label: newest.label,
    unit: newest.unit,
    points,
    ...(first && isSame && { band: first }),
  }
}

/** The own value of an Observation, its blood pressure as a pair, and each of its other parts. A mistake of ours in one takes no other along. */
function measuresOf(item: BundleItem, f: Format): readonly Measure[] {
  if (typeOf(item.resource) !== 'Observation') return []
  try {
    const { resource } = item
    const pressure = pressureOf(item, f)
    const parts = flatList(resource['component']).filter((part) => !pressure?.parts.includes(part))
    const label = f.code(resource['code'], item)
    const measured = [
      measureOf(resource, label, item, f),
      ...parts.map((part) => measureOf(part, f.code(field(part, 'code')), item, f)),
    ]
    return [...(pressure ? [pressure.measure] : []), ...measured].filter((measure) => measure !== undefined)
  } catch {
    return []
  }
}

function measureOf(
  part: unknown,
  label: string | undefined,
  item: BundleItem,
  f: Format,
): Measure | undefined {
  const key = testKey(field(part, 'code'), label)
  const words = f.value(part, 'value', item)
  if (key === undefined || label === undefined || words === undefined) return undefined
  const facts = readQuantity(field(part, 'valueQuantity'))
  const digits = facts?.digits
  const value = number(digits) ?? number(field(part, 'valueInteger'))
  const amount = [facts?.comparator, digits].filter((one) => one !== undefined).join(' ')
  return {
    key,
    label,
    unit: digits === undefined ? '' : (facts?.unit ?? ''),
    ...pointOf(item, f, {
      text: digits === undefined ? words : amount,
      values: value === undefined ? [] : [value],
      isLimit: facts?.comparator !== undefined,
      parts: [part],
    }),
  }
}

interface Drawn {
  readonly text: string
  readonly values: readonly number[]
  readonly isLimit: boolean
  /** What the flags and the ranges are read from. */
  readonly parts: readonly unknown[]
}

function pointOf(item: BundleItem, f: Format, drawn: Drawn): { readonly point?: Point } {
  const { resource } = item
  const { parts, ...own } = drawn
  const { state, marks } = standingOf(resource, f)
  const when = resource['effectiveDateTime'] ?? resource['effectiveInstant'] ?? resource['effectivePeriod']
  const sortKey = dateSortKey(when)
  if (state !== 'active' || sortKey === undefined || marks.some(({ code }) => UNSAFE.has(code))) return {}
  const start = text(when) ?? text(field(when, 'start')) ?? text(field(when, 'end')) ?? ''
  const [part] = parts
  const limits = parts.length === 1 ? limitsOf(part) : undefined
  const range = parts.length === 1 ? rangeOf(part, f) : undefined
  return {
    point: {
      ...own,
      ref: item.ref,
      flags: parts.flatMap((one) => flagOf(one, f) ?? []),
      remarks: marks.filter(({ tone }) => tone !== 'neutral').map((mark) => mark.text),
      ...(range !== undefined && { range }),
      ...(limits && { limits }),
      sortKey,
      day: /^[^Tt ]*/.exec(start)?.[0] ?? start,
      date: f.period(when) ?? start,
    },
  }
}

/** Qualifiers that nobody understands may turn a value around. */
const UNSAFE: ReadonlySet<string> = new Set(['unknown-modifier', 'implicit-rules'])

const rangeOf = (part: unknown, f: Format): string | undefined => {
  const [range, ...others] = records(field(part, 'referenceRange'))
  if (!range || others.length > 0) return undefined
  return f.range({ low: range['low'], high: range['high'] }) ?? f.text(range['text'])
}

const SYSTOLIC = '8480-6'
const DIASTOLIC = '8462-4'

/** Blood pressure is one measurement of two numbers. `undefined` unless both are plain numbers in one unit. */
function pressureOf(
  item: BundleItem,
  f: Format,
): { readonly parts: readonly unknown[]; readonly measure: Measure } | undefined {
  const { resource } = item
  const having = (code: string) =>
    records(resource['component']).find((part) => codesOf(part['code']).includes(code))
  const parts = [having(SYSTOLIC), having(DIASTOLIC)]
  const [top, bottom] = parts.map((part) => readQuantity(part?.['valueQuantity']))
  const label = f.code(resource['code'], item)
  const key = testKey(resource['code'], label)
  const values = [number(top?.digits), number(bottom?.digits)].filter((value) => value !== undefined)
  if (key === undefined || label === undefined || values.length < 2 || top?.unit !== bottom?.unit)
    return undefined
  if (top?.comparator !== undefined || bottom?.comparator !== undefined) return undefined
  const drawn = { text: `${top?.digits}/${bottom?.digits}`, values, isLimit: false, parts }
  return { parts, measure: { key, label, unit: top?.unit ?? '', ...pointOf(item, f, drawn) } }
}
