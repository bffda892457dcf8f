import { describe, expect, test } from 'vitest'
import { base64Bytes, formatBytes, readAttachment } from '../../../src/core/fhir/attachment'
import { codesOf, formatBareCode, hasCode, readConcept } from '../../../src/core/fhir/code'
import { readDosage, readTiming } from '../../../src/core/fhir/dosage'
import { absentReason, forbids, translationOf, unknownModifiers } from '../../../src/core/fhir/extension'
import {
  bestName,
  byAddressUse,
  byTelecomUse,
  formatAddress,
  formatName,
  isFormer,
} from '../../../src/core/fhir/person'
import { formatMoney, formatQuantity, formatRange, formatRatio } from '../../../src/core/fhir/quantity'
import { isHl7System, systemName } from '../../../src/core/fhir/systemNames'
import { prettyUnit } from '../../../src/core/fhir/unit'
import { NOW, WRONG_SHAPES } from '../../support/fhir'

const because = (code: string) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code }],
})

const UCUM = 'http://unitsofmeasure.org'

describe('a quantity', () => {
  test.each([
    [{ value: 0, unit: 'mg/dL' }, '0 mg/dL'],
    [{ value: 7.5, unit: 'mmol/L' }, '7.5 mmol/L'],
    [{ value: '7.50', unit: 'mmol/L' }, '7.50 mmol/L'],
    [{ value: -2 }, '-2'],
    [{ value: 5, comparator: '<', unit: 'g' }, '< 5 g'],
    [{ value: 0, comparator: '>=', unit: 'g' }, '≥ 0 g'],
    [{ value: 5, comparator: 'ad' }, 'ad 5'],
    [{ value: 7, unit: '1', code: '1', system: UCUM }, '7'],
    [{ value: 97, unit: '%' }, '97%'],
    [{ value: 37, code: 'Cel', system: UCUM }, '37 °C'],
    [{ value: 120, unit: 'mm[Hg]' }, '120 mmHg'],
    [{ unit: 'mg' }, 'mg'],
    [[{ value: 1, unit: 'mg' }], '1 mg'],
    [{}, undefined],
    ['5 mg', undefined],
    [null, undefined],
  ])('%j reads %j', (sent, words) => {
    expect(formatQuantity(sent)).toBe(words)
  })

  test.each([
    ['10*3/uL', '×10³/µL'],
    ['10*12/L', '×10¹²/L'],
    ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
    ['kg/m2', 'kg/m²'],
    ['{score}', 'score'],
    ['/min', '/min'],
    ['1/min', '/min'],
    ['[IU]/L', 'IU/L'],
    ['ug/mL', 'µg/mL'],
    ['tablet', 'tablet'],
  ])('the unit %j reads %j', (sent, words) => {
    expect(prettyUnit(sent)).toBe(words)
  })
})

test.each([
  [{ low: { value: 0, unit: 'U/L' }, high: { value: 40, unit: 'U/L' } }, '0–40 U/L'],
  [{ low: { value: 3.5 }, high: { value: 5.1, unit: 'mmol/L' } }, '3.5–5.1 mmol/L'],
  [{ low: { value: 0, unit: 'g' } }, '≥ 0 g'],
  [{ high: { value: 0, unit: 'g' } }, '≤ 0 g'],
  [{ low: { value: 1, unit: 'mg' }, high: { value: 1, unit: 'g' } }, '1 mg – 1 g'],
  [{ low: { value: 1, comparator: '>' } }, '> 1'],
  [{}, undefined],
  ['x', undefined],
])('the range %j reads %j', (sent, words) => {
  expect(formatRange(sent)).toBe(words)
})

test.each([
  [{ numerator: { value: 1 }, denominator: { value: 128 } }, '1:128'],
  [{ numerator: { value: 5, unit: 'mg' }, denominator: { value: 1, unit: 'mL' } }, '5 mg/mL'],
  [{ numerator: { value: 5, unit: 'mg' }, denominator: { value: 2, unit: 'mL' } }, '5 mg / 2 mL'],
  [{ numerator: { value: 0, unit: 'mg' } }, '0 mg / ?'],
  [{}, undefined],
])('the ratio %j reads %j', (sent, words) => {
  expect(formatRatio(sent)).toBe(words)
})

test.each([
  [{ value: 0, currency: 'USD' }, '$0.00'],
  [{ value: 20.5, currency: 'EUR' }, '€20.50'],
  [{ value: '12.345', currency: 'USD' }, '$12.345'],
  [{ value: 12, currency: 'doubloons' }, '12 doubloons'],
  [{ value: 12 }, '12'],
  [{ currency: 'USD' }, 'USD'],
  [{}, undefined],
])('money %j reads %j', (sent, words) => {
  expect(formatMoney(sent, 'en')).toBe(words)
})

const assembled = (valueCode: string, name: object) =>
  formatName({
    ...name,
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/humanname-assembly-order', valueCode }],
  })

const written = (valueCode: string, family: string, given: string) => ({
  family,
  given: [given],
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation', valueCode }],
})

describe('a name', () => {
  test.each([
    [{ text: '  Ana   Pérez ' }, 'Ana Pérez'],
    [{ prefix: ['Dr.'], given: ['Ana', 'M.'], family: 'Pérez', suffix: ['PhD'] }, 'Dr. Ana M. Pérez PhD'],
    [{ family: ['Pérez', 'Soto'], given: 'Ana' }, 'Ana Pérez Soto'],
    [{ family: '王', given: ['秀英'] }, '王 秀英'],
    [{ given: [null, 'Ana'] }, 'Ana'],
    ['Ana Pérez', 'Ana Pérez'],
    [{}, undefined],
    [{ text: {} }, undefined],
  ])('%j reads %j', (sent, words) => {
    expect(formatName(sent)).toBe(words)
  })

  test('to call a person by is the official one that still holds, and a former one only if there is no other', () => {
    const official = { use: 'official', family: 'Soto' }
    const old = { use: 'old', family: 'Pérez' }
    const expired = { use: 'official', family: 'Vieja', period: { end: '2020' } }
    expect(bestName([old, { use: 'nickname', given: ['Ani'] }, expired, official], NOW)).toBe('Soto')
    expect(bestName([old], NOW)).toBe('Pérez')
    expect(bestName([{}, {}], NOW)).toBeUndefined()
    expect([isFormer(old, NOW), isFormer(expired, NOW), isFormer(official, NOW)]).toEqual([true, true, false])
  })

  test('has its family name first where the sender says so, and not where it says otherwise', () => {
    expect(assembled('F', { family: 'Nagy', given: ['Anna'] })).toBe('Nagy Anna')
    expect(assembled('G', { family: 'Nagy', given: ['Anna'] })).toBe('Anna Nagy')
    expect(assembled('G', { family: '王', given: ['秀英'] })).toBe('秀英 王')
  })

  test('in ideographs or syllables brings the same name in letters with it, whichever comes first', () => {
    const [ideographs, syllables, letters] = [
      written('IDE', '山田', '花子'),
      written('SYL', 'ヤマダ', 'ハナコ'),
      written('ABC', 'Yamada', 'Hanako'),
    ]
    expect(bestName([ideographs, syllables, letters], NOW)).toBe('山田 花子 (Hanako Yamada)')
    expect(bestName([letters, ideographs], NOW)).toBe('山田 花子 (Hanako Yamada)')
    expect(bestName([syllables, letters], NOW)).toBe('ヤマダ ハナコ (Hanako Yamada)')
    expect(bestName([ideographs], NOW)).toBe('山田 花子')
    expect(bestName([ideographs, { ...letters, use: 'old' }], NOW)).toBe('山田 花子')
    expect(bestName([{ family: 'Soto' }, letters], NOW)).toBe('Soto')
  })
})

describe('of several', () => {
  test('telephone numbers those in use come first, then the one that the patient ranks first, then by use', () => {
    const numbers = byTelecomUse(
      [
        { value: 'old', use: 'old', rank: 1 },
        { value: 'work', use: 'work' },
        { value: 'mobile', use: 'mobile' },
        { value: 'second', use: 'work', rank: '2' },
        { value: 'ended', period: { end: '2020' }, rank: 1 },
        { value: 'first', rank: 1 },
      ],
      NOW,
    )
    expect(numbers.map((telecom) => (telecom as { value: string }).value)).toEqual([
      'first',
      'second',
      'mobile',
      'work',
      'ended',
      'old',
    ])
  })

  test('addresses the present home comes first, and the place before where letters go', () => {
    const addresses = byAddressUse(
      [
        { city: 'letters', use: 'home', type: 'postal' },
        { city: 'work', use: 'work' },
        { city: 'before', use: 'home', period: { end: '2020' } },
        { city: 'home', use: 'home', type: 'both' },
      ],
      NOW,
    )
    expect(addresses.map((address) => (address as { city: string }).city)).toEqual([
      'home',
      'letters',
      'work',
      'before',
    ])
  })
})

test.each([
  [
    { line: ['1 Main St', 'Apt 2'], city: 'Salem', state: 'MA', postalCode: '01970', country: 'US' },
    '1 Main St, Apt 2, Salem, MA 01970, US',
  ],
  [{ text: '1 Main St\nSalem' }, '1 Main St, Salem'],
  [{ text: '1 Main St, Salem', line: ['1 Main St'], city: 'Salem' }, '1 Main St, Salem'],
  [{ text: 'at home', line: ['1 Main St'] }, '1 Main St'],
  [{ line: '1 Main St' }, '1 Main St'],
  ['1 Main St', '1 Main St'],
  [{}, undefined],
])('the address %j reads %j', (sent, words) => {
  expect(formatAddress(sent)).toBe(words)
})

describe('a coded element', () => {
  test('is read from every type that senders use for it', () => {
    expect(readConcept('active', 'en')).toEqual({ text: 'active', codings: [] })
    expect(readConcept({ code: 'a' }, 'en').codings).toEqual([{ code: 'a' }])
    expect(readConcept({ concept: { text: 'x' }, reference: { reference: '#a' } }, 'en')).toEqual({
      text: 'x',
      codings: [],
      reference: { reference: '#a' },
    })
    expect(readConcept({ coding: [[{ code: 'a' }], null, 'b'] }, 'en').codings).toEqual([
      { code: 'a' },
      { code: 'b' },
    ])
    expect(readConcept({ text: { no: 'text' }, coding: { code: 'a' } }, 'en')).toEqual({
      codings: [{ code: 'a' }],
    })
  })

  test('is found by its code, whatever version its system is of', () => {
    const concept = { coding: [{ system: 'http://loinc.org|2.7', code: '1-8' }] }
    expect(hasCode(concept, '1-8', 'http://loinc.org')).toBe(true)
    expect(hasCode(concept, '1-8', 'http://snomed.info/sct')).toBe(false)
    expect(codesOf(['a', concept, { coding: 5 }])).toEqual(['a', '1-8', '5'])
  })

  test('without words shows its code with the name of its system', () => {
    expect(formatBareCode({ system: 'http://loinc.org', code: '1-8' })).toBe('LOINC 1-8')
    expect(
      formatBareCode({ system: 'http://terminology.hl7.org/CodeSystem/coverage-class', code: 'rxbin' }),
    ).toBe('coverage-class rxbin')
    expect(formatBareCode({ system: 'urn:x:y', code: 0 })).toBe('urn:x:y 0')
    expect(formatBareCode({})).toBeUndefined()
  })

  test('shows a translation that the sender supplied', () => {
    const sibling = {
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/translation',
          extension: [
            { url: 'lang', valueCode: 'es-ES' },
            { url: 'content', valueString: 'Fiebre' },
          ],
        },
      ],
    }
    expect(translationOf(sibling, 'es')).toBe('Fiebre')
    expect(translationOf(sibling, 'fr')).toBeUndefined()
    expect(readConcept({ text: 'Fever', _text: sibling }, 'es').text).toBe('Fiebre')
  })

  test('knows systems by name without their version, and HL7’s own by their address', () => {
    expect(systemName('http://loinc.org|2.77')).toBe('LOINC')
    expect(systemName('https://example.org/codes')).toBe('https://example.org/codes')
    expect(isHl7System('http://terminology.hl7.org/CodeSystem/x')).toBe(true)
    expect(isHl7System('https://hl7.org.evil.example/x')).toBe(false)
  })
})

describe('extensions', () => {
  test('tell why a value is absent', () => {
    expect(absentReason(because('masked'))).toBe('masked')
    expect(absentReason({ extension: [{ url: 'x', valueCode: 'masked' }] })).toBeUndefined()
  })

  test('that change the meaning are found at any depth, but not in what is contained', () => {
    const odd = { url: 'http://example.org/negated', valueBoolean: true }
    const resource = {
      modifierExtension: [odd],
      component: [{ modifierExtension: [odd] }],
      contained: [{ modifierExtension: [odd] }],
    }
    expect(unknownModifiers(resource)).toEqual([odd, odd])
    expect(unknownModifiers({ modifierExtension: 'odd' })).toEqual([{ url: 'odd' }])
  })

  test('that forbid a request are understood', () => {
    const doNot = { url: 'http://hl7.org/fhir/StructureDefinition/request-doNotPerform', valueBoolean: true }
    expect(forbids({ modifierExtension: [doNot] })).toBe(true)
    expect(forbids({ modifierExtension: [{ ...doNot, valueBoolean: false }] })).toBe(false)
    expect(unknownModifiers({ modifierExtension: [doNot] })).toEqual([])
  })

  test('that contain themselves do not hang the reader', () => {
    const cyclic: Record<string, unknown> = {}
    cyclic['component'] = [cyclic]
    expect(unknownModifiers(cyclic)).toEqual([])
  })
})

describe('a dosage', () => {
  test('is read alike from DSTU2, STU3, R4 and R5', () => {
    const dose = { value: 1 }
    expect(readDosage({ doseQuantity: dose })?.doses).toEqual([dose])
    expect(readDosage({ doseAndRate: { doseQuantity: dose } })?.doses).toEqual([dose])
    expect(readDosage({ asNeededBoolean: false })?.asNeeded).toBe(false)
    expect(readDosage({})?.asNeeded).toBeUndefined()
    expect(readDosage({ asNeeded: true, asNeededFor: [{ text: 'pain' }] })?.asNeededFor).toEqual([
      { text: 'pain' },
    ])
    expect(readDosage({ asNeededBoolean: false, asNeededCodeableConcept: { text: 'pain' } })?.asNeeded).toBe(
      true,
    )
    expect(readDosage('1 tablet')).toBeUndefined()
  })

  test('has dates, a code, bounds and a repeat in its timing', () => {
    expect(readTiming({ event: '2024', repeat: [{ boundsRange: { low: 1 } }] })).toEqual({
      events: ['2024'],
      code: undefined,
      bounds: { low: 1 },
      repeat: { boundsRange: { low: 1 } },
    })
  })
})

describe('an attachment', () => {
  test('counts the bytes it holds, and believes a size only where it holds none', () => {
    expect(base64Bytes('QUJD')).toBe(3)
    expect(base64Bytes('QUI=')).toBe(2)
    expect(readAttachment({ data: 'QUJD', size: 999 })?.bytes).toBe(3)
    expect(readAttachment({ size: '0' })?.bytes).toBe(0)
    expect(readAttachment({})).toBeUndefined()
  })

  test('tells its size in steps of a thousand', () => {
    expect(formatBytes(0, 'en')).toBe('0 bytes')
    expect(formatBytes(312_400, 'en')).toBe('312 kB')
    expect(formatBytes(2_500_000, 'en')).toBe('2.5 MB')
  })
})

test.each(WRONG_SHAPES)('no reader throws on %j', (shape) => {
  expect(() => [
    formatQuantity(shape),
    formatRange(shape),
    formatRatio(shape),
    formatMoney(shape, 'en'),
    formatName(shape),
    bestName(shape, NOW),
    formatAddress(shape),
    readConcept(shape, 'en'),
    readDosage(shape),
    readTiming(shape),
    readAttachment(shape),
    unknownModifiers(shape),
    absentReason(shape),
    translationOf(shape, 'en'),
    forbids(shape),
  ]).not.toThrow()
})
