import { describe, expect, test } from 'vitest'
import { organizeResources, type BundleItem } from '../../../src/core/organizeResources'
import type { Bundle } from '../../../src/core/fhir/types'
import { secondsFor, SOON } from '../../support/duration'

interface Entry {
  readonly fullUrl?: unknown
  readonly resource?: unknown
}

/** Resolves `reference` as seen from the entry at `from`, and gives the position of the entry it leads to. */
function positionOf(entries: readonly Entry[], reference: unknown, from?: number): number | undefined {
  const { items, resolve } = organize(entries)
  const resolved = resolve(reference, from === undefined ? undefined : items[from])
  return resolved?.kind === 'entry' ? resolved.item.position : undefined
}

const organize = (entries: readonly Entry[]) =>
  organizeResources({ resourceType: 'Bundle', entry: entries } as Bundle)

const patient = (id?: string) => ({ resourceType: 'Patient', ...(id !== undefined && { id }) })

describe('a reference leads to the entry it means (C-45, L-85)', () => {
  test.each<[string, readonly Entry[], unknown, number?]>([
    ['short resource URI', [{}, { fullUrl: 'resource:1', resource: patient() }], 'resource:1'],
    ['urn:uuid', [{}, { fullUrl: 'urn:uuid:0f3c', resource: patient() }], 'urn:uuid:0f3c'],
    ['urn:uuid in other case', [{}, { fullUrl: 'urn:uuid:0F3C', resource: patient() }], 'URN:UUID:0f3c'],
    [
      'absolute address',
      [{}, { fullUrl: 'https://a.example/Patient/1', resource: patient('1') }],
      'https://a.example/Patient/1',
    ],
    [
      'versioned address',
      [{}, { fullUrl: 'https://a.example/Patient/1', resource: patient('1') }],
      'https://a.example/Patient/1/_history/3',
    ],
    [
      'entry that is itself versioned',
      [{}, { fullUrl: 'https://a.example/Patient/1/_history/3', resource: patient('1') }],
      'https://a.example/Patient/1',
    ],
    [
      'relative, against the base of the referring entry',
      [
        { fullUrl: 'https://a.example/fhir/Observation/9', resource: {} },
        { fullUrl: 'https://a.example/fhir/Patient/1', resource: patient() },
      ],
      'Patient/1',
      0,
    ],
    ['relative, by type and id', [{}, { resource: patient('1') }], 'Patient/1'],
    [
      'relative, by type and id under a urn',
      [{}, { fullUrl: 'urn:uuid:0f3c', resource: patient('1') }],
      'Patient/1',
    ],
    [
      'absolute, by type and id under a urn',
      [{}, { fullUrl: 'urn:uuid:0f3c', resource: patient('1') }],
      'https://a.example/Patient/1',
    ],
    ['relative fullUrl', [{}, { fullUrl: 'Patient/1', resource: patient() }], 'Patient/1'],
    [
      'a type in front of a short URI, seen in the field',
      [{}, { fullUrl: 'resource:1', resource: patient() }],
      'Patient/resource:1',
    ],
    [
      'a type in front of a urn',
      [{}, { fullUrl: 'urn:uuid:0f3c', resource: patient() }],
      'Patient/urn:uuid:0f3c',
    ],
    ['a Reference object', [{}, { resource: patient('1') }], { reference: 'Patient/1', display: 'Nadia' }],
  ])('%s', (_, entries, reference, from) => {
    expect(positionOf(entries, reference, from)).toBe(1)
  })
})

describe('a wrong patient is worse than none', () => {
  test('an address on another server does not lead to an entry that happens to share type and id', () => {
    const entries = [{ fullUrl: 'https://a.example/fhir/Patient/1', resource: patient('1') }]
    expect(positionOf(entries, 'https://b.example/fhir/Patient/1')).toBeUndefined()
  })

  test('two entries that share type and id under different addresses are told apart by base, or not at all', () => {
    const entries = [
      { fullUrl: 'https://a.example/Patient/1', resource: patient('1') },
      { fullUrl: 'https://b.example/Patient/1', resource: patient('1') },
      { fullUrl: 'https://b.example/Observation/2', resource: {} },
    ]
    expect(positionOf(entries, 'Patient/1', 2)).toBe(1)
    expect(positionOf(entries, 'Patient/1')).toBeUndefined()
  })

  test('the same entry sent twice is no ambiguity', () => {
    const twice = { fullUrl: 'urn:uuid:0f3c', resource: patient('1') }
    expect(positionOf([twice, twice], 'Patient/1')).toBe(0)
    expect(positionOf([twice, twice], 'urn:uuid:0f3c')).toBe(0)
  })

  test('a type alone, an id alone or another type leads nowhere', () => {
    const entries = [{ resource: patient('1') }]
    for (const reference of ['Patient', '1', 'Practitioner/1', 'Patient/2', 'Patient?identifier=1', '/1']) {
      expect(positionOf(entries, reference)).toBeUndefined()
    }
  })
})

describe('contained resources', () => {
  const holder = {
    resource: { resourceType: 'MedicationRequest', contained: [{ resourceType: 'Medication', id: 'm' }] },
  }

  test('are found in the referring entry and nowhere else', () => {
    const { items, resolve } = organize([holder, { resource: patient() }])
    expect(resolve('#m', items[0])).toEqual({
      kind: 'contained',
      resource: { resourceType: 'Medication', id: 'm' },
    })
    expect(resolve('#m', items[1])).toBeUndefined()
    expect(resolve('#m')).toBeUndefined()
  })

  test('a single object where a list belongs, and an id written with its #, are read', () => {
    const { items, resolve } = organize([
      { resource: { resourceType: 'Observation', contained: { resourceType: 'Device', id: '#d' } } },
    ])
    expect(resolve('#d', items[0])?.kind).toBe('contained')
  })

  test('# alone is the referring resource itself', () => {
    expect(positionOf([holder], '#', 0)).toBe(0)
  })

  test('null and text among the contained are passed over', () => {
    const { items, resolve } = organize([{ resource: { contained: [null, 'text', [], { id: 'm' }] } }])
    expect(resolve('#m', items[0])).toEqual({ kind: 'contained', resource: { id: 'm' } })
  })
})

describe('references of the wrong shape lead nowhere and break nothing', () => {
  test.each([
    undefined,
    null,
    '',
    0,
    false,
    {},
    [],
    { reference: 42 },
    { reference: null },
    { reference: ['Patient/1'] },
    { display: 'Nadia' },
    '__proto__',
    'constructor/prototype',
  ])('%j', (reference) => {
    expect(positionOf([{ resource: patient('1') }], reference)).toBeUndefined()
  })

  test('entries whose address or id is a number, a list or an object do not break the index', () => {
    const entries = [
      { fullUrl: 1, resource: { resourceType: 'Patient', id: 1 } },
      { fullUrl: ['x'], resource: { resourceType: ['Patient'], id: {} } },
      { fullUrl: 'resource:2', resource: patient() },
    ]
    expect(positionOf(entries, 'resource:2')).toBe(2)
  })

  test('entries that refer to each other are just two entries', () => {
    const entries = [
      { fullUrl: 'a', resource: { resourceType: 'Observation', hasMember: [{ reference: 'b' }] } },
      { fullUrl: 'b', resource: { resourceType: 'Observation', hasMember: [{ reference: 'a' }] } },
    ]
    expect(positionOf(entries, 'b', 0)).toBe(1)
    expect(positionOf(entries, 'a', 1)).toBe(0)
  })

  test.each([
    ['letters', 'a'.repeat(2_000_000)],
    ['letters after a slash', `a/${'b'.repeat(2_000_000)}!`],
    ['slashes', '/'.repeat(2_000_000)],
    ['histories', '/_history/'.repeat(200_000)],
  ])('a reference of two million %s takes no more than a moment', (_, reference) => {
    const { resolve, items } = organize([{ fullUrl: `https://a.example/${reference}/x`, resource: {} }])
    const from: BundleItem | undefined = items[0]
    expect(secondsFor(() => resolve({ reference }, from))).toBeLessThan(SOON)
  })
})
