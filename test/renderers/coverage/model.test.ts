import { describe, expect, test, vi } from 'vitest'
import type { Bundle } from '../../../src/core/fhir/types'
import { organizeResources, type OrganizedBundle } from '../../../src/core/organizeResources'
import { coverage } from '../../../src/renderers/coverage'
import { frontDeskFields } from '../../../src/renderers/coverage/frontDesk'
import { toModel, type CardModel } from '../../../src/renderers/coverage/model'
import family from '../../fixtures/bundles/coverage/family.json'
import hostile from '../../fixtures/bundles/coverage/hostile.json'
import { ACCIDENT, bundleOf, viewContext, WRONG_SHAPES } from '../../support/fhir'

const organized = (bundle: unknown): OrganizedBundle => organizeResources(bundle as Bundle)

/** The card of the entry at `position`. */
function cardOf(bundle: OrganizedBundle, position = 0, now = new Date(2026, 5, 15, 12)): CardModel {
  const { cards } = toModel(bundle, { ...viewContext(), now })
  const card = cards.find(({ item }) => item.position === position)
  if (!card) throw new Error(`no card ${position}`)
  return card
}

/** The card of one Coverage. */
const single = (resource: object, now?: Date): CardModel =>
  cardOf(bundleOf({ resourceType: 'Coverage', ...resource }), 0, now)

const valuesOf = (card: CardModel): readonly string[] =>
  card.values.map(({ key, value }) => `${key} ${value}`)
const valueOf = (card: CardModel, key: string): readonly string[] =>
  card.values.filter((value) => value.key === key).map(({ value }) => value)
const wordsOf = (card: CardModel): string => JSON.stringify({ ...card, item: undefined })

// Many shapes times many elements take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('which bundles are insurance cards', () => {
  test('those with a Coverage, and no others', () => {
    expect(coverage.matches(organized(family))).toBe(true)
    expect(coverage.matches(organized(hostile))).toBe(true)
    expect(coverage.matches(bundleOf({ resourceType: 'Patient' }))).toBe(false)
  })

  // B-36
  test('they are about the insured people and the subscribers', () => {
    const names = coverage.subjects(organized(family)).map(({ name }) => name?.[0]?.given?.[0])
    expect(names).toEqual(['Sam', 'Elin'])
  })

  test('they are about every Patient where neither can be followed', () => {
    const bundle = bundleOf(
      { resourceType: 'Coverage', beneficiary: { display: 'Ana' } },
      { resourceType: 'Patient' },
    )
    expect(coverage.subjects(bundle)).toHaveLength(1)
  })
})

describe('a card', () => {
  const card = cardOf(organized(family))

  // B-66
  test('is there for every Coverage, the dental plan included', () => {
    expect(toModel(organized(family), viewContext()).cards.map(({ title }) => title)).toEqual([
      'Northern Mutual, PPO',
      'Smile Mutual, Dental',
    ])
  })

  test('has its values in the order in which a front desk types them', () => {
    expect(valuesOf(card)).toEqual([
      'payer Northern Mutual',
      'payerId 60054',
      'plan P1',
      'planName Silver',
      'planType PPO',
      'memberId NRT-5531-02',
      'subscriberId NRT-5531',
      'dependent 02',
      'otherId 77-1',
      'group G-88',
      'groupName Harbour Works',
      'subscriber Elin Norrby',
      'subscriberBorn Jul 19, 1982',
      'insured Sam Norrby',
      'insuredBorn Mar 1984',
      'relationship Spouse',
      'start Jan 1, 2026',
      'end Dec 31, 2026',
      'rxbin 610011',
      'rxpcn ADV',
      'class B',
      'order 1',
      'issued Dec 1, 2025',
    ])
  })

  test('says what each value is, and keeps remarks out of it', () => {
    expect(card.values.find(({ key }) => key === 'payerId')).toEqual({
      key: 'payerId',
      label: 'Payer number',
      value: '60054',
    })
    expect(card.values.find(({ key }) => key === 'otherId')).toEqual({
      key: 'otherId',
      label: 'Old number',
      value: '77-1',
      remark: 'former',
    })
    expect(card.values.find(({ key }) => key === 'groupName')?.label).toBe('Group name')
    expect(card.values.find(({ key }) => key === 'class')?.label).toBe('Tier of pharmacies')
  })

  // B-32, B-77
  test('keeps a cost of nothing, a share in percent and an amount in words', () => {
    expect(card.costs).toEqual([
      { kind: 'gpvisit', label: 'Primary care visit', value: '$0.00', plain: '$0.00', exceptions: [] },
      { kind: 'copaypct', label: 'Share of each cost', value: '20%', plain: '20%', exceptions: [] },
      {
        kind: 'rx',
        label: 'Prescriptions',
        value: 'DED THEN $10/$40',
        plain: 'DED THEN $10/$40',
        exceptions: [],
      },
      { kind: '', label: 'Massage', value: 'not stated', exceptions: [] },
    ])
  })

  test('has its yearly limits in a table, and only the columns that it fills', () => {
    expect(card.limits).toEqual({
      columns: ['Family'],
      rows: [
        {
          label: 'Pharmacy deductible, in network',
          cells: [['$250.50', 'Exception: retired, Until Jun 30, 2026']],
        },
      ],
    })
  })

  test('tells how to reach the payer, and what for', () => {
    expect(card.contacts).toEqual([
      {
        kind: 'payer',
        label: 'Northern Mutual',
        lines: [{ text: '+1 555 010 0200 (work)', plain: '+1 555 010 0200', href: 'tel:+1 555 010 0200' }],
      },
      {
        kind: 'provider',
        label: 'For providers',
        lines: [
          { text: '+1 555 010 0201', plain: '+1 555 010 0201', href: 'tel:+1 555 010 0201' },
          { text: 'javascript:alert(1) (web)', plain: 'javascript:alert(1)', href: 'javascript:alert(1)' },
          { text: 'PO Box 12, Duluth, MN 55801', plain: 'PO Box 12, Duluth, MN 55801' },
        ],
      },
    ])
  })

  test('tells who else is covered and what stands on its back', () => {
    expect(card.people).toEqual([
      { name: 'Elin Norrby', number: 'NRT-5531-01', isInsured: false, isSubscriber: true },
      { number: 'NRT-5531-03', isInsured: false, isSubscriber: false },
    ])
    expect(card.information).toEqual(['Show this card.', 'Call before a stay.'])
  })
})

const numbers = (resource: object, ...others: readonly unknown[]) => {
  const card = cardOf(
    bundleOf({ resourceType: 'Coverage', beneficiary: { reference: 'Patient/p' }, ...resource }, ...others),
  )
  return [valueOf(card, 'memberId'), valueOf(card, 'subscriberId')]
}

const MONEY = (value: number) => ({ valueMoney: { value, currency: 'USD' } })
const cost = (code: string, value: object) => ({ type: { coding: [{ code }] }, ...value })

describe('what the patient pays', () => {
  test('has a table of limits with a cell for each, where nothing is not $0', () => {
    const { limits, costs } = single({
      costToBeneficiary: [
        cost('FamOutMax', MONEY(22_000)),
        cost('IndInDed', MONEY(0)),
        cost('FamInDed', MONEY(3000)),
        cost('IndRxInMax', { valueQuantity: { value: 10, unit: '%' } }),
        cost('FamInDed', MONEY(2000)),
      ],
    })
    expect(costs).toEqual([])
    expect(limits).toEqual({
      columns: ['Individual', 'Family'],
      rows: [
        { label: 'Deductible, in network', cells: [['$0.00'], ['$3,000.00', '$2,000.00']] },
        { label: 'Out-of-pocket maximum, out of network', cells: [[], ['$22,000.00']] },
        { label: 'Pharmacy out-of-pocket maximum, in network', cells: [['10%'], []] },
      ],
    })
  })

  test('says for whom and where a cost holds, as R5 does', () => {
    const { costs } = single({
      costToBeneficiary: [
        { ...cost('copay', MONEY(5)), network: { text: 'In network' }, term: { text: 'Annual' } },
      ],
    })
    expect(costs.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Copay, In network, Annual: $5.00',
    ])
  })
})

const titles = (...coverages: readonly object[]) =>
  toModel(
    bundleOf(...coverages.map((part) => ({ resourceType: 'Coverage', status: 'active', ...part }))),
    viewContext(),
  ).cards.map(({ title }) => title)

describe('several coverages', () => {
  test('are in the order of benefits, and those that are over come last', () => {
    expect(
      titles(
        { payor: [{ display: 'Ended' }], order: 1, period: { end: '2020-01-01' } },
        { payor: [{ display: 'Unordered' }] },
        { payor: [{ display: 'Second' }], order: '2' },
        { payor: [{ display: 'First' }], order: 1 },
        { payor: [{ display: 'Cancelled' }], status: 'cancelled' },
      ).map((title) => title.split(' ')[0]),
    ).toEqual(['First', 'Second', 'Unordered', 'Ended', 'Cancelled'])
  })
})

describe('what a front desk copies', () => {
  const fields = frontDeskFields(cardOf(organized(family)), { language: 'en' })

  test('is in the order of the form, the telephone and the order of benefits after what a visit costs', () => {
    expect(fields.map(({ key }) => key).slice(0, 7)).toEqual([
      'payer',
      'payerId',
      'plan',
      'planName',
      'planType',
      'memberId',
      'subscriberId',
    ])
    expect(fields.slice(-7).map(({ key, value }) => `${key} ${value}`)).toEqual([
      'class B',
      'gpvisit $0.00',
      'provider +1 555 010 0201',
      'provider javascript:alert(1)',
      'provider PO Box 12, Duluth, MN 55801',
      'order 1',
      'issued 2025-12-01',
    ])
  })

  test('has plain values; what is to be known about one stands in its label', () => {
    expect(fields.find(({ key }) => key === 'otherId')).toEqual({
      key: 'otherId',
      label: 'Old number (former)',
      value: '77-1',
    })
  })
})

const person = (reference: string, number: string) => ({
  url: 'http://hl7.org/fhir/us/insurance-card/StructureDefinition/C4DIC-PlanBeneficiaries-extension',
  extension: [
    { url: 'memberId', valueString: number },
    { url: 'name', valueHumanName: { family: 'Norrby', given: ['Elin'] } },
    { url: 'personReference', valueReference: { reference } },
  ],
})

describe('whose number is whose', () => {
  const patient = { resourceType: 'Patient', id: 'p', name: [{ family: 'Norrby', given: ['Elin'] }] }
  const member = { type: { coding: [{ code: 'um' }] }, value: 'U-1' }
  test.each([
    [
      'the subscriber’s number is the person’s own if the card says "self"',
      { relationship: { coding: [{ code: 'self' }] }, subscriberId: 'S' },
      [['S'], []],
    ],
    [
      'the number on the coverage comes first for anybody else',
      { subscriberId: 'S', identifier: [member] },
      [['U-1'], ['S']],
    ],
    [
      'the subscriber’s number is never passed off as the person’s own',
      { relationship: { coding: [{ code: 'child' }] }, subscriberId: 'S' },
      [[], ['S']],
    ],
    ['a number is not told twice', { subscriberId: 'U-1', identifier: [member] }, [['U-1'], []]],
  ])('%s', (_name, resource, expected) => {
    expect(numbers(resource, patient)).toEqual(expected)
  })

  test('the insured person’s own identifier is next', () => {
    expect(numbers({ subscriberId: 'S' }, { ...patient, identifier: [member] })).toEqual([['U-1'], ['S']])
  })

  test('the list of people on the card is last, by name', () => {
    const extension = [
      {
        url: 'http://hl7.org/fhir/us/insurance-card/StructureDefinition/C4DIC-PlanBeneficiaries-extension',
        extension: [
          { url: 'memberId', valueString: 'L-1' },
          { url: 'name', valueHumanName: { family: 'Norrby', given: ['Elin'] } },
        ],
      },
    ]
    expect(numbers({ extension }, patient)).toEqual([['L-1'], []])
    expect(numbers({ extension }, { ...patient, name: [{ family: 'Other' }] })).toEqual([[], []])
  })

  test('a person on the list is who the reference says, whatever the name', () => {
    const namesake = { ...patient, id: 'q' }
    const extension = [person('Patient/q', 'L-2'), person('Patient/p', 'L-1')]
    expect(numbers({ extension }, patient, namesake)).toEqual([['L-1'], []])
  })
})

const noon = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12)

describe('whether a coverage is in force', () => {
  test.each([
    ['on its last day', { end: '2026-12-31' }, new Date(2026, 11, 31, 23, 59), 'ends-soon'],
    ['on the day after', { end: '2026-12-31' }, new Date(2027, 0, 1, 0, 0), 'ended'],
    ['in its last month', { end: '2026-12' }, noon(2026, 12, 31), 'ends-soon'],
    ['in its last year', { start: '2025', end: '2026' }, noon(2026, 6, 15), 'active'],
    ['thirty-one days before the end', { end: '2026-07-16' }, noon(2026, 6, 15), 'active'],
    ['thirty days before the end', { end: '2026-07-15' }, noon(2026, 6, 15), 'ends-soon'],
    ['on its first day', { start: '2026-06-15' }, new Date(2026, 5, 15, 0, 0), 'active'],
    ['on the day before', { start: '2026-06-15' }, new Date(2026, 5, 14, 23, 59), 'not-yet'],
    ['without dates', undefined, noon(2026, 6, 15), 'unknown'],
    ['with an end that is no date', { start: '2026-01-01', end: 'soon' }, noon(2026, 6, 15), 'unknown'],
    ['with a start that is no date', { start: '01/01/2026' }, noon(2026, 6, 15), 'unknown'],
    ['with a period that is a text', '2026', noon(2026, 6, 15), 'unknown'],
    ['with two periods', [{ start: '2020', end: '2021' }, { start: '2026' }], noon(2026, 6, 15), 'unknown'],
  ])('%s', (_name, period, now, code) => {
    expect(single({ status: 'active', period }, now).force.code).toBe(code)
  })

  test.each([
    ['cancelled', 'cancelled'],
    ['entered-in-error', 'entered-in-error'],
    ['draft', 'draft'],
    ['suspended', 'unknown'],
    ['Active', 'active'],
    [['active'], 'active'],
    [undefined, 'active'],
  ])('a status of %s outranks the dates: %s', (status, code) => {
    expect(single({ status, period: { start: '2026-01-01' } }).force.code).toBe(code)
  })

  test('says so in words, with the day', () => {
    expect(cardOf(organized(family)).force.text).toBe('Active. Last day: Dec 31, 2026')
    expect(cardOf(organized(family), 1).force.text).toBe('Ends soon. Last day: Jun 15, 2026')
    expect(single({ status: 'cancelled' }).force.text).toBe('Cancelled. This coverage is not in force.')
  })

  test('a missing status is told', () => {
    expect(single({ period: { start: '2026' } }).remarks.map(({ text }) => text)).toEqual([
      'The card does not state a status; the above goes by its dates alone.',
    ])
  })

  test('a qualifier that is not understood is told', () => {
    expect(cardOf(organized(hostile), 2).remarks.map(({ severity }) => severity)).toContain('error')
  })
})

// B-32
describe('a card from a stranger', () => {
  test('may be empty', () => {
    const card = cardOf(organized(hostile))
    expect(card.title).toBe('Payer not stated')
    expect(card.force.code).toBe('unknown')
    expect(card.values).toEqual([])
  })

  test('may have one where several are expected, several where one is, and text for codes', () => {
    const card = cardOf(organized(hostile), 1)
    expect(valuesOf(card)).toEqual([
      'payer Lost Mutual (not included)',
      'subscriberId S-1',
      'subscriberId S-2',
      'otherId 4711',
      'relationship Stepchild',
      'period Since Jan 1, 2026; Since Jan 1, 2027',
      'class G-1',
    ])
    expect(card.costs).toEqual([{ kind: '', label: 'Visit', value: '0%', plain: '0%', exceptions: [] }])
  })

  test('never throws and never shows an accident', () => {
    const elements = [
      'status',
      'type',
      'subscriber',
      'subscriberId',
      'beneficiary',
      'relationship',
      'period',
      'payor',
      'class',
      'costToBeneficiary',
      'identifier',
      'dependent',
      'order',
      'network',
      'extension',
    ]
    for (const shape of WRONG_SHAPES) {
      for (const element of elements) {
        const bundle = bundleOf({ resourceType: 'Coverage', [element]: shape })
        expect(wordsOf(cardOf(bundle))).not.toMatch(ACCIDENT)
        expect(() => coverage.subjects(bundle)).not.toThrow()
      }
    }
  })

  test('never throws, whatever its parts consist of', () => {
    for (const shape of WRONG_SHAPES) {
      const parts = {
        type: shape,
        value: shape,
        name: shape,
        valueMoney: shape,
        exception: shape,
        _valueMoney: shape,
      }
      const organization = {
        resourceType: 'Organization',
        id: 'o',
        name: shape,
        identifier: [{ type: shape, value: shape }],
        telecom: shape,
        contact: [
          { purpose: shape, name: shape, telecom: [{ system: shape, value: shape }], address: shape },
        ],
      }
      const bundle = bundleOf(
        {
          resourceType: 'Coverage',
          class: [parts],
          costToBeneficiary: [parts],
          identifier: [parts],
          payor: [{ reference: 'Organization/o' }],
        },
        organization,
      )
      expect(wordsOf(cardOf(bundle))).not.toMatch(ACCIDENT)
    }
  })

  test.each([
    ['a family', family],
    ['a hostile card', hostile],
  ])('every entry of %s has a place', (_name, bundle) => {
    const { cards, rest } = toModel(organized(bundle), viewContext())
    const refs = [...cards.map(({ ref }) => ref), ...rest.flatMap(({ rows }) => rows.map(({ ref }) => ref))]
    expect(refs.toSorted()).toEqual(
      organized(bundle)
        .items.map(({ ref }) => ref)
        .toSorted(),
    )
  })
})
