// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { organizeResources } from '../../../src/core/organizeResources'
import { View } from '../../../src/renderers/collection/View'
import provenance from '../../fixtures/bundles/collection/provenance.json'
import { viewContext } from '../../support/fhir'
import { renderApp } from '../../support/renderApp'

afterEach(cleanup)

const show = () => renderApp(<View bundle={organizeResources(provenance)} context={viewContext()} />)
const rowOf = (ref: string): Element => {
  const row = [...document.querySelectorAll('tr[data-ref]')].find(
    (one) => one.getAttribute('data-ref') === ref,
  )
  if (!row) throw new Error(`no row ${ref}`)
  return row
}
const marksOf = (ref: string): readonly (string | null)[] =>
  [...rowOf(ref).querySelectorAll('.mark')].map(({ textContent }) => textContent)

test('each row says in words who is behind it and how it is labelled', () => {
  show()
  expect(marksOf('urn:uuid:c1')).toEqual([
    'Confidential',
    'Sensitive: mental health',
    'Clinician: Dr. Iris Vale',
  ])
  expect(marksOf('urn:uuid:c2')).toEqual(['Reported by the patient'])
  expect(marksOf('urn:uuid:o1')).toEqual([
    'Parts were removed by the sender',
    'Device or software: GlucoTrack 5',
  ])
  expect(marksOf('urn:uuid:pat')).toEqual([])
})

test('the details of a row tell what happened to it, in order of time', () => {
  show()
  fireEvent.click(rowOf('urn:uuid:c1').querySelector('.actions button') ?? document.body)
  const steps = [...document.querySelectorAll('[data-timeline] > li')].map(({ textContent }) => textContent)
  expect(steps).toHaveLength(2)
  expect(steps[0]).toContain('Created · Jan 4, 2023')
  expect(steps[0]).toContain('about version 1')
  expect(steps[1]).toContain('Author: Dr. Iris Vale, on behalf of Harbour Clinic')
  expect(steps[1]).toContain('Removed: Note of 2022')
  expect(steps[1]).toContain('which this viewer has not checked')
})
