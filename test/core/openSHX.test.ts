import { describe, expect, test, vi } from 'vitest'
import { fileOf } from '../../scripts/samples/issueCard'
import { base64urlFromBytes } from '../../src/core/encoding'
import type { OpenOptions } from '../../src/core/openSHX'
import type { LoadDirectories } from '../../src/core/ports'
import { bomb } from '../support/bomb'
import { directoryOf, listed, loading } from '../support/directories'
import { fakeHttp, type Answer } from '../support/fakeHttp'
import {
  BUNDLE,
  digitsOf,
  forged,
  issue,
  newIssuer,
  NOW_SECONDS,
  type TestIssuer,
} from '../support/issueCard'
import { opened, refused } from '../support/open'
import {
  CARD_FILE,
  embedding,
  FHIR_JSON,
  HOST,
  KEY,
  link,
  locating,
  sealed,
  sealedJson,
} from '../support/shlLink'

/** The address of a link and its key. */
const SECRETS = new RegExp(`manifest/0f3c|${base64urlFromBytes(KEY)}`)

const broken = (): Promise<never> => Promise.reject(new Error('Nadia Arroyo'))

const trusting = (issuer: TestIssuer): Partial<OpenOptions> => ({
  loadDirectories: loading(directoryOf([listed(issuer)])),
})
/** A link whose files are these sealed texts. */
const holding = (...files: readonly string[]): Partial<OpenOptions> => ({
  http: fakeHttp([{ json: embedding(...files) }]),
})
const statuses = ({ bundles }: Awaited<ReturnType<typeof opened>>): readonly string[] =>
  bundles.map(({ verdict }) => verdict.status)
const codes = ({ problems }: { readonly problems: readonly { code: string }[] }): readonly string[] =>
  problems.map(({ code }) => code)

describe('a card, from the digits of its QR to a verified bundle', () => {
  test('needs no network but the directories, and those once', async () => {
    const issuer = await newIssuer()
    const loadDirectories = vi.fn<LoadDirectories>(loading(directoryOf([listed(issuer)])))
    const jws = await issue(issuer)
    const shx = await opened(`shc:/${digitsOf(jws)}`, { loadDirectories })
    expect(shx).toMatchObject({ input: 'card', attachments: [], problems: [] })
    expect(statuses(shx)).toEqual(['verified'])
    expect(shx.bundles[0]?.organized.bundle).toEqual(BUNDLE)
    expect(shx.bundles[0]?.source).toEqual({ kind: 'jws', text: jws })
    expect(shx.bundles[0]?.origin).toEqual({})
    expect(loadDirectories).toHaveBeenCalledTimes(1)
  })

  test('tells how it was written down', async () => {
    const issuer = await newIssuer()
    const shx = await opened(`SHC:/${digitsOf(await issue(issuer))}`, trusting(issuer))
    expect(shx.bundles[0]?.verdict.deviations).toEqual([{ code: 'text-upper-case' }])
  })

  test('that cannot be unpacked fails as a card', async () => {
    expect(await refused(`shc:/${digitsOf('eyJhIjoxfQ.AAAA.AAAA')}`)).toMatchObject({
      input: 'card',
      error: { code: 'PAYLOAD_INFLATE_FAILED' },
    })
  })

  test('carries the two patients of a card with its verdict, never one for the other', async () => {
    const issuer = await newIssuer()
    const cards = [
      await issue(issuer),
      forged(await issue(issuer), (claims) => ({ ...claims, nbf: 1 })),
      await issue(issuer, { claims: { exp: 1 } }),
    ]
    const shx = await opened(fileOf(cards), trusting(issuer))
    expect(statuses(shx)).toEqual(['verified', 'invalid', 'invalid'])
    expect(shx.bundles.map(({ source }) => source.text)).toEqual(cards)
  })
})

describe('a file of cards (C-08, B-20)', () => {
  test('shows every good card beside the bad ones, each in its place', async () => {
    const issuer = await newIssuer()
    const jws = await issue(issuer)
    const file = JSON.stringify({ verifiableCredential: ['eyJ.broken', jws, null, 42, jws.slice(0, -20)] })
    const shx = await opened(file, trusting(issuer))
    expect(shx.bundles.map(({ origin, verdict }) => [origin.card, verdict.status])).toEqual([
      [1, 'verified'],
      [4, 'invalid'],
    ])
    expect(shx.problems).toEqual([
      { code: 'JWS_MALFORMED', card: 0 },
      { code: 'JWS_MALFORMED', card: 2 },
      { code: 'JWS_MALFORMED', card: 3 },
    ])
  })

  test('without a single readable card fails with the first reason and keeps the others', async () => {
    const failure = await refused('{"verifiableCredential":[null,"eyJhIjoxfQ.AAAA.AAAA"]}')
    expect(failure.error).toEqual({ code: 'JWS_MALFORMED', card: 0 })
    expect(codes(failure)).toEqual(['JWS_MALFORMED', 'PAYLOAD_INFLATE_FAILED'])
  })
})

describe('plain FHIR (L-81, M54)', () => {
  test('is unsigned, needs no directory, and its text is kept to the letter', async () => {
    const loadDirectories = vi.fn<LoadDirectories>(loading())
    const text = JSON.stringify(BUNDLE, undefined, 2)
    const shx = await opened(text, { loadDirectories })
    expect(shx.input).toBe('resource')
    expect(statuses(shx)).toEqual(['unsigned'])
    expect(shx.bundles[0]?.source).toEqual({ kind: 'json', text })
    expect(loadDirectories).not.toHaveBeenCalled()
  })

  test('that is empty is shown as empty and fails nothing', async () => {
    const shx = await opened('{"resourceType":"Bundle","type":"searchset"}')
    expect(shx.bundles[0]?.verdict.findings.map(({ code }) => code)).toEqual([
      'UNSIGNED_CONTENT',
      'BUNDLE_EMPTY',
    ])
  })
})

describe('a link', () => {
  test('tells everything about itself but its address and key (L-08, L-75)', async () => {
    const shx = await opened(
      link({ flag: 'L', label: 'Ana’s summary', exp: NOW_SECONDS + 60 }),
      holding(await sealedJson(BUNDLE)),
    )
    expect(shx.link).toMatchObject({
      label: 'Ana’s summary',
      flags: 'L',
      expires: new Date((NOW_SECONDS + 60) * 1000),
      host: HOST,
    })
    expect(JSON.stringify(shx)).not.toMatch(SECRETS)
  })

  test('also when it fails', async () => {
    const failure = await refused(link({ flag: 'P', label: 'Locked' }))
    expect(failure).toMatchObject({
      input: 'link',
      error: { code: 'PASSCODE_REQUIRED' },
      link: { label: 'Locked', flags: 'P', host: HOST },
    })
    expect(JSON.stringify(failure)).not.toMatch(SECRETS)
  })

  test('a wrong passcode reports the attempts that remain', async () => {
    const http = fakeHttp({ status: 401, json: { remainingAttempts: 3 } })
    const failure = await refused(link({ flag: 'P' }), { http, passcode: 'guess' })
    expect(failure.error).toEqual({ code: 'PASSCODE_INCORRECT', remainingAttempts: 3 })
  })

  test('holds cards and plain FHIR side by side, each with its own verdict (L-80, M44)', async () => {
    const issuer = await newIssuer()
    const cards = await sealed(fileOf([await issue(issuer), await issue(issuer)]), { contentType: CARD_FILE })
    const shx = await opened(link(), { ...holding(await sealedJson(BUNDLE), cards), ...trusting(issuer) })
    expect(statuses(shx)).toEqual(['unsigned', 'verified', 'verified'])
    expect(shx.bundles.map(({ origin }) => origin)).toEqual([
      { file: 0 },
      { file: 1, card: 0 },
      { file: 1, card: 1 },
    ])
  })

  test.each<[string, (jws: string) => unknown]>([
    ['a list', (jws) => [jws]],
    ['one text', (jws) => ({ verifiableCredential: jws })],
    ['a JSON text', (jws) => jws],
    ['the digits of a QR', (jws) => `shc:/${digitsOf(jws)}`],
  ])('holds a card as %s, under whatever type it was declared (L-41, L-55)', async (_, write) => {
    const issuer = await newIssuer()
    const file = await sealedJson(write(await issue(issuer)))
    const shx = await opened(link(), { ...holding(file), ...trusting(issuer) })
    expect(statuses(shx)).toEqual(['verified'])
  })

  test('that gives a bare card instead of a sealed file is opened and the lapse noted', async () => {
    const issuer = await newIssuer()
    const http = fakeHttp([{ text: await issue(issuer) }])
    const shx = await opened(link({ flag: 'U' }), { http, ...trusting(issuer) })
    expect(statuses(shx)).toEqual(['verified'])
    expect(codes(shx)).toEqual(['FILE_NOT_ENCRYPTED'])
  })

  test('never leads on to another link', async () => {
    const http = fakeHttp([{ json: embedding(await sealed(link({ label: 'inner' }))) }])
    const failure = await refused(link(), { http })
    expect(failure.error).toMatchObject({ code: 'FILE_CONTENT_INVALID' })
    expect(http.requests).toHaveLength(1)
  })

  test('tells when it may be asked again', async () => {
    const http = fakeHttp([{ json: embedding(await sealedJson(BUNDLE)), retryAfter: '90' }])
    expect((await opened(link({ flag: 'L' }), { http })).retryAfter).toBe(90)
  })
})

describe('one bad file never takes the others with it, and none is dropped silently (L-41, L-46)', () => {
  test('a link with a file of every kind of failure shows the good one and a problem for each other', async () => {
    const good = await sealedJson(BUNDLE)
    const files = [
      await sealedJson(BUNDLE, 'application/pdf'),
      await sealed('{"resourceType":', { contentType: FHIR_JSON }),
      await sealed(good, { key: new Uint8Array(32) }),
      `${good.slice(0, good.indexOf('.'))}.AAAA.AAAA.AAAA.AAAA`,
      await sealedJson({ verifiableCredential: [] }, CARD_FILE),
      await sealedJson(
        { aud: 'https://fhir.example/r4', access_token: 'secret' },
        'application/smart-api-access',
      ),
      await sealedJson({ no: 'idea' }),
    ]
    const shx = await opened(link(), holding(...files))
    expect(shx.bundles.map(({ origin }) => origin.file)).toEqual([0])
    expect(shx.problems.map(({ code, file }) => [file, code])).toEqual([
      [1, 'FILE_CONTENT_INVALID'],
      [2, 'FILE_DECRYPT_FAILED'],
      [3, 'FILE_JWE_INVALID'],
      [4, 'FILE_NO_CARDS'],
      [5, 'API_ACCESS_OFFERED'],
      [6, 'FILE_CONTENT_INVALID'],
    ])
    expect(JSON.stringify(shx)).not.toContain('secret')
  })

  test('documents are kept for download under the type that they are, not the one they claim (L-41)', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7\n%âãÏÓ')
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d)
    const manifest = {
      files: [
        { contentType: FHIR_JSON, embedded: await sealed(pdf) },
        { contentType: 'image/svg+xml', embedded: await sealed(png) },
        { contentType: 'text/plain; charset=utf-8', embedded: await sealed('Take two daily.') },
        { contentType: 'nonsense', embedded: await sealed(Uint8Array.of(0xff, 0x00)) },
      ],
    }
    const shx = await opened(link(), { http: fakeHttp([{ json: manifest }]) })
    expect(shx.attachments.map(({ file, type }) => [file, type])).toEqual([
      [0, 'application/pdf'],
      [1, 'image/png'],
      [2, 'text/plain'],
      [3, 'application/octet-stream'],
    ])
    expect(shx.attachments[0]?.bytes).toEqual(pdf)
    expect(codes(shx)).toEqual(Array.from({ length: 4 }, () => 'FILE_TYPE_UNSUPPORTED'))
  })

  test('what the sender says about a file is passed on (L-47, L-48)', async () => {
    const embedded = await sealedJson(BUNDLE)
    const manifest = {
      files: [
        { embedded, status: 'no-longer-valid', lastUpdated: '2026-06-01T08:00:00Z' },
        { embedded, status: 'can-change' },
        { embedded, status: 'finalized' },
        { embedded, status: 'retracted' },
      ],
    }
    const shx = await opened(link(), { http: fakeHttp([{ json: manifest }]) })
    expect(shx.bundles).toHaveLength(4)
    expect(shx.bundles[0]?.origin).toMatchObject({ file: 0, lastUpdated: '2026-06-01T08:00:00Z' })
    expect(shx.problems).toEqual([
      { code: 'FILE_NO_LONGER_VALID', file: 0 },
      { code: 'FILE_MAY_CHANGE', file: 1 },
    ])
  })

  test('a link with nothing but an offer of live access is no failure (L-53, B-15)', async () => {
    const offer = { aud: 'https://fhir.example:8443/r4', access_token: 'secret' }
    const shx = await opened(link(), holding(await sealedJson(offer)))
    expect(shx.bundles).toEqual([])
    expect(shx.problems).toMatchObject([{ code: 'API_ACCESS_OFFERED', host: 'fhir.example:8443', file: 0 }])
  })

  test('a link of which nothing could be had fails with its first real reason, not with a note beside it', async () => {
    const manifest = {
      files: [
        { contentType: FHIR_JSON, embedded: await sealed('broken'), status: 'no-longer-valid' },
        { contentType: FHIR_JSON, location: 'https://files.example/1', status: 'can-change' },
      ],
    }
    const http = fakeHttp(({ method }): Answer => (method === 'POST' ? { json: manifest } : 'network'))
    const failure = await refused(link(), { http })
    expect(failure.error).toEqual({ code: 'FILE_CONTENT_INVALID', file: 0 })
    expect(codes(failure)).toEqual(['FILE_NO_LONGER_VALID', 'FILE_CONTENT_INVALID', 'FILE_UNREACHABLE'])
  })

  test('contradicting flags are no excuse for a file that cannot be decrypted', async () => {
    const http = fakeHttp([{ text: await sealed('{}', { key: new Uint8Array(32) }) }])
    const failure = await refused(link({ flag: 'PU' }), { http })
    expect(failure.error).toMatchObject({ code: 'FILE_DECRYPT_FAILED' })
    expect(codes(failure)).toContain('SHL_FLAGS_CONFLICT')
  })

  test('a file full of decompression bombs is given up after ten, whatever follows (T12)', async () => {
    const issuer = await newIssuer()
    const card = `${base64urlFromBytes(new TextEncoder().encode('{}'))}.${base64urlFromBytes(bomb(6))}.AAAA`
    const cards = [...Array.from({ length: 10 }, () => card), await issue(issuer)]
    const failure = await refused(fileOf(cards), trusting(issuer))
    expect(codes(failure)).toEqual(Array.from({ length: 11 }, () => 'PAYLOAD_TOO_LARGE'))
    expect(statuses(await opened(fileOf(cards.slice(1)), trusting(issuer)))).toEqual(['verified'])
  }, 20_000)
})

describe('nothing throws', () => {
  test('a page that is no secure context is told so, before anything is tried (fault 20)', async () => {
    vi.stubGlobal('crypto', {})
    try {
      expect((await refused(link())).error).toEqual({ code: 'INSECURE_CONTEXT' })
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test('a mistake of ours is an error with a number, and none of the words of the exception', async () => {
    const failure = await refused(link(), { http: broken })
    expect(failure).toMatchObject({ input: 'link', error: { code: 'INTERNAL_ERROR' } })
    expect(JSON.stringify(failure)).not.toContain('Arroyo')
    const card = await issue(await newIssuer())
    expect((await refused(card, { loadDirectories: broken })).error.code).toBe('INTERNAL_ERROR')
  })

  test('a person who has gone on gets no further requests made in their name', async () => {
    const controller = new AbortController()
    const http = fakeHttp(({ method }): Answer => {
      controller.abort()
      return method === 'POST' ? { json: locating('1', '2', '3', '4', '5', '6') } : 'hang'
    })
    await refused(link(), { http, signal: controller.signal })
    expect(http.log()).toHaveLength(1)
  })
})
