// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ConfigContext } from '../../../src/app/ConfigContext'
import { EhrContext } from '../../../src/app/ehr/EhrContext'
import { IdleGuard } from '../../../src/app/leaving/IdleGuard'
import { LeavingNotice } from '../../../src/app/leaving/LeavingNotice'
import { DEFAULT_CONFIG } from '../../../src/config/config'
import type { EhrState } from '../../../src/core/ehr/connection'
import { renderApp, scriptedSession } from '../../support/renderApp'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pass = (minutes: number): void => act(() => void vi.advanceTimersByTime(minutes * 60_000))
const asked = () => document.querySelector('[data-shx-idle]')

function open(minutes: number, ehr?: EhrState) {
  const { session } = scriptedSession()
  renderApp(
    <ConfigContext value={{ ...DEFAULT_CONFIG, clearAfterMinutes: minutes }}>
      <EhrContext value={ehr}>
        <LeavingNotice showData={() => undefined} />
        <IdleGuard />
      </EhrContext>
    </ConfigContext>,
    { session },
  )
  act(() => void session.open('shlink:/x'))
  return session
}

test('a machine that nobody uses forgets what is open, after it has asked, and says why', () => {
  const session = open(10)
  pass(9.6)
  expect(asked()?.textContent).toContain('10 minutes')
  expect(session.state().phase).toBe('opening')
  pass(0.5)
  expect(session.state()).toEqual({ phase: 'empty' })
  expect(asked()).toBeNull()
  expect(document.querySelector('[data-shx-left]')?.textContent).toContain('nobody used the page')
})

test('whoever answers keeps it', () => {
  const session = open(10)
  pass(9.6)
  fireEvent.click(screen.getByRole('button', { name: 'Keep it open' }))
  expect(asked()).toBeNull()
  pass(9)
  expect(session.state().phase).toBe('opening')
})

test('another scan is a sign of somebody', () => {
  const session = open(10)
  pass(9.6)
  act(() => session.reject({ code: 'INPUT_EMPTY' }))
  expect(asked()).toBeNull()
  pass(9)
  expect(session.state().phase).toBe('failed')
})

test('it can be switched off, and an EHR locks its own machine', () => {
  const off = open(0)
  pass(60)
  expect(off.state().phase).toBe('opening')
  cleanup()
  const launched = open(10, { kind: 'ready', connection: {} } as unknown as EhrState)
  pass(60)
  expect(launched.state().phase).toBe('opening')
})
