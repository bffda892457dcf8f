import { expect, test } from 'vitest'
import { PUBLIC_HTTPS_ONLY } from '../../src/core/checkUrl'
import { createRevocationLoader } from '../../src/platform/revocation'
import { createMemoryCache, withMemory, type TextCache } from '../../src/platform/storage'
import { fakeHttp, type Answer } from '../support/fakeHttp'

const NOW = new Date('2026-11-24T12:00:00Z')
const ISS = 'https://issuer.example/shc'
const URL_TEXT = `${ISS}/.well-known/crl/key-1.json`
const list = (ctr: unknown, kid = 'key-1'): Answer => ({ json: { kid, method: 'rid', ctr, rids: ['a'] } })

function setUp(answers: readonly Answer[], cache: TextCache = createMemoryCache()) {
  const http = fakeHttp(answers)
  const time = { now: NOW }
  const load = createRevocationLoader({ http, cache, policy: PUBLIC_HTTPS_ONLY, clock: () => time.now })
  const counterOf = async (counter: number): Promise<number | undefined> =>
    (await load({ iss: ISS, kid: 'key-1', counter }))?.list.counter
  return { http, time, load, counterOf, cache }
}

test('a list is fetched once for any number of cards, and kept with its date', async () => {
  const { http, load, counterOf, cache } = setUp([list(3)])
  await Promise.all([counterOf(3), counterOf(3)])
  expect(await load({ iss: ISS, kid: 'key-1', counter: 2 })).toMatchObject({ source: URL_TEXT, date: NOW })
  expect(http.log()).toEqual([`GET ${URL_TEXT}`])
  expect((await cache.get(URL_TEXT))?.fetchedAt).toEqual(NOW)
})

test('a kept list serves while its counter is what the key asks for, and is fetched again when it is not', async () => {
  const { http, counterOf } = setUp([list(3), list(4)])
  expect([await counterOf(3), await counterOf(3), await counterOf(4), await counterOf(1)]).toEqual([
    3, 3, 4, 4,
  ])
  expect(http.requests).toHaveLength(2)
})

test('an older list serves as what it is while no newer one can be had', async () => {
  const { counterOf } = setUp([list(3), 'network'])
  expect([await counterOf(3), await counterOf(4)]).toEqual([3, 3])
})

test('a list never goes back', async () => {
  const { counterOf } = setUp([list(3), list(2)])
  expect([await counterOf(3), await counterOf(4)]).toEqual([3, 3])
})

test('a list that could not be had may be asked for again, but not once a card', async () => {
  const { http, time, counterOf } = setUp(['network', list(1)])
  expect([await counterOf(1), await counterOf(1)]).toEqual([undefined, undefined])
  expect(http.requests).toHaveLength(1)
  time.now = new Date(NOW.getTime() + 2_001)
  expect(await counterOf(1)).toBe(1)
})

test.each<[string, Answer]>([
  ['the list of another key', list(1, 'key-2')],
  ['a web page', { text: '<html>' }],
  ['an error', { status: 503 }],
])('%s is no list', async (_, answer) => {
  expect(await setUp([answer]).counterOf(1)).toBeUndefined()
})

test.each([
  [ISS, '../../../x'],
  [ISS, 'a/b'],
  [ISS, ''],
  ['http://issuer.example', 'key-1'],
  ['https://192.168.0.1', 'key-1'],
  ['https://a:b@issuer.example', 'key-1'],
  ['https://issuer.example?x', 'key-1'],
])('%s with the key %j is not asked', async (iss, kid) => {
  const { http, load } = setUp([])
  expect(await load({ iss, kid, counter: 1 })).toBeUndefined()
  expect(http.requests).toEqual([])
})

test('what a browser will not store is remembered for as long as the page is open', async () => {
  const forgetful: TextCache = { get: () => Promise.resolve(undefined), set: () => Promise.resolve() }
  const { http, counterOf } = setUp([list(3)], withMemory(forgetful))
  expect([await counterOf(3), await counterOf(2)]).toEqual([3, 3])
  expect(http.requests).toHaveLength(1)
})
