// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LeavingNotice, LeavingVoice } from '../../../src/app/leaving/LeavingNotice'
import { nextTab } from '../../../src/app/leaving/nextTab'
import { DEFAULT_CONFIG } from '../../../src/config/config'
import { TABS } from '../../../src/config/screens'
import { ok } from '../../../src/core/result'
import { renderApp, scriptedSession } from '../../support/renderApp'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** The notice beneath a record that was opened and closed. */
async function closed() {
  const { session, answer, requests } = scriptedSession()
  const showData = vi.fn<() => void>()
  renderApp(
    <main id="main" tabIndex={-1}>
      <LeavingNotice showData={showData} />
      <LeavingVoice />
    </main>,
    { session },
  )
  act(() => void session.open('shlink:/x'))
  await act(async () => answer(ok({ input: 'link', bundles: [], attachments: [], problems: [] })))
  expect(offer()).toBeNull()
  act(() => session.setAside())
  return { session, requests, showData }
}

const offer = () => document.querySelector('[data-shx-closed]')
const pass = (seconds: number): void => act(() => void vi.advanceTimersByTime(seconds * 1000))

test('a record that was closed can be brought back, and nobody is asked again', async () => {
  const { session, requests, showData } = await closed()
  expect(screen.getByRole('status').textContent).toContain('closed')
  pass(14)
  fireEvent.click(screen.getByRole('button', { name: 'Bring it back' }))
  expect(session.state().phase).toBe('ready')
  expect(showData).toHaveBeenCalledTimes(1)
  expect(requests).toHaveLength(1)
  expect(offer()).toBeNull()
})

test('after its time it is forgotten, and nothing brings it back', async () => {
  const { session } = await closed()
  pass(16)
  expect(offer()).toBeNull()
  expect(session.state()).toEqual({ phase: 'empty' })
  act(() => session.bringBack())
  expect(session.state()).toEqual({ phase: 'empty' })
})

test('the time stands still under a pointer, but not for ever', async () => {
  const { session } = await closed()
  fireEvent.pointerMove(offer() as Element)
  pass(50)
  expect(offer()).not.toBeNull()
  pass(11)
  expect(session.state()).toEqual({ phase: 'empty' })
})

test('the time stands still while the keyboard is there, and goes on when it leaves', async () => {
  await closed()
  const button = screen.getByRole('button', { name: 'Bring it back' })
  act(() => button.focus())
  pass(30)
  expect(offer()).not.toBeNull()
  act(() => button.blur())
  pass(16)
  expect(offer()).toBeNull()
})

test('a focus on an offer that ends is not lost', async () => {
  await closed()
  act(() => screen.getByRole('button', { name: 'Forget it now' }).focus())
  pass(61)
  expect(document.activeElement?.id).toBe('main')
})

test('it can be forgotten at once', async () => {
  const { session } = await closed()
  fireEvent.click(screen.getByRole('button', { name: 'Forget it now' }))
  expect(session.state()).toEqual({ phase: 'empty' })
})

test.each([
  ['start', TABS, 'scan'],
  ['photo', TABS, 'photo'],
  ['data', ['start', 'data'], 'start'],
  ['data', ['photo', 'data'], 'photo'],
  ['about', ['data', 'about'], 'scan'],
] as const)(
  'of a desk that begins with %s, the next patient begins where something is brought in',
  (initialTab, tabs, next) => {
    expect(nextTab({ ...DEFAULT_CONFIG, initialTab, tabs })).toBe(next)
  },
)
