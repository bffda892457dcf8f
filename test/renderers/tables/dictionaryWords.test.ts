import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createCodeRenderer, type Coded, type Term } from '../../../src/core/codes/codeRenderer'
import { loadLanguage } from '../../../src/i18n/defineMessages'
import type { Language } from '../../../src/i18n/language'
import { toDetails } from '../../../src/renderers/tables/details'
import { partsOf, rememberWords } from '../../../src/renderers/tables/dictionaryWords'
import { createFormat } from '../../../src/renderers/tables/format'
import { bundleOf, itemOf, viewContext } from '../../support/fhir'

const CVX = 'http://hl7.org/fhir/sid/cvx'
const dictionary = { id: 'colours', name: 'Colours', version: '7' }
const red: Term = { text: 'Red', language: 'en', dictionary }

/** A formatter that writes down what it asks the dictionary for; every code there is red. */
function formatWith(language: Language = 'en') {
  const asked: Coded[] = []
  const codes = {
    ...createCodeRenderer(() => Promise.resolve([])),
    term: (coded: Coded) => {
      asked.push(coded)
      return red
    },
  }
  const f = createFormat(bundleOf(), { ...viewContext(language), codes })
  return { f, codes, asked }
}

const say = (system: unknown, code: unknown) => formatWith().f.coding({ system, code })

beforeAll(() => loadLanguage('es'))

describe('who has words for a code', () => {
  test('first of all the author of the whole, who makes every other question needless', () => {
    const { f, asked } = formatWith()
    expect(f.code({ text: 'My flu shot', coding: [{ system: CVX, code: '140' }] })).toBe('My flu shot')
    expect(asked).toEqual([])
  })

  test('then a sender of any of its codings, before this viewer and any dictionary', () => {
    const { f, asked } = formatWith()
    const codings = [
      { system: CVX, code: '208' },
      { system: 'urn:colours', code: '1' },
      { system: 'urn:local', code: 'x', display: 'Covid jab' },
    ]
    expect(f.code({ coding: codings })).toBe('Covid jab')
    expect(asked).toEqual([])
  })

  test('then this viewer, in the reader’s language and with the code in view', () => {
    const { f, asked } = formatWith('es')
    expect(
      f.code({
        coding: [
          { system: 'urn:colours', code: '1' },
          { system: CVX, code: '208' },
        ],
      }),
    ).toBe('COVID-19, ARNm, 30 mcg (Pfizer-BioNTech) [CVX 208]')
    expect(asked).toEqual([])
  })

  test('then a dictionary, also with the code', () => {
    const { f, asked } = formatWith()
    expect(f.code({ coding: [{ system: 'urn:colours', code: '1' }] })).toBe('Red [urn:colours 1]')
    expect(asked).toEqual([{ system: 'urn:colours', code: '1' }])
  })

  test('else nobody, and the code stands for itself', () => {
    const { codes } = formatWith()
    const silent = createFormat(bundleOf(), { ...viewContext(), codes: { ...codes, term: () => undefined } })
    expect(silent.code({ coding: [{ system: 'http://loinc.org', code: '99999-9' }] })).toBe('LOINC 99999-9')
    expect(silent.code({ coding: [{ display: '  ' }] })).toBeUndefined()
  })
})

describe('codes that this viewer knows by heart', () => {
  test.each([
    [CVX, '3', 'Measles, mumps, rubella (MMR) [CVX 3]'],
    ['urn:oid:2.16.840.1.113883.12.292', '115', 'Tetanus, diphtheria, pertussis (Tdap) [CVX 115]'],
    [`${CVX}|20250903`, '998', 'No vaccine administered [CVX 998]'],
    ['http://snomed.info/sct', '260373001', 'Detected [SNOMED CT 260373001]'],
    ['http://snomed.info/sct', '716186003', 'No known allergy'],
    [
      'http://loinc.org',
      '94500-6',
      'SARS-CoV-2 RNA in a respiratory specimen, nucleic acid test (such as PCR) [LOINC 94500-6]',
    ],
    ['urn:iso:std:iso:3166', 'DE', 'Germany [ISO 3166 DE]'],
    ['urn:ietf:bcp:47', 'pt-BR', 'Brazilian Portuguese [BCP 47 pt-BR]'],
    ['urn:iso:std:iso:4217', 'CHF', 'Swiss Franc [ISO 4217 CHF]'],
    ['http://hl7.org/fhir/v3/RoleCode', 'MTH', 'Mother'],
    ['http://terminology.hl7.org/CodeSystem/v3-ActReason', 'MEDPREC', 'Medical precaution'],
    ['http://hl7.org/fhir/v2/0131', 'C', 'Emergency contact'],
  ])('%s %s reads %j', (system, code, words) => {
    expect(say(system, code)).toBe(words)
  })

  test.each([
    ['urn:iso:std:iso:3166', '../..'],
    ['urn:ietf:bcp:47', 'not a language!'],
    ['urn:iso:std:iso:4217', 'francs'],
    [CVX, 'constructor'],
    [CVX, '__proto__'],
    ['http://hl7.org/fhir/sid/mvx', 'toString'],
  ])('%s %s is none of them', (system, code) => {
    expect(say(system, code)).toMatch(/^Red \[/)
  })

  test('name the maker of a vaccine', () => {
    const { f } = formatWith()
    const manufacturer = { identifier: { system: 'http://hl7.org/fhir/sid/mvx', value: 'PFR' } }
    expect(f.reference(manufacturer)).toBe('Pfizer [MVX PFR]')
    expect(f.reference({ ...manufacturer, display: 'Pfizer/BioNTech' })).toBe('Pfizer/BioNTech')
  })
})

describe('a line', () => {
  const { codes } = formatWith()
  const red1 = rememberWords(codes, 'Red [urn:colours 1]', { dictionary, language: 'en' })
  const own = rememberWords(codes, 'COVID-19 [CVX 213]', {})

  test('of the sender’s is one part', () => {
    expect(partsOf('Red', codes)).toEqual([{ text: 'Red' }])
    expect(partsOf('Red [urn:colours 2]', codes)).toEqual([{ text: 'Red [urn:colours 2]' }])
    expect(
      partsOf(
        red1,
        createCodeRenderer(() => Promise.resolve([])),
      ),
    ).toEqual([{ text: red1 }])
  })

  test('tells whose words are whose, and loses none', () => {
    const line = `Colour: ${red1}, ${own} (noted [sic] today)`
    const parts = partsOf(line, codes)
    expect(parts.map(({ text }) => text).join('')).toBe(line)
    expect(parts.filter(({ origin }) => origin !== undefined)).toEqual([
      { text: red1, origin: { dictionary, language: 'en' } },
      { text: own, origin: {} },
    ])
    expect(partsOf(`${red1}${red1}`, codes)).toHaveLength(2)
  })
})

test('the details of an entry say from which dictionary a name is', () => {
  const { codes } = formatWith()
  const bundle = bundleOf({
    resourceType: 'Condition',
    code: { coding: [{ system: 'urn:colours', code: '1' }] },
  })
  const f = createFormat(bundle, { ...viewContext(), codes })
  const [, code] = toDetails(itemOf(bundle), f)
  expect(code?.values).toEqual([
    {
      kind: 'text',
      text: 'Red [urn:colours 1]',
      note: expect.stringContaining('Name from the dictionary Colours 7') as unknown,
    },
  ])
})

test('a record whose words are all there asks no dictionary', () => {
  const load = vi.fn<() => Promise<readonly []>>()
  const f = createFormat(bundleOf(), { ...viewContext(), codes: createCodeRenderer(load) })
  f.code({ coding: [{ system: CVX, code: '208' }] })
  f.code({ coding: [{ system: 'urn:colours', code: '1', display: 'Red' }] })
  f.status('active')
  expect(load).not.toHaveBeenCalled()
})
