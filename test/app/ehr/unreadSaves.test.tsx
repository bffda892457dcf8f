// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/react'
import { useState, type ReactElement } from 'react'
import { afterEach, expect, test } from 'vitest'
import { SaveToRecord } from '../../../src/app/ehr/SaveToRecord'
import { UnreadSavesNotice } from '../../../src/app/ehr/UnreadSavesNotice'
import { DEFAULT_CONFIG } from '../../../src/config/config'
import type { EhrConnection, EhrRequest } from '../../../src/core/ehr/connection'
import { createOpeningHold } from '../../../src/core/openingHold'
import type { VerifiedBundle } from '../../../src/core/openSHX'
import { err, ok } from '../../../src/core/result'
import { CHART_PATIENT, fakeEhr, searchset, type Answer } from '../../support/ehr'
import { bundleOf } from '../../support/fhir'
import { renderApp } from '../../support/renderApp'

afterEach(cleanup)

const RECORD: VerifiedBundle = {
  verdict: { status: 'verified', findings: [], deviations: [] },
  organized: bundleOf({
    resourceType: 'Patient',
    name: [
      { given: ['Anita'], family: 'Ruiz' },
      { given: ['Ana'], family: 'Ruiz' },
    ],
    birthDate: '1980-03-01',
  }),
  origin: {},
  source: { kind: 'jws', text: 'eyJ.a.b' },
  item: { kind: 'unsigned', bundle: {}, text: '', origin: {} },
} as never

const bytes = (text: string) => new TextEncoder().encode(text)
const layoutOf = () => ({ pdf: async () => bytes('%PDF'), jpeg: async () => bytes('JFIF') })
const find = (selector: string) => document.querySelector<HTMLElement>(selector)
const one = (selector: string): Promise<HTMLElement> =>
  waitFor(() => {
    const found = find(selector)
    if (!found) throw new Error(`no ${selector}`)
    return found
  })

const nothing = (): void => undefined
const stopped = ({ signal }: EhrRequest) =>
  new Promise<Answer>((resolve) => {
    signal?.addEventListener('abort', () => resolve('aborted'))
  })

async function ask(): Promise<void> {
  fireEvent.click(await one('[data-save-to-record]'))
  await one('[data-save-dialog="asking"]')
}

/** Whether the browser would ask before it leaves the page. */
function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

/** A desk whose record can be replaced by another one at any moment, and an EHR that answers when the test says so. */
function desk(over: Partial<EhrConnection> = {}) {
  let answer: (answer: Answer) => void = nothing
  const posting = new Promise<Answer>((resolve) => {
    answer = resolve
  })
  const ehr = fakeEhr(
    (request) => (request.method === 'POST' ? Promise.race([posting, stopped(request)]) : searchset([])),
    over,
  )
  const hold = createOpeningHold()
  let replace: () => void = nothing
  function Desk(): ReactElement {
    const [isReplaced, setReplaced] = useState(false)
    replace = () => setReplaced(true)
    const { connection } = ehr
    return (
      <>
        <UnreadSavesNotice connection={connection} />
        {!isReplaced && (
          <SaveToRecord verified={RECORD} from={undefined} connection={connection} layoutOf={layoutOf} />
        )}
      </>
    )
  }
  const config = Promise.resolve({
    config: {
      ...DEFAULT_CONFIG,
      ehrs: [{ issuer: 'https://ehr.example/fhir', clientId: 'x', saveForms: ['pdf' as const] }],
    },
    rejected: [],
  })
  renderApp(<Desk />, { config, hold })
  const send = async (): Promise<void> => {
    await ask()
    fireEvent.click(await one('[data-save-confirm]'))
    await waitFor(() => expect(ehr.posted()).toHaveLength(1))
  }
  return { hold, send, answer: (given: Answer) => answer(given), replace: () => act(() => replace()) }
}

test('what was being saved when its record was replaced is told, of whose chart, until it was read', async () => {
  const { send, answer, replace } = desk()
  await send()
  expect(find('[data-save-unread]')).toBeNull()
  replace()
  expect(find('[data-save-dialog]')).toBeNull()
  expect((await one('[data-save-unread="saving"]')).textContent).toContain('Ana María Ruiz')
  answer({ status: 201, location: 'DocumentReference/d-1' })
  const told = await one('[data-save-unread="done"]')
  expect(told.querySelector('[data-save-outcome="saved"]')?.textContent).toContain('d-1')
  expect(told.textContent).toContain('Ana María Ruiz')
  expect(told.textContent).not.toContain('Anita')
  fireEvent.click(await one('[data-save-read]'))
  expect(find('[data-save-unread]')).toBeNull()
})

test('an outcome that stood in a dialog nobody closed is told as well, and one that was closed is not', async () => {
  const { send, answer, replace } = desk()
  await send()
  answer({ status: 422 })
  await one('[data-save-dialog] [data-save-outcome="refused"]')
  fireEvent.click(within(await one('[data-save-dialog]')).getByText('Close'))
  expect(find('[data-save-unread]')).toBeNull()
  await ask()
  fireEvent.click(await one('[data-save-confirm]'))
  await one('[data-save-dialog] [data-save-outcome]')
  replace()
  expect((await one('[data-save-unread="done"]')).querySelectorAll('[data-save-outcome]')).toHaveLength(1)
})

test('it can be stopped where it is told, and then nobody knows', async () => {
  const { send, replace } = desk({})
  await send()
  replace()
  fireEvent.click(await one('[data-save-unread="saving"] button'))
  expect(await one('[data-save-unread="done"] [data-save-outcome="unknown"]')).toBeDefined()
})

test('what nobody decided on is not told of', async () => {
  const undecided = desk()
  await ask()
  undecided.replace()
  expect(find('[data-save-unread]')).toBeNull()
  cleanup()
  const blocked = desk({ readPatient: async () => err('network') })
  fireEvent.click(await one('[data-save-to-record]'))
  await one('[data-save-blocked]')
  blocked.replace()
  expect(find('[data-save-unread]')).toBeNull()
})

test('a chart that changed hands after the decision is told', async () => {
  let patient = CHART_PATIENT
  const { replace } = desk({ readPatient: async () => ok(patient) })
  await ask()
  patient = { ...CHART_PATIENT, id: 'pat-2' }
  fireEvent.click(await one('[data-save-confirm]'))
  await one('[data-save-blocked="other-patient"]')
  replace()
  expect(await one('[data-save-unread="blocked"] [data-save-blocked="other-patient"]')).toBeDefined()
})

test('while something is on its way nothing else is opened, and the reader is told', async () => {
  const { hold, send, answer } = desk()
  expect(hold.refuses()).toBe(false)
  await send()
  expect(find('[data-save-held]')).toBeNull()
  let refused = false
  act(() => {
    refused = hold.refuses()
  })
  expect(refused).toBe(true)
  expect((await one('[data-save-dialog] [data-save-held]')).textContent).toContain('not opened')
  answer({ status: 201 })
  await one('[data-save-outcome="saved"]')
  expect(find('[data-save-held]')).not.toBeNull()
  expect(hold.refuses()).toBe(false)
})

test('the browser asks before the page is left while something is on its way', async () => {
  const { send, answer, replace } = desk()
  expect(asksBeforeLeaving()).toBe(false)
  await send()
  expect(asksBeforeLeaving()).toBe(true)
  replace()
  await one('[data-save-unread="saving"]')
  expect(asksBeforeLeaving()).toBe(true)
  answer({ status: 201 })
  await one('[data-save-unread="done"]')
  expect(asksBeforeLeaving()).toBe(false)
})
