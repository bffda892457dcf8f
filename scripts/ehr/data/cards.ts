import { readFileSync } from 'node:fs'
import { linkOf } from '../../samples/encryptFile'
import { ISSUED_AT, SAMPLES } from '../../samples/definitions'
import { issueCard, numericOf } from '../../samples/issueCard'
import { ISSUERS, readKey } from '../../samples/material'
import { minifyBundle } from '../../samples/minifyBundle'

/** The text of a sample's QR code, as it stands in the repository. */
export const sampleCode = (id: string): string =>
  readFileSync(new URL(`../../../public/samples/${id}.txt`, import.meta.url), 'utf8').trim()

/** A link to the encrypted file that lies beside the viewer. */
export function sampleLink(viewer: string): string {
  const sample = SAMPLES.find(({ id }) => id === 'direct-link')
  if (sample?.content.as !== 'direct-link') throw new TypeError('the sample direct-link is gone')
  const { key, label } = sample.content
  return linkOf({ url: new URL('samples/direct-link.jwe', viewer).href, key, flag: 'U', label, v: 1 })
}

const NOAH = {
  fullUrl: 'resource:0',
  resource: {
    resourceType: 'Patient',
    identifier: [{ system: 'https://members.cedar-hollow.example/id', value: 'HRT-70035512-02' }],
    name: [{ family: 'Hart', given: ['Noah', 'James'] }],
    birthDate: '1987-11-02',
  },
}

const COVERAGE = {
  fullUrl: 'resource:1',
  resource: {
    resourceType: 'Coverage',
    status: 'active',
    subscriberId: 'HRT-70035512-01',
    beneficiary: { reference: 'resource:0' },
    relationship: { text: 'Spouse' },
    period: { start: '2026-01-01', end: '2026-12-31' },
    payor: [{ display: 'Cedar Hollow Health' }],
    class: [
      { type: classType('group'), value: 'CH-4410', name: 'Alder Creek Schools' },
      { type: classType('plan'), value: 'PPO-2000', name: 'Cedar Silver PPO' },
    ],
  },
}

const IMMUNIZATION = {
  fullUrl: 'resource:1',
  resource: {
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '115' }] },
    patient: { reference: 'resource:0' },
    occurrenceDateTime: '2024-08-19',
    lotNumber: 'TD-5521',
  },
}

function classType(code: string) {
  return { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/coverage-class', code }] }
}

/** The insurance card of the patient whose chart it is in, small enough for one code. */
export const insuranceCode = (): Promise<string> => codeOf([NOAH, COVERAGE], 'ehr-insurance')

/** A vaccination of the same patient. */
export const vaccinationCode = (): Promise<string> => codeOf([NOAH, IMMUNIZATION], 'ehr-vaccination')

async function codeOf(entry: readonly unknown[], rid: string): Promise<string> {
  const bundle = minifyBundle({ resourceType: 'Bundle', type: 'collection', entry })
  const { iss } = ISSUERS.sample
  const issuedAt = new Date(ISSUED_AT)
  return numericOf(await issueCard(bundle, { iss, key: readKey('sample'), issuedAt, rid }))
}
