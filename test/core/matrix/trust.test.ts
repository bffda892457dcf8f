import { beforeAll, describe, expect, test } from 'vitest'
import { checkWithIssuer, recheck, type OpenOptions } from '../../../src/core/openSHX'
import type { FetchedRevocationList } from '../../../src/core/ports'
import { readRevocationList } from '../../../src/core/shc/directory'
import { createRevocationLoader } from '../../../src/platform/revocation'
import { createMemoryCache } from '../../../src/platform/storage'
import { PUBLIC_HTTPS_ONLY } from '../../../src/core/checkUrl'
import { directoryOf, listed, loading, revoking, unavailable, type Entry } from '../../support/directories'
import { fakeHttp, noHttp, type Answer, type FakeHttp } from '../../support/fakeHttp'
import {
  clock,
  forged,
  issue,
  newIssuer,
  NOW,
  NOW_SECONDS,
  type CardOverrides,
  type TestIssuer,
} from '../../support/issueCard'
import { opened, options } from '../../support/open'

let issuer: TestIssuer
let stranger: TestIssuer
beforeAll(async () => {
  issuer = await newIssuer()
  stranger = await newIssuer('https://stranger.example/a')
})

const JWKS = 'https://stranger.example/a/.well-known/jwks.json'
const keys = (...list: readonly unknown[]): Answer => ({ json: { keys: list } })

/** Opens a card of an issuer on no list and has that issuer asked. */
async function asked(text: string, http: FakeHttp, overrides: Partial<OpenOptions> = {}) {
  const all = { loadDirectories: loading(directoryOf([listed(issuer)])), ...overrides }
  const shx = await opened(text, all)
  const after = await checkWithIssuer(shx, stranger.iss, options({ ...all, http }))
  const verdict = after.bundles[0]?.verdict
  return { after, verdict, codes: verdict?.findings.map(({ code }) => code) }
}

describe('C-27: an issuer on no list is asked for its keys by a person and by nobody else', () => {
  test('opening its card makes no request', async () => {
    const { bundles } = await opened(await issue(stranger), { http: noHttp() })
    expect(bundles[0]?.verdict).toMatchObject({
      status: 'untrusted',
      axes: { trust: 'not-listed', signature: 'not-checkable' },
    })
  })

  test('a key that fits says that the content is unchanged, and trusts nobody', async () => {
    const http = fakeHttp([keys(stranger.published)])
    const { verdict, codes } = await asked(await issue(stranger), http)
    expect(verdict).toMatchObject({
      status: 'untrusted',
      axes: { trust: 'issuer-published-only', signature: 'valid' },
      issuer: { iss: stranger.iss, host: 'stranger.example' },
    })
    expect(verdict?.issuer?.directory).toBeUndefined()
    expect(codes).toContain('ISSUER_SELF_PUBLISHED')
    expect(codes).not.toContain('ISSUER_NOT_LISTED')
    expect(http.log()).toEqual([`GET ${JWKS}`])
    expect(http.requests[0]?.maximumBytes).toBe(1_000_000)
  })

  test('a card that was altered is invalid', async () => {
    const card = forged(await issue(stranger), (claims) => ({ ...claims, nbf: 1 }))
    const { verdict, codes } = await asked(card, fakeHttp([keys(stranger.published)]))
    expect(verdict).toMatchObject({
      status: 'invalid',
      axes: { signature: 'invalid', trust: 'not-listed' },
    })
    expect(codes).toEqual(expect.arrayContaining(['SIGNATURE_INVALID', 'ISSUER_NOT_LISTED']))
    expect(codes).not.toContain('ISSUER_SELF_PUBLISHED')
  })

  test('C-28: a key that it does not publish is not its key', async () => {
    const { verdict, codes } = await asked(await issue(stranger), fakeHttp([keys(issuer.published, null)]))
    expect(verdict).toMatchObject({ status: 'invalid', axes: { trust: 'key-not-the-issuers' } })
    expect(codes).toEqual(expect.arrayContaining(['KEY_NOT_PUBLISHED', 'ISSUER_NOT_LISTED']))
  })

  test('C-25: a key that it gave away is worth nothing', async () => {
    const http = fakeHttp([keys({ ...stranger.published, d: 'AA' })])
    const { verdict } = await asked(await issue(stranger), http)
    expect(verdict?.status).toBe('invalid')
    expect(verdict?.findings).toContainEqual({ code: 'KEY_UNSUITABLE', detail: 'd' })
  })

  test.each<[string, CardOverrides, string]>([
    ['expired', { claims: { exp: NOW_SECONDS - 1 } }, 'invalid'],
    ['no health card', { vc: { type: [] } }, 'invalid'],
    ['good', {}, 'untrusted'],
  ])('whatever it answers, no card becomes verified: %s', async (_, card, status) => {
    const http = fakeHttp([keys(stranger.published)])
    expect((await asked(await issue(stranger, card), http)).verdict?.status).toBe(status)
  })

  test.each<[string, Answer]>([
    ['offline', 'offline'],
    ['dns-tls-cors', 'network'],
    ['dns-tls-cors', 'timeout'],
    ['dns-tls-cors', 'interrupted'],
    ['http-404', { status: 404 }],
    ['http-500', { status: 500 }],
    ['dns-tls-cors', 'aborted'],
    ['not-json', { text: '<html>' }],
    ['not-json', { bytes: Uint8Array.of(0xff, 0xfe) }],
    ['not-json', { json: [] }],
    ['not-json', { json: { keys: {} } }],
    ['not-json', 'too-large'],
  ])('C-27: no keys, because of %s (%j)', async (detail, answer) => {
    const { verdict } = await asked(await issue(stranger), fakeHttp([answer]))
    expect(verdict).toMatchObject({ status: 'untrusted', axes: { signature: 'not-checkable' } })
    expect(verdict?.findings).toContainEqual({
      code: 'ISSUER_KEYS_UNREACHABLE',
      detail,
      host: 'stranger.example',
    })
  })

  test.each(['https://10.0.0.7', 'https://intranet', 'https://a.example/?x=', 'https://u:p@a.example'])(
    'T13: %s is not asked',
    async (iss) => {
      const http = noHttp()
      const shx = await opened(await issue(stranger, { iss }))
      const after = await checkWithIssuer(shx, iss, options({ http }))
      expect(after.issuerKeys?.get(iss)).toEqual({ ok: false, error: 'address' })
      expect(http.requests).toEqual([])
    },
  )

  test('the answer outlives a check that is made again, and counts for no other issuer', async () => {
    const cards = [await issue(stranger), await issue(await newIssuer('https://third.example'))]
    const text = JSON.stringify({ verifiableCredential: cards })
    const { after } = await asked(text, fakeHttp([keys(stranger.published)]))
    const again = await recheck(after, options({ http: noHttp() }))
    expect(again.bundles.map(({ verdict }) => verdict.axes?.trust)).toEqual([
      'issuer-published-only',
      'not-listed',
    ])
  })

  test('a list that knows the issuer counts, whatever the issuer answered', async () => {
    const { after } = await asked(await issue(stranger), fakeHttp([keys()]))
    const again = await recheck(after, options({ loadDirectories: loading(directoryOf([listed(stranger)])) }))
    expect(again.bundles[0]?.verdict).toMatchObject({ status: 'verified', axes: { trust: 'listed' } })
  })

  test('with a list that could not be had, the issuer’s own word does not make it unknown', async () => {
    const { verdict } = await asked(await issue(stranger), fakeHttp([keys(stranger.published)]), {
      loadDirectories: loading(unavailable()),
    })
    expect(verdict).toMatchObject({ status: 'untrusted', axes: { trust: 'issuer-published-only' } })
  })
})

const askNobody = (): Promise<FetchedRevocationList | undefined> => {
  throw new Error('asked')
}

const CRL = (kid: string): string => `https://issuer.example/shc/.well-known/crl/${kid}.json`

/** A card of the listed issuer, whose key asks for version 2 of a list that the directory has in version 1. */
async function withList(http: FakeHttp, overrides: { card?: CardOverrides; key?: Entry } = {}) {
  const { card = { rid: 'a' }, key = { crlVersion: 2 } } = overrides
  const entry = listed(issuer, { key, crls: [revoking(issuer, ['b'])] })
  const shx = await opened(await issue(issuer, card), {
    loadDirectories: loading(directoryOf([entry])),
    loadRevocationList: createRevocationLoader({
      http,
      clock,
      cache: createMemoryCache(),
      policy: PUBLIC_HTTPS_ONLY,
    }),
  })
  return shx.bundles[0]?.verdict
}

describe('C-60: a list of withdrawn cards that is too old is fetched from the listed issuer', () => {
  test('and clears a card that it does not name, with the date of the list', async () => {
    const http = fakeHttp([{ json: revoking(issuer, ['c'], { ctr: 2 }) }])
    expect(await withList(http)).toMatchObject({
      status: 'verified',
      axes: { revocation: 'not-revoked' },
      revocation: { from: 'issuer', source: CRL(issuer.kid), counter: 2, date: NOW },
    })
    expect(http.log()).toEqual([`GET ${CRL(issuer.kid)}`])
  })

  test('and withdraws one that it names', async () => {
    const http = fakeHttp([{ json: revoking(issuer, ['a'], { ctr: 2 }) }])
    expect(await withList(http)).toMatchObject({ status: 'invalid', axes: { revocation: 'revoked' } })
  })

  test.each<[string, Answer]>([
    ['it is out of reach', 'network'],
    ['there is none', { status: 404 }],
    ['it is no list', { text: '<html>' }],
  ])('where %s, nobody knows', async (_, answer) => {
    expect(await withList(fakeHttp([answer]))).toMatchObject({
      status: 'unchecked',
      axes: { revocation: 'unknown' },
      revocation: { from: 'directory', counter: 1 },
    })
  })

  test('C-63: the list of another key is none, and one that is old too clears nothing', async () => {
    expect(await withList(fakeHttp([{ json: revoking(stranger, [], { ctr: 9 }) }]))).toMatchObject({
      axes: { revocation: 'unknown' },
    })
    expect(await withList(fakeHttp([{ json: revoking(issuer, []) }]))).toMatchObject({
      status: 'unchecked',
      axes: { revocation: 'unknown' },
    })
  })

  test('nobody is asked when the list at hand is new enough, or has withdrawn the card already', async () => {
    expect(await withList(noHttp(), { key: { crlVersion: 1 } })).toMatchObject({
      status: 'verified',
      revocation: { from: 'directory', counter: 1 },
    })
    expect(await withList(noHttp(), { card: { rid: 'b' } })).toMatchObject({ status: 'invalid' })
  })

  test('nobody is asked about a card that the issuer did not sign, or an issuer on a test list', async () => {
    const entry = listed(issuer, { key: { crlVersion: 2 } })
    const fake = forged(await issue(issuer, { rid: 'a' }), (claims) => ({ ...claims, nbf: 1 }))
    const trusted = loading(directoryOf([entry]))
    const testOnly = loading(directoryOf([entry], { kind: 'test' }))
    for (const [text, loadDirectories] of [
      [fake, trusted] as const,
      [await issue(issuer), testOnly] as const,
    ]) {
      const shx = await opened(text, { loadDirectories, loadRevocationList: askNobody })
      expect(shx.bundles[0]?.verdict.status).not.toBe('verified')
    }
  })
})

describe('fault 16: a device whose clock is slow', () => {
  const tomorrow = '2026-06-17T00:00:00Z'
  const verdictWith = async (card: CardOverrides, overrides: Partial<OpenOptions> = {}) => {
    const shx = await opened(await issue(issuer, card), {
      loadDirectories: loading(directoryOf([listed(issuer)], { time: tomorrow })),
      suspectClock: true,
      ...overrides,
    })
    return shx.bundles[0]?.verdict
  }

  test('is told, and nothing is green that depends on the time', async () => {
    const verdict = await verdictWith({ claims: { exp: NOW_SECONDS + 10 * 86_400 } })
    expect(verdict?.status).toBe('unchecked')
    expect(verdict?.findings).toContainEqual({ code: 'CLOCK_WRONG', date: new Date(tomorrow) })
  })

  test('knows that what ended before the list was made has ended', async () => {
    expect((await verdictWith({ claims: { exp: NOW_SECONDS + 3_600 } }))?.status).toBe('invalid')
  })

  test('does not call a card of today one of the future', async () => {
    expect((await verdictWith({ claims: { nbf: NOW_SECONDS + 7_200 } }))?.status).toBe('unchecked')
    const later = await verdictWith({ claims: { nbf: NOW_SECONDS + 100 * 86_400 } })
    expect(later).toMatchObject({ status: 'invalid', axes: { time: 'not-yet' } })
  })

  test('is not suspected for a day, or where the time is somebody’s decision', async () => {
    expect((await verdictWith({}, { suspectClock: false }))?.status).toBe('verified')
    const soon = loading(directoryOf([listed(issuer)], { time: '2026-06-16T11:00:00Z' }))
    expect((await verdictWith({}, { loadDirectories: soon }))?.status).toBe('verified')
  })
})

test.each([
  [{}, undefined],
  [{ ctr: '1' }, 'ctr'],
  [{ rids: ['a', 'a'] }, 'rids'],
  [{ rids: ['a', 4] }, 'rids'],
  [{ rids: ['x'.repeat(25)] }, 'rids'],
  [{ rids: ['a', 'x'.repeat(25)] }, 'rids'],
  [{ rids: ['a b'] }, 'rids'],
  [{ rids: ['a.'] }, 'rids'],
  [{ rids: ['a.soon'] }, 'rids'],
  [{ rids: ['-_Az09', 'x'.repeat(24)] }, undefined],
  [{ rids: [] }, undefined],
  [{ rids: 'a' }, 'rids'],
  [{ rids: ['a.1636977600'] }, undefined],
  [{ method: 'hash' }, 'method'],
])('C-63: a list with %j is read, and what is wrong with it is noted', (changes, malformed) => {
  const list = readRevocationList({ kid: 'k', method: 'rid', ctr: 1, rids: ['a'], ...changes })
  expect(list?.malformed).toBe(malformed)
  expect(list && Object.hasOwn(list, 'malformed')).toBe(malformed !== undefined)
})
