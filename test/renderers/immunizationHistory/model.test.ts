import { describe, expect, test, vi } from 'vitest'
import { createCodeRenderer, type LoadTerms } from '../../../src/core/codes/codeRenderer'
import type { Bundle } from '../../../src/core/fhir/types'
import { organizeResources, type OrganizedBundle } from '../../../src/core/organizeResources'
import { immunizationHistory } from '../../../src/renderers/immunizationHistory'
import { toModel, type GroupState } from '../../../src/renderers/immunizationHistory/model'
import hostile from '../../fixtures/bundles/immunizationHistory/hostile.json'
import record from '../../fixtures/bundles/immunizationHistory/record.json'
import { ACCIDENT, bundleOf, viewContext, WRONG_SHAPES } from '../../support/fhir'

const organized = (bundle: unknown): OrganizedBundle => organizeResources(bundle as Bundle)
const modelOf = (bundle: unknown) => toModel(organized(bundle), viewContext())
const labelsOf = (bundle: unknown, state: GroupState): readonly string[] =>
  modelOf(bundle)
    .groups.filter((group) => group.state === state)
    .flatMap(({ table }) => table.rows.map(({ label }) => label))

/** What the row of an entry says under a header. */
function cellsOf(bundle: unknown, ref: string, header: string): readonly string[] {
  const { groups } = modelOf(bundle)
  const table = groups.map((group) => group.table).find(({ rows }) => rows.some((row) => row.ref === ref))
  const column = table?.columns.findIndex((candidate) => candidate.header === header) ?? -1
  return table?.rows.find((row) => row.ref === ref)?.cells[column] ?? []
}

// Many shapes times many elements take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('which bundles are vaccination records', () => {
  const immunization = { resourceType: 'Immunization' }

  test('those with a vaccination and what belongs to it', () => {
    expect(immunizationHistory.matches(organized(record))).toBe(true)
    expect(immunizationHistory.matches(organized(hostile))).toBe(true)
    expect(immunizationHistory.matches(bundleOf(immunization))).toBe(true)
  })

  test('none without a vaccination', () => {
    expect(immunizationHistory.matches(bundleOf({ resourceType: 'Patient' }))).toBe(false)
    expect(immunizationHistory.matches(bundleOf())).toBe(false)
  })

  test('none with anything else that matters in it', () => {
    for (const resourceType of [
      'Condition',
      'AllergyIntolerance',
      'Observation',
      'Composition',
      'Coverage',
    ]) {
      expect(immunizationHistory.matches(bundleOf(immunization, { resourceType }))).toBe(false)
    }
  })

  test('they are about everyone in them', () => {
    expect(immunizationHistory.subjects(organized(record)).map(({ birthDate }) => birthDate)).toEqual([
      '2019-02-11',
    ])
    expect(immunizationHistory.subjects(organized(hostile))).toHaveLength(1)
    const two = bundleOf(immunization, { resourceType: 'Patient' }, { resourceType: 'Patient' })
    expect(immunizationHistory.subjects(two)).toHaveLength(2)
  })
})

describe('a vaccination record', () => {
  // B-65
  test('has the newest vaccine first, and undated ones last', () => {
    expect(labelsOf(record, 'active')).toEqual([
      'Measles, mumps and rubella',
      'DTaP',
      'COVID-19, mRNA, 30 mcg (Pfizer-BioNTech) [CVX 208]',
      'Tetanus',
    ])
  })

  test('never counts what was not given, or was entered in error, as a dose', () => {
    expect(modelOf(record).doses).toBe(4)
    expect(labelsOf(record, 'negated')).toEqual(['Influenza', 'Varicella'])
    expect(labelsOf(record, 'retracted')).toEqual(['Yellow fever'])
  })

  test('sets them apart by words', () => {
    const groups = modelOf(record).groups.map(({ table, lead }) => [table.title, lead])
    expect(groups).toEqual([
      ['Given', undefined],
      ['Not given', 'These vaccines were not given. They do not count as doses.'],
      ['Entered in error', 'These entries were withdrawn. They do not count as doses.'],
    ])
  })

  test('says what was given, when, which dose of how many, from which lot and by whom', () => {
    expect(cellsOf(record, 'resource:1', 'Vaccine')).toEqual([
      'COVID-19, mRNA, 30 mcg (Pfizer-BioNTech) [CVX 208]',
    ])
    expect(cellsOf(record, 'resource:1', 'Date')).toEqual(['May 4, 2021'])
    expect(cellsOf(record, 'resource:1', 'Lot')).toEqual(['LOT-208'])
    expect(cellsOf(record, 'resource:1', 'Performer')).toEqual(['School clinic'])
    expect(cellsOf(record, 'resource:2', 'Dose')).toEqual(['2 of 2'])
  })

  test('keeps a date in words and a year alone as they were recorded', () => {
    expect(cellsOf(record, 'resource:3', 'Date')).toEqual(['as a baby, abroad'])
    expect(cellsOf(record, 'resource:8', 'Date')).toEqual(['2023'])
  })

  test('keeps why a vaccine was not given', () => {
    expect(cellsOf(record, 'resource:4', 'Status')).toEqual(['Not done (Ill that day)'])
  })

  // B-35
  test('keeps reactions, and the observation of one is part of the record', () => {
    expect(cellsOf(record, 'resource:3', 'Further information').join()).toContain('Fever')
    expect(
      modelOf(record)
        .rest.map(({ type }) => type)
        .toSorted(),
    ).toEqual(['Observation', 'Patient'])
  })

  test('names a vaccine of which the card gives only the CVX code, and asks nobody for it', () => {
    const load = vi.fn<LoadTerms>()
    const context = { ...viewContext(), codes: createCodeRenderer(load) }
    const rows = toModel(organized(record), context).groups[0]?.table.rows ?? []
    expect(rows.find(({ ref }) => ref === 'resource:1')?.label).toBe(
      'COVID-19, mRNA, 30 mcg (Pfizer-BioNTech) [CVX 208]',
    )
    expect(load).not.toHaveBeenCalled()
  })

  test('is in the reader’s language', async () => {
    const { loadLanguage } = await import('../../../src/i18n/defineMessages')
    await loadLanguage('es')
    const { groups } = toModel(organized(record), viewContext('es'))
    expect(groups.map(({ table }) => table.title)).toEqual([
      'Administradas',
      'No administradas',
      'Registradas por error',
    ])
  })
})

// B-31, B-33
describe('a vaccination record from a stranger', () => {
  test('shows what it can, and keeps what it cannot read', () => {
    expect(cellsOf(hostile, 'urn:uuid:2', 'Vaccine')).toEqual(['Polio'])
    expect(cellsOf(hostile, 'urn:uuid:2', 'Date')).toEqual(['01-01-2021 (not a valid date)'])
    expect(cellsOf(hostile, 'urn:uuid:2', 'Lot')).toEqual(['0'])
    expect(cellsOf(hostile, 'urn:uuid:2', 'Dose')).toEqual(['1 of 3'])
    expect(labelsOf(hostile, 'negated')).toEqual(['208'])
  })

  test('never throws and never shows an accident', () => {
    for (const shape of WRONG_SHAPES) {
      for (const element of [
        'status',
        'vaccineCode',
        'patient',
        'occurrenceDateTime',
        'lotNumber',
        'performer',
        'protocolApplied',
        'reaction',
        'statusReason',
      ]) {
        const bundle = bundleOf({ resourceType: 'Immunization', [element]: shape })
        expect(() => [
          immunizationHistory.matches(bundle),
          immunizationHistory.subjects(bundle),
        ]).not.toThrow()
        const { groups } = toModel(bundle, viewContext())
        const said = groups.flatMap(({ table }) => table.rows.map(({ label, cells }) => [label, ...cells]))
        expect(JSON.stringify(said)).not.toMatch(ACCIDENT)
      }
    }
  })

  test.each([
    ['a record', record],
    ['a hostile record', hostile],
  ])('every entry of %s has a place', (_name, bundle) => {
    const { groups, rest } = modelOf(bundle)
    const tables = [...groups.map(({ table }) => table), ...rest]
    const refs = tables.flatMap(({ rows }) => rows.map(({ ref }) => ref))
    expect(refs.toSorted()).toEqual(
      organized(bundle)
        .items.map(({ ref }) => ref)
        .toSorted(),
    )
  })
})

const coded = (...codes: readonly string[]) => ({
  resourceType: 'Immunization',
  status: 'completed',
  occurrenceDateTime: '2024-03-01',
  vaccineCode: { coding: codes.map((code) => ({ system: 'http://hl7.org/fhir/sid/cvx', code })) },
})
const modelFor = (...resources: readonly object[]) => toModel(bundleOf(...resources), viewContext())

describe('an entry that is no vaccination', () => {
  test('is not a dose where no vaccine was administered, though its status says completed', () => {
    const { doses, groups } = modelFor(coded('998'))
    expect(doses).toBe(0)
    expect(groups.map(({ state }) => state)).toEqual(['negated'])
    expect(groups[0]?.table.rows[0]?.marks.map(({ text }) => text)).toContain('No vaccine was given')
  })

  test.each(['95', '96', '97', '98'])('is a skin test and not a dose: CVX %s', (code) => {
    const { doses, groups, diseases } = modelFor(coded(code), coded('03'))
    expect(doses).toBe(1)
    expect(diseases.every(({ dates }) => dates.length === 1)).toBe(true)
    expect(groups.map(({ state, table }) => [state, table.title, table.rows.length])).toEqual([
      ['active', 'Given', 1],
      ['skin-test', 'Skin tests', 1],
    ])
    expect(groups[1]?.table.rows[0]?.marks.map(({ text }) => text)).toContain('Skin test, not a vaccine')
  })

  test('stays withdrawn where it was entered in error', () => {
    const { groups } = modelFor({ ...coded('96'), status: 'entered-in-error' })
    expect(groups.map(({ state }) => state)).toEqual(['retracted'])
  })

  test.each([[['998', '03']], [['999']], [['13']]])(
    'is not made of one that names something else: %s',
    (codes) => {
      expect(modelFor(coded(...codes)).doses).toBe(1)
    },
  )

  test('has its words in Spanish', () => {
    const { groups } = toModel(bundleOf(coded('98')), viewContext('es'))
    expect(groups[0]?.table.title).toBe('Pruebas cutáneas')
  })
})
