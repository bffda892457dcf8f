import { describe, expect, test } from 'vitest'
import definitions from '../../../src/renderers/tables/digest/r4.json'
import { cellOf, tableOf } from '../../support/fhir'
import { DEFINITIONS } from '../../../src/renderers/tables/definitions'

const moreOf = (resource: unknown): readonly string[] => cellOf(resource, 'Further information')

describe('a type without a table of its own', () => {
  test('has what it is, when it was, how it stands, and its summary', () => {
    const appointment = {
      resourceType: 'Appointment',
      status: 'booked',
      start: '2026-07-01T09:30:00+02:00',
      description: 'Check of the pacemaker',
      minutesDuration: 0,
      participant: [{ actor: { display: 'Dr. Ito' }, status: 'accepted' }],
    }
    const table = tableOf(appointment)
    expect(table.columns.map(({ header }) => header)).toEqual([
      'What',
      'Date',
      'Status',
      'Further information',
    ])
    expect(table.rows[0]?.cells[0]).toEqual(['Check of the pacemaker'])
    expect(moreOf(appointment)).toContain('Participant: Actor: Dr. Ito; Status: accepted')
    expect(moreOf(appointment)).toContain('Minutes duration: 0')
  })

  test.each([
    ['AdverseEvent', { actuality: 'potential' }, /Actuality: /],
    ['List', { mode: 'snapshot' }, /Mode: /],
    ['Task', { intent: 'order' }, /Intent: /],
    ['BodyStructure', { active: false }, /Active: No/],
    ['SupplyDelivery', { status: 'abandoned', type: { text: 'Oxygen' } }, /./],
    ['MeasureReport', { improvementNotation: { text: 'decrease' } }, /decrease/],
  ])('%s never omits a modifier', (resourceType, elements, expected) => {
    const [row] = tableOf({ resourceType, ...elements }).rows
    expect([...(row?.cells.flat() ?? []), ...(row?.marks ?? []).map(({ text }) => text)].join('\n')).toMatch(
      expected,
    )
  })

  test('says a modifier once', () => {
    expect(moreOf({ resourceType: 'NutritionOrder', intent: 'order' })).toEqual(['Intent: Order'])
  })

  test('of another version or of nobody’s shows what it has, up to five lines and two hundred characters', () => {
    const widget = Object.fromEntries([
      ['resourceType', 'Widget'],
      ['first', 'x'.repeat(5000)],
      ...Array.from({ length: 3000 }, (_, at) => [`part${at}`, at] as const),
    ])
    const lines = moreOf(widget)
    expect(lines).toHaveLength(5)
    expect(lines[1]).toBe('Part0: 0')
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(230)
  })

  test('says a value of every kind: 0, false, a quantity, a period, somebody', () => {
    const lines = moreOf({
      resourceType: 'RiskAssessment',
      subject: { display: 'Ana Soto' },
      prediction: [{ probabilityDecimal: 0, relativeRisk: 1.5 }],
      occurrencePeriod: { start: '2024', end: '2025' },
    })
    expect(lines.join('\n')).toContain('Ana Soto')
    expect(lines.join('\n')).toContain('Probability: 0')
  })
})

test('every resource of R4 has a row that names it, even when it holds nothing', () => {
  const types = Object.keys(definitions).filter((type) => !type.includes('.') && !DEFINITIONS.has(type))
  const blank = types.filter(
    (resourceType) => (tableOf({ resourceType, id: 'x' }).rows[0]?.label ?? '') === '',
  )
  expect(blank).toEqual([])
})
