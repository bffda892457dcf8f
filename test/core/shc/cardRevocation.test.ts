import { describe, expect, test } from 'vitest'
import type { LoadedDirectory, LoadRevocationList } from '../../../src/core/ports'
import { checkRevocation, type RevocationCheck } from '../../../src/core/shc/cardRevocation'
import { readClaims } from '../../../src/core/shc/claims'
import { readRevocationList, type RevocationList } from '../../../src/core/shc/directory'
import { lookUpIssuer } from '../../../src/core/shc/issuer'
import { directoryOf, SOURCE, TIME, type Entry } from '../../support/directories'
import { NOW } from '../../support/issueCard'

const ISS = 'https://issuer.example/shc'
const KID = 'k1'

const list = (more: Entry = {}): Entry => ({ kid: KID, method: 'rid', ctr: 1, rids: [], ...more })
const entry = (key: Entry | undefined, ...crls: readonly Entry[]): Entry => ({
  issuer: { iss: ISS },
  keys: key ? [{ kid: KID, ...key }] : [],
  crls,
})

interface Setting {
  readonly claims?: Entry
  readonly load?: LoadRevocationList
  /** Which of the keys that were found is the one that fits. */
  readonly fits?: number
}

/** Looks at a card of the issuer, with the number `abc` unless told otherwise. */
async function check(
  directories: readonly LoadedDirectory[],
  setting: Setting = {},
): Promise<RevocationCheck> {
  const { claims = {}, load, fits = 0 } = setting
  const lookup = lookUpIssuer(ISS, KID, directories)
  const vouching = lookup.candidates[fits]
  if (!vouching) throw new Error('no such key')
  const payload = { iss: ISS, nbf: 1_750_000_000, vc: { rid: 'abc' }, ...claims }
  return checkRevocation({ claims: readClaims(payload, NOW), lookup, vouching, load })
}

const askNobody: LoadRevocationList = () => {
  throw new Error('asked')
}

const listFrom = (json: Entry): RevocationList => {
  const read = readRevocationList(json)
  if (!read) throw new Error('this is no list')
  return read
}

describe('the list that was looked at is told (C-60, C-70)', () => {
  test('with where it stands and since when', async () => {
    const checked = await check([directoryOf([entry({ crlVersion: 1 }, list())])])
    expect(checked).toStrictEqual({
      state: 'not-revoked',
      facts: { from: 'directory', source: SOURCE, counter: 1, date: new Date(TIME) },
      lists: [{ kid: KID, counter: 1, rids: [], evaluable: true }],
    })
  })

  test('without a date where its directory states none', async () => {
    const { facts } = await check([directoryOf([entry({}, list())], { time: null })])
    expect(facts).toStrictEqual({ from: 'directory', source: SOURCE, counter: 1 })
  })

  test('the newest one of several, and none of another key', async () => {
    const other = list({ kid: 'k2', ctr: 9 })
    const sources = ['a', 'b', 'c'].map((name) => `https://${name}.example/list`)
    const directories = [2, 5, 3].map((ctr, at) =>
      directoryOf([entry({ crlVersion: 1 }, other, list({ ctr }))], { source: sources[at] ?? '' }),
    )
    const { facts, lists } = await check(directories)
    expect(facts).toMatchObject({ source: 'https://b.example/list', counter: 5 })
    expect(lists.map(({ kid, counter }) => [kid, counter])).toEqual([
      [KID, 2],
      [KID, 5],
      [KID, 3],
    ])
  })

  test('not at all where there is none', async () => {
    expect(await check([directoryOf([entry({})])])).toStrictEqual({ state: 'not-supported', lists: [] })
    const others = await check([directoryOf([entry({}, list({ kid: 'k2' }))])])
    expect(others).toStrictEqual({ state: 'not-supported', lists: [] })
  })
})

describe('a test list says nothing about a card that a trusted list vouches for (C-71)', () => {
  const trusted = directoryOf([entry({ crlVersion: 1 }, list())])

  test('it withdraws nothing, and is not the list that was looked at', async () => {
    const onTest = directoryOf([entry(undefined, list({ ctr: 9, rids: ['abc'] }))], {
      kind: 'test',
      source: 'x',
    })
    const checked = await check([onTest, trusted])
    expect(checked).toMatchObject({ state: 'not-revoked', facts: { source: SOURCE, counter: 1 } })
    expect(checked.lists).toHaveLength(1)
  })

  test('nor does its copy of the key ask for a newer list', async () => {
    const onTest = directoryOf([entry({ crlVersion: 9 })], { kind: 'test' })
    expect(await check([onTest, trusted], { fits: 1 })).toMatchObject({ state: 'not-revoked' })
    expect(await check([onTest, trusted], { fits: 0 })).toMatchObject({ state: 'unknown' })
  })
})

describe('the issuer’s own list (C-60)', () => {
  const old = [directoryOf([entry({ crlVersion: 4 }, list())])]
  const date = new Date('2026-06-15T11:00:00Z')
  const giving =
    (json: Entry): LoadRevocationList =>
    () =>
      Promise.resolve({ list: listFrom(json), source: 'https://issuer.example/crl', date })

  test('is asked for by issuer, key and the version of the key', async () => {
    const asked: unknown[] = []
    const checked = await check(old, {
      load: (wanted) => {
        asked.push(wanted)
        return Promise.resolve(undefined)
      },
    })
    expect(asked).toEqual([{ iss: ISS, kid: KID, counter: 4 }])
    expect(checked).toMatchObject({ state: 'unknown', facts: { from: 'directory', counter: 1 } })
  })

  test('is told in place of the old one, beside which it counts', async () => {
    const checked = await check(old, { load: giving(list({ ctr: 4 })) })
    expect(checked).toStrictEqual({
      state: 'not-revoked',
      facts: { from: 'issuer', source: 'https://issuer.example/crl', date, counter: 4 },
      lists: [list(), list({ ctr: 4 })].map(listFrom),
    })
  })

  test('is not asked for where the issuer has no lists, where nobody may ask, or where the card is withdrawn', async () => {
    expect((await check([directoryOf([entry({})])], { load: askNobody })).state).toBe('not-supported')
    expect((await check(old)).state).toBe('unknown')
    const knowing = [directoryOf([entry({ crlVersion: 4 }, list({ rids: ['abc'] }))])]
    expect((await check(knowing, { load: askNobody })).state).toBe('revoked')
  })
})

test('a card without a number or a date is looked up as such', async () => {
  const directories = [directoryOf([entry({ crlVersion: 1 }, list({ rids: ['abc.5'] }))])]
  expect((await check(directories)).state).toBe('not-revoked')
  expect((await check(directories, { claims: { nbf: undefined } })).state).toBe('revoked')
  expect((await check(directories, { claims: { vc: {} } })).state).toBe('not-supported')
  expect((await check(directories, { claims: { vc: { rid: {} } } })).state).toBe('unknown')
})
