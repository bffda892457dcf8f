import { deflateRaw } from 'pako'
import { beforeAll, describe, expect, test } from 'vitest'
import { base64urlFromBytes } from '../../../src/core/encoding'
import {
  looksLikeJws,
  MAXIMUM_PAYLOAD_BYTES,
  payloadTextOf,
  readCard,
  type Card,
} from '../../../src/core/shc/card'
import { bomb } from '../../support/bomb'
import { secondsFor, SOON } from '../../support/duration'
import { BUNDLE, issue, newIssuer, type CardOverrides, type TestIssuer } from '../../support/issueCard'

let issuer: TestIssuer
beforeAll(async () => {
  issuer = await newIssuer()
})

async function cardFrom(overrides: CardOverrides = {}): Promise<Card> {
  const card = readCard(await issue(issuer, overrides))
  if (!card.ok) throw new Error(card.error.code)
  return card.value
}

async function errorFrom(overrides: CardOverrides): Promise<unknown> {
  const card = readCard(await issue(issuer, overrides))
  return card.ok ? 'read' : card.error
}

const encoded = (text: string): string => base64urlFromBytes(new TextEncoder().encode(text))

describe('a card is unpacked before anybody asks whether it is genuine', () => {
  test('into header, claims, bundle and the text that was signed', async () => {
    const jws = await issue(issuer)
    const card = readCard(jws)
    expect(card).toMatchObject({
      ok: true,
      value: { jws, header: { alg: 'ES256', zip: 'DEF', kid: issuer.kid }, wrapped: false, deviations: [] },
    })
    expect(card.ok && card.value.claims['iss']).toBe(issuer.iss)
    expect(card.ok && card.value.bundle).toEqual(BUNDLE)
    expect(card.ok && JSON.parse(card.value.payloadText)).toEqual(card.ok && card.value.claims)
  })

  test('letters beyond ASCII come out as they were written', async () => {
    const bundle = {
      resourceType: 'Bundle',
      entry: [{ resource: { resourceType: 'Patient', id: 'Ñandú 患' } }],
    }
    expect((await cardFrom({ bundle })).bundle).toEqual(bundle)
  })

  test('white space inside a JWS is none of it', async () => {
    const jws = await issue(issuer)
    const card = readCard(` ${jws.slice(0, 20)}\n${jws.slice(20)} `)
    expect(card.ok && card.value.jws).toBe(jws)
  })
})

describe('a payload is read however it was packed, and the departure is told (C-21, C-29)', () => {
  test.each<[string, CardOverrides, readonly string[]]>([
    ['as the standard says', {}, []],
    ['in a zlib wrapper', { packing: 'zlib' }, ['payload-zlib-wrapped']],
    ['in a gzip wrapper', { packing: 'gzip' }, ['payload-zlib-wrapped']],
    ['not at all, though the header says so', { packing: 'none' }, ['payload-not-deflated']],
    ['not at all', { packing: 'none', header: { zip: undefined } }, ['header-zip-missing']],
    ['deflated, though the header does not say so', { header: { zip: undefined } }, ['header-zip-missing']],
    ['under another name', { header: { zip: 'GZIP' } }, ['header-zip-missing']],
    ['after a byte-order mark', { before: [0xef, 0xbb, 0xbf] }, ['payload-not-minified']],
    ['after a blank', { before: [0x20] }, ['payload-not-minified']],
  ])('%s', async (_, overrides, deviations) => {
    expect((await cardFrom(overrides)).deviations.map(({ code }) => code)).toEqual(deviations)
  })

  test('pretty-printed, by whichever white space', async () => {
    const { claims } = await cardFrom()
    const minified = JSON.stringify(claims)
    for (const space of [' ', '\t', '\n', '\r']) {
      for (const payload of [`{${space}${minified.slice(1)}`, `${minified}${space}`]) {
        expect((await cardFrom({ payload })).deviations).toEqual([{ code: 'payload-not-minified' }])
      }
    }
  })

  test('white space in its texts is content, also behind a quotation mark or a backslash', async () => {
    for (const family of ['van den Berg', 'the "late" one', 'a\\ b', '"', '\\', '\t']) {
      const bundle = { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient', family } }] }
      const card = await cardFrom({ bundle })
      expect([card.deviations, card.bundle]).toEqual([[], bundle])
    }
  })

  test('and by what name it was packed', async () => {
    for (const [overrides, value] of [
      [{ packing: 'gzip' }, 'gzip'],
      [{ packing: 'zlib' }, 'zlib'],
      [{ header: { zip: 'GZIP' } }, 'GZIP'],
    ] as const) {
      expect((await cardFrom(overrides)).deviations.map((deviation) => deviation.value)).toEqual([value])
    }
  })

  test('a compressed payload may begin with the byte of a brace, and a brace be no JSON', async () => {
    const text = `\uFEFF{"vc":{"credentialSubject":{"fhirBundle":{"resourceType":"Bundle"}}}}`
    const packed = deflateRaw(new TextEncoder().encode(text), { strategy: 4 })
    expect(packed[0]).toBe('{'.charCodeAt(0))
    const card = readCard(`${encoded('{"zip":"DEF"}')}.${base64urlFromBytes(packed)}.a`)
    expect(card).toMatchObject({ ok: true, value: { deviations: [{ code: 'payload-not-minified' }] } })
    expect(await errorFrom({ packing: 'none', payload: '{"vc":' })).toEqual({
      code: 'PAYLOAD_INFLATE_FAILED',
    })
  })

  test('noise is no packing at all', async () => {
    expect(await errorFrom({ packing: 'none', before: [0xff] })).toEqual({ code: 'PAYLOAD_INFLATE_FAILED' })
  })
})

describe('a card that cannot be unpacked says why (C-48)', () => {
  test.each([
    ['two parts', 'eyJhIjoxfQ.eyJhIjoxfQ'],
    ['four parts', 'eyJhIjoxfQ.eyJhIjoxfQ.a.b'],
    ['no header', '.eyJhIjoxfQ.a'],
    ['no payload', 'eyJhIjoxfQ..a'],
    ['letters that base64url has not', 'eyJhIjoxfQ.eyJh+joxfQ.a'],
    ['a payload cut off inside a byte', 'eyJhIjoxfQ.eyJhI.a'],
    ['nothing', ''],
  ])('%s are malformed', (_, text) => {
    expect(readCard(text)).toEqual({ ok: false, error: { code: 'JWS_MALFORMED' } })
  })

  test.each([
    ['no JSON', encoded('{')],
    ['a list', encoded('[]')],
    ['null', encoded('null')],
    ['no text', base64urlFromBytes(Uint8Array.of(0xff, 0xfe))],
  ])('a header that is %s', (_, header) => {
    expect(readCard(`${header}.eyJhIjoxfQ.a`)).toEqual({
      ok: false,
      error: { code: 'JWS_HEADER_INVALID', detail: 'json' },
    })
  })

  test('a header beyond 8 KB (C-30)', () => {
    const header = encoded(JSON.stringify({ alg: 'ES256', x: 'x'.repeat(10_000) }))
    expect(readCard(`${header}.eyJhIjoxfQ.a`)).toEqual({
      ok: false,
      error: { code: 'JWS_HEADER_INVALID', detail: 'size' },
    })
    const largest = encoded(JSON.stringify({ x: 'x'.repeat(6_144 - 8) }))
    expect(largest).toHaveLength(8_192)
    expect(readCard(`${largest}.eyJhIjoxfQ.a`)).toMatchObject({
      error: { code: 'PAYLOAD_MISSING_FIELD', path: 'vc' },
    })
  })

  test.each<[string, string, unknown]>([
    ['a text', '"text"', { code: 'PAYLOAD_NOT_JSON_OBJECT' }],
    ['JSON in a string, as one issuer had it (C-29)', '"{\\"iss\\":1}"', { code: 'PAYLOAD_NOT_JSON_OBJECT' }],
    ['a list', '[]', { code: 'PAYLOAD_NOT_JSON_OBJECT' }],
    ['broken JSON', '{"iss":', { code: 'PAYLOAD_NOT_JSON_OBJECT' }],
    [
      'JSON beyond any depth (C-30)',
      `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`,
      { code: 'PAYLOAD_NOT_JSON_OBJECT' },
    ],
    ['no vc', '{"iss":"x"}', { code: 'PAYLOAD_MISSING_FIELD', path: 'vc' }],
    ['vc of the wrong shape', '{"vc":[]}', { code: 'PAYLOAD_MISSING_FIELD', path: 'vc' }],
    ['no subject', '{"vc":{}}', { code: 'PAYLOAD_MISSING_FIELD', path: 'vc.credentialSubject' }],
    [
      'no bundle',
      '{"vc":{"credentialSubject":{}}}',
      { code: 'PAYLOAD_MISSING_FIELD', path: 'vc.credentialSubject.fhirBundle' },
    ],
    [
      'a bundle of the wrong shape',
      '{"vc":{"credentialSubject":{"fhirBundle":[{}]}}}',
      { code: 'PAYLOAD_MISSING_FIELD', path: 'vc.credentialSubject.fhirBundle' },
    ],
  ])('a payload of %s', async (_, payload, error) => {
    expect(await errorFrom({ payload })).toEqual(error)
  })

  test('bytes that are no text', async () => {
    expect(await errorFrom({ before: [0xff, 0xfe] })).toEqual({ code: 'PAYLOAD_NOT_JSON_OBJECT' })
  })

  test('a payload that unpacks to more than any card is refused at the limit (C-30, T12)', () => {
    const jws = `${encoded('{"alg":"ES256"}')}.${base64urlFromBytes(bomb(1_000))}.a`
    expect(readCard(jws)).toEqual({
      ok: false,
      error: { code: 'PAYLOAD_TOO_LARGE', maximumBytes: MAXIMUM_PAYLOAD_BYTES },
    })
    expect(secondsFor(() => readCard(jws))).toBeLessThan(SOON)
  })
})

test('a bundle that is some other resource is wrapped, so that it can be shown, and is marked', async () => {
  const card = await cardFrom({ bundle: { resourceType: 'Patient', id: '1' } })
  expect(card.wrapped).toBe(true)
  expect(card.bundle).toEqual({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: { resourceType: 'Patient', id: '1' } }],
  })
})

test('the shape of a JWS is three parts of which the first is a JSON object', () => {
  expect(looksLikeJws('eyJhIjoxfQ.abc.def')).toBe(true)
  expect(looksLikeJws('eyJhIjoxfQ..')).toBe(true)
  expect(looksLikeJws('eyJhIjoxfQ.abc')).toBe(false)
  expect(looksLikeJws('abc.def.ghi')).toBe(false)
  expect(looksLikeJws('eyJhIjoxfQ.a c.def')).toBe(false)
  expect(looksLikeJws('my card: eyJhIjoxfQ.abc.def')).toBe(false)
  expect(looksLikeJws('eyJhIjoxfQ.abc.def.')).toBe(false)
  expect(looksLikeJws('eyJhIjoxfQ.abc.def and more')).toBe(false)
})

test('the text of a payload is there to be looked at, also of what is no card', async () => {
  const jws = await issue(issuer, { payload: '[1]' })
  expect(payloadTextOf(jws)).toBe('[1]')
  const inside = jws.indexOf('.') + 4
  expect(payloadTextOf(` ${jws.slice(0, inside)}\n ${jws.slice(inside)}`)).toBe('[1]')
  for (const text of ['', 'eyJ', 'a.!.b', 'a.AAAA.b']) expect(payloadTextOf(text)).toBeUndefined()
})
