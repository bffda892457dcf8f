// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import type { ShxState } from '../../src/core/session'
import { createLeaving } from '../../src/platform/leaving'
import { visitSignal } from '../../src/platform/visit'

afterEach(() => window.history.replaceState(null, '', '/'))

function setUp(state: ShxState = { phase: 'empty' }) {
  const close = vi.fn<() => void>()
  return { close, leaving: createLeaving({ close, state: () => state }, () => 'Lakeside viewer') }
}

test('leaving closes the session, ends the visit, and tells why', () => {
  const { close, leaving } = setUp()
  const told = vi.fn<() => void>()
  leaving.subscribe(told)
  const visit = visitSignal()
  leaving.leave('asked')
  expect(close).toHaveBeenCalledTimes(1)
  expect(visit.aborted).toBe(true)
  expect(leaving.left()).toEqual({ count: 1, because: 'asked' })
  expect(told).toHaveBeenCalledTimes(1)
})

test('the page is called what it was, and its address and history hold nothing of a record', () => {
  const { leaving } = setUp()
  document.title = 'Ada Okonkwo'
  window.history.replaceState(null, '', '/viewer/?tabs=scan,data#resource-3')
  const entries = window.history.length
  leaving.leave('asked')
  expect(document.title).toBe('Lakeside viewer')
  expect(window.location.href).toMatch(/\/viewer\/\?tabs=scan,data$/)
  expect(window.history.length).toBe(entries)
})

test('what was closed is forgotten without a new beginning; what is open is left alone', () => {
  const closed = setUp({ phase: 'empty', aside: true })
  closed.leaving.forgetClosed()
  expect(closed.close).toHaveBeenCalledTimes(1)
  expect(closed.leaving.left()).toEqual({ count: 0 })
  const open = setUp({ phase: 'opening' })
  open.leaving.forgetClosed()
  expect(open.close).not.toHaveBeenCalled()
})
