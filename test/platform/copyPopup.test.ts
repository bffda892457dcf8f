// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openCopyWindow, takeText, type ToCopy } from '../../src/platform/copyPopup'

const BASE = new URL('https://viewer.example/app/')
const popup = {
  closed: false,
  postMessage: vi.fn<(message: unknown, origin: string) => void>(),
  close: vi.fn<() => void>(),
}
let address: URL | undefined

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(window, 'open').mockImplementation((url) => {
    address = new URL(String(url))
    return popup as unknown as Window
  })
})
afterEach(() => {
  vi.clearAllMocks()
  vi.restoreAllMocks()
  vi.useRealTimers()
  popup.closed = false
  window.location.hash = ''
  Object.assign(window, { opener: null })
})

function say(message: object, change: Partial<MessageEventInit<unknown>> = {}): void {
  const nonce = address?.hash.slice(1)
  const data = { kind: 'shx-copy', nonce, ...message }
  const init = { data, origin: window.location.origin, source: popup, ...change }
  window.dispatchEvent(Object.assign(new Event('message'), init))
}

test('the text goes to the window by message, to our own origin, and never into its address or name', async () => {
  const copied = openCopyWindow(BASE, 'MEMBER-12')
  const nonce = address?.hash.slice(1)
  expect(address?.href).toBe(`https://viewer.example/app/copyText.html#${nonce}`)
  expect(JSON.stringify(vi.mocked(window.open).mock.calls)).not.toContain('MEMBER')
  expect(popup.postMessage).not.toHaveBeenCalled()
  say({ state: 'ready' })
  expect(popup.postMessage.mock.calls).toEqual([
    [{ text: 'MEMBER-12', language: '', kind: 'shx-copy', nonce }, 'https://viewer.example'],
  ])
  say({ state: 'copied' })
  expect(await copied).toBe('copied-in-window')
  expect(popup.close).toHaveBeenCalledTimes(1)
})

test('nobody else is given the text', () => {
  void openCopyWindow(BASE, 'MEMBER-12')
  say({ state: 'ready' }, { origin: 'https://evil.example' })
  say({ state: 'ready' }, { source: window })
  say({ state: 'ready', nonce: 'guess' })
  say({ state: 'ready', kind: 'other' })
  expect(popup.postMessage).not.toHaveBeenCalled()
})

test('a window that is blocked, closed or silent is a refusal, never a wait without an end', async () => {
  vi.mocked(window.open).mockReturnValueOnce(null)
  expect(await openCopyWindow(BASE, 'A')).toBe('refused')
  const closed = openCopyWindow(BASE, 'A')
  popup.closed = true
  await vi.advanceTimersByTimeAsync(1000)
  expect(await closed).toBe('refused')
  popup.closed = false
  const silent = openCopyWindow(BASE, 'A')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await silent).toBe('refused')
  expect(popup.close).toHaveBeenCalled()
})

test('what a window said last counts, also when it is heard after it was seen to be closed', async () => {
  const copied = openCopyWindow(BASE, 'A')
  popup.closed = true
  await vi.advanceTimersByTimeAsync(500)
  say({ state: 'copied' })
  expect(await copied).toBe('copied-in-window')
})

test('the window asks its opener for the text, and takes it from nobody else', () => {
  const opener = { postMessage: vi.fn<(message: unknown, origin: string) => void>() }
  const onText = vi.fn<(toCopy: ToCopy) => void>()
  const nonce = crypto.randomUUID()
  expect(takeText(onText)).toBe(false)
  window.location.hash = nonce
  Object.assign(window, { opener })
  expect(takeText(onText)).toBe(true)
  const origin = window.location.origin
  expect(opener.postMessage.mock.calls).toEqual([[{ state: 'ready', kind: 'shx-copy', nonce }, origin]])
  const hear = (data: object, change: object = {}) =>
    window.dispatchEvent(Object.assign(new Event('message'), { data, origin, source: opener, ...change }))
  const mine = { kind: 'shx-copy', nonce, text: 'A 1', language: 'es' }
  hear(mine, { origin: 'https://evil.example' })
  hear(mine, { source: window })
  hear({ ...mine, nonce: 'guess' })
  hear({ ...mine, text: 7 })
  expect(onText).not.toHaveBeenCalled()
  hear(mine)
  hear(mine)
  expect(onText).toHaveBeenCalledTimes(1)
  expect(onText.mock.calls[0]?.[0]).toMatchObject({ text: 'A 1', language: 'es' })
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined)
  onText.mock.calls[0]?.[0].done()
  expect(opener.postMessage.mock.calls.at(-1)).toEqual([{ state: 'copied', kind: 'shx-copy', nonce }, origin])
  // Whoever hears it closes the window; it closes by itself where nobody does.
  expect(close).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2000)
  expect(close).toHaveBeenCalledTimes(1)
})
