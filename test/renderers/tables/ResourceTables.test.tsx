// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ResourceTables } from '../../../src/renderers/tables/ResourceTables'
import type { TableModel } from '../../../src/renderers/tables/table'
import { toTables } from '../../../src/renderers/tables/toTables'
import { bundleOf, viewContext } from '../../support/fhir'

// Loading a view for the first time takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanup)
afterEach(() => vi.restoreAllMocks())

function show(resources: readonly unknown[], change = (tables: readonly TableModel[]) => tables) {
  const bundle = bundleOf(...resources)
  const context = viewContext()
  const tables = change(toTables(bundle.items, bundle, context))
  return render(<ResourceTables tables={tables} bundle={bundle} context={context} headingLevel={3} />)
}
const rowOf = (position: number) => {
  const row = document.querySelector<HTMLElement>(`tr[data-ref="urn:test:${position}"]`)
  if (!row) throw new Error(`no row ${position}`)
  return row
}

const rowsShown = (): number => document.querySelectorAll('[data-ref]').length
const manyProblems = (length: number) => Array.from({ length }, () => ({ resourceType: 'Condition' }))

/** Puts something into the first row that no component can show. */
const broken = (tables: readonly TableModel[]): readonly TableModel[] =>
  tables.map((table) => ({
    ...table,
    rows: table.rows.map((row, position) => (position === 0 ? { ...row, cells: [[{} as string]] } : row)),
  }))

const refuted = {
  resourceType: 'AllergyIntolerance',
  code: { text: 'Shellfish' },
  verificationStatus: { coding: [{ code: 'refuted' }] },
}

describe('a table', () => {
  test('has a heading, a name, headers for its columns and one for each row', () => {
    show([{ resourceType: 'Condition', code: { text: 'Asthma' }, onsetDateTime: '2024-03' }])
    expect(screen.getByRole('heading', { level: 3 }).textContent).toContain('Problems')
    const table = screen.getByRole('table', { name: 'Problems' })
    const headers = within(table).getAllByRole('columnheader')
    expect(headers.map(({ textContent }) => textContent)).toEqual(['Problem', 'Onset', 'Details'])
    expect(headers.every((header) => header.getAttribute('scope') === 'col')).toBe(true)
    expect(within(table).getByRole('rowheader').textContent).toBe('Asthma')
    expect(within(table).getByText('Mar 2024').closest('td')?.dataset['label']).toBe('Onset')
  })

  test('carries the reference of every entry', () => {
    show([refuted, { resourceType: 'Widget' }, null, { resourceType: 'Patient' }])
    const refs = [...document.querySelectorAll<HTMLElement>('[data-ref]')].map(
      ({ dataset }) => dataset['ref'],
    )
    expect(new Set(refs)).toEqual(new Set(['urn:test:0', 'urn:test:1', 'urn:test:2', 'urn:test:3']))
    expect(refs).toHaveLength(4)
  })

  test('says what negates a row in words, before anything else in it', () => {
    show([refuted])
    const row = rowOf(0)
    expect(row.textContent).toMatch(/^RefutedShellfish/)
    expect(row.dataset['state']).toBe('retracted')
    expect(row.querySelector('[data-mark="refuted"]')?.textContent).toBe('Refuted')
  })

  test('lets every sender’s text choose its own direction', () => {
    show([{ resourceType: 'Condition', code: { text: 'ربو' } }])
    expect(screen.getByText('ربو').getAttribute('dir')).toBe('auto')
  })

  test('shows all rows of a long list, the first of them at once', () => {
    vi.useFakeTimers()
    show(manyProblems(200))
    expect(rowsShown()).toBe(100)
    act(() => void vi.runAllTimers())
    expect(rowsShown()).toBe(200)
    vi.useRealTimers()
  })

  test('is complete before it is printed', () => {
    vi.useFakeTimers()
    show(manyProblems(200))
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(rowsShown()).toBe(200)
    vi.useRealTimers()
  })
})

describe('the details of a row', () => {
  test('are built when somebody asks for them, and say everything', () => {
    show([
      {
        ...refuted,
        note: [{ text: 'ruled out' }],
        extension: [{ url: 'urn:example:odd', valueBoolean: false }],
      },
    ])
    const button = screen.getByRole('button', { name: 'Details of Shellfish' })
    expect(button.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByText('urn:example:odd')).toBeNull()
    fireEvent.click(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(button.getAttribute('aria-label')).toBe('Hide details of Shellfish')
    expect(screen.getByText('urn:example:odd')).toBeTruthy()
    fireEvent.click(button)
    expect(screen.queryByText('urn:example:odd')).toBeNull()
  })

  test('have the JSON as it was received one click away', () => {
    show([refuted])
    fireEvent.click(screen.getByRole('button', { name: 'Details of Shellfish' }))
    const disclosure = screen.getByText('Data as received (JSON)').closest('details') as HTMLDetailsElement
    expect(disclosure.querySelector('pre')).toBeNull()
    act(() => {
      disclosure.open = true
      fireEvent(disclosure, new Event('toggle'))
    })
    expect(JSON.parse(disclosure.querySelector('pre')?.textContent ?? '')).toEqual({
      fullUrl: 'urn:test:0',
      resource: refuted,
    })
  })

  test('show markup as the text that it is, and no address as a link that runs code', () => {
    const resource = {
      resourceType: 'DocumentReference',
      description: '<img src=x onerror=alert(1)>',
      text: { div: '<div><a href="javascript:alert(1)">Press</a></div>' },
      content: [
        { attachment: { url: 'javascript:alert(1)', extra: { a: 1 } } },
        { attachment: { url: 'https://example.org/a', extra: { a: 1 } } },
      ],
    }
    show([resource])
    fireEvent.click(screen.getByRole('button', { name: /^Details of/ }))
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
    expect(new Set(links)).toEqual(new Set(['https://example.org/a']))
    expect(document.querySelector('img')).toBeNull()
    expect(document.body.textContent).toContain('Press')
  })
})

test('a row that cannot be shown keeps its reference and its JSON, and costs no other row anything', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  show(
    [
      { resourceType: 'Condition', code: { text: 'A' } },
      { resourceType: 'Condition', code: { text: 'B' } },
    ],
    broken,
  )
  expect(rowOf(0).textContent).toContain('This entry could not be shown here.')
  expect(rowOf(0).querySelector('details')).not.toBeNull()
  expect(rowOf(1).textContent).toContain('B')
})
