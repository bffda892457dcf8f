import { expect, test } from 'vitest'
import { DEFAULT_CONFIG, parseConfig } from '../../src/config/config'

test('no file and an empty file mean the defaults, without complaint', () => {
  expect(parseConfig(undefined)).toEqual({ config: DEFAULT_CONFIG, rejected: [] })
  expect(parseConfig({})).toEqual({ config: DEFAULT_CONFIG, rejected: [] })
})

test('a deployment sets its lists, its name and its first screen', () => {
  const given = {
    trustedDirectories: ['https://a.example/list.json'],
    testDirectories: [],
    recipient: '  Harbor Clinic ',
    initialTab: 'scan',
  }
  expect(parseConfig(given).config).toMatchObject({ ...given, recipient: 'Harbor Clinic' })
})

const WRONG = [
  ['trustedDirectories', 'https://a.example/list.json'],
  ['trustedDirectories', [1]],
  ['testDirectories', null],
  ['testDirectories', {}],
  ['recipient', 5],
  ['askBeforeOpening', 'sometimes'],
  ['askBeforeOpening', true],
  ['knownHosts', 'links.example.org'],
  ['knownHosts', [null]],
  ['attestationIssuers', [{ iss: 'https://a.example' }]],
  ['attestationIssuers', [{ iss: 'https://a.example', name: 'A', keys: ['x'] }]],
  ['attestationIssuers', {}],
  ['initialTab', 'toString'],
  ['requestTimeoutSeconds', 0],
  ['requestTimeoutSeconds', '30'],
  ['directoryMaxAgeHours', -1],
  ['dictionaryMaxAgeHours', 'never'],
  ['dictionaryCeilingMegabytes', -1],
  ['dictionaryCeilingMegabytes', Number.NaN],
] as const

test.each(WRONG)('%s: %j is named and its default holds', (key, value) => {
  const { config, rejected } = parseConfig({ [key]: value })
  expect(rejected).toEqual([key])
  expect(config).toEqual(DEFAULT_CONFIG)
})

test('a file that holds something else is named as a whole', () => {
  for (const json of [null, [], 'x', 3]) {
    expect(parseConfig(json)).toEqual({ config: DEFAULT_CONFIG, rejected: ['config.json'] })
  }
})

test('unknown keys, and names that objects have by nature, decide nothing', () => {
  const json = JSON.parse('{"__proto__":{"recipient":"x"},"constructor":1,"permissive":true}') as unknown
  expect(parseConfig(json)).toEqual({ config: DEFAULT_CONFIG, rejected: [] })
})

test('a configuration is frozen', () => {
  expect(Object.isFrozen(parseConfig({ recipient: 'x' }).config)).toBe(true)
  expect(Object.isFrozen(DEFAULT_CONFIG)).toBe(true)
})

test('a deployment says whom to ask about, and whose word about apps is shown', () => {
  const given = {
    askBeforeOpening: 'unknown-hosts',
    knownHosts: [' Links.Example.org '],
    attestationIssuers: [{ iss: 'https://a.example', name: 'A', keys: [{ kty: 'EC' }] }],
  }
  expect(parseConfig(given)).toEqual({
    config: { ...DEFAULT_CONFIG, ...given, knownHosts: ['links.example.org'] },
    rejected: [],
  })
})
