// A property says what holds of each outcome, and `always` fails a test by itself.
/* oxlint-disable vitest/no-conditional-expect */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bundle } from '../../src/core/fhir/types'
import { entriesOf, organizeResources, typeOf } from '../../src/core/organizeResources'
import { always, anyJson, anyText } from '../support/property'

const ADDRESSES = [
  'resource:0',
  'resource:1',
  'Patient/1',
  'Patient/1/_history/2',
  'Patient/resource:0',
  'urn:uuid:0C3151BD-1CBF-4D64-B04D-CD9187A4C6E0',
  'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0',
  'https://a.example/fhir/Patient/1',
  'https://b.example/fhir/Patient/1',
  '#',
  '#inner',
  '#1',
  '/',
  'constructor/__proto__',
]
const NAMES = [
  'resourceType',
  'Patient',
  'Observation',
  'id',
  '1',
  'inner',
  'contained',
  'reference',
  'subject',
  'fullUrl',
  'resource',
  'constructor',
  ...ADDRESSES,
]

const resource = fc.oneof(
  anyJson(NAMES, 4),
  fc.record(
    {
      resourceType: fc.constantFrom<unknown>('Patient', 'Observation', 'constructor', '', 5, null),
      id: fc.constantFrom<unknown>('1', 'resource:0', '', 1, null),
      contained: fc.oneof(anyJson(NAMES, 3), fc.array(fc.constantFrom({ id: 'inner' }, { id: '#1' }, null))),
      subject: fc.record({ reference: fc.constantFrom(...ADDRESSES) }),
    },
    { requiredKeys: [] },
  ),
)
const entry = fc.oneof(
  anyJson(NAMES, 3),
  fc.record(
    { fullUrl: fc.oneof(fc.constantFrom<unknown>(...ADDRESSES), fc.constantFrom(5, null, '')), resource },
    { requiredKeys: [] },
  ),
)
const bundle = fc
  .oneof(
    fc.record({ resourceType: fc.constant('Bundle'), entry: fc.array(entry, { maxLength: 6 }) }),
    fc.record({ resourceType: fc.constant('Bundle'), entry }),
  )
  .map((value) => value as unknown as Bundle)
const reference = fc.oneof(
  fc.constantFrom(...ADDRESSES),
  fc.constantFrom(...ADDRESSES).map((text) => ({ reference: text })),
  anyText,
  anyJson(NAMES, 2),
)

test('every entry becomes one item, in order and under one type, and the bundle stays as it was', () => {
  always(
    bundle,
    (received) => {
      const before = structuredClone(received)
      const { items, byType } = organizeResources(received)
      expect(items.map((item) => item.entry)).toEqual(entriesOf(received))
      expect(items.map(({ position }) => position)).toEqual(items.map((_, at) => at))
      expect(items.every(({ ref }) => typeof ref === 'string' && ref !== '')).toBe(true)
      for (const [type, ofType] of byType) {
        expect(ofType).toEqual(items.filter((item) => typeOf(item.resource) === type))
      }
      expect([...byType.values()].flat()).toHaveLength(items.length)
      expect(received).toEqual(before)
    },
    600,
  )
})

test('any reference leads to an entry of this bundle, to a contained resource, or nowhere', () => {
  always(
    fc.tuple(bundle, fc.array(reference, { minLength: 1, maxLength: 5 })),
    ([received, references]) => {
      const { items, resolve } = organizeResources(received)
      for (const asked of references) {
        for (const from of [undefined, ...items]) {
          const found = resolve(asked, from)
          if (found?.kind === 'entry') {
            expect(items[found.item.position]).toBe(found.item)
            expect(found.resource).toBe(found.item.resource)
          } else if (found) {
            const contained: unknown = from?.resource.contained
            expect(Array.isArray(contained) ? contained : [contained]).toContain(found.resource)
          }
        }
      }
    },
    600,
  )
})

test('an address on one server never leads to an entry from another', () => {
  always(bundle, (received) => {
    const { items, resolve } = organizeResources(received)
    const found = resolve('https://c.example/fhir/Patient/1', items[0])
    const address = found?.kind === 'entry' ? (found.item.fullUrl ?? '') : ''
    expect(/^https?:/.test(address)).toBe(false)
  })
})

test('a resource that holds itself, and references in a circle, are no trap', () => {
  const self: Record<string, unknown> = { resourceType: 'Patient', id: '1' }
  self['contained'] = [self]
  self['link'] = { reference: '#1' }
  const { items, resolve } = organizeResources({
    resourceType: 'Bundle',
    entry: [
      { fullUrl: 'resource:0', resource: self },
      { fullUrl: 'resource:1', resource: { resourceType: 'Patient', link: { reference: 'resource:0' } } },
    ],
  })
  expect(resolve('#1', items[0])).toEqual({ kind: 'contained', resource: self })
  expect(resolve('resource:1', items[0])).toMatchObject({ kind: 'entry', item: { position: 1 } })
  expect(resolve('resource:0', items[1])).toMatchObject({ kind: 'entry', item: { position: 0 } })
})
