import { afterEach, expect, test, vi } from 'vitest'
import { directoryOf, listed, loading } from '../support/directories'
import { fakeHttp } from '../support/fakeHttp'
import { BUNDLE, issue, newIssuer } from '../support/issueCard'
import { options } from '../support/open'
import { embedding, link, sealed, sealedJson } from '../support/shlLink'
import { fileOf } from '../../scripts/samples/issueCard'

/** What a page or a browser would offer. The core is handed everything that it needs instead. */
const EFFECTS = [
  'document',
  'window',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'BroadcastChannel',
  'Worker',
  'alert',
]

/** Puts a trap in the place of each effect and gives the list of those that were stepped on. */
function setTraps(): readonly string[] {
  const touched: string[] = []
  for (const name of EFFECTS) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name)
    restored.push(() => {
      if (before) Object.defineProperty(globalThis, name, before)
      else Reflect.deleteProperty(globalThis, name)
    })
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => {
        touched.push(name)
        return undefined
      },
    })
  }
  return touched
}

const restored: (() => void)[] = []
afterEach(() => {
  for (const restore of restored.splice(0)) restore()
  vi.restoreAllMocks()
})

test('the core opens cards and links without a page, a network, a store or a clock of its own', async () => {
  const issuer = await newIssuer()
  const cards = await sealed(fileOf([await issue(issuer)]))
  const http = fakeHttp([{ json: embedding(await sealedJson(BUNDLE), cards) }])
  const handed = options({ http, loadDirectories: loading(directoryOf([listed(issuer)])) })
  const touched = setTraps()
  const clock = vi.spyOn(Date, 'now')
  const random = vi.spyOn(Math, 'random')
  vi.resetModules()
  const { openSHX } = await import('../../src/core/openSHX')
  const { createSession } = await import('../../src/core/session')
  clock.mockClear()
  random.mockClear()
  const session = createSession(
    (request) => openSHX(request.text, { ...handed, ...request }),
    (opened) => Promise.resolve(opened),
  )
  await session.open(link())
  const state = session.state()
  expect(touched).toEqual([])
  expect(clock).not.toHaveBeenCalled()
  expect(random).not.toHaveBeenCalled()
  expect(state.phase === 'ready' && state.opened.bundles.map(({ verdict }) => verdict.status)).toEqual([
    'unsigned',
    'verified',
  ])
})

test('the core says nothing on the console, whatever it is given (B-55, T33)', async () => {
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
  const spies = methods.map((method) => vi.spyOn(console, method).mockImplementation(() => undefined))
  const { openSHX } = await import('../../src/core/openSHX')
  for (const text of [
    '',
    'hello',
    'shc:/5',
    'shlink:/eyJ',
    '{"verifiableCredential":[null]}',
    link({ flag: 'P' }),
  ]) {
    await openSHX(text, options())
  }
  await openSHX(link(), options({ http: () => Promise.reject(new Error('Nadia Arroyo')) }))
  for (const spy of spies) expect(spy).not.toHaveBeenCalled()
})
