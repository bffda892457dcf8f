import { describe, expect, test } from 'vitest'
import { base64urlFromBytes } from '../../../src/core/encoding'
import { looksLikeJwe, requestManifest, retrySeconds } from '../../../src/core/shl/manifest'
import { fakeHttp, type Answer } from '../../support/fakeHttp'
import { clock } from '../../support/issueCard'
import { linkRequest } from '../../support/linkRequest'
import { RECIPIENT } from '../../support/open'
import { HOST, MANIFEST_URL, sealed } from '../../support/shlLink'

const FILE = { contentType: 'application/fhir+json', embedded: 'a.b.c.d.e' }

async function manifestFrom(
  answer: Answer,
  request: Parameters<typeof linkRequest>[1] = {},
): Promise<unknown> {
  const manifest = await requestManifest(linkRequest(fakeHttp([answer]), request))
  return manifest.ok ? manifest.value : manifest.error
}

const incorrect = (json: unknown) => manifestFrom({ status: 401, json }, { passcode: 'guess' })

describe('the request for a manifest (L-20 to L-23)', () => {
  test('posts who is asking, and nothing that was not agreed', async () => {
    const http = fakeHttp([{ json: { files: [FILE] } }])
    await requestManifest(linkRequest(http))
    expect(http.log()).toEqual([`POST ${MANIFEST_URL}`])
    expect(http.posted()).toEqual([{ recipient: RECIPIENT, embeddedLengthMax: 10_000_000 }])
    expect(Object.keys(http.requests[0] ?? {}).toSorted()).toEqual([
      'body',
      'maximumBytes',
      'method',
      'repeat',
      'url',
    ])
  })

  test('posts the passcode to the letter, also an empty one or one of zeros', async () => {
    for (const passcode of ['1234', '0000', '', ' x ', '密码"\\']) {
      const http = fakeHttp([{ json: { files: [FILE] } }])
      await requestManifest(linkRequest(http, { passcode }))
      expect(http.posted()).toEqual([{ recipient: RECIPIENT, passcode, embeddedLengthMax: 10_000_000 }])
    }
  })

  test('never holds the key (L-75)', async () => {
    const http = fakeHttp([{ json: { files: [FILE] } }])
    const request = linkRequest(http, { passcode: '1234' })
    await requestManifest(request)
    expect(JSON.stringify(http.requests)).not.toContain(base64urlFromBytes(request.payload.key).slice(0, 12))
  })

  test('is sent once, whatever comes of it: a wrong passcode is counted for life (L-25)', async () => {
    for (const answer of ['network', 'timeout', { status: 500 }, { status: 401 }, { text: '<' }] as const) {
      const http = fakeHttp([answer])
      await requestManifest(linkRequest(http, { passcode: '1234' }))
      expect(http.requests).toHaveLength(1)
    }
  })

  test('can be broken off while it is under way', async () => {
    const http = fakeHttp([{ status: 299, json: { files: [FILE] } }])
    const { signal } = new AbortController()
    const manifest = await requestManifest(linkRequest(http, { signal }))
    expect(manifest.ok).toBe(true)
    expect(http.requests[0]?.signal).toBe(signal)
  })

  test('is not sent when the person has gone on', async () => {
    const http = fakeHttp([])
    const manifest = await requestManifest(
      linkRequest(http, { passcode: '1234', signal: AbortSignal.abort() }),
    )
    expect(manifest).toEqual({ ok: false, error: { code: 'NETWORK_OR_CORS', host: HOST } })
    expect(http.requests).toEqual([])
  })
})

describe('what a manifest offers', () => {
  test('is read file by file, with what is stated about each (L-47, L-48)', async () => {
    const file = { ...FILE, status: 'can-change', lastUpdated: '2026-06-01', extension: [{}], _x: 1 }
    expect(await manifestFrom({ json: { files: [file], list: {}, extension: [] } })).toEqual({
      files: [{ ...FILE, status: 'can-change', lastUpdated: '2026-06-01' }],
    })
  })

  test('of wrong shape is left out property by property, and the file stays in its place', async () => {
    const files = [null, 'x', [], { contentType: 1, embedded: {}, location: ['x'], status: null }, FILE]
    expect(await manifestFrom({ json: { files } })).toEqual({ files: [{}, {}, {}, {}, FILE] })
  })

  test('may be told to be asked for again later (L-52)', async () => {
    expect(await manifestFrom({ json: { files: [FILE] }, retryAfter: '120' })).toMatchObject({
      retryAfter: 120,
    })
    expect(await manifestFrom({ json: { files: [FILE] }, retryAfter: 'soon' })).not.toHaveProperty(
      'retryAfter',
    )
  })

  test('after a byte-order mark is a manifest', async () => {
    expect(await manifestFrom({ text: `\uFEFF${JSON.stringify({ files: [FILE] })}` })).toEqual({
      files: [FILE],
    })
  })

  test('states a status of the whole link where it is a text, and nothing else', async () => {
    expect(await manifestFrom({ json: { files: [FILE], status: 'finalized' } })).toStrictEqual({
      files: [FILE],
      status: 'finalized',
    })
    for (const status of [undefined, null, 5, ['can-change']]) {
      expect(await manifestFrom({ json: { files: [FILE], status } })).toStrictEqual({ files: [FILE] })
    }
  })

  test('may be the file itself, where a server forgot the U flag', async () => {
    const jwe = await sealed('{}')
    expect(await manifestFrom({ text: `${jwe}\n` })).toEqual({ files: [{ embedded: jwe }] })
    for (const json of [jwe, { resourceType: 'Bundle' }, { verifiableCredential: ['eyJ'] }]) {
      expect(await manifestFrom({ json })).toEqual({ files: [{ embedded: JSON.stringify(json) }] })
    }
    expect(await manifestFrom({ text: 'eyJ9.e30.AA' })).toEqual({ files: [{ embedded: 'eyJ9.e30.AA' }] })
  })

  test('may embed content that is not even written as text, and no other object', async () => {
    const content = [{ resourceType: 'Patient' }, { verifiableCredential: [] }]
    const others = [
      {},
      { resourceType: 'OperationOutcome' },
      { resourceType: 7 },
      { files: [], resourceType: 'X' },
    ]
    const files = [...content, ...others].map((embedded) => ({ embedded }))
    expect(await manifestFrom({ json: { files } })).toStrictEqual({
      files: [
        ...content.map((embedded) => ({ embedded: JSON.stringify(embedded) })),
        ...others.map(() => ({})),
      ],
    })
  })
})

describe('a request for a manifest may go out once more by itself', () => {
  test('only without a passcode, and only when no answer arrived (L-25)', async () => {
    const open = fakeHttp({ json: { files: [FILE] } })
    await requestManifest(linkRequest(open))
    expect(open.requests[0]?.repeat).toEqual({ times: 1, whenFailing: false })
    const locked = fakeHttp({ json: { files: [FILE] } })
    await requestManifest(linkRequest(locked, { passcode: '1234' }))
    expect(locked.requests[0]).not.toHaveProperty('repeat')
  })
})

describe('an empty manifest is a state, not a blank page (L-40, L-49, B-15)', () => {
  test.each<[string, unknown, string, unknown]>([
    ['no files', { files: [] }, '', { code: 'MANIFEST_EMPTY', pending: false }],
    ['no list of files', {}, '', { code: 'MANIFEST_EMPTY', pending: false }],
    ['null', { files: null }, '', { code: 'MANIFEST_EMPTY', pending: false }],
    ['of a long-term link', { files: [] }, 'L', { code: 'MANIFEST_EMPTY', pending: true }],
    ['that can change', { files: [], status: 'can-change' }, '', { code: 'MANIFEST_EMPTY', pending: true }],
    [
      'that is withdrawn',
      { files: [], status: 'no-longer-valid' },
      'L',
      { code: 'LINK_INACTIVE', host: HOST },
    ],
  ])('%s', async (_, json, flag, error) => {
    expect(await manifestFrom({ json }, { payload: { flag } })).toEqual(error)
  })
})

describe('an answer that is no manifest', () => {
  test.each<[string, Answer, string]>([
    ['a web page, as a captive portal sends it', { text: '<!doctype html><p>Sign in' }, 'MANIFEST_NOT_JSON'],
    ['nothing', { text: '' }, 'MANIFEST_NOT_JSON'],
    ['no content', { status: 204 }, 'MANIFEST_NOT_JSON'],
    ['JSON that was cut off', { text: '{"files":[' }, 'MANIFEST_NOT_JSON'],
    ['bytes that are no text', { bytes: Uint8Array.of(0xff, 0xfe) }, 'MANIFEST_NOT_JSON'],
    ['a list', { json: [FILE] }, 'MANIFEST_INVALID'],
    ['null', { json: null }, 'MANIFEST_INVALID'],
    ['a word', { json: 'ok' }, 'MANIFEST_INVALID'],
    ['files that are no list', { json: { files: { 0: FILE } } }, 'MANIFEST_INVALID'],
    ['FHIR', { json: { resourceType: 'OperationOutcome' } }, 'MANIFEST_INVALID'],
    ['FHIR with files in it', { json: { resourceType: 'Bundle', files: [FILE] } }, 'MANIFEST_INVALID'],
    ['FHIR of no type', { json: { resourceType: null, files: [FILE] } }, 'MANIFEST_INVALID'],
  ])('%s (L-28)', async (_, answer, code) => {
    expect(await manifestFrom(answer)).toEqual({ code, host: HOST })
  })
})

describe('the passcode (L-24, B-16 to B-18)', () => {
  test('that is wrong reports the attempts that remain, and nothing that is no number of attempts', async () => {
    expect(await incorrect({ remainingAttempts: 3 })).toEqual({
      code: 'PASSCODE_INCORRECT',
      remainingAttempts: 3,
    })
    expect(await incorrect({ remainingAttempts: 999 })).toMatchObject({ remainingAttempts: 999 })
    for (const remainingAttempts of [undefined, null, '3', -1, 1.5, 1_000, 1e9, NaN, [], true]) {
      expect(await incorrect({ remainingAttempts })).toEqual({ code: 'PASSCODE_INCORRECT' })
    }
    expect(await incorrect([])).toEqual({ code: 'PASSCODE_INCORRECT' })
  })

  test.each<[string, Answer]>([
    ['an empty body', { status: 401 }],
    ['a web page', { status: 401, text: '<html>' }],
    ['bytes', { status: 401, bytes: Uint8Array.of(0xff) }],
    ['a message', { status: 401, json: { message: 'Passcode required' } }],
    ['403', { status: 403 }],
  ])('that is wrong may be told with %s', async (_, answer) => {
    expect(await manifestFrom(answer, { passcode: 'guess' })).toEqual({ code: 'PASSCODE_INCORRECT' })
  })

  test('that has no attempts left is not asked for again', async () => {
    const answer = { status: 401, json: { remainingAttempts: 0 } }
    expect(await manifestFrom(answer, { passcode: 'guess' })).toEqual({ code: 'PASSCODE_LOCKED' })
    expect(await manifestFrom(answer)).toEqual({ code: 'PASSCODE_LOCKED' })
  })

  test('is not to blame for everything that a server refuses', async () => {
    for (const [status, code] of [
      [400, 'SERVER_REFUSED'],
      [404, 'LINK_INACTIVE'],
      [429, 'RATE_LIMITED'],
      [500, 'SERVER_ERROR'],
    ] as const) {
      expect(await manifestFrom({ status }, { passcode: '1234' })).toMatchObject({ code })
    }
  })

  test('may be needed though the link does not say so', async () => {
    expect(await manifestFrom({ status: 401 })).toEqual({ code: 'PASSCODE_REQUIRED' })
    expect(await manifestFrom({ status: 401, json: { remainingAttempts: 3 } })).toEqual({
      code: 'PASSCODE_REQUIRED',
    })
    expect(await manifestFrom({ status: 403 })).toEqual({ code: 'SERVER_REFUSED', status: 403, host: HOST })
  })
})

describe('a server that refuses or fails (L-26 to L-28)', () => {
  test.each<[Answer, unknown]>([
    [{ status: 404 }, { code: 'LINK_INACTIVE', host: HOST }],
    [{ status: 410 }, { code: 'LINK_INACTIVE', host: HOST }],
    [{ status: 400 }, { code: 'SERVER_REFUSED', status: 400, host: HOST }],
    [{ status: 405 }, { code: 'SERVER_REFUSED', status: 405, host: HOST }],
    [{ status: 302 }, { code: 'SERVER_REFUSED', status: 302, host: HOST }],
    [{ status: 300 }, { code: 'SERVER_REFUSED', status: 300, host: HOST }],
    [{ status: 199 }, { code: 'SERVER_REFUSED', status: 199, host: HOST }],
    [{ status: 499 }, { code: 'SERVER_REFUSED', status: 499, host: HOST }],
    [{ status: 500 }, { code: 'SERVER_ERROR', status: 500, host: HOST }],
    [
      { status: 503, retryAfter: '5' },
      { code: 'SERVER_ERROR', status: 503, host: HOST },
    ],
    [
      { status: 429, retryAfter: '7' },
      { code: 'RATE_LIMITED', retryAfter: 7, host: HOST },
    ],
    [{ status: 429 }, { code: 'RATE_LIMITED', retryAfter: 60, host: HOST }],
    ['offline', { code: 'NETWORK_OFFLINE' }],
    ['network', { code: 'NETWORK_OR_CORS', host: HOST }],
    ['interrupted', { code: 'NETWORK_OR_CORS', host: HOST }],
    ['aborted', { code: 'NETWORK_OR_CORS', host: HOST }],
    ['timeout', { code: 'TIMEOUT', host: HOST }],
    ['too-large', { code: 'FILE_TOO_LARGE', maximumBytes: 50_000_000 }],
  ])('%j', async (answer, error) => {
    expect(await manifestFrom(answer)).toEqual(error)
  })
})

describe('how long to wait (L-27)', () => {
  test.each<[string | undefined, number | undefined]>([
    ['5', 5],
    [' 5 ', 5],
    ['0', 1],
    ['1.2', 2],
    ['Mon, 15 Jun 2026 12:01:30 GMT', 90],
    ['Mon, 15 Jun 2026 11:00:00 GMT', 1],
    ['99999999', 3600],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3600],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('Retry-After: %s is %s seconds', (retryAfter, seconds) => {
    const response = { status: 429, body: new Uint8Array(), ...(retryAfter !== undefined && { retryAfter }) }
    expect(retrySeconds(response, clock)).toBe(seconds)
  })
})

test('a sealed file has five parts, of which the key and the content may be empty', () => {
  for (const text of ['a.b.c.d.e', 'a..c.d.e', 'a..c..e', 'eyJ-_.AA.BB.CC.DD'])
    expect(looksLikeJwe(text)).toBe(true)
  for (const text of [
    '.b.c.d.e',
    'a.b..d.e',
    'a.b.c.d.',
    'a.b.c.d',
    'a.b.c.d.e.f',
    'see a.b.c.d.e',
    'a.b.c.d.e and more',
    'a.b c.d.e.f',
    'a.b.c.d e.f',
    'a+.b.c.d.e',
  ])
    expect(looksLikeJwe(text)).toBe(false)
})
