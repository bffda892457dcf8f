import { describe, expect, test } from 'vitest'
import type { TableModel } from '../../../src/renderers/tables/table'
import { tablesOf } from '../../support/fhir'

const result = (text: string, day: string, more: object = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text },
  effectiveDateTime: `2024-05-${day}`,
  ...more,
})
const to = (...positions: readonly number[]) =>
  positions.map((position) => ({ reference: `urn:test:${position}` }))
const report = (listed: readonly object[], more: object = {}) => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: 'Blood count' },
  effectiveDateTime: '2024-05-03',
  result: listed,
  ...more,
})

function results(...resources: readonly unknown[]): TableModel {
  const table = tablesOf(resources).find(({ type }) => type === 'Observation')
  if (!table) throw new Error('no results')
  return table
}

/** Each row with how far in it stands. */
const outline = ({ rows, places }: TableModel) =>
  rows.map(({ item, label }) => [label, places?.get(item)?.depth ?? 0])

/** The places of the rows, by their labels. */
const placeOf = ({ rows, places }: TableModel, label: string) =>
  rows.flatMap((row) => (row.label === label ? (places?.get(row.item) ?? []) : []))[0]

describe('results of a panel', () => {
  test('stand under it, where the newest of them would, and each once', () => {
    const table = results(
      result('Glucose', '05'),
      { resourceType: 'Observation', status: 'final', code: { text: 'Electrolytes' }, hasMember: to(2, 3) },
      result('Sodium', '09'),
      result('Potassium', '01'),
    )
    expect(outline(table)).toEqual([
      ['Electrolytes', 0],
      ['Sodium', 1],
      ['Potassium', 1],
      ['Glucose', 0],
    ])
    expect(placeOf(table, 'Electrolytes')?.note).toBe('2 results below')
    expect(placeOf(table, 'Sodium')?.within).toBe('Electrolytes')
  })

  test('are counted, also where there is but one, and where others were not sent', () => {
    const table = results(
      result('Panel', '05', { hasMember: [...to(1), { reference: 'urn:test:lost' }] }),
      result('Sodium', '05'),
    )
    expect(placeOf(table, 'Panel')?.note).toBe('1 result below, 1 not in this list')
  })

  test('may be panels themselves', () => {
    const table = results(
      result('Outer', '05', { hasMember: to(1) }),
      result('Inner', '05', { hasMember: to(2) }),
      result('Sodium', '05'),
    )
    expect(outline(table)).toEqual([
      ['Outer', 0],
      ['Inner', 1],
      ['Sodium', 2],
    ])
  })

  test.each([
    ['itself', [result('A', '05', { hasMember: to(0) })], 1],
    ['each other', [result('A', '05', { hasMember: to(1) }), result('B', '04', { hasMember: to(0) })], 2],
    [
      'one another in a ring',
      [
        result('A', '05', { hasMember: to(1) }),
        result('B', '04', { hasMember: to(2) }),
        result('C', '03', { hasMember: to(0) }),
      ],
      3,
    ],
  ])('are all there when they contain %s', (_name, resources, count) => {
    expect(new Set(results(...resources).rows.map(({ ref }) => ref)).size).toBe(count)
  })

  test('stay with what does not hold when they were entered in error', () => {
    const table = results(
      result('Panel', '05', { hasMember: to(1, 2) }),
      result('Wrong', '05', { status: 'entered-in-error' }),
      result('Right', '05'),
    )
    expect(outline(table)).toEqual([
      ['Panel', 0],
      ['Right', 1],
      ['Wrong', 0],
    ])
  })
})

describe('results of a report', () => {
  test('stand under its heading, with the panels among them', () => {
    const table = results(
      report(to(1, 2)),
      result('Leukocytes', '03'),
      result('Differential', '02', { hasMember: to(3) }),
      result('Neutrophils', '02'),
      result('Glucose', '01'),
    )
    expect(outline(table)).toEqual([
      ['Leukocytes', 1],
      ['Differential', 1],
      ['Neutrophils', 2],
      ['Glucose', 0],
    ])
    expect(placeOf(table, 'Leukocytes')?.heading).toBe('Report: Blood count, May 3, 2024 (2 results below)')
    expect(placeOf(table, 'Differential')?.heading).toBeUndefined()
  })

  test('stand for themselves when the report was withdrawn', () => {
    const table = results(report(to(1), { status: 'entered-in-error' }), result('Leukocytes', '03'))
    expect(table.places).toBeUndefined()
  })

  test('survive references of any shape', () => {
    for (const broken of [null, 5, 'x', {}, [null], [[{}]], { reference: 7 }, [{ reference: null }]]) {
      const table = results({ ...report([]), result: broken }, result('A', '01', { hasMember: broken }))
      expect(table.rows).toHaveLength(1)
    }
  })
})
