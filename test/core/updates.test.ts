import { describe, expect, test } from 'vitest'
import { openLive } from '../../src/core/openLive'
import { openSHX, recheck } from '../../src/core/openSHX'
import { createSession, type ShxState } from '../../src/core/session'
import type { HttpRequest } from '../../src/core/ports'
import { fakeHttp, type Answer, type FakeHttp } from '../support/fakeHttp'
import { options } from '../support/open'
import { embedding, link, locating, MANIFEST_URL, sealed, sealedJson } from '../support/shlLink'

function sessionOver(http: FakeHttp) {
  const all = options({ http })
  const session = createSession(
    ({ text, ...attempt }) => openSHX(text, { ...all, ...attempt }),
    (opened) => recheck(opened, all),
    (offer, context) => openLive(offer, { ...all, ...context }),
  )
  const seen: ShxState[] = []
  session.subscribe(() => seen.push(session.state()))
  return { session, seen }
}

const bundle = (...values: readonly number[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: values.map((value) => ({
    fullUrl: `urn:uuid:${value}`,
    resource: { resourceType: 'Observation', valueQuantity: { value } },
  })),
})
const manifest = async (...values: readonly number[]): Promise<Answer> => ({
  json: embedding(await sealedJson(bundle(...values))),
})

const readyIn = (state: ShxState) => {
  if (state.phase !== 'ready') throw new Error(`not ready: ${state.phase}`)
  return state
}
const valuesIn = (state: ShxState): readonly unknown[] =>
  readyIn(state).opened.bundles.flatMap(({ organized }) =>
    organized.items.map(({ resource }) => (resource['valueQuantity'] as { value: unknown }).value),
  )
const marksIn = (state: ShxState): unknown => readyIn(state).changes?.bundles.map(({ marks }) => [...marks])

const opened = async (http: FakeHttp, payload = { flag: 'L' }) => {
  const made = sessionOver(http)
  await made.session.open(link(payload))
  return made
}

describe('a check for updates (L-52)', () => {
  test('L-52: keeps what is shown while asking, then replaces all of it and marks what is new', async () => {
    const { session, seen } = await opened(fakeHttp([await manifest(1), await manifest(1, 0)]))
    const { opening } = readyIn(session.state())
    const asked = session.refresh()
    expect(readyIn(session.state()).update).toEqual({ status: 'asking' })
    expect(valuesIn(session.state())).toEqual([1])
    await asked
    expect(valuesIn(session.state())).toEqual([1, 0])
    expect(marksIn(session.state())).toEqual([[['urn:uuid:0', 'new']]])
    expect(readyIn(session.state())).toMatchObject({ update: { status: 'done' }, opening })
    expect(seen.map(({ phase }) => phase).slice(2)).not.toContain('opening')
  })

  test('L-52: marks stay until they were seen, however many updates come', async () => {
    const http = fakeHttp([
      await manifest(1),
      await manifest(1, 2),
      await manifest(1, 2, 3),
      await manifest(1, 2, 3),
    ])
    const { session } = await opened(http)
    await session.refresh()
    await session.refresh()
    expect(marksIn(session.state())).toEqual([
      [
        ['urn:uuid:2', 'new'],
        ['urn:uuid:3', 'new'],
      ],
    ])
    session.acknowledge()
    expect(readyIn(session.state()).changes).toBeUndefined()
    await session.refresh()
    expect(readyIn(session.state()).changes).toBeUndefined()
  })

  test.each<[Answer, string]>([
    [{ status: 404 }, 'LINK_INACTIVE'],
    [{ status: 429, retryAfter: '90' }, 'RATE_LIMITED'],
    [{ status: 503 }, 'SERVER_ERROR'],
    ['offline', 'NETWORK_OFFLINE'],
    [{ json: { files: [] } }, 'MANIFEST_EMPTY'],
  ])('L-52: that fails keeps the old content and says why: %j', async (answer, code) => {
    const { session } = await opened(fakeHttp([await manifest(1), answer]))
    await session.refresh()
    expect(valuesIn(session.state())).toEqual([1])
    expect(readyIn(session.state()).update).toMatchObject({ status: 'failed', error: { code } })
  })

  test('L-46: a file that was shown and now cannot be had takes nothing away', async () => {
    const [one, two] = [await sealedJson(bundle(1)), await sealedJson(bundle(2))]
    const broken = await sealed('{}', { key: crypto.getRandomValues(new Uint8Array(32)) })
    const { session } = await opened(
      fakeHttp([{ json: embedding(one, two) }, { json: embedding(one, broken) }]),
    )
    await session.refresh()
    expect(valuesIn(session.state())).toEqual([1, 2])
    expect(readyIn(session.state()).update).toMatchObject({
      status: 'failed',
      error: { code: 'FILE_DECRYPT_FAILED', file: 1 },
    })
  })

  test('L-22: sends the kept passcode, and forgets it when the server no longer takes it', async () => {
    const http = fakeHttp([
      await manifest(1),
      await manifest(1, 2),
      { status: 401, json: { remainingAttempts: 4 } },
    ])
    const { session } = sessionOver(http)
    await session.open(link({ flag: 'LP' }))
    await session.retry({ passcode: '1234' })
    await session.refresh()
    expect(valuesIn(session.state())).toEqual([1, 2])
    await session.refresh()
    expect(readyIn(session.state()).update).toMatchObject({ error: { code: 'PASSCODE_INCORRECT' } })
    await session.refresh()
    // Asked for, not sent: the fourth request never goes out.
    expect(readyIn(session.state()).update).toMatchObject({ error: { code: 'PASSCODE_REQUIRED' } })
    expect(http.requests).toHaveLength(3)
    expect(valuesIn(session.state())).toEqual([1, 2])
  })

  test('L-25: pressed twice is one request, and a later scan drops its answer', async () => {
    const releases: ((answer: Answer) => void)[] = []
    const first = await manifest(1)
    const later = await manifest(7)
    const http = fakeHttp((_: HttpRequest, nth) => {
      if (nth === 0) return first
      return nth === 1 ? new Promise<Answer>((resolve) => releases.push(resolve)) : later
    })
    const { session } = await opened(http)
    const asked = session.refresh()
    await session.refresh()
    expect(http.requests).toHaveLength(2)
    await session.open(link({ flag: 'L', label: 'another' }))
    releases[0]?.(await manifest(1, 2))
    await asked
    expect(valuesIn(session.state())).toEqual([7])
  })

  test('L-52: of what is no link asks nobody', async () => {
    const { session } = sessionOver(fakeHttp([]))
    await session.refresh()
    expect(session.state()).toEqual({ phase: 'empty' })
  })
})

describe('L-45: a dead ticket', () => {
  test.each([401, 403, 404, 410])(
    'of status %d makes the manifest be asked for once more, with the passcode',
    async (status) => {
      const sealedFile = await sealedJson(bundle(1))
      let manifests = 0
      const http = fakeHttp(({ url, method }) => {
        if (method === 'POST') {
          manifests += 1
          return { json: locating(manifests === 1 ? 'old' : 'new') }
        }
        return url.pathname === '/old' ? { status } : { text: sealedFile }
      })
      const { session } = sessionOver(http)
      await session.open(link({ flag: 'P' }))
      await session.retry({ passcode: '1234' })
      expect(valuesIn(session.state())).toEqual([1])
      expect(http.posted()).toEqual([
        expect.objectContaining({ passcode: '1234' }),
        expect.objectContaining({ passcode: '1234' }),
      ])
      expect(http.log().filter((line) => line.endsWith('/old'))).toHaveLength(1)
    },
  )

  test('that stays dead is a problem of its file, and a new ticket is one action away', async () => {
    const sealedFile = await sealedJson(bundle(1))
    let alive = false
    const http = fakeHttp(({ url, method }, nth) => {
      if (method === 'POST') return { json: locating('good', `ticket-${nth}`) }
      return url.pathname === '/good' || alive ? { text: sealedFile } : { status: 410 }
    })
    const { session } = await opened(http, { flag: '' })
    expect(readyIn(session.state()).opened.problems).toEqual([
      { code: 'FILE_LOCATION_EXPIRED', host: 'files.example', file: 1 },
    ])
    alive = true
    await session.refresh()
    expect(valuesIn(session.state())).toEqual([1, 1])
    expect(readyIn(session.state()).opened.problems).toEqual([])
  })
})

describe('a live connection (L-53)', () => {
  const access = {
    aud: 'https://fhir.example/r4',
    access_token: 'se-cret',
    token_type: 'Bearer',
    patient: 'p1',
  }
  const server = async (live: (request: HttpRequest) => Answer) => {
    const file = await sealedJson(access, 'application/smart-api-access')
    return fakeHttp((request) =>
      request.url.href === MANIFEST_URL ? { json: embedding(file) } : live(request),
    )
  }
  const searchset = {
    json: {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: [{ resource: { resourceType: 'Observation', id: 'o', valueQuantity: { value: 0 } } }],
    },
  }

  test('L-53: asks nobody by itself, and adds the record unsigned and under its own host when told to', async () => {
    const http = await server(() => searchset)
    const { session } = await opened(http, { flag: '' })
    expect(http.requests).toHaveLength(1)
    const [offer] = readyIn(session.state()).opened.offers ?? []
    if (!offer) throw new Error('no offer')
    await session.connect(offer)
    const { opened: now, changes, live } = readyIn(session.state())
    expect(now.bundles.map(({ origin, verdict }) => [origin.live, verdict.status])).toEqual([
      ['fhir.example', 'unsigned'],
    ])
    expect([changes, live]).toEqual([undefined, undefined])
    expect(JSON.stringify(session.state())).not.toContain('se-cret')
    // Again: in place of the first, not beside it.
    await session.connect(offer)
    expect(readyIn(session.state()).opened.bundles).toHaveLength(1)
  })

  test('L-53: the token goes to its audience and to nobody else', async () => {
    const http = await server(() => searchset)
    const { session } = await opened(http, { flag: '' })
    const [offer] = readyIn(session.state()).opened.offers ?? []
    if (offer) await session.connect(offer)
    for (const { url, bearer } of http.requests) {
      expect(bearer).toBe(url.origin === 'https://fhir.example' ? 'se-cret' : undefined)
    }
    expect(http.requests.length).toBeGreaterThan(1)
  })

  test('L-53: that has ended is a problem of its file, told once, and what is open stays', async () => {
    const http = await server(() => ({ status: 401 }))
    const { session } = await opened(http, { flag: '' })
    const [offer] = readyIn(session.state()).opened.offers ?? []
    if (offer) {
      await session.connect(offer)
      await session.connect(offer)
    }
    expect(readyIn(session.state()).opened.problems).toEqual([
      { code: 'API_ACCESS_OFFERED', host: 'fhir.example', file: 0 },
      { code: 'API_ACCESS_FAILED', host: 'fhir.example', detail: '401', file: 0 },
    ])
  })

  test('L-53: what it gave stays when the link is asked for updates', async () => {
    const http = await server(() => searchset)
    const { session } = await opened(http)
    const [offer] = readyIn(session.state()).opened.offers ?? []
    if (offer) await session.connect(offer)
    await session.refresh()
    expect(valuesIn(session.state())).toEqual([0])
    expect(readyIn(session.state()).changes).toBeUndefined()
  })
})
