// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState, type ReactElement } from 'react'
import { afterEach, expect, test } from 'vitest'
import type { OrganizedBundle } from '../../src/core/organizeResources'
import { Filtered } from '../../src/app/data/BundleContent'
import { SourceFilter } from '../../src/app/data/SourceFilter'
import type { SourceKind } from '../../src/renderers/tables/sourceKinds'
import { bundleOf } from '../support/fhir'
import { renderApp } from '../support/renderApp'

const labelled = (...codes: readonly string[]) => ({
  resourceType: 'Condition',
  meta: { security: codes.map((code) => ({ code })) },
})

function Filter({ bundle }: { readonly bundle: OrganizedBundle }): ReactElement {
  const [only, setOnly] = useState<SourceKind>()
  return <SourceFilter bundle={bundle} only={only} onChange={setOnly} />
}

afterEach(cleanup)

test('a filter by source says how much it hides, until it is lifted', () => {
  render(<Filter bundle={bundleOf(labelled('PATAST'), labelled('CLINAST'), labelled('CLINAST'))} />)
  expect(screen.queryByText(/This filter hides/)).toBeNull()
  const chip = screen.getByRole('button', { name: 'the patient (1)' })
  fireEvent.click(chip)
  expect(chip.getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByRole('status').textContent).toContain('This filter hides 2 entries')
  fireEvent.click(screen.getByRole('button', { name: 'Show all entries' }))
  expect(chip.getAttribute('aria-pressed')).toBe('false')
  expect(screen.queryByText(/This filter hides/)).toBeNull()
})

test('there is nothing to choose where everything comes from one side', () => {
  const { container } = render(<Filter bundle={bundleOf(labelled('PATAST'), labelled('PATAST'))} />)
  expect(container.textContent).toBe('')
})

test('a record that replaces the filtered one is shown whole', async () => {
  const before = bundleOf(labelled('PATAST'), labelled('CLINAST'))
  const after = bundleOf(labelled('CLINAST'), labelled('CLINAST'))
  function Replaced(): ReactElement {
    const [isReplaced, replace] = useState(false)
    return (
      <Filtered bundle={isReplaced ? after : before}>
        <button onClick={() => replace(true)}>Replace</button>
      </Filtered>
    )
  }
  const { container } = renderApp(<Replaced />)
  fireEvent.click(await screen.findByRole('button', { name: 'the patient (1)' }))
  expect(container.querySelector('[data-only="patient"]')).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Replace' }))
  expect(container.querySelector('[data-only]')).toBeNull()
})
