import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { recordDocument } from '../../../src/app/save/recordDocument'
import { toCsv } from '../../../src/app/save/toCsv'
import type { DocumentPart } from '../../../src/renderers/document'
import { viewContext } from '../../support/fhir'
import { opened } from '../../support/open'
import { wordsOf } from '../../support/wordsOf'

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
  ['a;=1+1', "a;'=1+1"],
  ['a; @SUM(A1)', "a;' @SUM(A1)"],
  ["a;-2+cmd|' /C calc'!A0", "a;'-2+cmd|' /C calc'!A0"],
  ['a; -2 mmol/L', 'a; -2 mmol/L'],
  ['say "no"', '"say ""no"""'],
])('%j is no formula in a spreadsheet', (cell, expected) => {
  expect(linesOf([table(cell)])[1]).toBe(`,Withdrawn,Entered in error,${expected}`)
})

test('several lines of one cell stay in one field', () => {
  const parts: DocumentPart[] = [{ kind: 'fields', fields: [{ label: 'Phone', lines: ['a', 'b\nc'] }] }]
  expect(linesOf(parts)[1]).toBe(',,,Phone,a; b; c')
})

test('a part that is only told in words is not left out: it would look as if there were none', () => {
  const parts: DocumentPart[] = [
    { kind: 'heading', level: 1, text: 'Summary' },
    { kind: 'text', lines: ['A title'] },
    { kind: 'heading', level: 2, text: 'Allergies' },
    { kind: 'quote', label: 'Text of the author', lines: ['Penicillin', 'Latex'] },
  ]
  expect(linesOf(parts)).toEqual([
    'Summary,,A title,',
    'Summary > Allergies,,Text of the author,Penicillin',
    'Summary > Allergies,,Text of the author,Latex',
  ])
})

const dose = (status: string) => ({
  resource: { resourceType: 'Immunization', status, vaccineCode: { text: `Vaccine ${status}` } },
})

test('what is said of some doses stands under their heading, and not under the one before', async () => {
  const entry = ['completed', 'not-done', 'entered-in-error'].map(dose)
  const { bundles } = await opened(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }))
  const [verified] = bundles
  if (!verified) throw new Error('no record')
  const { parts } = await recordDocument({ verified, context: viewContext() })
  const kinds = parts.map(({ kind }) => kind)
  const tables = kinds.flatMap((kind, at) => (kind === 'table' ? [kinds[at - 1]] : []))
  expect(tables).toEqual(['heading', 'note', 'note'])
})

test.each(['immunization-history', 'insurance-card', 'patient-summary-en', 'collection', 'laboratory-card'])(
  'every word that the document of the sample %s has is in its CSV',
  async (name) => {
    const { bundles } = await opened(await readFile(`samples/bundles/${name}.json`, 'utf8'))
    const [verified] = bundles
    if (!verified) throw new Error('no record')
    const { parts } = await recordDocument({ verified, context: viewContext() })
    const csv = bare(toCsv(parts, 'en').replaceAll('""', '"'))
    // Headings stand in front of every line below them, where there are any; the table below charts has it all.
    const shown = parts.filter(({ kind }) => kind !== 'heading' && kind !== 'charts')
    expect(shown.flatMap(wordsOf).filter((line) => !csv.includes(bare(line)))).toEqual([])
  },
)

const bare = (text: string): string => text.replaceAll(/[\s\u2066-\u2069;]/g, '')
