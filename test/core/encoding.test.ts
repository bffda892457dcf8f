import { deflate, deflateRaw, gzip } from 'pako'
import { describe, expect, test } from 'vitest'
import {
  base64urlFromBytes,
  bytesFromBase64url,
  inflate,
  isRecord,
  jsonFromText,
  textFromBytes,
} from '../../src/core/encoding'
import { bomb } from '../support/bomb'
import { secondsFor, SOON } from '../support/duration'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('base64url', () => {
  test('bytes come back as they were, whatever they are', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
    const text = base64urlFromBytes(bytes)
    expect(text).toMatch(/^[\w-]+$/)
    expect(bytesFromBase64url(text)).toEqual(bytes)
  })

  test.each([
    ['unpadded', '-_8', [0xfb, 0xff]],
    ['padded', '-_8=', [0xfb, 0xff]],
    ['with the alphabet of plain base64', '+/8=', [0xfb, 0xff]],
    ['with two signs of padding', '_w==', [0xff]],
    ['empty', '', []],
  ])('reads what senders write: %s', (_, text, expected) => {
    expect(bytesFromBase64url(text)).toEqual(Uint8Array.from(expected))
  })

  test.each(['A', 'AAAAA', 'AA AA', 'AA.A', '%41', 'AA=A', 'ÄÄÄÄ', '===='])('%j is not base64', (text) => {
    expect(bytesFromBase64url(text)).toBeUndefined()
  })

  test('neither a long text nor endless padding takes more than a moment', () => {
    expect(secondsFor(() => bytesFromBase64url('A'.repeat(8_000_000)))).toBeLessThan(SOON)
    expect(secondsFor(() => bytesFromBase64url(`${'='.repeat(5_000_000)}A`))).toBeLessThan(SOON)
  })
})

describe('text and JSON from strangers', () => {
  test('bytes that are not UTF-8 are no text, rather than text full of question marks', () => {
    expect(textFromBytes(utf8('Müller 🩺'))).toBe('Müller 🩺')
    expect(textFromBytes(Uint8Array.of(0xff, 0xfe, 0x41))).toBeUndefined()
  })

  test('a byte-order mark is no part of the text (C-29)', () => {
    expect(textFromBytes(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toBe('{}')
    expect(jsonFromText('\uFEFF{"a":1}')).toEqual({ a: 1 })
  })

  test('what is no JSON is undefined, what is JSON null is null', () => {
    expect(jsonFromText('')).toBeUndefined()
    expect(jsonFromText('{')).toBeUndefined()
    expect(jsonFromText('null')).toBeNull()
    expect(jsonFromText('0')).toBe(0)
  })

  test('nesting beyond any sense is refused, nesting of real records is not (C-30)', () => {
    expect(jsonFromText(nested(150))).toBeDefined()
    expect(jsonFromText(nested(250))).toBeUndefined()
    expect(jsonFromText(nested(1_000_000))).toBeUndefined()
    expect(jsonFromText(`${'{"a":'.repeat(300)}1${'}'.repeat(300)}`)).toBeUndefined()
    expect(secondsFor(() => jsonFromText('['.repeat(20_000_000)))).toBeLessThan(SOON)
  })

  test('brackets inside strings are no nesting', () => {
    const text = `\\"${'['.repeat(1_000)}`
    expect(jsonFromText(JSON.stringify({ text }))).toEqual({ text })
  })

  test('a key named __proto__ is data and pollutes nothing (C-30)', () => {
    const value = jsonFromText('{"__proto__":{"polluted":true}}')
    expect(Object.hasOwn(value as object, '__proto__')).toBe(true)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test.each([[null], [[]], ['text'], [0], [undefined]])('%j is not a JSON object', (value) => {
    expect(isRecord(value)).toBe(false)
  })
})

describe('inflate', () => {
  test('raw DEFLATE comes out as it went in, also over many chunks', () => {
    const text = '0123456789'.repeat(50_000)
    const inflated = inflate(deflateRaw(utf8(text)), 1_000_000)
    expect(inflated.ok && textFromBytes(inflated.value) === text).toBe(true)
  })

  test('a zlib wrapper is not raw DEFLATE, and is read only when asked for (C-21)', () => {
    const wrapped = deflate(utf8('{}'))
    expect(inflate(wrapped, 100)).toEqual({ ok: false, error: 'not-deflate' })
    expect(inflate(wrapped, 100, { wrapped: true })).toEqual({ ok: true, value: utf8('{}') })
    expect(inflate(deflateRaw(utf8('{}')), 100, { wrapped: true }).ok).toBe(false)
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['plain text', utf8('{"iss":"https://issuer.example"}')],
    ['gzip', gzip(utf8('{}'))],
    ['a stream that was cut off', deflateRaw(utf8('0123456789'.repeat(100))).slice(0, 8)],
    ['noise', Uint8Array.of(0xff, 0xff, 0xff, 0xff)],
  ])('%s is no DEFLATE stream', (_, bytes) => {
    expect(inflate(bytes, 1_000)).toEqual({ ok: false, error: 'not-deflate' })
  })

  test('the size limit is inclusive', () => {
    const packed = deflateRaw(new Uint8Array(100_000))
    expect(inflate(packed, 100_000).ok).toBe(true)
    expect(inflate(packed, 99_999)).toEqual({ ok: false, error: 'too-large' })
  })

  test('a bomb is stopped at the limit, not at the end of memory (C-30, T12)', () => {
    const gigabyte = bomb(1_000)
    expect(gigabyte.length).toBeLessThan(2_000_000)
    expect(inflate(gigabyte, 5_000_000)).toEqual({ ok: false, error: 'too-large' })
    expect(secondsFor(() => inflate(gigabyte, 5_000_000))).toBeLessThan(SOON)
  })
})
