import { expect, test } from 'vitest'
import type { VerifiedBundle } from '../../src/core/openSHX'
import { organizeResources } from '../../src/core/organizeResources'
import { hasChanges, whatChanged } from '../../src/core/whatChanged'
import { unsignedVerdict } from '../../src/core/verify'

type Entry = readonly [fullUrl: string | undefined, resource: unknown]

function bundleOf(entries: readonly Entry[], file = 0): VerifiedBundle {
  const entry = entries.map(([fullUrl, resource]) => ({ ...(fullUrl && { fullUrl }), resource }))
  const bundle = { resourceType: 'Bundle', type: 'collection', entry } as never
  const origin = { file }
  const item = { kind: 'bundle', bundle, source: '', origin } as const
  return {
    verdict: unsignedVerdict(bundle),
    organized: organizeResources(bundle),
    origin,
    item,
    source: { kind: 'json', text: '' },
  }
}

const result = (value: unknown, meta?: unknown) => ({
  resourceType: 'Observation',
  ...(meta !== undefined && { meta }),
  valueQuantity: { value },
})

function changes(before: readonly Entry[], after: readonly Entry[]) {
  const { bundles } = whatChanged([bundleOf(before)], [bundleOf(after)])
  return { marks: [...(bundles[0]?.marks ?? [])], removed: bundles[0]?.removed.map(({ ref }) => ref) }
}

test('L-52: nothing is marked when the same comes again', () => {
  const same: readonly Entry[] = [
    ['urn:uuid:a', result(1)],
    ['urn:uuid:b', result(2)],
  ]
  expect(changes(same, same)).toEqual({ marks: [], removed: [] })
  expect(hasChanges(whatChanged([bundleOf(same)], [bundleOf(same)]))).toBe(false)
})

test('L-52: an entry is new, changed or gone by its address', () => {
  const before: readonly Entry[] = [
    ['urn:uuid:a', result(1)],
    ['urn:uuid:b', result(2)],
    ['urn:uuid:c', result(3)],
  ]
  const after: readonly Entry[] = [
    ['urn:uuid:a', result(1)],
    ['urn:uuid:b', result(0)],
    ['urn:uuid:d', result(4)],
  ]
  expect(changes(before, after)).toEqual({
    marks: [
      ['urn:uuid:b', 'changed'],
      ['urn:uuid:d', 'new'],
    ],
    removed: ['urn:uuid:c'],
  })
})

test('L-52: 0, false, null and absent are four different contents', () => {
  for (const value of [0, false, null, undefined]) {
    for (const other of [0, false, null, undefined]) {
      const { marks } = changes([['urn:uuid:a', result(value)]], [['urn:uuid:a', result(other)]])
      expect(marks).toEqual(value === other ? [] : [['urn:uuid:a', 'changed']])
    }
  }
})

test('L-52: numbered addresses that moved are not new, what was put in front is', () => {
  const before: readonly Entry[] = [
    ['resource:0', result(1)],
    ['resource:1', result(2)],
  ]
  const after: readonly Entry[] = [
    ['resource:0', result(9)],
    ['resource:1', result(1)],
    ['resource:2', result(2)],
  ]
  expect(changes(before, after).marks).toEqual([['resource:0', 'new']])
  expect(changes(before, after).removed).toEqual([])
})

test('L-52: entries without an address are told by their content, twins one for one', () => {
  const one: readonly Entry[] = [[undefined, result(1)]]
  const two: readonly Entry[] = [
    [undefined, result(1)],
    [undefined, result(1)],
  ]
  expect(changes(one, two).marks).toEqual([['1', 'new']])
  expect(changes(two, one).removed).toEqual(['1'])
})

test('L-52: a version that was counted up is no change', () => {
  const before: readonly Entry[] = [['urn:uuid:a', result(1, { versionId: '1', lastUpdated: '2026-01-01' })]]
  const after: readonly Entry[] = [['urn:uuid:a', result(1, { versionId: '2', lastUpdated: '2026-02-01' })]]
  expect(changes(before, after)).toEqual({ marks: [], removed: [] })
  const labelled: readonly Entry[] = [['urn:uuid:a', result(1, { versionId: '2', security: [] })]]
  expect(changes(before, labelled).marks).toEqual([['urn:uuid:a', 'changed']])
})

test('L-52: bundles are told apart by file, a new one is new as a whole, and one that went is named', () => {
  const first = bundleOf([['urn:uuid:a', result(1)]], 0)
  const second = bundleOf([['urn:uuid:a', result(2)]], 1)
  const { bundles, removed } = whatChanged([first], [second])
  expect([...(bundles[0]?.marks ?? [])]).toEqual([['urn:uuid:a', 'new']])
  expect(removed).toEqual([first])
})

test('L-52: entries of any shape are compared without throwing', () => {
  const strange: readonly Entry[] = [
    [undefined, null],
    [undefined, 5],
    ['x', []],
    ['y', { meta: 'x' }],
  ]
  expect(changes(strange, strange)).toEqual({ marks: [], removed: [] })
  expect(changes([], strange).marks).toHaveLength(4)
})
