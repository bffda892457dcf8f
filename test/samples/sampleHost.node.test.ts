import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LINKS, PASSCODE, PASSCODE_ATTEMPTS, SHORT_TICKET_SECONDS } from '../../scripts/sampleHost/links'
import { startSampleHost, type RunningHost } from '../../scripts/sampleHost/server'
import type { Expectation, Words } from '../../scripts/samples/definitions'
import { openLive } from '../../src/core/openLive'
import { openSHX, type OpenOptions } from '../../src/core/openSHX'
import type { ApiOffer } from '../../src/core/shl/apiAccess'
import { decryptFile } from '../../src/core/shl/decrypt'
import { decodeShlPayload, type ShlPayload } from '../../src/core/shl/payload'
import { createHttp } from '../../src/platform/http'
import { loading } from '../support/directories'
import { options } from '../support/open'
import { publicText, testIssuers } from '../support/node/publicFiles'
import { outcomeOf, promisedBy } from './outcome'

interface Entry {
  readonly id: string
  readonly title: Words
  readonly description: Words
  readonly link: string
  readonly passcode?: string
  readonly expect: Expectation
}
interface Manifest {
  readonly files: readonly {
    readonly contentType: string
    readonly embedded?: string
    readonly location?: string
    readonly status?: string
    readonly lastUpdated?: string
  }[]
}
interface Counts {
  readonly manifestRequests: number
  readonly wrongPasscodes: number
  readonly downloads: number
}

const LOCAL = { allowLoopback: true, allowedHosts: [] }

let host: RunningHost
let now: Date

beforeAll(async () => {
  now = new Date('2026-06-15T12:00:00Z')
  host = await startSampleHost(0, { clock: () => now })
})
afterAll(() => host.close())
beforeEach(() => fetch(new URL('reset', host.url), { method: 'POST' }))

const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000)
}
const catalog = async (): Promise<readonly Entry[]> =>
  (await (await fetch(new URL('catalog.json', host.url))).json()) as readonly Entry[]
const audit = async (id: string): Promise<Counts | undefined> =>
  ((await (await fetch(new URL('audit', host.url))).json()) as Readonly<Record<string, Counts>>)[id]

async function entryOf(id: string): Promise<Entry> {
  const entry = (await catalog()).find((candidate) => candidate.id === id)
  if (!entry) throw new Error(`no sample link ${id}`)
  return entry
}

async function payloadOf(id: string): Promise<ShlPayload> {
  const { link } = await entryOf(id)
  const payload = decodeShlPayload(link.slice('shlink:/'.length), LOCAL)
  if (!payload.ok) throw new Error(payload.error.code)
  return payload.value
}

const post = (url: URL, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const recipient = 'Example Hospital'
const manifestOf = async (url: URL, body: object = {}): Promise<Manifest> =>
  (await (await post(url, { recipient, ...body })).json()) as Manifest

const openOptions = (more: Partial<OpenOptions> = {}): OpenOptions =>
  options({
    http: createHttp({ timeoutSeconds: 10 }),
    clock: () => now,
    policy: LOCAL,
    loadDirectories: loading(testIssuers()),
    ...more,
  })

/** Status and remaining attempts after one request with this passcode. */
async function attempt(passcode?: string): Promise<readonly unknown[]> {
  const { url } = await payloadOf('link-passcode')
  const response = await post(url, { recipient, ...(passcode !== undefined && { passcode }) })
  const body = (await response.json()) as { readonly remainingAttempts?: number }
  return [response.status, body.remainingAttempts]
}

/** Where the files of a link are to be fetched from, in the manifest's order. */
const locationsOf = async (id: string, embeddedLengthMax = 0): Promise<readonly string[]> =>
  (await manifestOf((await payloadOf(id)).url, { embeddedLengthMax })).files.map(
    ({ location }) => location ?? '',
  )

describe('every link of the host', () => {
  test.each(LINKS.map(({ id }) => id))('%s opens as the catalog says', { timeout: 30_000 }, async (id) => {
    const { link, passcode, expect: expectation } = await entryOf(id)
    const outcome = outcomeOf(await openSHX(link, openOptions(passcode === undefined ? {} : { passcode })))
    expect(outcome.statuses).not.toContain('verified')
    expect(outcome).toEqual(promisedBy(expectation))
  })

  test('has an address of its own that nobody can guess, of the length that the standard allows', async () => {
    const urls = await Promise.all(LINKS.map(async ({ id }) => (await payloadOf(id)).url.href))
    expect(new Set(urls).size).toBe(LINKS.length)
    for (const url of urls) {
      expect(url.length).toBeLessThanOrEqual(128)
      expect(url).toMatch(/\/sample-host\/shl\/[\w-]{43}$/)
      expect(url.startsWith(host.url.href)).toBe(true)
    }
  })

  test('has ids that the static samples do not have', async () => {
    const samples = JSON.parse(publicText('samples/catalog.json')) as readonly { readonly id: string }[]
    const ids = [...samples, ...(await catalog())].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(LINKS)(
    '$id has short words in both languages and a label that fits',
    ({ title, description, label }) => {
      for (const language of ['en', 'es'] as const) {
        expect(title[language].length).toBeLessThanOrEqual(45)
        expect(description[language]).toMatch(/^\p{Lu}.{10,160}\.$/u)
      }
      expect(label.length).toBeLessThanOrEqual(80)
    },
  )
})

describe('a manifest request', () => {
  test.each([
    ['no JSON', 'recipient=me'],
    ['a JSON list', '[]'],
    ['no recipient', { embeddedLengthMax: 10 }],
    ['a blank recipient', { recipient: ' ' }],
    ['a recipient that is no text', { recipient: 7 }],
    ['a negative embeddedLengthMax', { recipient, embeddedLengthMax: -1 }],
  ])('with %s is refused with 400', async (_, body) => {
    const { url } = await payloadOf('link-health-card')
    expect((await post(url, body)).status).toBe(400)
  })

  test('by GET is refused, and so is a POST to a direct link', async () => {
    const manifest = await fetch((await payloadOf('link-health-card')).url)
    expect([manifest.status, manifest.headers.get('allow')]).toEqual([405, 'POST'])
    const direct = await post((await payloadOf('link-direct')).url, { recipient })
    expect([direct.status, direct.headers.get('allow')]).toEqual([405, 'GET'])
  })

  test('that is larger than any has reason to be is refused with 413', async () => {
    const { url } = await payloadOf('link-health-card')
    expect((await post(url, { recipient: 'x'.repeat(200_000) })).status).toBe(413)
  })

  test('embeds what fits into embeddedLengthMax and sends the rest for fetching', async () => {
    const { url } = await payloadOf('link-health-card')
    const [embedded] = (await manifestOf(url, { embeddedLengthMax: 50_000 })).files
    expect(embedded?.location).toBeUndefined()
    const length = embedded?.embedded?.length ?? 0
    expect(length).toBeGreaterThan(500)
    const [atTheLimit] = (await manifestOf(url, { embeddedLengthMax: length + 100 })).files
    expect(atTheLimit?.embedded).toBeDefined()
    const [located] = (await manifestOf(url, { embeddedLengthMax: length - 100 })).files
    expect(located?.embedded).toBeUndefined()
    expect(located?.location).toMatch(/\/sample-host\/file\/[\w-]{43}$/)
  })

  test('gets files that are encrypted anew each time, with the type inside as outside', async () => {
    const { url, key } = await payloadOf('link-patient-summary')
    const [first, second] = [await manifestOf(url), await manifestOf(url)].map(({ files }) => files[0])
    expect(first?.embedded).not.toBe(second?.embedded)
    const file = await decryptFile(first?.embedded ?? '', key)
    expect(file.ok && file.value.contentType).toBe('application/fhir+json')
    expect(first?.contentType).toBe('application/fhir+json')
    const header = atob((first?.embedded ?? '').split('.')[0] ?? '')
    expect(JSON.parse(header)).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      zip: 'DEF',
      cty: 'application/fhir+json',
    })
  })

  test('to an address that never was, or a place that is none, is answered with 404', async () => {
    expect((await post(new URL('shl/unknown', host.url), { recipient })).status).toBe(404)
    expect((await fetch(new URL('elsewhere', host.url))).status).toBe(404)
    expect((await fetch(new URL('/somewhere', host.url))).status).toBe(404)
  })
})

describe('a passcode', () => {
  test('that is wrong costs one attempt, none costs nothing, the right one gives none back', async () => {
    expect(await attempt('0000')).toEqual([401, PASSCODE_ATTEMPTS - 1])
    expect(await attempt()).toEqual([401, PASSCODE_ATTEMPTS - 1])
    expect(await attempt(PASSCODE)).toEqual([200, undefined])
    expect(await attempt('9999')).toEqual([401, PASSCODE_ATTEMPTS - 2])
    expect(await audit('link-passcode')).toEqual({ manifestRequests: 4, wrongPasscodes: 2, downloads: 0 })
  })

  test('locks the link for good when the attempts are used up, also for who knows it', async () => {
    for (let left = PASSCODE_ATTEMPTS - 1; left >= 0; left--) {
      expect(await attempt('0000')).toEqual([401, left])
    }
    expect(await attempt(PASSCODE)).toEqual([401, 0])
    later(86_400)
    expect(await attempt(PASSCODE)).toEqual([401, 0])
    expect((await audit('link-passcode'))?.wrongPasscodes).toBe(PASSCODE_ATTEMPTS)
  })

  test('is asked for by the core, counted down, and locked in its words', async () => {
    const { link } = await entryOf('link-passcode')
    const code = async (passcode?: string): Promise<unknown> => {
      const result = await openSHX(link, openOptions(passcode === undefined ? {} : { passcode }))
      return result.ok ? 'opened' : result.error.error
    }
    expect(await code()).toEqual({ code: 'PASSCODE_REQUIRED' })
    expect((await audit('link-passcode'))?.manifestRequests).toBe(0)
    expect(await code('0000')).toEqual({
      code: 'PASSCODE_INCORRECT',
      remainingAttempts: PASSCODE_ATTEMPTS - 1,
    })
    expect(await code(PASSCODE)).toBe('opened')
    for (let wrong = 1; wrong < PASSCODE_ATTEMPTS; wrong++) await code('0000')
    expect(await code(PASSCODE)).toEqual({ code: 'PASSCODE_LOCKED' })
  })
})

describe('a location', () => {
  test('serves an encrypted file as such, without being asked who wants it, for an hour', async () => {
    const [location = ''] = await locationsOf('link-insurance-card')
    const response = await fetch(location)
    expect(response.headers.get('content-type')).toBe('application/jose')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { key } = await payloadOf('link-insurance-card')
    expect((await decryptFile(await response.text(), key)).ok).toBe(true)
    later(3_599)
    expect((await fetch(location)).status).toBe(200)
    later(1)
    expect((await fetch(location)).status).toBe(401)
  })

  test('that is for one download is used up by it', async () => {
    const [, once = ''] = await locationsOf('link-several-files')
    expect((await fetch(once)).status).toBe(200)
    expect((await fetch(once)).status).toBe(410)
  })

  test('that lives for seconds is dead after them', async () => {
    const [, short = ''] = await locationsOf('link-tickets')
    later(SHORT_TICKET_SECONDS - 1)
    expect((await fetch(short)).status).toBe(200)
    later(1)
    expect((await fetch(short)).status).toBe(401)
  })

  test('that is dead in the first manifest lives in the second', async () => {
    const [dead = ''] = await locationsOf('link-tickets')
    expect((await fetch(dead)).status).toBe(401)
    const [alive = ''] = await locationsOf('link-tickets')
    expect((await fetch(alive)).status).toBe(200)
  })

  test('that never was is answered with 404, and a POST to one with 405', async () => {
    expect((await fetch(new URL('file/unknown', host.url))).status).toBe(404)
    const [location = ''] = await locationsOf('link-insurance-card')
    expect((await post(new URL(location), {})).status).toBe(405)
  })

  test('is fetched once, and a dead one makes the core ask for one new manifest', async () => {
    const { link } = await entryOf('link-tickets')
    expect((await openSHX(link, openOptions())).ok).toBe(true)
    expect(await audit('link-tickets')).toEqual({ manifestRequests: 2, wrongPasscodes: 0, downloads: 2 })
  })
})

describe('a direct link', () => {
  test('gives its file to whoever says who they are, and counts it', async () => {
    const { url, key } = await payloadOf('link-direct')
    expect((await fetch(url)).status).toBe(400)
    url.searchParams.set('recipient', recipient)
    const response = await fetch(url)
    expect(response.status).toBe(200)
    const file = await decryptFile(await response.text(), key)
    expect(file.ok && file.value.contentType).toBe('application/fhir+json')
    expect(await audit('link-direct')).toEqual({ manifestRequests: 0, wrongPasscodes: 0, downloads: 1 })
  })
})

describe('over time', () => {
  test('a long-term link says when to come back, and from the third manifest on has a new result', async () => {
    const { url } = await payloadOf('link-long-term')
    const first = await post(url, { recipient })
    expect(first.headers.get('retry-after')).toBe('10')
    const [file] = ((await first.json()) as Manifest).files
    expect(file?.status).toBe('can-change')
    expect(file?.lastUpdated).toBe(now.toISOString())
    const { link } = await entryOf('link-long-term')
    const results = async (): Promise<unknown> => {
      const opened = await openSHX(link, openOptions())
      return opened.ok && opened.value.bundles[0]?.organized.byType.get('Observation')?.length
    }
    expect(await results()).toBe(1)
    expect(await results()).toBe(2)
  })

  test('a link that must not be hurried tells how long to wait, and is friendly again after it', async () => {
    const { url } = await payloadOf('link-busy')
    expect((await post(url, { recipient })).status).toBe(200)
    later(12)
    const hurried = await post(url, { recipient })
    expect([hurried.status, hurried.headers.get('retry-after')]).toEqual([429, '18'])
    later(18)
    expect((await post(url, { recipient })).status).toBe(200)
  })

  test('a link that has ended is told by itself and by its server', async () => {
    const { expiresAt, url } = await payloadOf('link-expired')
    expect(expiresAt && expiresAt < now).toBe(true)
    expect((await post(url, { recipient })).status).toBe(404)
    const { link } = await entryOf('link-expired')
    const result = await openSHX(link, openOptions({ ignoreExpiry: true }))
    expect(outcomeOf(result).error).toBe('LINK_INACTIVE')
  })

  test('a reset makes new links, keys and counts', async () => {
    const before = await payloadOf('link-health-card')
    await post(before.url, { recipient })
    await fetch(new URL('reset', host.url), { method: 'POST' })
    const after = await payloadOf('link-health-card')
    expect(after.url.href).not.toBe(before.url.href)
    expect(after.key).not.toEqual(before.key)
    expect((await post(before.url, { recipient })).status).toBe(404)
    expect((await audit('link-health-card'))?.manifestRequests).toBe(0)
  })
})

describe('a page of another origin', () => {
  test('may ask before it asks', async () => {
    const { url } = await payloadOf('link-health-card')
    const response = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://viewer.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-methods')).toContain('POST')
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type, authorization')
  })

  test('may read every answer and when to come back, refusals included', async () => {
    const { url } = await payloadOf('link-passcode')
    const answers = [
      await post(url, { recipient, passcode: '0000' }),
      await post(url, 'no JSON'),
      await fetch(new URL('file/unknown', host.url)),
      await fetch(new URL('catalog.json', host.url)),
    ]
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-expose-headers')).toBe('Retry-After')
    }
  })
})

test('the record counts and says nothing else', async () => {
  const text = await (await fetch(new URL('audit', host.url))).text()
  const counts = JSON.parse(text) as Readonly<Record<string, object>>
  expect(Object.keys(counts)).toEqual(LINKS.map(({ id }) => id))
  for (const count of Object.values(counts)) {
    expect(Object.keys(count)).toEqual(['manifestRequests', 'wrongPasscodes', 'downloads'])
    expect(Object.values(count).every((value) => typeof value === 'number')).toBe(true)
  }
})

async function liveOffer(): Promise<ApiOffer> {
  const result = await openSHX((await entryOf('link-live')).link, openOptions())
  const offer = result.ok ? result.value.offers?.[0] : undefined
  if (!offer) throw new Error('no offer')
  return offer
}

describe('the live connection', () => {
  test('is an offer that names the host, and its token stands in nothing that can be copied', async () => {
    const offer = await liveOffer()
    expect(offer.host).toBe(host.url.host)
    expect(JSON.parse(JSON.stringify(offer))).toEqual({ host: host.url.host, file: 0 })
  })

  test('gives the record of two pages, unsigned, when it is asked for', async () => {
    const { bundle, problems } = await openLive(await liveOffer(), openOptions())
    expect(problems).toEqual([])
    expect(bundle?.verdict.status).toBe('unsigned')
    expect(bundle?.origin).toEqual({ file: 0, live: host.url.host })
    expect(bundle?.organized.items.map(({ resource }) => resource.id)).toEqual(['sample', 'o1', 'o2'])
  })

  test('answers nobody without its token', async () => {
    expect((await fetch(new URL('fhir/Patient/sample', host.url))).status).toBe(401)
    const headers = { authorization: 'Bearer guess' }
    expect((await fetch(new URL('fhir/Patient/sample', host.url), { headers })).status).toBe(401)
  })
})

test('captions and states of files come with the manifest', async () => {
  const result = await openSHX((await entryOf('link-captions')).link, openOptions())
  expect(result.ok && result.value.about).toMatchObject({
    title: 'Summaries in three languages',
    files: [
      { caption: 'Summary in English', status: 'finalized', lastUpdated: now.toISOString(), opened: true },
      { caption: 'Kurzakte auf Deutsch', status: 'can-change' },
      { caption: 'Resumen en español', status: 'no-longer-valid' },
    ],
  })
})
