// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { forgetOnLeaving, onArrival, takeArrival } from '../../src/platform/address'

afterEach(() => window.history.replaceState(null, '', '/'))

test.each([
  '#shlink:/eyJ',
  '#SHC:/5676',
  '#%7B%22verifiableCredential%22:[]%7D',
  '#shlink%3A/eyJ'.replace('%3A', ':'),
])('%s is taken, and leaves the address and the history', (hash) => {
  window.history.replaceState(null, '', `/viewer/?lang=es${hash}`)
  const entries = window.history.length
  expect(takeArrival()).toContain(hash)
  expect(window.location.href).toMatch(/\/viewer\/\?lang=es$/)
  expect(window.history.length).toBe(entries)
  expect(takeArrival()).toBeUndefined()
})

test('another fragment is none of our business', () => {
  window.history.replaceState(null, '', '/#main')
  expect(takeArrival()).toBeUndefined()
  expect(window.location.hash).toBe('#main')
})

test('a second link in the same tab is told of until nobody listens', () => {
  const open = vi.fn<(text: string) => void>()
  const stop = onArrival(open)
  window.history.replaceState(null, '', '/#shlink:/two')
  window.dispatchEvent(new Event('hashchange'))
  expect(open).toHaveBeenCalledTimes(1)
  expect(open.mock.calls[0]?.[0]).toContain('shlink:/two')
  expect(window.location.hash).toBe('')
  stop()
  window.history.replaceState(null, '', '/#shlink:/three')
  window.dispatchEvent(new Event('hashchange'))
  expect(open).toHaveBeenCalledTimes(1)
})

test('a page that is left forgets, and so does one from the back/forward cache; a fresh one has nothing to forget', () => {
  const close = vi.fn<() => void>()
  forgetOnLeaving(close)
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
  expect(close).not.toHaveBeenCalled()
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  expect(close).toHaveBeenCalledTimes(1)
  window.dispatchEvent(new Event('pagehide'))
  expect(close).toHaveBeenCalledTimes(2)
})
