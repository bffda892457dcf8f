import { expect, test } from 'vitest'
import { readLaunchRequest } from '../../../src/core/ehr/launchRequest'

const ISSUERS = ['https://ehr.example.org/fhir/r4/']
const query = (extra: string): string => `?iss=https://ehr.example.org/fhir/r4&launch=abc${extra}`

test('a listed EHR is taken with its address byte for byte, whatever the slash at the end', () => {
  expect(readLaunchRequest(query(''), ISSUERS)).toEqual({
    ok: true,
    value: { iss: 'https://ehr.example.org/fhir/r4', launch: 'abc' },
  })
})

test.each([
  'https://evil.example/fhir/r4',
  'https://ehr.example.org/fhir/r4/../x',
  'https://EHR.example.org/fhir/r4',
  'https://ehr.example.org/fhir/r4//',
  'https://ehr.example.org.evil.example/fhir/r4',
])('%s is not in the list', (iss) => {
  const search = `?${new URLSearchParams({ iss, launch: 'abc' }).toString()}`
  expect(readLaunchRequest(search, ISSUERS)).toEqual({ ok: false, error: { kind: 'unknown-ehr', iss } })
})

test('an empty list lets no EHR in', () => {
  expect(readLaunchRequest(query(''), [])).toMatchObject({ ok: false, error: { kind: 'unknown-ehr' } })
})

test.each(['fhirServiceUrl', 'patientId', 'clientId', 'redirectUri', 'redirect_uri', 'scope', 'client'])(
  '%s in the address stops the launch',
  (parameter) => {
    expect(readLaunchRequest(query(`&${parameter}=x`), ISSUERS)).toEqual({
      ok: false,
      error: { kind: 'forbidden', parameter },
    })
  },
)

test.each([
  ['repeated', 'iss', query('&iss=https://evil.example')],
  ['repeated', 'launch', query('&launch=other')],
  ['incomplete', 'iss', '?launch=abc'],
  ['incomplete', 'launch', '?iss=https://ehr.example.org/fhir/r4&launch='],
])('%s %s is named', (kind, parameter, search) => {
  expect(readLaunchRequest(search, ISSUERS)).toEqual({ ok: false, error: { kind, parameter } })
})

test('a sandbox may name the client in the address, once, where the deployment lets it', () => {
  expect(readLaunchRequest(query('&client=abc-1'), ISSUERS, true)).toMatchObject({
    ok: true,
    value: { client: 'abc-1' },
  })
  expect(readLaunchRequest(query('&client=a&client=b'), ISSUERS, true)).toMatchObject({
    error: { kind: 'repeated', parameter: 'client' },
  })
  expect(readLaunchRequest(query('&client='), ISSUERS, true)).toMatchObject({
    error: { kind: 'incomplete', parameter: 'client' },
  })
})
