import { expect, test } from 'vitest'
import { grants, scopesToAsk } from '../../../src/core/ehr/scopes'

test('an EHR that knows version 2 is asked in version 2, and to write only where saving is on', () => {
  expect(scopesToAsk(['permission-v1', 'permission-v2'], { saves: false })).toBe(
    'launch openid fhirUser online_access patient/Patient.r patient/DocumentReference.rs patient/Binary.r',
  )
  expect(scopesToAsk(['permission-v2'], { saves: true })).toContain('patient/DocumentReference.crs')
})

test('any other EHR is asked in version 1', () => {
  expect(scopesToAsk([], { saves: false })).not.toContain('write')
  expect(scopesToAsk([], { saves: true })).toContain('patient/DocumentReference.write')
})

test('a deployment words its own, which never lack launch and never have a wildcard', () => {
  const own = { v2: ' launch/patient  patient/*.rs patient/Patient.r patient/Patient.r ' }
  expect(scopesToAsk(['permission-v2'], { own, saves: true })).toBe('launch launch/patient patient/Patient.r')
})

test.each([
  ['patient/DocumentReference.crs', 'c', true],
  ['patient/DocumentReference.rs', 'c', false],
  ['patient/DocumentReference.write', 'c', true],
  ['patient/DocumentReference.read', 's', true],
  ['patient/DocumentReference.read', 'c', false],
  ['user/*.*', 'c', true],
  ['launch patient/DocumentReference.rs?category=x', 's', false],
  ['patient/Binary.crs', 'c', false],
  ['patient/DocumentReference.sr', 's', false],
  ['patient/DocumentReference.create', 'c', false],
  ['', 'r', false],
] as const)('"%s" grants %s: %s', (granted, interaction, expected) => {
  expect(grants(granted, 'DocumentReference', interaction)).toBe(expected)
})
