// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { View } from '../../../src/renderers/patientSummary/View'
import { bundleOf, viewContext } from '../../support/fhir'

vi.mock('../../../src/renderers/tables/TableView', () => ({
  TableView: () => {
    throw new Error('a mistake of ours')
  },
}))

vi.setConfig({ testTimeout: 60_000 })
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('a section that cannot be shown lists its entries, and takes no other section along', () => {
  // React reports what it caught; the report is expected here.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { container } = render(
    <View
      bundle={bundleOf(
        {
          resourceType: 'Composition',
          section: [
            { title: 'Problems', entry: [{ reference: 'Condition/1' }, { reference: 'Condition/lost' }] },
            { title: 'Story', text: { div: '<div>Feels well.</div>' } },
          ],
        },
        { resourceType: 'Condition', id: '1', code: { text: 'Asthma' } },
      )}
      context={viewContext()}
    />,
  )
  const fallback = container.querySelector('[data-error-boundary="section"]')
  expect(fallback?.querySelector('[data-ref="urn:test:1"]')?.textContent).toBe('Condition urn:test:1')
  expect(fallback?.textContent).toContain('Condition/lost (not included in this document)')
  expect(container.textContent).toContain('Feels well.')
  expect(container.querySelector('[data-error-boundary="rest"] [data-ref="urn:test:0"]')).not.toBeNull()
})
