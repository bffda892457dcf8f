import { describe, expect, test } from 'vitest'
import { toGlance } from '../../../src/renderers/tables/glance/glance'
import type {
  GlanceGroup,
  GlanceItem,
  GlanceSection,
  GlanceSource,
} from '../../../src/renderers/tables/glance/types'
import { ACCIDENT, bundleOf, formatFor, WRONG_SHAPES } from '../../support/fhir'

const LOINC = 'http://loinc.org'

const glance = (
  resources: readonly unknown[],
  source: Omit<GlanceSource, 'items'> = {},
): readonly GlanceGroup[] => {
  const bundle = bundleOf(...resources)
  return toGlance({ items: bundle.items, ...source }, formatFor(bundle))
}

const group = (groups: readonly GlanceGroup[], id: string): GlanceGroup => {
  const found = groups.find((one) => one.id === id)
  if (!found) throw new Error(`no group ${id}`)
  return found
}

const section = (own: Partial<GlanceSection>): GlanceSection => ({
  key: 'urn:doc 0',
  codes: ['48765-2'],
  items: [],
  missing: [],
  emptyReason: [],
  hasText: false,
  saysMore: false,
  ...own,
})

const kindsOf = ({ notes }: GlanceGroup) => notes.map(({ kind }) => kind)
const wordsOf = ({ text, detail, date }: GlanceItem) => [text, detail, date].filter(Boolean).join(' | ')
const textsOf = ({ items }: GlanceGroup) => items.map(wordsOf)

const coded = (text: string) => ({ text })
const allergy = (text: string, more: object = {}) => ({
  resourceType: 'AllergyIntolerance',
  code: coded(text),
  ...more,
})
const statement = (text: string, status: string, more: object = {}) => ({
  resourceType: 'MedicationStatement',
  status,
  medicationCodeableConcept: coded(text),
  ...more,
})
const potassium = (value: unknown, effectiveDateTime: string, more: object = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: LOINC, code: '2823-3' }], text: 'Potassium' },
  effectiveDateTime,
  valueQuantity: { value, unit: 'mmol/L' },
  ...more,
})

const range = (unit: string) => ({ referenceRange: [{ high: { value: 5, unit } }] })

const of = (patient: string) => ({ patient: { reference: `Patient/${patient}` } })

describe('allergies', () => {
  test('the dangerous ones come first, with what happened', () => {
    const allergies = group(
      glance([
        allergy('Dust'),
        allergy('Nuts', { reaction: [{ manifestation: [coded('Hives')], severity: 'severe' }] }),
        allergy('Penicillin', { criticality: 'high' }),
      ]),
      'allergies',
    )
    expect(textsOf(allergies)).toEqual(['Penicillin', 'Nuts | Hives', 'Dust'])
    expect(allergies.items.map(({ marks }) => marks.map(({ code }) => code))).toEqual([
      ['high-criticality'],
      ['severe-reaction'],
      [],
    ])
  })

  test('what was refuted or entered in error is not listed, and is counted', () => {
    const allergies = group(
      glance([
        allergy('Latex'),
        allergy('Fish', { verificationStatus: 'refuted' }),
        allergy('Milk', { verificationStatus: { coding: [{ code: 'entered-in-error' }] } }),
        allergy('Eggs', { clinicalStatus: 'resolved' }),
      ]),
      'allergies',
    )
    expect(textsOf(allergies)).toEqual(['Latex'])
    expect(allergies.notes.map(({ text }) => text)).toEqual([
      'Not listed: 1 that is over.',
      'Not listed: 2 entered in error or refuted.',
    ])
  })

  test.each([
    ['none known', 'no-known-allergies', 'none'],
    ['nothing known', 'no-allergy-info', 'unknown'],
    ['none of a part known', 'no-known-food-allergies', 'none'],
  ])('%s is its own answer', (_name, code, kind) => {
    const allergies = group(glance([allergy('as stated', { code: { coding: [{ code }] } })]), 'allergies')
    expect(allergies.items).toEqual([])
    expect(kindsOf(allergies)).toEqual([kind])
  })

  test('none known beside an allergy is a contradiction', () => {
    const none = allergy('', { code: { coding: [{ code: '716186003', display: 'No known allergy' }] } })
    const allergies = group(glance([none, allergy('Latex')]), 'allergies')
    expect(textsOf(allergies)).toEqual(['Latex'])
    expect(allergies.notes).toMatchObject([
      { kind: 'error', text: 'Contradictory: “No known allergy” is stated as well.' },
    ])
  })

  test('one with a qualifier that nobody understands is told, and neither listed nor forgotten', () => {
    const allergies = group(
      glance([allergy('Latex', { modifierExtension: [{ url: 'urn:not', valueBoolean: true }] })]),
      'allergies',
    )
    expect(allergies.items).toEqual([])
    expect(kindsOf(allergies)).toEqual(['unknown', 'error'])
  })
})

describe('what is not there', () => {
  test('a record without a kind that is expected says that it is not included, and never "none"', () => {
    const groups = glance([statement('Aspirin', 'active')])
    expect(group(groups, 'allergies').notes).toEqual([
      {
        kind: 'unknown',
        text: 'Not included in this record. That says nothing about whether there is anything.',
      },
    ])
  })

  test.each([
    ['nilknown', 'none', 'None known, the author states.'],
    ['notasked', 'unknown', 'Unknown: not asked.'],
    ['withheld', 'unknown', 'Information withheld.'],
    ['unavailable', 'unknown', 'Unknown: no information available.'],
    ['in the fire', 'unknown', 'Left empty: in the fire'],
  ])('an empty section says why: %s', (reason, kind, text) => {
    const groups = glance([], { isSummary: true, sections: [section({ emptyReason: [reason] })] })
    expect(group(groups, 'allergies').notes).toEqual([
      { kind, text, goal: { kind: 'section', key: 'urn:doc 0' } },
    ])
  })

  test('a section of text alone sends the reader there', () => {
    const groups = glance([], { isSummary: true, sections: [section({ hasText: true })] })
    expect(group(groups, 'allergies').notes).toEqual([
      {
        kind: 'unknown',
        text: 'Only in the author’s text: read it there.',
        goal: { kind: 'section', key: 'urn:doc 0' },
      },
    ])
  })

  test('a section without anything, and entries that are not included, are told', () => {
    const bare = glance([], { isSummary: true, sections: [section({})] })
    expect(group(bare, 'allergies').notes.map(({ text }) => text)).toEqual(['Left empty without a reason.'])
    const lost = glance([], { isSummary: true, sections: [section({ missing: ['x', 'y'] })] })
    expect(group(lost, 'allergies').notes.map(({ text }) => text)).toEqual([
      '2 entries are mentioned, but not included.',
    ])
  })
})

describe('medication', () => {
  test('what is taken is listed once; what must not be given says so; what is over is counted', () => {
    const medications = group(
      glance([
        statement('Aspirin', 'active'),
        statement('aspirin', 'active'),
        statement('Warfarin', 'stopped'),
        statement('Iron', 'not-taken'),
        {
          resourceType: 'MedicationRequest',
          status: 'active',
          doNotPerform: true,
          medicationCodeableConcept: coded('Ibuprofen'),
        },
      ]),
      'medications',
    )
    expect(textsOf(medications)).toEqual(['Aspirin (2 entries)', 'Ibuprofen'])
    expect(medications.items[1]?.marks.map(({ code }) => code)).toEqual(['do-not-perform'])
    expect(medications.notes.map(({ text }) => text)).toEqual(['Not listed: 2 that are over.'])
  })

  test('a dose that was given once says nothing about today', () => {
    const medications = group(
      glance([
        {
          resourceType: 'MedicationAdministration',
          status: 'completed',
          medicationCodeableConcept: coded('Morphine'),
        },
      ]),
      'medications',
    )
    expect(medications.items).toEqual([])
    expect(medications.notes[0]?.text).toBe('1 entry, not stated as current.')
  })
})

describe('problems', () => {
  test('what only stands among the past problems is over, unless it says that it is not', () => {
    const bundle = bundleOf(
      { resourceType: 'Condition', code: coded('Asthma') },
      { resourceType: 'Condition', code: coded('Measles') },
      { resourceType: 'Condition', code: coded('Tumour'), clinicalStatus: 'remission' },
    )
    const [asthma, measles, tumour] = bundle.items
    if (!asthma || !measles || !tumour) throw new Error('three entries')
    const groups = toGlance(
      {
        items: bundle.items,
        sections: [
          section({ codes: ['11450-4'], items: [asthma] }),
          section({ codes: ['11348-0'], items: [measles, tumour] }),
        ],
      },
      formatFor(bundle),
    )
    expect(textsOf(group(groups, 'problems'))).toEqual(['Asthma', 'Tumour'])
    expect(group(groups, 'problems').notes.map(({ text }) => text)).toEqual(['Not listed: 1 that is over.'])
  })
})

describe('results', () => {
  const high = { interpretation: [{ coding: [{ code: 'H' }] }] }
  const core = allergy('Latex')

  test('the newest of each test counts: what was high once and is no longer is not listed', () => {
    const results = group(
      glance([core, potassium(6, '2024-01-01', high), potassium(4, '2025-01-01', { interpretation: 'N' })]),
      'results',
    )
    expect(results.items).toEqual([])
    expect(results.notes[0]?.text).toContain('1 test; its newest result is neither flagged')
  })

  test('a flag is told in words, the critical first, and a value taken back not at all', () => {
    const sodium = {
      resourceType: 'Observation',
      code: coded('Sodium'),
      valueQuantity: { value: 110, unit: 'mmol/L' },
      interpretation: [{ coding: [{ code: 'LL' }] }],
    }
    const results = group(
      glance([
        core,
        potassium(6, '2025-01-01', high),
        potassium(9, '2026-01-01', { ...high, status: 'entered-in-error' }),
        sodium,
      ]),
      'results',
    )
    expect(results.items.map((item) => [wordsOf(item), item.marks.map((mark) => mark.text)])).toEqual([
      ['Sodium | 110 mmol/L', ['Critically low']],
      ['Potassium | 6 mmol/L | Jan 1, 2025', ['High']],
    ])
  })

  test('a value outside the one range in its unit is told as computed; in another unit nothing is said', () => {
    const outside = group(glance([core, potassium(6, '2025-01-01', range('mmol/L'))]), 'results')
    expect(outside.items[0]?.marks.map(({ text }) => text)).toEqual(['Above the range given'])
    const other = group(glance([core, potassium(6, '2025-01-01', range('mg/dL'))]), 'results')
    expect(other.items).toEqual([])
    expect(other.notes.map(({ text }) => text)).toEqual(['1 test came with neither a flag nor a range.'])
  })
})

describe('vaccinations', () => {
  test('those given are counted, those not given are not, and those due are named', () => {
    const dose = (status: string) => ({
      resourceType: 'Immunization',
      status,
      vaccineCode: coded('Tetanus'),
      occurrenceDateTime: '2020-05-04',
    })
    const groups = glance([
      allergy('Latex'),
      dose('completed'),
      dose('not-done'),
      {
        resourceType: 'ImmunizationRecommendation',
        recommendation: [
          { vaccineCode: [coded('Influenza')], forecastStatus: { coding: [{ code: 'overdue' }] } },
          { vaccineCode: [coded('Polio')], forecastStatus: { coding: [{ code: 'complete' }] } },
        ],
      },
    ])
    expect(group(groups, 'immunizations').title).toBe('Vaccinations (1)')
    expect(textsOf(group(groups, 'immunizations'))).toEqual(['latest: Tetanus | May 4, 2020'])
    expect(textsOf(group(groups, 'dueVaccines'))).toEqual(['Influenza'])
  })
})

describe('whose it is', () => {
  const records = [
    { resourceType: 'Patient', id: 'a' },
    { resourceType: 'Patient', id: 'b' },
    allergy('Latex', of('a')),
    allergy('Nuts', of('b')),
  ]

  test('what is about two people is never shown as one', () => {
    expect(glance(records)).toEqual([])
  })

  test('a document about one of them tells what is theirs', () => {
    const bundle = bundleOf(...records)
    const subject = bundle.items[0]?.resource
    const groups = toGlance({ items: bundle.items, ...(subject && { subject }) }, formatFor(bundle))
    expect(textsOf(group(groups, 'allergies'))).toEqual(['Latex'])
  })
})

test('a record with nothing to be seen at a glance has no strip', () => {
  expect(glance([{ resourceType: 'Patient' }, potassium(4, '2025-01-01')])).toEqual([])
})

test('whatever shape the parts of a record have, nothing is thrown and nothing is said by accident', () => {
  for (const shape of WRONG_SHAPES) {
    const parts = ['code', 'status', 'criticality', 'reaction', 'severity', 'category', 'interpretation']
    const odd = Object.fromEntries(
      [...parts, 'referenceRange', 'component', 'recommendation', 'effectivePeriod', 'subject', 'period'].map(
        (name) => [name, shape],
      ),
    )
    const types = ['AllergyIntolerance', 'Condition', 'MedicationStatement', 'Observation', 'Flag', 'Consent']
    const groups = glance(
      [...types, 'ImmunizationRecommendation', 'Immunization', 'DeviceUseStatement'].map((resourceType) => ({
        ...odd,
        resourceType,
      })),
    )
    expect(groups.length).toBeGreaterThan(0)
    expect(JSON.stringify(groups)).not.toMatch(ACCIDENT)
  }
})
