import { expect, test } from 'vitest'
import { shownTab } from '../../../src/app/offeredTabs'
import { describeListFailure, describeUnread } from '../../../src/app/search/words'
import type { EhrFailure } from '../../../src/core/ehr/connection'

const FAILURES: readonly EhrFailure[] = [
  'offline',
  'network',
  'interrupted',
  'timeout',
  'too-large',
  'aborted',
  'foreign-address',
  'session-expired',
]

test.each(FAILURES)('%s has a sentence, for the list and for a document', (failure) => {
  const sentence = /^[A-Z][^{}]+\.$/
  expect(describeListFailure({ kind: 'failed', failure }, 'en')).toMatch(sentence)
  expect(describeUnread({ kind: 'failed', failure }, 'en')).toMatch(sentence)
})

test('a status is told by what it means, else by its number', () => {
  expect(describeUnread({ kind: 'refused', status: 404 }, 'en')).toContain('any more')
  expect(describeUnread({ kind: 'refused', status: 403 }, 'en')).toContain('does not let')
  expect(describeUnread({ kind: 'refused', status: 1500 }, 'en')).toContain('1500')
  expect(describeListFailure({ kind: 'refused', status: 403 }, 'en')).toContain('does not let')
  expect(describeListFailure({ kind: 'refused', status: 500 }, 'en')).toContain('500')
})

test('a host stands in a sentence only when it is one', () => {
  expect(describeUnread({ kind: 'elsewhere', host: 'files.example' }, 'en')).toContain('at files.example,')
  expect(describeUnread({ kind: 'elsewhere', host: 'call 555 now' }, 'en')).not.toContain('555')
})

test('a search that has no chart gives way to the first screen', () => {
  expect(shownTab('search', ['start', 'data'])).toBe('start')
  expect(shownTab('search', ['start', 'search'])).toBe('search')
})
