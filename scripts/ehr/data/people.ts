import type { Json } from '../fhir/engine'
import type { ChartContext } from '../state'

/** Who is signed in. */
export const USER_NAME = 'Zoë Krüger-Núñez, RN'

export type ChartName = 'hart' | 'castellanos'

/** The charts of the EHR, in the order of its list. All of these people are made up. */
export const CHARTS: Readonly<Record<ChartName, ChartContext & { readonly title: string }>> = {
  hart: { title: 'Noah James Hart', patient: 'hart', encounter: 'hart-visit', practitioner: 'krueger' },
  castellanos: {
    title: 'Rosa Imelda Castellanos',
    patient: 'castellanos',
    encounter: 'castellanos-visit',
    practitioner: 'krueger',
  },
}

export const CHART_NAMES = Object.keys(CHARTS) as readonly ChartName[]
export const isChartName = (name: string): name is ChartName => Object.hasOwn(CHARTS, name)

const MRN_SYSTEM = 'https://larkspur-practice.example/mrn'

const recordNumber = (value: string) => ({
  use: 'usual',
  type: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v2-0203',
        code: 'MR',
        display: 'Medical record number',
      },
    ],
    text: 'Record number',
  },
  system: MRN_SYSTEM,
  value,
})

export const PATIENTS: readonly Json[] = [
  {
    resourceType: 'Patient',
    id: 'hart',
    active: true,
    identifier: [
      recordNumber('LP-204117'),
      { system: 'https://members.cedar-hollow.example/id', value: 'HRT-70035512-02' },
    ],
    name: [
      { use: 'official', family: 'Hart', given: ['Noah', 'James'] },
      { use: 'usual', family: 'Hart', given: ['Noah'] },
    ],
    gender: 'male',
    birthDate: '1987-11-02',
    address: [{ line: ['14 Quarry Lane'], city: 'Alder Creek', state: 'OH', postalCode: '44601' }],
    telecom: [{ system: 'phone', value: '555-0142', use: 'mobile' }],
  },
  {
    resourceType: 'Patient',
    id: 'castellanos',
    active: true,
    identifier: [recordNumber('LP-198830')],
    name: [{ use: 'official', family: 'Castellanos', given: ['Rosa', 'Imelda'] }],
    gender: 'female',
    birthDate: '1979-06-24',
    address: [{ line: ['3 Mill Street'], city: 'Alder Creek', state: 'OH', postalCode: '44601' }],
  },
]

const visitOf = (patient: string, start: string): Json => ({
  resourceType: 'Encounter',
  id: `${patient}-visit`,
  status: 'in-progress',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' },
  subject: { reference: `Patient/${patient}` },
  participant: [{ individual: { reference: 'Practitioner/krueger', display: USER_NAME } }],
  period: { start },
})

export const SURROUNDINGS: readonly Json[] = [
  {
    resourceType: 'Practitioner',
    id: 'krueger',
    name: [{ family: 'Krüger-Núñez', given: ['Zoë'], suffix: ['RN'] }],
  },
  { resourceType: 'Organization', id: 'larkspur', name: 'Larkspur Family Practice' },
  visitOf('hart', '2026-11-20T14:00:00Z'),
  visitOf('castellanos', '2026-11-20T14:30:00Z'),
  {
    resourceType: 'Coverage',
    id: 'hart-coverage',
    status: 'active',
    subscriberId: 'HRT-70035512-01',
    beneficiary: { reference: 'Patient/hart' },
    payor: [{ display: 'Cedar Hollow Health' }],
  },
]
