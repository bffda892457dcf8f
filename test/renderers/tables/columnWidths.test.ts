import { describe, expect, test } from 'vitest'
import { columnWidths, headsWith } from '../../../src/renderers/tables/columnWidths'
import { layoutOf } from '../../../src/renderers/tables/layout'
import type { Row } from '../../../src/renderers/tables/table'
import { leastWidth } from '../../../src/renderers/tables/tableStyles'

const layoutFor = (count: number) =>
  layoutOf(
    Array.from({ length: count }, (_, index) => ({ header: `Column ${index}` })),
    'en',
  )
const rowOf = (...cells: readonly string[]): Row => ({ cells: cells.map((cell) => [cell]) }) as unknown as Row
const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0)

describe('widths of columns', () => {
  test('a column of single words leaves its room to the one with the sentences', () => {
    const [, status = 0, note = 0] = columnWidths(
      layoutFor(3),
      [rowOf('Fever', 'Active', 'x'.repeat(40).concat(' ').repeat(5))],
      60,
    )
    expect(status).toBeLessThan(6)
    expect(note).toBeGreaterThan(2 * status)
  })

  test('the longest word of a column stays in one piece', () => {
    const [, certainty = 0] = columnWidths(layoutFor(2), [rowOf('Fever', 'Confirmed')], 60)
    expect(certainty * 16).toBeGreaterThanOrEqual('Confirmed'.length * 9 + 12)
  })

  test('all of them, with the buttons, fit into the narrowest table that is one', () => {
    for (const count of [3, 5, 7]) {
      const long = Array.from({ length: count }, () => 'a sentence of many words '.repeat(9))
      const room = leastWidth(count)
      expect(sum(columnWidths(layoutFor(count), [rowOf(...long)], room)) + 6).toBeLessThanOrEqual(
        Math.max(room, 11 + 7 * (count - 1) + 6),
      )
    }
  })

  test('the heads say it to the cells below', () => {
    expect(headsWith([11, 4.46])).toEqual({
      '& thead th:nth-of-type(1)': { minWidth: '11rem' },
      '& thead th:nth-of-type(2)': { minWidth: '4.5rem' },
    })
  })
})
