import { expect, test } from 'vitest'
import type { Http, HttpResponse } from '../../src/core/ports'
import { err, ok } from '../../src/core/result'
import { createDirectoryLoader, type DirectoryOptions } from '../../src/platform/directories'
import type { CachedText, TextCache } from '../../src/platform/storage'

const URL_TEXT = 'https://lists.example/d.json'
const NOW = new Date('2026-11-24T12:00:00Z')
const hours = (count: number): number => count * 3_600_000

const listOf = (name: string, time = '2026-11-01T00:00:00Z'): string =>
  JSON.stringify({ time, issuerInfo: [{ issuer: { iss: 'https://i.example', name }, keys: [], crls: [] }] })

function setUp(answers: readonly string[], cached?: CachedText, copy = 'unreachable') {
  const store = new Map<string, CachedText>(cached ? [[URL_TEXT, cached]] : [])
  const cache: TextCache = {
    get: (key) => Promise.resolve(store.get(key)),
    set: async (key, value) => {
      store.set(key, value)
    },
  }
  let asked = 0
  const clock = { now: NOW }
  const http: Http = ({ url }) => {
    const home = url.href === URL_TEXT
    const beside = url.href === 'https://viewer.example/directories/d.json' ? copy : 'unreachable'
    const answer = home ? (answers[asked] ?? 'unreachable') : beside
    asked += home ? 1 : 0
    const response: HttpResponse = { status: 200, body: new TextEncoder().encode(answer) }
    return Promise.resolve(answer === 'unreachable' ? err('network') : ok(response))
  }
  const options: DirectoryOptions = {
    sources: [{ url: new URL(URL_TEXT), kind: 'trusted' }],
    http,
    cache,
    clock: () => clock.now,
    maxAgeHours: 24,
    copies: new URL('https://viewer.example/directories/'),
  }
  return { load: createDirectoryLoader(options), store, clock, asked: () => asked }
}

async function nameIn(load: ReturnType<typeof setUp>['load']) {
  const [loaded] = await load()
  return {
    stale: loaded?.facts.stale,
    name: loaded?.available ? loaded.directory.issuers.get('https://i.example')?.name : undefined,
  }
}

test('a list is fetched once for any number of cards, and kept with its date', async () => {
  const { load, store, asked } = setUp([listOf('A')])
  await Promise.all([load(), load()])
  expect(await nameIn(load)).toEqual({ stale: false, name: 'A' })
  expect(asked()).toBe(1)
  expect(store.get(URL_TEXT)?.fetchedAt).toEqual(NOW)
})

test('a young copy serves without a request', async () => {
  const { load, asked } = setUp([], { text: listOf('A'), fetchedAt: new Date(NOW.getTime() - hours(23)) })
  expect(await nameIn(load)).toEqual({ stale: false, name: 'A' })
  expect(asked()).toBe(0)
})

test('an old copy is renewed, and serves as stale while the list cannot be had', async () => {
  const old = { text: listOf('A'), fetchedAt: new Date(NOW.getTime() - hours(25)) }
  expect(await nameIn(setUp([listOf('B')], old).load)).toEqual({ stale: false, name: 'B' })
  expect(await nameIn(setUp(['unreachable'], old).load)).toEqual({ stale: true, name: 'A' })
})

test('a copy from the future is no reason to trust it: the clock was wrong once', async () => {
  const odd = { text: listOf('A'), fetchedAt: new Date(NOW.getTime() + hours(1)) }
  expect(await nameIn(setUp([listOf('B')], odd).load)).toEqual({ stale: false, name: 'B' })
})

test('without a copy an unreachable or unreadable list is unavailable, which is not "empty"', async () => {
  for (const answer of ['unreachable', '<html>', '{"issuers":[]}', '[]']) {
    const [loaded] = await setUp([answer]).load()
    expect(loaded).toEqual({
      available: false,
      facts: { source: URL_TEXT, kind: 'trusted', stale: false },
    })
  }
})

test('a list never goes back in time', async () => {
  const known = {
    text: listOf('new', '2026-11-01T00:00:00Z'),
    fetchedAt: new Date(NOW.getTime() - hours(25)),
  }
  const { load } = setUp([listOf('old', '2026-01-01T00:00:00Z')], known)
  expect(await nameIn(load)).toEqual({ stale: true, name: 'new' })
})

test('a failure is asked about again a little later, not for every card', async () => {
  const { load, clock, asked } = setUp(['unreachable', listOf('A')])
  await load()
  await load()
  expect(asked()).toBe(1)
  clock.now = new Date(NOW.getTime() + 3_000)
  expect(await nameIn(load)).toEqual({ stale: false, name: 'A' })
  expect(asked()).toBe(2)
})

test('without its home a list is read from the copy beside the page, and called old (C-66)', async () => {
  const shipped = setUp(['unreachable'], undefined, listOf('shipped'))
  expect(await nameIn(shipped.load)).toEqual({ stale: true, name: 'shipped' })
  expect(shipped.store.size).toBe(0)
  expect(await nameIn(setUp([listOf('A')], undefined, listOf('shipped')).load)).toEqual({
    stale: false,
    name: 'A',
  })
})

test('of the copy beside the page and the one that was kept, the newer serves', async () => {
  const kept = (time: string): CachedText => ({
    text: listOf('kept', time),
    fetchedAt: new Date(NOW.getTime() - hours(25)),
  })
  const shipped = listOf('shipped', '2026-10-01T00:00:00Z')
  const serve = async (time: string): Promise<string | undefined> =>
    (await nameIn(setUp(['unreachable'], kept(time), shipped).load)).name
  expect(await serve('2026-11-01T00:00:00Z')).toBe('kept')
  expect(await serve('2026-09-01T00:00:00Z')).toBe('shipped')
})
