import { describe, expect, test, vi } from 'vitest'
import { forecastsOf } from '../../../src/renderers/immunizationHistory/forecasts'
import { ACCIDENT, bundleOf, viewContext, WRONG_SHAPES } from '../../support/fhir'

const CVX = 'http://hl7.org/fhir/sid/cvx'
const vaccine = (code: string) => ({ coding: [{ system: CVX, code }] })
const status = (code: string) => ({ coding: [{ code }] })
const criterion = (code: string, value: unknown) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  value,
})
const recommendation = (...parts: readonly unknown[]) => ({
  resourceType: 'ImmunizationRecommendation',
  date: '2026-06-01',
  recommendation: parts,
})
const forecasts = (...resources: readonly unknown[]) => forecastsOf(bundleOf(...resources), viewContext())

// Many shapes take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('what a recommendation says', () => {
  test('is told for each vaccine, what is late or must not be given first', () => {
    const found = forecasts(
      recommendation(
        { vaccineCode: [vaccine('140')], forecastStatus: status('complete') },
        { vaccineCode: [vaccine('208')], forecastStatus: status('due') },
        { targetDisease: { text: 'Rabies' }, forecastStatus: status('contraindicated') },
      ),
      recommendation({ vaccineCode: [vaccine('03')], forecastStatus: status('overdue') }),
    )
    expect(found.map(({ code, label, isUrgent }) => [code, label.split(' [')[0], isUrgent])).toEqual([
      ['overdue', 'Measles, mumps, rubella (MMR)', true],
      ['contraindicated', 'Rabies', true],
      ['due', 'COVID-19, mRNA, 30 mcg (Pfizer-BioNTech)', false],
      ['complete', 'Influenza, inactivated, trivalent, preservative-free', false],
    ])
    expect(found[0]?.status).toBe('Overdue (as of Jun 1, 2026)')
  })

  test('has its dates, the dose, the reason and what must not be given', () => {
    const [forecast] = forecasts(
      recommendation({
        vaccineCode: [vaccine('03')],
        forecastStatus: status('due'),
        dateCriterion: [criterion('30981-5', '2026-05-01'), criterion('59778-1', '2026-09')],
        doseNumberPositiveInt: 2,
        seriesDosesString: '2',
        series: 'Childhood',
        forecastReason: [{ text: 'Age' }],
        contraindicatedVaccineCode: [{ text: 'Live vaccines' }],
        description: 'Bring the book.',
      }),
    )
    expect(forecast?.lines).toEqual([
      'Earliest date to give [LOINC 30981-5]: May 1, 2026',
      'Overdue from [LOINC 59778-1]: Sep 2026',
      'dose 2 of 2',
      'Series: Childhood',
      'Reason: Age',
      'Not: Live vaccines',
      'Bring the book.',
    ])
  })

  test('says where no status is stated, and keeps one that nobody knows', () => {
    const found = forecasts(
      recommendation(
        { vaccineCode: [{ text: 'A' }] },
        { vaccineCode: [{ text: 'B' }], forecastStatus: { text: 'Soon' } },
      ),
    )
    expect(found.map(({ label, status: words }) => `${label}: ${words}`)).toEqual([
      'A: Status not stated (as of Jun 1, 2026)',
      'B: Soon (as of Jun 1, 2026)',
    ])
  })

  test('is nothing where there is none', () => {
    expect(
      forecasts({ resourceType: 'Immunization' }, { resourceType: 'ImmunizationRecommendation' }),
    ).toEqual([])
  })

  test('never throws', () => {
    for (const shape of WRONG_SHAPES) {
      const parts = ['vaccineCode', 'forecastStatus', 'dateCriterion', 'series', 'description']
      const found = [
        ...forecasts({ resourceType: 'ImmunizationRecommendation', recommendation: shape, date: shape }),
        ...parts.flatMap((part) => forecasts(recommendation({ [part]: shape }))),
      ]
      expect(JSON.stringify(found)).not.toMatch(ACCIDENT)
      expect(found.every(({ label, status: words }) => label !== '' && words !== '')).toBe(true)
    }
  })
})
