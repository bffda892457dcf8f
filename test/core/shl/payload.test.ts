import { describe, expect, test } from 'vitest'
import { PUBLIC_HTTPS_ONLY } from '../../../src/core/checkUrl'
import { base64urlFromBytes } from '../../../src/core/encoding'
import { decodeShlPayload } from '../../../src/core/shl/payload'

const URL_TEXT = 'https://links.example/manifest/0f3c'
const KEY_TEXT = base64urlFromBytes(Uint8Array.from({ length: 32 }, (_, at) => at))

const decode = (payload: unknown) =>
  decodeShlPayload(base64urlFromBytes(new TextEncoder().encode(JSON.stringify(payload))), PUBLIC_HTTPS_ONLY)
const decodeWith = (properties: Readonly<Record<string, unknown>>) =>
  decode({ url: URL_TEXT, key: KEY_TEXT, ...properties })
const insecure = (detail: string) => ({ error: { code: 'SHL_URL_INSECURE', detail } })

function payloadWith(properties: Readonly<Record<string, unknown>>) {
  const decoded = decodeWith(properties)
  if (!decoded.ok) throw new Error(decoded.error.code)
  return decoded.value
}

describe('what a link says about itself', () => {
  test('address, key, flags, label and date (M89)', () => {
    const payload = payloadWith({ flag: 'LP', label: 'Ana’s summary', exp: 1_781_524_800 })
    expect(payload.url.href).toBe(URL_TEXT)
    expect(payload.key).toEqual(Uint8Array.from({ length: 32 }, (_, at) => at))
    expect([...payload.flags]).toEqual(['L', 'P'])
    expect(payload.label).toBe('Ana’s summary')
    expect(payload.expiresAt).toEqual(new Date('2026-06-15T12:00:00Z'))
  })

  test('a label in any script comes out as it was written (L-01)', () => {
    expect(payloadWith({ label: 'Résumé 患者 🩺' }).label).toBe('Résumé 患者 🩺')
  })

  test('only address and key are needed', () => {
    const payload = payloadWith({})
    expect(Object.keys(payload).toSorted()).toEqual(['flags', 'key', 'url'])
    expect(payload.flags.size).toBe(0)
  })

  test('unknown properties and extensions are ignored (L-10, M90)', () => {
    expect(decodeWith({ extension: { a: 1 }, _x: null, colour: 'red' }).ok).toBe(true)
  })

  test.each([
    ['in any order', 'PL', ['P', 'L']],
    ['repeated', 'LLL', ['L']],
    ['in lower case', 'lp', ['L', 'P']],
    ['unknown ones are kept and mean nothing (L-06)', 'XLZ', ['X', 'L', 'Z']],
    ['none', '', []],
    ['not a text', 42, []],
    ['null', null, []],
  ])('flags: %s', (_, flag, expected) => {
    expect([...payloadWith({ flag }).flags]).toEqual(expected)
  })

  test('a label that is not text is no label', () => {
    expect(payloadWith({ label: 42 }).label).toBeUndefined()
    expect(payloadWith({ label: null }).label).toBeUndefined()
  })
})

describe('the date is a hint in several spellings (L-05)', () => {
  const DATE = new Date('2026-06-15T12:00:00Z')
  test.each<[string, unknown, Date | undefined]>([
    ['seconds', 1_781_524_800, DATE],
    ['fractional seconds', 1_781_524_800.5, new Date(DATE.getTime() + 500)],
    ['milliseconds', 1_781_524_800_000, DATE],
    ['seconds as text', '1781524800', DATE],
    ['milliseconds as text, as in the standard’s own example', '1781524800000', DATE],
    ['the largest number of seconds', 1e11, new Date(1e14)],
    ['one more, which is milliseconds', 1e11 + 1, new Date(1e11 + 1)],
    ['before 1970', -1, new Date(-1000)],
    ['before 1970 in milliseconds', -1e11 - 1, new Date(-1e11 - 1)],
    ['a number of seconds between blanks', ' 1781524800 ', DATE],
    ['zero, which is long ago and not "no date"', 0, new Date(0)],
    ['a year beyond any calendar', 1e308, undefined],
    ['a word', 'tomorrow', undefined],
    ['empty', '', undefined],
    ['blank', ' ', undefined],
    ['null', null, undefined],
    ['a list', [1_781_524_800], undefined],
    ['true', true, undefined],
  ])('%s', (_, exp, expected) => {
    expect(payloadWith({ exp }).expiresAt).toEqual(expected)
  })
})

describe('a link that cannot be opened says which part is wrong', () => {
  test('the address: absent, no address, or one that may not be fetched (L-03)', () => {
    const malformed = { code: 'SHL_MALFORMED', detail: 'url' }
    expect(decodeWith({ url: undefined })).toMatchObject({ error: malformed })
    expect(decodeWith({ url: 'manifest/1' })).toMatchObject({ error: malformed })
    expect(decodeWith({ url: [URL_TEXT] })).toMatchObject({ error: malformed })
    expect(decodeWith({ url: 'http://links.example/' })).toMatchObject(insecure('not-https'))
    expect(decodeWith({ url: 'https://user:x@links.example/' })).toMatchObject(insecure('credentials'))
    expect(decodeWith({ url: 'https://192.168.0.1/' })).toMatchObject(insecure('local-address'))
    expect(decodeWith({ url: 'javascript:alert(1)' })).toMatchObject(insecure('not-https'))
  })

  test('an address over 128 characters is a sender’s habit, not a reason to fail (L-03)', () => {
    expect(decodeWith({ url: `https://links.example/${'a'.repeat(500)}` }).ok).toBe(true)
  })

  test.each([
    ['missing', undefined],
    ['null', null],
    ['a number', 42],
    ['empty', ''],
    ['16 bytes', base64urlFromBytes(new Uint8Array(16))],
    ['33 bytes', base64urlFromBytes(new Uint8Array(33))],
    ['not base64', '!'.repeat(43)],
  ])('the key: %s (L-04)', (_, key) => {
    expect(decodeWith({ key })).toEqual({ ok: false, error: { code: 'SHL_KEY_INVALID' } })
  })

  test('a key between blanks is a key', () => {
    expect(payloadWith({ key: ` ${KEY_TEXT}\n` }).key).toHaveLength(32)
  })

  test('a key in plain base64 with padding is a key', () => {
    expect(payloadWith({ key: btoa(String.fromCharCode(...new Uint8Array(32).fill(0xfb))) }).key).toEqual(
      new Uint8Array(32).fill(0xfb),
    )
  })

  test.each([2, 1.5, '2', 99])('version %j is newer than this viewer (L-09)', (v) => {
    expect(decodeWith({ v })).toEqual({
      ok: false,
      error: { code: 'SHL_VERSION_UNSUPPORTED', version: Number(v) },
    })
  })

  test('a link of a newer version still says what it is called and when it ends (L-09)', () => {
    expect(decodeWith({ v: 2, label: 'Discharge', exp: 2_000_000_000 })).toEqual({
      ok: false,
      error: {
        code: 'SHL_VERSION_UNSUPPORTED',
        version: 2,
        label: 'Discharge',
        expiresAt: new Date(2_000_000_000_000),
      },
    })
  })

  test('a newer version says so before anything else, for its other properties may mean something else', () => {
    expect(decode({ v: 2 })).toMatchObject({ error: { code: 'SHL_VERSION_UNSUPPORTED' } })
  })

  test.each<[unknown]>([[1], [0], ['1'], [null], [undefined], [{}], [{ toString: 0 }], [[]]])(
    'version %j is version 1',
    (v) => {
      expect(decodeWith({ v }).ok).toBe(true)
    },
  )

  test.each([
    ['nothing', '', 'truncated'],
    ['the beginning of JSON', base64urlFromBytes(new TextEncoder().encode('{"url":"https')), 'truncated'],
    ['a sentence', base64urlFromBytes(new TextEncoder().encode('hello')), 'json'],
    ['a JSON list', base64urlFromBytes(new TextEncoder().encode('[1]')), 'json'],
    ['bytes that are no text', base64urlFromBytes(Uint8Array.of(0xff, 0xfe)), 'base64'],
    ['not base64', '!!!!', 'base64'],
  ])('the whole: %s', (_, encoded, detail) => {
    expect(decodeShlPayload(encoded, PUBLIC_HTTPS_ONLY)).toEqual({
      ok: false,
      error: { code: 'SHL_MALFORMED', detail },
    })
  })
})
