// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Data } from '../../src/app/data/Data'
import { BundleContent } from '../../src/app/data/BundleContent'
import { createCodeRenderer } from '../../src/core/codes/codeRenderer'
import type { ShxError } from '../../src/core/errors'
import type { OpenFailure } from '../../src/core/openSHX'
import { organizeResources } from '../../src/core/organizeResources'
import { err } from '../../src/core/result'
import type { Renderer, ViewContext } from '../../src/renderers/renderer'
import { renderApp, scriptedSession } from '../support/renderApp'

afterEach(cleanup)

const failure = (error: ShxError): OpenFailure => ({
  error,
  input: 'link',
  link: { host: 'links.example.org', flags: 'P' },
  problems: [],
})
const SCREEN = { goScan: () => undefined, viewData: () => undefined, openFiles: () => undefined }
const phase = () => document.querySelector('[data-shx-phase]')

test('mounting the Data screen asks nobody for anything, also in strict mode', () => {
  const { session, requests } = scriptedSession()
  renderApp(<Data {...SCREEN} />, { session })
  expect(phase()?.getAttribute('data-shx-phase')).toBe('empty')
  expect(requests).toEqual([])
})

test('a passcode is sent once per press, and a double press is one', async () => {
  const { session, requests, answer } = scriptedSession()
  renderApp(<Data {...SCREEN} />, { session })
  act(() => void session.open('shlink:/x'))
  await act(async () => answer(err(failure({ code: 'PASSCODE_REQUIRED' }))))
  const box = document.querySelector('[data-shx-input="passcode"]')
  expect(box).toBe(document.activeElement)
  fireEvent.change(box as Element, { target: { value: '0000' } })
  const form = box?.closest('form') as HTMLFormElement
  fireEvent.submit(form)
  fireEvent.submit(form)
  expect(requests.map(({ passcode }) => passcode)).toEqual([undefined, '0000'])
  await act(async () => answer(err(failure({ code: 'PASSCODE_INCORRECT', remainingAttempts: 2 }))))
  expect(phase()?.getAttribute('data-shx-error')).toBe('PASSCODE_INCORRECT')
  expect(screen.getByRole('alert').textContent).toContain('2')
})

test('an empty passcode is not sent', async () => {
  const { session, requests, answer } = scriptedSession()
  renderApp(<Data {...SCREEN} />, { session })
  act(() => void session.open('shlink:/x'))
  await act(async () => answer(err(failure({ code: 'PASSCODE_REQUIRED' }))))
  fireEvent.submit(document.querySelector('form') as HTMLFormElement)
  expect(requests).toHaveLength(1)
  expect(screen.getByRole('alert').textContent).toContain('Enter the passcode first.')
})

test('a link that needs a newer viewer says what it is called and when it ends (L-09)', async () => {
  const { session, answer } = scriptedSession()
  renderApp(<Data {...SCREEN} />, { session })
  act(() => void session.open('shlink:/x'))
  const expiresAt = new Date('2031-05-04T12:00:00Z')
  const error: ShxError = { code: 'SHL_VERSION_UNSUPPORTED', version: 2, label: 'Discharge', expiresAt }
  await act(async () => answer(err({ error, input: 'link', problems: [] })))
  expect(screen.getByRole('alert').textContent).toContain('Discharge')
  expect(screen.getByRole('alert').textContent).toContain('2031')
})

test('the payload of a card that lacks something is one click away, as text (C-48)', async () => {
  const { session, answer } = scriptedSession()
  renderApp(<Data {...SCREEN} />, { session })
  act(() => void session.open('shc:/1'))
  const error: ShxError = { code: 'PAYLOAD_MISSING_FIELD', path: 'vc' }
  const rejected = [{ origin: {}, text: '{"iss":"https://i.example"}' }]
  await act(async () => answer(err({ error, input: 'card', problems: [], rejected })))
  const details = document.querySelector('details') as HTMLDetailsElement
  expect(document.querySelector('pre')).toBeNull()
  act(() => {
    details.open = true
    fireEvent(details, new Event('toggle'))
  })
  expect(document.querySelector('pre')?.textContent).toBe('{"iss":"https://i.example"}')
})

const bundle = organizeResources({
  resourceType: 'Bundle',
  entry: [{ fullUrl: 'urn:uuid:1', resource: { resourceType: 'Basic', id: 'b' } }],
})
const context: ViewContext = {
  language: 'en',
  now: new Date('2026-11-24T12:00:00Z'),
  codes: createCodeRenderer(() => Promise.resolve(undefined)),
}
const broken: Renderer = {
  id: 'broken',
  title: () => 'Broken',
  matches: () => true,
  subjects: () => [],
  load: () =>
    Promise.resolve({
      View: () => {
        throw new Error('the record says: secret')
      },
    }),
}

test('a renderer that throws leaves its boundary, a sentence and every entry in tables; never its message', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  renderApp(<BundleContent bundle={bundle} renderer={broken} context={context} />)
  await waitFor(() => expect(document.querySelector('[data-error-boundary="broken"]')).not.toBeNull())
  await waitFor(() => expect(document.querySelector('[data-ref="urn:uuid:1"]')).not.toBeNull(), {
    timeout: 5_000,
  })
  expect(document.body.textContent).not.toContain('secret')
  vi.restoreAllMocks()
})

test('a renderer that cannot be fetched can be asked for again', async () => {
  let online = false
  const flaky: Renderer = {
    ...broken,
    load: () =>
      online ? Promise.resolve({ View: () => <p>here now</p> }) : Promise.reject(new Error('offline')),
  }
  renderApp(<BundleContent bundle={bundle} renderer={flaky} context={context} />)
  const again = await screen.findByRole('button', { name: 'Try again' })
  online = true
  fireEvent.click(again)
  expect(await screen.findByText('here now')).toBeTruthy()
})
