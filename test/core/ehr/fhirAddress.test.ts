import { expect, test } from 'vitest'
import { addressBelow } from '../../../src/core/ehr/fhirAddress'
import * as fc from 'fast-check'
import { always } from '../../support/property'

const BASE = 'https://ehr.example.org/fhir/r4'

test.each([
  ['Binary/1', `${BASE}/Binary/1`],
  ['Patient?name=O%27Neil&_count=5', `${BASE}/Patient?name=O%27Neil&_count=5`],
  ['Observation?code=a%2Fb', `${BASE}/Observation?code=a%2Fb`],
  ['DocumentReference?type=a|b c', `${BASE}/DocumentReference?type=a|b%20c`],
  [String.raw`Observation?code=a\,b`, String.raw`${BASE}/Observation?code=a\,b`],
  [`${BASE}/Binary/1`, `${BASE}/Binary/1`],
  [`${BASE}?_getpages=1`, `${BASE}?_getpages=1`],
  ['HTTPS://EHR.example.org/fhir/r4/Binary/1', `${BASE}/Binary/1`],
  [`${BASE}/x/../Binary/1`, `${BASE}/Binary/1`],
])('%s is below the base', (path, href) => {
  expect(addressBelow(BASE, path)?.href).toBe(href)
  expect(addressBelow(`${BASE}/`, path)?.href).toBe(href)
})

test.each([
  'https://ehr.example.org.evil.example/fhir/r4/Binary/1',
  'https://ehr.example.org/fhir/r4evil/Binary/1',
  'https://ehr.example.org/fhir',
  'https://ehr.example.org@evil.example/fhir/r4/Binary/1',
  'https://user:word@ehr.example.org/fhir/r4/Binary/1',
  'https://evil.example/https://ehr.example.org/fhir/r4/Binary/1',
  'http://ehr.example.org/fhir/r4/Binary/1',
  'https://ehr.example.org:8443/fhir/r4/Binary/1',
  'https://ehr.example.org./fhir/r4/Binary/1',
  '//evil.example/fhir/r4/Binary/1',
  '/Binary/1',
  '/fhir/r4x/Binary/1',
  '../r5/Binary/1',
  'Binary/../../../token',
  'Binary/%2e%2e/%2e%2e/token',
  'Binary%2f..%2f..%2ftoken',
  String.raw`..\..\token`,
  String.raw`\\evil.example\fhir`,
  String.raw`https:\\evil.example/fhir/r4/Binary/1`,
  'ht\ntps://evil.example/',
  'Binary//1',
  'Binary/1#part',
  'javascript:alert(1)',
  'data:text/plain,x',
  'blob:https://ehr.example.org/fhir/r4/1',
  'urn:uuid:1',
])('%s is not, and no token goes there', (path) => {
  expect(addressBelow(BASE, path)).toBeUndefined()
})

// `always` takes what is expected.
test('whatever is asked for, what is answered is below the base', () => {
  const piece = fc.constantFrom(
    'https:',
    '//',
    '/',
    '..',
    '%2e',
    '@',
    'evil.example',
    'fhir',
    'r4',
    '?',
    '#',
    '\\',
  )
  const paths = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.array(piece).map((pieces) => pieces.join('')),
  )
  always(paths, (path) => {
    const url = addressBelow(BASE, path)
    expect(url === undefined || /^https:\/\/ehr\.example\.org\/fhir\/r4(?:[/?]|$)/.test(url.href)).toBe(true)
  })
})
