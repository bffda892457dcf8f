import { describe, expect, test } from 'vitest'
import { organizeResources } from '../../../src/core/organizeResources'
import { asLines, asTable, fieldsToCopy, frontDeskFields } from '../../../src/renderers/coverage/frontDesk'
import { toModel, type CardModel } from '../../../src/renderers/coverage/model'
import type { CopiedField } from '../../../src/renderers/renderer'
import { viewContext } from '../../support/fhir'

const coverage = {
  resourceType: 'Coverage',
  status: 'active',
  subscriberId: ' \u200E00-12\u00A034 ',
  relationship: { coding: [{ code: 'self' }] },
  period: { start: '2026-01-01', end: '2026-12-31' },
  payor: [{ display: '=Northern\tMutual' }],
  class: [{ type: { coding: [{ code: 'rxbin' }] }, value: '610011' }],
}

const cardOf = (change: object = {}): CardModel => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: { ...coverage, ...change } }],
  }
  const [card] = toModel(organizeResources(bundle), viewContext()).cards
  if (!card) throw new Error('no card')
  return card
}

const keysOf = (card: CardModel) => frontDeskFields(card, { language: 'en' }).map(({ key }) => key)

const copied = (copyFields: readonly CopiedField[], language: 'en' | 'es' = 'en') =>
  fieldsToCopy(cardOf(), { language, copyFields }).map(({ label, value }) => [label, value])

describe('what "Copy all" copies', () => {
  test('is plain: no mark that nobody sees, and dates as the card has them, year first', () => {
    const fields = frontDeskFields(cardOf(), { language: 'en' })
    const values = new Map(fields.map(({ key, value }) => [key, value]))
    expect(values.get('memberId')).toBe('00-12 34')
    expect(values.get('start')).toBe('2026-01-01')
    expect(values.get('end')).toBe('2026-12-31')
  })

  test('says so when the coverage must not be billed, and only then', () => {
    expect(keysOf(cardOf())).not.toContain('force')
    expect(keysOf(cardOf({ status: 'cancelled' }))).toContain('force')
    expect(keysOf(cardOf({ period: { end: '2020-01-01' } }))).toContain('force')
  })

  test('follows the order, the selection and the labels of the deployment', () => {
    expect(
      copied([
        { field: 'rxbin', label: { en: 'BIN', es: 'BIN de farmacia' } },
        { field: 'rxpcn' },
        { field: 'memberId' },
        { field: 'end', label: { en: 'Termination' } },
      ]),
    ).toEqual([
      ['BIN', '610011'],
      ['Member ID', '00-12 34'],
      ['Termination', '2026-12-31'],
    ])
    expect(copied([{ field: 'rxbin', label: { en: 'BIN' } }], 'es')).toEqual([['BIN', '610011']])
  })

  test('is everything where the deployment says nothing', () => {
    expect(copied([]).length).toBe(frontDeskFields(cardOf(), { language: 'en' }).length)
  })

  test('is one line for each value, or one row', () => {
    const fields = fieldsToCopy(cardOf(), {
      language: 'en',
      copyFields: [{ field: 'payer' }, { field: 'memberId' }],
    })
    expect(asLines(fields, { language: 'en' })).toBe('Payer: =Northern\tMutual\nMember ID: 00-12 34')
    expect(asTable(fields)).toBe("Payer\t'=Northern Mutual\nMember ID\t00-12 34")
  })
})
