import { describe, expect, test } from 'vitest'
import { cellOf, marksOf, tableOf, tablesOf } from '../../support/fhir'

const concept = (code: string) => ({ coding: [{ code }] })
const stateOf = (resource: unknown) => tableOf(resource).rows[0]?.state

describe('what negates an entry is a mark in front of it', () => {
  test.each([
    [
      'an allergy that was refuted',
      { resourceType: 'AllergyIntolerance', verificationStatus: concept('refuted') },
      'refuted',
      'retracted',
    ],
    [
      'an allergy entered in error',
      { resourceType: 'AllergyIntolerance', verificationStatus: concept('entered-in-error') },
      'entered-in-error',
      'retracted',
    ],
    [
      'the same as STU3 wrote it',
      { resourceType: 'AllergyIntolerance', verificationStatus: 'entered-in-error' },
      'entered-in-error',
      'retracted',
    ],
    [
      'a result entered in error',
      { resourceType: 'Observation', status: 'entered-in-error' },
      'entered-in-error',
      'retracted',
    ],
    [
      'a type that nobody knows, entered in error',
      { resourceType: 'Widget', status: 'entered-in-error' },
      'entered-in-error',
      'retracted',
    ],
    ['a status in capitals', { resourceType: 'Procedure', status: 'Not-Done' }, 'not-done', 'negated'],
    ['a vaccine not given', { resourceType: 'Immunization', status: 'not-done' }, 'not-done', 'negated'],
    [
      'a vaccine not given, as STU3 wrote it',
      { resourceType: 'Immunization', status: 'completed', notGiven: true },
      'not-done',
      'negated',
    ],
    [
      'a vaccine not given, as DSTU2 wrote it',
      { resourceType: 'Immunization', wasNotGiven: 'true' },
      'not-done',
      'negated',
    ],
    [
      'a procedure not done, as STU3 wrote it',
      { resourceType: 'Procedure', notDone: true },
      'not-done',
      'negated',
    ],
    [
      'a medicine not taken',
      { resourceType: 'MedicationStatement', status: 'not-taken' },
      'not-taken',
      'negated',
    ],
    [
      'a medicine not taken, as STU3 wrote it',
      { resourceType: 'MedicationStatement', status: 'active', taken: 'n' },
      'not-taken',
      'negated',
    ],
    [
      'a medicine not taken, as R5 writes it',
      { resourceType: 'MedicationStatement', adherence: { code: concept('not-taking') } },
      'not-taken',
      'negated',
    ],
    [
      'an order not to give',
      { resourceType: 'MedicationRequest', status: 'active', doNotPerform: true },
      'do-not-perform',
      'negated',
    ],
    [
      'an order not to give, as an extension',
      {
        resourceType: 'MedicationRequest',
        modifierExtension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/request-doNotPerform', valueBoolean: true },
        ],
      },
      'do-not-perform',
      'negated',
    ],
    [
      'a qualifier that is not understood',
      { resourceType: 'Condition', modifierExtension: [{ url: 'urn:x' }] },
      'unknown-modifier',
      'active',
    ],
    [
      'a qualifier inside',
      { resourceType: 'Observation', component: { modifierExtension: { url: 'urn:x' } } },
      'unknown-modifier',
      'active',
    ],
    [
      'rules that are not known',
      { resourceType: 'Condition', implicitRules: 'urn:x' },
      'implicit-rules',
      'active',
    ],
    [
      'a substance without risk',
      {
        resourceType: 'AllergyIntolerance',
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/allergyintolerance-substanceExposureRisk',
            extension: [{ url: 'exposureRisk', valueCodeableConcept: concept('no-known-reaction-risk') }],
          },
        ],
      },
      'no-known-risk',
      'negated',
    ],
    [
      'an event that did not happen',
      { resourceType: 'AdverseEvent', actuality: 'potential' },
      'potential',
      'active',
    ],
    ['a consent that denies', { resourceType: 'Consent', provision: { type: 'deny' } }, 'deny', 'active'],
    [
      'a consent that denies, as R5 writes it',
      { resourceType: 'Consent', decision: 'deny' },
      'deny',
      'active',
    ],
    [
      'deleted items of a list',
      { resourceType: 'List', entry: [{ deleted: true }] },
      'deleted-items',
      'active',
    ],
  ])('%s', (_, resource, code, state) => {
    expect(marksOf(resource)).toContain(code)
    expect(stateOf(resource)).toBe(state)
  })
})

describe('what limits an entry is a mark, too', () => {
  test.each([
    ['stopped', { resourceType: 'MedicationStatement', status: 'stopped' }, 'inactive'],
    ['completed', { resourceType: 'MedicationRequest', status: 'completed' }, 'inactive'],
    ['cancelled', { resourceType: 'Encounter', status: 'cancelled' }, 'inactive'],
    ['superseded', { resourceType: 'DocumentReference', status: 'superseded' }, 'inactive'],
    ['resolved', { resourceType: 'Condition', clinicalStatus: concept('resolved') }, 'inactive'],
    ['inactive', { resourceType: 'Practitioner', active: false }, 'inactive'],
    ['replaced', { resourceType: 'Patient', link: [{ type: 'replaced-by' }] }, 'inactive'],
    ['ended', { resourceType: 'Flag', status: 'active', period: { end: '2020' } }, 'inactive'],
    ['on-hold', { resourceType: 'MedicationRequest', status: 'on-hold' }, 'active'],
    ['preliminary', { resourceType: 'Observation', status: 'preliminary' }, 'active'],
    [
      'preliminary',
      { resourceType: 'DocumentReference', status: 'current', docStatus: 'preliminary' },
      'active',
    ],
    ['partial', { resourceType: 'DiagnosticReport', status: 'partial' }, 'active'],
    ['amended', { resourceType: 'DiagnosticReport', status: 'amended' }, 'active'],
    ['unconfirmed', { resourceType: 'Condition', verificationStatus: concept('unconfirmed') }, 'active'],
    ['differential', { resourceType: 'Condition', verificationStatus: concept('differential') }, 'active'],
    ['unknown', { resourceType: 'MedicationStatement', status: 'unknown' }, 'active'],
    ['proposal', { resourceType: 'MedicationRequest', intent: 'proposal' }, 'active'],
    ['stat', { resourceType: 'ServiceRequest', priority: 'stat' }, 'active'],
    ['deceased', { resourceType: 'Patient', deceasedBoolean: true }, 'active'],
    ['deceased', { resourceType: 'Patient', deceasedDateTime: '2024' }, 'active'],
    ['subpotent', { resourceType: 'Immunization', isSubpotent: true }, 'active'],
    ['dose-not-valid', { resourceType: 'ImmunizationEvaluation', doseStatus: concept('notvalid') }, 'active'],
    ['second-hand', { resourceType: 'Immunization', primarySource: false }, 'active'],
    [
      'expired-lot',
      { resourceType: 'Immunization', occurrenceDateTime: '2024-07-01', expirationDate: '2024-06-30' },
      'active',
    ],
    ['HTEST', { resourceType: 'Condition', meta: { tag: [{ code: 'HTEST' }] } }, 'active'],
    ['PATAST', { resourceType: 'Condition', meta: { security: { code: 'PATAST' } } }, 'active'],
    ['R', { resourceType: 'Composition', confidentiality: 'R' }, 'active'],
  ])('%s', (code, resource, state) => {
    expect(marksOf(resource)).toContain(code)
    expect(stateOf(resource)).toBe(state)
  })
})

test.each([
  {
    resourceType: 'Immunization',
    status: 'completed',
    occurrenceDateTime: '2024-06-30',
    expirationDate: '2024-06-30',
  },
  {
    resourceType: 'Immunization',
    status: 'completed',
    occurrenceDateTime: '2024-06-29',
    expirationDate: '2024-06',
  },
  { resourceType: 'Procedure', status: 'completed' },
  { resourceType: 'Observation', status: 'final', valueBoolean: false },
  { resourceType: 'Patient', deceasedBoolean: false, active: true },
  { resourceType: 'MedicationRequest', status: 'active', intent: 'order', doNotPerform: false },
  { resourceType: 'Flag', status: 'active', period: { end: '2026' } },
  { resourceType: 'Condition', contained: [{ resourceType: 'Medication', status: 'entered-in-error' }] },
])('nothing is marked that is as it should be: %j', (resource) => {
  expect(marksOf(resource)).toEqual([])
})

test('“do not give” stands among what holds, and is never counted as given up', () => {
  const [row] = tableOf({ resourceType: 'MedicationRequest', doNotPerform: true }).rows
  expect(row).toMatchObject({
    inactive: false,
    marks: [{ code: 'do-not-perform', tone: 'error', text: 'Do not give' }],
  })
  expect(tableOf({ resourceType: 'Procedure', status: 'not-done' }).rows[0]?.inactive).toBe(true)
})

test('a qualifier that is not understood is told with its address and value', () => {
  const [row] = tableOf({
    resourceType: 'MedicationStatement',
    modifierExtension: [{ url: 'http://example.org/negated', valueCode: 'absolutely-not' }],
  }).rows
  expect(row?.marks[0]?.text).toContain('http://example.org/negated = absolutely-not')
})

test('the loudest mark is the first', () => {
  const codes = marksOf({
    resourceType: 'MedicationRequest',
    status: 'cancelled',
    intent: 'plan',
    doNotPerform: true,
  })
  expect(codes).toEqual(['do-not-perform', 'cancelled', 'plan'])
})

test('what was withdrawn about a result is told wherever the result is shown', () => {
  const report = {
    resourceType: 'DiagnosticReport',
    code: { text: 'Panel' },
    result: [{ reference: 'urn:test:1' }],
  }
  const wrong = {
    resourceType: 'Observation',
    status: 'entered-in-error',
    code: { text: 'Glucose' },
    valueInteger: 0,
  }
  expect(cellOf(report, 'Results', wrong)).toEqual(['Glucose: 0 (Entered in error)'])
})

test('a withdrawn product is told where it is prescribed', () => {
  const request = { resourceType: 'MedicationRequest', medicationReference: { reference: 'urn:test:1' } }
  const product = { resourceType: 'Medication', status: 'entered-in-error', code: { text: 'Aspirin' } }
  expect(cellOf(request, 'Medicine', product)).toEqual(['Aspirin (Entered in error)'])
})

test('rows that hold come first, then what must not be, then what is over, then what never was', () => {
  const [table] = tablesOf([
    { resourceType: 'MedicationRequest', status: 'entered-in-error' },
    { resourceType: 'MedicationRequest', status: 'stopped' },
    { resourceType: 'MedicationRequest', doNotPerform: true },
    { resourceType: 'MedicationRequest', status: 'active' },
  ])
  expect(table?.rows.map(({ state }) => state)).toEqual(['active', 'negated', 'inactive', 'retracted'])
})
