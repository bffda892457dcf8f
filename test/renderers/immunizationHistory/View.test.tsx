// @vitest-environment happy-dom
import { ThemeProvider } from '@mui/material/styles'
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Bundle } from '../../../src/core/fhir/types'
import { organizeResources } from '../../../src/core/organizeResources'
import { View } from '../../../src/renderers/immunizationHistory/View'
import { theme } from '../../../src/ui/theme'
import hostile from '../../fixtures/bundles/immunizationHistory/hostile.json'
import record from '../../fixtures/bundles/immunizationHistory/record.json'
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

describe('the page of a vaccination record', () => {
  test.each([
    ['a record', record],
    ['a hostile record', hostile],
  ])('has every entry of %s', (_name, bundle) => {
    const { organized, container } = show(bundle)
    const refs = new Set(
      [...container.querySelectorAll('[data-ref]')].map((element) => element.getAttribute('data-ref')),
    )
    expect(organized.items.map(({ ref }) => ref).filter((ref) => !refs.has(ref))).toEqual([])
  })

  test('counts the doses that hold, and no others', () => {
    const { container } = show(record)
    expect(container.textContent).toContain('4 doses')
    const apart = container.querySelector('[data-group="negated"]')
    expect(apart?.textContent).toContain('These vaccines were not given.')
    expect(apart?.querySelector('[data-ref="resource:4"]')).not.toBeNull()
  })

  test('says that there is no dose where there is none', () => {
    const { container } = show({
      resourceType: 'Bundle',
      entry: [{ resource: { resourceType: 'Immunization', status: 'not-done' } }],
    })
    expect(container.textContent).toContain('No dose is recorded.')
  })
})
