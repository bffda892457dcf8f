import { describe, expect, test } from 'vitest'
import { readClaims, type Claims } from '../../../src/core/shc/claims'
import { NOW, NOW_SECONDS } from '../../support/issueCard'

const TYPE = 'https://smarthealth.cards#health-card'
const DAY = 86_400

const vcWith = (vc: Readonly<Record<string, unknown>> = {}) => ({
  type: [TYPE],
  credentialSubject: { fhirVersion: '4.0.1', fhirBundle: {} },
  ...vc,
})

const claims = (payload: Readonly<Record<string, unknown>> = {}): Claims =>
  readClaims({ iss: 'https://issuer.example', nbf: NOW_SECONDS - DAY, vc: vcWith(), ...payload }, NOW)

const departures = ({ deviations }: Claims): readonly string[] => deviations.map(({ code }) => code)
const codes = ({ findings }: Claims): readonly string[] => findings.map(({ code }) => code)

test('a card in order has nothing to be said about it', () => {
  expect(claims()).toMatchObject({ time: 'current', findings: [], deviations: [], ridUnreadable: false })
})

describe('when a card was issued (C-40, B-02)', () => {
  test('in epoch seconds, whole or not', () => {
    expect(claims({ nbf: 1_620_992_383.218 })).toMatchObject({
      issued: new Date(1_620_992_383_218),
      nbf: 1_620_992_383.218,
      findings: [],
    })
  })

  test('in the future by more than five minutes is not yet valid', () => {
    expect(codes(claims({ nbf: NOW_SECONDS + 299 }))).toEqual([])
    expect(claims({ nbf: NOW_SECONDS + 301 })).toMatchObject({
      time: 'not-yet',
      findings: [{ code: 'NOT_YET_VALID', nbf: new Date((NOW_SECONDS + 301) * 1000) }],
    })
    expect(claims({ nbf: NOW_SECONDS + 365 * DAY }).time).toBe('not-yet')
  })

  test('in milliseconds is recognised and never in order', () => {
    const past = claims({ nbf: (NOW_SECONDS - DAY) * 1000 })
    expect(past).toMatchObject({
      time: 'current',
      nbf: NOW_SECONDS - DAY,
      deviations: [{ code: 'nbf-milliseconds', value: String((NOW_SECONDS - DAY) * 1000) }],
    })
    expect(codes(past)).toEqual(['NBF_IN_MILLISECONDS'])
    expect(codes(claims({ nbf: (NOW_SECONDS + DAY) * 1000 }))).toEqual([
      'NBF_IN_MILLISECONDS',
      'NOT_YET_VALID',
    ])
  })

  test('as iat, as cards before 2021 have it, is a departure and no more', () => {
    expect(claims({ nbf: undefined, iat: NOW_SECONDS - DAY })).toMatchObject({
      nbf: NOW_SECONDS - DAY,
      findings: [],
      deviations: [{ code: 'legacy-iat' }],
    })
  })

  test('as iat in milliseconds is both', () => {
    expect(departures(claims({ nbf: undefined, iat: (NOW_SECONDS - DAY) * 1000 }))).toEqual([
      'legacy-iat',
      'nbf-milliseconds',
    ])
  })

  test('not at all is a required part missing', () => {
    const { deviations, ...undated } = claims({ nbf: undefined })
    expect(deviations).toEqual([])
    expect(Object.keys(undated).toSorted()).toEqual(['findings', 'iss', 'ridUnreadable', 'time'])
    expect(undated.time).toBe('current')
    expect(claims({ nbf: undefined }).findings).toEqual([{ code: 'PAYLOAD_MISSING_FIELD', path: 'nbf' }])
    expect(claims({ nbf: undefined }).issued).toBeUndefined()
  })

  test.each(['1620992383', null, {}, [1_620_992_383], true, 1e300])('%j is no date', (nbf) => {
    expect(claims({ nbf })).toMatchObject({
      findings: [{ code: 'CLAIM_UNREADABLE', path: 'nbf' }],
      deviations: [],
    })
  })

  test('0 is the year 1970 and not "not stated"', () => {
    expect(claims({ nbf: 0 })).toMatchObject({ issued: new Date(0), findings: [] })
  })
})

describe('until when a card is valid (C-41)', () => {
  test('not stated is for ever', () => {
    expect(claims()).toMatchObject({ time: 'current' })
    expect(claims().expires).toBeUndefined()
  })

  test('past is expired, to the second', () => {
    expect(claims({ exp: NOW_SECONDS + 1 }).time).toBe('current')
    expect(claims({ exp: NOW_SECONDS - 1 })).toMatchObject({
      time: 'expired',
      findings: [{ code: 'EXPIRED', exp: new Date((NOW_SECONDS - 1) * 1000) }],
    })
  })

  test('0 is long ago and not "not stated"', () => {
    expect(claims({ exp: 0 }).time).toBe('expired')
  })

  test('in milliseconds is compared as such', () => {
    expect(codes(claims({ exp: (NOW_SECONDS + DAY) * 1000 }))).toEqual(['EXP_IN_MILLISECONDS'])
    expect(claims({ exp: (NOW_SECONDS - DAY) * 1000, nbf: NOW_SECONDS - 2 * DAY })).toMatchObject({
      time: 'expired',
      expires: new Date((NOW_SECONDS - DAY) * 1000),
      deviations: [{ code: 'exp-milliseconds' }],
    })
  })

  test('expired goes before not yet valid', () => {
    expect(claims({ exp: NOW_SECONDS - DAY, nbf: NOW_SECONDS + DAY })).toMatchObject({
      time: 'expired',
      deviations: [{ code: 'exp-before-nbf' }],
    })
  })

  test('before the issue date is a departure', () => {
    expect(departures(claims({ exp: NOW_SECONDS + DAY, nbf: NOW_SECONDS + DAY }))).toEqual(['exp-before-nbf'])
  })

  test.each(['tomorrow', String(NOW_SECONDS + DAY), null, {}, [], false, 1e300])(
    '%j cannot be read and counts against the card',
    (exp) => {
      expect(claims({ exp })).toMatchObject({
        findings: [{ code: 'CLAIM_UNREADABLE', path: 'exp' }],
        deviations: [],
      })
    },
  )

  test('whatever the number, a date in a finding is a date', () => {
    for (const exp of [-1, -1e11, -1e12, -8.64e15, -8.6e15, 1, 1e11, 1e12, 8.64e15]) {
      const { expires, findings } = claims({ exp })
      const dates = findings.flatMap((finding) => (finding.code === 'EXPIRED' ? [finding.exp] : []))
      expect([expires, ...dates].map((date) => date?.getTime())).not.toContain(NaN)
      expect(expires).toBeDefined()
    }
  })
})

const departuresOf = (type: unknown): readonly string[] => departures(claims({ vc: vcWith({ type }) }))

describe('what kind of thing was signed', () => {
  test.each<[string, unknown]>([
    ['health-card among legacy and unknown types (C-42)', ['VerifiableCredential', TYPE, 'https://x']],
    ['twice', [TYPE, TYPE]],
    ['not in a list', TYPE],
  ])('%s is a health card', (_, type) => {
    expect(codes(claims({ vc: vcWith({ type }) }))).toEqual([])
  })

  test('and what is odd about its types is a departure', () => {
    expect(departuresOf(TYPE)).toEqual(['vc-type-not-list'])
    expect(departuresOf([TYPE, 'VerifiableCredential'])).toEqual(['vc-type-legacy'])
    expect(departuresOf([TYPE, 'https://smarthealth.cards#covid19'])).toEqual(['vc-type-legacy'])
    for (const type of [['VerifiableCredential'], null, 'xVerifiableCredential', 'VerifiableCredential2']) {
      expect(departuresOf([type, TYPE])).toEqual([])
    }
  })

  test.each<[string, unknown]>([
    ['no type', undefined],
    ['an empty list', []],
    ['another type', ['https://smarthealth.cards#immunization']],
    ['the type in other case', [TYPE.toUpperCase()]],
    ['an object', { type: TYPE }],
    ['null', null],
  ])('%s is signed, but no health card', (_, type) => {
    expect(codes(claims({ vc: vcWith({ type }) }))).toEqual(['NOT_A_HEALTH_CARD'])
  })

  test.each<[unknown, readonly string[], readonly string[]]>([
    ['4.0.1', [], []],
    ['4.0', [], []],
    ['4.0.0-ballot', [], []],
    ['4.0.12', [], []],
    ['4.0.1x', [], ['fhir-version-malformed']],
    ['4.0.1-', [], ['fhir-version-malformed']],
    ['v4.0.1', ['FHIR_VERSION_UNSUPPORTED'], ['fhir-version-malformed']],
    ['14.10.12', ['FHIR_VERSION_UNSUPPORTED'], []],
    ['1.0.2', ['FHIR_VERSION_UNSUPPORTED'], []],
    ['3.0.2', ['FHIR_VERSION_UNSUPPORTED'], []],
    ['4.3.0', ['FHIR_VERSION_UNSUPPORTED'], []],
    ['40.0', ['FHIR_VERSION_UNSUPPORTED'], []],
    ['', ['FHIR_VERSION_UNSUPPORTED'], ['fhir-version-malformed']],
    [undefined, [], ['fhir-version-missing']],
    [null, [], ['fhir-version-missing']],
    [4.01, [], ['fhir-version-missing']],
  ])('FHIR version %j (C-43)', (fhirVersion, findings, deviations) => {
    const read = claims({ vc: vcWith({ credentialSubject: { fhirVersion } }) })
    expect(codes(read)).toEqual(findings)
    expect(departures(read)).toEqual(deviations)
  })
})

describe('the number by which a card is withdrawn (C-62)', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string | undefined, readonly string[]]>([
    ['in its place', { vc: vcWith({ rid: 'abc-DEF_1' }) }, 'abc-DEF_1', []],
    ['outside its place', { rid: 'abc' }, 'abc', ['rid-outside-vc']],
    ['null, as some issuers write "none"', { vc: vcWith({ rid: null }) }, undefined, []],
    [
      'null in its place and stated outside',
      { rid: 'abc', vc: vcWith({ rid: null }) },
      'abc',
      ['rid-outside-vc'],
    ],
    ['too long', { vc: vcWith({ rid: 'a'.repeat(25) }) }, 'a'.repeat(25), ['rid-malformed']],
    ['in other letters', { vc: vcWith({ rid: 'a.b' }) }, 'a.b', ['rid-malformed']],
    ['empty', { vc: vcWith({ rid: '' }) }, '', ['rid-malformed']],
    ['a number', { vc: vcWith({ rid: 123 }) }, '123', ['rid-malformed']],
  ])('%s', (_, payload, rid, deviations) => {
    expect(claims(payload).rid).toBe(rid)
    expect(departures(claims(payload))).toEqual(deviations)
    expect(claims(payload)).toMatchObject({ ridUnreadable: false, findings: [] })
  })

  test.each([[{}], [['abc']], [true], [false]])('%j names no card that could be looked up', (rid) => {
    const read = claims({ vc: vcWith({ rid }) })
    expect(read.rid).toBeUndefined()
    expect(read).toMatchObject({ ridUnreadable: true, deviations: [{ code: 'rid-malformed' }] })
  })
})

test.each([undefined, null, 42, {}, ['https://issuer.example']])('an issuer that is %j is missing', (iss) => {
  expect(claims({ iss })).toMatchObject({
    iss: '',
    findings: [{ code: 'PAYLOAD_MISSING_FIELD', path: 'iss' }],
  })
})
