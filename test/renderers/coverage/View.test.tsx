// @vitest-environment happy-dom
import { ThemeProvider } from '@mui/material/styles'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Bundle } from '../../../src/core/fhir/types'
import { organizeResources } from '../../../src/core/organizeResources'
import { View } from '../../../src/renderers/coverage/View'
import { theme } from '../../../src/ui/theme'
import family from '../../fixtures/bundles/coverage/family.json'
import hostile from '../../fixtures/bundles/coverage/hostile.json'
import { viewContext } from '../../support/fhir'

const show = (bundle: unknown) => {
  const organized = organizeResources(bundle as Bundle)
  return {
    organized,
    ...render(
      <ThemeProvider theme={theme}>
        <View bundle={organized} context={viewContext()} />
      </ThemeProvider>,
    ),
  }
}

// A page takes seconds in happy-dom when the machine is busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

afterEach(cleanup)

describe('the page of an insurance card', () => {
  test.each([
    ['a family', family],
    ['a hostile card', hostile],
  ])('has every entry of %s', (_name, bundle) => {
    const { organized, container } = show(bundle)
    const refs = new Set(
      [...container.querySelectorAll('[data-ref]')].map((element) => element.getAttribute('data-ref')),
    )
    expect(organized.items.map(({ ref }) => ref).filter((ref) => !refs.has(ref))).toEqual([])
    expect(container.querySelector('[data-error-boundary]')).toBeNull()
  })

  test('says in words whether each coverage is in force', () => {
    const { container } = show(family)
    const forces = [...container.querySelectorAll('[data-force]')]
    expect(forces.map((element) => element.getAttribute('data-force'))).toEqual(['active', 'ends-soon'])
    expect(forces[0]?.textContent).toContain('Active. Last day: Dec 31, 2026')
  })

  test('has each value by itself, so that it can be selected without its label', () => {
    show(family)
    expect(screen.getByText('NRT-5531-02', { selector: 'bdi' }).textContent).toBe('NRT-5531-02')
    expect(screen.getByText('610011', { selector: 'bdi' }).textContent).toBe('610011')
  })

  test('has a table of limits and of people whose cells stand under their heads', () => {
    const { container } = show(family)
    const rows = [...container.querySelectorAll('[data-limits] tbody tr')].map((row) => row.textContent)
    expect(rows).toEqual(['Pharmacy deductible, in network$250.50Exception: retired, Until Jun 30, 2026'])
    const people = [...container.querySelectorAll('[data-people] tbody tr')].map((row) => row.textContent)
    expect(people).toEqual(['Elin Norrby (subscriber)NRT-5531-01', 'not statedNRT-5531-03'])
  })

  test('says how many coverages there are before the first of them', () => {
    const { container } = show(family)
    expect(container.querySelector('[data-overview]')?.textContent).toContain('2 coverages on this card')
  })

  test('links a telephone number, and never a script', () => {
    const { container } = show(family)
    const addresses = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))
    expect(addresses).toContain('tel:+1 555 010 0200')
    expect(addresses.some((address) => address?.startsWith('javascript'))).toBe(false)
  })
})
