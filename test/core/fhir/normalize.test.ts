import { describe, expect, test } from 'vitest'
import { normalize } from '../../../src/core/fhir/normalize'
import { RENAMES } from '../../../src/core/fhir/normalizeRules'
import type { Resource } from '../../../src/core/fhir/types'
import { bundleOf } from '../../support/fhir'
import { WRONG_SHAPES } from '../../support/fhir'
import definitions from '../../../src/renderers/tables/digest/r4.json'
import { readDigest } from '../../../src/renderers/tables/digest'

const read = (resource: object) => {
  const sent = structuredClone(resource) as Resource
  const { resource: result, repairs } = normalize(sent)
  // What was handed in is never touched.
  expect(sent).toEqual(resource)
  return { result, codes: repairs.map(({ code, from, to }) => `${code} ${from} ${to}`) }
}

describe('what is R4 already', () => {
  test('is the very same object', () => {
    const resource = { resourceType: 'Observation', status: 'final', valueQuantity: { value: 0 } }
    expect(normalize(resource).resource).toBe(resource)
  })

  test('is never renamed: no rule takes an element that R4 defines for that type', () => {
    const digest = readDigest(definitions)
    const wrong = [...RENAMES].flatMap(([type, rules]) =>
      rules
        .filter(({ from, to }) => from !== to && digest.placeOf(type, from) !== undefined)
        .map(({ from }) => `${type}.${from}`),
    )
    expect(wrong).toEqual([])
  })

  test('and every rule leads to an element that R4 defines', () => {
    const digest = readDigest(definitions)
    const wrong = [...RENAMES].flatMap(([type, rules]) =>
      rules.filter(({ to }) => digest.placeOf(type, to) === undefined).map(({ to }) => `${type}.${to}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('older and newer versions are read as R4', () => {
  test.each<[string, object, object, readonly string[]]>([
    [
      'STU3 vaccination that was not given',
      { resourceType: 'Immunization', status: 'completed', notGiven: true, date: '2017-03-01' },
      { resourceType: 'Immunization', status: 'not-done', notGiven: true, occurrenceDateTime: '2017-03-01' },
      ['renamed-element date occurrenceDateTime', 'negation notGiven not-done'],
    ],
    [
      'DSTU2 vaccination that was not given, said as text',
      { resourceType: 'Immunization', status: 'completed', wasNotGiven: 'true' },
      { resourceType: 'Immunization', status: 'not-done', wasNotGiven: 'true' },
      ['negation wasNotGiven not-done'],
    ],
    [
      'DSTU2 vaccination reported from memory, by one practitioner',
      { resourceType: 'Immunization', reported: true, performer: { reference: 'Practitioner/1' } },
      {
        resourceType: 'Immunization',
        primarySource: false,
        performer: [{ actor: { reference: 'Practitioner/1' } }],
      },
      ['reshaped-element performer performer', 'renamed-element reported primarySource'],
    ],
    [
      'STU3 procedure that was not done',
      { resourceType: 'Procedure', status: 'completed', notDone: true, notDoneReason: { text: 'refused' } },
      { resourceType: 'Procedure', status: 'not-done', notDone: true, statusReason: { text: 'refused' } },
      ['renamed-element notDoneReason statusReason', 'negation notDone not-done'],
    ],
    [
      'STU3 medicine that is not taken',
      { resourceType: 'MedicationStatement', status: 'active', taken: 'n' },
      { resourceType: 'MedicationStatement', status: 'not-taken', taken: 'n' },
      ['negation taken not-taken'],
    ],
    [
      'R5 medicine that is not taken',
      {
        resourceType: 'MedicationStatement',
        status: 'recorded',
        medication: { concept: { text: 'Warfarin' } },
        adherence: { code: { coding: [{ code: 'not-taking' }] } },
      },
      {
        resourceType: 'MedicationStatement',
        status: 'not-taken',
        medicationCodeableConcept: { text: 'Warfarin' },
        adherence: { code: { coding: [{ code: 'not-taking' }] } },
      },
      ['renamed-element medication medicationCodeableConcept', 'negation adherence not-taken'],
    ],
    [
      'DSTU2 order',
      { resourceType: 'MedicationOrder', dateWritten: '2015-01-01', prescriber: { display: 'Dr. Ito' } },
      { resourceType: 'MedicationRequest', authoredOn: '2015-01-01', requester: { display: 'Dr. Ito' } },
      [
        'renamed-type MedicationOrder MedicationRequest',
        'renamed-element dateWritten authoredOn',
        'renamed-element prescriber requester',
      ],
    ],
    [
      'STU3 panel',
      {
        resourceType: 'Observation',
        comment: 'haemolysed',
        related: [{ type: 'has-member', target: { reference: '#a' } }],
      },
      { resourceType: 'Observation', note: [{ text: 'haemolysed' }], hasMember: [{ reference: '#a' }] },
      ['renamed-element comment note', 'renamed-element related hasMember'],
    ],
    [
      'R5 procedure',
      {
        resourceType: 'Procedure',
        occurrencePeriod: { start: '2024' },
        reason: [{ concept: { text: 'Stones' } }],
      },
      { resourceType: 'Procedure', performedPeriod: { start: '2024' }, reasonCode: [{ text: 'Stones' }] },
      ['renamed-element occurrencePeriod performedPeriod', 'renamed-element reason reasonCode'],
    ],
    [
      'R5 use of a device',
      { resourceType: 'DeviceUsage', patient: { reference: 'Patient/1' } },
      { resourceType: 'DeviceUseStatement', subject: { reference: 'Patient/1' } },
      ['renamed-type DeviceUsage DeviceUseStatement', 'renamed-element patient subject'],
    ],
    [
      'contained resource',
      {
        resourceType: 'MedicationRequest',
        contained: [{ resourceType: 'Medication', doseForm: { text: 'tablet' } }, 7],
      },
      {
        resourceType: 'MedicationRequest',
        contained: [{ resourceType: 'Medication', form: { text: 'tablet' } }, 7],
      },
      ['renamed-element doseForm form'],
    ],
  ])('%s', (_, sent, expected, codes) => {
    expect(read(sent)).toEqual({ result: expected, codes })
  })

  test('extensions of a primitive go with it', () => {
    const { result } = read({ resourceType: 'Condition', assertedDate: '2001', _assertedDate: { id: 'x' } })
    expect(result).toEqual({ resourceType: 'Condition', recordedDate: '2001', _recordedDate: { id: 'x' } })
  })

  test('what was entered in error stays so, whatever else it says', () => {
    const { result, codes } = read({ resourceType: 'Procedure', status: 'entered-in-error', notDone: true })
    expect([result['status'], codes]).toEqual(['entered-in-error', []])
  })

  test.each([
    ['a name that is taken', { resourceType: 'Condition', assertedDate: '2001', recordedDate: '2002' }],
    [
      'a choice that is taken',
      { resourceType: 'Immunization', date: '2001', occurrenceString: 'as a child' },
    ],
    [
      'members of several kinds',
      { resourceType: 'Observation', related: [{ type: 'replaces' }, { type: 'has-member' }] },
    ],
    [
      'a concept with a reference',
      {
        resourceType: 'MedicationRequest',
        medication: { concept: { text: 'a' }, reference: { reference: '#b' } },
      },
    ],
    [
      'a performer that is one of R4',
      { resourceType: 'Immunization', performer: [{ actor: { reference: '#a' } }] },
    ],
  ])('%s is left as it stands', (_, sent) => {
    expect(read(sent)).toEqual({ result: sent, codes: [] })
  })
})

test('a reference to the old name of a type still leads to the resource', () => {
  const bundle = bundleOf(
    { resourceType: 'MedicationOrder', id: 'o1', medicationCodeableConcept: { text: 'Insulin' } },
    { resourceType: 'MedicationDispense', authorizingPrescription: [{ reference: 'MedicationOrder/o1' }] },
  )
  expect(bundle.resolve({ reference: 'MedicationOrder/o1' })?.resource.resourceType).toBe('MedicationRequest')
  expect(bundle.items[0]?.received?.resource.resourceType).toBe('MedicationOrder')
})

test('no shape of any element makes it throw, or lose an element that it does not rename', () => {
  for (const [type, rules] of RENAMES) {
    for (const shape of WRONG_SHAPES) {
      const sent = Object.fromEntries([
        ['resourceType', type],
        ['kept', shape],
        ...rules.map(({ from }) => [from, shape]),
      ])
      const { resource } = normalize(sent as Resource)
      expect(resource['kept']).toBe(shape)
    }
  }
})
