import { beforeEach, describe, expect, test, vi } from 'vitest'
import { planFor, type CopyList } from '../../../src/platform/installed/plan'
import { createShelf, readShared, SHELF_LIFE } from '../../../src/platform/installed/shelf'
import { runWorker, type WorkerScope } from '../../../src/platform/installed/worker'

const SCOPE = 'https://host.example/some/where/'
const LIST: CopyList = {
  version: 'v2',
  built: {
    'index.html': 'sha256-a',
    'SMARTHealthCard/index.html': 'sha256-b',
    'assets/main-1.js': 'sha256-c',
  },
  deployed: ['config.json', 'directories/test.json'],
}

describe('what the worker does about a request', () => {
  const plan = (method: string, url: string) => planFor({ method, url }, SCOPE, LIST)

  test.each([
    { name: 'the start page', path: '', file: 'index.html' },
    { name: 'the start page with a language', path: '?lang=es', file: 'index.html' },
    { name: 'a link behind the address', path: 'index.html#shlink:/eyJ', file: 'index.html' },
    { name: 'a page one level down', path: 'SMARTHealthCard/', file: 'SMARTHealthCard/index.html' },
  ])('$name: the network first', ({ path, file }) => {
    expect(plan('GET', SCOPE + path)).toMatchObject({ kind: 'network-first', path: file, renews: false })
  })

  test('what a deployment may change is renewed, and waited for less than the page waits', () => {
    const answer = plan('GET', `${SCOPE}config.json`)
    expect(answer).toMatchObject({ kind: 'network-first', path: 'config.json', renews: true })
    expect(answer.kind === 'network-first' ? answer.patience : 0).toBeLessThan(4_000)
  })

  test('a part with its hash in its name: the copy first', () => {
    expect(plan('GET', `${SCOPE}assets/main-1.js`)).toEqual({ kind: 'copy-first', path: 'assets/main-1.js' })
  })

  test('a form that is sent to the address of shares is received', () => {
    expect(plan('POST', `${SCOPE}?shared`)).toEqual({ kind: 'receive' })
  })

  test.each([
    ['GET', 'https://links.example.org/manifest'],
    ['POST', 'https://links.example.org/?shared'],
    ['GET', 'https://host.example/other/index.html'],
    ['GET', 'https://host.example/index.html'],
    ['POST', `${SCOPE}?shared=1`],
    ['POST', `${SCOPE}config.json?shared`],
    ['POST', SCOPE],
    ['HEAD', SCOPE],
    ['GET', `${SCOPE}samples/health-card.txt`],
    ['GET', `${SCOPE}constructor`],
    ['GET', `${SCOPE}assets/main-0.js`],
    ['GET', 'not an address'],
  ])('%s %s is left alone', (method, url) => {
    expect(plan(method, url)).toEqual({ kind: 'leave' })
  })
})

describe('the shelf', () => {
  const shared = { texts: ['shlink:/a'], files: [] }

  test('gives a share to whoever knows its number, once', async () => {
    const shelf = createShelf(
      () => new Promise(() => undefined),
      () => 'one',
    )
    const { id, gone } = shelf.put(shared)
    expect(shelf.take('two')).toBeUndefined()
    expect(shelf.take(id)).toBe(shared)
    expect(shelf.take(id)).toBeUndefined()
    await expect(gone).resolves.toBeUndefined()
  })

  test('forgets what nobody takes, after a minute', async () => {
    let pass: (() => void) | undefined
    const waited: number[] = []
    const shelf = createShelf(
      (milliseconds) => {
        waited.push(milliseconds)
        return new Promise((resolve) => {
          pass = resolve
        })
      },
      () => 'one',
    )
    const { id, gone } = shelf.put(shared)
    pass?.()
    await gone
    expect(waited).toEqual([SHELF_LIFE])
    expect(shelf.take(id)).toBeUndefined()
  })

  test('keeps two shares apart', () => {
    let count = 0
    const shelf = createShelf(
      () => new Promise(() => undefined),
      () => String(++count),
    )
    const other = { texts: ['shlink:/b'], files: [] }
    const [first, second] = [shelf.put(shared), shelf.put(other)]
    expect(shelf.take(second.id)).toBe(other)
    expect(shelf.take(first.id)).toBe(shared)
  })
})

const formOf = (fields: Readonly<Record<string, string | File>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
const post = (body: BodyInit): Request => new Request(`${SCOPE}?shared`, { method: 'POST', body })

describe('the form of a share', () => {
  test('address, text and title in this order, and files; blanks and empty fields are nothing', async () => {
    const file = new File(['{}'], 'a.fhir')
    const form = formOf({ title: 'T', text: 'x', url: 'https://a.example', files: file })
    form.append('files', new File([], ''))
    form.append('files', 'not a file')
    form.append('text', '  ')
    const shared = await readShared(post(form))
    expect(shared.texts).toEqual(['https://a.example', 'x', 'T'])
    expect(shared.files.map(({ name, size }) => [name, size])).toEqual([['a.fhir', 2]])
  })

  test('what is no form is an empty share', async () => {
    expect(await readShared(post('nonsense'))).toEqual({ texts: [], files: [] })
  })
})

/** Caches as a browser has them, as far as the worker uses them. */
function fakeCaches() {
  const stores = new Map<string, Map<string, Response>>()
  const open = async (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, store)
    return { put: async (url: string, response: Response) => void store.set(url, response) }
  }
  const caches = {
    open,
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (url: string, { cacheName }: { cacheName: string }) =>
      stores.get(cacheName)?.get(url)?.clone(),
  }
  return { stores, caches: caches as unknown as CacheStorage }
}

type Listener = (event: never) => void

/** A browser that runs the worker: events go in, answers come out. */
function startWorker(answer: (request: Request) => Promise<Response>) {
  const { stores, caches } = fakeCaches()
  const listeners = new Map<string, Listener>()
  const asked: Request[] = []
  const scope: WorkerScope = {
    registration: { scope: SCOPE },
    caches,
    fetch: (request) => {
      asked.push(request)
      return answer(request)
    },
    addEventListener: (name, listener) => void listeners.set(name, listener),
  }
  runWorker(scope, LIST)
  const send = (name: string, event: object): Promise<unknown> => {
    const work: Promise<unknown>[] = []
    listeners.get(name)?.({ ...event, waitUntil: (more: Promise<unknown>) => void work.push(more) } as never)
    return Promise.all(work)
  }
  const request = async (asking: Request): Promise<Response | undefined> => {
    let answered: Promise<Response> | undefined
    const respondWith = (given: Promise<Response>): void => {
      answered = given
    }
    void send('fetch', { request: asking, respondWith })
    return answered
  }
  const take = (data: unknown): unknown => {
    const postMessage = vi.fn<(answer: unknown) => void>()
    void send('message', { data, ports: [{ postMessage }] })
    return postMessage.mock.calls[0]?.[0]
  }
  return {
    stores,
    asked,
    send,
    request,
    take,
    keep: () => send('message', { data: { kind: 'keep' }, ports: [] }),
  }
}

const get = (path: string): Request => new Request(SCOPE + path)
const fromHost = async ({ url }: Request): Promise<Response> => new Response(`host ${url}`)
const without = (missing: string) => async (request: Request) =>
  request.url.endsWith(missing) ? new Response('', { status: 404 }) : fromHost(request)
const noNetwork = (): Promise<Response> => Promise.reject(new TypeError('no network'))
const CACHE = `shx-viewer ${SCOPE} v2`

describe('the worker', () => {
  let isOnline = true
  const host = (request: Request): Promise<Response> => (isOnline ? fromHost(request) : noNetwork())
  beforeEach(() => {
    isOnline = true
  })

  test('answers a share with the page, and hands the share over once and nowhere else', async () => {
    const worker = startWorker(host)
    const answer = await worker.request(post(formOf({ text: 'shlink:/secret' })))
    expect(answer?.status).toBe(303)
    const location = answer?.headers.get('location') ?? ''
    expect(location).toMatch(/^https:\/\/host\.example\/some\/where\/\?shared=[\w-]+$/)
    const id = new URL(location).searchParams.get('shared')
    expect(worker.take({ kind: 'take', id })).toEqual({ texts: ['shlink:/secret'], files: [] })
    expect(worker.take({ kind: 'take', id })).toBeUndefined()
    expect([worker.stores.size, worker.asked.length]).toEqual([0, 0])
  })

  test.each([undefined, null, 'take', { kind: 'take' }, { kind: 'take', id: 1 }, { kind: 'other' }, []])(
    'is not disturbed by the message %j',
    (data) => {
      expect(startWorker(host).take(data)).toBeUndefined()
    },
  )

  test('keeps nothing until the installed app asks for it, and then what is on the list', async () => {
    const worker = startWorker(host)
    await worker.send('install', {})
    await worker.request(get('assets/main-1.js'))
    expect(worker.stores.size).toBe(0)
    await worker.keep()
    expect([...(worker.stores.get(CACHE)?.keys() ?? [])].toSorted()).toEqual(
      [...Object.keys(LIST.built), ...LIST.deployed].map((path) => SCOPE + path).toSorted(),
    )
    const kept = worker.asked.find(({ url, integrity }) => url.endsWith('main-1.js') && integrity !== '')
    expect(kept?.integrity).toBe('sha256-c')
  })

  test('keeps nothing at all when a part is missing; a deployment may have removed its own files', async () => {
    const broken = startWorker(without('main-1.js'))
    await broken.keep()
    expect(broken.stores.size).toBe(0)
    const own = startWorker(without('config.json'))
    await own.keep()
    expect(own.stores.get(CACHE)?.has(`${SCOPE}config.json`)).toBe(false)
    expect(own.stores.get(CACHE)?.has(`${SCOPE}index.html`)).toBe(true)
  })

  test('a page comes from the host, and from the copy without a network', async () => {
    const worker = startWorker(async () =>
      isOnline ? new Response(worker.stores.size > 0 ? 'newer' : 'as built') : noNetwork(),
    )
    await worker.keep()
    expect(await (await worker.request(get('?lang=es')))?.text()).toBe('newer')
    isOnline = false
    expect(await (await worker.request(get('index.html')))?.text()).toBe('as built')
    // What is on the list of neither is for the browser.
    expect(await worker.request(get('samples/a.txt'))).toBeUndefined()
  })

  test('settings of the deployment are kept as the host had them last', async () => {
    let text = 'first'
    const worker = startWorker(async () => (isOnline ? new Response(text) : noNetwork()))
    await worker.keep()
    text = 'second'
    await worker.request(get('config.json'))
    await vi.waitFor(async () => {
      expect(await worker.stores.get(CACHE)?.get(`${SCOPE}config.json`)?.clone().text()).toBe('second')
    })
    isOnline = false
    expect(await (await worker.request(get('config.json')))?.text()).toBe('second')
  })

  test('an error of the host is passed on, and renews nothing', async () => {
    let status = 200
    const worker = startWorker(async () => new Response('text', { status }))
    await worker.keep()
    status = 503
    expect((await worker.request(get('config.json')))?.status).toBe(503)
    expect(worker.stores.get(CACHE)?.get(`${SCOPE}config.json`)?.status).toBe(200)
  })

  test('a host that hangs is not waited for longer than said', async () => {
    vi.useFakeTimers()
    try {
      let hangs = false
      const worker = startWorker((request) => (hangs ? new Promise(() => undefined) : fromHost(request)))
      await worker.keep()
      hangs = true
      const answer = worker.request(get(''))
      await vi.advanceTimersByTimeAsync(8_000)
      expect(await (await answer)?.text()).toBe(`host ${SCOPE}index.html`)
    } finally {
      vi.useRealTimers()
    }
  })

  test('without a copy and without a network, the browser says so itself', async () => {
    isOnline = false
    await expect(startWorker(host).request(get(''))).rejects.toThrow('no network')
  })

  test('a new version keeps its copy where there is one, and drops the old one when its turn comes', async () => {
    const worker = startWorker(host)
    const [old, foreign] = [`shx-viewer ${SCOPE} v1`, `shx-viewer ${SCOPE}other/ v1`]
    worker.stores.set(old, new Map())
    worker.stores.set(foreign, new Map())
    await worker.send('install', {})
    expect([...worker.stores.keys()]).toEqual([old, foreign, CACHE])
    await worker.send('activate', {})
    expect([...worker.stores.keys()]).toEqual([foreign, CACHE])
  })

  test('a new version installs even where its copy cannot be had', async () => {
    const worker = startWorker(noNetwork)
    worker.stores.set(`shx-viewer ${SCOPE} v1`, new Map())
    await expect(worker.send('install', {})).resolves.toBeDefined()
    expect(worker.stores.has(CACHE)).toBe(false)
  })
})
