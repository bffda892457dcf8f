import { deflate, deflateRaw } from 'pako'
import { describe, expect, test, vi } from 'vitest'
import { base64urlFromBytes, bytesFromBase64url, textFromBytes } from '../../../src/core/encoding'
import { decryptFile, MAXIMUM_FILE_BYTES } from '../../../src/core/shl/decrypt'
import { bomb } from '../../support/bomb'
import { FHIR_JSON, KEY, sealed, sealedBy } from '../../support/shlLink'

const TEXT = '{"resourceType":"Patient","name":[{"family":"Müller"}]}'
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function decrypted(jwe: string, key = KEY): Promise<unknown> {
  const result = await decryptFile(jwe, key)
  return result.ok ? textFromBytes(result.value.bytes) : result.error
}

/** Changes one part of a compact JWE, counted from 0. */
const changed = (jwe: string, part: number, change: (text: string) => string): string =>
  jwe
    .split('.')
    .map((text, at) => (at === part ? change(text) : text))
    .join('.')

const flipped = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)

describe('a file of a link is decrypted (L-70)', () => {
  test('and gives the sender’s word on what is inside', async () => {
    const result = await decryptFile(await sealed(TEXT, { contentType: FHIR_JSON }), KEY)
    expect(result).toMatchObject({ ok: true, value: { contentType: FHIR_JSON } })
    expect(result.ok && textFromBytes(result.value.bytes)).toBe(TEXT)
  })

  test('without a cty, with an unrelated kid and unknown header properties (L-42, L-73)', async () => {
    const jwe = await sealedBy(TEXT, { kid: 'unrelated', x: { y: 1 }, cty: 42 })
    const result = await decryptFile(jwe, KEY)
    expect(result.ok && Object.keys(result.value)).toEqual(['bytes'])
    expect(await decrypted(jwe)).toBe(TEXT)
  })

  test('also with the 16-byte IV of some senders (M100)', async () => {
    expect(await decrypted(await sealedBy(TEXT, {}, { ivLength: 16 }))).toBe(TEXT)
  })

  test('also when it is empty or no text at all', async () => {
    expect(await decrypted(await sealedBy('', {}))).toBe('')
    const pdf = Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0xff, 0xfe)
    const result = await decryptFile(await sealedBy(pdf, {}), KEY)
    expect(result.ok && result.value.bytes).toEqual(pdf)
  })
})

describe('a compressed file is inflated (L-71, B-70)', () => {
  test('as the standard says, also beyond the 250 kB at which libraries stop', async () => {
    expect(await decrypted(await sealed(TEXT, { zip: true }))).toBe(TEXT)
    const large = JSON.stringify({ resourceType: 'Binary', data: 'QUJD'.repeat(500_000) })
    expect((await decrypted(await sealed(large, { zip: true }))) === large).toBe(true)
  })

  test.each<[string, Uint8Array]>([
    ['in a zlib wrapper', deflate(bytesOf(TEXT))],
    ['raw', deflateRaw(bytesOf(TEXT))],
    ['not at all, though the header says so', bytesOf(TEXT)],
  ])('%s', async (_, content) => {
    expect(await decrypted(await sealedBy(content, { zip: 'DEF' }))).toBe(TEXT)
  })

  test('compressed without saying so is left as it is: the content decides later', async () => {
    const result = await decryptFile(await sealedBy(deflateRaw(bytesOf(TEXT)), {}), KEY)
    expect(result.ok && result.value.bytes).toEqual(new Uint8Array(deflateRaw(bytesOf(TEXT))))
  })

  test('a file that is neither compressed nor JSON, but says so, is broken', async () => {
    expect(await decrypted(await sealedBy(Uint8Array.of(0xff, 0xfe, 0xfd), { zip: 'DEF' }))).toEqual({
      code: 'FILE_DECOMPRESS_FAILED',
    })
    expect(await decrypted(await sealedBy('plain words', { zip: 'DEF' }))).toEqual({
      code: 'FILE_DECOMPRESS_FAILED',
    })
  })

  test('a bomb is stopped at the limit (T12)', async () => {
    expect(await decrypted(await sealedBy(bomb(100), { zip: 'DEF' }))).toEqual({
      code: 'FILE_TOO_LARGE',
      maximumBytes: MAXIMUM_FILE_BYTES,
    })
  })
})

describe('what was not encrypted in the one agreed way is not decrypted (L-70)', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['another key management', { alg: 'A256KW' }, 'alg'],
    ['RSA', { alg: 'RSA-OAEP-256' }, 'alg'],
    ['a password', { alg: 'PBES2-HS256+A128KW' }, 'alg'],
    ['no alg', { alg: undefined }, 'alg'],
    ['alg in a list', { alg: ['dir'] }, 'alg'],
    ['another content encryption', { enc: 'A128CBC-HS256' }, 'enc'],
    ['a shorter key', { enc: 'A128GCM' }, 'enc'],
    ['no enc', { enc: undefined }, 'enc'],
    ['an extension that nobody understands', { crit: ['exp'] }, 'crit'],
    ['an empty list of extensions', { crit: [] }, 'crit'],
  ])('%s', async (_, header, detail) => {
    expect(await decrypted(await sealedBy(TEXT, header))).toEqual({ code: 'FILE_JWE_INVALID', detail })
  })

  test('nor with an encrypted key beside the link’s key', async () => {
    expect(await decrypted(changed(await sealed(TEXT), 1, () => 'AAAA'))).toEqual({
      code: 'FILE_JWE_INVALID',
      detail: 'alg',
    })
  })

  test.each<[string, (jwe: string) => string]>([
    ['four parts', (jwe) => jwe.slice(0, jwe.lastIndexOf('.'))],
    ['six parts', (jwe) => `${jwe}.AAAA`],
    ['a header that is no JSON', (jwe) => changed(jwe, 0, () => 'AAAA')],
    ['a header that is no text', (jwe) => changed(jwe, 0, () => base64urlFromBytes(Uint8Array.of(0xff)))],
    ['a header that is a list', (jwe) => changed(jwe, 0, () => base64urlFromBytes(bytesOf('[]')))],
    ['letters that base64url has not', (jwe) => changed(jwe, 3, (text) => `${text}!`)],
    ['nothing', () => ''],
  ])('nor %s', async (_, change) => {
    expect(await decrypted(change(await sealed(TEXT)))).toEqual({
      code: 'FILE_JWE_INVALID',
      detail: 'format',
    })
  })
})

describe('a wrong key and altered content look the same, and neither gives a single byte (L-74)', () => {
  test.each<[string, (jwe: string) => string]>([
    [
      'altered header',
      (jwe) => changed(jwe, 0, () => base64urlFromBytes(bytesOf('{"alg":"dir","enc":"A256GCM","x":1}'))),
    ],
    ['altered IV', (jwe) => changed(jwe, 2, flipped)],
    ['altered content', (jwe) => changed(jwe, 3, flipped)],
    ['altered tag', (jwe) => changed(jwe, 4, flipped)],
    ['a shorter tag', (jwe) => changed(jwe, 4, (text) => text.slice(0, 16))],
    ['an IV that is too short (L-72)', (jwe) => changed(jwe, 2, (text) => text.slice(0, 8))],
    ['a longer tag', (jwe) => changed(jwe, 4, (text) => `${text}A`.padEnd(24, 'A'))],
    ['no IV', (jwe) => changed(jwe, 2, () => '')],
    ['no tag', (jwe) => changed(jwe, 4, () => '')],
  ])('%s', async (_, change) => {
    expect(await decrypted(change(await sealed(TEXT)))).toEqual({ code: 'FILE_DECRYPT_FAILED' })
  })

  test('a tag that was lengthened by what the content lacks', async () => {
    const jwe = await sealedBy(TEXT, {})
    const [header = '', , iv = '', content = '', tag = ''] = jwe.split('.')
    const [bytes, end] = [content, tag].map((part) => bytesFromBase64url(part) ?? new Uint8Array())
    const whole = new Uint8Array([...(bytes ?? []), ...(end ?? [])])
    for (const length of [12, 15, 17, 20]) {
      const parts = [whole.slice(0, -length), whole.slice(-length)].map(base64urlFromBytes)
      expect(await decrypted([header, '', iv, ...parts].join('.'))).toEqual({ code: 'FILE_DECRYPT_FAILED' })
    }
    expect(await decrypted(jwe)).toBe(TEXT)
  })

  test('another key', async () => {
    expect(await decrypted(await sealed(TEXT), new Uint8Array(32))).toEqual({ code: 'FILE_DECRYPT_FAILED' })
  })
})

test('the key of a link cannot be taken out again of what decrypts with it (L-75)', async () => {
  const importKey = vi.spyOn(crypto.subtle, 'importKey')
  try {
    const jwe = await sealed(TEXT)
    importKey.mockClear()
    expect(await decrypted(jwe)).toBe(TEXT)
    expect(importKey.mock.calls.map(([, , , extractable, usages]) => [extractable, usages])).toEqual([
      [false, ['decrypt']],
    ])
  } finally {
    importKey.mockRestore()
  }
})
