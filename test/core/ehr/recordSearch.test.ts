import { expect, test, vi } from 'vitest'
import type { ReadCodes } from '../../../src/core/ehr/documentReading'
import { createRecordSearch } from '../../../src/core/ehr/recordSearch'
import { findsIn, type SearchState } from '../../../src/core/ehr/recordSearchState'
import { err, ok } from '../../../src/core/result'
import { fakeChart, scan, searchset, type Answer } from '../../support/chart'
import { link } from '../../support/shlLink'

/** What the codes of a document say; `undefined` while nobody has said so. */
type Codes = Awaited<ReturnType<ReadCodes>>
const none: Codes = err({ code: 'IMAGE_NO_QR' })
const says = (...texts: readonly string[]): Codes => ok({ texts, skippedPages: 0 })

/** A chart with these scans, newest first. A document is read when `settle` says what is on it, or at once by `codes`. */
function searching(ids: readonly string[], codes: Readonly<Record<string, Codes | Answer>> = {}) {
  const scans = ids.map((id, at) => scan(id, { date: `20${80 - at}-01-01` }))
  const waiting = new Map<string, (codes: Codes) => void>()
  const signals: AbortSignal[] = []
  const { chart, paths } = fakeChart(({ path }) => {
    const id = /Binary\/(.+)$/.exec(path)?.[1]
    if (id === undefined) return searchset(scans)
    const given = codes[id]
    const isAnswer = given !== undefined && (typeof given === 'string' || !('ok' in given))
    return isAnswer ? given : { bytes: new TextEncoder().encode(id) }
  })
  const readCodes: ReadCodes = async (blob, { signal, onProgress }) => {
    const id = await blob.text()
    signals.push(signal)
    onProgress(0, 2)
    const given = codes[id]
    if (given !== undefined && typeof given !== 'string' && 'ok' in given) return given
    return new Promise((resolve) => waiting.set(id, resolve))
  }
  const search = createRecordSearch({ chart, readCodes })
  const open = vi.fn<(text: string) => void>()
  search.watch(open)
  const statuses = () => statusesIn(search.state())
  const reads = () => paths().flatMap((path) => (path.startsWith('Binary/') ? path.slice(7) : []))
  const settle = (id: string, found: Codes) =>
    vi.waitFor(() => {
      const resolve = waiting.get(id)
      if (!resolve) throw new Error(`${id} is not being read`)
      resolve(found)
    })
  return { search, open, statuses, reads, settle, signals, waiting }
}

const statusesIn = (state: SearchState) =>
  'documents' in state ? state.documents.map(({ status }) => status.kind) : state.phase

const LINKS = [link({ label: 'one' }), link({ label: 'two' }), link({ label: 'three' })] as const

test('every document is read, and without a find the search ends with what became of each', async () => {
  const { search, open, statuses } = searching(['a', 'b', 'c', 'd'], {
    a: none,
    b: says('https://menu.example'),
    c: err({ code: 'PDF_LOCKED' }),
    d: { status: 403 },
  })
  await search.start()
  expect(search.state()).toMatchObject({
    phase: 'finished',
    documents: [
      { status: { kind: 'nothing', others: 0 } },
      { status: { kind: 'nothing', others: 1 } },
      { status: { kind: 'unread', unread: { kind: 'unreadable', error: { code: 'PDF_LOCKED' } } } },
      { status: { kind: 'unread', unread: { kind: 'refused', status: 403 } } },
    ],
  })
  expect(statuses()).toHaveLength(4)
  expect(open).not.toHaveBeenCalled()
})

test('the first find opens by itself, and no further document is asked for', async () => {
  const { search, open, reads, statuses } = searching(['a', 'b', 'c', 'd', 'e'], {
    a: none,
    b: says(LINKS[0]),
    c: none,
    d: none,
    e: none,
  })
  await search.start()
  expect(open.mock.calls).toEqual([[LINKS[0]]])
  expect(search.state()).toMatchObject({ phase: 'resting', why: 'found' })
  expect(reads()).not.toContain('e')
  expect(statuses().slice(0, 2)).toEqual(['nothing', 'found'])
})

test('a find waits for the documents that are worth more, and the best of them opens', async () => {
  const { search, open, settle } = searching(['a', 'b', 'c'])
  const done = search.start()
  await settle('b', says(LINKS[1]))
  await vi.waitFor(() => expect(findsOf(search.state())).toEqual([LINKS[1]]))
  expect(open).not.toHaveBeenCalled()
  await settle('a', says(LINKS[0]))
  await settle('c', none)
  await done
  expect(open.mock.calls).toEqual([[LINKS[0]]])
  expect(findsOf(search.state())).toEqual([LINKS[0], LINKS[1]])
})

const findsOf = (state: SearchState) =>
  'documents' in state ? findsIn(state.documents).map(({ find }) => find.text) : []

test('who goes on after a find compares: nothing opens by itself any more', async () => {
  const { search, open, statuses } = searching(['a', 'b', 'c', 'd', 'e'], {
    a: says(LINKS[0]),
    b: none,
    c: none,
    d: says(LINKS[1], LINKS[2]),
    e: says(LINKS[0]),
  })
  await search.start()
  await search.goOn()
  expect(search.state().phase).toBe('finished')
  expect(statuses()).toEqual(['found', 'nothing', 'nothing', 'found', 'found'])
  expect(findsOf(search.state())).toEqual([LINKS[0], LINKS[1], LINKS[2]])
  expect(open.mock.calls).toEqual([[LINKS[0]]])
})

test('nothing opens in front of somebody who has turned to something else', async () => {
  const { search, open, settle } = searching(['a'])
  const done = search.start()
  search.watch(() => undefined)()
  await settle('a', says(LINKS[0]))
  await done
  expect(open).not.toHaveBeenCalled()
  expect(findsOf(search.state())).toEqual([LINKS[0]])
})

test('damage is listed and neither opens nor ends the search', async () => {
  const { search, open } = searching(['a', 'b', 'c', 'd'], {
    a: says('shc:/5676290'),
    b: says('shlink:/eyJ1cmwi'),
    c: none,
    d: says('{"menu":1}'),
  })
  await search.start()
  expect(search.state()).toMatchObject({
    phase: 'finished',
    documents: [
      { status: { kind: 'found', finds: [{ isWhole: false }] } },
      { status: { kind: 'found', finds: [{ kind: 'link', isWhole: false }] } },
      { status: { kind: 'nothing' } },
      { status: { kind: 'nothing', others: 1 } },
    ],
  })
  expect(open).not.toHaveBeenCalled()
})

test('of several codes in one document the whole one opens', async () => {
  const { search, open } = searching(['a'], { a: says('shc:/5676290', 'https://menu.example', LINKS[0]) })
  await search.start()
  expect(open.mock.calls).toEqual([[LINKS[0]]])
  expect(search.state()).toMatchObject({
    documents: [{ status: { others: 1, finds: [{ isWhole: true }, {}] } }],
  })
})

test('no more than three documents are under way at a time', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const { search, reads, settle, waiting, statuses } = searching(ids)
  const done = search.start()
  await vi.waitFor(() => expect(waiting.size).toBe(3))
  expect(reads()).toEqual(['a', 'b', 'c'])
  expect(statuses()).toEqual(['reading', 'reading', 'reading', 'waiting', 'waiting'])
  for (const id of ids) await settle(id, none)
  await done
  expect(reads()).toEqual(ids)
})

test('in one go so many documents are read and no more; who wants goes on', async () => {
  const ids = Array.from({ length: 50 }, (_, at) => `d${at}`)
  const { search, reads } = searching(ids, Object.fromEntries(ids.map((id) => [id, none])))
  await search.start()
  expect(search.state()).toMatchObject({ phase: 'resting', why: 'limit', through: 40 })
  expect(reads()).toHaveLength(40)
  await search.goOn()
  expect(search.state()).toMatchObject({ phase: 'finished', through: 50 })
  expect(reads()).toHaveLength(50)
})

test('cancelling stops what is under way, keeps what was found, and can be gone on from', async () => {
  const { search, settle, signals, statuses, waiting } = searching(['a', 'b'], { a: none })
  const done = search.start()
  await vi.waitFor(() => expect(waiting.has('b')).toBe(true))
  search.cancel()
  expect(search.state()).toMatchObject({ phase: 'resting', why: 'cancelled' })
  expect(signals.at(-1)?.aborted).toBe(true)
  await settle('b', says(LINKS[0])) // too late
  await done
  expect(statuses()).toEqual(['nothing', 'waiting'])
  const going = search.goOn()
  await vi.waitFor(() => expect(signals.at(-1)?.aborted).toBe(false))
  await settle('b', says(LINKS[0]))
  await going
  expect(statuses()).toEqual(['nothing', 'found'])
})

test('cancelling while the list is asked for leaves nothing', async () => {
  const { search } = searching(['a'], { a: none })
  const done = search.start()
  search.cancel()
  await done
  expect(search.state()).toEqual({ phase: 'idle' })
})

test('searching again forgets, and what an earlier search still brings is dropped', async () => {
  const { search, open, settle, waiting } = searching(['a'])
  const first = search.start()
  await vi.waitFor(() => expect(waiting.size).toBe(1))
  const late = waiting.get('a')
  waiting.clear()
  const second = search.start()
  late?.(says(LINKS[0]))
  await first
  expect(findsOf(search.state())).toEqual([])
  await settle('a', none)
  await second
  expect(search.state().phase).toBe('finished')
  expect(open).not.toHaveBeenCalled()
})

test('forgetting leaves nothing of the chart', async () => {
  const { search } = searching(['a'], { a: says(LINKS[0]) })
  await search.start()
  search.forget()
  expect(search.state()).toEqual({ phase: 'idle' })
  await search.goOn()
  expect(search.state()).toEqual({ phase: 'idle' })
})

test.each(['session-expired', 'offline'] as const)(
  '%s: the rest is not asked for, and waits',
  async (failure) => {
    const { search, reads, statuses } = searching(['a', 'b', 'c', 'd', 'e', 'f'], {
      a: none,
      b: failure,
      c: none,
      d: none,
      e: none,
      f: none,
    })
    await search.start()
    expect(search.state()).toMatchObject({ phase: 'resting', why: failure })
    expect(reads().length).toBeLessThan(6)
    expect(statuses()[1]).toBe('waiting')
  },
)

test('a reader that breaks is a document that could not be read', async () => {
  const { chart } = fakeChart(({ path }) =>
    path.includes('Binary') ? { bytes: Uint8Array.from([1]) } : searchset([scan('a')]),
  )
  const search = createRecordSearch({ chart, readCodes: () => Promise.reject(new Error('gone')) })
  await search.start()
  expect(search.state()).toMatchObject({
    phase: 'finished',
    documents: [{ status: { kind: 'unread', unread: { error: { code: 'FILE_UNREADABLE' } } } }],
  })
})

test('the files of one document count as one: a find outweighs a file that was not read', async () => {
  const content = ['x', 'y'].map((id) => ({ attachment: { contentType: 'image/png', url: `Binary/${id}` } }))
  const { chart } = fakeChart(({ path }) =>
    path.endsWith('/x')
      ? { status: 404 }
      : path.includes('Binary')
        ? { bytes: Uint8Array.from([1]) }
        : searchset([scan('a', { content })]),
  )
  const search = createRecordSearch({ chart, readCodes: async () => says(LINKS[0]) })
  await search.start()
  expect(search.state()).toMatchObject({
    documents: [{ status: { kind: 'found', unread: { kind: 'refused', status: 404 } } }],
  })
})

test('an empty chart is a finished search', async () => {
  const { search } = searching([])
  await search.start()
  expect(search.state()).toMatchObject({ phase: 'finished', documents: [], through: 0 })
})

test('a list that cannot be had is a failed search', async () => {
  const { chart } = fakeChart(() => ({ status: 403 }))
  const search = createRecordSearch({ chart, readCodes: async () => none })
  await search.start()
  expect(search.state()).toEqual({ phase: 'failed', failure: { kind: 'refused', status: 403 } })
})

test('what is likely to have a card is looked at as long as it takes, the rest quickly, unless somebody asks', async () => {
  const scans = [scan('a', { description: 'Insurance card' }), scan('b')]
  const { chart } = fakeChart(({ path }) =>
    path.includes('Binary') ? { bytes: new TextEncoder().encode(path.slice(-1)) } : searchset(scans),
  )
  const thoroughly: string[] = []
  const readCodes: ReadCodes = async (blob, { isBrief }) => {
    if (!isBrief) thoroughly.push(await blob.text())
    return none
  }
  const search = createRecordSearch({ chart, readCodes })
  await search.start()
  expect(search.state()).toMatchObject({ phase: 'finished', closely: false })
  expect(thoroughly).toEqual(['a'])
  await search.start({ closely: true })
  expect(search.state()).toMatchObject({ phase: 'finished', closely: true })
  expect(thoroughly.toSorted()).toEqual(['a', 'a', 'b'])
})

test('what a quick look finds, and what cannot be read at all, is not looked at again', async () => {
  const scans = ['a', 'b'].map((id) => scan(id, { description: `Insurance card ${id}` }))
  const { chart } = fakeChart(({ path }) =>
    path.includes('Binary') ? { bytes: new TextEncoder().encode(path.slice(-1)) } : searchset(scans),
  )
  const looks: string[] = []
  const readCodes: ReadCodes = async (blob, { isBrief }) => {
    const id = await blob.text()
    looks.push(`${id} ${isBrief}`)
    return id === 'a' ? says(LINKS[0]) : err({ code: 'PDF_LOCKED' })
  }
  await createRecordSearch({ chart, readCodes }).start({ closely: true })
  expect(looks).toEqual(['a true', 'b true'])
})
