import { describe, expect, test } from 'vitest'
import { loadLanguage } from '../../../src/i18n/defineMessages'
import { createFormat, type Format } from '../../../src/renderers/tables/format'
import { ACCIDENT, bundleOf, formatFor, itemOf, viewContext, WRONG_SHAPES } from '../../support/fhir'

const every = (frequency: object) => ({
  timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', ...frequency } },
})

const f = formatFor()
const HL7 = 'http://terminology.hl7.org/CodeSystem'
const absent = (code: string) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code }],
})

describe('a date', () => {
  test.each([
    ['2024-03', 'Mar 2024'],
    ['2024-02-30', '2024-02-30 (not a valid date)'],
    [['2024', '2025'], '2024; 2025'],
    [undefined, undefined],
  ])('%j reads %j', (sent, words) => {
    expect(f.date(sent)).toBe(words)
  })

  test('that is absent says why', () => {
    expect(f.date(undefined, absent('asked-declined'))).toBe('Asked, but not answered')
    expect(f.date(undefined, absent('some-local-code'))).toBe('some-local-code')
    expect(f.date('2024', absent('unknown'))).toBe('2024')
  })

  test.each([
    [{ start: '2020', end: '2021-05' }, '2020 – May 2021'],
    [{ start: '2020' }, 'Since 2020'],
    [{ end: '2020' }, 'Until 2020'],
    [{ start: '2020', _end: absent('unknown') }, '2020 – Unknown'],
    ['2020', '2020'],
    [{}, undefined],
  ])('the period %j reads %j', (sent, words) => {
    expect(f.period(sent)).toBe(words)
  })
})

const verification = (text: string | undefined, display: string) => ({
  text,
  coding: [{ system: `${HL7}/condition-ver-status`, code: 'refuted', display }],
})

describe('a code', () => {
  test.each([
    ['the author’s text first', { text: 'Fever', coding: [{ display: 'Pyrexia' }] }, 'Fever'],
    ['then a display', { coding: [{ code: 'a' }, { display: 'Pyrexia' }] }, 'Pyrexia'],
    [
      'the display that a person selected',
      { coding: [{ display: 'A' }, { display: 'B', userSelected: true }] },
      'B',
    ],
    ['then the code with its system', { coding: [{ system: 'http://loinc.org', code: '1-8' }] }, 'LOINC 1-8'],
    ['several, one after the other', [{ text: 'A' }, { text: 'B' }, { text: 'A' }], 'A, B'],
    ['what an R5 CodeableReference says', { concept: { text: 'A' } }, 'A'],
    ['a Coding', { system: 'http://loinc.org', code: '1-8', display: 'Test' }, 'Test'],
    ['a bare code', 'fever', 'fever'],
    ['why there is none', absent('masked'), 'Withheld'],
    [
      'our words for one of HL7’s',
      { coding: [{ system: `${HL7}/condition-clinical`, code: 'active' }] },
      'Active',
    ],
    [
      '“none known”, which nobody gave words to',
      {
        coding: [
          {
            system: 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips',
            code: 'no-known-allergies',
          },
        ],
      },
      'No known allergies',
    ],
    [
      '“nothing known”',
      { coding: [{ system: 'http://snomed.info/sct', code: '1287211007' }] },
      'No information available',
    ],
    [
      'no words of ours for a stranger’s code',
      { coding: [{ system: 'urn:x', code: 'active' }] },
      'urn:x active',
    ],
    ['nothing when there is nothing', {}, undefined],
  ])('shows %s', (_, sent, words) => {
    expect(f.code(sent)).toBe(words)
  })

  test('waits for its dictionary with the code in view', async () => {
    const { codes, ...context } = viewContext()
    const red = { system: 'urn:colours', code: '1' }
    const format = createFormat(bundleOf(), { ...context, codes: { ...codes, term: () => undefined } })
    expect(format.code({ coding: [red] })).toBe('urn:colours 1')
    const term = { text: 'Red', language: 'en', dictionary: { id: 'colours', name: 'Colours', version: '1' } }
    const later = createFormat(bundleOf(), { ...context, codes: { ...codes, term: () => term } })
    expect(later.code({ coding: [red] })).toBe('Red [urn:colours 1]')
  })

  test('that decides how an entry is read is in our words, and keeps what the sender adds', () => {
    expect(f.status('entered-in-error')).toBe('Entered in error')
    expect(f.status('Completed')).toBe('Completed')
    expect(f.status('something-new')).toBe('something-new')
    expect(f.status(verification(undefined, 'Weerlegd'))).toBe('Refuted')
    expect(f.status(verification('Weerlegd', 'Weerlegd'))).toBe('Refuted')
    expect(f.status(verification('ruled out by MRI', 'Refuted'))).toBe('Refuted (ruled out by MRI)')
    expect(f.status('constructor')).toBe('constructor')
  })

  test('of a result’s flag may have several codings', () => {
    const flag = [
      { coding: [{ system: `${HL7}/v3-ObservationInterpretation`, code: 'HH' }, { code: 'local' }] },
    ]
    expect(f.known(flag, f.speech.interpretation)).toBe('Critically high')
  })
})

describe('a quantity', () => {
  test.each([
    [{ value: 0, unit: 'mg/dL' }, '0 mg/dL'],
    [{ value: 45, unit: 'a', code: 'a' }, '45 years'],
    [{ value: 1, code: 'a' }, '1 year'],
    [{ value: 5, comparator: '<', code: 'd' }, '< 5 days'],
    [{ value: 5, unit: 'Day(s)', code: 'd' }, '5 Day(s)'],
    ['5 mg', '5 mg'],
    [{ amount: 5 }, 'Amount: 5'],
  ])('%j reads %j', (sent, words) => {
    expect(f.quantity(sent)).toBe(words)
  })

  test('of time has words in a range, too', () => {
    expect(f.range({ low: { value: 18, code: 'a' }, high: { value: 65, code: 'a' } })).toBe('18–65 years')
    expect(f.range({ low: { value: 18, code: 'a' } })).toBe('≥ 18 years')
    expect(f.range({ high: { value: 1, code: 'mo' } })).toBe('≤ 1 month')
  })
})

describe('the value of a choice', () => {
  test.each([
    ['false', { valueBoolean: false }, 'No'],
    ['true', { valueBoolean: true }, 'Yes'],
    ['0', { valueInteger: 0 }, '0'],
    ['0 of something', { valueQuantity: { value: 0, unit: 'mg/dL' } }, '0 mg/dL'],
    ['a limit', { valueQuantity: { value: 5, comparator: '<=', unit: 'g' } }, '≤ 5 g'],
    ['a titer', { valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } }, '1:128'],
    ['a concept', { valueCodeableConcept: { text: 'Positive' } }, 'Positive'],
    ['a time', { valueTime: '08:30:00' }, '08:30'],
    ['a period', { valuePeriod: { start: '2024' } }, 'Since 2024'],
    ['samples', { valueSampledData: { data: '1 2 E 4' } }, '4 measured values: 1 2 E 4'],
    ['an attachment', { valueAttachment: { contentType: 'application/pdf' } }, 'PDF'],
    ['money', { valueMoney: { value: 0, currency: 'USD' } }, '$0.00'],
    ['an age, which is no duration', { valueAge: { value: 7, code: 'a' } }, 'at the age of 7 years'],
    ['why there is none', { dataAbsentReason: { coding: [{ code: 'masked' }] } }, 'Withheld'],
    ['why there is none, said the other way', { _valueString: absent('unknown') }, 'Unknown'],
    [
      'both, when a value has a reason to be absent',
      { valueString: 'x', dataAbsentReason: 'error' },
      'x (Not available because of an error)',
    ],
    ['every form that it came in', { valueString: 'x', valueBoolean: false }, 'x; No'],
    ['base64 by its size', { valueBase64Binary: 'QUJD' }, '3 bytes of data'],
    ['nothing when nothing is stated', {}, undefined],
  ])('shows %s', (_, parent, words) => {
    expect(f.value(parent, 'value')).toBe(words)
  })
})

describe('a reference', () => {
  const role = {
    resourceType: 'PractitionerRole',
    practitioner: { reference: 'urn:test:1' },
    organization: { display: 'Clinic' },
  }
  const doctor = { resourceType: 'Practitioner', name: [{ family: 'Soto' }] }
  const bundle = bundleOf(role, doctor, {
    resourceType: 'MedicationRequest',
    contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'Aspirin' } }],
    medicationReference: { reference: '#m' },
  })
  const g = formatFor(bundle)

  test('is shown by the name of what it leads to', () => {
    expect(g.reference({ reference: 'urn:test:1', display: 'old name' })).toBe('Soto')
    expect(g.reference({ reference: 'urn:test:0' })).toBe('Soto, Clinic')
  })

  test('leads into its own resource', () => {
    const item = itemOf(bundle, 2)
    expect(g.value(item.resource, 'medication', item)).toBe('Aspirin')
    expect(g.label(item.resource, item)).toBe('Aspirin')
  })

  test.each([
    [{ reference: 'Patient/9', display: 'Ana' }, 'Ana (not included)'],
    [{ reference: 'Patient/9' }, 'Patient/9 (not included)'],
    [{ display: 'Ana' }, 'Ana'],
    [{ identifier: { value: '12' } }, '12'],
    ['Patient/9', 'Patient/9 (not included)'],
    [{}, undefined],
  ])('%j that leads nowhere reads %j', (sent, words) => {
    expect(g.reference(sent)).toBe(words)
  })

  test('may lead in a circle', () => {
    const circle = bundleOf(
      { resourceType: 'PractitionerRole', practitioner: { reference: 'urn:test:1' } },
      { resourceType: 'PractitionerRole', practitioner: { reference: 'urn:test:0' } },
      { resourceType: 'Condition', code: { reference: { reference: '#' } } },
    )
    const format = formatFor(circle)
    expect(format.reference({ reference: 'urn:test:0' })).toBe('Practitioner role')
    expect(format.label(itemOf(circle, 2).resource, itemOf(circle, 2))).toBe('Problem')
  })
})

describe('a dosage', () => {
  const tablet = { doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }] }

  test.each([
    [
      'as needed, with a route of two codings',
      {
        ...tablet,
        asNeededBoolean: true,
        route: { coding: [{ display: 'Oral' }, { display: 'PO' }] },
        ...every({ period: 4, periodMax: 6, periodUnit: 'h' }),
      },
      '1 tablet, Oral, every 4–6 hours, as needed',
    ],
    [
      'as needed for something',
      { ...tablet, asNeededCodeableConcept: { text: 'pain' } },
      '1 tablet, as needed for pain',
    ],
    [
      'twice daily for a week',
      { ...tablet, ...every({ frequency: 2, boundsDuration: { value: 7, code: 'd' } }) },
      '1 tablet, twice daily, for 7 days',
    ],
    ['one to two times daily', every({ frequencyMax: 2 }), '1–2 times daily'],
    ['once daily', every({}), 'once daily'],
    ['every 8 hours', every({ period: 8, periodUnit: 'h' }), 'every 8 hours'],
    ['weekly on a day', every({ periodUnit: 'wk', dayOfWeek: ['mon'] }), 'every week, on Monday'],
    ['three times a week', every({ frequency: 3, periodUnit: 'wk' }), '3 times every week'],
    ['before a meal', { timing: { repeat: { when: ['ACM'], offset: 30 } } }, '30 minutes before breakfast'],
    [
      'at a time of day',
      { timing: { repeat: { timeOfDay: ['08:00:00', '20:00:00'] } } },
      'at 08:00 and 20:00',
    ],
    ['on dates', { timing: { event: ['2024-01-02'] } }, 'on Jan 2, 2024'],
    [
      'by a short name',
      { timing: { code: { coding: [{ system: `${HL7}/v3-GTSAbbreviation`, code: 'BID' }] } } },
      'twice daily',
    ],
    [
      'only at most',
      { maxDosePerPeriod: { numerator: { value: 4, unit: 'g' }, denominator: { value: 1, code: 'd' } } },
      'at most 4 g every day',
    ],
    [
      'at a rate',
      {
        doseAndRate: {
          rateRatio: { numerator: { value: 5, unit: 'mL' }, denominator: { value: 1, unit: 'h' } },
        },
      },
      'at 5 mL/h',
    ],
    ['nothing, which is an amount', { doseAndRate: { doseQuantity: { value: 0, unit: 'mg' } } }, '0 mg'],
    [
      'units and codes that nobody knows',
      every({ period: 2, periodUnit: 'moon', when: ['XX'] }),
      'every 2 moon, XX',
    ],
    [
      'a unit alone, which is not “every day”',
      { timing: { repeat: { count: 1, periodUnit: 'd' } } },
      'Period unit: d, once only',
    ],
    ['a text that is all', '1-0-1', '1-0-1'],
  ])('reads %s', (_, sent, words) => {
    expect(f.dosage(sent)).toBe(words)
  })

  test('has its free text first, and its codes behind it where they say more', () => {
    expect(f.dosage({ text: 'Take 1 tablet once daily', ...tablet, ...every({}) })).toBe(
      'Take 1 tablet once daily',
    )
    expect(f.dosage({ text: 'One tablet daily', ...tablet, ...every({ frequency: 2 }) })).toBe(
      'One tablet daily (1 tablet, twice daily)',
    )
  })
})

describe('people', () => {
  test('have addresses and telephones that say what they are for, and whether they still hold', () => {
    expect(
      f.telecom([
        { value: '1', system: 'fax', use: 'work' },
        { value: '2', rank: 1 },
      ]),
    ).toBe('2; 1 (fax, work)')
    expect(f.telecom({ value: '3', use: 'old' })).toBe('3 (former)')
    expect(f.name([{ use: 'old', family: 'Pérez' }])).toBe('Pérez (former)')
    expect(f.name([{ use: 'old', family: 'Pérez' }, { family: 'Soto' }])).toBe('Soto')
    expect(f.address({ city: 'Salem', use: 'home', period: { end: '2020' } })).toBe('Salem (home, former)')
  })

  test('have identifiers of a kind', () => {
    expect(f.identifier({ value: '1', type: { coding: [{ system: `${HL7}/v2-0203`, code: 'MR' }] } })).toBe(
      'Medical record number: 1',
    )
    expect(f.identifier({ value: '1', type: { text: 'MRN' } })).toBe('MRN: 1')
    expect(f.identifier({ value: '1', system: 'http://hl7.org/fhir/sid/us-npi' })).toBe('NPI: 1')
    expect(f.identifier({ value: '1', system: 'urn:oid:1.2.3' })).toBe('1')
  })
})

test('a note has its author and date, a signature says that nobody checked it', () => {
  expect(f.annotation({ text: 'Hi', authorString: 'Ana', time: '2024' })).toBe('Hi (Ana, 2024)')
  expect(f.annotation({ text: 'Hi' })).toBe('Hi')
  expect(f.signature({ when: '2024' })).toBe('2024, Signed, not checked by this viewer')
})

test('an attachment tells its title, its type by content and its size, and its host when it is elsewhere', () => {
  expect(f.attachment({ title: 'Letter', contentType: 'application/pdf', data: 'QUJD', url: 'x' })).toBe(
    'Letter · text · 3 bytes',
  )
  expect(f.attachment({ url: 'https://example.org/a.pdf' })).toBe('at example.org, not fetched')
  expect(f.attachment({ url: 'Binary/7' })).toBe('Binary/7')
  expect(f.attachment({ contentType: 'application/x-own' })).toBe('application/x-own')
})

describe('every method, whatever it is given', () => {
  const methods = Object.entries(f).flatMap(([name, method]) =>
    typeof method === 'function' && !['deeper', 'labelled', 'known'].includes(name) ? [[name] as const] : [],
  )

  test.each(methods)('%s neither throws nor turns a value into words by accident', (name) => {
    const method = f[name as keyof Format] as (value: unknown) => unknown
    const words = WRONG_SHAPES.map((shape) =>
      name === 'value' ? f.value({ valueX: shape, valueString: shape }, 'value') : method(shape),
    )
    const wrong = words.filter(
      (text) => text !== undefined && (typeof text !== 'string' || text.trim() === '' || ACCIDENT.test(text)),
    )
    expect(wrong).toEqual([])
  })

  test('keeps 0 and false', () => {
    for (const name of [
      'date',
      'code',
      'quantity',
      'text',
      'any',
      'status',
      'name',
      'address',
      'dosage',
    ] as const) {
      expect(f[name](0)).toMatch(/^0/)
      expect(f[name](false)).toBeDefined()
    }
  })

  test('stops at values that contain themselves', () => {
    const cyclic: Record<string, unknown> = { text: {} }
    cyclic['coding'] = [cyclic]
    cyclic['value'] = cyclic
    for (const [name] of methods) {
      const method = f[name as keyof Format] as (value: unknown, other?: unknown) => unknown
      expect(() => method(cyclic, name === 'value' ? 'value' : undefined)).not.toThrow()
    }
  })
})

test('speaks Spanish, with the sender’s own words untouched', async () => {
  await loadLanguage('es')
  const es = formatFor(bundleOf(), 'es')
  expect(es.date('2024-03-04')).toBe('4 mar 2024')
  expect(es.status('entered-in-error')).toBe('Registrado por error')
  expect(es.quantity({ value: 45, code: 'a' })).toBe('45 años')
  expect(es.value({ valueBoolean: false }, 'value')).toBe('No')
  expect(
    es.dosage({ asNeededBoolean: true, timing: { repeat: { frequency: 1, period: 8, periodUnit: 'h' } } }),
  ).toBe('cada 8 horas, si es necesario')
  expect(es.code({ coding: [{ display: 'Fever' }] })).toBe('Fever')
})
