import { describe, expect, test } from 'vitest'
import { DEFINITIONS } from '../../../src/renderers/tables/definitions'
import { ACCIDENT, tableOf, tablesOf, WRONG_SHAPES } from '../../support/fhir'

/** What is wrong with the rows of a resource, for a test that tries thousands; '' when nothing is. */
function problemsOf(resource: unknown): string {
  const tables = tablesOf([resource, { resourceType: 'Patient', name: [{ family: 'Soto' }] }])
  const rows = tables.flatMap((table) => table.rows)
  const texts = rows.flatMap(({ label, cells, marks }) => [
    label,
    cells[0]?.[0] ?? '',
    ...cells.flat(),
    ...marks.map(({ code, text }) => `${code} ${text}`),
  ])
  return [
    rows.length === 2 ? '' : 'a row is missing',
    texts.every((text) => text.trim() !== '') ? '' : 'a text is blank',
    ACCIDENT.exec(texts.join('\n'))?.[0] ?? '',
    texts.some((text) => text.startsWith('not-readable')) ? 'a row could not be read' : '',
  ].join('')
}

const withAll = (resourceType: string, names: readonly string[], value: unknown) =>
  Object.fromEntries([['resourceType', resourceType], ...names.map((name) => [name, value])]) as Record<
    string,
    unknown
  >

/** Elements that a definition reads, found by letting it read. */
function elementsOf(type: string): readonly string[] {
  const seen = new Set<string>()
  const note = (name: string | symbol) => {
    if (typeof name === 'string') seen.add(name)
  }
  const spy = new Proxy<Record<string, unknown>>(
    { resourceType: type },
    {
      get: (target, name) => {
        note(name)
        return Reflect.get(target, name) as unknown
      },
      getOwnPropertyDescriptor: (target, name) => {
        note(name)
        return Reflect.getOwnPropertyDescriptor(target, name)
      },
    },
  )
  tablesOf([spy])
  return [...seen].filter((name) => !['resourceType', 'toJSON', 'constructor'].includes(name))
}

const words = (text: string): readonly string[] => text.split(' ')
const CHOICES = words(
  'onset abatement value effective performed occurrence medication deceased timing age born start reported',
)
const KINDS = words(
  'DateTime Period Quantity CodeableConcept Reference String Boolean Range Timing Age Ratio SampledData Attachment',
)
const PARTS = words(
  'code type actor value valueQuantity detail item provision attachment role period low name text timing component section description',
)
const choices = CHOICES.flatMap((name) => KINDS.map((kind) => name + kind))
const types = [...DEFINITIONS.keys(), 'Basic', 'Widget']
/** Each tries thousands of resources, on a machine that may be busy. */
const PATIENCE = 120_000

describe('a hostile resource still has its row', () => {
  test.each(types)(
    '%s, with elements of wrong shapes',
    (type) => {
      const elements = elementsOf(type)
      // Together, each shape in all elements; alone, each element in a share of the shapes that differs from its neighbour's.
      const alone = elements.flatMap((element, at) =>
        WRONG_SHAPES.filter((_, shape) => (shape + at) % 6 === 0).map((shape) => ({
          resourceType: type,
          [element]: shape,
        })),
      )
      const together = WRONG_SHAPES.map((shape) => withAll(type, [...elements, ...choices], shape))
      expect([...alone, ...together].filter((resource) => problemsOf(resource) !== '')).toEqual([])
    },
    PATIENCE,
  )

  test.each(types)(
    '%s, with wrong shapes one level down',
    (type) => {
      const parts = WRONG_SHAPES.map((shape) => withAll(type, PARTS, shape))
      const resources = parts.map((part) => withAll(type, elementsOf(type), [part, [part]]))
      expect(resources.filter((resource) => problemsOf(resource) !== '')).toEqual([])
    },
    PATIENCE,
  )

  test.each(types)('%s, referring to itself', (type) => {
    const self = [{ reference: '#' }, { reference: 'urn:test:0' }]
    expect(problemsOf(withAll(type, [...elementsOf(type), ...choices], self))).toBe('')
  })
})

test('a row that throws costs no other row anything', () => {
  const throwing = new Proxy(
    { resourceType: 'Condition' },
    {
      get: (target, name) => {
        if (name === 'code') throw new Error('no')
        return Reflect.get(target, name) as unknown
      },
    },
  )
  const table = tableOf(throwing, { resourceType: 'Condition', code: { text: 'Asthma' } })
  expect(table.rows.map(({ label }) => label)).toEqual(['Entry 1', 'Asthma'])
  expect(table.rows[0]?.marks[0]?.code).toBe('not-readable')
})
