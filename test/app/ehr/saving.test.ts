import { expect, test } from 'vitest'
import { createSaving, type SavingPorts } from '../../../src/app/ehr/saving'
import type { DocumentToSave } from '../../../src/core/ehr/documentReference'
import { createSaver } from '../../../src/core/ehr/saver'
import type { Patient } from '../../../src/core/fhir/types'
import { err, ok, type Result } from '../../../src/core/result'
import { CHART_PATIENT, fakeEhr, searchset, type Answer } from '../../support/ehr'

const made = (form: DocumentToSave['form']): DocumentToSave => ({
  kind: 'other',
  form,
  bytes: new Uint8Array([1, 2]),
  patientId: 'pat-1',
  title: 'Health record',
  description: 'Not signed.',
  patientAsserted: true,
  now: new Date('2026-11-28T10:00:00Z'),
})

/** A chart that can change hands, and an EHR that answers a POST. */
function scene(
  over: Partial<SavingPorts> = {},
  post: () => Answer | Promise<Answer> = () => ({ status: 201 }),
) {
  const chart: { read: Patient | 'network' | 'session-expired' | 'other-patient' } = { read: CHART_PATIENT }
  const ehr = fakeEhr(({ method }) => (method === 'POST' ? post() : searchset([])), {
    readPatient: async () => (typeof chart.read === 'string' ? err(chart.read) : ok(chart.read)),
  })
  const phases: string[] = []
  const saving = createSaving({
    connection: ehr.connection,
    saver: createSaver(ehr.connection),
    subjects: [{ patient: CHART_PATIENT, role: 'subject' }],
    recordText: 'text',
    make: async (form) => made(form),
    ...over,
  })
  saving.subscribe(() => {
    const state = saving.state()
    phases.push(state.phase === 'saving' ? state.step : state.phase)
  })
  return { saving, ehr, chart, phases }
}

test('a record is saved after a person was asked, and the chart was asked twice', async () => {
  const { saving, ehr, phases } = scene()
  await saving.begin()
  expect(saving.state()).toMatchObject({ phase: 'asking', match: { kind: 'match' }, changed: false })
  await saving.save(['pdf', 'card'])
  expect(phases).toEqual(['checking', 'asking', 'checking', 'making', 'sending', 'making', 'sending', 'done'])
  expect(saving.state()).toMatchObject({
    phase: 'done',
    saved: [
      { form: 'pdf', outcome: { kind: 'saved' } },
      { form: 'card', outcome: { kind: 'saved' } },
    ],
  })
  expect(ehr.posted()).toHaveLength(2)
})

test('nothing is saved before a person was asked', async () => {
  const { saving, ehr } = scene()
  await saving.save(['pdf'])
  expect(ehr.requests).toEqual([])
})

const OTHER: Patient = {
  ...CHART_PATIENT,
  name: [{ given: ['Eva'], family: 'Sol' }],
  birthDate: '1999-01-01',
}

test.each([
  ['another id', { ...CHART_PATIENT, id: 'pat-2' }, 'other-patient'],
  ['no id', { ...CHART_PATIENT, id: undefined }, 'other-patient'],
  ['another person under the same id', OTHER, 'other-patient'],
  ['an answer about somebody else', 'other-patient', 'other-patient'],
  ['no answer', 'network', { unreadable: 'network' }],
  ['a session that is over', 'session-expired', 'session-expired'],
] as const)('a chart with %s is not written to, before and after the question', async (_, read, why) => {
  const before = scene()
  before.chart.read = read
  await before.saving.begin()
  expect(before.saving.state()).toEqual({ phase: 'blocked', why })
  const between = scene()
  await between.saving.begin()
  between.chart.read = read
  await between.saving.save(['pdf'])
  expect(between.saving.state()).toEqual({ phase: 'blocked', why })
  expect(between.ehr.requests).toEqual([])
})

test('a decision does not hold for another comparison', async () => {
  const { saving, ehr, chart } = scene()
  await saving.begin()
  chart.read = { ...CHART_PATIENT, birthDate: undefined }
  await saving.save(['pdf'])
  expect(saving.state()).toMatchObject({ phase: 'asking', match: { kind: 'unclear' }, changed: true })
  expect(ehr.requests).toEqual([])
  await saving.save(['pdf'])
  expect(saving.state().phase).toBe('done')
})

test('two clicks at once save once', async () => {
  const { saving, ehr } = scene()
  await saving.begin()
  await Promise.all([saving.save(['pdf']), saving.save(['pdf'])])
  expect(ehr.posted()).toHaveLength(1)
})

test('what cannot be laid out is not sent', async () => {
  const { saving, ehr } = scene({ make: () => Promise.reject(new Error('no fonts')) })
  await saving.begin()
  await saving.save(['pdf'])
  expect(saving.state()).toEqual({
    phase: 'done',
    saved: [{ form: 'pdf', outcome: { kind: 'cannot-make' } }],
    left: [],
  })
  expect(ehr.requests).toEqual([])
})

test('after a refusal nothing further is sent', async () => {
  const { saving, ehr } = scene({}, () => ({ status: 422 }))
  await saving.begin()
  await saving.save(['pdf', 'card'])
  expect(saving.state()).toMatchObject({
    phase: 'done',
    saved: [{ outcome: { kind: 'refused' } }],
    left: ['card'],
  })
  expect(ehr.posted()).toHaveLength(1)
})

test('a layout that never ends can be stopped, and nothing was sent', async () => {
  const { saving, ehr } = scene({ make: () => new Promise(() => undefined) })
  await saving.begin()
  const saved = saving.save(['pdf'])
  await new Promise((resolve) => {
    setTimeout(resolve)
  })
  saving.stop()
  await saved
  expect(saving.state()).toEqual({
    phase: 'done',
    saved: [{ form: 'pdf', outcome: { kind: 'not-sent', failure: 'aborted' } }],
    left: [],
  })
  expect(ehr.requests).toEqual([])
})

test('after no answer, trying again looks first and sends the same document', async () => {
  const answers: Answer[] = ['timeout', { status: 201 }]
  const { saving, ehr } = scene({}, () => answers.shift() ?? { status: 500 })
  await saving.begin()
  await saving.save(['pdf'])
  expect(saving.state()).toMatchObject({ saved: [{ outcome: { kind: 'unknown' } }] })
  await saving.save(['pdf'])
  expect(saving.state()).toMatchObject({ saved: [{ outcome: { kind: 'saved' } }] })
  expect(ehr.posted()[1]).toEqual(ehr.posted()[0])
})

/** An EHR that says whose chart it is once, and then is silent until nobody waits any more. */
function silentSecondCheck() {
  let asked = 0
  const readPatient = (signal?: AbortSignal) => {
    asked += 1
    if (asked === 1) return Promise.resolve(ok(CHART_PATIENT))
    return new Promise<Result<Patient, 'aborted'>>((resolve) => {
      signal?.addEventListener('abort', () => resolve(err('aborted')))
    })
  }
  return { patient: CHART_PATIENT, patientId: 'pat-1', readPatient }
}

test('stopping while the chart is asked for the second time is stopped, and nothing was sent', async () => {
  const { saving, ehr } = scene({ connection: silentSecondCheck() })
  await saving.begin()
  const running = saving.save(['pdf', 'card'])
  expect(saving.state()).toEqual({ phase: 'saving', step: 'checking' })
  saving.stop()
  await running
  expect(saving.state()).toEqual({
    phase: 'done',
    saved: [{ form: 'pdf', outcome: { kind: 'not-sent', failure: 'aborted' } }],
    left: ['card'],
  })
  expect(ehr.requests).toEqual([])
})

test('an attempt of which nobody knows stays unknown until the EHR has been asked', async () => {
  let post: Answer = 'timeout'
  const { saving, chart } = scene({}, () => post)
  await saving.begin()
  await saving.save(['pdf'])
  expect(saving.state()).not.toHaveProperty('unsure')
  chart.read = 'network'
  await saving.save(['pdf'])
  expect(saving.state()).toEqual({ phase: 'blocked', why: { unreadable: 'network' }, unsure: true })
  chart.read = CHART_PATIENT
  await saving.begin()
  post = 'offline'
  await saving.save(['pdf'])
  expect(saving.state()).toMatchObject({
    phase: 'done',
    saved: [{ outcome: { kind: 'not-sent' } }],
    unsure: true,
  })
  post = { status: 201 }
  await saving.save(['pdf'])
  expect(saving.state()).toMatchObject({ phase: 'done', saved: [{ outcome: { kind: 'saved' } }] })
  expect(saving.state()).not.toHaveProperty('unsure')
})
