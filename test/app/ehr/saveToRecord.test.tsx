// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { EhrContext } from '../../../src/app/ehr/EhrContext'
import { Ready } from '../../../src/app/data/Ready'
import { SaveToRecord } from '../../../src/app/ehr/SaveToRecord'
import { DEFAULT_CONFIG } from '../../../src/config/config'
import type { SaveForm } from '../../../src/config/ehrs'
import type { EhrConnection } from '../../../src/core/ehr/connection'
import type { VerifiedBundle } from '../../../src/core/openSHX'
import { ok } from '../../../src/core/result'
import type { BundleStatus } from '../../../src/core/verdict'
import { CHART_PATIENT, fakeEhr, searchset, type Answer, type FakeEhr } from '../../support/ehr'
import { bundleOf } from '../../support/fhir'
import { renderApp } from '../../support/renderApp'

afterEach(cleanup)

const person = (given: string, birthDate?: string) => ({
  resourceType: 'Patient',
  name: [{ given: [given], family: 'Ruiz' }],
  ...(birthDate !== undefined && { birthDate }),
})
const ANA = person('Ana', '1980-03-01')
const LUZ = person('Luz', '2012-05-05')

const recordOf = (status: BundleStatus, ...resources: readonly unknown[]): VerifiedBundle =>
  ({
    verdict: { status, findings: [], deviations: [] },
    organized: bundleOf(...resources),
    origin: {},
    source: { kind: 'jws', text: 'eyJ.a.b' },
    item: { kind: 'unsigned', bundle: {}, text: '', origin: {} },
  }) as never

const ehrThat = (post: Answer = { status: 201 }, over: Partial<EhrConnection> = {}): FakeEhr =>
  fakeEhr(({ method }) => (method === 'POST' ? post : searchset([])), over)

const configOf = (saveToRecord: boolean, saveForms?: readonly SaveForm[]) =>
  Promise.resolve({
    config: {
      ...DEFAULT_CONFIG,
      features: { ...DEFAULT_CONFIG.features, saveToRecord },
      ehrs: [{ issuer: 'https://ehr.example/fhir/', clientId: 'x', ...(saveForms && { saveForms }) }],
    },
    rejected: [],
  })

const bytes = (text: string) => new TextEncoder().encode(text)
const layoutOf = () => ({ pdf: async () => bytes('%PDF'), jpeg: async () => bytes('JFIF') })

function show(verified: VerifiedBundle, ehr = ehrThat(), config = configOf(true)) {
  renderApp(
    <SaveToRecord verified={verified} from={undefined} connection={ehr.connection} layoutOf={layoutOf} />,
    { config },
  )
}
const missing = (): never => {
  throw new Error('not there')
}
const one = (selector: string, inside: ParentNode = document): HTMLElement =>
  inside.querySelector<HTMLElement>(selector) ?? missing()

async function openDialog(verified: VerifiedBundle, ehr = ehrThat(), config = configOf(true)) {
  show(verified, ehr, config)
  fireEvent.click(await waitFor(() => one('[data-save-to-record]')))
  await waitFor(() => one('[data-save-dialog="asking"]'))
}
const outcome = () => waitFor(() => one('[data-save-outcome]'))

test('a record that fits is saved with one click, and its number is told', async () => {
  const ehr = ehrThat({ status: 201, location: 'DocumentReference/d-1' })
  await openDialog(recordOf('verified', ANA), ehr)
  expect(one('[data-save-dialog] [data-patient-match]').dataset['patientMatch']).toBe('match')
  fireEvent.click(one('[data-save-confirm]'))
  expect((await outcome()).textContent).toContain('d-1')
  expect(ehr.posted()).toHaveLength(1)
  expect(ehr.posted()[0]).toMatchObject({
    subject: { reference: 'Patient/pat-1' },
    content: [{ attachment: { contentType: 'application/pdf' } }],
  })
})

test('the title of what is saved says nothing about the patient, the description says what it is worth', async () => {
  const ehr = ehrThat()
  await openDialog(recordOf('unsigned', ANA), ehr)
  fireEvent.click(one('[data-save-confirm]'))
  await outcome()
  const [posted] = ehr.posted()
  expect(JSON.stringify(posted?.['content'])).not.toMatch(/Ruiz|1980/)
  expect(posted?.['description']).toMatch(/^Not digitally signed\./)
  expect(posted?.['securityLabel']).toBeDefined()
})

test('another person takes a deliberate yes under both names', async () => {
  const ehr = ehrThat()
  await openDialog(recordOf('verified', LUZ), ehr)
  const button = one('[data-save-confirm]') as HTMLButtonElement
  expect(button.disabled).toBe(true)
  fireEvent.click(button)
  expect(ehr.requests).toEqual([])
  const yes = one('[data-save-confirmed]')
  const label = yes.closest('label')?.textContent
  expect(label).toContain('Luz Ruiz')
  expect(label).toContain('Ana María Ruiz')
  fireEvent.click(yes)
  fireEvent.click(one('[data-save-confirm]'))
  expect((await outcome()).dataset['saveOutcome']).toBe('saved')
  expect(ehr.posted()[0]?.['description']).toContain('confirmed')
})

test('an update that comes while a person decides changes nothing about what they decide', async () => {
  const ehr = ehrThat()
  let update: (verified: VerifiedBundle) => void = missing
  function Updated() {
    const [verified, setVerified] = useState(recordOf('unsigned', ANA))
    update = setVerified
    return (
      <SaveToRecord verified={verified} from={undefined} connection={ehr.connection} layoutOf={layoutOf} />
    )
  }
  renderApp(<Updated />, { config: configOf(true) })
  fireEvent.click(await waitFor(() => one('[data-save-to-record]')))
  await waitFor(() => one('[data-save-dialog="asking"]'))
  act(() => update(recordOf('verified', LUZ)))
  expect(one('[data-save-dialog]').textContent).toContain('Not digitally signed')
  fireEvent.click(one('[data-save-confirm]'))
  await outcome()
  expect(ehr.posted()[0]?.['description']).toMatch(/^Not digitally signed\./)
})

test('"cannot tell" takes a yes as well', async () => {
  await openDialog(recordOf('verified', person('Ana')))
  expect((one('[data-save-confirm]') as HTMLButtonElement).disabled).toBe(true)
  fireEvent.click(one('[data-save-confirmed]'))
  expect((one('[data-save-confirm]') as HTMLButtonElement).disabled).toBe(false)
})

test('a chart that is another one is not written to', async () => {
  const ehr = ehrThat({ status: 201 }, { readPatient: async () => ok({ ...CHART_PATIENT, id: 'pat-2' }) })
  show(recordOf('verified', ANA), ehr)
  fireEvent.click(await waitFor(() => one('[data-save-to-record]')))
  await waitFor(() => one('[data-save-blocked="other-patient"]'))
  expect(document.querySelector('[data-save-confirm]')).toBeNull()
  expect(ehr.requests).toEqual([])
})

test('no answer is "it may have been saved", and trying again looks first', async () => {
  const ehr = ehrThat('timeout')
  await openDialog(recordOf('verified', ANA), ehr)
  fireEvent.click(one('[data-save-confirm]'))
  const silent = await outcome()
  expect(silent.dataset['saveOutcome']).toBe('unknown')
  expect(silent.textContent).toContain('may have been saved')
  const before = ehr.requests.length
  fireEvent.click(one('[data-save-again]'))
  await waitFor(() => expect(ehr.requests.length).toBeGreaterThan(before + 1))
  expect(ehr.requests[before]?.path).toContain('identifier=')
})

test('the words of a refusal are quoted as the EHR’s', async () => {
  const refusal = { resourceType: 'OperationOutcome', issue: [{ diagnostics: 'Type <b>not</b> allowed' }] }
  await openDialog(recordOf('verified', ANA), ehrThat({ status: 422, json: refusal }))
  fireEvent.click(one('[data-save-confirm]'))
  const refused = await outcome()
  expect(refused.dataset['saveOutcome']).toBe('refused')
  expect(one('q', refused).textContent).toBe('Type <b>not</b> allowed')
})

test('a second dialog does not save the same record again', async () => {
  const ehr = ehrThat()
  await openDialog(recordOf('verified', ANA), ehr)
  fireEvent.click(one('[data-save-confirm]'))
  await outcome()
  fireEvent.click(within(one('[data-save-dialog]')).getByText('Close'))
  fireEvent.click(one('[data-save-to-record]'))
  fireEvent.click(await waitFor(() => one('[data-save-confirm]')))
  expect((await outcome()).dataset['saveOutcome']).toBe('already-saved')
  expect(ehr.posted()).toHaveLength(1)
})

test('where the EHR takes them, a picture and the card itself are saved, each as a document of its own', async () => {
  const ehr = ehrThat()
  await openDialog(recordOf('verified', ANA), ehr, configOf(true, ['pdf', 'jpeg', 'received']))
  fireEvent.click(one('input[value="jpeg"]'))
  fireEvent.click(one('[data-save-received]'))
  fireEvent.click(one('[data-save-confirm]'))
  await waitFor(() => expect(document.querySelectorAll('[data-save-outcome="saved"]')).toHaveLength(2))
  expect(ehr.posted().map((posted) => JSON.stringify(posted['content']))).toEqual([
    expect.stringContaining('image/jpeg'),
    expect.stringContaining('application/smart-health-card'),
  ])
})

test('without leave the button says why, and without the switch there is none', async () => {
  show(recordOf('verified', ANA), ehrThat({ status: 201 }, { may: () => false }))
  const button = (await waitFor(() => one('[data-save-to-record]'))) as HTMLButtonElement
  expect(button.disabled).toBe(true)
  const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '')
  expect(reason?.textContent).toContain('not allowed')
  cleanup()
  const off = configOf(false)
  show(recordOf('verified', ANA), ehrThat(), off)
  await off
  await new Promise((resolve) => {
    setTimeout(resolve, 20)
  })
  expect(document.querySelector('[data-save-to-record]')).toBeNull()
})

const ready = (verified: VerifiedBundle) => {
  const opened = { input: 'file', bundles: [verified], attachments: [], problems: [] }
  return renderApp(
    <EhrContext value={{ kind: 'ready', connection: ehrThat().connection }}>
      <Ready state={{ phase: 'ready', opening: 1, text: '', opened } as never} />
    </EhrContext>,
    { config: configOf(true) },
  )
}

test('what must not be relied on is not offered to a chart', async () => {
  ready(recordOf('verified', ANA))
  await waitFor(() => one('[data-save-to-record]'))
  cleanup()
  ready(recordOf('invalid', ANA))
  await vi.waitFor(() => one('[data-bundle-status="invalid"]'))
  expect(document.querySelector('[data-save-to-record]')).toBeNull()
})
