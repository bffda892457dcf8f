import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ShxError } from '../../src/core/errors'
import { loadLanguage } from '../../src/i18n/defineMessages'
import { describeError } from '../../src/i18n/errors'
import { LANGUAGES } from '../../src/i18n/language'
import { ERRORS, NOT_WORDS } from './examples'

beforeAll(async () => {
  await Promise.all(LANGUAGES.map((language) => loadLanguage(language)))
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const attemptsAdvice = (remainingAttempts?: number): string =>
  describeError(
    { code: 'PASSCODE_INCORRECT', ...(remainingAttempts !== undefined && { remainingAttempts }) },
    'en',
  ).advice
const waitAdvice = (retryAfter: number): string =>
  describeError({ code: 'RATE_LIMITED', retryAfter, host: 'a.example' }, 'en').advice
const expiryTitle = (language: 'en' | 'es', expiredAt: Date): string =>
  describeError({ code: 'LINK_EXPIRED', expiredAt }, language).title

const examples: readonly ShxError[] = Object.values(ERRORS).flat()

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(examples)('%j has a title and an advice, each one sentence', (error) => {
    const { title, advice } = describeError(error, language)
    for (const sentence of [title, advice]) {
      expect(sentence).not.toMatch(NOT_WORDS)
      expect(sentence).toMatch(/^\S.+\.$/)
    }
    expect(title).not.toBe(advice)
  })

  test('no two codes say the same, except a link without an address', () => {
    const titles = Object.values(ERRORS).map(
      (cases) => new Set((cases as readonly ShxError[]).map((error) => describeError(error, language).title)),
    )
    const all = titles.flatMap((set) => [...set])
    const repeated = all.filter((title, at) => all.indexOf(title) !== at)
    const noAddress = describeError({ code: 'SHL_MALFORMED', detail: 'url' }, language).title
    expect(repeated).toEqual([noAddress])
  })

  test.each(examples.filter((error) => 'host' in error))('%j names its host', (error) => {
    expect(describeError(error, language).title).toContain('links.example:8443')
  })

  test('a size is told in megabytes, a status as it is', () => {
    const large = describeError({ code: 'FILE_TOO_LARGE', maximumBytes: 50_000_000 }, language)
    expect(large.title).toMatch(/50\sMB/)
    const refused = describeError({ code: 'SERVER_REFUSED', status: 403, host: 'a.example' }, language)
    expect(refused.title).toContain('403')
  })

  test.each(['', 'signed and verified by your bank', 'a\u202eb', `${'a'.repeat(300)}.example`, '<b>x</b>'])(
    'a host that is not one is not repeated: %j',
    (host) => {
      const { title } = describeError({ code: 'LINK_INACTIVE', host }, language)
      expect(title).not.toMatch(NOT_WORDS)
      expect(title).toBe(describeError({ code: 'LINK_INACTIVE', host: '' }, language).title)
    },
  )
})

describe('attempts that are left', () => {
  test('one, several, none and an unknown number read differently', () => {
    expect(attemptsAdvice(1)).toContain('only one attempt is left')
    expect(attemptsAdvice(3)).toContain('3 attempts are left')
    expect(attemptsAdvice(0)).toContain('0 attempts are left')
    expect(attemptsAdvice()).not.toMatch(/\d|attempts? (is|are) left/)
  })
})

describe('how long to wait', () => {
  test.each([
    [1, 'one second'],
    [2, '2 seconds'],
    [119, '119 seconds'],
    [120, '2 minutes'],
    [121, '3 minutes'],
    [3600, '60 minutes'],
  ])('%d seconds', (retryAfter, expected) => {
    expect(waitAdvice(retryAfter)).toContain(expected)
  })
})

describe('the end of a link', () => {
  test('is told by the clock of the reader, who is told which clock that is', () => {
    vi.stubEnv('TZ', 'America/New_York')
    const lateEvening = new Date('2026-03-04T02:30:00Z')
    expect(expiryTitle('en', lateEvening)).toMatch(/March 3, 2026 at 9:30\sPM EST/)
    expect(expiryTitle('es', lateEvening)).toMatch(/3 de marzo de 2026.*21:30 GMT-5/)
  })

  test('that is no moment is unknown', () => {
    expect(expiryTitle('en', new Date(Number.NaN))).toContain('an unknown date')
  })
})
