import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_BURST, takeStroke } from '../../../src/core/scanner/burst'
import type { Stroke } from '../../../src/core/scanner/stroke'
import { chunksOf, digitsOf, issue, newIssuer } from '../../support/issueCard'
import { always } from '../../support/property'
import { play, stroke, strokesOf } from '../../support/scanner'
import { link } from '../../support/shlLink'

const jws = await issue(await newIssuer())
const CARD = `shc:/${digitsOf(jws)}`
const LINK = link()
const textsOf = (strokes: readonly Stroke[]): readonly string[] => play(strokes).scans.map(({ text }) => text)

const halting = (at: number): number => (at % 150 === 149 ? 700 : 8)

describe('a scanner is recognised', () => {
  for (const gap of [0, 2, 10, 30, 45]) {
    for (const suffix of [[], ['Enter'], ['Tab'], ['Enter', 'Enter'], ['Tab', 'Enter']]) {
      test(`at ${gap} ms a key, ending with ${suffix.join(' and ') || 'nothing'}: once, whole`, () => {
        const { scans, swallowed, burst } = play(strokesOf(CARD, { gap, suffix }))
        expect(scans.map(({ text, grade }) => [text, grade])).toEqual([[CARD, 'whole']])
        expect(swallowed.slice(8).every(Boolean)).toBe(true)
        expect(burst.strokes).toEqual([])
      })
    }
  }

  test('whatever the rhythm, as long as half of the keys come within 50 ms', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 40, maxLength: 40 })
    always(
      gaps,
      (rhythm) => {
        const gap = (at: number): number => rhythm[at % rhythm.length] ?? 0
        expect(textsOf(strokesOf(LINK, { gap, suffix: [] }))).toEqual([LINK])
      },
      60,
    )
  })

  test('with pauses in the middle, which a torn scan is waited for', () => {
    expect(textsOf(strokesOf(LINK, { gap: halting, suffix: [] }))).toEqual([LINK])
    expect(textsOf(strokesOf(LINK, { gap: halting }))).toEqual([LINK])
  })

  test('a scan that stays torn is given up after a second, and given as it is', () => {
    const torn = CARD.slice(0, 301)
    const { scans } = play(strokesOf(torn, { suffix: [] }))
    expect(scans).toMatchObject([{ text: torn, grade: 'damaged' }])
  })

  test('two scans, one after the other, are two', () => {
    const first = strokesOf(CARD)
    const second = strokesOf(LINK, { from: (first.at(-1)?.time ?? 0) + 250 })
    expect(textsOf([...first, ...second])).toEqual([CARD, LINK])
  })

  test('each part of a card by itself', () => {
    const parts = chunksOf(jws, 3)
    const strokes = parts.flatMap((part, at) => strokesOf(part, { from: 5_000 * (at + 1), suffix: [] }))
    expect(textsOf(strokes)).toEqual(parts)
  })

  test('whatever else has a known beginning, or is long and fast enough', () => {
    for (const text of ['HC1:6BFOXN%TS3DH', 'vhlink:/eyJ', 'https://menu.example', '0100361414567894176BG']) {
      expect(textsOf(strokesOf(text))).toEqual([text])
    }
  })

  test('JSON of several lines is one text, and ends when nothing follows', () => {
    const json = '{"verifiableCredential": [\n"a.b.c"\n]}'
    const lines = json.split('\n')
    const strokes = lines.flatMap((line, at) => strokesOf(line, { from: 1_000 + at * 300, gap: 3 }))
    const close = strokes.map((one, at) => ({ ...one, time: 1_000 + at * 3 }))
    expect(textsOf(close)).toEqual([json])
  })
})

describe('a hand is not', () => {
  const human = fc.tuple(
    fc.oneof(fc.constant(CARD.slice(0, 60)), fc.constant(LINK.slice(0, 60)), fc.string({ maxLength: 80 })),
    fc.array(fc.integer({ min: 55, max: 600 }), { minLength: 20, maxLength: 20 }),
  )

  test('at any human rhythm, whatever it types', () => {
    always(human, ([text, rhythm]) => {
      const strokes = strokesOf(text, { gap: (at) => rhythm[at % rhythm.length] ?? 100 })
      const { scans, swallowed } = play(strokes)
      expect(scans).toEqual([])
      expect(swallowed.some(Boolean)).toBe(false)
    })
  })

  test('when it types quickly between pauses', () => {
    const rolls = fc.array(fc.integer({ min: 10, max: 45 }), { minLength: 3, maxLength: 3 })
    always(rolls, (roll) => {
      const gap = (at: number): number => (at % 4 === 0 ? 260 : (roll[at % 3] ?? 30))
      expect(play(strokesOf('Mary had a little lamb, its fleece was white', { gap })).scans).toEqual([])
    })
  })

  test('when it holds a key down, or leans on several', () => {
    const held = Array.from({ length: 80 }, (_, at) =>
      stroke({ key: 'a', code: 'KeyA', time: at * 30, repeat: at > 0 }),
    )
    expect(play(held).scans).toEqual([])
    expect(play(held.map((one) => ({ ...one, repeat: false }))).scans).toEqual([])
    expect(play(strokesOf('asdasdasdasdasdasdasdasdasdasdasd', { gap: 4 })).scans).toEqual([])
  })

  test('when an input method puts its characters together', () => {
    const composed = strokesOf(CARD).map((one) => ({ ...one, composing: true }))
    const hidden = strokesOf(CARD).map((one) => ({ ...one, key: 'Process' }))
    expect(play(composed).scans).toEqual([])
    expect(play(hidden).scans).toEqual([])
  })

  test('and a short barcode stays where it was scanned to', () => {
    const { scans, swallowed } = play(strokesOf('4006381333931', { gap: 5 }))
    expect(scans).toEqual([])
    expect(swallowed.some(Boolean)).toBe(false)
  })
})

describe('the page', () => {
  test('is kept from a key of a scan, and where nothing takes text from all but the first two', () => {
    const { swallowed } = play(strokesOf(CARD), false)
    expect(swallowed.slice(0, 2)).toEqual([false, false])
    expect(swallowed.slice(2).every(Boolean)).toBe(true)
  })

  test('gets Enter and Tab of a hand, also soon after a scan', () => {
    const scan = strokesOf(CARD)
    const end = scan.at(-1)?.time ?? 0
    const soon = stroke({ key: 'Enter', code: 'Enter', time: end + 100 })
    const late = stroke({ key: 'Enter', code: 'Enter', time: end + 500 })
    expect(play([...scan, soon]).swallowed.at(-1)).toBe(true)
    expect(play([...scan, late]).swallowed.at(-1)).toBe(false)
    expect(takeStroke(NO_BURST, late, true)).toEqual({ burst: NO_BURST, swallow: false })
  })

  test('is given control characters and function keys only when they are no part of a scan', () => {
    const gs = stroke({ key: ']', code: 'BracketRight', control: true })
    const [first, ...rest] = strokesOf(CARD)
    const strokes = [first ?? gs, ...rest].flatMap((one, at) =>
      at % 50 === 20 ? [{ ...gs, time: one.time }, one] : [one],
    )
    expect(play(strokes).scans.map(({ text }) => text)).toEqual([CARD])
    expect(takeStroke(NO_BURST, gs, true)).toEqual({ burst: NO_BURST, swallow: false })
  })

  test('loses nothing when a hand takes over: Escape gives a scan up', () => {
    const half = strokesOf(CARD.slice(0, 100), { suffix: ['Escape'] })
    expect(play(half)).toMatchObject({ scans: [], burst: NO_BURST })
  })
})

test('no stroke whatever breaks the recogniser', () => {
  const anyStroke = fc.record({
    key: fc.oneof(
      fc.constantFrom('Enter', 'Tab', 'Alt', 'Shift', 'Dead', 'F8', 'Unidentified', ''),
      fc.string(),
    ),
    code: fc.oneof(fc.constantFrom('KeyA', 'Numpad7', 'Enter', ''), fc.string()),
    time: fc.double(),
    shift: fc.boolean(),
    altGraph: fc.boolean(),
    control: fc.boolean(),
    alt: fc.boolean(),
    capsLock: fc.boolean(),
    repeat: fc.boolean(),
    composing: fc.boolean(),
  })
  always(fc.array(anyStroke, { maxLength: 60 }), (strokes) => {
    let burst = NO_BURST
    for (const one of strokes) ({ burst } = takeStroke(burst, one, false))
    expect(burst.strokes.length).toBeLessThanOrEqual(strokes.length)
  })
})
