// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { RecordTimeline } from '../../src/app/data/RecordTimeline'
import type { Verdict } from '../../src/core/verdict'
import { organizeResources } from '../../src/core/organizeResources'
import { bundleOf, viewContext, WRONG_SHAPES } from '../support/fhir'
import { renderApp } from '../support/renderApp'

afterEach(cleanup)

const UNSIGNED: Verdict = { status: 'unsigned', findings: [], deviations: [] }
const SIGNED: Verdict = {
  ...UNSIGNED,
  status: 'verified',
  issued: new Date('2024-05-10T12:00:00Z'),
  issuer: { iss: 'https://issuer.example', host: 'issuer.example', name: 'North Clinic' },
}

const show = (bundle: ReturnType<typeof bundleOf>, verdict: Verdict, from?: string) =>
  renderApp(<RecordTimeline bundle={bundle} verdict={verdict} from={from} context={viewContext()} />)
const steps = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll('[data-timeline] strong')].map(({ textContent }) => textContent)

test('a document is written, confirmed, put together, signed and shared, in that order', () => {
  const bundle = organizeResources({
    resourceType: 'Bundle',
    timestamp: '2024-05-03T08:00:00Z',
    entry: [
      {
        resource: {
          resourceType: 'Composition',
          date: '2024-05-01',
          author: [{ reference: 'Practitioner/1', display: 'Dr. Lee' }],
          attester: [{ mode: 'legal', time: '2024-05-02', party: { display: 'Dr. Kim' } }],
          custodian: { display: 'North Clinic' },
        },
      },
    ],
  })
  show(bundle, SIGNED, 'links.example')
  expect(steps()).toEqual([
    'Written',
    'Confirmed',
    'Put together',
    'Signed as a health card',
    'Shared by a link to links.example',
  ])
  const text = document.body.textContent
  expect(text).toContain('Author: Clinician: Dr. Lee')
  expect(text).toContain('Kept by North Clinic')
  expect(text).not.toContain('Not signed')
})

test('what a patient shared says so, and that it is not signed', () => {
  const meta = { security: [{ code: 'PATAST' }] }
  show(organizeResources({ resourceType: 'Bundle', meta, signature: {} }), UNSIGNED)
  expect(steps()).toEqual(['Shared by the patient'])
  expect(document.body.textContent).toContain('could have been changed on its way')
  expect(document.body.textContent).toContain('digital signature, which this viewer has not checked')
})

const told = (about: string) => ({
  resourceType: 'Provenance',
  target: { reference: about },
  agent: { who: { reference: 'Organization/1', display: 'North Clinic' } },
})

test('what every entry shares is told once, for the record', () => {
  const conditions = ['a', 'b'].map((id) => ({ resourceType: 'Condition', id }))
  show(bundleOf(...conditions, told('Condition/a'), told('Condition/b')), UNSIGNED)
  expect(document.body.textContent).toContain('The same is said of every entry: Organization: North Clinic')
})

test('records of any shape have a timeline', () => {
  for (const shape of WRONG_SHAPES) {
    const composition = {
      resourceType: 'Composition',
      author: shape,
      attester: shape,
      custodian: shape,
      date: shape,
    }
    const bundle = {
      resourceType: 'Bundle',
      meta: shape,
      timestamp: shape,
      entry: [{ resource: composition }],
    }
    show(organizeResources(bundle as never), UNSIGNED)
    expect(document.querySelector('[data-record-timeline]')).not.toBeNull()
    cleanup()
  }
})
