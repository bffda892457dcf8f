// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchIdle, type IdleWatch } from '../../src/platform/idle'

const MINUTE = 60_000
let watch: IdleWatch | undefined

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  watch?.stop()
  vi.useRealTimers()
})

function watching() {
  const onWarning = vi.fn<(seconds: number | undefined) => void>()
  const onIdle = vi.fn<() => void>()
  watch = watchIdle({ after: 10 * MINUTE, warning: 30_000, onWarning, onIdle })
  return { onWarning, onIdle, watch }
}

test('asks half a minute before the time is over, counts down, and ends once', () => {
  const { onWarning, onIdle } = watching()
  vi.advanceTimersByTime(9.4 * MINUTE)
  expect(onWarning).not.toHaveBeenCalled()
  vi.advanceTimersByTime(0.1 * MINUTE)
  expect(onWarning).toHaveBeenLastCalledWith(30)
  vi.advanceTimersByTime(10_000)
  expect(onWarning).toHaveBeenLastCalledWith(20)
  expect(onIdle).not.toHaveBeenCalled()
  vi.advanceTimersByTime(MINUTE)
  expect(onIdle).toHaveBeenCalledTimes(1)
})

test.each(['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'])(
  '%s begins the time anew',
  (sign) => {
    const { onWarning, onIdle } = watching()
    vi.advanceTimersByTime(9 * MINUTE)
    document.body.dispatchEvent(new Event(sign, { bubbles: true }))
    vi.advanceTimersByTime(9 * MINUTE)
    expect(onWarning).not.toHaveBeenCalled()
    expect(onIdle).not.toHaveBeenCalled()
  },
)

test('while it asks, only an answer counts', () => {
  const { onWarning, onIdle, watch: asked } = watching()
  vi.advanceTimersByTime(9.6 * MINUTE)
  document.body.dispatchEvent(new Event('pointermove', { bubbles: true }))
  vi.advanceTimersByTime(1_000)
  expect(onWarning).toHaveBeenLastCalledWith(23)
  asked.stay()
  expect(onWarning).toHaveBeenLastCalledWith(undefined)
  vi.advanceTimersByTime(9 * MINUTE)
  expect(onIdle).not.toHaveBeenCalled()
})

test('a machine that wakes after its time does not ask first: the first movement comes too late', () => {
  const { onIdle } = watching()
  vi.setSystemTime(Date.now() + 60 * MINUTE)
  document.body.dispatchEvent(new Event('pointermove', { bubbles: true }))
  expect(onIdle).toHaveBeenCalledTimes(1)
})

test('a page that is looked at again after its time ends at once', () => {
  const { onIdle } = watching()
  vi.setSystemTime(Date.now() + 60 * MINUTE)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(onIdle).toHaveBeenCalledTimes(1)
})

test('a watch that was stopped tells nothing', () => {
  const { onIdle, onWarning, watch: stopped } = watching()
  stopped.stop()
  vi.advanceTimersByTime(60 * MINUTE)
  document.body.dispatchEvent(new Event('pointermove', { bubbles: true }))
  expect(onIdle).not.toHaveBeenCalled()
  expect(onWarning).not.toHaveBeenCalled()
})
