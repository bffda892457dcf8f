import { expect, test } from 'vitest'
import { toCsv } from '../../../src/app/save/toCsv'
import type { DocumentPart } from '../../../src/renderers/document'

/** Lines of fields, without the mark of the file; for files without line feeds inside of fields. */
const linesOf = (parts: readonly DocumentPart[]) => toCsv(parts, 'en').slice(1).split('\r\n').slice(0, -1)

const table = (...cells: readonly string[]): DocumentPart => ({
  kind: 'table',
  title: 'T',
  columns: cells.map((_, index) => `c${index}`),
  rows: [{ marks: ['Entered in error'], state: 'retracted', cells: cells.map((cell) => [cell]) }],
})

test('a file begins with its mark, ends its lines with CRLF and has as many fields in each', () => {
  const text = toCsv([{ kind: 'note', severity: 'info', text: 'n' }, table('a', 'b')], 'en')
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  expect(
    linesOf([{ kind: 'note', severity: 'info', text: 'n' }, table('a', 'b')]).map(
      (line) => line.split(',').length,
    ),
  ).toEqual([5, 5, 5])
})

test('what a row is worth stands before what it says, and every row names its table', () => {
  const parts: DocumentPart[] = [
    { kind: 'heading', level: 1, text: 'Summary' },
    { kind: 'heading', level: 2, text: 'Allergies' },
    table('Penicillin'),
  ]
  expect(linesOf(parts)[1]).toBe('Summary > Allergies,Withdrawn,Entered in error,Penicillin')
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+1 312 555 0142', "'+1 312 555 0142"],
  ['-cmd|calc', "'-cmd|calc"],
  [' =1+1', "' =1+1"],
  ['\t=1', "'\t=1"],
  ['-5', '-5'],
  ['+3.2', '+3.2'],
  ['-0,5 %', '"-0,5 %"'],
  ['7.9', '7.9'],
  ['say "no"', '"say ""no"""'],
])('%j is no formula in a spreadsheet', (cell, expected) => {
  expect(linesOf([table(cell)])[1]).toBe(`,Withdrawn,Entered in error,${expected}`)
})

test('several lines of one cell stay in one field', () => {
  const parts: DocumentPart[] = [{ kind: 'fields', fields: [{ label: 'Phone', lines: ['a', 'b\nc'] }] }]
  expect(linesOf(parts)[1]).toBe(',,,Phone,a; b; c')
})
