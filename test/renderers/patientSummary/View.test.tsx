// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react'
import { ThemeProvider } from '@mui/material/styles'
import { StrictMode, type ReactElement } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Bundle } from '../../../src/core/fhir/types'
import { organizeResources, type OrganizedBundle } from '../../../src/core/organizeResources'
import { View } from '../../../src/renderers/patientSummary/View'
import { theme } from '../../../src/ui/theme'
import hostile from '../../fixtures/bundles/patientSummary/hostile.json'
import searchset from '../../fixtures/bundles/patientSummary/searchset.json'
import summary from '../../fixtures/bundles/patientSummary/summary.json'
import { bundleOf, viewContext } from '../../support/fhir'

const organized = (bundle: unknown): OrganizedBundle => organizeResources(bundle as Bundle)
const context = viewContext()

const page = (bundle: OrganizedBundle): ReactElement => (
  <StrictMode>
    <ThemeProvider theme={theme}>
      <View bundle={bundle} context={context} />
    </ThemeProvider>
  </StrictMode>
)

// Roles are what a reader has, but computing them over a whole page costs seconds; these ask for the same by markup.
function sectionNamed(name: string): HTMLElement {
  const titles = [...document.querySelectorAll('section > :is(h3, h4, h5) span[id]')]
  const section = titles.find(({ textContent }) => textContent.startsWith(name))?.closest('section')
  if (!section) throw new Error(`no section ${name}`)
  return section
}

const senderText = (section: HTMLElement) =>
  section.querySelector('section[aria-label="Text written by the sender"]')

const buttonIn = (section: HTMLElement, label: string) =>
  [...section.querySelectorAll('fieldset button')].find(({ textContent }) => textContent === label)

const levelOf = (name: string) => sectionNamed(name).firstElementChild?.tagName

function press(section: HTMLElement, label: string): void {
  const button = buttonIn(section, label)
  if (!button) throw new Error(`no button ${label}`)
  fireEvent.click(button)
}

const composition = (section: unknown) => ({ resourceType: 'Composition', section: [section] })

// A page takes seconds in happy-dom when the machine is busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('the page of a document', () => {
  test.each([
    ['a summary', summary],
    ['a hostile document', hostile],
    ['a search result', searchset],
  ])('has every entry of %s', (_name, bundle) => {
    const all = organized(bundle)
    const { container } = render(page(all))
    const refs = new Set(
      [...container.querySelectorAll('[data-ref]')].map((element) => element.getAttribute('data-ref')),
    )
    expect(all.items.map(({ ref }) => ref).filter((ref) => !refs.has(ref))).toEqual([])
    expect(container.querySelector('[data-error-boundary]')).toBeNull()
  })

  test('shows the author’s text first where it says more, keeps its rows in the page, and leads to both', () => {
    render(page(organized(summary)))
    const section = sectionNamed('Allergies')
    const row = () => section.querySelector('[data-ref="urn:uuid:00000000-0000-4000-8000-000000000001"]')
    expect(senderText(section)?.textContent).toContain('adrenaline pen')
    expect(row()?.closest('[hidden]')).not.toBeNull()

    press(section, 'Coded data')
    expect(senderText(section)).toBeNull()
    expect(row()?.closest('[hidden]')).toBeNull()

    press(section, 'Author’s text')
    expect(senderText(section)?.textContent).toContain('adrenaline pen')
  })

  test('shows coded data first where the text was generated from it', () => {
    render(page(organized(summary)))
    const section = sectionNamed('Problems')
    expect(senderText(section)).toBeNull()
    expect(buttonIn(section, 'Coded data')?.getAttribute('aria-pressed')).toBe('true')
  })

  test('offers no choice where there is none', () => {
    render(page(organized(summary)))
    expect(senderText(sectionNamed('Vaccines'))?.textContent).toContain('paper card')
    expect(buttonIn(sectionNamed('Vaccines'), 'Coded data')).toBeUndefined()
    expect(buttonIn(sectionNamed('Medications'), 'Author’s text')).toBeUndefined()
  })

  // B-24
  test('forgets a choice when another bundle is shown', () => {
    const condition = { resourceType: 'Condition', id: '1', code: { text: 'Asthma' } }
    const both = { title: 'Problems', text: { div: '<div>x</div>' }, entry: [{ reference: 'Condition/1' }] }
    const { rerender } = render(page(bundleOf(composition(both), condition)))
    press(sectionNamed('Problems'), 'Author’s text')
    expect(senderText(sectionNamed('Problems'))).not.toBeNull()

    rerender(page(bundleOf(composition({ ...both, text: undefined }), condition)))
    expect(senderText(sectionNamed('Problems'))).toBeNull()
    expect(sectionNamed('Problems').querySelector('[data-ref="urn:test:1"]')?.closest('[hidden]')).toBeNull()

    rerender(page(bundleOf(composition(both), condition)))
    expect(senderText(sectionNamed('Problems'))).toBeNull()
  })

  test('names what is not included where the reader looks for it', () => {
    render(page(organized(summary)))
    expect(sectionNamed('Medications').textContent).toContain(
      'Salbutamol spray (not included in this document)',
    )
  })

  test('keeps the heading levels in order', () => {
    render(page(organized(summary)))
    expect(['Social history', 'Living', 'Work'].map(levelOf)).toEqual(['H3', 'H4', 'H5'])
  })
})

const strip = () => document.querySelector<HTMLElement>('[data-glance]')

const firstAllergy = () =>
  document.querySelector('tr[data-ref="urn:uuid:00000000-0000-4000-8000-000000000001"]')

describe('the strip at a glance', () => {
  test('stands between the header and the first section, and repeats no address of an entry', () => {
    render(page(organized(summary)))
    const section = document.querySelector('[data-section]')
    expect(section && strip()?.compareDocumentPosition(section)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(strip()?.querySelector('[data-ref]')).toBeNull()
  })

  test('leads to a row, though the author’s text hides it', async () => {
    render(page(organized(summary)))
    const row = firstAllergy
    expect(row()?.closest('[hidden]')).not.toBeNull()
    const item = strip()?.querySelector('[data-glance-group=allergies] li button')
    if (!item) throw new Error('no allergy in the strip')
    fireEvent.click(item)
    expect(row()?.closest('[hidden]')).toBeNull()
    await vi.waitFor(() => expect(document.activeElement).toBe(row()))
  })
})

test('a document as its author wrote it has the text of every section, and its entries where there is none', () => {
  const { container } = render(page(organized(summary)))
  const button = [...container.querySelectorAll('fieldset button')].find(
    ({ textContent }) => textContent === 'As the author wrote it',
  )
  if (!button) throw new Error('no such choice')
  fireEvent.click(button)
  const shown = [...container.querySelectorAll('section[aria-label="Text written by the sender"]')]
  expect(shown.length).toBeGreaterThan(1)
  const tables = shown.flatMap((text) => [
    ...(text.closest('[data-section]')?.querySelectorAll('[data-table]') ?? []),
  ])
  expect(tables.filter((table) => table.closest('[hidden]') === null)).toEqual([])
  expect(container.querySelectorAll('tr[data-ref]').length).toBeGreaterThan(1)
})
