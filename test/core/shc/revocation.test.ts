import { describe, expect, test } from 'vitest'
import { readRevocationList } from '../../../src/core/shc/directory'
import { missingCounter, revocationState, type RevocationQuestion } from '../../../src/core/shc/revocation'

const KID = 'k1'
const NBF = 1_600_000_000

const lists = (...jsons: readonly Readonly<Record<string, unknown>>[]) =>
  jsons.flatMap((json) => readRevocationList({ kid: KID, method: 'rid', ctr: 1, rids: [], ...json }) ?? [])

const state = (question: Partial<RevocationQuestion> = {}): string =>
  revocationState({
    rid: 'abc',
    ridUnreadable: false,
    nbf: NBF,
    kid: KID,
    keys: [{ kid: KID, crlVersion: 1 }],
    lists: [],
    ...question,
  })

describe('a card is withdrawn (C-61)', () => {
  test.each<[string, readonly unknown[]]>([
    ['by its number', ['xyz', 'abc']],
    ['up to a time after it was issued', [`abc.${NBF + 1}`]],
    ['up to a fraction of a second after it was issued', [`abc.${NBF}.5`]],
    ['by any one of several entries', [`abc.${NBF - 10}`, `abc.${NBF}`, `abc.${NBF + 10}`]],
    ['by its number and an earlier time', [`abc.${NBF - 10}`, 'abc']],
    ['by its number twice', ['abc', 'abc']],
  ])('%s', (_, rids) => {
    expect(state({ lists: lists({ rids }) })).toBe('revoked')
  })

  test('by a list older than the key’s crlVersion: what was withdrawn stays withdrawn', () => {
    expect(state({ keys: [{ crlVersion: 9 }], lists: lists({ rids: ['abc'] }) })).toBe('revoked')
  })

  test('by any of several lists', () => {
    expect(state({ lists: lists({ ctr: 2 }, { rids: ['abc'] }) })).toBe('revoked')
  })

  test('by a list though its key says nothing of lists', () => {
    expect(state({ keys: [{}], lists: lists({ rids: ['abc'] }) })).toBe('revoked')
  })

  test('when nobody knows when it was issued', () => {
    const { nbf: _, ...undated } = { nbf: NBF }
    expect(
      revocationState({
        rid: 'abc',
        ridUnreadable: false,
        kid: KID,
        keys: [{ crlVersion: 1 }],
        lists: lists({ rids: ['abc.5'] }),
        ...undated,
      }),
    ).toBe('revoked')
  })

  test('by a number that was written with the letters of a time', () => {
    expect(state({ rid: 'a.b', lists: lists({ rids: [`a.b.${NBF + 1}`] }) })).toBe('revoked')
  })
})

describe('a card is not withdrawn', () => {
  test.each<[string, readonly unknown[]]>([
    ['by an empty list', []],
    ['by another number', ['abcd', 'ab', 'ABC', ' abc', 'abc ']],
    ['at the very time it was issued: before means before', [`abc.${NBF}`]],
    ['up to a time before it was issued', [`abc.${NBF - 1}`]],
    ['by an entry whose time cannot be read', ['abc.', 'abc.x', 'abc.1e99', 'abc.-1']],
    ['by another number that begins alike', [`abcd.${NBF + 1}`, `ab.${NBF + 1}`]],
  ])('%s', (_, rids) => {
    expect(state({ lists: lists({ rids }) })).toBe('not-revoked')
  })

  test('by a newer list', () => {
    expect(state({ lists: lists({ ctr: 7 }) })).toBe('not-revoked')
  })

  test('by a list whose numbers are written as text (C-63)', () => {
    expect(state({ keys: [{ crlVersion: '1' }], lists: lists({ ctr: '1' }) })).toBe('not-revoked')
  })
})

describe('nobody can tell (C-60)', () => {
  test.each<[string, Partial<RevocationQuestion>]>([
    ['without a list', {}],
    ['with a list older than the key’s crlVersion', { keys: [{ crlVersion: 2 }], lists: lists({}) }],
    ['with a list without a counter', { lists: lists({ ctr: undefined }) }],
    ['with a list of another method', { lists: lists({ method: 'hash' }) }],
    ['with a list of another method, whatever it names', { lists: lists({ method: 'hash', rids: ['abc'] }) }],
    ['with a list without entries', { lists: lists({ rids: undefined }) }],
    ['with a list for another key', { lists: lists({ kid: 'k2', rids: ['abc'] }) }],
    ['with a crlVersion that is no number', { keys: [{ crlVersion: 'new' }], lists: lists({ ctr: 99 }) }],
    [
      'when one copy of the key asks for a newer list than the other',
      { keys: [{ crlVersion: 1 }, { crlVersion: 2 }], lists: lists({}) },
    ],
    ['when the card’s number cannot be read', { ridUnreadable: true, lists: lists({}) }],
  ])('%s', (_, question) => {
    expect(state(question)).toBe('unknown')
  })
})

describe('an issuer without lists supports no withdrawal (C-64)', () => {
  test('which is said, and is nothing against the card', () => {
    expect(state({ keys: [{}] })).toBe('not-supported')
    expect(state({ keys: [{ crlVersion: null }] })).toBe('not-supported')
    expect(state({ keys: [{}], lists: lists({ kid: 'k2' }) })).toBe('not-supported')
    expect(state({ keys: [{}], ridUnreadable: true })).toBe('not-supported')
  })

  test('nor can a card without a number be withdrawn by itself', () => {
    const { rid: _, ...unnumbered } = { rid: 'abc' }
    const question = { ridUnreadable: false, kid: KID, keys: [{ crlVersion: 1 }], lists: lists({}) }
    expect(revocationState({ ...question, ...unnumbered })).toBe('not-supported')
    const odd = lists({ rids: ['undefined', `undefined.${NBF + 1}`] })
    expect(revocationState({ ...question, ...unnumbered, lists: odd })).toBe('not-supported')
  })
})

const missing = (question: Partial<RevocationQuestion>): number | undefined =>
  missingCounter({ rid: 'abc', ridUnreadable: false, nbf: NBF, kid: KID, keys: [], lists: [], ...question })

describe('which list would tell (C-60)', () => {
  test.each<[string, Partial<RevocationQuestion>, number | undefined]>([
    ['none where an issuer has no lists', { keys: [{}] }, undefined],
    ['none where only another key has one', { keys: [{}], lists: lists({ kid: 'k2' }) }, undefined],
    [
      'none beyond one that is new enough',
      { keys: [{ crlVersion: 3 }], lists: lists({ ctr: 3 }) },
      undefined,
    ],
    ['none beyond one that its key does not speak of', { keys: [{}], lists: lists({ ctr: 0 }) }, undefined],
    ['the version of the key, without a list', { keys: [{ crlVersion: 3 }] }, 3],
    [
      'the version of the key, with an older list',
      { keys: [{ crlVersion: 3 }], lists: lists({ ctr: 2 }) },
      3,
    ],
    [
      'the version of the key, with a list that cannot be read',
      { keys: [{ crlVersion: 3 }], lists: lists({ ctr: 9, method: 'hash' }) },
      3,
    ],
    ['any, where the one there is cannot be read', { keys: [{}], lists: lists({ method: 'hash' }) }, 0],
  ])('%s', (_, question, counter) => {
    expect(missing(question)).toBe(counter)
  })
})
