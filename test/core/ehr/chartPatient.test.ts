import { describe, expect, test } from 'vitest'
import { compareWithChart, type RecordSubject } from '../../../src/core/ehr/chartPatient'
import type { Patient } from '../../../src/core/fhir/types'
import { WRONG_SHAPES } from '../../support/fhir'

const person = (given: string, family: string, birthDate?: string, ...identifier: unknown[]): Patient =>
  ({
    resourceType: 'Patient',
    name: [{ given: [given], family }],
    ...(birthDate !== undefined && { birthDate }),
    ...(identifier.length > 0 && { identifier }),
  }) as Patient
const numbered = (type: string, system: string, value: string, more: object = {}) => ({
  type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: type }] },
  system,
  value,
  ...more,
})
const mrn = (value: string, system = 'urn:oid:1.2.3') => numbered('MR', system, value)
const ssn = (value: string) => ({ system: 'http://hl7.org/fhir/sid/us-ssn', value })

const subject = (patient: Patient): RecordSubject => ({ patient, role: 'subject' })
const insured = (patient: Patient): RecordSubject => ({ patient, role: 'insured' })
const subscriber = (patient: Patient): RecordSubject => ({ patient, role: 'subscriber' })
const kindOf = (chart: Patient, ...subjects: RecordSubject[]) => compareWithChart(chart, subjects).kind

const ANA = person('Ana', 'Ruiz', '1980-03-01')
const LUZ = person('Luz', 'Ruiz', '2012-05-05')

describe('one person against the chart', () => {
  const table: readonly (readonly [string, Patient, Patient, string])[] = [
    ['name and birth date agree', ANA, person('ANA', 'Ruíz', '1980-03-01'), 'match'],
    ['a twin', ANA, person('Luz', 'Ruiz', '1980-03-01'), 'mismatch'],
    ['a namesake of another age', ANA, person('Ana', 'Ruiz', '1981-03-01'), 'mismatch'],
    ['name alone is never enough', ANA, person('Ana', 'Ruiz'), 'unclear'],
    ['a year alone is not a birth date', ANA, person('Ana', 'Ruiz', '1980'), 'unclear'],
    ['two people without name and date', {}, {}, 'unclear'],
    ['a name that changed', ANA, person('Ana', 'Vidal', '1980-03-01'), 'unclear'],
    [
      'a name that changed, and the same record number',
      person('Ana', 'Ruiz', '1980-03-01', mrn('77-1')),
      person('Ana', 'Vidal', '1980-03-01', mrn('771')),
      'match',
    ],
    [
      'a record number does not stand in for a birth date',
      person('Ana', 'Ruiz', '1980-03-01', mrn('771')),
      person('Ana', 'Ruiz', '1980', mrn('771')),
      'unclear',
    ],
    [
      'a record number does not outweigh another birth date',
      person('Ana', 'Ruiz', '1980-03-01', mrn('771')),
      person('Ana', 'Ruiz', '1980-03-02', mrn('771')),
      'mismatch',
    ],
    [
      'another record number of the same hospital is a warning',
      person('Ana', 'Ruiz', '1980-03-01', mrn('771')),
      person('Ana', 'Ruiz', '1980-03-01', mrn('772')),
      'unclear',
    ],
    [
      'a record number of another hospital says nothing',
      person('Ana', 'Ruiz', '1980-03-01', mrn('771')),
      person('Ana', 'Ruiz', '1980-03-01', mrn('772', 'urn:oid:9.9')),
      'match',
    ],
    [
      'one of two record numbers agrees',
      person('Ana', 'Ruiz', '1980-03-01', mrn('771'), mrn('900')),
      person('Ana', 'Ruiz', '1980-03-01', mrn('900')),
      'match',
    ],
    [
      'another national number is another person',
      person('Ana', 'Ruiz', '1980-03-01', ssn('123-45-6789')),
      person('Ana', 'Ruiz', '1980-03-01', {
        system: 'urn:oid:2.16.840.1.113883.4.1',
        value: '123456780',
      }),
      'mismatch',
    ],
    [
      'a number that stands for "not known" is nobody\'s own',
      person('Ana', 'Ruiz', '1980-03-01', ssn('999-99-9999')),
      person('Ana', 'Vidal', '1980-03-01', ssn('999999999')),
      'unclear',
    ],
    [
      'a masked number says nothing',
      person('Ana', 'Ruiz', '1980-03-01', ssn('xxx-xx-6789')),
      person('Ana', 'Ruiz', '1980-03-01', ssn('123-45-6780')),
      'match',
    ],
    [
      'a number that is no longer in use says nothing',
      person('Ana', 'Ruiz', '1980-03-01', mrn('771')),
      person('Ana', 'Ruiz', '1980-03-01', numbered('MR', 'urn:oid:1.2.3', '772', { use: 'old' })),
      'match',
    ],
    [
      'a member number of a family does not lift an unclear name',
      person('Ana', 'Ruiz', '1980-03-01', numbered('MB', 'https://payer.example', '1')),
      person('Ana', 'Vidal', '1980-03-01', numbered('MB', 'https://payer.example', '1')),
      'unclear',
    ],
    [
      'a member number that was renewed contradicts nothing',
      person('Ana', 'Ruiz', '1980-03-01', numbered('MB', 'https://payer.example', '1')),
      person('Ana', 'Ruiz', '1980-03-01', numbered('MB', 'https://payer.example', '2')),
      'match',
    ],
    [
      'a number without a system says nothing',
      person('Ana', 'Ruiz', '1980-03-01', { type: { text: 'MR' }, value: '771' }),
      person('Ana', 'Ruiz', '1980-03-01', { type: { text: 'MR' }, value: '772' }),
      'match',
    ],
  ]
  test.each(table)('%s', (_, chart, other, expected) => {
    expect(kindOf(chart, subject(other))).toBe(expected)
    expect(kindOf(other, subject(chart))).toBe(expected)
  })

  test('the fields that were compared are told, with both numbers', () => {
    const { subjects } = compareWithChart(person('Ana', 'Ruiz', '1980-03-01', mrn('771')), [
      subject(person('Ana', 'Ruiz', '1980-03-02', mrn('772'))),
    ])
    expect(subjects[0]?.fields).toEqual([
      { field: 'name', answer: 'same' },
      { field: 'birthDate', answer: 'different' },
      {
        field: 'identifier',
        answer: 'unclear',
        identifiers: { chart: mrn('771'), record: mrn('772') },
      },
    ])
  })
})

describe('the people of a record against the chart', () => {
  test('a record that names nobody is never a match', () => {
    expect(compareWithChart(ANA, [])).toEqual({ kind: 'unclear', subjects: [], tooMany: false })
  })
  test('a clinical record that also names somebody else is a mismatch', () => {
    expect(kindOf(ANA, subject(ANA), subject(LUZ))).toBe('mismatch')
    expect(kindOf(ANA, subject(ANA), subject(person('Ana', 'Ruiz', '1980-03-01')))).toBe('match')
  })
  test('an insurance card of a family fits the chart of each of them', () => {
    expect(kindOf(LUZ, insured(ANA), insured(LUZ))).toBe('match')
    expect(kindOf(person('Eva', 'Sol', '1999-01-01'), insured(ANA), insured(LUZ))).toBe('mismatch')
  })
  test('a card that covers the child does not belong in the chart of the parent who pays', () => {
    expect(kindOf(ANA, insured(LUZ), subscriber(ANA))).toBe('mismatch')
    expect(kindOf(LUZ, insured(LUZ), subscriber(ANA))).toBe('match')
  })
  test('a card that names its subscriber alone is at best unclear', () => {
    expect(kindOf(ANA, subscriber(ANA))).toBe('unclear')
    expect(kindOf(LUZ, subscriber(ANA))).toBe('mismatch')
  })
  test('a crowd is never a match, and does not hold the page up', () => {
    const crowd = Array.from({ length: 5000 }, () => insured(ANA))
    expect(compareWithChart(ANA, crowd)).toMatchObject({ kind: 'unclear', tooMany: true })
  })
})

test('identifiers of any shape are compared without throwing', () => {
  for (const identifier of WRONG_SHAPES) {
    const other = { ...ANA, identifier } as never
    expect(kindOf(person('Ana', 'Ruiz', '1980-03-01', mrn('771')), subject(other))).toBe('match')
  }
})
