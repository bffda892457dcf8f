// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { View } from '../../../src/renderers/collection/View'
import { bundleOf, viewContext } from '../../support/fhir'

vi.mock('../../../src/renderers/tables/glance/glance', () => ({
  toGlance: () => {
    throw new Error('a mistake of ours')
  },
}))

vi.setConfig({ testTimeout: 60_000 })
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('a strip that cannot be made says so, and takes no row along', () => {
  // React reports what it caught; the report is expected here.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const bundle = bundleOf({ resourceType: 'AllergyIntolerance', code: { text: 'Latex' } })
  const { container } = render(<View bundle={bundle} context={viewContext()} />)
  expect(container.querySelector('[data-error-boundary="glance"]')?.textContent).toContain(
    'The overview could not be made.',
  )
  expect(container.querySelector('tr[data-ref="urn:test:0"]')?.textContent).toContain('Latex')
})
