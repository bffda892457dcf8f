import { expect, test } from 'vitest'
import { diagnose } from '../../../src/core/scanner/diagnose'
import { digitsOf, issue, newIssuer } from '../../support/issueCard'
import { stroke, strokesOf } from '../../support/scanner'
import { link } from '../../support/shlLink'

const CARD = `shc:/${digitsOf(await issue(await newIssuer()))}`
const LINK = link()
const remarksOn = (...how: Parameters<typeof strokesOf>) => diagnose(strokesOf(...how)).remarks

test('a scanner that is set up well gets no remark, and little of its text is shown', () => {
  expect(diagnose(strokesOf(CARD, { gap: 4 }))).toEqual({
    characters: CARD.length,
    medianGap: 4,
    duration: 4 * (CARD.length - 1),
    suffix: 'enter',
    capsLock: false,
    controls: 0,
    grade: 'whole',
    repair: { kind: 'none' },
    host: 'us',
    beginning: CARD.slice(0, 10),
    remarks: [],
  })
  expect(remarksOn(LINK, { suffix: ['Tab'] })).toEqual([])
})

test('speed', () => {
  expect(remarksOn(CARD, { gap: 20 })).toEqual([])
  expect(remarksOn(CARD, { gap: 40 })).toEqual(['slow'])
  expect(remarksOn(CARD, { gap: 200 })).toEqual(['too-slow'])
  expect(remarksOn(CARD.slice(0, 12), { gap: (at) => (at % 3 === 0 ? 240 : 90) })).toEqual([
    'by-hand',
    'damaged',
  ])
  expect(remarksOn('abc', { gap: 5 })).toEqual(['by-hand'])
})

test('suffixes', () => {
  expect(remarksOn(CARD, { suffix: [] })).toEqual(['no-suffix'])
  expect(remarksOn(CARD, { suffix: ['Enter', 'Enter'] })).toEqual(['suffix-several'])
  expect(diagnose(strokesOf(CARD, { suffix: ['Tab', 'Enter'] })).suffix).toBe('several')
})

test('layouts and letters', () => {
  expect(diagnose(strokesOf(LINK, { host: 'de' }))).toMatchObject({ host: 'de', remarks: ['layout'] })
  expect(remarksOn(LINK, { capsLock: true })).toEqual(['caps-lock'])
  expect(remarksOn(CARD, { capsLock: true })).toEqual(['caps-lock'])
  expect(remarksOn(LINK.toUpperCase())).toEqual(['one-case'])
  expect(remarksOn('shc¤~ěščřžýáíéěščřžýáíé')).toEqual(['layout-unknown'])
})

test('what is around the text and between its characters', () => {
  expect(remarksOn(`]Q1${CARD}`)).toEqual(['prefix'])
  const gs = stroke({ key: 'F8', code: 'F8', time: 1_002 })
  expect(diagnose([gs, ...strokesOf(CARD)])).toMatchObject({ controls: 1, remarks: ['control-characters'] })
})

test('an input method, damage, and other codes', () => {
  const composed = strokesOf(CARD).map((one) => ({ ...one, key: one.key === 'Enter' ? 'Enter' : 'Process' }))
  expect(diagnose(composed).remarks).toContain('input-method')
  expect(remarksOn(CARD.slice(0, 101))).toEqual(['damaged'])
  expect(remarksOn('HC1:6BFOXN%TS3DH')).toEqual(['not-a-card'])
  expect(remarksOn('https://example.org/menu')).toEqual(['not-a-card'])
})

test('nothing at all is nothing', () => {
  expect(diagnose([])).toMatchObject({ characters: 0, medianGap: 0, duration: 0, suffix: 'none' })
})
