// A property says what holds of each outcome, and `always` fails a test by itself.
/* oxlint-disable vitest/no-conditional-expect, vitest/expect-expect */
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkUrl, PUBLIC_HTTPS_ONLY } from '../../src/core/checkUrl'
import { base64urlFromBytes } from '../../src/core/encoding'
import { SEVERITY } from '../../src/core/errors'
import { openSHX } from '../../src/core/openSHX'
import type { HttpFailure } from '../../src/core/ports'
import { decryptFile, MAXIMUM_FILE_BYTES } from '../../src/core/shl/decrypt'
import { requestManifest } from '../../src/core/shl/manifest'
import { decodeShlPayload } from '../../src/core/shl/payload'
import { fakeHttp, type Answer } from '../support/fakeHttp'
import { clock, issue, newIssuer } from '../support/issueCard'
import { options, RECIPIENT } from '../support/open'
import { always, alwaysAsync, anyJson, anyText, damaged } from '../support/property'
import { KEY, link, sealed, sealedBy, sealedJson } from '../support/shlLink'

const SUMMARY = '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient"}}]}'

let plainJwe = ''
let zippedJwe = ''
let cardJwe = ''
let bodies: readonly string[] = []
beforeAll(async () => {
  plainJwe = await sealed(SUMMARY, { contentType: 'application/fhir+json' })
  zippedJwe = await sealed(SUMMARY, { zip: true })
  cardJwe = await sealedJson({ verifiableCredential: [await issue(await newIssuer())] })
  bodies = [plainJwe, zippedJwe, cardJwe]
})

const isKnown = (code: string): boolean => Object.hasOwn(SEVERITY, code)
const encoded = (text: string): string => base64urlFromBytes(new TextEncoder().encode(text))

const payload = fc.dictionary(
  fc.constantFrom('url', 'key', 'flag', 'label', 'exp', 'v', 'x'),
  fc.oneof(
    fc.constantFrom<unknown>(
      'https://links.example/m',
      'https://10.0.0.1/m',
      'http://links.example/m',
      base64urlFromBytes(KEY),
      'LPU',
      1,
      '1',
      2,
      1_900_000_000,
      1_900_000_000_000,
    ),
    anyJson(['url', 'key'], 1),
  ),
)

const reads = (text: string): void => {
  const read = decodeShlPayload(text, PUBLIC_HTTPS_ONLY)
  if (!read.ok) return expect(isKnown(read.error.code)).toBe(true)
  const { url, key, expiresAt, label } = read.value
  expect([url.protocol, key.length]).toEqual(['https:', 32])
  expect(checkUrl(url.href, PUBLIC_HTTPS_ONLY).ok).toBe(true)
  expect(expiresAt === undefined || !Number.isNaN(expiresAt.getTime())).toBe(true)
  expect(label === undefined || typeof label === 'string').toBe(true)
}

describe('what stands in a link', () => {
  test('is read or refused with a code, whatever it is', () => {
    always(anyText, reads)
    always(
      payload.map((value) => encoded(JSON.stringify(value))),
      reads,
      1500,
    )
    always(anyText.map(encoded), reads)
  })

  test('is read or refused when it came to harm', () =>
    always(damaged([link({ exp: 1_900_000_000, flag: 'L' }).slice('shlink:/'.length)]), reads, 800))
})

describe('a file of a link', () => {
  test('is what was encrypted or nothing: no harm done on the way makes it something else', async () => {
    await alwaysAsync(
      fc.constantFrom(plainJwe, zippedJwe).chain((jwe) => damaged([jwe])),
      async (jwe) => {
        const file = await decryptFile(jwe, KEY)
        if (file.ok) expect(new TextDecoder().decode(file.value.bytes)).toBe(SUMMARY)
        else expect(isKnown(file.error.code)).toBe(true)
      },
      500,
    )
  })

  test('with any header and content stays below the limit or is refused', async () => {
    const header = fc.dictionary(
      fc.constantFrom('alg', 'enc', 'zip', 'cty', 'crit', 'kid'),
      anyJson(['dir', 'A256GCM', 'DEF'], 1),
      { maxKeys: 3 },
    )
    await alwaysAsync(fc.tuple(header, fc.uint8Array({ maxLength: 80 })), async ([odd, content]) => {
      const file = await decryptFile(await sealedBy(content, odd), KEY)
      if (!file.ok) return expect(isKnown(file.error.code)).toBe(true)
      expect(file.value.bytes.length).toBeLessThanOrEqual(MAXIMUM_FILE_BYTES)
      expect(file.value.contentType === undefined || typeof file.value.contentType === 'string').toBe(true)
    })
  })

  test('is not opened by any other key', async () => {
    const key = fc.uint8Array({ minLength: 0, maxLength: 33 })
    await alwaysAsync(key, async (other) => {
      if (base64urlFromBytes(other) === base64urlFromBytes(KEY)) return
      expect((await decryptFile(plainJwe, Uint8Array.from(other))).ok).toBe(false)
    })
  })
})

const FAILURES: readonly HttpFailure[] = ['offline', 'network', 'timeout', 'too-large', 'aborted']
const status = fc.oneof(
  { weight: 5, arbitrary: fc.constant(200) },
  fc.constantFrom(204, 301, 401, 403, 404, 410, 429, 500, 503),
)

const offer = fc.oneof(
  anyJson(['embedded', 'location', 'contentType', 'status', 'lastUpdated'], 2),
  fc.nat().chain(() =>
    fc.record(
      {
        contentType: fc.constantFrom<unknown>(
          'application/fhir+json',
          'application/smart-health-card',
          'x',
          5,
          null,
        ),
        embedded: fc.oneof(fc.constantFrom<unknown>(...bodies), damaged(bodies), fc.constant(7)),
        location: fc.constantFrom<unknown>(
          'https://files.example/1',
          'https://files.example/2',
          'http://10.0.0.1/',
          'x',
          [],
        ),
        status: fc.constantFrom<unknown>('finalized', 'can-change', 'no-longer-valid', 5),
      },
      { requiredKeys: [] },
    ),
  ),
)
const manifest = fc.oneof(
  anyJson(['files', 'status', 'list', 'embedded', 'location'], 3),
  fc.record({ files: fc.array(offer, { maxLength: 5 }) }),
  fc.record({
    files: fc.array(offer, { maxLength: 5 }),
    status: anyJson(['can-change'], 1),
    list: anyJson(['entry', 'item', 'title', 'resourceType', 'List'], 3),
  }),
)
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom(...FAILURES),
  fc.record({ status, json: manifest }),
  fc.record({
    status,
    json: manifest,
    retryAfter: fc.oneof(anyText, fc.nat(9_999).map(String), fc.constant('Wed, 01 Jul 2026 00:00:00 GMT')),
  }),
  fc.record({
    status,
    text: fc.oneof(
      anyText,
      fc.nat().chain(() => damaged(bodies)),
      fc.nat().chain(() => fc.constantFrom(...bodies)),
    ),
  }),
  fc.record({ status, bytes: fc.uint8Array({ maxLength: 50 }) }),
)

describe('whatever a server answers', () => {
  test('a manifest is asked for once, and read file by file or refused with a code', async () => {
    const read = decodeShlPayload(link({ flag: 'L' }).slice('shlink:/'.length), PUBLIC_HTTPS_ONLY)
    if (!read.ok) throw new Error(read.error.code)
    await alwaysAsync(
      answer,
      async (answered) => {
        const http = fakeHttp([answered])
        const result = await requestManifest({ payload: read.value, http, clock, recipient: RECIPIENT })
        expect(http.requests).toHaveLength(1)
        if (!result.ok) return expect(isKnown(result.error.code)).toBe(true)
        const json = typeof answered === 'object' && answered.json !== undefined ? answered.json : undefined
        const offered = (json as { readonly files?: readonly unknown[] } | undefined)?.files
        if (Array.isArray(offered)) expect(result.value.files).toHaveLength(offered.length)
        const { retryAfter = 1 } = result.value
        expect(retryAfter >= 1 && retryAfter <= 3600).toBe(true)
      },
      500,
    )
  })

  test('opening a link ends without a mistake of ours, after few requests to allowed addresses', async () => {
    const session = fc.record({
      flag: fc.constantFrom('', 'L', 'P', 'U', 'LU', 'PU', 'X'),
      passcode: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      answers: fc.array(answer, { minLength: 1, maxLength: 6 }),
    })
    await alwaysAsync(
      session,
      async ({ flag, passcode, answers }) => {
        const http = fakeHttp((_, nth) => answers[nth % answers.length] ?? 'network')
        const opened = await openSHX(
          link({ flag }),
          options({ http, ...(passcode !== undefined && { passcode }) }),
        )
        const error = opened.ok ? undefined : opened.error.error
        expect(error?.code).not.toBe('INTERNAL_ERROR')
        expect(error === undefined || isKnown(error.code)).toBe(true)
        const posts = http.requests.filter(({ method }) => method === 'POST')
        expect(posts.length).toBeLessThanOrEqual(2)
        expect(http.requests.length).toBeLessThanOrEqual(2 + 2 * 5)
        for (const { url } of http.requests) expect(checkUrl(url.href, PUBLIC_HTTPS_ONLY).ok).toBe(true)
        if (flag.includes('P') && !flag.includes('U') && passcode === undefined) {
          expect(http.requests).toEqual([])
        }
      },
      500,
    )
  })
})
