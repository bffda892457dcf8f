import { describe, expect, test } from 'vitest'
import { collectParts, isCardPart, type Collected } from '../../../src/core/shc/collectParts'
import { chunksOf, digitsOf } from '../../support/issueCard'

const JWS = 'eyJhbGciOiJFUzI1NiJ9.AAAABBBBCCCC.DDDDEEEEFFFF'
const PARTS = chunksOf(JWS, 3)
const [FIRST = '', SECOND = '', THIRD = ''] = PARTS

/** Scans one text after another and gives what is there after each. */
const scan = (...texts: readonly string[]): readonly Collected[] =>
  texts.reduce<readonly Collected[]>((all, text) => [...all, collectParts(all.at(-1)?.parts ?? [], text)], [])

describe('the codes of one card, scanned one after the other (C-02)', () => {
  test('are counted until all are there, in any order', () => {
    expect(
      scan(THIRD, FIRST, SECOND).map(({ have, need, text }) => [have, need, text !== undefined]),
    ).toEqual([
      [1, 3, false],
      [2, 3, false],
      [3, 3, true],
    ])
    expect(scan(THIRD, FIRST, SECOND).at(-1)).toMatchObject({
      parts: [],
      text: [THIRD, FIRST, SECOND].join('\n'),
    })
  })

  test('count once however often the camera sees them', () => {
    expect(scan(FIRST, FIRST, FIRST, SECOND).map(({ have }) => have)).toEqual([1, 1, 1, 2])
    expect(scan(FIRST, SECOND, FIRST, FIRST).at(-1)?.parts.toSorted()).toEqual([FIRST, SECOND])
  })

  test('start over with a part of another card: nobody wants two halves of two cards', () => {
    const [other = ''] = chunksOf(JWS, 2)
    expect(scan(FIRST, SECOND, other).at(-1)).toEqual({ parts: [other], have: 1, need: 2 })
    const same = `shc:/1/3/${digitsOf('eyJx')}`
    expect(scan(FIRST, SECOND, same).at(-1)).toEqual({ parts: [same], have: 1, need: 3 })
  })

  test('give way to anything that is no part', () => {
    for (const text of [`shc:/${digitsOf(JWS)}`, `shc:/1/1/${digitsOf(JWS)}`, 'shlink:/eyJ', 'hello', '']) {
      expect(scan(FIRST, text).at(-1)).toEqual({ parts: [], text, have: 1, need: 1 })
    }
  })

  test('that are damaged are handed on, to say what is wrong', () => {
    for (const text of ['shc:/4/3/56', 'shc:/1/3/567', 'shc:/1/3/']) {
      expect(scan(text).at(-1)?.text).toBe(text)
      expect(isCardPart(text)).toBe(false)
    }
  })

  test('are told from whole cards', () => {
    expect(PARTS.map(isCardPart)).toEqual([true, true, true])
    expect(isCardPart(FIRST.toUpperCase())).toBe(true)
    for (const slashes of ['', '//']) expect(isCardPart(FIRST.replace('/', slashes))).toBe(true)
    expect(isCardPart(` \n${FIRST}\r\n`)).toBe(true)
    expect(chunksOf(JWS.repeat(4), 12).map(isCardPart)).toEqual(Array.from({ length: 12 }, () => true))
    expect(isCardPart(`shc:/1/1/${digitsOf(JWS)}`)).toBe(false)
  })

  test('are told from texts that have one in them', () => {
    for (const text of [`see ${FIRST}`, `x${FIRST}`, `${FIRST} and more`, `${FIRST}x`, `${FIRST}/4`]) {
      expect(isCardPart(text)).toBe(false)
      expect(scan(text).at(-1)).toEqual({ parts: [], text, have: 1, need: 1 })
    }
  })
})
