import { expect, test } from 'vitest'
import { kindsIn, sourceKindsOf } from '../../../src/renderers/tables/sourceKinds'
import { bundleOf, itemOf } from '../../support/fhir'

const labelled = (...codes: readonly string[]) => ({
  resourceType: 'Condition',
  meta: { security: codes.map((code) => ({ code })) },
})

test('entries are counted by whom they come from, and nobody is left out', () => {
  const bundle = bundleOf(labelled('PATAST'), labelled('CLINAST', 'PATRPT'), labelled(), {
    resourceType: 'Patient',
  })
  expect(kindsIn(bundle)).toEqual({
    total: 3,
    counts: new Map([
      ['patient', 2],
      ['clinician', 1],
      ['unstated', 1],
    ]),
  })
})

test('the patient and others that nobody reports are from no source, and no filter hides them', () => {
  const bundle = bundleOf({ resourceType: 'Patient' }, labelled())
  expect(sourceKindsOf(itemOf(bundle), bundle)).toBeUndefined()
  expect(sourceKindsOf(itemOf(bundle, 1), bundle)).toEqual(['unstated'])
})
