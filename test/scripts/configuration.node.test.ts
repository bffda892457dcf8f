import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groupIn } from '../../scripts/configuration/groups'
import { configurationPage } from '../../scripts/configuration/page'
import { DEFAULT_CONFIG } from '../../src/config/config'

test('docs/configuration.md says what the code does; npm run docs:config brings it up to date', () => {
  const written = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
  expect(written).toBe(configurationPage())
})

test('every key is there, with its words, what it takes, and its default', () => {
  const page = configurationPage()
  for (const [key, value] of Object.entries(DEFAULT_CONFIG)) {
    expect(page).toContain(`### \`${key}\``)
    expect(page).toContain(`- Default: \`${JSON.stringify(value)}\``)
  }
  expect(page).toContain('It is a number from 1 to 600.')
})

test('a key without words is no key: nobody could set it', () => {
  const source = 'export interface SomeConfig {\n  readonly quiet: boolean\n}'
  expect(() => groupIn(source, 'some')).toThrow('some: quiet has no words')
  expect(() => groupIn('export const x = 1', 'some')).toThrow('no group')
})

test('words may go over several lines', () => {
  const source =
    '/** All of them. */\nexport interface SomeConfig {\n  /**\n   * One line,\n   * and another.\n   */\n  readonly loud: boolean\n}'
  expect(groupIn(source, 'some')).toEqual({
    title: 'Some',
    words: 'All of them.',
    keys: [{ name: 'loud', words: 'One line, and another.' }],
  })
})
