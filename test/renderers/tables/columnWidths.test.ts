import { describe, expect, test } from 'vitest'
import { columnWidths, fluidWidths, headsWith } from '../../../src/renderers/tables/columnWidths'
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

  test('a value that is copied has room for itself and its button, before the sentences have theirs', () => {
    const lot = { ...rowOf('Tdap', '00-AB12-33491', 'a sentence of many words '.repeat(9)) }
    const read = columnWidths(layoutFor(3), [lot], 35)
    const copied = columnWidths(layoutFor(3), [{ ...lot, copies: [[], ['00-AB12-33491'], []] }], 35)
    expect(read[1]).toBe(7)
    expect((copied[1] ?? 0) * 16).toBeGreaterThanOrEqual('00-AB12-33491'.length * 9 + 12 + 32)
    expect(sum(copied) + 6).toBeLessThanOrEqual(35)
  })

  test('a long value that is copied does not push the others aside', () => {
    const udi = '(01)00844588003288(17)141120(10)7654321D(21)10987654d321'
    const [, width = 0] = columnWidths(layoutFor(2), [{ ...rowOf('Pump', udi), copies: [[], [udi]] }], 60)
    expect(width).toBe(15)
  })

  test('values that are copied fit into the narrowest table as well', () => {
    for (const count of [3, 5, 7]) {
      const row = rowOf('Tdap', ...Array.from({ length: count - 1 }, () => '00-AB12-33491'))
      const copies = Array.from({ length: count }, (_, index) => (index === 0 ? [] : ['00-AB12-33491']))
      const widths = columnWidths(layoutFor(count), [{ ...row, copies }], leastWidth(count))
      expect(sum(widths) + 6).toBeLessThanOrEqual(Math.max(leastWidth(count), 11 + 7 * (count - 1) + 6))
    }
  })

  test('columns grow with their table, and never beyond it', () => {
    const note = 'a sentence of many words '.repeat(9)
    const widths = fluidWidths(layoutFor(3), [rowOf('Fever', 'Active', note)], leastWidth(3))
    expect(widths[0]).toBe('11rem')
    expect(widths[2]).toMatch(/^clamp\([\d.]+rem, [\d.]+rem \+ [\d.]+ \* \(100cqi - [\d.]+rem\), 14rem\)$/)
    for (const table of [31, 34, 40, 60]) {
      expect(sum(widths.map((width) => remOf(width, table))) + 6).toBeLessThanOrEqual(table + 0.25)
    }
  })

  test('the heads say it to the cells below', () => {
    expect(headsWith(['11rem', '4.5rem'])).toEqual({
      '& thead th:nth-of-type(1)': { minWidth: '11rem' },
      '& thead th:nth-of-type(2)': { minWidth: '4.5rem' },
    })
  })
})

/** What a browser makes of a width in a table of so many rem. */
function remOf(width: string, table: number): number {
  const [least = 0, from = 0, share = 0, start = 0, most = 0] = width.startsWith('clamp')
    ? (width.match(/\d+(?:\.\d+)?/g) ?? []).flatMap((number, index) => (index === 3 ? [] : Number(number)))
    : [Number.parseFloat(width), Number.parseFloat(width), 0, 0, Number.parseFloat(width)]
  return Math.min(Math.max(least, from + share * (table - start)), most)
}
