import { expect, test } from 'vitest'
import { DEFAULT_CONFIG, type Config } from '../../src/config/config'
import { parseConfig, READERS } from '../../src/config/read/parseConfig'
import { screens } from '../../src/config/screens'
import { URL_KEYS, type UrlKey } from '../../src/config/read/url'

const parse = (search: string, json: unknown = {}) => {
  const { config, rejected } = parseConfig(json, { host: 'cards.example.org', search })
  return { config, rejected: rejected.map(({ path, given }) => path + given) }
}

/** Holds when no key of `Keys` may stand in an address; anything else does not compile. */
type Never<Keys extends never> = Keys
type Guarded = Exclude<keyof Config, keyof typeof screens>
export type NoGuardedKeyInAddresses = Never<Extract<UrlKey, Guarded>>
// @ts-expect-error A key that decides trust cannot be one of an address.
export type TrustInAnAddress = Never<Extract<UrlKey | 'trustedDirectories', Guarded>>

test('an address drops its reader into a screen, and shows fewer of them', () => {
  expect(parse('?initialTab=scan').config).toEqual({ ...DEFAULT_CONFIG, initialTab: 'scan' })
  expect(parse('?tabs=scan,data').config).toEqual({ ...DEFAULT_CONFIG, tabs: ['scan', 'data'] })
  expect(parse('?tabs=scan').config.tabs).toEqual(['scan', 'data'])
})

test('an address cannot bring back a screen that the deployment does not show', () => {
  expect(parse('?tabs=photo,scan', { tabs: ['scan', 'data'] }).config.tabs).toEqual(['scan', 'data'])
})

test('a wrong value is named, and its text, which anybody may have written, is not repeated', () => {
  expect(parse('?initialTab=Call%20555&tabs=scan,Call%20555')).toEqual({
    config: DEFAULT_CONFIG,
    rejected: ['?initialTab', '?tabs[1]'],
  })
})

test('no other key can be set by an address, whatever its value', () => {
  const guarded = Object.keys(READERS).filter((key) => !Object.hasOwn(URL_KEYS, key))
  expect(guarded).toContain('trustedDirectories')
  expect(Object.keys(screens)).toEqual(expect.arrayContaining(Object.keys(URL_KEYS)))
  const values = ['https://evil.example/list.json', 'never', 'false', '1', '[]', '{}', 'en']
  for (const value of values) {
    const query = new URLSearchParams(
      [...guarded, 'hosts', 'config', 'permissive'].map((key) => [key, value]),
    )
    expect(parse(`?${query}`)).toEqual({ config: DEFAULT_CONFIG, rejected: [] })
  }
})
