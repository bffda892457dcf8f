import { describe, expect, test } from 'vitest'
import { PUBLIC_HTTPS_ONLY } from '../../../src/core/checkUrl'
import { textFromBytes } from '../../../src/core/encoding'
import { openDirectFile, openFile } from '../../../src/core/shl/file'
import type { ManifestFile } from '../../../src/core/shl/manifest'
import { fakeHttp, noHttp, type Answer, type FakeHttp } from '../../support/fakeHttp'
import { linkRequest } from '../../support/linkRequest'
import { RECIPIENT } from '../../support/open'
import { HOST, MANIFEST_URL, sealed } from '../../support/shlLink'

const LOCATION = 'https://files.example/ticket/1?sig=abc'
const TEXT = '{"resourceType":"Patient"}'

async function fileFrom(file: ManifestFile, http: FakeHttp = noHttp()): Promise<unknown> {
  const opened = await openFile(file, linkRequest(http), PUBLIC_HTTPS_ONLY)
  return opened.ok
    ? { text: textFromBytes(opened.value.bytes), encrypted: opened.value.encrypted }
    : opened.error
}

const located = (answer: Answer): Promise<unknown> => fileFrom({ location: LOCATION }, fakeHttp([answer]))

const SEALED = { text: TEXT, encrypted: true }

describe('a file of a manifest (L-43, L-44)', () => {
  test('that is embedded needs no request, also when it could be fetched', async () => {
    expect(await fileFrom({ embedded: await sealed(TEXT) })).toEqual(SEALED)
    expect(await fileFrom({ embedded: await sealed(TEXT), location: LOCATION })).toEqual(SEALED)
  })

  test('whose embedded copy is broken, empty or in the clear is fetched', async () => {
    const otherKey = await sealed(TEXT, { key: new Uint8Array(32) })
    for (const embedded of [otherKey, '', '<html>', '{"resourceType":"Basic"}']) {
      const http = fakeHttp([{ text: await sealed(TEXT) }])
      expect(await fileFrom({ embedded, location: LOCATION }, http)).toEqual(SEALED)
    }
  })

  test('that was embedded in the clear is better than a download that fails', async () => {
    const embedded = '{"resourceType":"Basic"}'
    const http = fakeHttp(['network'])
    expect(await fileFrom({ embedded, location: LOCATION }, http)).toEqual({
      text: embedded,
      encrypted: false,
    })
  })

  test('that was embedded broken is worth less than the reason for which the download failed', async () => {
    const embedded = await sealed(TEXT, { key: new Uint8Array(32) })
    expect(await fileFrom({ embedded })).toEqual({ code: 'FILE_DECRYPT_FAILED' })
    expect(await fileFrom({ embedded, location: LOCATION }, fakeHttp([{ status: 404 }]))).toEqual({
      code: 'FILE_LOCATION_EXPIRED',
      host: 'files.example',
    })
    expect(await fileFrom({ embedded, location: 'http://files.example/1' })).toEqual({
      code: 'FILE_ADDRESS_REFUSED',
      detail: 'not-https',
    })
  })

  test('is fetched once, with nothing about us', async () => {
    const http = fakeHttp([{ text: await sealed(TEXT), contentType: 'text/plain' }])
    expect(await fileFrom({ location: LOCATION }, http)).toEqual(SEALED)
    expect(http.requests[0]?.repeat).toEqual({ times: 2, whenFailing: false })
    expect(http.log()).toEqual([`GET ${LOCATION}`])
    expect(http.posted()).toEqual([])
  })

  test('that is offered in neither way is said to be unreadable', async () => {
    expect(await fileFrom({})).toEqual({ code: 'FILE_CONTENT_INVALID' })
    expect(await fileFrom({ contentType: 'application/fhir+json' })).toEqual({ code: 'FILE_CONTENT_INVALID' })
  })

  test.each([
    ['http://files.example/1', 'not-https'],
    ['https://192.168.0.1/1', 'local-address'],
    ['https://user@files.example/1', 'credentials'],
    ['file:///etc/passwd', 'not-https'],
    ['ticket/1', 'not-a-url'],
  ])('at %s is not fetched (T13)', async (location, detail) => {
    expect(await fileFrom({ location })).toEqual({ code: 'FILE_ADDRESS_REFUSED', detail })
  })
})

describe('a download that does not come', () => {
  test.each([401, 403, 404, 410])('with %d means that its ticket is used up (L-45, B-21)', async (status) => {
    expect(await located({ status })).toEqual({ code: 'FILE_LOCATION_EXPIRED', host: 'files.example' })
  })

  test.each<[Answer, unknown]>([
    [{ status: 500 }, { code: 'FILE_UNREACHABLE', host: 'files.example', status: 500 }],
    [{ status: 301 }, { code: 'FILE_UNREACHABLE', host: 'files.example', status: 301 }],
    [{ status: 300 }, { code: 'FILE_UNREACHABLE', host: 'files.example', status: 300 }],
    [{ status: 199 }, { code: 'FILE_UNREACHABLE', host: 'files.example', status: 199 }],
    ['network', { code: 'FILE_UNREACHABLE', host: 'files.example' }],
    ['aborted', { code: 'FILE_UNREACHABLE', host: 'files.example' }],
    ['offline', { code: 'NETWORK_OFFLINE' }],
    ['timeout', { code: 'TIMEOUT', host: 'files.example' }],
    ['too-large', { code: 'FILE_TOO_LARGE', maximumBytes: 50_000_000 }],
  ])('with %j', async (answer, error) => {
    expect(await located(answer)).toEqual(error)
  })
})

describe('what servers do with a sealed file (L-61)', () => {
  test.each<[string, (jwe: string) => string]>([
    ['quote it', (jwe) => JSON.stringify(jwe)],
    ['end it with a line break', (jwe) => `${jwe}\r\n`],
    ['break it over lines', (jwe) => jwe.replaceAll(/(.{64})/g, '$1\n')],
    ['begin it with a byte-order mark', (jwe) => `\uFEFF${jwe}`],
  ])('%s', async (_, change) => {
    expect(await located({ text: change(await sealed(TEXT)) })).toEqual(SEALED)
  })

  test('but what has a quotation mark inside is no sealed file', async () => {
    const jwe = await sealed(TEXT)
    for (const text of [`x"${jwe}"`, `"${jwe}"x`, `"${jwe}`]) {
      expect(await located({ text })).toEqual({ text, encrypted: false })
    }
  })

  test('or forget to seal it: it is read, and marked', async () => {
    expect(await located({ text: TEXT })).toEqual({ text: TEXT, encrypted: false })
    expect(await located({ text: `\n ${TEXT} \r\n` })).toEqual({ text: TEXT, encrypted: false })
    for (const text of ['"quoted" words', 'see <html>', '<Patient xmlns="http://hl7.org/fhir"/>']) {
      expect(await located({ text })).toEqual({ text, encrypted: false })
    }
    const pdf = Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff)
    const opened = await openFile(
      { location: LOCATION },
      linkRequest(fakeHttp([{ bytes: pdf }])),
      PUBLIC_HTTPS_ONLY,
    )
    expect(opened).toEqual({ ok: true, value: { bytes: pdf, encrypted: false } })
  })

  test.each(['', ' \n', '<!DOCTYPE html><p>Sign in', '<html>', '<?xml version="1.0"?>'])(
    'or send %j instead, which is no file',
    async (text) => {
      expect(await located({ text })).toEqual({ code: 'FILE_CONTENT_INVALID' })
    },
  )
})

const direct = async (answer: Answer, payload: Readonly<Record<string, unknown>> = {}) => {
  const http = fakeHttp([answer])
  const result = await openDirectFile(linkRequest(http, { payload: { flag: 'U', ...payload } }))
  return { http, result }
}

describe('the one file of a link with the U flag (L-60, M95)', () => {
  test('is asked for with the recipient and no manifest request', async () => {
    const { http, result } = await direct({ text: await sealed(TEXT) })
    expect(result).toMatchObject({ ok: true, value: { file: { ok: true, value: { encrypted: true } } } })
    expect(http.requests[0]?.repeat).toEqual({ times: 2, whenFailing: true })
    expect(http.log()).toEqual([`GET ${MANIFEST_URL}?recipient=Example%20Hospital%2C%20front%20desk`])
    expect(http.posted()).toEqual([])
  })

  test.each([
    ['https://links.example/f?sig=a%2Bb%20c&flag', `?sig=a%2Bb%20c&flag&recipient=`],
    ['https://links.example/f?', '?recipient='],
    ['https://links.example/f?a=~(*)', '?a=~(*)&recipient='],
    ['https://links.example/f?recipient=old&x=1', '?recipient='],
  ])('keeps the query of %s to the letter, for it may be signed', async (url, start) => {
    const { http } = await direct({ text: await sealed(TEXT) }, { url })
    expect(http.requests[0]?.url.search.startsWith(start)).toBe(true)
    expect(http.requests[0]?.url.searchParams.getAll('recipient')).toEqual([RECIPIENT])
  })

  test.each<[Answer, unknown]>([
    [{ status: 404 }, { code: 'LINK_INACTIVE', host: HOST }],
    [{ status: 410 }, { code: 'LINK_INACTIVE', host: HOST }],
    [
      { status: 429, retryAfter: '9' },
      { code: 'RATE_LIMITED', retryAfter: 9, host: HOST },
    ],
    [{ status: 500 }, { code: 'SERVER_ERROR', status: 500, host: HOST }],
    [{ status: 401 }, { code: 'SERVER_REFUSED', status: 401, host: HOST }],
    ['network', { code: 'NETWORK_OR_CORS', host: HOST }],
  ])('answers %j for the link as a whole (L-26)', async (answer, error) => {
    expect((await direct(answer)).result).toEqual({ ok: false, error })
  })

  test.each(['<html><p>Sign in', ' \n<!DOCTYPE html>', '\uFEFF\n <!doctype\n html>', '<HTML lang="en">'])(
    'is no page of a network that wants people to sign in: %j',
    async (text) => {
      expect((await direct({ text })).result).toEqual({
        ok: false,
        error: { code: 'MANIFEST_NOT_JSON', host: HOST },
      })
    },
  )

  test.each(['see <html>', '<!doctype xml>', '{"div":"<html>"}'])('may speak of pages: %j', async (text) => {
    expect((await direct({ text })).result).toMatchObject({ ok: true })
  })

  test('asks for no passcode that it has no place to send (L-07, B-17)', async () => {
    const { result } = await direct({ status: 401 }, { flag: 'PU' })
    expect(result).toEqual({ ok: false, error: { code: 'SHL_FLAGS_CONFLICT' } })
  })
})
