import { createCodeRenderer } from '../../src/core/codes/codeRenderer'
import { organizeResources, type BundleItem, type OrganizedBundle } from '../../src/core/organizeResources'
import type { Language } from '../../src/i18n/language'
import type { ViewContext } from '../../src/renderers/renderer'
import { createFormat, type Format } from '../../src/renderers/tables/format'
import type { TableModel } from '../../src/renderers/tables/table'
import { toTables } from '../../src/renderers/tables/toTables'

/** The moment that every view in the tests is made for. */
export const NOW = new Date('2026-06-15T12:00:00Z')

/** A context with one dictionary: colour 1 is "Red". */
export const viewContext = (language: Language = 'en'): ViewContext => ({
  language,
  now: NOW,
  codes: createCodeRenderer(async () => undefined),
})

/** A collection of `resources`, whatever they are. Entry n has the address `urn:test:n`. */
export const bundleOf = (...resources: readonly unknown[]): OrganizedBundle =>
  organizeResources({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource, position) => ({ fullUrl: `urn:test:${position}`, resource })) as never,
  })

export const formatFor = (bundle = bundleOf(), language: Language = 'en'): Format =>
  createFormat(bundle, viewContext(language))

export const itemOf = (bundle: OrganizedBundle, position = 0): BundleItem => {
  const item = bundle.items[position]
  if (!item) throw new Error(`no entry ${position}`)
  return item
}

export const tablesOf = (resources: readonly unknown[], language: Language = 'en'): readonly TableModel[] => {
  const bundle = bundleOf(...resources)
  return toTables(bundle.items, bundle, viewContext(language))
}

/** The one table of `resources`, which are all of one type. */
export function tableOf(...resources: readonly unknown[]): TableModel {
  const [table, ...others] = tablesOf(resources)
  if (!table || others.length > 0) throw new Error('expected one table')
  return table
}

/** What the first row of a resource's table says under `header`, line by line. */
export function cellOf(resource: unknown, header: string, ...others: readonly unknown[]): readonly string[] {
  const type = (resource as { resourceType?: string }).resourceType
  const table = tablesOf([resource, ...others]).find((candidate) => candidate.type === type)
  const column = table?.columns.findIndex((candidate) => candidate.header === header) ?? -1
  return table?.rows.find((row) => row.ref === 'urn:test:0')?.cells[column] ?? []
}

/** The marks of a resource's row, by code. */
export const marksOf = (resource: unknown): readonly string[] =>
  tableOf(resource).rows[0]?.marks.map(({ code }) => code) ?? []

/** Values of every wrong shape, to be put wherever something else is expected. */
export const WRONG_SHAPES: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  'text',
  '2024-99-99',
  0,
  -1,
  1e21,
  Number.NaN,
  true,
  false,
  'true',
  [],
  [[]],
  [null],
  ['text', null, 0, {}],
  [[{ text: 'nested' }]],
  {},
  { text: 5 },
  { text: {} },
  { coding: 'x' },
  { coding: [null, [], [[{ display: 'deep' }]], 'bare', 7] },
  { reference: {} },
  { reference: 5 },
  { reference: '#' },
  { value: [], unit: {} },
  { value: 0 },
  { value: {}, code: [] },
  { start: {}, end: [] },
  { low: 'a', high: [] },
  { repeat: 'often', event: 'x' },
  { repeat: { frequency: [], period: {}, periodUnit: 5, when: {}, dayOfWeek: [{}], offset: 'x' } },
  { extension: 'x' },
  { extension: [null, { url: 5 }, { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason' }] },
  { family: ['a', 'b'], given: {} },
  { line: {}, city: [], text: [] },
  { a: { b: { c: { d: { e: { f: 'deep' } } } } } },
  { constructor: 'x', __proto__: { polluted: true }, toString: 'y' },
]

/** What no text on the screen may ever contain: a value that was turned into words by accident. */
export const ACCIDENT = /\[object|undefined|\bNaN\b|Invalid Date|function |\bnull\b/
