import { describe, expect, test } from 'vitest'
import type { Bundle } from '../../src/core/fhir/types'
import { entriesOf, itemsOf, organizeResources, resourcesOf, typeOf } from '../../src/core/organizeResources'

const organize = (entry: unknown) => organizeResources({ resourceType: 'Bundle', entry } as Bundle)

describe('a bundle is indexed, never changed', () => {
  test('by type, in the order of the bundle (M56)', () => {
    const organized = organize([
      { resource: { resourceType: 'Observation', id: '1' } },
      { resource: { resourceType: 'Patient', id: 'p' } },
      { resource: { resourceType: 'Observation', id: '2' } },
    ])
    expect(resourcesOf(organized, 'Observation').map(({ id }) => id)).toEqual(['1', '2'])
    expect([...organized.byType.keys()]).toEqual(['Observation', 'Patient'])
    expect(resourcesOf(organized, 'Coverage')).toEqual([])
    expect(itemsOf(organized, 'Patient').map(({ position }) => position)).toEqual([1])
  })

  test('and stays byte for byte what was received (B-09)', () => {
    const text =
      '{"resourceType":"Bundle","entry":[{"fullUrl":"resource:0","resource":{"resourceType":"Patient"}},null]}'
    const bundle = JSON.parse(text) as Bundle
    const organized = organizeResources(bundle)
    expect(organized.bundle).toBe(bundle)
    expect(JSON.stringify(bundle)).toBe(text)
    expect(organized.items[0]?.resource).toBe(bundle.entry?.[0]?.resource)
  })

  test('with every item once: what was sent twice is there twice (B-34)', () => {
    const twice = { fullUrl: 'urn:uuid:1', resource: { resourceType: 'Observation', id: '1' } }
    expect(organize([twice, twice]).items).toHaveLength(2)
  })
})

describe('each item can be referred to', () => {
  test.each<[string, unknown, string]>([
    [
      'by its address',
      { fullUrl: 'urn:uuid:1', resource: { resourceType: 'Patient', id: 'p' } },
      'urn:uuid:1',
    ],
    ['by type and id', { resource: { resourceType: 'Patient', id: 'p' } }, 'Patient/p'],
    [
      'by type and id where the address is empty',
      { fullUrl: '', resource: { resourceType: 'A', id: 'b' } },
      'A/b',
    ],
    ['by its position', { resource: { resourceType: 'Patient' } }, '0'],
    ['by its position where the id is a number', { resource: { resourceType: 'Patient', id: 7 } }, '0'],
    ['by its position where there is no type', { resource: { id: 'p' } }, '0'],
  ])('%s', (_, entry, ref) => {
    expect(organize([entry]).items[0]?.ref).toBe(ref)
  })
})

describe('whatever an entry holds becomes an item, so that nothing disappears (B-20)', () => {
  test.each<[unknown]>([
    [null],
    ['text'],
    [0],
    [false],
    [[]],
    [{}],
    [{ resource: null }],
    [{ resource: [] }],
  ])('%j', (entry) => {
    expect(organize([entry]).items).toEqual([{ ref: '0', position: 0, resource: {}, entry }])
  })

  test.each<[unknown, number]>([
    [undefined, 0],
    [null, 0],
    ['text', 0],
    [[], 0],
    [{ resource: { resourceType: 'Patient' } }, 1],
  ])('entries that are %j', (entry, count) => {
    expect(organize(entry).items).toHaveLength(count)
    expect(entriesOf({ entry } as Bundle)).toHaveLength(count)
  })

  test('a type that is a name of every object, or no text at all, is a type like any other (B-25)', () => {
    const organized = organize([
      { resource: { resourceType: 'constructor' } },
      { resource: { resourceType: '__proto__' } },
      { resource: { resourceType: 42 } },
      { resource: {} },
    ])
    expect([...organized.byType].map(([type, items]) => [type, items.length])).toEqual([
      ['constructor', 1],
      ['__proto__', 1],
      ['', 2],
    ])
    expect(itemsOf(organized, 'toString')).toEqual([])
    expect(typeOf({ resourceType: 'Patient' })).toBe('Patient')
  })

  test('ten thousand of them are indexed in a moment', () => {
    const entries = Array.from({ length: 10_000 }, (_, at) => ({
      fullUrl: `urn:uuid:${at}`,
      resource: { resourceType: 'Observation', id: String(at) },
    }))
    const started = performance.now()
    const organized = organize(entries)
    for (const { fullUrl } of entries) organized.resolve({ reference: fullUrl })
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
