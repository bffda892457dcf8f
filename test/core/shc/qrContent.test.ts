import { describe, expect, test } from 'vitest'
import type { Bundle } from '../../../src/core/fhir/types'
import { qrDeviations } from '../../../src/core/shc/qrContent'

const bundleOf = (...entry: readonly unknown[]): Bundle => ({ resourceType: 'Bundle', entry }) as Bundle

/** What is noted about a bundle of these entries, as `code: value`. */
const noted = (...entry: readonly unknown[]): readonly string[] =>
  qrDeviations(bundleOf(...entry)).map(({ code, value }) => `${code}: ${value}`)

/** What is noted about one resource with these elements. */
const notedIn = (elements: Readonly<Record<string, unknown>>): readonly string[] =>
  noted({ resource: { resourceType: 'Basic', ...elements } })

describe('what a card should leave out is noted once, where it was first seen (C-45 to C-47)', () => {
  test('however often it comes', () => {
    const resource = { id: 'x', meta: { profile: [] }, code: { coding: [{ code: 'a', display: 'A' }] } }
    expect(noted({ fullUrl: 'resource:0' }, { resource }, { resource })).toEqual([
      'resource-id-present: entry[1].resource.id',
      'resource-meta-present: entry[1].resource.meta.profile',
      'coding-display-present: entry[1].resource.code.coding[0].display',
    ])
  })

  test('in the entries that are there, whatever else stands among them', () => {
    expect(noted(null, 'text', 7, [], {}, { resource: null }, { resource: 'text' }, { fullUrl: 42 })).toEqual(
      [],
    )
    const [last] = noted(null, { resource: { id: '1' } })
    expect(last).toMatch(/^resource-id-present: entry\[\d\]\.resource\.id$/)
  })

  test.each<[unknown, string]>([
    [{ security: [], lastUpdated: '2026' }, '.lastUpdated'],
    ['text', ''],
    [[], ''],
    [null, ''],
  ])('a meta of %j', (meta, place) => {
    expect(notedIn({ meta })).toEqual([`resource-meta-present: entry[0].resource.meta${place}`])
  })

  test('a meta with security alone, or an empty one, is in order', () => {
    expect(notedIn({ meta: { security: [{ code: 'IAL1.2' }] } })).toEqual([])
    expect(notedIn({ meta: {} })).toEqual([])
  })
})

describe('addresses in a card are short', () => {
  test.each(['resource:0', 'resource:12', '#contained', '#'])('%s is', (reference) => {
    expect(notedIn({ subject: { reference } })).toEqual([])
  })

  test.each([
    ['Patient/1', 'relative'],
    ['Patient/resource:1', 'relative'],
    ['Patient/1#a', 'relative'],
    ['resource:1x', 'resource'],
    ['resource:', 'resource'],
    ['urn:uuid:0c3151bd', 'urn:uuid'],
    ['URN:UUID:0C3151BD', 'urn:uuid'],
    ['urn:oid:1.2', 'urn'],
    ['https://ehr.example/urn:uuid:1', 'https'],
    ['HTTP://ehr.example/Patient/4711', 'http'],
    ['x-a1+b.c:y', 'x-a1+b.c'],
  ])('%s is not, and only its kind is told: %s', (reference, kind) => {
    expect(notedIn({ subject: { reference } })).toEqual([
      `reference-not-short: entry[0].resource.subject.reference: ${kind}`,
    ])
    expect(noted({ fullUrl: reference })).toEqual([`full-url-not-short: entry[0].fullUrl: ${kind}`])
  })

  test.each(['Ada Byron: 1815', '4: Ada', 'adabyronlovelace1815: x', '://Ada'])(
    'what is written as an address may be a person: %s is not told',
    (reference) => {
      expect(notedIn({ subject: { reference } })).toEqual([
        'reference-not-short: entry[0].resource.subject.reference: relative',
      ])
    },
  )

  test.each([undefined, null, 7, ['Patient/1'], { value: 'Patient/1' }])('%j is no address', (reference) => {
    expect(notedIn({ subject: { reference } })).toEqual([])
  })
})

describe('words beside codes', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['a display beside a code', { code: 'a', display: 'A' }, ['coding-display-present']],
    ['a display beside a system', { system: 'urn:s', display: 'A' }, ['coding-display-present']],
    ['a code alone', { system: 'urn:s', code: 'a' }, []],
    ['the display of a Reference', { reference: '#a', display: 'A' }, []],
    ['a quantity with a code', { value: 0, code: 'mg', display: 'milligrams' }, []],
    ['an identifier', { system: 'urn:s', value: '1', display: 'A' }, []],
    ['the text of a concept', { coding: [], text: 'A' }, ['concept-text-present']],
    ['a concept of text alone', { text: 'A' }, []],
    ['a concept of codes alone', { coding: [] }, []],
  ])('%s', (_, element, codes) => {
    const found = qrDeviations(bundleOf({ resource: { resourceType: 'Basic', element } }))
    expect(found.map(({ code }) => code)).toEqual(codes)
  })
})

test('elements with names that are none of FHIR are looked into, and not told', () => {
  const reference = 'Patient/1'
  for (const name of ['Ada Byron', '1815Ada', 'x'.repeat(42), 'größe', '__proto__x', '']) {
    expect(notedIn({ [name]: { reference } })).toEqual([
      'reference-not-short: entry[0].resource.?.reference: relative',
    ])
  }
  expect(notedIn({ meta: { 'Ada Byron': 1 } })).toEqual(['resource-meta-present: entry[0].resource.meta.?'])
  expect(notedIn({ ['x'.repeat(41)]: { reference } })).toEqual([
    `reference-not-short: entry[0].resource.${'x'.repeat(41)}.reference: relative`,
  ])
})

test('a bundle beyond any card is not searched to its last element (C-30)', () => {
  const hidden = { deep: { subject: { reference: 'Patient/1' } } }
  expect(notedIn({ many: Array.from({ length: 10 }, () => hidden) })).toHaveLength(1)
  expect(notedIn({ many: Array.from({ length: 100_001 }, () => hidden) })).toEqual([])
})
