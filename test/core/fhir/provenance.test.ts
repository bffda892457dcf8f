import { describe, expect, test } from 'vitest'
import { kindOf, provenanceOf } from '../../../src/core/fhir/provenance'
import { sourcesOf } from '../../../src/core/fhir/sources'
import { organizeResources, type OrganizedBundle } from '../../../src/core/organizeResources'
import { bundleOf, itemOf, WRONG_SHAPES } from '../../support/fhir'

const CONDITION = { resourceType: 'Condition', id: 'c', meta: { versionId: '2' } }
const type = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code }],
})
const provenance = (elements: object) => ({
  resourceType: 'Provenance',
  target: [{ reference: 'Condition/c' }],
  ...elements,
})
const agent = (code: string, reference: string) => ({ type: type(code), who: { reference } })
const version = (id: string) => [{ reference: `Condition/c/_history/${id}` }]
const stepsOf = (bundle: OrganizedBundle) => provenanceOf(bundle).of(itemOf(bundle))
const kindsOf = (bundle: OrganizedBundle) =>
  sourcesOf(itemOf(bundle), bundle).map(({ kind, basis, by }) => `${kind} ${basis} ${by}`)

describe('what Provenances tell of an entry', () => {
  test('is found from the entry, oldest first and undated last', () => {
    const bundle = bundleOf(
      CONDITION,
      provenance({ id: 'undated' }),
      provenance({ id: 'late', recorded: '2024-05-01T10:00:00Z' }),
      provenance({ id: 'early', occurredPeriod: { start: '2020-01-01' }, recorded: '2025-01-01' }),
    )
    expect(stepsOf(bundle).map((step) => step.provenance['id'])).toEqual(['early', 'late', 'undated'])
  })
  test('finds its entry by a versioned reference, and says when another version is meant', () => {
    const bundle = bundleOf(
      CONDITION,
      provenance({ target: version('1') }),
      provenance({ target: version('2') }),
    )
    expect(stepsOf(bundle).map(({ otherVersion }) => otherVersion)).toEqual(['1', undefined])
  })
  test('counts once when it names the entry twice, and also when it is contained', () => {
    const contained = { ...provenance({}), target: { reference: '#' } }
    const bundle = bundleOf(
      { ...CONDITION, contained: [contained] },
      provenance({ target: [{ reference: 'Condition/c' }, { reference: 'urn:test:0' }] }),
    )
    expect(stepsOf(bundle)).toHaveLength(2)
  })
  test('tells agents, what they acted for, entities with their roles, and an unchecked signature', () => {
    const bundle = bundleOf(
      CONDITION,
      provenance({
        agent: [
          { ...agent('author', 'Practitioner/1'), onBehalfOf: { reference: 'Organization/2' } },
          { type: type('assembler'), who: { display: 'Hub' } },
        ],
        entity: [{ role: 'removal', what: { reference: 'Condition/old' } }],
        signature: [{ data: 'AA==' }],
      }),
    )
    const [step] = stepsOf(bundle)
    expect(step?.agents.map(({ kind }) => kind)).toEqual(['clinician', 'device'])
    expect(step?.agents[0]?.onBehalfOf).toEqual({ reference: 'Organization/2' })
    expect(step?.entities).toMatchObject([{ role: 'removal', what: { reference: 'Condition/old' } }])
    expect(step?.signed).toBe(true)
  })
  test('reads the agents of STU3 and DSTU2', () => {
    const bundle = bundleOf(
      CONDITION,
      provenance({
        agent: [{ whoReference: { reference: 'Patient/1' } }, { actor: { reference: 'Device/1' } }],
      }),
    )
    expect(stepsOf(bundle)[0]?.agents.map(({ kind }) => kind)).toEqual(['patient', 'device'])
  })
  test('belongs to the record when it is about the bundle or its Composition', () => {
    const bundle = organizeResources({
      resourceType: 'Bundle',
      id: 'b',
      entry: [
        { resource: { resourceType: 'Composition', id: 'x' } },
        { resource: provenance({ target: [{ reference: 'Bundle/b' }] }) },
        { resource: provenance({ target: { reference: 'Composition/x' } }) },
        { resource: provenance({}) },
      ],
    })
    expect(provenanceOf(bundle).ofRecord).toHaveLength(2)
  })
})

describe('who says what an entry says', () => {
  test('a label for what a patient asserted', () => {
    const meta = { security: [{ code: 'PATAST' }, { code: 'R' }] }
    expect(kindsOf(bundleOf({ ...CONDITION, meta }))).toEqual(['patient label PATAST'])
  })
  test('an informant outweighs an author; who passes on or keeps it says nothing', () => {
    const agents = [
      agent('author', 'Practitioner/1'),
      agent('informant', 'Patient/1'),
      agent('transmitter', 'Organization/1'),
      agent('custodian', 'Organization/1'),
    ]
    const bundle = bundleOf(CONDITION, provenance({ agent: agents }))
    expect(kindsOf(bundle)).toEqual(['patient provenance informant'])
    expect(kindsOf(bundleOf(CONDITION, provenance({ agent: agents.slice(2) })))).toEqual([])
  })
  test('software counts when nobody else is named', () => {
    const [device, person] = [agent('assembler', 'Device/1'), agent('author', 'Practitioner/1')]
    expect(kindsOf(bundleOf(CONDITION, provenance({ agent: [device] })))).toEqual([
      'device provenance assembler',
    ])
    expect(kindsOf(bundleOf(CONDITION, provenance({ agent: [device, person] })))).toEqual([
      'clinician provenance author',
    ])
  })
  test('the entry’s own elements: informants of anything, performers of what is observed', () => {
    const medication = {
      resourceType: 'MedicationStatement',
      informationSource: { reference: 'RelatedPerson/1' },
    }
    expect(kindsOf(bundleOf(medication))).toEqual(['relative element informationSource'])
    const observation = {
      resourceType: 'Observation',
      performer: [{ reference: 'Patient/1' }, { reference: 'Patient/1' }],
      device: { reference: 'Device/1' },
    }
    expect(kindsOf(bundleOf(observation))).toEqual(['patient element performer', 'device element device'])
    const procedure = { resourceType: 'Procedure', performer: [{ actor: { reference: 'Patient/1' } }] }
    expect(kindsOf(bundleOf(procedure))).toEqual([])
  })
})

test('the kind of an agent comes from what is included, else from the reference, else is not known', () => {
  const bundle = bundleOf({ resourceType: 'Practitioner', id: '1' })
  const from = itemOf(bundle)
  const kinds = [
    { reference: 'urn:test:0' },
    { reference: 'https://ehr.example/fhir/Organization/7/_history/2' },
    { type: 'Device', display: 'Pump' },
    { display: 'Somebody' },
    { reference: 'constructor/1' },
    'Patient/1',
  ].map((who) => kindOf(who, from, bundle))
  expect(kinds).toEqual(['clinician', 'organization', 'device', undefined, undefined, 'patient'])
})

test('Provenances of any shape never throw', () => {
  const elements = ['target', 'agent', 'entity', 'recorded', 'occurredPeriod', 'signature', 'contained']
  for (const element of elements) {
    for (const shape of WRONG_SHAPES) {
      const bundle = bundleOf(
        CONDITION,
        provenance({ [element]: shape }),
        provenance({ agent: { who: shape } }),
      )
      expect(Array.isArray(sourcesOf(itemOf(bundle), bundle))).toBe(true)
    }
  }
})
