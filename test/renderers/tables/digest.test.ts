import { beforeAll, describe, expect, test } from 'vitest'
import { knownDigest, loadDigest, readDigest, type Digest } from '../../../src/renderers/tables/digest'
import generic from '../../../src/renderers/tables/digest/generic.json'
import definitions from '../../../src/renderers/tables/digest/r4.json'
import { DEFINITIONS } from '../../../src/renderers/tables/definitions'
import { toDetails, type DetailField } from '../../../src/renderers/tables/details'
import { loadLanguage } from '../../../src/i18n/defineMessages'
import { bundleOf, formatFor, itemOf } from '../../support/fhir'
import type { Language } from '../../../src/i18n/language'

let digest: Digest

beforeAll(async () => {
  await loadDigest()
  digest = knownDigest() ?? readDigest({})
})

const detailsOf = (resource: unknown, language: Language = 'en'): readonly DetailField[] => {
  const bundle = bundleOf(resource)
  return toDetails(itemOf(bundle), formatFor(bundle, language), digest)
}

const labelsOf = (resource: unknown): readonly string[] => detailsOf(resource).map(({ label }) => label)

describe('the digest of the definitions', () => {
  test('knows an element by its name, a choice by the name it is sent under', () => {
    expect(digest.placeOf('Observation', 'status')).toBeLessThan(
      digest.placeOf('Observation', 'valueQuantity') ?? 0,
    )
    expect(digest.placeOf('Observation', 'value[x]')).toBe(digest.placeOf('Observation', 'valueString'))
    expect(digest.placeOf('Observation', 'taken')).toBeUndefined()
  })

  test.each([
    ['Observation', 'component', 'Observation.component'],
    ['Observation.component', 'referenceRange', 'Observation.referenceRange'],
    ['Observation', 'valueQuantity', 'Quantity'],
    ['Observation', 'valueString', undefined],
    ['Dosage', 'timing', 'Timing'],
    ['Widget', 'parts', undefined],
  ])('says that %s.%s is a %s', (type, name, expected) => {
    expect(digest.typeOf(type, name)).toBe(expected)
  })

  test.each([
    ['AllergyIntolerance', 'verificationStatus', true],
    ['MedicationRequest', 'doNotPerform', true],
    ['Patient', 'deceasedBoolean', true],
    ['Quantity', 'comparator', true],
    ['Observation', 'valueQuantity', false],
    ['constructor', 'name', false],
  ])('says of %s.%s that it is a modifier: %s', (type, name, expected) => {
    expect(digest.isModifier(type, name)).toBe(expected)
  })

  // 146 of R4, and SubscriptionStatus, which the package adds.
  test('covers every resource of R4, each with a table of its own or columns for the common one', () => {
    const own = Object.keys(definitions).filter((type) => !type.includes('.') && DEFINITIONS.has(type))
    expect(own.length + Object.keys(generic).length).toBe(147)
  })
})

describe('details in the order of the definitions', () => {
  const observation = {
    meta: { lastUpdated: '2024-01-01T00:00:00Z' },
    valueQuantity: { value: 0, unit: 'mg/dL' },
    _flavour: { id: 'x' },
    flavour: 'sweet',
    code: { text: 'Glucose' },
    status: 'preliminary',
    resourceType: 'Observation',
    modifierExtension: [{ url: 'urn:test:not', valueBoolean: true }],
  }

  test('begin with what may change the meaning and end with what FHIR does not define', () => {
    expect(labelsOf(observation)).toEqual([
      'Resource type',
      'Extensions that change the meaning: Not',
      'Status',
      'Code',
      'Value',
      'Meta',
      'Not defined in FHIR R4',
      'Address of the entry',
    ])
  })

  test('hold for parts as well', () => {
    const component = { valueString: 'b', code: { text: 'a' } }
    const [value] = detailsOf({ resourceType: 'Observation', component: [component] }).at(1)?.values ?? []
    expect(value?.kind === 'fields' ? value.fields.map(({ label }) => label) : []).toEqual(['Code', 'Value'])
  })

  test('keep the order of the sender for types that R4 does not define', () => {
    expect(labelsOf({ resourceType: 'Widget', zeta: 1, alpha: 0 }).slice(0, 3)).toEqual([
      'Resource type',
      'Zeta',
      'Alpha',
    ])
  })

  test('say in which language a name is that nobody has translated', async () => {
    await loadLanguage('es')
    const fields = detailsOf({ resourceType: 'Observation', status: 'final', flavour: 'sweet' }, 'es')
    expect(fields.find(({ label }) => label === 'Estado')?.isEnglish).toBeUndefined()
    const [others] = fields.find(({ label }) => label === 'No definido en FHIR R4')?.values ?? []
    expect(others?.kind === 'fields' ? others.fields : []).toMatchObject([
      { label: 'Flavour', isEnglish: true },
    ])
  })
})
