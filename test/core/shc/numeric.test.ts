import { describe, expect, test } from 'vitest'
import { decodeNumeric, joinChunks, textFromDigits, type CardChunk } from '../../../src/core/shc/numeric'
import { digitsOf } from '../../support/issueCard'

const pair = (offset: number): boolean => textFromDigits(String(offset).padStart(2, '0')).ok
const part = (index: number, total: number, text: string): CardChunk => ({ index, total, text })

describe('the digits of a card’s QR (C-01)', () => {
  test('each pair of digits plus 45 is a character, leading zeros included (M110)', () => {
    const alphabet = '-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
    expect(textFromDigits(digitsOf(alphabet))).toEqual({ ok: true, value: alphabet })
    expect(textFromDigits('0001')).toEqual({ ok: true, value: '-.' })
    expect(textFromDigits('')).toEqual({ ok: true, value: '' })
  })

  test('an odd number of digits was cut off', () => {
    expect(textFromDigits('567')).toEqual({ ok: false, error: { code: 'QR_DIGITS_ODD' } })
  })

  test('a pair that stands for no character of a JWS is damage', () => {
    const jws = [0, 1, 3, 12, 20, 45, 50, 52, 77]
    const others = [2, 13, 19, 46, 49, 51, 78, 99]
    expect(jws.map(pair)).toEqual(jws.map(() => true))
    expect(others.map(pair)).toEqual(others.map(() => false))
    expect(textFromDigits('5678')).toEqual({ ok: false, error: { code: 'QR_DIGITS_RANGE' } })
  })
})

describe('the header of a part (C-02)', () => {
  test('17 parts, as in the validator’s own sample, and up to 99 are accepted', () => {
    expect(decodeNumeric('17/17/56')).toEqual({ ok: true, value: { index: 17, total: 17, text: 'e' } })
    expect(decodeNumeric('99/99/56').ok).toBe(true)
  })

  test.each(['0/0/56', '2/1/56', '1/0/56', '1/100/56', '99999999999999999999/1/56'])(
    '%s names a part outside its set',
    (body) => {
      const decoded = decodeNumeric(body)
      expect(!decoded.ok && decoded.error.code).toBe('QR_CHUNK_INDEX_INVALID')
    },
  )

  test.each(['', '1/', '1/2', '1/2/', '/1/2/56', '1/2/3/56', '-1/2/56', '1.5/2/56', 'a', '56 76', '1/2/5 6'])(
    '%j is malformed',
    (body) => {
      expect(decodeNumeric(body)).toEqual({ ok: false, error: { code: 'QR_HEADER_MALFORMED' } })
    },
  )
})

describe('joining the parts', () => {
  test('goes by number, not by order, also from ten on', () => {
    const parts = Array.from({ length: 12 }, (_, at) => part(at + 1, 12, String.fromCharCode(65 + at)))
    expect(joinChunks(parts.toReversed())).toEqual({ ok: true, value: 'ABCDEFGHIJKL' })
  })

  test('needs every part', () => {
    expect(joinChunks([part(1, 3, 'a'), part(1, 3, 'a'), part(3, 3, 'c')])).toEqual({
      ok: false,
      error: { code: 'QR_CHUNK_INCOMPLETE', have: 2, need: 3, missing: [2] },
    })
  })

  test('needs at least one', () => {
    expect(joinChunks([])).toEqual({
      ok: false,
      error: { code: 'QR_CHUNK_INCOMPLETE', have: 0, need: 1, missing: [1] },
    })
  })

  test('refuses parts of different cards', () => {
    const conflict = { ok: false, error: { code: 'QR_CHUNK_CONFLICT' } }
    expect(joinChunks([part(1, 3, 'a'), part(2, 2, 'b')])).toEqual(conflict)
    expect(joinChunks([part(1, 2, 'a'), part(1, 2, 'b')])).toEqual(conflict)
  })
})
