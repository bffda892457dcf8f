import { expect, test } from 'vitest'
import { DEFAULT_CONFIG, type Config } from '../../src/config/config'
import { parseConfig, READERS } from '../../src/config/read/parseConfig'

const PLACE = { host: 'cards.example.org', search: '' }
const parse = (json: unknown, place = PLACE) => {
  const { config, rejected } = parseConfig(json, place)
  return { config, rejected: rejected.map(({ path }) => path) }
}

test('no file and an empty file mean the defaults, without complaint', () => {
  expect(parse(undefined)).toEqual({ config: DEFAULT_CONFIG, rejected: [] })
  expect(parse({})).toEqual({ config: DEFAULT_CONFIG, rejected: [] })
})

test('every key can be read, and every default is a value that its own key takes', () => {
  expect(Object.keys(READERS).toSorted()).toEqual(Object.keys(DEFAULT_CONFIG).toSorted())
  expect(parse(JSON.parse(JSON.stringify(DEFAULT_CONFIG)) as unknown)).toEqual({
    config: DEFAULT_CONFIG,
    rejected: [],
  })
})

test('a deployment sets its lists, its name and its first screen', () => {
  const given = {
    trustedDirectories: ['https://a.example/list.json'],
    testDirectories: [],
    recipient: '  Harbor Clinic ',
    initialTab: 'scan',
  }
  expect(parse(given).config).toMatchObject({ ...given, recipient: 'Harbor Clinic' })
})

const WRONG: [key: keyof Config, value: unknown, where?: string][] = [
  ['trustedDirectories', 'https://a.example/list.json'],
  ['trustedDirectories', [1], '[0]'],
  ['trustedDirectories', ['javascript:alert(1)'], '[0]'],
  ['trustedDirectories', ['https://a.example/list.json', ''], '[1]'],
  ['testDirectories', null],
  ['testDirectories', {}],
  ['recipient', 5],
  ['recipient', 'x'.repeat(201)],
  ['askBeforeOpening', 'sometimes'],
  ['askBeforeOpening', true],
  ['knownHosts', 'links.example.org'],
  ['knownHosts', [null], '[0]'],
  ['knownHosts', ['https://links.example.org'], '[0]'],
  ['knownHosts', ['links.example.org/path'], '[0]'],
  ['attestationIssuers', [{ iss: 'https://a.example' }], '[0]'],
  ['attestationIssuers', [{ iss: 'https://a.example', name: 'A', keys: ['x'] }], '[0].keys[0]'],
  ['attestationIssuers', {}],
  ['initialTab', 'toString'],
  ['tabs', []],
  ['tabs', ['scan', 'settings'], '[1]'],
  ['tabs', 'scan'],
  ['language', 'fr'],
  ['requestTimeoutSeconds', 0],
  ['requestTimeoutSeconds', '30'],
  ['directoryMaxAgeHours', -1],
  ['dictionaryMaxAgeHours', 'never'],
  ['dictionaryCeilingMegabytes', -1],
  ['dictionaryCeilingMegabytes', Number.NaN],
  ['title', 'x'.repeat(61)],
  ['title', null],
  ['logo', 'https://elsewhere.example/logo.svg'],
  ['logo', '//elsewhere.example/logo.svg'],
  ['logo', String.raw`\\elsewhere.example\logo.svg`],
  ['logo', 'data:image/svg+xml,x'],
  ['logo', 'javascript:alert(1)'],
  ['logo', ' /\t/elsewhere.example/logo.svg'],
  ['colours', '#0b5b7f'],
  ['colours', { light: 'teal' }, '.light'],
  ['colours', { light: '#abc' }, '.light'],
  ['colours', { dark: ['#7cc4e8'] }, '.dark'],
  ['footer', 3],
  ['footer', { en: 'Lakeside', fr: 'Lac' }],
  ['footer', { es: 4 }],
  ['frameAncestors', ['*'], '[0]'],
  ['frameAncestors', ['http://ehr.example.org'], '[0]'],
  ['frameAncestors', ["'self'; script-src *"], '[0]'],
  ['frameAncestors', ['https://ehr.example.org/path'], '[0]'],
  ['frameAncestors', ['https://*.*.example.org'], '[0]'],
  ['ehrs', { issuer: 'https://ehr.example/fhir', clientId: 'a' }],
  ['ehrs', [{ issuer: 'https://ehr.example/fhir' }], '[0]'],
  ['ehrs', [{ issuer: 'https://ehr.example/fhir', clientId: '' }], '[0].clientId'],
  ['ehrs', [{ issuer: 'http://ehr.example/fhir', clientId: 'a' }], '[0].issuer'],
  ['ehrs', [{ issuer: 'https://x@ehr.example/fhir', clientId: 'a' }], '[0].issuer'],
  ['ehrs', [{ issuer: 'https://ehr.example/fhir?x', clientId: 'a' }], '[0].issuer'],
  ['ehrs', [{ issuer: 'https://ehr.example/fhir?', clientId: 'a' }], '[0].issuer'],
  ['ehrs', [{ issuer: 'fhir', clientId: 'a' }], '[0].issuer'],
  [
    'ehrs',
    [{ issuer: 'https://e.example/', clientId: 'a', scopes: { v2: 'patient/*.rs' } }],
    '[0].scopes.v2',
  ],
  ['ehrs', [{ issuer: 'https://e.example/', clientId: 'a', scopes: 'launch' }], '[0].scopes'],
  [
    'ehrs',
    [{ issuer: 'https://e.example/', clientId: 'a', endpointOrigins: ['https://*.e.example'] }],
    '[0].endpointOrigins[0]',
  ],
  [
    'ehrs',
    [{ issuer: 'https://e.example/', clientId: 'a', endpointOrigins: ['https://a.example/x'] }],
    '[0].endpointOrigins[0]',
  ],
  ['ehrs', [{ issuer: 'https://e.example/', clientId: 'a', saveForms: ['png'] }], '[0].saveForms[0]'],
  ['ehrs', [{ issuer: 'https://e.example/', clientId: 'a', saveForms: [] }], '[0].saveForms'],
  ['features', false],
  ['features', { samples: 'no' }, '.samples'],
]

test.each(WRONG)('%s: %j is named and its default holds', (key, value, where = '') => {
  const { config, rejected } = parse({ [key]: value })
  expect(rejected).toEqual([`${key}${where}`])
  expect(config).toEqual(DEFAULT_CONFIG)
})

test('a refusal says what would do, and quotes what is there, shortened', () => {
  const { rejected } = parseConfig({ requestTimeoutSeconds: 'x'.repeat(500) }, PLACE)
  expect(rejected).toEqual([
    {
      path: 'requestTimeoutSeconds',
      expected: { kind: 'number', least: 1, most: 600 },
      given: `"${'x'.repeat(59)}…`,
    },
  ])
})

test('a file that holds something else is named as a whole', () => {
  for (const json of [null, [], 'x', 3]) {
    expect(parse(json)).toEqual({ config: DEFAULT_CONFIG, rejected: ['config.json'] })
  }
})

test('unknown keys, and names that objects have by nature, decide nothing', () => {
  const json = JSON.parse(
    '{"__proto__":{"recipient":"x"},"constructor":1,"permissive":true,"features":{"__proto__":{"samples":false}}}',
  ) as unknown
  expect(parse(json)).toEqual({ config: DEFAULT_CONFIG, rejected: [] })
})

test('a configuration is frozen', () => {
  expect(Object.isFrozen(parse({ recipient: 'x' }).config)).toBe(true)
  expect(Object.isFrozen(DEFAULT_CONFIG)).toBe(true)
})

test('a deployment says whom to ask about, and whose word about apps is shown', () => {
  const given = {
    askBeforeOpening: 'unknown-hosts',
    knownHosts: [' Links.Example.org ', 'links.example.org:8443'],
    attestationIssuers: [{ iss: 'https://a.example', name: 'A', keys: [{ kty: 'EC' }] }],
  }
  expect(parse(given)).toEqual({
    config: { ...DEFAULT_CONFIG, ...given, knownHosts: ['links.example.org', 'links.example.org:8443'] },
    rejected: [],
  })
})

test('a deployment has its own looks', () => {
  const given = {
    title: ' Lakeside Clinic ',
    logo: 'branding/logo.svg',
    colours: { light: '#7A1F5C' },
    footer: { en: 'Questions? Front desk.', es: '¿Preguntas? Recepción.' },
    frameAncestors: ['https://EHR.example.org/', 'https://*.clinic.example.org', 'http://localhost:9000'],
  }
  expect(parse(given)).toEqual({
    config: {
      ...DEFAULT_CONFIG,
      ...given,
      title: 'Lakeside Clinic',
      colours: { light: '#7a1f5c', dark: '' },
      frameAncestors: ['https://ehr.example.org', 'https://*.clinic.example.org', 'http://localhost:9000'],
    },
    rejected: [],
  })
})

test('one footer text serves every language', () => {
  expect(parse({ footer: ' Lakeside ' }).config.footer).toEqual({ en: 'Lakeside', es: 'Lakeside' })
})

test('screens are offered in the order that is given, each once, and the one where everything opens is always there', () => {
  expect(parse({ tabs: ['photo', 'scan', 'photo'] }).config.tabs).toEqual(['photo', 'scan', 'data'])
  expect(parse({ tabs: ['data', 'about'] }).config.tabs).toEqual(['data', 'about'])
})

test('what holds for one host is laid over what holds for all, and is nobody else’s', () => {
  const json = {
    title: 'Lakeside',
    features: { samples: false },
    hosts: {
      'cards.example.org': { title: 'Lakeside, registration', colours: { dark: '#ffd27a' } },
      'cards.example.org:8443': { title: 'Port' },
      toString: { title: 'x' },
    },
  }
  expect(parse(json).config).toEqual({
    ...DEFAULT_CONFIG,
    title: 'Lakeside, registration',
    colours: { light: '', dark: '#ffd27a' },
    features: { ...DEFAULT_CONFIG.features, samples: false },
  })
  expect(parse(json, { ...PLACE, host: 'cards.example.org:8443' }).config.title).toBe('Port')
  expect(parse(json, { ...PLACE, host: 'other.example.org' }).config.title).toBe('Lakeside')
  expect(parse({ hosts: {} }, { ...PLACE, host: 'constructor' })).toEqual({
    config: DEFAULT_CONFIG,
    rejected: [],
  })
})

test('a wrong value for a host is named with its host, and what holds for all stands', () => {
  const json = { title: 'Lakeside', hosts: { 'cards.example.org': { title: 5, logo: 'logo.png' } } }
  const { config, rejected } = parse(json)
  expect(rejected).toEqual(['hosts.cards.example.org.title'])
  expect(config).toMatchObject({ title: 'Lakeside', logo: 'logo.png' })
  expect(parse({ hosts: ['cards.example.org'] }).rejected).toEqual(['hosts'])
  expect(parse({ hosts: { 'cards.example.org': null } }).rejected).toEqual(['hosts.cards.example.org'])
})

test('hosts within hosts decide nothing', () => {
  const json = { hosts: { 'cards.example.org': { hosts: { 'cards.example.org': { title: 'x' } } } } }
  expect(parse(json)).toEqual({ config: DEFAULT_CONFIG, rejected: [] })
})

test('a deployment names the EHRs that may launch the viewer, to the letter', () => {
  const given = {
    ehrs: [
      { issuer: 'https://ehr.example.org/fhir/R4/', clientId: ' 9d1 ', label: 'Lakeside' },
      {
        issuer: 'http://127.0.0.1:8090/fhir',
        clientId: 'shx',
        scopes: { v1: 'launch patient/Patient.read' },
        endpointOrigins: ['https://login.example.org/', 'http://localhost:9000'],
        saveForms: ['jpeg', 'received'],
      },
    ],
  }
  expect(parse(given)).toEqual({
    config: {
      ...DEFAULT_CONFIG,
      ehrs: [
        { issuer: 'https://ehr.example.org/fhir/R4/', clientId: '9d1', label: 'Lakeside' },
        { ...given.ehrs[1], endpointOrigins: ['https://login.example.org', 'http://localhost:9000'] },
      ],
    },
    rejected: [],
  })
})
