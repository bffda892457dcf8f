// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deliverCapture, openCapture, takeCaptureNonce } from '../../src/platform/capturePopup'
import { isCameraBlockedByFrame } from '../../src/platform/framePolicy'
import { endVisit } from '../../src/platform/visit'

const policy = (allowed: boolean) => ({ allowsFeature: (name: string) => name !== 'camera' || allowed })
const BASE = new URL('https://viewer.example/app/')
const closeWindow = vi.fn<() => void>()
const popup = { closed: false, close: closeWindow } as unknown as Window
let address: URL | undefined

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(window, 'open').mockImplementation((url) => {
    address = new URL(String(url))
    return popup
  })
})
afterEach(() => {
  endVisit()
  closeWindow.mockClear()
  vi.restoreAllMocks()
  vi.useRealTimers()
  Object.assign(popup, { closed: false })
  window.location.hash = ''
})

function listening() {
  const onText = vi.fn<(text: string) => void>()
  const onClosed = vi.fn<() => void>()
  const stop = openCapture(BASE, { onText, onClosed })
  const nonce = address?.hash.slice(1) ?? ''
  const send = (change: Partial<MessageEventInit<unknown>> = {}): void => {
    const data = { kind: 'shx-capture', nonce, text: 'shc:/1' }
    const init = { data, origin: window.location.origin, source: popup, ...change }
    window.dispatchEvent(Object.assign(new Event('message'), init))
  }
  return { onText, onClosed, stop, nonce, send }
}

test('the address of the window holds a fresh number and nothing else', () => {
  const { nonce } = listening()
  expect(address?.href).toBe(`https://viewer.example/app/captureQR.html#${nonce}`)
  expect(nonce).toMatch(/^[\da-f-]{36}$/)
  expect(listening().nonce).not.toBe(nonce)
})

test('one text is taken: from that window, of our origin, with its number', () => {
  const { onText, nonce, send } = listening()
  send({ origin: 'https://evil.example' })
  send({ source: window })
  send({ data: { kind: 'shx-capture', nonce: 'guess', text: 'forged' } })
  send({ data: { kind: 'other', nonce, text: 'forged' } })
  send({ data: { kind: 'shx-capture', nonce, text: 7 } })
  send({ data: null })
  expect(onText).not.toHaveBeenCalled()
  send()
  send()
  expect(onText.mock.calls).toEqual([['shc:/1']])
  expect(closeWindow).toHaveBeenCalledTimes(1)
})

test('a window that was closed is noticed, and one that is given up is not listened to', () => {
  const closed = listening()
  Object.assign(popup, { closed: true })
  vi.advanceTimersByTime(1000)
  expect(closed.onClosed).toHaveBeenCalledTimes(1)
  Object.assign(popup, { closed: false })
  const given = listening()
  if (given.stop !== 'blocked') given.stop()
  given.send()
  expect(given.onText).not.toHaveBeenCalled()
})

test('a scan whose window is gone before it is heard is not lost', () => {
  const { onText, onClosed, send } = listening()
  Object.assign(popup, { closed: true })
  vi.advanceTimersByTime(500)
  send()
  vi.advanceTimersByTime(1000)
  expect(onText.mock.calls).toEqual([['shc:/1']])
  expect(onClosed).not.toHaveBeenCalled()
})

test('the end of a visit closes the window, also one that was given up', () => {
  const waiting = listening()
  endVisit()
  expect(closeWindow).toHaveBeenCalledTimes(1)
  expect(waiting.onClosed).toHaveBeenCalledTimes(1)
  waiting.send()
  expect(waiting.onText).not.toHaveBeenCalled()
  const given = listening()
  if (given.stop !== 'blocked') given.stop()
  endVisit()
  expect(closeWindow).toHaveBeenCalledTimes(2)
})

test('a blocked window says so', () => {
  vi.mocked(window.open).mockReturnValue(null)
  expect(listening().stop).toBe('blocked')
})

test('the window hands its text to its opener alone, of its own origin, and closes', () => {
  const opener = { postMessage: vi.fn<(message: unknown, origin: string) => void>() }
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined)
  const nonce = crypto.randomUUID()
  window.location.hash = nonce
  expect(takeCaptureNonce()).toBeUndefined()
  Object.assign(window, { opener })
  expect(takeCaptureNonce()).toBe(nonce)
  deliverCapture(nonce, 'shc:/1')
  expect(opener.postMessage.mock.calls).toEqual([
    [{ kind: 'shx-capture', nonce, text: 'shc:/1' }, window.location.origin],
  ])
  expect(close).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2000)
  expect(close).toHaveBeenCalledTimes(1)
  window.location.hash = 'shlink:/abc'
  expect(takeCaptureNonce()).toBeUndefined()
  Object.assign(window, { opener: null })
})

test('a frame’s policy is known where the browser tells it', () => {
  expect(isCameraBlockedByFrame({ featurePolicy: policy(false) })).toBe(true)
  expect(isCameraBlockedByFrame({ permissionsPolicy: policy(true) })).toBe(false)
  expect(isCameraBlockedByFrame({})).toBe(false)
})
