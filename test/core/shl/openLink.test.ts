import { describe, expect, test } from 'vitest'
import { PUBLIC_HTTPS_ONLY } from '../../../src/core/checkUrl'
import { textFromBytes } from '../../../src/core/encoding'
import { openLink, type OpenLinkOptions } from '../../../src/core/shl/openLink'
import { fakeHttp, noHttp, type Answer, type FakeHttp } from '../../support/fakeHttp'
import { NOW_SECONDS } from '../../support/issueCard'
import { linkRequest } from '../../support/linkRequest'
import { embedding, FHIR_JSON, locating, MANIFEST_URL, sealed } from '../../support/shlLink'

const options: OpenLinkOptions = { policy: PUBLIC_HTTPS_ONLY }
const open = (
  http: FakeHttp,
  request: Parameters<typeof linkRequest>[1] = {},
  more: Partial<OpenLinkOptions> = {},
) => openLink(linkRequest(http, request), { ...options, ...more })

/** The text of each file, or the code of what became of it. */
async function filesFrom(...args: Parameters<typeof open>): Promise<readonly (string | undefined)[]> {
  const link = await open(...args)
  if (!link.ok) throw new Error(link.error.code)
  return link.value.files.map(({ opened }) =>
    opened.ok ? textFromBytes(opened.value.bytes) : opened.error.code,
  )
}

describe('hints come before any request', () => {
  test('a link past its date is not asked for anything, not even a passcode (L-05, M47)', async () => {
    const payload = { exp: NOW_SECONDS - 1, flag: 'P' }
    expect(await open(noHttp(), { payload })).toEqual({
      ok: false,
      error: { code: 'LINK_EXPIRED', expiredAt: new Date((NOW_SECONDS - 1) * 1000) },
    })
    expect((await open(noHttp(), { payload: { exp: NOW_SECONDS } })).ok).toBe(false)
    expect((await open(noHttp(), { payload: { exp: 0 } })).ok).toBe(false)
  })

  test('a link before its date is opened, and so is one past it when the person insists: the server decides', async () => {
    const manifest = { json: embedding(await sealed('{}')) }
    expect((await open(fakeHttp([manifest]), { payload: { exp: NOW_SECONDS + 1 } })).ok).toBe(true)
    const past = { payload: { exp: NOW_SECONDS - 1 } }
    expect((await open(fakeHttp([manifest]), past, { ignoreExpiry: true })).ok).toBe(true)
    expect(await open(fakeHttp([{ status: 404 }]), past, { ignoreExpiry: true })).toMatchObject({
      error: { code: 'LINK_INACTIVE' },
    })
  })

  test('a link that needs a passcode is never probed without one (L-22, T16)', async () => {
    expect(await open(noHttp(), { payload: { flag: 'LP' } })).toEqual({
      ok: false,
      error: { code: 'PASSCODE_REQUIRED' },
    })
  })
})

describe('a deployment that asks before the first request (T16)', () => {
  const asking = { asksBefore: (host: string) => host === 'links.example' }

  test('asks before any request, and opens once it was told yes', async () => {
    expect(await open(noHttp(), {}, asking)).toEqual({
      ok: false,
      error: { code: 'CONFIRM_LINK', host: 'links.example' },
    })
    const http = fakeHttp([{ json: embedding(await sealed('{}')) }])
    expect((await open(http, {}, { ...asking, confirmed: true })).ok).toBe(true)
  })

  test('also for a link with a single file, and not for a host that it knows', async () => {
    expect(await open(noHttp(), { payload: { flag: 'U' } }, asking)).toMatchObject({
      error: { code: 'CONFIRM_LINK' },
    })
    const http = fakeHttp([{ json: embedding(await sealed('{}')) }])
    expect((await open(http, {}, { asksBefore: () => false })).ok).toBe(true)
  })

  test('does not ask twice: the form for the passcode names the host', async () => {
    const request = { payload: { flag: 'P' } }
    expect(await open(noHttp(), request, asking)).toMatchObject({ error: { code: 'PASSCODE_REQUIRED' } })
    const http = fakeHttp([{ json: embedding(await sealed('{}')) }])
    expect((await open(http, { ...request, passcode: '1234' }, asking)).ok).toBe(true)
  })
})

/** The names of what is told about a link that opens. */
async function keysOf(answer: Answer): Promise<readonly string[]> {
  const link = await open(fakeHttp([answer]))
  return link.ok ? Object.keys(link.value).toSorted() : []
}

describe('the files of a link', () => {
  test('come in the manifest’s order, each with what was stated about it', async () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six']
    const http = fakeHttp(async ({ url, method }): Promise<Answer> => {
      if (method === 'POST') return { json: locating(...names) }
      const name = url.pathname.slice(1)
      // Later files answer sooner.
      await new Promise((resolve) => setTimeout(resolve, 20 - 3 * names.indexOf(name)))
      return { text: await sealed(name) }
    })
    expect(await filesFrom(http)).toEqual(names)
    expect(http.requests).toHaveLength(7)
  })

  test('are fetched four at a time (L-44)', async () => {
    let running = 0
    let most = 0
    const http = fakeHttp(async ({ method }): Promise<Answer> => {
      if (method === 'POST') return { json: locating(...Array.from({ length: 12 }, (_, at) => `${at}`)) }
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return { text: await sealed('{}') }
    })
    expect(await filesFrom(http)).toHaveLength(12)
    expect(most).toBe(4)
  })

  test('fail one by one: a broken one takes no other with it (L-46, B-20, B-21)', async () => {
    const jwe = await sealed('good')
    const http = fakeHttp(({ url, method }): Answer => {
      if (method === 'POST') {
        const manifest = locating('refused', 'page', 'down', 'good')
        return { json: { files: [null, { embedded: 'x' }, ...manifest.files, { embedded: jwe }] } }
      }
      const answers: Readonly<Record<string, Answer>> = {
        '/refused': { status: 500 },
        '/page': { text: '<html>' },
        '/down': 'network',
        '/good': { text: jwe },
      }
      return answers[url.pathname] ?? { status: 404 }
    })
    expect(await filesFrom(http)).toEqual([
      'FILE_CONTENT_INVALID',
      'x',
      'FILE_UNREACHABLE',
      'FILE_CONTENT_INVALID',
      'FILE_UNREACHABLE',
      'good',
      'good',
    ])
  })

  test('beyond a hundred are left out, and that is said', async () => {
    const jwe = await sealed('{}')
    const files = Array.from({ length: 101 }, () => ({ embedded: jwe }))
    const link = await open(fakeHttp([{ json: { files } }]))
    expect(link.ok && link.value.files).toHaveLength(100)
    expect(link.ok && link.value.problems).toEqual([{ code: 'FILES_TOO_MANY', maximum: 100, total: 101 }])
    const hundred = await open(fakeHttp([{ json: { files: files.slice(1) } }]))
    expect(hundred.ok && hundred.value.problems).toEqual([])
    expect(hundred.ok && hundred.value.files).toHaveLength(100)
  })

  test('come with what was stated about the link, and without what was not', async () => {
    const manifest = embedding(await sealed('{}'))
    expect(await keysOf({ json: manifest })).toEqual(['files', 'problems'])
    const stated = { json: { ...manifest, status: 'can-change', list: { title: 'T' } }, retryAfter: '60' }
    expect(await keysOf(stated)).toEqual(['captions', 'files', 'problems', 'retryAfter', 'status'])
  })

  test('are counted while they come', async () => {
    const progress: string[] = []
    const http = fakeHttp([{ json: embedding(await sealed('a'), await sealed('b'), 'broken') }])
    await open(http, {}, { onProgress: (done, total) => progress.push(`${done}/${total}`) })
    expect(progress).toEqual(['1/3', '2/3', '3/3'])
  })

  test('are not asked for any more when the person has gone on', async () => {
    const controller = new AbortController()
    const http = fakeHttp(({ method }): Answer => {
      if (method === 'POST') return { json: locating('1', '2', '3', '4', '5', '6', '7', '8') }
      controller.abort()
      return 'hang'
    })
    const link = await open(http, { signal: controller.signal })
    expect(link.ok && link.value.files.every(({ opened }) => !opened.ok)).toBe(true)
    expect(http.requests.length).toBeLessThanOrEqual(2)
  })
})

const renewing = (first: readonly string[], second: readonly string[]) => {
  let manifests = 0
  return fakeHttp(async ({ url, method }): Promise<Answer> => {
    if (method === 'POST') return { json: locating(...(manifests++ === 0 ? first : second)) }
    return url.pathname.startsWith('/dead') ? { status: 403 } : { text: await sealed(url.pathname) }
  })
}

const one = (name: string, contentType: string) => ({
  files: [{ contentType, location: `https://files.example/${name}` }],
})

describe('a download whose ticket has died (L-45)', () => {
  test('makes the manifest be asked for once more, with the passcode, and only that file be fetched again', async () => {
    const http = renewing(['dead', 'b', 'dead2'], ['new', 'b', 'new2'])
    const request = { payload: { flag: 'P' }, passcode: '1234' }
    expect(await filesFrom(http, request)).toEqual(['/new', '/b', '/new2'])
    expect(http.posted()).toMatchObject([{ passcode: '1234' }, { passcode: '1234' }])
    expect(http.log().filter((line) => line.endsWith('/b'))).toHaveLength(1)
  })

  test('and is dead for good is said to be expired, without a third request for the manifest', async () => {
    const http = renewing(['dead1', 'dead2'], ['dead3', 'dead4'])
    expect(await filesFrom(http)).toEqual(['FILE_LOCATION_EXPIRED', 'FILE_LOCATION_EXPIRED'])
    expect(http.posted()).toHaveLength(2)
  })

  test('needs no ticket where the server now sends the file along', async () => {
    const { files } = locating('dead')
    const embedded = await sealed('here')
    const http = fakeHttp(({ method }, nth): Answer => {
      if (method === 'GET') return { status: 403 }
      return { json: { files: nth === 0 ? files : files.map((file) => ({ ...file, embedded })) } }
    })
    expect(await filesFrom(http)).toEqual(['here'])
    expect(http.requests).toHaveLength(3)
  })

  test('is not fetched a second time under the same address', async () => {
    const http = renewing(['dead'], ['dead'])
    expect(await filesFrom(http)).toEqual(['FILE_LOCATION_EXPIRED'])
    expect(http.log().filter((line) => line.startsWith('GET'))).toHaveLength(1)
  })

  test('stays expired when the server gives no manifest a second time', async () => {
    const http = fakeHttp(({ method }, nth): Answer => {
      if (method === 'GET') return { status: 410 }
      return nth === 0 ? { json: locating('dead') } : { status: 429 }
    })
    expect(await filesFrom(http)).toEqual(['FILE_LOCATION_EXPIRED'])
  })

  test('is not mistaken for another file when the list has changed', async () => {
    const http = fakeHttp(async ({ method, url }, nth): Promise<Answer> => {
      if (method === 'POST') return { json: nth === 0 ? one('dead', FHIR_JSON) : one('other', 'x/y') }
      return url.pathname === '/dead' ? { status: 404 } : { text: await sealed('other') }
    })
    expect(await filesFrom(http)).toEqual(['FILE_LOCATION_EXPIRED'])
  })
})

describe('a link with the U flag', () => {
  test('asks for its file alone, once, without passcode (L-60)', async () => {
    const http = fakeHttp([{ text: await sealed('{}'), retryAfter: '30' }])
    const link = await open(http, { payload: { flag: 'U' }, passcode: '1234' })
    expect(link).toMatchObject({
      ok: true,
      value: { problems: [], retryAfter: 30, files: [{ offered: {} }] },
    })
    expect(http.log()).toHaveLength(1)
    expect(JSON.stringify(http.requests)).not.toContain('1234')
  })

  test.each<[Answer, string]>([
    [{ status: 404 }, 'LINK_INACTIVE'],
    [{ status: 429 }, 'RATE_LIMITED'],
    [{ status: 500 }, 'SERVER_ERROR'],
    [{ text: '<!doctype html>' }, 'MANIFEST_NOT_JSON'],
    ['network', 'NETWORK_OR_CORS'],
  ])('fails as a whole with %j', async (answer, code) => {
    const link = await open(fakeHttp([answer]), { payload: { flag: 'U' } })
    expect(link).toMatchObject({ ok: false, error: { code } })
  })

  test.each<[string, Answer]>([
    ['a document', { bytes: Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff) }],
    ['words', { text: 'Dear colleague' }],
    ['JSON that is no manifest', { json: { files: 'none' } }],
    ['a list', { json: [] }],
  ])('may have been given %s that nobody encrypted', async (_, answer) => {
    const link = await open(fakeHttp([answer]), { payload: { flag: 'U' } })
    expect(link).toMatchObject({
      ok: true,
      value: { files: [{ offered: {}, opened: { ok: true, value: { encrypted: false } } }] },
    })
    expect(link.ok && link.value.files[0]?.offered).toEqual({})
  })

  test('fails in its file where that is broken, and says nothing that was not stated', async () => {
    const broken = await sealed('{}', { key: new Uint8Array(32) })
    expect(await open(fakeHttp([{ text: broken }]), { payload: { flag: 'U' } })).toStrictEqual({
      ok: true,
      value: {
        files: [{ offered: {}, opened: { ok: false, error: { code: 'FILE_DECRYPT_FAILED' } } }],
        problems: [],
      },
    })
  })

  test('and the P flag contradicts itself: nobody is asked for a passcode, and it is said (L-07, B-17)', async () => {
    const link = await open(fakeHttp([{ text: await sealed('{}') }]), { payload: { flag: 'PU' } })
    expect(link).toMatchObject({ ok: true, value: { problems: [{ code: 'SHL_FLAGS_CONFLICT' }] } })
  })

  test('whose server sends a manifest all the same is opened by it (L-61)', async () => {
    const http = fakeHttp(async ({ url }): Promise<Answer> =>
      url.href.startsWith(MANIFEST_URL)
        ? { json: { files: [...embedding(await sealed('a')).files, ...locating('b', 'dead').files] } }
        : url.pathname === '/b'
          ? { text: await sealed('b') }
          : { status: 404 },
    )
    expect(await filesFrom(http, { payload: { flag: 'U' } })).toEqual(['a', 'b', 'FILE_LOCATION_EXPIRED'])
    expect(http.posted()).toEqual([])
  })

  test('whose server says that nothing is left is over', async () => {
    const http = fakeHttp([{ json: { files: [], status: 'no-longer-valid' } }])
    expect(await open(http, { payload: { flag: 'U' } })).toMatchObject({ error: { code: 'LINK_INACTIVE' } })
  })
})

test('a network that throws is a bug, and no reason to hang', async () => {
  const http = fakeHttp(({ method }): Answer => {
    if (method === 'POST') return { json: locating('1', '2', '3', '4', '5', '6') }
    throw new Error('broken')
  })
  await expect(open(http)).rejects.toThrow('broken')
})
