import { describe, expect, test, vi } from 'vitest'
import { loadLanguage } from '../../../src/i18n/defineMessages'
import { organizeResources } from '../../../src/core/organizeResources'
import { codeOf, diseasesOf, targetsOf } from '../../../src/renderers/immunizationHistory/diseases'
import { toModel } from '../../../src/renderers/immunizationHistory/model'
import { englishDiseases } from '../../../src/renderers/tables/messagesDiseases'
import { englishVaccines } from '../../../src/renderers/tables/messagesVaccines'
import { ACCIDENT, bundleOf, formatFor, viewContext, WRONG_SHAPES } from '../../support/fhir'

const CVX = 'http://hl7.org/fhir/sid/cvx'
const SNOMED = 'http://snomed.info/sct'
const coded = (code: unknown, system = CVX) => ({ coding: [{ system, code }] })
const dose = (code: string, occurrenceDateTime?: string, status = 'completed') => ({
  resourceType: 'Immunization',
  status,
  vaccineCode: coded(code),
  ...(occurrenceDateTime !== undefined && { occurrenceDateTime }),
})
const linesOf = (...resources: readonly unknown[]) =>
  toModel(bundleOf(...resources), viewContext()).diseases.map(
    ({ label, doses, dates }) => `${label}: ${doses}: ${dates.map(({ text }) => text).join('; ')}`,
  )
const protocol = (code: string, doseNumberPositiveInt: number) => ({
  targetDisease: [coded(code, SNOMED)],
  doseNumberPositiveInt,
  seriesDosesPositiveInt: 3,
})

const against = (targetDisease: unknown) => ({
  resourceType: 'Immunization',
  status: 'completed',
  vaccineCode: { text: 'Jab' },
  occurrenceDateTime: '2024',
  protocolApplied: [{ targetDisease: [targetDisease] }],
})
const remarks = (...resources: readonly unknown[]) =>
  toModel(bundleOf(...resources), viewContext()).diseases.map(({ remark }) => remark)

const evaluation = (status: string) => ({
  resourceType: 'ImmunizationEvaluation',
  status,
  immunizationEvent: { reference: 'urn:test:0' },
  doseStatus: { coding: [{ code: 'notvalid' }] },
})

// Many shapes take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('what a vaccine protects against', () => {
  test.each([
    ['208', ['covid']],
    ['3', ['measles', 'mumps', 'rubella']],
    ['115', ['tetanus', 'diphtheria', 'pertussis']],
    ['104', ['hepatitisB', 'hepatitisA']],
    ['998', []],
    ['30', []],
    ['constructor', []],
  ])('CVX %s: %j', (code, diseases) => {
    expect(diseasesOf(coded(code))).toEqual(diseases)
  })

  test('is told by CVX alone, under any of its names', () => {
    expect(diseasesOf(coded('208', 'urn:oid:2.16.840.1.113883.12.292'))).toEqual(['covid'])
    expect(diseasesOf(coded('208', 'urn:local'))).toEqual([])
    expect(diseasesOf({ text: 'COVID-19' })).toEqual([])
    for (const shape of [undefined, null, 5, 'x', [], [[]], { coding: 'x' }])
      expect(diseasesOf(shape)).toEqual([])
  })

  test('agrees with the name of each vaccine that names its diseases', () => {
    const NAMED = [
      ['covid', /^COVID-19/],
      ['influenza', /^Influenza(?! H5N1)/],
      ['avianInfluenza', /^(?:Avian i|I)nfluenza H5/],
      ['polio', /polio|Polio/],
      ['tetanus', /^Tetanus(?! immune)|tetanus/],
      ['diphtheria', /^Diphtheria(?! antitoxin)|diphtheria/],
      ['pertussis', /[Pp]ertussis/],
      ['hepatitisB', /[Hh]epatitis B(?! immune)/],
      ['hepatitisA', /[Hh]epatitis A(?! immune)/],
      ['hib', /\bHib\b/],
      ['measles', /[Mm]easles/],
      ['mumps', /[Mm]umps/],
      ['rubella', /[Rr]ubella/],
      ['varicella', /[Cc]hickenpox/],
      ['zoster', /^Shingles/],
      ['rsv', /^RSV(?! immune)/],
      ['pneumococcal', /^Pneumococcal/],
      ['meningococcal', /^Meningococcal/],
      ['hpv', /^Human papilloma/],
      ['rotavirus', /^Rotavirus/],
      ['rabies', /^Rabies(?! immune)/],
      ['typhoid', /^Typhoid/],
      ['cholera', /^Cholera/],
      ['yellowFever', /^Yellow fever/],
      ['japaneseEncephalitis', /^Japanese/],
      ['tickBorneEncephalitis', /^Tick-borne/],
      ['smallpox', /^Smallpox/],
      ['mpox', /mpox/],
      ['anthrax', /^Anthrax(?! immune)/],
      ['dengue', /^Dengue/],
      ['chikungunya', /^Chikungunya/],
      ['ebola', /^Ebola/],
    ] as const
    const wrong = Object.entries(englishVaccines).flatMap(([code, name]) => {
      const stated = diseasesOf(coded(code))
      return NAMED.filter(([disease, pattern]) => pattern.test(name) !== stated.includes(disease)).map(
        ([disease]) => `${code} ${name}: ${disease}`,
      )
    })
    expect(wrong).toEqual([])
  })
})

describe('what a record says that a vaccine was given against', () => {
  test.each([
    ['14189004', ['measles']],
    ['397428000', ['diphtheria']],
    ['397430003', ['diphtheria']],
    ['840539006', ['covid']],
    ['73211009', []],
    ['constructor', []],
  ])('SNOMED CT %s: %j', (code, diseases) => {
    expect(targetsOf(coded(code, SNOMED))).toEqual(diseases)
    expect(targetsOf(coded(code))).toEqual([])
  })
})

test('every disease has words by its code, in English and in Spanish', async () => {
  await loadLanguage('es')
  const codes = Object.keys(englishDiseases)
  for (const language of ['en', 'es'] as const) {
    const { disease } = formatFor(bundleOf(), language).speech
    expect(codes.filter((code) => disease(code) === undefined)).toEqual([])
    for (const vaccine of Object.keys(englishVaccines))
      for (const found of diseasesOf(coded(vaccine))) expect(disease(codeOf(found))).toBeDefined()
  }
  expect(formatFor().code(coded('67924001', SNOMED))).toBe('Smallpox [SNOMED CT 67924001]')
  expect(codes.filter((code) => targetsOf(coded(code, SNOMED)).length !== 1)).toEqual([])
})

describe('the doses by disease', () => {
  test('count for each disease of a combined vaccine, the latest first', () => {
    expect(linesOf(dose('03', '2020-01-05'), dose('94', '2024-02'), dose('140', '2023-10-01'))).toEqual([
      'Measles: 2 doses: Feb 2024; Jan 5, 2020',
      'Mumps: 2 doses: Feb 2024; Jan 5, 2020',
      'Rubella: 2 doses: Feb 2024; Jan 5, 2020',
      'Chickenpox: 1 dose: Feb 2024',
      'Influenza: 1 dose: Oct 1, 2023',
    ])
  })

  test('never count what was not given or was withdrawn', () => {
    expect(linesOf(dose('140', '2023-10-01', 'not-done'), dose('208', '2021-05-04'))).toEqual([
      'COVID-19: 1 dose: May 4, 2021',
    ])
    expect(linesOf(dose('208', '2021-05-04', 'entered-in-error'))).toEqual([])
  })

  test('have a line for what nothing assigns, and say where no date is stated', () => {
    const other = { resourceType: 'Immunization', status: 'completed', vaccineCode: { text: 'Jab' } }
    expect(linesOf(other, dose('208'))).toEqual([
      'COVID-19: 1 dose: date not stated',
      'Vaccines whose disease is not stated: 1 dose: date not stated',
    ])
    expect(linesOf(other)).toEqual([])
  })

  test('say which dose of how many, of the protocol for that very disease', () => {
    const combined = {
      ...dose('110', '2024-03-01'),
      protocolApplied: [protocol('76902006', 2), protocol('66071002', 3)],
    }
    expect(linesOf(combined)).toEqual([
      'Tetanus: 1 dose: Mar 1, 2024 (dose 2 of 3)',
      'Diphtheria: 1 dose: Mar 1, 2024',
      'Pertussis (whooping cough): 1 dose: Mar 1, 2024',
      'Polio: 1 dose: Mar 1, 2024',
      'Hepatitis B: 1 dose: Mar 1, 2024 (dose 3 of 3)',
    ])
  })

  test('go by what the record says where the vaccine has no code, by code or in words', () => {
    expect(linesOf(dose('05', '2025'), against(coded('14189004', SNOMED)))).toEqual([
      'Measles: 2 doses: 2025; 2024',
    ])
    expect(linesOf(against({ text: 'Plague' }), against({ text: 'Plague' }))).toEqual([
      'Plague: 2 doses: 2024; 2024',
    ])
  })

  test('carry what makes a dose doubtful', () => {
    expect(linesOf({ ...dose('208', '2021-05-04'), isSubpotent: true })).toEqual([
      'COVID-19: 1 dose: May 4, 2021 (Sub-potent dose)',
    ])
  })

  test('say which dose an evaluation in the record judges not to count, unless that was withdrawn', () => {
    expect(linesOf(dose('208', '2021-05-04'), evaluation('completed'))).toEqual([
      'COVID-19: 1 dose: May 4, 2021 (judged not valid)',
    ])
    expect(linesOf(dose('208', '2021-05-04'), evaluation('entered-in-error'))).toEqual([
      'COVID-19: 1 dose: May 4, 2021',
    ])
  })

  test('are doubtful where two entries name the same day', () => {
    expect(remarks(dose('208', '2021-05-04'), dose('217', '2021-05-04T10:00:00Z'))).toEqual([
      'More than one entry for May 4, 2021: it may be the same dose.',
    ])
    expect(remarks(dose('208', '2021-05-04'), dose('208', '2021-05'))).toEqual([undefined])
  })

  test('are none in an empty record', () => {
    expect(
      toModel(organizeResources({ resourceType: 'Bundle', type: 'collection' }), viewContext()).diseases,
    ).toEqual([])
  })

  test('never throw', () => {
    for (const shape of WRONG_SHAPES) {
      for (const element of ['vaccineCode', 'protocolApplied', 'occurrenceDateTime', 'date', 'status']) {
        const lines = linesOf({ ...dose('208', '2021-05-04'), [element]: shape }, dose('208'))
        expect(lines.join('')).not.toMatch(ACCIDENT)
      }
      expect(linesOf({ ...dose('110'), protocolApplied: [{ targetDisease: shape }] }).join('')).not.toMatch(
        ACCIDENT,
      )
    }
  })
})
