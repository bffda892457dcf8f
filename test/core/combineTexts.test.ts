import { describe, expect, test } from 'vitest'
import { combineTexts } from '../../src/core/combineTexts'
import { collectParts, isCardPart } from '../../src/core/shc/collectParts'
import { digitsOf } from '../support/issueCard'

const JWS = 'eyJhbGciOiJFUzI1NiJ9.cGF5bG9hZA.c2lnbmF0dXJl'
const OTHER = 'eyJhbGciOiJFUzI1NiJ9.b3RoZXI.c2lnbmF0dXJl'
const LINK = 'shlink:/eyJ1cmwiOiJodHRwczovL2EuZXhhbXBsZS8ifQ'
const code = (jws: string): string => `shc:/${digitsOf(jws)}`
const part = (index: number, total: number, text: string): string =>
  `shc:/${index}/${total}/${digitsOf(text)}`
const [ONE, TWO] = [part(1, 2, JWS.slice(0, 20)), part(2, 2, JWS.slice(20))]

describe('what is found at once', () => {
  test('one card stays the text that it was', () => {
    expect(combineTexts([code(JWS), code(JWS)])).toEqual({
      choices: [{ kind: 'cards', text: code(JWS), count: 1 }],
      others: [],
    })
  })

  test('several cards in any form become one file of cards, each once', () => {
    const file = JSON.stringify({ verifiableCredential: [OTHER, JWS] })
    const { choices } = combineTexts([code(JWS), OTHER, file])
    expect(choices).toEqual([
      { kind: 'cards', text: JSON.stringify({ verifiableCredential: [JWS, OTHER] }), count: 2 },
    ])
  })

  test('the parts of one card open as that card, in any order', () => {
    expect(combineTexts([TWO, ONE]).choices).toEqual([{ kind: 'cards', text: `${TWO}\n${ONE}`, count: 1 }])
  })

  test('parts beside a whole card are joined before they are counted', () => {
    const { choices } = combineTexts([code(OTHER), ONE, TWO])
    expect(choices).toEqual([
      { kind: 'cards', text: JSON.stringify({ verifiableCredential: [OTHER, JWS] }), count: 2 },
    ])
  })

  test('a part that misses the others is not lost', () => {
    expect(combineTexts([ONE, code(OTHER)]).choices.map(({ text }) => text)).toEqual([code(OTHER), ONE])
  })

  test('links and records stay apart, and a web address is none of them', () => {
    const bundle = '{"resourceType":"Bundle"}'
    const { choices, others } = combineTexts([LINK, bundle, code(JWS), 'https://letterhead.example', ' '])
    expect(choices.map(({ kind }) => kind)).toEqual(['cards', 'link', 'record'])
    expect(others).toEqual(['https://letterhead.example'])
  })

  test('a damaged code is kept, to say what is wrong with it', () => {
    expect(combineTexts(['shc:/123']).choices).toEqual([{ kind: 'record', text: 'shc:/123', count: 1 }])
  })
})

describe('parts scanned one after the other', () => {
  test('are collected until all are there', () => {
    const first = collectParts([], ONE)
    expect(first).toEqual({ parts: [ONE], have: 1, need: 2 })
    expect(collectParts(first.parts, ONE)).toEqual(first)
    expect(collectParts(first.parts, TWO)).toEqual({ parts: [], text: `${ONE}\n${TWO}`, have: 2, need: 2 })
  })

  test('a part of another card starts over, and anything else is there at once', () => {
    const stranger = part(1, 3, OTHER)
    expect(collectParts([ONE], stranger)).toEqual({ parts: [stranger], have: 1, need: 3 })
    expect(collectParts([ONE], LINK)).toEqual({ parts: [], text: LINK, have: 1, need: 1 })
  })

  test.each([
    [ONE, true],
    [code(JWS), false],
    [part(1, 1, JWS), false],
    ['shc:/3/2/0000', false],
    [LINK, false],
  ])('%s: is it one of several parts? %s', (text, expected) => {
    expect(isCardPart(text)).toBe(expected)
  })
})
