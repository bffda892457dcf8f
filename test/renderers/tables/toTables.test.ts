import { describe, expect, test } from 'vitest'
import { loadLanguage } from '../../../src/i18n/defineMessages'
import { toTables } from '../../../src/renderers/tables/toTables'
import { secondsFor, SOON } from '../../support/duration'
import { bundleOf, cellOf, tableOf, tablesOf, viewContext } from '../../support/fhir'

const allergy = {
  resourceType: 'AllergyIntolerance',
  code: { text: 'Penicillins' },
  criticality: 'high',
  reaction: [
    { manifestation: [{ text: 'Anaphylaxis' }], severity: 'severe', substance: { text: 'Amoxicillin' } },
    { manifestation: { text: 'Hives' }, description: 'on both arms' },
    'swelling',
  ],
}

const dated = (effectiveDateTime?: string) => ({ resourceType: 'Observation', effectiveDateTime })

const resultOf = (value: object) =>
  cellOf({ resourceType: 'Observation', code: { text: 'X' }, ...value }, 'Result')

const concept = (code: string, display?: string) => ({ coding: [{ code, display }] })

const allergyOf = (criticality: string, recordedDate: string) => ({
  resourceType: 'AllergyIntolerance',
  criticality,
  recordedDate,
})

describe('nothing that must be seen is left to the details', () => {
  test('a reaction, how bad it was, and to what', () => {
    expect(cellOf(allergy, 'Reaction')).toEqual([
      'Anaphylaxis (Severe, Amoxicillin)',
      'Hives (on both arms)',
      'swelling',
    ])
    expect(cellOf(allergy, 'Criticality')).toEqual(['High'])
  })

  test('a value of 0, of No, and why there is none', () => {
    expect(resultOf({ valueQuantity: { value: 0, unit: 'mg/dL' } })).toEqual(['0 mg/dL'])
    expect(resultOf({ valueInteger: 0 })).toEqual(['0'])
    expect(resultOf({ valueBoolean: false })).toEqual(['No'])
    expect(resultOf({ dataAbsentReason: concept('masked') })).toEqual(['Withheld'])
    expect(resultOf({})).toEqual([])
  })

  test('the parts of a result, with their flags and reasons', () => {
    const panel = {
      resourceType: 'Observation',
      component: [
        { code: { text: 'A' }, valueQuantity: { value: 0, unit: 'g' }, interpretation: [concept('L')] },
        { code: { text: 'B' }, dataAbsentReason: concept('not-performed') },
        { code: { text: 'C' }, valueString: 'x', referenceRange: [{ text: 'below y' }] },
      ],
    }
    expect(cellOf(panel, 'Result')).toEqual(['A: 0 g (Low)', 'B: Not performed', 'C: x (below y)'])
  })

  test('blood pressure as it is read, and part by part when a part is not plain', () => {
    const part = (code: string, more: object) => ({
      code: concept(code, code === '8480-6' ? 'Systolic' : 'Diastolic'),
      ...more,
    })
    const pressure = (low: object) => ({
      resourceType: 'Observation',
      component: [part('8480-6', { valueQuantity: { value: 132, unit: 'mm[Hg]' } }), part('8462-4', low)],
    })
    expect(cellOf(pressure({ valueQuantity: { value: 84, unit: 'mm[Hg]' } }), 'Result')).toEqual([
      '132/84 mmHg',
    ])
    expect(cellOf(pressure({ dataAbsentReason: concept('unknown') }), 'Result')).toEqual([
      'Systolic: 132 mmHg',
      'Diastolic: Unknown',
    ])
    expect(
      cellOf(pressure({ valueQuantity: { value: 84, comparator: '>', unit: 'mm[Hg]' } }), 'Result'),
    ).toEqual(['Systolic: 132 mmHg', 'Diastolic: > 84 mmHg'])
  })

  test('every reference range, with whom it is for', () => {
    const result = {
      resourceType: 'Observation',
      referenceRange: [
        { low: { value: 0, unit: 'U/L' }, high: { value: 40, unit: 'U/L' }, appliesTo: [{ text: 'Men' }] },
        { text: 'see report', age: { low: { value: 18, code: 'a' } } },
      ],
      interpretation: [{ coding: [{ code: 'HH' }, { display: 'local' }] }],
    }
    expect(cellOf(result, 'Reference range')).toEqual(['0–40 U/L (Men)', 'see report (≥ 18 years)'])
    expect(cellOf(result, 'Flag')).toEqual(['Critically high'])
  })

  test('the results of a panel, with their values', () => {
    const panel = {
      resourceType: 'Observation',
      code: { text: 'Panel' },
      hasMember: [{ reference: 'urn:test:1' }, { display: 'Lost' }],
    }
    const sodium = {
      resourceType: 'Observation',
      code: { text: 'Sodium' },
      valueQuantity: { value: 140, unit: 'mmol/L' },
      interpretation: concept('N'),
    }
    expect(cellOf(panel, 'Result', sodium)).toEqual(['Sodium: 140 mmol/L (Normal)', 'Lost'])
  })

  test('results that share an identifier are three and not one', () => {
    const result = { resourceType: 'Observation', identifier: [{ value: 'A1' }], code: { text: 'X' } }
    expect(tableOf(result, result, result).rows).toHaveLength(3)
  })

  test('a dose as text and as codes, refills of 0, and why it was stopped', () => {
    const request = {
      resourceType: 'MedicationRequest',
      status: 'stopped',
      statusReason: { text: 'rash' },
      dosageInstruction: [{ text: 'with food' }, { asNeededBoolean: true }],
      dispenseRequest: { numberOfRepeatsAllowed: 0 },
      substitution: { allowedBoolean: false },
    }
    expect(cellOf(request, 'Dosage')).toEqual(['with food', 'as needed'])
    expect(cellOf(request, 'Supply')).toEqual(['Refills: 0'])
    expect(cellOf(request, 'Status')).toEqual(['Stopped (rash)'])
    expect(cellOf(request, 'Further information')).toEqual(['Substitution: No'])
  })

  test('strengths, and ingredients that are not active', () => {
    const statement = {
      resourceType: 'MedicationStatement',
      medicationReference: { reference: 'urn:test:1' },
    }
    const product = {
      resourceType: 'Medication',
      code: { text: 'Co-trimoxazole' },
      form: { text: 'tablet' },
      ingredient: [
        {
          itemCodeableConcept: { text: 'Sulfa' },
          strength: { numerator: { value: 400, unit: 'mg' }, denominator: { value: 1, unit: 'tablet' } },
        },
        { itemCodeableConcept: { text: 'Starch' }, isActive: false },
      ],
    }
    expect(cellOf(statement, 'Form and strength', product)).toEqual([
      'tablet',
      'Sulfa 400 mg/tablet',
      'Starch (Inactive)',
    ])
  })

  test('when a vaccine was given, even if only in words, and which dose it was', () => {
    const vaccine = {
      resourceType: 'Immunization',
      vaccineCode: { text: 'MMR' },
      occurrenceString: 'as a child',
      protocolApplied: [{ doseNumberPositiveInt: 1, seriesDosesString: '2' }],
      statusReason: { text: 'declined' },
      status: 'not-done',
    }
    expect(cellOf(vaccine, 'Date')).toEqual(['as a child'])
    expect(cellOf(vaccine, 'Dose')).toEqual(['1 of 2'])
    expect(cellOf(vaccine, 'Status')).toEqual(['Not done (declined)'])
  })

  test('what in a plan must not be done', () => {
    const plan = {
      resourceType: 'CarePlan',
      title: 'Plan',
      activity: [{ detail: { description: 'Contrast CT', doNotPerform: true } }],
    }
    expect(cellOf(plan, 'Activities')).toEqual(['Do not perform: Contrast CT'])
  })

  test('the exceptions to a consent', () => {
    const consent = {
      resourceType: 'Consent',
      provision: {
        type: 'permit',
        provision: [
          {
            type: 'deny',
            purpose: [{ display: 'Research' }],
            provision: [{ type: 'permit', action: { text: 'Read' } }],
          },
        ],
      },
    }
    expect(cellOf(consent, 'Decision')).toEqual(['Permitted'])
    expect(cellOf(consent, 'Exceptions')).toEqual(['Denied (Research); Permitted (Read)'])
  })

  test('the answers to a questionnaire, with those inside them', () => {
    const answers = {
      resourceType: 'QuestionnaireResponse',
      item: [
        {
          text: 'Smoker?',
          answer: [{ valueBoolean: false, item: [{ text: 'Ever?', answer: { valueInteger: 0 } }] }],
        },
        { linkId: '2', item: [{ text: 'Pain', answer: [{ valueDecimal: 0.5 }] }] },
        { text: 'No answer' },
      ],
    }
    expect(cellOf(answers, 'Answers')).toEqual(['Smoker?: No', 'Ever?: 0', '2', 'Pain: 0.5', 'No answer'])
  })

  test('a copay of $0 and a coinsurance in percent', () => {
    const coverage = {
      resourceType: 'Coverage',
      payor: { display: 'Acme' },
      costToBeneficiary: [
        { type: { text: 'Visit' }, valueMoney: { value: 0, currency: 'USD' } },
        { type: { text: 'Rx' }, valueQuantity: { value: 20, unit: '%' } },
        {
          type: { text: 'Other' },
          valueMoney: { extension: [{ url: 'urn:text', valueString: 'DED THEN $10' }] },
        },
      ],
    }
    expect(cellOf(coverage, 'Costs')).toEqual(['Visit: $0.00', 'Rx: 20%', 'Other: DED THEN $10'])
  })

  test('a patient’s former names and addresses, as former ones', () => {
    const patient = {
      resourceType: 'Patient',
      name: [
        { use: 'old', family: 'Vieja' },
        { use: 'official', family: 'Soto' },
      ],
      address: [{ city: 'Salem', use: 'old' }],
    }
    expect(cellOf(patient, 'Name')).toEqual(['Soto'])
    expect(cellOf(patient, 'Other names')).toEqual(['Vieja (former)'])
    expect(cellOf(patient, 'Address')).toEqual(['Salem (former)'])
  })

  test('where data comes from', () => {
    const provenance = {
      resourceType: 'Provenance',
      target: [{ reference: 'urn:test:1' }],
      recorded: '2024',
      agent: [{ who: { display: 'Ana' }, type: { text: 'Author' } }],
    }
    const vaccine = { resourceType: 'Immunization', vaccineCode: { text: 'MMR' } }
    expect(cellOf(provenance, 'About', vaccine)).toEqual(['MMR'])
    expect(cellOf(provenance, 'Who', vaccine)).toEqual(['Ana (Author)'])
  })
})

describe('tables', () => {
  test('stand in clinical order, whatever the order of the bundle', () => {
    const types = [
      'Organization',
      'Widget',
      'Observation',
      '',
      'MedicationStatement',
      'AllergyIntolerance',
      'Patient',
    ]
    const resources = types.map((resourceType) => (resourceType === '' ? { id: 'x' } : { resourceType }))
    expect(tablesOf(resources).map(({ type }) => type)).toEqual([
      'Patient',
      'AllergyIntolerance',
      'MedicationStatement',
      'Observation',
      'Organization',
      'Widget',
      '',
    ])
  })

  test('have the newest first, the undated last, and the order of the bundle otherwise', () => {
    const refs = tableOf(dated(), dated('2023'), dated('2024-05'), dated('2023'), dated('soon')).rows.map(
      ({ ref }) => ref,
    )
    expect(refs).toEqual(['urn:test:2', 'urn:test:1', 'urn:test:3', 'urn:test:0', 'urn:test:4'])
  })

  test('have what is dangerous before what is newer', () => {
    expect(tableOf(allergyOf('low', '2025'), allergyOf('high', '2020')).rows[0]?.ref).toBe('urn:test:1')
  })

  test('show no column that nobody fills, and never a blank first one', () => {
    const table = tableOf(
      { resourceType: 'Condition' },
      { resourceType: 'Condition', code: { text: 'Asthma' } },
    )
    expect(table.columns.map(({ header }) => header)).toEqual(['Problem'])
    expect(table.rows.map(({ cells }) => cells)).toEqual([[['Problem without a name']], [['Asthma']]])
  })

  test('of a type that nobody knows say what it is, when it was and how it stands', () => {
    const [table] = tablesOf([
      {
        resourceType: 'BiologicalWidget',
        title: 'A widget',
        effectivePeriod: { start: '2024' },
        status: 'draft',
      },
    ])
    expect(table).toMatchObject({
      title: 'Biological widget',
      columns: [{ header: 'What' }, { header: 'Date' }, { header: 'Status' }],
    })
    expect(table?.rows[0]?.cells).toEqual([['A widget'], ['Since 2024'], ['Draft']])
  })

  test('take a type by whatever name as data', () => {
    for (const resourceType of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(tablesOf([{ resourceType }])[0]).toMatchObject({
        type: resourceType,
        rows: [{ ref: 'urn:test:0' }],
      })
    }
  })

  test('have a row for an entry that holds no resource', () => {
    const [table] = tablesOf([null, 'text', 5])
    expect(table?.rows.map(({ label, marks }) => [label, marks[0]?.code])).toEqual([
      ['Entry 1', 'no-resource'],
      ['Entry 2', 'no-resource'],
      ['Entry 3', 'no-resource'],
    ])
  })

  test('are in Spanish for those who read Spanish', async () => {
    await loadLanguage('es')
    const [table] = tablesOf(
      [{ resourceType: 'Immunization', status: 'not-done', vaccineCode: { text: 'MMR' } }],
      'es',
    )
    expect(table).toMatchObject({ title: 'Vacunas', columns: [{ header: 'Vacuna' }, { header: 'Estado' }] })
    expect(table?.rows[0]?.marks[0]?.text).toBe('No administrado')
  })

  test('are put into words when somebody reads them, and not before', () => {
    const asked: string[] = []
    const context = viewContext()
    const codes = {
      ...context.codes,
      term: ({ code }: { readonly code: string }) => void asked.push(code),
    }
    const results = Array.from({ length: 300 }, (_, position) => ({
      resourceType: 'Observation',
      code: { coding: [{ system: 'urn:test:tests', code: `t${position}` }] },
      effectiveDateTime: `2024-01-01T${String(position % 24).padStart(2, '0')}:00:00Z`,
    }))
    const bundle = bundleOf(...results)
    const [table] = toTables(bundle.items, bundle, { ...context, codes })
    expect([table?.rows.length, asked]).toEqual([300, []])
    expect(table?.rows[0]?.cells[0]?.[0]).toContain('t')
    expect(new Set(asked).size).toBe(1)
  })

  test('of five thousand results are there in a moment', () => {
    const results = Array.from({ length: 5000 }, (_, position) => ({
      resourceType: 'Observation',
      status: 'final',
      code: { text: `Test ${position % 50}` },
      effectiveDateTime: `20${10 + (position % 15)}-03-04T10:00:00+01:00`,
      valueQuantity: { value: position, unit: 'mg/dL', code: 'mg/dL' },
      performer: [{ reference: 'urn:test:5000' }],
      referenceRange: [{ low: { value: 0 }, high: { value: 9 } }],
    }))
    const bundle = bundleOf(...results, { resourceType: 'Organization', name: 'Lab' })
    expect(secondsFor(() => toTables(bundle.items, bundle, viewContext()))).toBeLessThan(5 * SOON)
  }, 60_000)
})

const sodium = (more: object) => ({
  resourceType: 'Observation',
  code: { text: 'Sodium' },
  valueQuantity: { value: 147, unit: 'mmol/L' },
  referenceRange: [{ low: { value: 135, unit: 'mmol/L' }, high: { value: 145, unit: 'mmol/L' } }],
  ...more,
})

test('a value outside its range is told, though nobody flagged it; a flag is never overruled', () => {
  expect(cellOf(sodium({}), 'Flag')).toEqual(['Above the range given'])
  expect(cellOf(sodium({ interpretation: [concept('N')] }), 'Flag')).toEqual(['Normal'])
  expect(cellOf(sodium({ valueQuantity: { value: 147, unit: 'mmol/L', comparator: '<' } }), 'Flag')).toEqual(
    [],
  )
})

const words = (text: string) => ({ text })

describe('an insurance plan', () => {
  const plan = {
    resourceType: 'InsurancePlan',
    status: 'active',
    name: 'Silver',
    coverage: [
      {
        type: words('Medical'),
        benefit: [{ type: words('Office visit'), limit: [{ code: words('Visits'), value: { value: 10 } }] }],
      },
    ],
    plan: [
      {
        generalCost: [{ type: words('Premium'), cost: { value: 0, currency: 'USD' }, comment: 'Subsidised' }],
        specificCost: [
          {
            category: words('Doctor'),
            benefit: [
              {
                type: words('Office visit'),
                cost: [
                  {
                    type: words('Copay'),
                    applicability: words('In network'),
                    value: { value: 25, unit: 'USD' },
                  },
                  {
                    type: words('Coinsurance'),
                    applicability: words('Out of network'),
                    value: { value: 40, unit: '%' },
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  }

  test('says what it covers, and what each benefit costs in and out of its network', () => {
    expect(cellOf(plan, 'Benefits')).toEqual(['Medical: Office visit (Visits: 10)'])
    expect(cellOf(plan, 'Costs')).toEqual([
      'Premium: $0.00 (Subsidised); Doctor: Office visit: Copay 25 USD (In network); Coinsurance 40% (Out of network)',
    ])
  })

  test('is spelled out where its parts are of another shape', () => {
    const odd = { ...plan, coverage: 'everything', plan: { specificCost: 'nothing' } }
    expect(cellOf(odd, 'Benefits')).toEqual(['everything'])
    expect(cellOf(odd, 'Costs')).toEqual(['nothing'])
  })
})

test('the number of the subscriber is not passed off as the person’s own in a table either', () => {
  const coverage = { resourceType: 'Coverage', subscriberId: 'S-1', identifier: [{ value: 'M-2' }] }
  expect(cellOf(coverage, 'Member ID')).toEqual(['M-2', 'Subscriber’s ID: S-1'])
})
