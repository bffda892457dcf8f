// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LinkUpdates } from '../../src/app/data/LinkUpdates'
import type { Update } from '../../src/core/session'
import { renderApp, scriptedSession } from '../support/renderApp'

const START = new Date('2026-11-24T12:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** The controls of a link, and how often it was asked again. */
function show(update: Update | undefined, retryAfter?: number) {
  const { session } = scriptedSession()
  const refresh = vi.fn<() => Promise<void>>(() => Promise.resolve())
  renderApp(<LinkUpdates update={update} retryAfter={retryAfter} />, {
    session: { ...session, refresh },
    clock: () => new Date(),
  })
  return refresh
}

const pass = (seconds: number): void => {
  act(() => {
    vi.advanceTimersByTime(seconds * 1000)
  })
}
const box = (): HTMLElement => screen.getByRole('checkbox')
const button = (): HTMLElement => screen.getByRole('button')

test('L-52: asks by itself only when told to, never sooner than a minute, and waits as the server says', () => {
  const refresh = show(undefined, 200)
  pass(600)
  expect(refresh).not.toHaveBeenCalled()
  fireEvent.click(box())
  pass(198)
  expect(refresh).not.toHaveBeenCalled()
  pass(4)
  expect(refresh).toHaveBeenCalled()
})

test('L-52: a short wait is still a minute', () => {
  const refresh = show(undefined, 5)
  fireEvent.click(box())
  pass(55)
  expect(refresh).not.toHaveBeenCalled()
  pass(10)
  expect(refresh).toHaveBeenCalled()
})

test('L-52: a page that nobody looks at asks nobody', () => {
  const refresh = show(undefined)
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  fireEvent.click(box())
  pass(600)
  expect(refresh).not.toHaveBeenCalled()
})

test('L-27: after "too many requests" the button waits for as long as the server says', () => {
  show({ status: 'failed', error: { code: 'RATE_LIMITED', retryAfter: 90, host: 'links.example' } })
  expect(button().hasAttribute('disabled')).toBe(true)
  pass(91)
  expect(button().hasAttribute('disabled')).toBe(false)
})

test('L-26: a link that has ended is not asked again, by whomever', () => {
  const refresh = show({ status: 'failed', error: { code: 'LINK_INACTIVE', host: 'links.example' } })
  expect(button().hasAttribute('disabled')).toBe(true)
  expect(box().hasAttribute('disabled')).toBe(true)
  expect(screen.getByRole('status').textContent).toContain('The link has ended')
  pass(600)
  expect(refresh).not.toHaveBeenCalled()
})

test('L-52: a failure that may pass can be tried again', () => {
  const refresh = show({ status: 'failed', error: { code: 'NETWORK_OFFLINE' } })
  fireEvent.click(button())
  expect(refresh).toHaveBeenCalledTimes(1)
})
