import { describe, expect, test } from 'vitest'
import { marksOf, tablesOf } from '../../support/fhir'

const rowOf = (ref: number, ...resources: readonly unknown[]) =>
  tablesOf(resources)
    .flatMap(({ rows }) => rows)
    .find((row) => row.ref === `urn:test:${ref}`)
const marksIn = (ref: number, ...resources: readonly unknown[]): readonly string[] =>
  rowOf(ref, ...resources)?.marks.map(({ code }) => code) ?? []

const about = (reference: string) => ({ resourceType: 'Condition', subject: { reference } })
const status = (code: string) => ({ coding: [{ code }] })

describe('a row that contradicts itself says so (today is 15 June 2026)', () => {
  test.each<[string, object, string]>([
    [
      'a vaccine that was given next year',
      { resourceType: 'Immunization', status: 'completed', occurrenceDateTime: '2027-01-01' },
      'future-date',
    ],
    [
      'a procedure that was completed in a period to come',
      { resourceType: 'Procedure', status: 'completed', performedPeriod: { start: '2026-08' } },
      'future-date',
    ],
    [
      'a final result of a day to come',
      { resourceType: 'Observation', status: 'final', effectiveDateTime: '2026-06-20T10:00:00Z' },
      'future-date',
    ],
    [
      'a problem that is refuted and active',
      { resourceType: 'Condition', clinicalStatus: status('active'), verificationStatus: status('refuted') },
      'refuted-active',
    ],
    [
      'an active problem that ended',
      { resourceType: 'Condition', clinicalStatus: status('active'), abatementDateTime: '2020' },
      'ended-active',
    ],
    [
      'a medicine in a dose of nothing',
      {
        resourceType: 'MedicationRequest',
        dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 0, unit: 'mg' } }] }],
      },
      'dose-zero',
    ],
    [
      'a vaccine in a dose of nothing, as text',
      { resourceType: 'Immunization', doseQuantity: { value: '0' } },
      'dose-zero',
    ],
    [
      'a stay that ends before it starts',
      { resourceType: 'Encounter', period: { start: '2024-05-02', end: '2024-05-01' } },
      'ends-before-start',
    ],
    [
      'a person who is not deceased and has a date of death',
      { resourceType: 'Patient', deceasedBoolean: false, deceasedDateTime: '2020-01-01' },
      'alive-and-dead',
    ],
    [
      'a person who is born in the future',
      { resourceType: 'Patient', birthDate: '2030-01-01' },
      'born-later',
    ],
    [
      'a person who died before being born',
      { resourceType: 'Patient', birthDate: '1990', deceasedDateTime: '1980' },
      'born-later',
    ],
  ])('%s', (_, resource, expected) => {
    expect(marksOf(resource)).toContain(expected)
  })

  test.each<[string, object]>([
    ['an appointment to come', { resourceType: 'Encounter', status: 'planned', period: { start: '2027' } }],
    [
      'a request for next year',
      { resourceType: 'ServiceRequest', status: 'active', occurrenceDateTime: '2027' },
    ],
    [
      'a result of today in another time zone',
      { resourceType: 'Observation', status: 'final', effectiveDateTime: '2026-06-16T03:00:00+14:00' },
    ],
    [
      'a dose that is not stated',
      { resourceType: 'MedicationRequest', dosageInstruction: [{ text: 'as told' }] },
    ],
    [
      'a period that ends in the year in which it starts',
      { resourceType: 'Encounter', period: { start: '2024-05-02', end: '2024' } },
    ],
    [
      'an active problem',
      {
        resourceType: 'Condition',
        clinicalStatus: status('active'),
        verificationStatus: status('confirmed'),
      },
    ],
    [
      'an active problem that may end',
      { resourceType: 'Condition', clinicalStatus: status('active'), abatementDateTime: '2030' },
    ],
  ])('%s does not', (_, resource) => {
    expect(marksOf(resource)).toEqual(
      marksOf(resource).filter((code) => ['planned', 'in-progress'].includes(code)),
    )
  })
})

describe('entries that contradict each other say so', () => {
  const none = {
    resourceType: 'AllergyIntolerance',
    code: { coding: [{ code: '716186003', system: 'http://snomed.info/sct' }] },
  }
  const penicillin = { resourceType: 'AllergyIntolerance', code: { text: 'Penicillin' } }

  test('"no known allergies" beside an allergy', () => {
    expect(marksIn(0, none, penicillin)).toEqual(['contradicted'])
    expect(marksIn(1, none, penicillin)).toEqual([])
  })

  test('but not beside one that was refuted, nor beside a problem', () => {
    expect(marksIn(0, none, { ...penicillin, verificationStatus: status('refuted') })).toEqual([])
    expect(marksIn(0, none, { resourceType: 'Condition', code: { text: 'Asthma' } })).toEqual([])
  })

  test('"no known medicines" beside a prescription', () => {
    const denied = {
      resourceType: 'MedicationStatement',
      medicationCodeableConcept: { coding: [{ code: 'no-known-medications' }] },
    }
    expect(marksIn(0, denied, { resourceType: 'MedicationRequest', status: 'active' })).toEqual([
      'contradicted',
    ])
  })

  test('what happened to somebody after their death', () => {
    const patient = { resourceType: 'Patient', deceasedDateTime: '2020-03-01' }
    const subject = { reference: 'urn:test:0' }
    const result = (effectiveDateTime: string) => ({
      resourceType: 'Observation',
      status: 'final',
      subject,
      effectiveDateTime,
    })
    expect(marksIn(1, patient, result('2021-01-01'))).toEqual(['after-death'])
    expect(marksIn(1, patient, result('2020-02-28'))).toEqual([])
    expect(marksIn(1, patient, result('2020-03-01T20:00:00Z'))).toEqual([])
  })

  test('entries about several people say whom they are about', () => {
    const patients = ['Soto', 'Ito'].map((family) => ({ resourceType: 'Patient', name: [{ family }] }))
    const resources = [...patients, about('urn:test:0'), about('urn:test:1'), about('Patient/elsewhere')]
    const texts = [2, 3, 4].map((ref) => rowOf(ref, ...resources)?.marks.map(({ text }) => text))
    expect(texts).toEqual([['About Soto'], ['About Ito'], ['About Patient/elsewhere (not included)']])
  })

  test('beside the one person of a record only those about somebody else do', () => {
    const patient = { resourceType: 'Patient', name: [{ family: 'Soto' }] }
    const resources = [patient, about('urn:test:0'), about('Patient/elsewhere')]
    expect([1, 2].map((ref) => marksIn(ref, ...resources))).toEqual([[], ['about']])
  })

  test('in a document only those do that are about somebody else than the document', () => {
    const patients = ['Soto', 'Ito'].map((family) => ({ resourceType: 'Patient', name: [{ family }] }))
    const composition = { resourceType: 'Composition', subject: { reference: 'urn:test:1' } }
    const resources = [composition, ...patients, about('urn:test:1'), about('urn:test:2')]
    const texts = [3, 4].map((ref) => rowOf(ref, ...resources)?.marks.map(({ text }) => text))
    expect(texts).toEqual([[], ['About Ito']])
  })

  test('entries about one person do not, whatever they call that person', () => {
    const patient = { resourceType: 'Patient', id: 'p', name: [{ family: 'Soto' }] }
    expect(marksIn(1, patient, about('urn:test:0'), about('Patient/p'))).toEqual([])
    expect(marksIn(0, about('Patient/x'), about('Patient/x'))).toEqual([])
  })
})
