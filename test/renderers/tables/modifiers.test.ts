import { describe, expect, test } from 'vitest'
import definitions from '../../../src/renderers/tables/digest/r4.json'
import { tableOf } from '../../support/fhir'

/** Modifier elements of every resource, with those one part down: `CarePlan.activity.detail` is two. */
const modifiers = (): readonly (readonly [
  type: string,
  path: readonly string[],
  kind: string | undefined,
])[] =>
  Object.entries(definitions as Readonly<Record<string, string>>).flatMap(([holder, words]) => {
    const [type = '', ...parts] = holder.split('.')
    const isResource = /^[A-Z]/.test(type) && !DATA_TYPES.has(type)
    return isResource
      ? words.split(' ').flatMap((word) => {
          const [, name = '', flags = '', kind] = /^([\w[\]]+)([!+*]*)(?:=(.+))?$/.exec(word) ?? []
          return flags.includes('!') ? [[type, [...parts, name], kind] as const] : []
        })
      : []
  })

/** Their modifiers are read by the words of names, addresses and quantities; see format.test.ts. */
const DATA_TYPES = new Set([
  'Address',
  'ContactPoint',
  'HumanName',
  'Identifier',
  'Quantity',
  'Age',
  'Count',
  'Distance',
  'Duration',
  'MoneyQuantity',
  'SimpleQuantity',
  'ElementDefinition',
  'Timing',
  'Dosage',
])

const nest = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, name) => ({ [name.replace('[x]', 'Boolean')]: inner }), value)

const saidBy = (resource: object): string => {
  const [row] = tableOf(resource).rows
  return [...(row?.cells.flat() ?? []), ...(row?.marks ?? []).map(({ text }) => text), row?.state].join('\n')
}

describe('no modifier of R4 is silent in the row of its resource', () => {
  const all = modifiers()

  test('and there are as many as the definitions have', () => {
    expect(all.length).toBeGreaterThan(120)
  })

  test('each changes what the row says', () => {
    const silent = all.flatMap(([type, path, kind]) => {
      const base = { resourceType: type, id: 'x' }
      const values =
        kind === undefined ? ['zz-top', true, false] : [{ text: 'zz-top' }, { type: 'replaced-by' }]
      const before = saidBy(base)
      const heard = values.some((value) => saidBy({ ...base, ...(nest(path, value) as object) }) !== before)
      return heard ? [] : [[type, ...path].join('.')]
    })
    expect(silent).toEqual([])
  })
})
