import { describe, expect, test, vi } from 'vitest'
import { openLive } from '../../src/core/openLive'
import { checkWithIssuer, openSHX, recheck, type OpenedShx, type OpenOptions } from '../../src/core/openSHX'
import { createSession, linkOf, type OpenRequest, type Session, type ShxState } from '../../src/core/session'
import { directoryOf, listed, loading, unavailable } from '../support/directories'
import { fakeHttp, type Answer, type FakeHttp } from '../support/fakeHttp'
import { BUNDLE, chunksOf, issue, newIssuer, NOW_SECONDS } from '../support/issueCard'
import { options } from '../support/open'
import { embedding, link, MANIFEST_URL, sealed, sealedJson } from '../support/shlLink'

/** A session over the real core, and every state that its subscribers saw. */
function sessionOver(http: FakeHttp, overrides: Partial<OpenOptions> = {}) {
  const all = options({ http, ...overrides })
  const session = createSession(
    ({ text, ...attempt }) => openSHX(text, { ...all, ...attempt }),
    (opened) => recheck(opened, all),
    (offer, context) => openLive(offer, { ...all, ...context }),
  )
  const seen: ShxState[] = []
  session.subscribe(() => seen.push(session.state()))
  return { session, seen }
}

/** In one word what the state is: a phase, or the code of a failure. */
function wordFor(state: ShxState): string {
  return state.phase === 'failed' ? state.error.code : state.phase
}

const familyIn = (session: Session): unknown => {
  const state = session.state()
  const patient = state.phase === 'ready' ? state.opened.bundles[0]?.organized.items[0]?.resource : undefined
  return JSON.stringify(patient?.['name'])
}

const answering = async (family: string) => ({ json: embedding(await sealedJson(patient(family))) })

const patient = (family: string) => ({ resourceType: 'Patient', name: [{ family }] })

describe('opening', () => {
  test('goes from empty over opening to ready, and subscribers see each step', async () => {
    const { session, seen } = sessionOver(fakeHttp([{ json: embedding(await sealedJson(BUNDLE)) }]))
    expect(session.state()).toEqual({ phase: 'empty' })
    await session.open(link({ label: 'Summary' }))
    expect(seen.map(wordFor)).toEqual(['opening', 'opening', 'ready'])
    expect(seen[1]).toEqual({ phase: 'opening', progress: { done: 1, total: 1 } })
    expect(linkOf(session.state())).toMatchObject({ label: 'Summary', host: 'links.example' })
  })

  test('what cannot be read fails with its reason', async () => {
    const { session } = sessionOver(fakeHttp([]))
    await session.open('hello')
    expect(session.state()).toMatchObject({ phase: 'failed', error: { code: 'INPUT_NOT_RECOGNISED' } })
    expect(linkOf(session.state())).toBeUndefined()
  })

  test('the same text twice, while it is still being opened, is one scan and one request', async () => {
    const http = fakeHttp([{ json: embedding(await sealedJson(BUNDLE)) }])
    const { session } = sessionOver(http)
    const first = session.open(link())
    const second = session.open(link())
    await Promise.all([first, second])
    expect(session.state().phase).toBe('ready')
    expect(http.log()).toEqual([`POST ${MANIFEST_URL}`])
  })

  test('the same text again, once it is open, is a new opening: the person asked for it', async () => {
    const manifest = { json: embedding(await sealedJson(BUNDLE)) }
    const http = fakeHttp([manifest, manifest])
    const { session } = sessionOver(http)
    await session.open(link())
    await session.open(link())
    expect(http.requests).toHaveLength(2)
  })

  test('subscribers that have left see nothing more', async () => {
    const { session } = sessionOver(fakeHttp([]))
    let calls = 0
    const leave = session.subscribe(() => {
      calls += 1
    })
    leave()
    await session.open('hello')
    expect(calls).toBe(0)
  })
})

describe('a later scan wins (T30)', () => {
  test('the late answer of an earlier scan is dropped, and its request is stopped', async () => {
    const slow = link({ url: 'https://links.example/slow' })
    const fast = link({ url: 'https://links.example/fast' })
    let release: (() => void) | undefined
    const http = fakeHttp(async ({ url }): Promise<Answer> => {
      if (url.pathname === '/fast') return answering('Fast')
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return answering('Slow')
    })
    const { session, seen } = sessionOver(http)
    const first = session.open(slow)
    await session.open(fast)
    expect(familyIn(session)).toContain('Fast')
    release?.()
    await first
    expect(familyIn(session)).toContain('Fast')
    expect(
      JSON.stringify(seen.map((state) => ('opened' in state ? state.opened.bundles : []))),
    ).not.toContain('Slow')
    expect(http.requests[0]?.signal?.aborted).toBe(true)
  })

  test('the earlier patient is gone from the screen before the later one is there', async () => {
    const answers = [{ json: embedding(await sealedJson(patient('One'))) }, 'hang'] as const
    const { session } = sessionOver(fakeHttp(answers))
    await session.open(link())
    expect(session.state().phase).toBe('ready')
    const second = session.open(link({ label: 'another' }))
    expect(session.state()).toEqual({ phase: 'opening' })
    session.close()
    await second
  })

  test('a later scan that cannot be read is the one that counts', async () => {
    const { session } = sessionOver(fakeHttp(['hang']))
    const first = session.open(link())
    await session.open('hello')
    await first
    expect(wordFor(session.state())).toBe('INPUT_NOT_RECOGNISED')
  })

  test('closing stops what is under way and forgets everything', async () => {
    const http = fakeHttp(['hang'])
    const { session } = sessionOver(http)
    const opening = session.open(link())
    session.close()
    await opening
    expect(session.state()).toEqual({ phase: 'empty' })
    expect(http.requests[0]?.signal?.aborted).toBe(true)
    await session.retry()
    expect(session.state()).toEqual({ phase: 'empty' })
    expect(http.requests).toHaveLength(1)
  })

  test('a record that is set aside is out of sight, and comes back as it was without asking anybody', async () => {
    const http = fakeHttp([{ status: 401, json: { remainingAttempts: 3 } }, await answering('One')])
    const { session } = sessionOver(http)
    await session.open(link({ flag: 'P' }))
    await session.retry({ passcode: 'wrong' })
    await session.retry({ passcode: 'right' })
    const shown = session.state()
    session.setAside()
    expect(session.state()).toEqual({ phase: 'empty', aside: true })
    session.bringBack()
    expect(session.state()).toEqual(shown)
    expect(http.requests).toHaveLength(2)
  })

  test('a long-term link that came back is asked with the passcode that was right', async () => {
    const http = fakeHttp([await answering('One'), await answering('Two')])
    const { session } = sessionOver(http)
    await session.open(link({ flag: 'LP' }))
    await session.retry({ passcode: 'right' })
    session.setAside()
    session.bringBack()
    await session.refresh()
    expect(familyIn(session)).toContain('Two')
    expect(http.requests[1]?.body).toContain('right')
  })

  test('what was set aside while it asked for updates is no longer asking when it comes back', async () => {
    const http = fakeHttp([await answering('One'), 'hang'])
    const { session } = sessionOver(http)
    await session.open(link({ flag: 'L' }))
    const asking = session.refresh()
    session.setAside()
    await asking
    session.bringBack()
    expect(session.state()).not.toHaveProperty('update')
    expect(http.requests[1]?.signal?.aborted).toBe(true)
    expect(familyIn(session)).toContain('One')
  })

  test.each([
    ['another scan', async (session: Session) => session.open(JSON.stringify(patient('Other')))],
    ['a scan that cannot be read', async (session: Session) => session.open('hello')],
    ['a file that cannot be read', async (session: Session) => session.reject({ code: 'FILE_UNREADABLE' })],
    ['closing', async (session: Session) => session.close()],
  ])('%s makes sure that nothing set aside can come back', async (_, act) => {
    const { session } = sessionOver(fakeHttp([await answering('One')]))
    await session.open(link())
    session.setAside()
    await act(session)
    session.bringBack()
    expect(familyIn(session) ?? '').not.toContain('One')
  })

  test('another scan over a record that was set aside is the only one that can come back', async () => {
    const { session } = sessionOver(fakeHttp([await answering('One')]))
    await session.open(link())
    session.setAside()
    await session.open(JSON.stringify(patient('Other')))
    session.bringBack()
    expect(familyIn(session)).toContain('Other')
    session.setAside()
    session.bringBack()
    expect(familyIn(session)).toContain('Other')
  })

  test('a failure is not set aside, and neither is what is still being opened', async () => {
    const { session } = sessionOver(fakeHttp(['hang']))
    await session.open('hello')
    session.setAside()
    expect(session.state()).toEqual({ phase: 'empty' })
    const opening = session.open(link())
    session.setAside()
    await opening
    session.bringBack()
    expect(session.state()).toEqual({ phase: 'empty' })
  })

  test('what could not even be read as text is shown, and what was open is gone', async () => {
    const { session } = sessionOver(fakeHttp(['hang']))
    const opening = session.open(link())
    session.reject({ code: 'FILE_UNREADABLE' })
    await opening
    expect(session.state()).toMatchObject({ phase: 'failed', error: { code: 'FILE_UNREADABLE' } })
  })
})

describe('a passcode', () => {
  const locked = link({ flag: 'P' })

  test('is asked for before any request', async () => {
    const http = fakeHttp([])
    const { session } = sessionOver(http)
    await session.open(locked)
    expect(wordFor(session.state())).toBe('PASSCODE_REQUIRED')
    expect(http.requests).toEqual([])
  })

  test('entered twice the same asks the server twice and never hangs (B-16)', async () => {
    const wrong = { status: 401, json: { remainingAttempts: 2 } }
    const http = fakeHttp([wrong, { status: 401, json: { remainingAttempts: 1 } }])
    const { session } = sessionOver(http)
    await session.open(locked)
    await session.retry({ passcode: '1234' })
    expect(session.state()).toMatchObject({ error: { code: 'PASSCODE_INCORRECT', remainingAttempts: 2 } })
    await session.retry({ passcode: '1234' })
    expect(session.state()).toMatchObject({ error: { code: 'PASSCODE_INCORRECT', remainingAttempts: 1 } })
    expect(http.requests).toHaveLength(2)
  })

  test('is never spent twice by one action, however often the button is pressed (L-25)', async () => {
    const http = fakeHttp([{ status: 401 }])
    const { session } = sessionOver(http)
    await session.open(locked)
    await Promise.all([1, 2, 3].map(() => session.retry({ passcode: '1234' })))
    expect(http.requests).toHaveLength(1)
  })

  test('is not spent by scanning the same code again while it is being tried', async () => {
    const http = fakeHttp(['hang'])
    const { session } = sessionOver(http)
    await session.open(locked)
    const trying = session.retry({ passcode: '1234' })
    await session.open(locked)
    expect(http.requests).toHaveLength(1)
    session.close()
    await trying
  })

  test('that was wrong is not sent again by itself', async () => {
    const http = fakeHttp([{ status: 401 }])
    const { session } = sessionOver(http)
    await session.open(locked)
    await session.retry({ passcode: 'wrong' })
    await session.retry()
    expect(wordFor(session.state())).toBe('PASSCODE_REQUIRED')
    expect(http.requests).toHaveLength(1)
  })

  test('that nobody answered to is not sent again by itself either', async () => {
    const http = fakeHttp(['network'])
    const { session } = sessionOver(http)
    await session.open(locked)
    await session.retry({ passcode: '1234' })
    await session.retry()
    expect(wordFor(session.state())).toBe('PASSCODE_REQUIRED')
  })

  test('that was right is kept while the link is open, and for asking again (L-22, L-52)', async () => {
    const manifest = { json: embedding(await sealedJson(BUNDLE)) }
    const http = fakeHttp([manifest, manifest, 'network', manifest])
    const { session } = sessionOver(http)
    await session.open(link({ flag: 'LP' }))
    await session.retry({ passcode: '1234' })
    await session.retry()
    expect(session.state().phase).toBe('ready')
    await session.retry()
    expect(wordFor(session.state())).toBe('NETWORK_OR_CORS')
    await session.retry()
    expect(session.state().phase).toBe('ready')
    expect(http.posted()).toEqual(
      Array.from({ length: 4 }, () => expect.objectContaining({ passcode: '1234' })),
    )
  })

  test('that was right is kept when the server has nothing yet', async () => {
    const http = fakeHttp([{ json: { files: [] } }, { json: embedding(await sealedJson(BUNDLE)) }])
    const { session } = sessionOver(http)
    await session.open(link({ flag: 'LP' }))
    await session.retry({ passcode: '1234' })
    expect(wordFor(session.state())).toBe('MANIFEST_EMPTY')
    await session.retry()
    expect(session.state().phase).toBe('ready')
  })

  test('that was right once and is refused later is forgotten', async () => {
    const http = fakeHttp([{ json: embedding(await sealedJson(BUNDLE)) }, { status: 401 }])
    const { session } = sessionOver(http)
    await session.open(link({ flag: 'LP' }))
    await session.retry({ passcode: '1234' })
    await session.retry()
    expect(wordFor(session.state())).toBe('PASSCODE_INCORRECT')
    await session.retry()
    expect(wordFor(session.state())).toBe('PASSCODE_REQUIRED')
  })

  test('of one link is never sent to another', async () => {
    const manifest = { json: embedding(await sealedJson(BUNDLE)) }
    const http = fakeHttp([manifest, { status: 401 }])
    const { session } = sessionOver(http)
    await session.open(locked)
    await session.retry({ passcode: '1234' })
    await session.open(link({ label: 'another' }))
    expect(http.posted()[1]).not.toHaveProperty('passcode')
  })

  test('stands in no state that anybody can see', async () => {
    const { session, seen } = sessionOver(fakeHttp([{ status: 401 }]))
    await session.open(locked)
    await session.retry({ passcode: 'open-sesame' })
    expect(JSON.stringify([seen, session])).not.toContain('open-sesame')
  })
})

test('going past the date and then giving a passcode keeps both decisions (L-05)', async () => {
  const http = fakeHttp([{ json: embedding(await sealedJson(BUNDLE)) }])
  const { session } = sessionOver(http)
  await session.open(link({ flag: 'P', exp: NOW_SECONDS - 60 }))
  expect(wordFor(session.state())).toBe('LINK_EXPIRED')
  await session.retry({ ignoreExpiry: true })
  expect(wordFor(session.state())).toBe('PASSCODE_REQUIRED')
  await session.retry({ passcode: '1234' })
  expect(session.state().phase).toBe('ready')
})

test('going past the date of one link does not go past the date of the next', async () => {
  const { session } = sessionOver(fakeHttp([{ json: embedding(await sealedJson(BUNDLE)) }]))
  await session.open(link({ exp: NOW_SECONDS - 60 }))
  await session.retry({ ignoreExpiry: true })
  await session.open(link({ exp: NOW_SECONDS - 60, label: 'another' }))
  expect(wordFor(session.state())).toBe('LINK_EXPIRED')
})

const scanned = async (texts: readonly string[]) => {
  const issuer = await newIssuer()
  const { session, seen } = sessionOver(fakeHttp([]), {
    loadDirectories: loading(directoryOf([listed(issuer)])),
  })
  for (const text of texts) await session.open(text)
  return { session, words: seen.map(wordFor).filter((word) => word !== 'opening') }
}

describe('a card in several codes (C-02)', () => {
  test('is put together scan by scan, in any order, and can be retried as a whole', async () => {
    const [one = '', two = '', three = ''] = chunksOf(await issue(await newIssuer()), 3)
    const { session, words } = await scanned([two, two, one, three])
    expect(words).toEqual(['QR_CHUNK_INCOMPLETE', 'QR_CHUNK_INCOMPLETE', 'QR_CHUNK_INCOMPLETE', 'ready'])
    await session.retry()
    expect(session.state().phase).toBe('ready')
  })

  test('is put together when each code has a viewer’s address in front', async () => {
    const parts = chunksOf(await issue(await newIssuer()), 2).map((part) => `https://v.example/#${part}`)
    const { session } = await scanned(parts)
    expect(session.state().phase).toBe('ready')
  })

  test('carries no note about white space that is ours', async () => {
    const { session } = await scanned(chunksOf(await issue(await newIssuer()), 2))
    const state = session.state()
    const noted = JSON.stringify(state.phase === 'ready' && state.opened.bundles[0]?.verdict.deviations)
    expect(noted).toContain('chunked')
    expect(noted).not.toContain('text-whitespace')
  })

  test('starts over after a part of another card, and after anything else', async () => {
    const parts = chunksOf(await issue(await newIssuer()), 2)
    const [other = ''] = chunksOf(await issue(await newIssuer()), 3)
    const { words } = await scanned([parts[0] ?? '', other, ...parts, 'hello', ...parts])
    expect(words).toEqual([
      'QR_CHUNK_INCOMPLETE',
      'QR_CHUNK_CONFLICT',
      'QR_CHUNK_INCOMPLETE',
      'ready',
      'INPUT_NOT_RECOGNISED',
      'QR_CHUNK_INCOMPLETE',
      'ready',
    ])
  })

  test('keeps its parts when a code of another card comes up, until the person has decided (fault 45)', async () => {
    const parts = chunksOf(await issue(await newIssuer()), 2)
    const others = chunksOf(await issue(await newIssuer()), 3)
    const { session } = await scanned([parts[0] ?? '', others[1] ?? ''])
    expect(session.state()).toMatchObject({ error: { code: 'QR_CHUNK_CONFLICT' }, keepsParts: true })
    await session.keepParts()
    expect(session.state()).toMatchObject({ error: { code: 'QR_CHUNK_INCOMPLETE', missing: [2] } })
    await session.open(others[1] ?? '')
    await session.startOver()
    expect(session.state()).toMatchObject({ error: { code: 'QR_CHUNK_INCOMPLETE', missing: [1, 3] } })
    await session.open(others[0] ?? '')
    await session.open(others[2] ?? '')
    expect(session.state().phase).toBe('ready')
  })

  test('goes on with the first card by its next code alone', async () => {
    const parts = chunksOf(await issue(await newIssuer()), 2)
    const [other = ''] = chunksOf(await issue(await newIssuer()), 3)
    const { words } = await scanned([parts[0] ?? '', other, parts[1] ?? ''])
    expect(words).toEqual(['QR_CHUNK_INCOMPLETE', 'QR_CHUNK_CONFLICT', 'ready'])
  })

  test('asks nothing about parts that were pasted together and never kept', async () => {
    const both = [...chunksOf(await issue(await newIssuer()), 2), 'shc:/1/3/5656']
    const { session } = await scanned([both.join('\n')])
    expect(session.state()).not.toHaveProperty('keepsParts')
    await session.keepParts()
    expect(wordFor(session.state())).toBe('QR_CHUNK_CONFLICT')
  })

  test('never mixes with the parts of the card before it', async () => {
    const first = chunksOf(await issue(await newIssuer()), 2)
    const second = chunksOf(await issue(await newIssuer(), { rid: 'b' }), 2)
    const { words } = await scanned([...first, second[1] ?? '', second[0] ?? ''])
    expect(words).toEqual(['QR_CHUNK_INCOMPLETE', 'ready', 'QR_CHUNK_INCOMPLETE', 'ready'])
  })
})

describe('verdicts made again', () => {
  test('follow the directories without asking a link’s server for anything', async () => {
    const issuer = await newIssuer()
    const file = await sealed(JSON.stringify({ verifiableCredential: [await issue(issuer)] }))
    const http = fakeHttp([{ json: embedding(file) }])
    let reachable = false
    const { session } = sessionOver(http, {
      loadDirectories: () => Promise.resolve([reachable ? directoryOf([listed(issuer)]) : unavailable()]),
    })
    const status = () => {
      const state = session.state()
      return state.phase === 'ready' ? state.opened.bundles[0]?.verdict.status : undefined
    }
    await session.open(link())
    expect(status()).toBe('unchecked')
    reachable = true
    await session.recheck()
    expect(status()).toBe('verified')
    expect(http.requests).toHaveLength(1)
  })

  test('are dropped when something else has been opened meanwhile', async () => {
    let finish: ((opened: OpenedShx) => void) | undefined
    const session = createSession(
      (request: OpenRequest) => openSHX(request.text, options()),
      (opened) => new Promise((resolve) => (finish = () => resolve(opened))),
    )
    await session.open(JSON.stringify(patient('One')))
    const checking = session.recheck()
    await session.open(JSON.stringify(patient('Two')))
    finish?.({ input: 'resource', bundles: [], attachments: [], problems: [] })
    await checking
    expect(familyIn(session)).toContain('Two')
  })

  test('keep what an issuer answered, also when a link is asked again (C-27)', async () => {
    const stranger = await newIssuer('https://stranger.example')
    const file = await sealed(JSON.stringify({ verifiableCredential: [await issue(stranger)] }))
    const http = fakeHttp(({ url }) =>
      url.href === 'https://stranger.example/.well-known/jwks.json'
        ? { json: { keys: [stranger.published] } }
        : { json: embedding(file) },
    )
    const all = options({ http })
    const session = createSession(
      ({ text, ...attempt }) => openSHX(text, { ...all, ...attempt }),
      (opened) => recheck(opened, all),
      undefined,
      (opened, iss) => checkWithIssuer(opened, iss, all),
    )
    const trust = () => {
      const state = session.state()
      return state.phase === 'ready' ? state.opened.bundles[0]?.verdict.axes?.trust : undefined
    }
    await session.open(link({ flag: 'L' }))
    expect(trust()).toBe('not-listed')
    await session.checkWithIssuer(stranger.iss)
    expect(trust()).toBe('issuer-published-only')
    await session.recheck()
    expect(trust()).toBe('issuer-published-only')
    await session.refresh()
    expect(trust()).toBe('issuer-published-only')
    expect(http.log().filter((line) => line.startsWith('GET https://stranger'))).toHaveLength(1)
  })

  test('of nothing are nothing', async () => {
    const { session, seen } = sessionOver(fakeHttp([]))
    await session.recheck()
    expect(seen).toEqual([])
  })
})

const readyWith = async (http: FakeHttp) => {
  const { session } = sessionOver(http)
  await session.open(link({ flag: 'L' }))
  return session
}
const readyState = (session: Session) => {
  const state = session.state()
  if (state.phase !== 'ready') throw new Error(wordFor(state))
  return state
}

const manifest = (embedded: string) => ({
  json: { files: [{ contentType: 'application/fhir+json', embedded }] },
})

describe('asking a long-term link again (L-52)', () => {
  test('shows what has come, and marks what is new until the person has seen it', async () => {
    const session = await readyWith(fakeHttp([await answering('One'), await answering('Two')]))
    await session.refresh()
    expect(familyIn(session)).toContain('Two')
    expect(readyState(session)).toMatchObject({ opening: 1, update: { status: 'done' } })
    expect(readyState(session).changes?.bundles[0]?.marks.size).toBe(1)
    session.acknowledge()
    expect(readyState(session)).not.toHaveProperty('changes')
    expect(familyIn(session)).toContain('Two')
  })

  test('keeps on screen what is there while it asks, and when it fails', async () => {
    const session = await readyWith(fakeHttp([await answering('One'), { status: 503 }, { status: 404 }]))
    const asking = session.refresh()
    expect(readyState(session).update).toEqual({ status: 'asking' })
    expect(familyIn(session)).toContain('One')
    await asking
    expect(readyState(session).update).toMatchObject({ status: 'failed', error: { code: 'SERVER_ERROR' } })
    await session.refresh()
    expect(readyState(session).update).toMatchObject({ status: 'failed', error: { code: 'LINK_INACTIVE' } })
    expect(familyIn(session)).toContain('One')
  })

  test('takes nothing away because a file could not be had this time', async () => {
    const good = await sealedJson(patient('One'))
    const broken = await sealed('{}', { key: new Uint8Array(32) })
    const session = await readyWith(fakeHttp([manifest(good), manifest(broken)]))
    await session.refresh()
    expect(readyState(session).update).toMatchObject({
      status: 'failed',
      error: { code: 'FILE_DECRYPT_FAILED' },
    })
    expect(familyIn(session)).toContain('One')
  })

  test('sends the passcode that was right, also after a file that could not be had, and not one that is refused', async () => {
    const good = { json: embedding(await sealedJson(BUNDLE)) }
    const broken = { json: embedding(await sealed('{}', { key: new Uint8Array(32) })) }
    const http = fakeHttp([good, broken, { status: 401 }])
    const { session } = sessionOver(http)
    await session.open(link({ flag: 'LP' }))
    await session.retry({ passcode: '1234' })
    await session.refresh()
    await session.refresh()
    expect(http.posted()).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ passcode: '1234' })),
    )
    expect(readyState(session).update).toMatchObject({
      status: 'failed',
      error: { code: 'PASSCODE_INCORRECT' },
    })
    await session.refresh()
    expect(readyState(session).update).toMatchObject({
      status: 'failed',
      error: { code: 'PASSCODE_REQUIRED' },
    })
    expect(http.requests).toHaveLength(3)
  })

  test('asks once however often it is pressed, and not at all when nothing is open', async () => {
    const http = fakeHttp([await answering('One'), await answering('Two')])
    const session = await readyWith(http)
    await Promise.all([session.refresh(), session.refresh(), session.refresh()])
    expect(http.requests).toHaveLength(2)
    session.close()
    await session.refresh()
    session.acknowledge()
    expect(session.state()).toEqual({ phase: 'empty' })
    expect(http.requests).toHaveLength(2)
  })

  test('is dropped when another scan comes in between: one patient never replaces another', async () => {
    const http = fakeHttp([await answering('One'), 'hang'])
    const session = await readyWith(http)
    const asking = session.refresh()
    await session.open(JSON.stringify(patient('Other')))
    await asking
    expect(familyIn(session)).toContain('Other')
    expect(readyState(session)).not.toHaveProperty('update')
    expect(http.requests[1]?.signal?.aborted).toBe(true)
  })
})

const offering = async () =>
  ({
    json: embedding(
      await sealedJson(patient('One')),
      await sealedJson({ aud: 'https://fhir.example/r4', access_token: 'abc', query: ['Goal'] }),
    ),
  }) as const
const goals = { json: { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Goal', id: 'g' } }] } }
const offered = async (answers: readonly Answer[]) => {
  const http = fakeHttp([await offering(), ...answers])
  const { session } = sessionOver(http)
  await session.open(link())
  const state = session.state()
  const offer = state.phase === 'ready' ? state.opened.offers?.[0] : undefined
  if (!offer) throw new Error('no offer')
  return { session, offer, http }
}
const shown = (session: Session) => {
  const state = session.state()
  if (state.phase !== 'ready') throw new Error(wordFor(state))
  return {
    statuses: state.opened.bundles.map(({ verdict }) => verdict.status),
    live: state.opened.bundles.map(({ origin }) => origin.live),
    problems: state.opened.problems.map(({ code }) => code),
  }
}

describe('a live connection (L-53)', () => {
  test('is used by the person’s own action only, and what it gives is unsigned and beside the rest', async () => {
    const { session, offer, http } = await offered([goals])
    expect(http.requests).toHaveLength(1)
    await session.connect(offer)
    expect(http.requests[1]).toMatchObject({ method: 'GET', bearer: 'abc' })
    expect(shown(session)).toEqual({
      statuses: ['unsigned', 'unsigned'],
      live: [undefined, 'fhir.example'],
      problems: ['API_ACCESS_OFFERED'],
    })
  })

  test('that fails takes nothing away, and can be used again', async () => {
    const { session, offer } = await offered([{ status: 403 }, goals])
    await session.connect(offer)
    expect(shown(session)).toMatchObject({
      live: [undefined],
      problems: ['API_ACCESS_OFFERED', 'API_ACCESS_FAILED'],
    })
    await session.connect(offer)
    expect(shown(session)).toMatchObject({
      live: [undefined, 'fhir.example'],
      problems: ['API_ACCESS_OFFERED'],
    })
  })

  test('is asked once however often it is pressed, and dropped when another scan comes in between', async () => {
    const { session, offer, http } = await offered(['hang'])
    const connecting = Promise.all([session.connect(offer), session.connect(offer)])
    // How a server is asked is loaded with the first question.
    await vi.waitFor(() => expect(http.requests).toHaveLength(2))
    await session.open(JSON.stringify(patient('Other')))
    await connecting
    expect(http.requests).toHaveLength(2)
    expect(familyIn(session)).toContain('Other')
    expect(shown(session).live).toEqual([undefined])
  })

  test('leaves no token in any state that anybody can see', async () => {
    const { session } = await offered([])
    expect(JSON.stringify(session.state())).not.toContain('"abc"')
  })
})

test('a mistake of ours ends in an error with a number to report, never in a spinner', async () => {
  const session = createSession(
    () => Promise.reject(new Error('the name of a patient')),
    (opened) => Promise.resolve(opened),
  )
  await session.open('anything')
  expect(session.state()).toEqual({
    phase: 'failed',
    error: { code: 'INTERNAL_ERROR', id: expect.stringMatching(/^[0-9a-f]{8}$/) as string },
    input: 'unrecognised',
    problems: [],
  })
  await session.retry()
  expect(session.state().phase).toBe('failed')
})

describe('handing a link on', () => {
  test('gives the link to the letter while it is open, and never afterwards', async () => {
    const http = fakeHttp(await answering('Arroyo'))
    const { session } = sessionOver(http)
    const text = `https://viewer.example/#${link()}`
    expect(session.shareLink()).toBeUndefined()
    await session.open(text)
    expect(session.shareLink()).toBe(text)
    session.close()
    expect(session.shareLink()).toBeUndefined()
  })

  test('gives nothing when what is open came by no link', async () => {
    const { session } = sessionOver(fakeHttp({}))
    await session.open(JSON.stringify(patient('Arroyo')))
    expect(session.state().phase).toBe('ready')
    expect(session.shareLink()).toBeUndefined()
  })

  test('keeps the link of what failed to itself', async () => {
    const { session } = sessionOver(fakeHttp({}))
    await session.open(link())
    expect(session.state().phase).toBe('failed')
    expect(session.shareLink()).toBeUndefined()
  })
})
