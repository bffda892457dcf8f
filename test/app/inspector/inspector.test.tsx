// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { About } from '../../../src/app/about/About'
import { EhrContext } from '../../../src/app/ehr/EhrContext'
import { Inspector } from '../../../src/app/inspector/Inspector'
import { DEFAULT_CONFIG } from '../../../src/config/config'
import type { EhrConnection } from '../../../src/core/ehr/connection'
import { ok } from '../../../src/core/result'
import { BASE, fakeChart, scan, searchset, type Answer } from '../../support/chart'
import { renderApp } from '../../support/renderApp'

afterEach(cleanup)

function connected(answer: (path: string) => Answer) {
  const { chart, requests } = fakeChart(({ path }) => answer(path.replace(`${BASE}/`, '')))
  const connection: EhrConnection = {
    ...chart,
    label: 'Example EHR',
    patient: {},
    user: 'Practitioner/7',
    needsBanner: true,
    may: () => true,
    readPatient: () => Promise.resolve(ok({})),
  }
  return { connection, requests }
}

const show = (answer: (path: string) => Answer) => {
  const { connection, requests } = connected(answer)
  const view = renderApp(
    <EhrContext value={{ kind: 'ready', connection }}>
      <Inspector />
    </EhrContext>,
  )
  return { ...view, requests }
}

const read = (path: string) => {
  fireEvent.change(screen.getByLabelText('Path'), { target: { value: path } })
  fireEvent.click(screen.getByRole('button', { name: 'Read' }))
}

test('a path is read, shown, and followed by a click', async () => {
  const { container, requests } = show((path) =>
    path.startsWith('Doc')
      ? searchset([scan('a')], 'Doc?page=2')
      : { json: { resourceType: 'Patient', id: 'p1' } },
  )
  expect(requests).toEqual([])
  read('Doc?x=1')
  expect(await screen.findByText('Status 200')).toBeTruthy()
  expect(container.querySelector('pre')?.textContent).toContain('"Scan a"')
  fireEvent.click(screen.getByRole('button', { name: 'Next page' }))
  await waitFor(() => expect(requests.at(-1)?.path).toBe(`${BASE}/Doc?page=2`))
  const leads = container.querySelector<HTMLDetailsElement>('[data-answer] details')!
  leads.open = true
  fireEvent(leads, new Event('toggle'))
  fireEvent.click(await screen.findByRole('button', { name: 'Patient/p1' }))
  await waitFor(() => expect(container.querySelector('pre')?.textContent).toContain('"id": "p1"'))
  expect(screen.getByLabelText('Path')).toHaveProperty('value', 'Patient/p1')
})

test('a refusal of the server is an answer, in its own words', async () => {
  const issue = [{ severity: 'error', code: 'forbidden', diagnostics: 'Scope is missing' }]
  const { container } = show(() => ({ status: 403, json: { resourceType: 'OperationOutcome', issue } }))
  read('Observation')
  expect(await screen.findByText('Status 403')).toBeTruthy()
  expect(container.querySelector('q')?.textContent).toBe('Scope is missing')
})

test('another server is not asked, and what is no answer has a sentence', async () => {
  const { requests } = show(() => 'timeout')
  read('https://evil.example/Patient/1')
  expect(await screen.findByText(/so it was not asked for/)).toBeTruthy()
  expect(requests).toEqual([])
  read('Patient/1')
  expect(await screen.findByText('The EHR took too long to answer.')).toBeTruthy()
})

test('what is no text is not shown, and what is forgotten is gone', async () => {
  const { container } = show(() => ({ bytes: Uint8Array.from([0xff, 0xd8]) }))
  read('Binary/1')
  expect(await screen.findByText(/neither JSON nor text/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Forget' }))
  await waitFor(() =>
    expect(container.querySelector('[data-inspector]')?.getAttribute('data-inspector')).toBe('idle'),
  )
  expect(screen.queryByText('Tried before')).toBeNull()
})

const showAbout = (recordInspector: boolean) => {
  const { connection } = connected(() => 'network')
  const config = {
    ...DEFAULT_CONFIG,
    features: { ...DEFAULT_CONFIG.features, samples: false, recordInspector },
  }
  renderApp(
    <EhrContext value={{ kind: 'ready', connection }}>
      <About config={config} viewData={() => undefined} />
    </EhrContext>,
  )
}

test('About offers it where the deployment does', async () => {
  showAbout(true)
  expect(await screen.findByLabelText('Path')).toBeTruthy()
})

test('About does not offer it where the deployment has not said so', () => {
  showAbout(DEFAULT_CONFIG.features.recordInspector)
  expect(screen.queryByText('Chart inspector')).toBeNull()
})

test('outside an EHR there is nothing to inspect', () => {
  renderApp(<Inspector />)
  expect(screen.queryByRole('button')).toBeNull()
})
