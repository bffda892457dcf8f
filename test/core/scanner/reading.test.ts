import { describe, expect, test } from 'vitest'
import { characterAt, hostLayout, LAYOUT_IDS, positionOf } from '../../../src/core/scanner/layouts'
import { faultOf, gradeOf, readStrokes } from '../../../src/core/scanner/reading'
import type { Stroke } from '../../../src/core/scanner/stroke'
import { chunksOf, digitsOf, issue, newIssuer } from '../../support/issueCard'
import { play, stroke, strokesOf } from '../../support/scanner'
import { link } from '../../support/shlLink'

const jws = await issue(await newIssuer())
const CARD = `shc:/${digitsOf(jws)}`
const LINK = link({ label: 'Ärztin – 健康' })
const DEEP_LINK = `https://viewer.example/index.html#${LINK}`

describe('layouts', () => {
  for (const layout of LAYOUT_IDS) {
    test(`${layout}: every character of cards and links is on a key, and is found there`, () => {
      const missing = Array.from(
        'shlink:/0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.',
      ).filter((character) => {
        const position = positionOf(character, layout)
        return position === undefined || characterAt(position, layout) !== character
      })
      expect(missing).toEqual([])
    })
  }

  test('keys that are not on every keyboard type nothing', () => {
    expect(characterAt({ code: 'Numpad1', shift: false }, 'us')).toBeUndefined()
    expect(characterAt({ code: '', shift: false }, 'de')).toBeUndefined()
    expect(positionOf('健', 'us')).toBeUndefined()
    expect(positionOf('', 'us')).toBeUndefined()
  })

  test('the layout of this computer is told from its keys', () => {
    expect(hostLayout(strokesOf(LINK, { host: 'de' }))).toBe('de')
    expect(hostLayout(strokesOf(LINK, { host: 'fr', capsLock: true }))).toBe('fr')
    expect(hostLayout(strokesOf(LINK, { hidesKeys: true }))).toBeUndefined()
  })
})

describe('what a scanner meant', () => {
  for (const text of [CARD, LINK, DEEP_LINK]) {
    const name = text.slice(0, 7)
    for (const other of LAYOUT_IDS.filter((layout) => layout !== 'us' && layout !== 'gb')) {
      test(`${name} from a US scanner at a computer set to ${other}`, () => {
        const reading = readStrokes(strokesOf(text, { host: other }))
        expect(reading).toMatchObject({ text, grade: 'whole', repair: { kind: 'layout', scanner: 'us' } })
      })
    }
  }

  for (const scanner of ['de', 'fr', 'es', 'it', 'ch'] as const) {
    test(`a link from a scanner set to ${scanner} at a US computer`, () => {
      expect(readStrokes(strokesOf(LINK, { scanner }))).toMatchObject({ text: LINK, grade: 'whole' })
    })
  }

  test('a scanner and a computer that are set alike need no repair', () => {
    for (const layout of LAYOUT_IDS) {
      const reading = readStrokes(strokesOf(LINK, { scanner: layout, host: layout }))
      expect(reading).toEqual({ text: LINK, grade: 'whole', repair: { kind: 'none' } })
    }
  })

  test('Caps Lock: a card needs no repair, a link gets its letters back', () => {
    const card = readStrokes(strokesOf(CARD, { capsLock: true }))
    expect(card).toMatchObject({ text: CARD.replace('shc', 'SHC'), grade: 'whole', repair: { kind: 'none' } })
    const opened = readStrokes(strokesOf(LINK, { capsLock: true }))
    expect(opened).toEqual({ text: LINK, grade: 'whole', repair: { kind: 'letter-case' } })
  })

  test('behind a remote desktop, which tells characters and no keys', () => {
    for (const host of ['de', 'fr', 'es'] as const) {
      const reading = readStrokes(strokesOf(LINK, { host, hidesKeys: true }))
      expect(reading).toMatchObject({ text: LINK, grade: 'whole' })
    }
    expect(readStrokes(strokesOf(LINK, { capsLock: true, hidesKeys: true }))).toMatchObject({
      text: LINK,
      repair: { kind: 'letter-case' },
    })
  })

  test('characters that are typed by their number, with Alt held down', () => {
    const strokes = Array.from(CARD).flatMap((character): readonly Stroke[] => [
      stroke({ key: 'Alt', code: 'AltLeft', alt: true }),
      ...Array.from(`0${character.charCodeAt(0)}`, (digit) =>
        stroke({ key: 'Unidentified', code: `Numpad${digit}`, alt: true }),
      ),
    ])
    const timed = strokes.map((one, at) => ({ ...one, time: 1_000 + at * 2 }))
    expect(play(timed).scans).toMatchObject([{ text: CARD, grade: 'whole' }])
  })

  test('digits of the number pad, whether or not Num Lock is on', () => {
    const digits = strokesOf(CARD).map((one) =>
      /^\d$/.test(one.key)
        ? { ...one, key: one.key === '7' ? 'Home' : one.key, code: `Numpad${one.key}` }
        : one,
    )
    expect(readStrokes(digits)).toMatchObject({ text: CARD, grade: 'whole' })
  })

  test('without what scanners put around a code', () => {
    for (const prefix of [']Q1', 'DESK-1 ', '\u0002']) {
      expect(readStrokes(strokesOf(`${prefix}${CARD}`))).toMatchObject({ text: CARD, grade: 'whole' })
      expect(readStrokes(strokesOf(`${prefix}${LINK}`)).grade).toBe('whole')
    }
  })
})

describe('how much sense a text makes', () => {
  const cases = [
    [CARD, 'whole'],
    [chunksOf(jws, 3)[1] ?? '', 'whole'],
    [LINK, 'whole'],
    [DEEP_LINK, 'whole'],
    [link({ key: 'short' }), 'whole'],
    [jws, 'whole'],
    [CARD.slice(0, -2), 'damaged'],
    [CARD.slice(0, 40), 'damaged'],
    [LINK.slice(0, -20), 'damaged'],
    ['shlink:/', 'damaged'],
    ['HC1:6BFOXN', 'named'],
    ['https://example.org', 'named'],
    ['{"a":1}', 'named'],
    ['4006381333931', 'nothing'],
    ['', 'nothing'],
  ] as const
  for (const [text, grade] of cases) {
    test(`${text.slice(0, 24)}… of ${text.length} characters: ${grade}`, () =>
      expect(gradeOf(text)).toBe(grade))
  }
})

describe('what is wrong with the set-up when nothing could be mended', () => {
  test('a link in capitals only, or in small letters only', () => {
    const upper = readStrokes(strokesOf(LINK.toUpperCase()))
    expect(faultOf(upper)).toBe('letter-case')
    expect(faultOf(readStrokes(strokesOf(LINK.toLowerCase())))).toBe('letter-case')
  })

  test('a layout that is not known', () => {
    expect(faultOf({ text: 'shc¤~ěščřžýáíéěščřžýáíé', grade: 'nothing' })).toBe('layout')
  })

  test('nothing, for codes that are damaged or are something else', () => {
    expect(faultOf({ text: CARD.slice(0, 40), grade: 'damaged' })).toBeUndefined()
    expect(faultOf({ text: LINK.slice(0, -20), grade: 'damaged' })).toBeUndefined()
    expect(faultOf({ text: '4006381333931', grade: 'nothing' })).toBeUndefined()
  })
})
