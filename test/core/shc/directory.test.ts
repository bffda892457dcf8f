import { describe, expect, test } from 'vitest'
import { numberOf, readDirectory, readRevocationList } from '../../../src/core/shc/directory'

const KEY = { kty: 'EC', kid: 'k1' }
const ISS = 'https://issuer.example'

describe('a trust directory', () => {
  test('is read in the shape of the VCI snapshot', () => {
    const directory = readDirectory({
      directory: 'https://directory.example',
      time: '2026-06-15T04:00:00Z',
      issuerInfo: [
        {
          issuer: { iss: ISS, name: 'Example Health', website: 'https://www.example' },
          keys: [KEY],
          crls: [{ kid: 'k1', method: 'rid', ctr: 2, rids: ['a'] }],
        },
      ],
    })
    expect(directory?.date).toEqual(new Date('2026-06-15T04:00:00Z'))
    expect(directory?.issuers.get(ISS)).toStrictEqual({
      iss: ISS,
      name: 'Example Health',
      keys: [KEY],
      revocationLists: [{ kid: 'k1', counter: 2, rids: ['a'], evaluable: true }],
    })
  })

  test.each([undefined, null, [], 'text', {}, { issuerInfo: {} }, { issuerInfo: 'x' }])(
    '%j is no directory, which is not the same as one that lists nobody',
    (json) => {
      expect(readDirectory(json)).toBeUndefined()
    },
  )

  test('that lists nobody is a directory', () => {
    expect(readDirectory({ issuerInfo: [] })?.issuers.size).toBe(0)
  })

  test('loses only the entries that are broken, never an issuer’s neighbours (C-63)', () => {
    const directory = readDirectory({
      time: 'yesterday',
      issuerInfo: [
        null,
        'text',
        {},
        { issuer: {} },
        { issuer: { iss: 42 } },
        { issuer: { iss: ISS, name: 7 }, keys: [null, 'x', KEY, []], crls: [null, {}, { kid: 1 }] },
        { issuer: { iss: 'https://bare.example' } },
        { issuer: { iss: 'https://odd.example' }, keys: KEY, crls: { kid: 'k1' } },
      ],
    })
    expect(directory?.date).toBeUndefined()
    expect([...(directory?.issuers.values() ?? [])]).toStrictEqual([
      { iss: ISS, keys: [KEY], revocationLists: [] },
      { iss: 'https://bare.example', keys: [], revocationLists: [] },
      { iss: 'https://odd.example', keys: [], revocationLists: [] },
    ])
  })

  test('may name its issuers by their addresses alone', () => {
    const directory = readDirectory({ issuerInfo: [{ issuer: ISS, keys: [KEY] }] })
    expect([...(directory?.issuers.values() ?? [])]).toStrictEqual([
      { iss: ISS, keys: [KEY], revocationLists: [] },
    ])
  })

  test.each([null, 0, 1_750_000_000, true, [], '', 'yesterday'])('has no date when it states %j', (time) => {
    expect(readDirectory({ time, issuerInfo: [] })).toStrictEqual({ issuers: new Map() })
  })

  test('gives an issuer the name of its canonical one, unless it has its own or that one is on no list (C-73)', () => {
    const group = { iss: 'https://group.example', name: 'Example Group' }
    const names = (issuer: object) =>
      readDirectory({ issuerInfo: [{ issuer: { iss: ISS, ...issuer } }, { issuer: group }] })?.issuers.get(
        ISS,
      )
    expect(names({ canonical_iss: group.iss })?.name).toBe('Example Group')
    expect(names({ canonical_iss: group.iss, name: 'Example Clinic' })?.name).toBe('Example Clinic')
    expect(names({ canonical_iss: 'https://nobody.example' })).toStrictEqual({
      iss: ISS,
      canonical: 'https://nobody.example',
      keys: [],
      revocationLists: [],
    })
  })

  test('that names an issuer twice keeps the keys and lists of both entries', () => {
    const directory = readDirectory({
      issuerInfo: [
        { issuer: { iss: ISS, name: 'First' }, keys: [KEY], crls: [{ kid: 'k1' }] },
        { issuer: { iss: ISS, name: 'Second' }, keys: [{ kid: 'k2' }], crls: [{ kid: 'k2' }] },
      ],
    })
    const issuer = directory?.issuers.get(ISS)
    expect(issuer?.name).toBe('First')
    expect(issuer?.keys.map((key) => key['kid'])).toEqual(['k1', 'k2'])
    expect(issuer?.revocationLists.map((list) => list.kid)).toEqual(['k1', 'k2'])
  })

  test('may name an issuer by a name that every object has (C-30, T27)', () => {
    const directory = readDirectory({ issuerInfo: [{ issuer: { iss: '__proto__' }, keys: [KEY] }] })
    expect(directory?.issuers.get('__proto__')?.keys).toEqual([KEY])
    expect(directory?.issuers.get('constructor')).toBeUndefined()
  })
})

describe('a revocation list (C-63)', () => {
  test.each<[string, unknown, unknown]>([
    ['in order', { kid: 'k', method: 'rid', ctr: 3, rids: ['a', 'b.1'] }, { counter: 3, rids: ['a', 'b.1'] }],
    ['with its counter as text', { kid: 'k', method: 'rid', ctr: '3', rids: [] }, { counter: 3 }],
    ['without a counter', { kid: 'k', method: 'rid', rids: [] }, { counter: 0 }],
    ['with duplicates', { kid: 'k', method: 'rid', rids: ['a', 'a'] }, { rids: ['a', 'a'], evaluable: true }],
    ['with entries that are no text', { kid: 'k', method: 'rid', rids: [1, null, 'a'] }, { rids: ['a'] }],
    ['of another method', { kid: 'k', method: 'hash', rids: ['a'] }, { evaluable: false }],
    ['without a method', { kid: 'k', rids: ['a'] }, { evaluable: false }],
    ['without entries', { kid: 'k', method: 'rid' }, { rids: [], evaluable: false }],
    ['with one entry not in a list', { kid: 'k', method: 'rid', rids: 'a' }, { rids: [], evaluable: false }],
  ])('%s', (_, json, expected) => {
    expect(readRevocationList(json)).toMatchObject(expected as object)
  })

  test.each([null, [], {}, { kid: 5, method: 'rid', rids: ['a'] }])('%j names no key and is none', (json) => {
    expect(readRevocationList(json)).toBeUndefined()
  })
})

test('a number may be written as text; everything else is no number', () => {
  expect([5, 0, 1.5, '5', '0', '1.5', '10.25'].map(numberOf)).toEqual([5, 0, 1.5, 5, 0, 1.5, 10.25])
  const others = [NaN, Infinity, '', ' ', '-1', '1e5', '0x10', '1.', 'a', null, undefined, [], [5], {}, true]
  expect(others.map(numberOf)).toEqual(others.map(() => undefined))
})
