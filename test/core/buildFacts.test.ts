import { expect, test } from 'vitest'
import { readBuildFacts } from '../../src/core/buildFacts'

const FACTS = {
  version: '1.2.3',
  commit: { id: 'a'.repeat(40), date: '2026-11-28T12:00:00Z' },
  parts: [{ name: 'jose', version: '6.0.0', licence: 'MIT', text: 0 }],
  texts: ['Permission …'],
}

test('what a build says of itself is read', () => {
  expect(readBuildFacts(FACTS)).toEqual({
    ...FACTS,
    commit: { id: FACTS.commit.id, date: new Date('2026-11-28T12:00:00Z') },
  })
})

test.each([undefined, null, [], 'x', {}, { ...FACTS, parts: 'none' }])(
  'anything else is nothing: %j',
  (json) => {
    expect(readBuildFacts(json)).toBeUndefined()
  },
)

test('a part without a name, and a commit without a date, are left out', () => {
  const facts = readBuildFacts({
    ...FACTS,
    commit: { id: 'a', date: 'soon' },
    parts: [{ licence: 'MIT' }, 7],
  })
  expect(facts).toEqual({ version: '1.2.3', parts: [], texts: FACTS.texts })
})
