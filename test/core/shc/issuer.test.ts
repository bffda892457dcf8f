import { describe, expect, test } from 'vitest'
import {
  directoryFindings,
  hostOf,
  issuerFacts,
  issuerUrlFindings,
  lookUpIssuer,
} from '../../../src/core/shc/issuer'
import { directoryOf, SOURCE, TIME, unavailable } from '../../support/directories'

const ISS = 'https://issuer.example/shc'
const entry = (kids: readonly string[], iss = ISS, name = 'Example Health') => ({
  issuer: { iss, name },
  keys: kids.map((kid) => ({ kid })),
})

describe('an issuer is looked up by the exact text of its address (C-26)', () => {
  const directory = directoryOf([entry(['k1'])])
  test.each([
    `${ISS}/`,
    ISS.toUpperCase(),
    'http://issuer.example/shc',
    'https://issuer.example:443/shc',
    ' https://issuer.example/shc',
    '',
  ])('%j is another issuer', (iss) => {
    expect(lookUpIssuer(iss, 'k1', [directory]).listings).toEqual([])
  })

  test('and its key among its own keys only: a key of another issuer is none (C-24, T06)', () => {
    const both = directoryOf([entry(['k1']), entry(['k2'], 'https://other.example')])
    const lookup = lookUpIssuer(ISS, 'k2', [both])
    expect(lookup.candidates).toEqual([])
    expect(lookup).toMatchObject({ withdrawn: true, incomplete: false })
  })

  test('names that every object has are nobody', () => {
    for (const iss of ['__proto__', 'constructor', 'toString']) {
      expect(lookUpIssuer(iss, 'k1', [directory]).listings).toEqual([])
    }
  })
})

describe('several lists', () => {
  test('a test list comes first, then fresh lists, then stale ones, each in the configured order', () => {
    const named = (name: string, options: Parameters<typeof directoryOf>[1] = {}) =>
      directoryOf([entry(['k1'], ISS, name)], options)
    const lookup = lookUpIssuer(ISS, 'k1', [
      named('stale', { stale: true }),
      named('fresh'),
      named('test', { kind: 'test' }),
      named('also fresh'),
    ])
    expect(lookup.candidates.map(({ issuer }) => issuer.name)).toEqual([
      'test',
      'fresh',
      'also fresh',
      'stale',
    ])
  })

  test('a key published several times is several candidates (C-24)', () => {
    expect(lookUpIssuer(ISS, 'k1', [directoryOf([entry(['k1', 'k1'])])]).candidates).toHaveLength(2)
  })

  test.each<[string, Parameters<typeof lookUpIssuer>[2], { withdrawn: boolean; incomplete: boolean }]>([
    ['no list at all', [], { withdrawn: false, incomplete: false }],
    ['a list that does not know the issuer', [directoryOf([])], { withdrawn: false, incomplete: false }],
    ['a list that has the key', [directoryOf([entry(['k1'])])], { withdrawn: false, incomplete: false }],
    ['a fresh list without the key', [directoryOf([entry(['k2'])])], { withdrawn: true, incomplete: false }],
    [
      'a stale list without the key: a newer one may have it',
      [directoryOf([entry(['k2'])], { stale: true })],
      { withdrawn: false, incomplete: false },
    ],
    [
      'a stale list with the key and a fresh one without: the issuer took it out (C-28)',
      [directoryOf([entry(['k1'])], { stale: true }), directoryOf([entry(['k2'])])],
      { withdrawn: true, incomplete: false },
    ],
    [
      'two fresh lists of which one has the key',
      [directoryOf([entry(['k1'])]), directoryOf([entry(['k2'])])],
      { withdrawn: false, incomplete: false },
    ],
    [
      'a fresh list without the key and one that cannot be had',
      [directoryOf([entry(['k2'])]), unavailable()],
      { withdrawn: true, incomplete: true },
    ],
    [
      'a test list that cannot be had: it could vouch for nothing',
      [unavailable({ kind: 'test' })],
      { withdrawn: false, incomplete: false },
    ],
    [
      'a stale trusted list and a fresh test list, both without the key',
      [directoryOf([entry(['k2'])], { stale: true }), directoryOf([entry(['k2'])], { kind: 'test' })],
      { withdrawn: false, incomplete: false },
    ],
    [
      'a test list alone, without the key',
      [directoryOf([entry(['k2'])], { kind: 'test' })],
      { withdrawn: true, incomplete: false },
    ],
  ])('%s', (_, directories, expected) => {
    expect(lookUpIssuer(ISS, 'k1', directories)).toMatchObject(expected)
  })
})

describe('what an issuer says about itself (C-27)', () => {
  const asked = { ok: true, value: [{ kid: 'k1' }, { kid: 'k2' }] } as const

  test('gives the keys of an issuer on no list, and no lists of withdrawn cards', () => {
    expect(lookUpIssuer(ISS, 'k1', [directoryOf([])], asked)).toStrictEqual({
      listings: [],
      candidates: [{ key: { kid: 'k1' }, issuer: { iss: ISS, keys: asked.value, revocationLists: [] } }],
      incomplete: false,
      withdrawn: false,
      asked,
    })
  })

  test('counts for nothing beside a list that knows it', () => {
    const lookup = lookUpIssuer(ISS, 'k2', [directoryOf([entry(['k1'])])], asked)
    expect(lookup).toMatchObject({ candidates: [], withdrawn: true })
    expect(Object.hasOwn(lookup, 'asked')).toBe(false)
  })
})

test('an issuer that is listed is not said to be nearly another one (C-26)', () => {
  const both = directoryOf([entry(['k1']), entry(['k1'], `${ISS}/`)])
  for (const iss of [ISS, `${ISS}/`]) {
    expect(Object.hasOwn(lookUpIssuer(iss, 'k1', [both]), 'near')).toBe(false)
  }
  expect(lookUpIssuer(`${ISS}//`, 'k1', [both]).near?.issuer.iss).toBe(`${ISS}/`)
})

describe('what is told about an issuer', () => {
  test('its name comes from the list and its host from the card (C-76)', () => {
    const { listings } = lookUpIssuer(ISS, 'k1', [directoryOf([entry(['k1'])])])
    expect(issuerFacts(ISS, listings[0])).toEqual({
      iss: ISS,
      host: 'issuer.example',
      name: 'Example Health',
      directory: { source: SOURCE, kind: 'trusted', stale: false, date: new Date(TIME) },
    })
    expect(issuerFacts(ISS, undefined)).toEqual({ iss: ISS, host: 'issuer.example' })
  })

  test.each([
    ['https://issuer.example:8443/a', 'issuer.example:8443'],
    ['https://аpple.example', 'xn--pple-43d.example'],
    ['https://BÜCHER.example', 'xn--bcher-kva.example'],
    ['did:web:issuer.example', 'did:web:issuer.example'],
    ['Ministry of Health', 'Ministry of Health'],
    ['', ''],
  ])('look-alike letters show: the host of %s is %s (C-26, T11)', (iss, host) => {
    expect(hostOf(iss)).toBe(host)
  })
})

describe('the form of an issuer’s address (C-26)', () => {
  test.each([
    ['https://issuer.example', false, []],
    ['https://issuer.example:8443/a/b', false, []],
    ['http://issuer.example', false, ['http']],
    ['http://issuer.example', true, ['http']],
    ['https://issuer.example/', false, ['trailing-slash']],
    ['https://issuer.example/', true, []],
    ['https://user@issuer.example', false, ['not-url']],
    ['https://:x@issuer.example', true, ['not-url']],
    ['ftp://issuer.example', false, ['not-url']],
    ['did:web:issuer.example', false, ['not-url']],
    ['javascript:alert(1)', false, ['not-url']],
    ['issuer.example', false, ['not-url']],
    ['', false, []],
  ])('%s, on a list: %j', (iss, listed, details) => {
    expect(issuerUrlFindings(iss, listed)).toEqual(
      details.map((detail) => ({ code: 'ISSUER_URL_INVALID', detail })),
    )
  })
})

test('a list that could not be had is named, an old copy with its date, an undated one as no list (C-66)', () => {
  expect(
    directoryFindings(
      [
        directoryOf([]),
        unavailable({ source: 'https://a.example/list.json' }),
        directoryOf([], { stale: true, source: 'https://b.example/list.json' }),
        directoryOf([], { stale: true, source: 'list.json', time: null }),
      ],
      new Date('2026-06-27T03:59:59Z'),
    ),
  ).toEqual([
    { code: 'DIRECTORY_UNAVAILABLE', host: 'a.example' },
    { code: 'DIRECTORY_STALE', host: 'b.example', date: new Date(TIME), age: 11 },
    { code: 'DIRECTORY_UNAVAILABLE', host: 'list.json' },
  ])
})
