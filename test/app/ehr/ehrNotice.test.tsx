// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { EhrNotice } from '../../../src/app/ehr/EhrNotice'
import { OptionalFhir, useEhrMark } from '../../../src/app/ehr/OptionalFhir'
import { useEhr } from '../../../src/app/ehr/EhrContext'
import type { EhrState } from '../../../src/core/ehr/connection'
import type { EhrSession } from '../../../src/platform/ehr/session'
import { renderApp } from '../../support/renderApp'

afterEach(cleanup)

function Seen() {
  return <output data-testid="seen">{`${useEhrMark()} ${useEhr()?.patientId}`}</output>
}
function shown(state: EhrState | undefined, isExpired = false) {
  const asked: string[] = []
  const ehr: EhrSession | undefined = state && {
    state: () => state,
    isExpired: () => isExpired,
    subscribe: () => () => undefined,
    retry: () => asked.push('retry'),
  }
  const ui = (
    <OptionalFhir>
      <Seen />
      <EhrNotice />
    </OptionalFhir>
  )
  renderApp(ui, ehr ? { ehr } : {})
  return { asked, seen: screen.getByTestId('seen').textContent }
}
const READY = { kind: 'ready', connection: { patientId: 'p1' } } as unknown as EhrState
const failureShown = () => document.querySelector('[data-ehr-failure]')?.getAttribute('data-ehr-failure')

test('a stand-alone viewer has no connection and says nothing of one', () => {
  expect(shown(undefined).seen).toBe('undefined undefined')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.queryByRole('status', { name: /./ })).toBeNull()
})

test('a chart that is connected needs no notice; every screen has it', () => {
  expect(shown(READY).seen).toBe('ready p1')
  expect(failureShown()).toBeUndefined()
})

test('an EHR that no longer answers is told, and the chart is still the one on the screen', () => {
  expect(shown(READY, true).seen).toBe('expired p1')
  expect(failureShown()).toBe('session-expired')
})

test('what may still succeed can be tried again, and the notice can be put away', async () => {
  const { asked } = shown({ kind: 'failed', failure: 'unreachable' })
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(asked).toEqual(['retry'])
  await userEvent.click(screen.getByRole('button', { name: /without the chart/ }))
  expect(failureShown()).toBeUndefined()
})

test('what cannot be tried again does not pretend to', () => {
  shown({ kind: 'failed', failure: 'denied' })
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  expect(screen.getByRole('alert').textContent).toContain('declined')
})
