import { expect, test } from 'vitest'
import type { EhrState } from '../../../src/core/ehr/connection'
import { createEhrSession } from '../../../src/platform/ehr/session'
import { STATE } from './support'

function scripted() {
  const answers: ((state: EhrState) => void)[] = []
  const tell: ((isExpired: boolean) => void)[] = []
  const seen: string[] = []
  const session = createEhrSession({ state: STATE, code: 'c' }, (_, onExpired) => {
    tell.push(onExpired)
    return new Promise((resolve) => {
      answers.push(resolve)
    })
  })
  session.subscribe(() => seen.push(session.state().kind + (session.isExpired() ? ' expired' : '')))
  const answer = async (state: EhrState): Promise<void> => {
    answers.at(-1)?.(state)
    await Promise.resolve()
    await Promise.resolve()
  }
  return { session, seen, answer, tell, started: () => answers.length }
}
const READY = { kind: 'ready', connection: {} } as unknown as EhrState

test('it connects once, by itself, whoever looks', async () => {
  const { session, answer, seen, started } = scripted()
  session.subscribe(() => undefined)
  session.state()
  expect([session.state().kind, started()]).toEqual(['connecting', 1])
  await answer(READY)
  expect(seen).toEqual(['ready'])
})

test('an EHR that no longer lets the viewer in is told, and the connection stays what it was', async () => {
  const { session, answer, seen, tell } = scripted()
  await answer(READY)
  tell[0]?.(true)
  tell[0]?.(true)
  expect([session.state(), session.isExpired()]).toEqual([READY, true])
  tell[0]?.(false)
  expect(seen).toEqual(['ready', 'ready expired', 'ready'])
})

test('only what may still succeed is tried again', async () => {
  const { session, answer, started } = scripted()
  await answer({ kind: 'failed', failure: 'denied' })
  session.retry()
  expect(started()).toBe(1)
  const other = scripted()
  await other.answer({ kind: 'failed', failure: 'unreachable' })
  other.session.retry()
  other.session.retry()
  expect([other.started(), other.session.state().kind]).toEqual([2, 'connecting'])
})
