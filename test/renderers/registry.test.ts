import { expect, test, vi } from 'vitest'
import { organizeResources } from '../../src/core/organizeResources'
import { LANGUAGES } from '../../src/i18n/language'
import { rendererFor, RENDERERS } from '../../src/renderers/registry'
import { bundleOf } from '../support/fhir'

// The definitions are read headless, and before the first view is: neither needs React.
vi.mock('react', () => {
  throw new Error('React was loaded')
})

const of = (...types: readonly string[]) =>
  rendererFor(bundleOf(...types.map((resourceType) => ({ resourceType })))).id

test.each([
  [['Composition', 'Patient', 'Immunization', 'Coverage'], 'patientSummary'],
  [['Patient', 'Composition'], 'patientSummary'],
  [['Patient', 'Coverage', 'Immunization'], 'coverage'],
  [['Patient', 'Immunization', 'Organization', 'Location'], 'immunizationHistory'],
  [['Immunization'], 'immunizationHistory'],
  [['Patient', 'Immunization', 'Condition'], 'collection'],
  [['Patient'], 'collection'],
  [['Widget', 'constructor'], 'collection'],
  [[], 'collection'],
])('a bundle of %j is shown by %s', (types, id) => {
  expect(of(...types)).toBe(id)
})

test('whatever is in a bundle, somebody shows it', () => {
  for (const entry of [
    undefined,
    null,
    'x',
    0,
    {},
    [],
    [null],
    [{ resource: [] }],
    [{ resource: { resourceType: 7 } }],
  ]) {
    const bundle = organizeResources({ entry } as never)
    expect(rendererFor(bundle).id).toBe('collection')
    expect(rendererFor(bundle).subjects(bundle)).toEqual([])
  }
})

test('every renderer has a name of its own, in every language', () => {
  expect(new Set(RENDERERS.map(({ id }) => id)).size).toBe(RENDERERS.length)
  for (const language of LANGUAGES) {
    for (const renderer of RENDERERS) expect(renderer.title(language).trim()).not.toBe('')
  }
})
