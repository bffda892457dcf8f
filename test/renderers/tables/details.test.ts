import { describe, expect, test } from 'vitest'
import { organizeResources } from '../../../src/core/organizeResources'
import { toDetails, type DetailField } from '../../../src/renderers/tables/details'
import { plainText } from '../../../src/renderers/tables/plainText'
import { leavesOf, textOfFields } from '../../support/details'
import { secondsFor, SOON } from '../../support/duration'
import { ACCIDENT, bundleOf, formatFor, itemOf, WRONG_SHAPES } from '../../support/fhir'

const detailsOf = (resource: unknown): readonly DetailField[] => {
  const bundle = bundleOf(resource)
  return toDetails(itemOf(bundle), formatFor(bundle))
}
const textOf = (resource: unknown): string => textOfFields(detailsOf(resource))
const fieldOf = (resource: unknown, label: string): DetailField | undefined =>
  detailsOf(resource).find((field) => field.label === label)

const full = {
  resourceType: 'Observation',
  id: 's-id',
  meta: {
    versionId: 's-version',
    profile: ['urn:s-profile'],
    security: [{ system: 'urn:s-security', code: 's-label' }],
  },
  implicitRules: 'urn:s-rules',
  language: 's-language',
  contained: [{ resourceType: 's-type', id: 's-inner', code: { text: 's-inner-code' } }],
  extension: [
    { url: 'urn:s-ext:simple', valueString: 's-simple' },
    { url: 'urn:s-ext:nested', extension: [{ url: 's-part', valueCode: 's-part-code' }] },
  ],
  modifierExtension: [{ url: 'urn:s-modifier', valueInteger: 7 }],
  identifier: [
    {
      use: 's-use',
      system: 'urn:s-system',
      value: 's-value',
      type: { text: 's-kind' },
      assigner: { display: 's-assigner' },
    },
  ],
  status: 's-status',
  category: [
    {
      coding: [
        {
          system: 'http://loinc.org',
          code: 's-code',
          display: 's-display',
          version: 's-coding-version',
          userSelected: false,
        },
      ],
      text: 's-text',
    },
  ],
  code: {
    coding: [
      { code: 's-code-1', display: 's-display-1' },
      { code: 's-code-2', display: 's-display-2', system: 'urn:s-other' },
    ],
  },
  subject: {
    reference: 's-reference',
    type: 's-reference-type',
    display: 's-reference-display',
    identifier: { value: 's-logical' },
  },
  effectivePeriod: {
    start: '2024-01-02',
    _end: {
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
      ],
    },
  },
  issued: '2024-03-01T10:11:12.345+01:00',
  performer: [{ display: 's-performer-1' }, { display: 's-performer-2' }],
  valueQuantity: {
    value: 0,
    comparator: '<',
    unit: 's-unit',
    system: 'http://unitsofmeasure.org',
    code: 's-unit-code',
  },
  referenceRange: [{ low: { value: 1, unit: 's-low' }, high: { value: 2, unit: 's-high' }, text: 's-range' }],
  component: [{ code: { text: 's-component' }, valueBoolean: false, _valueBoolean: { id: 's-sibling' } }],
  note: [{ text: 's-note', time: '2024', authorString: 's-author' }],
  nonstandard: { deep: { deeper: ['s-deep', 0, false] } },
}

describe('the details of a resource', () => {
  test('leave out nothing that it says', () => {
    const text = textOf(full)
    const missing = leavesOf(full).filter(
      ({ leaf }) =>
        typeof leaf === 'string' && !/^\d{4}/.test(leaf) && leaf !== 'unknown' && !text.includes(leaf),
    )
    expect(missing).toEqual([])
    expect(text).toContain('Jan 2, 2024 – Unknown')
    expect(text).toContain('Mar 1, 2024, 10:11:12.345 (UTC+1)')
  })

  test('keep 0 and No, and tell them from nothing', () => {
    expect(fieldOf({ resourceType: 'X', count: 0 }, 'Number')).toBeUndefined()
    expect(fieldOf({ resourceType: 'X', count: 0 }, 'Count')?.values).toEqual([{ kind: 'text', text: '0' }])
    expect(fieldOf({ resourceType: 'X', active: false }, 'Active')?.values).toEqual([
      { kind: 'text', text: 'No' },
    ])
    expect(fieldOf({ resourceType: 'X', active: null }, 'Active')?.values).toEqual([
      { kind: 'text', text: 'Nothing stated' },
    ])
    expect(fieldOf({ resourceType: 'X', active: {} }, 'Active')?.values).toEqual([
      { kind: 'text', text: 'Nothing stated' },
    ])
  })

  test('follow the order of the sender, with the names of the elements in words', () => {
    const labels = detailsOf({
      resourceType: 'X',
      valueQuantity: { value: 1 },
      costToBeneficiary: 'a',
      birthDate: '2024',
    }).map(({ label }) => label)
    expect(labels).toEqual([
      'Resource type',
      'Value',
      'Cost to beneficiary',
      'Date of birth',
      'Address of the entry',
    ])
  })

  test('show a code with its words first and its system and code behind them', () => {
    const code = { coding: [{ system: 'http://loinc.org', code: '1-8', display: 'Test' }] }
    expect(fieldOf({ resourceType: 'X', code }, 'Code')?.values).toEqual([
      { kind: 'text', text: 'Test', note: 'LOINC 1-8, http://loinc.org' },
    ])
  })

  test('tell an extension by the end of its address, and its address in full', () => {
    expect(fieldOf(full, 'Simple')).toEqual({
      label: 'Simple',
      address: 'urn:s-ext:simple',
      values: [{ kind: 'text', text: 's-simple' }],
    })
  })

  test('tell an extension inside an extension by its own name', () => {
    const inner = { url: 'onlyPart', valueString: 'a' }
    expect(textOf({ resourceType: 'X', extension: [{ url: 'urn:outer', extension: [inner] }] })).toContain(
      'onlyPart',
    )
  })

  test('tell base64 by its size', () => {
    const text = textOf({ resourceType: 'Binary', contentType: 'application/pdf', data: 'QUJD'.repeat(500) })
    expect(text).toContain('2 kB')
    expect(text).not.toContain('QUJDQUJD')
  })

  test('offer as a link only what is there to be opened', () => {
    const content = [{ attachment: { url: 'https://example.org/a.pdf', extra: { more: 1 } } }]
    expect(textOf({ resourceType: 'X', content })).toContain('https://example.org/a.pdf')
    expect(JSON.stringify(detailsOf({ resourceType: 'X', content }))).toContain('"kind":"link"')
    expect(
      JSON.stringify(detailsOf({ resourceType: 'X', meta: { profile: ['https://example.org/p'] } })),
    ).not.toContain('"kind":"link"')
  })

  test('show the narrative as text', () => {
    const field = fieldOf(
      {
        resourceType: 'X',
        text: { status: 'additional', div: '<div><p>One &lt;b&gt;</p><script>x</script><p>Two</p></div>' },
      },
      'Text of the source system',
    )
    expect(field?.values[0]).toMatchObject({ kind: 'text', text: 'One <b>\nTwo' })
    expect(textOfFields(field ? [field] : [])).toContain('With additional content')
  })

  test('tell of the entry what is outside its resource', () => {
    const organized = organizeResources({
      resourceType: 'Bundle',
      entry: [
        { fullUrl: 'urn:a', search: { mode: 'match' }, resource: { resourceType: 'Patient' } },
        { response: { status: '201' } },
        'odd',
      ] as never,
    })
    const f = formatFor(organized)
    const [first, second, third] = organized.items.map((item) => textOfFields(toDetails(item, f)))
    expect(first).toContain('urn:a')
    expect(first).toContain('match')
    expect(second).toContain('201')
    expect(third).toContain('odd')
  })

  test.each(WRONG_SHAPES)('are there whatever is in them: %j', (shape) => {
    const names = [
      'code',
      'value',
      'extension',
      'modifierExtension',
      'text',
      'meta',
      'contained',
      '_status',
      'status',
      'birthDate',
      'data',
      'url',
      'subject',
    ]
    for (const name of names)
      expect(textOf({ resourceType: 'X', [name]: shape })).not.toMatch(/\[object|undefined|Invalid Date/)
    expect(detailsOf({ resourceType: 'X', contained: [{ code: shape }] }).length).toBeGreaterThan(0)
  })

  test('become JSON where they are nested beyond reading, or into themselves', () => {
    const deep = Array.from({ length: 40 }).reduce<object>((inner) => ({ a: inner }), { leaf: 's-leaf' })
    expect(JSON.stringify(detailsOf({ resourceType: 'X', deep }))).toContain('"kind":"json"')
    expect(textOf({ resourceType: 'X', deep })).toContain('s-leaf')
    const cyclic: Record<string, unknown> = { resourceType: 'X' }
    cyclic['self'] = { back: cyclic, list: [cyclic, cyclic] }
    expect(detailsOf(cyclic).map(({ label }) => label)).toContain('Self')
  })
})

describe('a narrative as plain text', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['<table><tr><th>A</th><td>1</td></tr></table>', 'A 1'],
    ['a &amp; b &#233; &#x1F600; &unknown;', 'a & b é 😀 &unknown;'],
    ['1 < 2', '1 < 2'],
    ['a<!-- <p>hidden</p> -->b', 'ab'],
    ['a<style>p { color: red }</style>b<SCRIPT>x < y</SCRIPT>c', 'abc'],
    ['<p title="x">un<b>brok</b>en</p>', 'unbroken'],
    ['', ''],
  ])('%j reads %j', (xhtml, words) => {
    expect(plainText(xhtml)).toBe(words)
  })

  test.each(['<', '<!--', '<style>', '<p', '&', '&#1;', ' ', '\n', '</'])(
    'takes no time over very much of %j',
    (piece) => {
      expect(secondsFor(() => plainText(piece.repeat(300_000 / piece.length)))).toBeLessThan(SOON * 2)
    },
  )
})

test('accidents are what the tests look for', () => {
  expect(['[object Object]', 'undefined', 'NaN', 'Invalid Date'].every((text) => ACCIDENT.test(text))).toBe(
    true,
  )
})

test('what was read as R4 is said, and what was sent is shown as it was sent', () => {
  const bundle = bundleOf({ resourceType: 'MedicationOrder', dateWritten: '2015-01-02', status: 'active' })
  const fields = toDetails(itemOf(bundle), formatFor(bundle))
  expect(fields[0]).toEqual({
    label: 'Read as FHIR R4',
    values: [
      { kind: 'text', text: 'Sent as MedicationOrder, read as MedicationRequest.' },
      { kind: 'text', text: '“dateWritten” is read as “authoredOn”.' },
    ],
  })
  expect(textOfFields(fields.slice(1))).toContain('MedicationOrder')
  expect(textOfFields(fields.slice(1))).toContain('Date written\n\nJan 2, 2015')
})
