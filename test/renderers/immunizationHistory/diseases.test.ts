import { describe, expect, test } from 'vitest'
import { organizeResources } from '../../../src/core/organizeResources'
import { diseasesOf } from '../../../src/renderers/immunizationHistory/diseases'
import { toModel } from '../../../src/renderers/immunizationHistory/model'
import { englishVaccines } from '../../../src/renderers/tables/messagesVaccines'
import { bundleOf, viewContext } from '../../support/fhir'

const CVX = 'http://hl7.org/fhir/sid/cvx'
const coded = (code: unknown, system = CVX) => ({ coding: [{ system, code }] })
const dose = (code: string, occurrenceDateTime?: string, status = 'completed') => ({
  resourceType: 'Immunization',
  status,
  vaccineCode: coded(code),
  ...(occurrenceDateTime !== undefined && { occurrenceDateTime }),
})
const linesOf = (...resources: readonly unknown[]) =>
  toModel(bundleOf(...resources), viewContext()).diseases.map(({ label, doses }) => `${label}: ${doses}`)

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

describe('the doses by disease', () => {
  test('count each disease of a combined vaccine, the latest first', () => {
    expect(linesOf(dose('03', '2020-01-05'), dose('94', '2024-02'), dose('140', '2023-10-01'))).toEqual([
      'Measles: 2 doses, the latest Feb 2024',
      'Mumps: 2 doses, the latest Feb 2024',
      'Rubella: 2 doses, the latest Feb 2024',
      'Chickenpox: 1 dose, the latest Feb 2024',
      'Influenza: 1 dose, the latest Oct 1, 2023',
    ])
  })

  test('never count what was not given or was withdrawn', () => {
    expect(linesOf(dose('140', '2023-10-01', 'not-done'), dose('208', '2021-05-04'))).toEqual([
      'COVID-19: 1 dose, the latest May 4, 2021',
    ])
    expect(linesOf(dose('208', '2021-05-04', 'entered-in-error'))).toEqual([])
  })

  test('have a line for what no code assigns, and no date where none is stated', () => {
    const other = { resourceType: 'Immunization', status: 'completed', vaccineCode: { text: 'Jab' } }
    expect(linesOf(other, dose('208'))).toEqual([
      'COVID-19: 1 dose',
      'Vaccines whose code does not tell: 1 dose',
    ])
    expect(linesOf(other)).toEqual([])
  })

  test('are none in an empty record', () => {
    expect(
      toModel(organizeResources({ resourceType: 'Bundle', type: 'collection' }), viewContext()).diseases,
    ).toEqual([])
  })
})
