// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { listenForLaunches, type LaunchQueue } from '../../../src/platform/installed/launches'
import { createMailbox } from '../../../src/platform/installed/mailbox'
import { askFor, takeShared, takeShareMark, type Brought } from '../../../src/platform/installed/shared'

const text = (content: string): Brought => ({ kind: 'brought', texts: [content], files: [] })

test('the mailbox gives everything away once, also what came before anybody listened', () => {
  const mailbox = createMailbox()
  const first = vi.fn<(brought: Brought) => void>()
  const second = vi.fn<(brought: Brought) => void>()
  mailbox.put(text('a'))
  const stop = mailbox.listen(first)
  mailbox.put(text('b'))
  stop()
  mailbox.put(text('c'))
  mailbox.listen(second)
  stop()
  mailbox.put(text('d'))
  expect(first.mock.calls).toEqual([[text('a')], [text('b')]])
  expect(second.mock.calls).toEqual([[text('c')], [text('d')]])
})

const handle = (name: string, getFile?: () => Promise<File>) => ({
  kind: 'file',
  name,
  ...(getFile && { getFile }),
})

describe('launches', () => {
  type Launch = Parameters<Parameters<LaunchQueue['setConsumer']>[0]>[0]

  function launching({ isRepeated = false } = {}) {
    let time = 0
    let consume: ((launch: Launch) => void) | undefined
    const received: Brought[] = []
    listenForLaunches(
      {
        setConsumer: (consumer) => {
          consume = consumer
        },
      },
      { now: () => time, isRepeated, receive: (brought) => void received.push(brought) },
    )
    return { received, launch: (launch: Launch) => consume?.(launch), later: () => (time += 5_000) }
  }
  const good = handle('a.json', async () => new File(['{}'], 'a.json'))

  test('files are read, and one that the system will not give is still named', async () => {
    const { received, launch } = launching()
    launch({ files: [good, handle('b.txt', () => Promise.reject(new Error('no'))), handle('folder')] })
    await vi.waitFor(() => expect(received).toHaveLength(1))
    const [brought] = received
    const files = brought?.kind === 'brought' ? brought.files : []
    expect(files.map(({ name }) => name)).toEqual(['a.json', 'b.txt', 'folder'])
    expect(await files[0]?.text()).toBe('{}')
    await expect(files[1]?.arrayBuffer()).rejects.toThrow('refused')
  })

  test('after a reload the launch of before is not received again; the next one is', async () => {
    const { received, launch, later } = launching({ isRepeated: true })
    launch({ files: [good] })
    later()
    launch({ files: [good] })
    await vi.waitFor(() => expect(received).toHaveLength(1))
  })

  test('an address is text, when it holds something, and not the one that the page was started at', () => {
    const { received, launch, later } = launching()
    const address = 'https://host.example/shlink.html#shlink:/eyJ1cmwiOiJ4In0'
    launch({ targetURL: address })
    later()
    launch({ targetURL: 'https://host.example/' })
    launch({ targetURL: 'https://host.example/#main' })
    launch({ targetURL: 'https://host.example/?shlink:/a' })
    launch({ targetURL: null })
    launch({})
    expect(received).toEqual([])
    launch({ targetURL: address })
    expect(received).toEqual([text(address)])
  })

  test('a browser without launches is left alone', () => {
    expect(() =>
      listenForLaunches(undefined, { now: () => 0, isRepeated: false, receive: () => undefined }),
    ).not.toThrow()
  })
})

describe('the mark of a share', () => {
  beforeEach(() => window.history.replaceState(null, '', '/some/?lang=es'))

  test('is taken out of the address, and nothing else is', () => {
    window.history.replaceState(null, '', '/some/?lang=es&shared=4f1#main')
    expect(takeShareMark()).toBe('4f1')
    expect(window.location.href).toMatch(/\/some\/\?lang=es#main$/)
    expect(takeShareMark()).toBeUndefined()
  })

  test('may be empty, as when a host answers a form with the page: then the share is lost', async () => {
    window.history.replaceState(null, '', '/some/?shared')
    expect(takeShareMark()).toBe('')
    expect(window.location.href).toMatch(/\/some\/$/)
    expect(await takeShared('', new URL('https://host.example/some/'))).toEqual({ kind: 'lost' })
  })
})

const worker = (answer: unknown) => ({
  postMessage: (message: unknown, [port]: [MessagePort]) => {
    expect(message).toEqual({ kind: 'take', id: '4f1' })
    port.postMessage(answer)
  },
})

const ask = (answer: unknown): Promise<Brought> => askFor('4f1', worker(answer) as unknown as ServiceWorker)

describe('asking the worker', () => {
  test('gives what it holds', async () => {
    expect(await ask({ texts: ['a', 1], files: ['no file'] })).toEqual(text('a'))
  })

  test.each([undefined, null, 'x', {}, { texts: 'a', files: [] }])('takes %j for lost', async (answer) => {
    expect(await ask(answer)).toEqual({ kind: 'lost' })
  })

  test('does not wait for a worker that says nothing', async () => {
    vi.useFakeTimers()
    const asked = askFor('4f1', { postMessage: () => undefined })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await asked).toEqual({ kind: 'lost' })
    vi.useRealTimers()
  })
})
