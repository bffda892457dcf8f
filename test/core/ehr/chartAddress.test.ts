import { expect, test } from 'vitest'
import { readChartAddress } from '../../../src/core/ehr/chartAddress'
import { BASE } from '../../support/chart'

test.each([
  ['Binary/1', `${BASE}/Binary/1`],
  [`${BASE}/Binary/1?x=2#page=1`, `${BASE}/Binary/1?x=2`],
  ['/fhir/r4/Binary/1', `${BASE}/Binary/1`],
  ['https://EHR.example.org:443/fhir/r4/Binary/1', `${BASE}/Binary/1`],
  [`${BASE}?_getpages=1`, `${BASE}?_getpages=1`],
  ['?_getpages=1', `${BASE}/?_getpages=1`],
])('%s is below the base', (address, href) => {
  expect(readChartAddress(address, BASE)).toEqual({ kind: 'below', href })
})

test.each([
  ['https://evil.example/fhir/r4/Binary/1', 'evil.example'],
  ['//evil.example/fhir/r4/Binary/1', 'evil.example'],
  ['\\\\evil.example/Binary/1', 'evil.example'],
  ['http://ehr.example.org/fhir/r4/Binary/1', 'ehr.example.org'],
  ['https://ehr.example.org:8443/fhir/r4/Binary/1', 'ehr.example.org:8443'],
  ['https://ehr.example.org/fhir/r4x/Binary/1', 'ehr.example.org'],
  ['https://ehr.example.org.evil.example/fhir/r4/1', 'ehr.example.org.evil.example'],
  ['https://a:b@ehr.example.org/fhir/r4/Binary/1', 'ehr.example.org'],
  ['../../admin', 'ehr.example.org'],
  ['Binary/%2e%2e/%2E%2E/../x', 'ehr.example.org'],
  ['/Binary/1', 'ehr.example.org'],
])('%s is elsewhere', (address, host) => {
  expect(readChartAddress(address, BASE)).toEqual({ kind: 'elsewhere', host })
})

test.each(['data:image/png;base64,AA', 'urn:uuid:1', 'javascript:alert(1)', 'https://', 'blob:x'])(
  '%s is elsewhere, without a host',
  (address) => {
    expect(readChartAddress(address, BASE)).toEqual({ kind: 'elsewhere' })
  },
)
