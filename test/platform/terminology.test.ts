import { describe, expect, test } from 'vitest'
import { shardFile, termKey } from '../../src/core/codes/shards'
import { overCeiling, type DictionaryCache } from '../../src/platform/dictionaryCache'
import type { CachedText } from '../../src/platform/storage'
import { createTerms } from '../../src/platform/terminology'
import { fakeHttp, type Answer } from '../support/fakeHttp'

const BASE = new URL('https://viewer.example/app/')
const SYSTEM = 'http://terminology.hl7.org/CodeSystem/colours'
const VERSION = 'aaaaaaaaaaaa'
const SHARDS = 4
const NOW = new Date('2026-11-25T12:00:00Z')
const hours = (count: number): number => count * 3_600_000

const manifestOf = (version: string): object => ({
  format: 1,
  version,
  shards: SHARDS,
  dictionaries: [
    { id: 'hl7', name: 'HL7', version: '7', systems: ['http://terminology.hl7.org/CodeSystem/'], terms: 9 },
  ],
})

/** A host's files: every colour is in its shard. */
function host(version = VERSION, colours: Readonly<Record<string, string>> = { red: 'Red', blue: 'Blue' }) {
  const files = new Map<string, unknown>([
    ['manifest.json', manifestOf(version)],
    [`${version}/aliases.json`, { 'urn:oid:1.2.3': SYSTEM }],
  ])
  for (let index = 0; index < SHARDS; index++) files.set(`${version}/${index}.json`, [])
  for (const [code, words] of Object.entries(colours)) {
    const path = `${version}/${shardFile(termKey(SYSTEM, code), SHARDS)}`
    files.set(path, [...(files.get(path) as readonly unknown[]), [0, SYSTEM, { [code]: words }]])
  }
  return files
}

/** A cache in memory that counts what it is told. */
function memoryCache(): DictionaryCache & { readonly store: Map<string, CachedText>; pruned: number } {
  const store = new Map<string, CachedText>()
  const cache = {
    store,
    pruned: 0,
    get: (path: string) => Promise.resolve(store.get(path)),
    set: (path: string, value: CachedText) => Promise.resolve(void store.set(path, value)),
    prune: () => {
      cache.pruned += 1
      return Promise.resolve()
    },
  }
  return cache
}

const FOLDER = `${BASE.href}terminology/`

function setUp(files = host()) {
  const state = { files, now: NOW, answer: undefined as Answer | undefined }
  const cache = memoryCache()
  const http = fakeHttp(({ url }) => {
    const json = state.files.get(url.href.slice(FOLDER.length))
    return state.answer ?? (json === undefined ? { status: 404 } : { json })
  })
  /** As a page that has just been opened: nothing in memory, but the cache. */
  const hostOf = () => createTerms({ base: BASE, http, cache, clock: () => state.now, maxAgeHours: 720 })
  const page = () => hostOf().load
  const asked = (): readonly string[] => http.requests.map(({ url }) => url.href.slice(FOLDER.length))
  return { state, cache, hostOf, page, asked, http }
}

const red = { system: SYSTEM, code: 'red' }
const blue = { system: SYSTEM, code: 'blue' }
const fileOf = ({ system, code }: typeof red): string =>
  `${VERSION}/${shardFile(termKey(system, code), SHARDS)}`
const textsOf = (terms: Awaited<ReturnType<ReturnType<ReturnType<typeof setUp>['page']>>>) =>
  terms?.map((found) => found?.map(({ text }) => text))

describe('words for codes', () => {
  test('come from our own host alone, one request for each shard however many codes', async () => {
    const { page, asked, http, cache } = setUp()
    const terms = await page()([red, blue, red, { system: SYSTEM, code: 'green' }])
    expect(textsOf(terms)).toEqual([['Red'], ['Blue'], ['Red'], []])
    const shards = new Set([fileOf(red), fileOf(blue), fileOf({ system: SYSTEM, code: 'green' })])
    expect(asked().toSorted()).toEqual(['manifest.json', ...shards].toSorted())
    expect(http.requests.every(({ url, method }) => url.origin === BASE.origin && method === 'GET')).toBe(
      true,
    )
    expect(cache.pruned).toBe(1)
  })

  test('never put a code into an address', async () => {
    const { page, asked } = setUp()
    await page()([red])
    expect(asked().join()).not.toContain('red')
    expect(asked().every((path) => /^(?:manifest|[\da-f]+\/[\da-f]+)\.json$/.test(path))).toBe(true)
  })

  test('say where they come from', async () => {
    const { page } = setUp()
    const [terms] = (await page()([red])) ?? []
    expect(terms?.[0]).toMatchObject({ language: 'en', dictionary: { id: 'hl7', name: 'HL7', version: '7' } })
  })

  test('are not asked for where no dictionary has the system', async () => {
    const { page, asked } = setUp()
    expect(await page()([{ system: 'http://snomed.info/sct', code: '38341003' }])).toEqual([[]])
    expect(asked()).toEqual(['manifest.json'])
  })

  test('are found under the OID of their system', async () => {
    const { page, asked } = setUp()
    expect(textsOf(await page()([{ system: 'urn:oid:1.2.3', code: 'red' }]))).toEqual([['Red']])
    expect(asked()).toContain(`${VERSION}/aliases.json`)
  })

  test('of a page are asked for once', async () => {
    const { page, asked } = setUp()
    const load = page()
    await Promise.all([load([red]), load([red])])
    await load([red])
    expect(asked().filter((path) => path === fileOf(red))).toHaveLength(1)
  })

  test('do not exist on a host without dictionaries, whatever it answers instead', async () => {
    const nothing = setUp(new Map())
    expect(await nothing.page()([red])).toBeUndefined()
    const startPage = setUp()
    startPage.state.answer = { text: '<!doctype html><title>Viewer</title>' }
    expect(await startPage.page()([red])).toBeUndefined()
  })
})

describe('the dictionaries of a host', () => {
  test('are those of its manifest, which is asked for once', async () => {
    const { hostOf, asked } = setUp()
    const { dictionaries, load } = hostOf()
    expect((await dictionaries()).map(({ name }) => name)).toEqual(['HL7'])
    await load([red])
    expect(asked().filter((path) => path === 'manifest.json')).toHaveLength(1)
  })

  test('are none where it has none, which is not the same as out of reach', async () => {
    expect(await setUp(new Map()).hostOf().dictionaries()).toEqual([])
    const { hostOf, state } = setUp()
    state.answer = 'offline'
    await expect(hostOf().dictionaries()).rejects.toThrow('manifest')
  })
})

describe('a copy', () => {
  test('that is young serves without a request', async () => {
    const { page, asked, state } = setUp()
    await page()([red])
    const before = asked().length
    state.now = new Date(NOW.getTime() + hours(719))
    expect(textsOf(await page()([red]))).toEqual([['Red']])
    expect(asked()).toHaveLength(before)
  })

  test('that is old is fetched again', async () => {
    const { page, asked, state } = setUp()
    await page()([red])
    const before = asked().length
    state.now = new Date(NOW.getTime() + hours(721))
    await page()([red])
    expect(asked().slice(before)).toEqual(['manifest.json', fileOf(red)])
  })

  test('from the future is fetched again: the clock was wrong then or is wrong now', async () => {
    const { page, asked, state } = setUp()
    await page()([red])
    const before = asked().length
    state.now = new Date(NOW.getTime() - hours(1))
    await page()([red])
    expect(asked().length).toBeGreaterThan(before)
  })

  test('that is old serves while there is no connection', async () => {
    const { page, state } = setUp()
    await page()([red])
    state.now = new Date(NOW.getTime() + hours(10_000))
    state.answer = 'offline'
    expect(textsOf(await page()([red]))).toEqual([['Red']])
  })

  test('that was spoilt is neither used nor kept', async () => {
    const { page, cache } = setUp()
    for (const text of ['not json', '{}', '[[0,"x"', '{"format":1}']) {
      cache.store.set('manifest.json', { text, fetchedAt: NOW })
      cache.store.set(fileOf(red), { text, fetchedAt: NOW })
      expect(textsOf(await page()([red]))).toEqual([['Red']])
    }
    expect(cache.store.get(fileOf(red))?.text).toContain('Red')
  })

  test('holds public files by their names, and no code that was looked up', async () => {
    const { page, cache } = setUp()
    await page()([red])
    expect([...cache.store.keys()].toSorted()).toEqual([fileOf(red), 'manifest.json'].toSorted())
  })
})

describe('when words cannot be had', () => {
  test('nothing is known of a code whose shard did not arrive, and the others have theirs', async () => {
    const { page, state } = setUp()
    state.files.delete(fileOf(red))
    const terms = await page()([red, blue])
    expect(fileOf(blue)).not.toBe(fileOf(red))
    expect(textsOf(terms)).toEqual([undefined, ['Blue']])
  })

  test('a shard that did not arrive is asked for again', async () => {
    const { page, state } = setUp()
    const load = page()
    const shard = state.files.get(fileOf(red))
    state.files.delete(fileOf(red))
    expect((await load([red]))?.[0]).toBeUndefined()
    state.files.set(fileOf(red), shard)
    expect(textsOf(await load([red]))).toEqual([['Red']])
  })

  test('without a manifest it is a failure, which can be repeated', async () => {
    const { page, state } = setUp()
    const load = page()
    state.answer = 'offline'
    await expect(load([red])).rejects.toThrow('manifest')
    state.answer = undefined
    expect(textsOf(await load([red]))).toEqual([['Red']])
  })

  test('newer dictionaries of the host are found, though the copy of the manifest is young', async () => {
    const { page, state } = setUp()
    await page()([blue])
    state.files = host('bbbbbbbbbbbb', { red: 'Crimson', blue: 'Azure' })
    expect(textsOf(await page()([red]))).toEqual([['Crimson']])
  })

  test('a shard of a wrong shape or size counts as none', async () => {
    const { page, state } = setUp()
    state.files.set(fileOf(red), { red: 'Red' })
    expect((await page()([red]))?.[0]).toBeUndefined()
    state.answer = 'too-large'
    await expect(page()([blue])).resolves.toEqual([undefined])
  })
})

const file = (path: string, size: number, day: number) => ({
  path,
  text: 'x'.repeat(size / 2),
  fetchedAt: new Date(Date.UTC(2026, 10, day)),
})

describe('the ceiling of what is kept', () => {
  test('lets the oldest go first, until the others fit', () => {
    const files = [file('b', 400, 2), file('a', 400, 1), file('c', 400, 3)]
    expect(overCeiling(files, 1_200)).toEqual([])
    expect(overCeiling(files, 1_000)).toEqual(['a'])
    expect(overCeiling(files, 500)).toEqual(['b', 'a'])
    expect(overCeiling(files, 0)).toEqual(['c', 'b', 'a'])
  })
})
