import { describe, expect, test } from 'vitest'
import { toPivots } from '../../../src/renderers/tables/trends/pivot'
import { toPlot } from '../../../src/renderers/tables/trends/plot'
import { toTrends, type Series, type Trends } from '../../../src/renderers/tables/trends/series'
import { ACCIDENT, bundleOf, formatFor, WRONG_SHAPES } from '../../support/fhir'

const trendsOf = (...resources: readonly unknown[]): Trends => {
  const bundle = bundleOf(...resources)
  return toTrends(bundle.items, formatFor(bundle))
}

const only = ({ series }: Trends): Series => {
  const [first, ...others] = series
  if (!first || others.length > 0) throw new Error(`${series.length} series`)
  return first
}

const sodium = (value: unknown, effectiveDateTime: string | undefined, more: object = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '2951-2' }], text: 'Sodium' },
  effectiveDateTime,
  valueQuantity: { value, unit: 'mmol/L' },
  ...more,
})

const range = (low: number, high: number) => ({
  referenceRange: [{ low: { value: low, unit: 'mmol/L' }, high: { value: high, unit: 'mmol/L' } }],
})

const pressure = (top: number, bottom: number, effectiveDateTime: string) => ({
  resourceType: 'Observation',
  code: { text: 'Blood pressure' },
  effectiveDateTime,
  component: [
    { code: { coding: [{ code: '8480-6' }] }, valueQuantity: { value: top, unit: 'mmHg' } },
    { code: { coding: [{ code: '8462-4' }] }, valueQuantity: { value: bottom, unit: 'mmHg' } },
  ],
})

const answer = (words: string, day: string) =>
  sodium(0, day, { valueQuantity: undefined, valueCodeableConcept: { text: words } })

const texts = ({ points }: Series) => points.map(({ text }) => text)

describe('a test that repeats', () => {
  test('is a series, the newest first, with 0 as a value', () => {
    const series = only(trendsOf(sodium(0, '2024-01-01'), sodium(140, '2025-01-01')))
    expect(series).toMatchObject({ label: 'Sodium', unit: 'mmol/L' })
    expect(texts(series)).toEqual(['140', '0'])
    expect(series.points[1]?.values).toEqual([0])
  })

  test('is none when it was made once, or twice at one time', () => {
    expect(trendsOf(sodium(140, '2024-01-01')).series).toEqual([])
    expect(trendsOf(sodium(140, '2024-01-01'), sodium(141, '2024-01-01')).series).toEqual([])
  })

  test('in two units is two tests: nothing is converted', () => {
    const other = { valueQuantity: { value: 322, unit: 'mg/dL' } }
    const { series } = trendsOf(
      sodium(140, '2024-01-01'),
      sodium(141, '2025-01-01'),
      sodium(0, '2024-02-01', other),
      sodium(0, '2025-02-01', other),
    )
    expect(series.map(({ unit }) => unit)).toEqual(['mmol/L', 'mg/dL'])
  })

  test('leaves out what was taken back, cancelled or of an unknown time, and says how many', () => {
    const { series, leftOut } = trendsOf(
      sodium(140, '2024-01-01'),
      sodium(141, '2025-01-01'),
      sodium(999, '2025-02-01', { status: 'entered-in-error' }),
      sodium(998, '2025-02-01', { status: 'cancelled' }),
      sodium(997, undefined),
      sodium(996, '2025-02-01', { modifierExtension: [{ url: 'urn:x' }] }),
    )
    expect(series.flatMap(texts)).toEqual(['141', '140'])
    expect(leftOut).toBe(4)
  })

  test('tells that a value is a limit, preliminary, flagged or absent', () => {
    const { points } = only(
      trendsOf(
        sodium(100, '2024-01-01', { valueQuantity: { value: 100, unit: 'mmol/L', comparator: '<' } }),
        sodium(141, '2025-01-01', { status: 'preliminary' }),
        sodium(160, '2026-01-01', { interpretation: [{ coding: [{ code: 'HH' }] }] }),
      ),
    )
    expect(points.map(({ text, isLimit }) => [text, isLimit])).toEqual([
      ['160', false],
      ['141', false],
      ['< 100', true],
    ])
    expect(points[0]?.flags).toEqual([{ severity: 'critical', text: 'Critically high' }])
    expect(points[1]?.remarks).toEqual(['Preliminary'])
  })

  test('answers in words are a series without a picture', () => {
    const series = only(trendsOf(answer('Detected', '2024-01-01'), answer('Not detected', '2024-02-01')))
    expect(texts(series)).toEqual(['Not detected', 'Detected'])
    expect(toPlot(series)).toBeUndefined()
  })

  test('blood pressure is one measurement of two numbers', () => {
    const series = only(trendsOf(pressure(132, 84, '2024-01-01'), pressure(128, 80, '2025-01-01')))
    expect(texts(series)).toEqual(['128/80', '132/84'])
    expect(toPlot(series)?.lines.map((line) => line.length)).toEqual([2, 2])
  })

  test('a band is drawn only where every value has the same range', () => {
    const same = trendsOf(
      sodium(140, '2024-01-01', range(135, 145)),
      sodium(150, '2025-01-01', range(135, 145)),
    )
    expect(only(same).band).toEqual({ low: 135, high: 145 })
    const other = trendsOf(
      sodium(140, '2024-01-01', range(135, 145)),
      sodium(150, '2025-01-01', range(136, 145)),
    )
    expect(only(other).band).toBeUndefined()
  })
})

describe('the picture', () => {
  test('lies in its frame, time to the right, large values on top, and marks have shapes', () => {
    const plot = toPlot(
      only(trendsOf(sodium(140, '2024-01-01', range(135, 145)), sodium(150, '2025-01-01', range(135, 145)))),
    )
    const [first, last] = plot?.lines[0] ?? []
    if (!plot?.band || !first || !last) throw new Error('no picture')
    expect(first.x).toBeLessThan(last.x)
    expect(first.y).toBeGreaterThan(last.y)
    expect([first.shape, last.shape]).toEqual(['plain', 'abnormal'])
    expect(first.y).toBeGreaterThan(plot.band.y)
    expect(last.y).toBeLessThan(plot.band.y)
    expect(plot.band.y + plot.band.height).toBeLessThanOrEqual(plot.height)
  })

  test('of values that never change is a line, not a division by zero', () => {
    const plot = toPlot(only(trendsOf(sodium(140, '2024-01-01'), sodium(140, '2025-01-01'))))
    expect(plot?.lines[0]?.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
  })
})

describe('the table', () => {
  test('has tests of the same days together, and says what has no column any more', () => {
    const days = [
      '2024-01-01',
      '2024-02-01',
      '2024-03-01',
      '2024-04-01',
      '2024-05-01',
      '2024-06-01',
      '2024-07-01',
    ]
    const chloride = { code: { text: 'Chloride' } }
    const { series } = trendsOf(
      ...days.map((day) => sodium(140, day)),
      ...days.slice(-2).map((day) => sodium(101, day, chloride)),
    )
    const [pivot, ...others] = toPivots(series)
    expect(others).toEqual([])
    expect(pivot?.days.map(({ day }) => day)).toEqual(days.toReversed().slice(0, 6))
    expect(pivot?.rows.map(({ earlier }) => earlier)).toEqual([1, 0])
    expect(pivot?.rows[1]?.cells.map((points) => points.length)).toEqual([1, 1, 0, 0, 0, 0])
  })

  test('counts every value once, in a cell or as an earlier one', () => {
    const { series } = trendsOf(
      sodium(140, '2024-01-01T08:00:00Z'),
      sodium(141, '2024-01-01T18:00:00Z'),
      sodium(142, '2024-02'),
    )
    const [row] = toPivots(series)[0]?.rows ?? []
    expect(row?.cells.map((points) => points.map(({ text }) => text))).toEqual([['142'], ['141', '140']])
  })
})

test('whatever shape the parts of results have, nothing is thrown and nothing is said by accident', () => {
  for (const shape of WRONG_SHAPES) {
    const parts = [
      'value',
      'valueQuantity',
      'component',
      'interpretation',
      'referenceRange',
      'status',
      'issued',
    ]
    const odd = Object.fromEntries(parts.map((name) => [name, shape]))
    const trends = trendsOf(
      sodium(1, '2024-01-01', odd),
      sodium(1, '2025-01-01', odd),
      sodium(1, '2024-01-01', { code: shape }),
      sodium(1, '2025-01-01', { code: shape, effectiveDateTime: shape, effectivePeriod: shape }),
    )
    expect(JSON.stringify(toPivots(trends.series))).not.toMatch(ACCIDENT)
    expect(trends.leftOut).toBeGreaterThanOrEqual(0)
  }
})
