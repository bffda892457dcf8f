// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { EhrContext } from '../../../src/app/ehr/EhrContext'
import { Search } from '../../../src/app/search/Search'
import type { EhrConnection } from '../../../src/core/ehr/connection'
import { err, ok } from '../../../src/core/result'
import type { Capture } from '../../../src/platform/capture'
import { createLeaving } from '../../../src/platform/leaving'
import { fakeChart, scan, searchset, type Answer } from '../../support/chart'
import { renderApp, scriptedSession } from '../../support/renderApp'
import { link } from '../../support/shlLink'

afterEach(cleanup)

type Codes = Awaited<ReturnType<Capture['readDocument']>>
const none: Codes = err({ code: 'IMAGE_NO_QR' })
const says = (...texts: readonly string[]): Codes => ok({ texts, skippedPages: 0 })
const LINKS = [link({ label: 'one' }), link({ label: 'two' })] as const

const connectionTo = (
  chart: Pick<EhrConnection, 'request' | 'base' | 'patientId'>,
  granted = true,
): EhrConnection => ({
  ...chart,
  label: 'Example EHR',
  patient: {},
  needsBanner: true,
  may: () => granted,
  readPatient: () => Promise.resolve(ok({})),
})

/** A chart with one scan for each answer, newest first: the codes on it, or how the server answers for its file. */
function chartOf(answers: readonly (Codes | Answer)[]) {
  const { chart, requests } = fakeChart(({ path }) => {
    const id = /Binary\/(\d+)$/.exec(path)?.[1]
    if (id === undefined) {
      return searchset(answers.map((_, at) => scan(String(at), { date: `20${50 - at}-01-01` })))
    }
    const answer = answers[Number(id)]
    const isHttp = answer === undefined || typeof answer === 'string' || !('ok' in answer)
    return isHttp ? (answer ?? 'network') : { bytes: new TextEncoder().encode(id) }
  })
  const readDocument: Capture['readDocument'] = async (blob) => answers[Number(await blob.text())] as Codes
  return { connection: connectionTo(chart), readDocument, requests }
}

function show(connection: EhrConnection, readDocument: Capture['readDocument']) {
  const viewData = vi.fn<(text: string) => void>()
  const { session } = scriptedSession()
  const capture: Capture = {
    readDocument,
    loadCamera: () => Promise.reject(new Error('No camera in this test')),
    openWindow: () => 'blocked',
  }
  const ui = (
    <EhrContext value={{ kind: 'ready', connection }}>
      <Search viewData={viewData} />
    </EhrContext>
  )
  const leaving = createLeaving(session, () => 'SHX Viewer')
  const services = { session, capture, leaving }
  return { viewData, session, leaving, comeBack: () => renderApp(ui, services), ...renderApp(ui, services) }
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const phase = (container: HTMLElement) =>
  container.querySelector('[data-record-search]')?.getAttribute('data-record-search')
const searched = (container: HTMLElement) =>
  [...container.querySelectorAll('[data-searched]')].map((row) => row.getAttribute('data-searched'))

const said = () => screen.getByRole('status').textContent

test('nothing is asked for before somebody says so; the best find then opens, and others can be', async () => {
  const { connection, readDocument, requests } = chartOf([none, says(LINKS[0]), says(LINKS[1])])
  const { viewData, container } = show(connection, readDocument)
  expect(requests).toEqual([])
  press('Search')
  await waitFor(() => expect(viewData.mock.calls).toEqual([[LINKS[0]]]))
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Open' })).toHaveLength(2))
  fireEvent.click(screen.getAllByRole('button', { name: 'Open' })[1]!)
  expect(viewData.mock.calls[1]).toEqual([LINKS[1]])
  expect(searched(container)).toEqual(['nothing', 'found', 'found'])
})

test('a search without a find says what became of every document, and can be repeated', async () => {
  const { connection, readDocument } = chartOf([
    none,
    { status: 403 },
    err({ code: 'PDF_LOCKED' }),
    says('https://menu.example'),
  ])
  const { container, viewData } = show(connection, readDocument)
  press('Search')
  await waitFor(() => expect(phase(container)).toBe('finished'))
  expect(screen.getAllByText(/No card or link was found/)).toHaveLength(2)
  expect(screen.getByText('The EHR does not let the viewer read it.')).toBeTruthy()
  expect(screen.getByText(/other code is on it/)).toBeTruthy()
  expect(searched(container)).toEqual(['nothing', 'unread', 'unread', 'nothing'])
  expect(viewData).not.toHaveBeenCalled()
  expect(screen.getByText(/was looked at quickly/)).toBeTruthy()
  press('Look more closely')
  await waitFor(() => expect(phase(container)).toBe('finished'))
  expect(screen.queryByText(/was looked at quickly/)).toBeNull()
  press('Search again')
  await waitFor(() => expect(phase(container)).toBe('finished'))
})

test('the list survives a look at another screen, where nothing opens by itself', async () => {
  let settle: ((codes: Codes) => void) | undefined
  const { connection } = chartOf([none])
  const { viewData, comeBack } = show(connection, () => new Promise((resolve) => (settle = resolve)))
  press('Search')
  await waitFor(() => expect(settle).toBeDefined())
  cleanup()
  settle?.(says(LINKS[0]))
  await new Promise((resolve) => setTimeout(resolve, 20))
  comeBack()
  await screen.findByRole('button', { name: 'Open' })
  expect(viewData).not.toHaveBeenCalled()
})

test('closing a record keeps the list, the next patient ends it', async () => {
  const { connection, readDocument } = chartOf([says(LINKS[0])])
  const { session, leaving, container } = show(connection, readDocument)
  press('Search')
  await waitFor(() => expect(phase(container)).toBe('finished'))
  session.close()
  expect(phase(container)).toBe('finished')
  leaving.leave('asked')
  await waitFor(() => expect(phase(container)).toBe('idle'))
  expect(container.textContent).not.toContain('Scan 0')
})

test('what a screen reader is told does not change with every page', async () => {
  let progress: ((page: number, pages: number) => void) | undefined
  const { connection } = chartOf([none])
  const { container } = show(connection, (_, options) => {
    progress = options?.onProgress
    return new Promise(() => undefined)
  })
  press('Search')
  await waitFor(() => expect(progress).toBeDefined())
  const before = said()
  progress?.(3, 7)
  await screen.findByText('Looking at page 4 of 7…')
  expect(said()).toBe(before)
  expect(said()).toBe('The search has begun.')
  press('Cancel')
  expect(phase(container)).toBe('cancelled')
  expect(said()).toBe('The search was cancelled.')
})

test('after the connection has ended nothing more is offered than to start again from the chart', async () => {
  const { connection, readDocument } = chartOf(['session-expired'])
  const { container } = show(connection, readDocument)
  press('Search')
  await waitFor(() => expect(phase(container)).toBe('session-expired'))
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText(/Start the viewer from the chart again/)).toBeTruthy()
})

test('a list that goes on elsewhere is told, and not followed', async () => {
  const { chart, requests } = fakeChart(({ path }) =>
    path.includes('Binary') ? { status: 404 } : searchset([scan('a')], 'https://evil.example/fhir?page=2'),
  )
  const { container } = show(connectionTo(chart), async () => none)
  press('Search')
  await waitFor(() => expect(phase(container)).toBe('finished'))
  expect(container.querySelector('[data-list-cut]')?.textContent).toContain('outside of this EHR')
  expect(requests.some(({ path }) => path.includes('evil'))).toBe(false)
})

test('without leave to read documents there is a reason instead of a button', () => {
  const { chart, requests } = fakeChart(() => 'network')
  show(connectionTo(chart, false), async () => none)
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText(/has not given the viewer leave/)).toBeTruthy()
  expect(requests).toEqual([])
})
