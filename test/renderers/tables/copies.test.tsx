// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { layoutOf } from '../../../src/renderers/tables/layout'
import { copied } from '../../../src/renderers/tables/lines'
import { ResourceTables } from '../../../src/renderers/tables/ResourceTables'
import { toTables } from '../../../src/renderers/tables/toTables'
import { CopyProvider, type Copy } from '../../../src/ui/CopyProvider'
import { bundleOf, viewContext } from '../../support/fhir'

// Loading a view for the first time takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanup)

const dose = {
  resourceType: 'Immunization',
  status: 'completed',
  vaccineCode: { text: 'COVID-19, mRNA' },
  occurrenceDateTime: '2021-01-01',
  lotNumber: ' 00-AB\u200E12 ',
  expirationDate: '2022-01-01',
}

/** What the table of `resource` as it is laid out shows and copies, line by line; only lines that are copied. */
function copiesIn(resource: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  const bundle = bundleOf(resource)
  return toTables(bundle.items, bundle, viewContext()).flatMap(({ columns, rows }) => {
    const { arrange, arrangeCopies } = layoutOf(columns, 'en')
    return rows.flatMap(({ cells, copies = [] }) => {
      const lines = arrange(cells)
      return arrangeCopies(cells, copies).flatMap((cell, column) =>
        cell.flatMap((copy, index) =>
          copy === undefined ? [] : [[lines[column]?.[index] ?? '', copy] as const],
        ),
      )
    })
  })
}

describe('what a table copies', () => {
  test('a lot number without what cannot be seen, and never its date', () => {
    expect(copiesIn(dose)).toEqual([['00-AB\u200E12', '00-AB12']])
  })

  test('numbers, telephones and addresses of a person, without what kind they are', () => {
    const patient = {
      resourceType: 'Patient',
      name: [{ text: 'Amy Shaw' }],
      identifier: [null, { type: { text: 'Record' }, value: '0012' }],
      telecom: [{ system: 'phone', use: 'mobile', value: '+1 555 0100' }],
      address: [{ use: 'home', line: ['1 Elm St'], city: 'Ames' }],
    }
    expect(copiesIn(patient)).toEqual([
      ['Record: 0012', '0012'],
      ['+1 555 0100 (mobile)', '+1 555 0100'],
      ['1 Elm St, Ames (home)', '1 Elm St, Ames'],
    ])
  })

  test('a line that shares one column with others keeps its place', () => {
    const device = {
      resourceType: 'Device',
      type: { text: 'Pacemaker' },
      status: 'active',
      manufacturer: 'Acme',
      modelNumber: 'M1',
      serialNumber: 'SN7',
      lotNumber: 'L8',
      udiCarrier: [{ carrierHRF: '(01)0084' }, {}],
      expirationDate: '2030-01-01',
      identifier: [{ value: 'I-9' }],
      note: [{ text: 'I-9' }],
    }
    const copies = copiesIn(device)
    expect(copies.map(([, copy]) => copy)).toEqual(['SN7', 'L8', '(01)0084', 'I-9'])
    for (const [line, copy] of copies) expect(line).toContain(copy)
  })

  test('the code of a maker and a row that never was are only read', () => {
    const maker = { system: 'http://hl7.org/fhir/sid/mvx', value: 'MOD' }
    expect(copiesIn({ resourceType: 'Organization', name: 'Moderna', identifier: [maker] })).toEqual([])
    expect(copiesIn({ ...dose, status: 'entered-in-error' })).toEqual([])
  })

  test('nothing that the words do not show', () => {
    expect(copied('Lot: 1.50', 1.5)).toBe('Lot: 1.50')
    expect(copied('Unknown', 'A1')).toBe('Unknown')
    expect(copied('\u200E', '\u200E')).toBe('\u200E')
    expect(copied(undefined, 'A1')).toBeUndefined()
  })
})

test('a button says what it copies, and of which row', () => {
  const copy = vi.fn<Copy>(() => Promise.resolve(true))
  const bundle = bundleOf({ ...dose, lotNumber: 'A1' }, { ...dose, lotNumber: 'B2' })
  const context = viewContext()
  const tables = toTables(bundle.items, bundle, context)
  render(
    <CopyProvider copy={copy}>
      <ResourceTables tables={tables} bundle={bundle} context={context} headingLevel={3} />
    </CopyProvider>,
  )
  expect(screen.getAllByRole('button', { name: /^Copy/ })).toHaveLength(2)
  fireEvent.click(screen.getByRole('button', { name: /^Copy: Lot.*: B2, COVID-19, mRNA/ }))
  expect(copy.mock.calls).toEqual([['B2']])
})
