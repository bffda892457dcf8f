import { expect, test } from 'vitest'
import { layoutOf } from '../../../src/renderers/tables/layout'

const named = (...headers: readonly string[]) => headers.map((header) => ({ header }))

test('a table that has room for its columns stays as it is', () => {
  const columns = named('a', 'b', 'c', 'd', 'e', 'f', 'g')
  const { columns: laid, arrange } = layoutOf(columns, 'en')
  expect(laid).toBe(columns)
  expect(arrange([['1'], [], ['3']])).toEqual([['1'], [], ['3']])
})

test('the last columns of a wide one become lines with their names, before what is there already', () => {
  const columns = named('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'Further information')
  const { columns: laid, arrange } = layoutOf(columns, 'en')
  expect(laid.map(({ header }) => header)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'Further information'])
  const cells = [['1'], ['2'], ['3'], ['4'], ['5'], ['6'], ['0'], [], ['note']]
  expect(arrange(cells)).toEqual([['1'], ['2'], ['3'], ['4'], ['5'], ['6'], ['g: 0', 'note']])
})

test('no line of any cell is lost, whether or not there is such a column', () => {
  const columns = named('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
  const { columns: laid, arrange } = layoutOf(columns, 'en')
  expect(laid).toHaveLength(7)
  const cells = columns.map((_, index) => [`x${index}`, `y${index}`])
  const words = arrange(cells).flat().join('\n')
  expect(cells.flat().filter((line) => !words.includes(line))).toEqual([])
})
