import { describe, expect, test } from 'vitest'
import {
  dateSortKey,
  formatDate,
  parseDate,
  periodState,
  validLocale,
  yearsBetween,
} from '../../../src/core/fhir/date'

const noonOf = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12)

describe('a date', () => {
  test.each([
    ['2024', '2024'],
    ['2024-03', 'Mar 2024'],
    ['2024-03-04', 'Mar 4, 2024'],
    ['2024-03-01T23:30', 'Mar 1, 2024, 23:30'],
    ['2024-03-01T23:30:00Z', 'Mar 1, 2024, 23:30 (UTC)'],
    ['2024-03-01T23:30:15.123+09:00', 'Mar 1, 2024, 23:30 (UTC+9)'],
    ['2024-03-01T00:05:00-03:30', 'Mar 1, 2024, 00:05 (UTC-3:30)'],
    ['0024-01-01', 'Jan 1, 24'],
    ['14:30:00', '14:30'],
    [2024, '2024'],
  ])('keeps the precision, the wall-clock time and the offset of %j', (sent, words) => {
    expect(formatDate(sent, 'en')).toBe(words)
  })

  test.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-1-1',
    '01-01-2021',
    '2024-03-01T25:00',
    'soon',
    '',
    {},
    null,
    '2024-03-01T10:00+99:00',
  ])('%j is not one', (sent) => {
    expect(parseDate(sent)).toBeUndefined()
    expect(formatDate(sent, 'en')).toBeUndefined()
  })

  test('has its month as a word in every language, so that 03/04 cannot be misread', () => {
    expect(formatDate('2024-03-04', 'es')).toBe('4 mar 2024')
    expect(formatDate('2024-03-04', 'de')).not.toMatch(/^\d+\D\d+\D\d+$/)
  })

  test('is told in the calendar it was recorded in', () => {
    expect(formatDate('2024', 'fa-IR-u-nu-latn')).toContain('2024')
    expect(formatDate('2024', 'th')).toContain('2024')
  })

  test('shows seconds and their fraction where somebody asks for them', () => {
    expect(formatDate('2024-03-01T23:30:15.123Z', 'en', { seconds: true })).toBe(
      'Mar 1, 2024, 23:30:15.123 (UTC)',
    )
  })

  test('is told in English where the language tag is nonsense', () => {
    expect(validLocale('nl_NL')).toBe('nl-NL')
    expect(validLocale('English- [en-US]')).toBe('en')
    expect(formatDate('2024-03', 'English- [en-US]')).toBe('Mar 2024')
  })

  test('sorts by the moment it stands for, partial dates by their beginning', () => {
    const keys = ['2024', '2024-01-02', '2024-02', '2024-03-01T00:30:00+01:00', '2024-03-01'].map(dateSortKey)
    expect(keys.toSorted((a = 0, b = 0) => a - b)).toEqual([keys[0], keys[1], keys[2], keys[3], keys[4]])
    expect(dateSortKey({ start: '2024' })).toBe(dateSortKey('2024'))
    expect(dateSortKey({ end: '2024' })).toBe(dateSortKey('2024'))
    expect(dateSortKey('soon')).toBeUndefined()
  })

  test('gives an age in whole years, and none where a birth date is not known to the day', () => {
    expect(yearsBetween('1980-06-16', { year: 2026, month: 6, day: 15 })).toBe(45)
    expect(yearsBetween('1980-06-15', { year: 2026, month: 6, day: 15 })).toBe(46)
    expect(yearsBetween('1980', { year: 2026, month: 6, day: 15 })).toBeUndefined()
    expect(yearsBetween('2030-01-01', { year: 2026, month: 6, day: 15 })).toBeUndefined()
  })
})

describe('a period', () => {
  test.each([
    ['2026-12-31', noonOf(2026, 12, 31), 'current'],
    ['2026-12-31', noonOf(2027, 1, 1), 'past'],
    ['2026-12', noonOf(2026, 12, 31), 'current'],
    ['2026-12', noonOf(2027, 1, 1), 'past'],
    ['2026', noonOf(2026, 12, 31), 'current'],
    ['2026', noonOf(2027, 1, 1), 'past'],
    ['2026-06-15T11:59:59Z', new Date('2026-06-15T12:00:00Z'), 'past'],
    ['2026-06-15T14:00:00+02:00', new Date('2026-06-15T12:00:00Z'), 'current'],
    ['until further notice', noonOf(2026, 1, 1), 'current'],
  ])('that ends on %s lasts to the end of that, on the calendar of the reader', (end, now, state) => {
    expect(periodState({ start: '2020', end }, now)).toBe(state)
  })

  test('begins with the first day of its start', () => {
    expect(periodState({ start: '2026-06' }, noonOf(2026, 6, 1))).toBe('current')
    expect(periodState({ start: '2026-06' }, noonOf(2026, 5, 31))).toBe('future')
  })

  test('without ends, or of a wrong shape, holds', () => {
    expect([periodState(undefined, noonOf(2026, 1, 1)), periodState('x', noonOf(2026, 1, 1))]).toEqual([
      'current',
      'current',
    ])
  })
})
