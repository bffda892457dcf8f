// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { createCodeRenderer, type LoadedTerms } from '../../../src/core/codes/codeRenderer'
import { organizeResources } from '../../../src/core/organizeResources'
import { collection } from '../../../src/renderers/collection'
import { bundleOf, viewContext } from '../../support/fhir'

// Loading a view for the first time takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanup)

test('matches whatever comes, and is about every patient in it', () => {
  expect(collection.matches(bundleOf())).toBe(true)
  expect(collection.subjects(bundleOf())).toEqual([])
  const two = bundleOf({ resourceType: 'Patient', id: 'a' }, { resourceType: 'Patient', id: 'b' })
  expect(collection.subjects(two).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('shows every entry of a bundle', async () => {
  const { View } = await collection.load()
  const bundle = bundleOf({ resourceType: 'Patient' }, { resourceType: 'Widget' }, 'odd', {
    resourceType: 'Patient',
  })
  render(<View bundle={bundle} context={viewContext()} />)
  expect(document.querySelectorAll('[data-ref]').length).toBe(4)
})

test('shows what a bundle inside the bundle holds, and whom it is about', async () => {
  const { View } = await collection.load()
  const inner = {
    resourceType: 'Bundle',
    entry: [{ fullUrl: 'urn:inner:1', resource: { resourceType: 'Patient', id: 'inner' } }, 'odd'],
  }
  const bundle = bundleOf({ resourceType: 'Patient', id: 'outer' }, inner)
  expect(collection.subjects(bundle).map(({ id }) => id)).toEqual(['outer', 'inner'])
  render(<View bundle={bundle} context={viewContext()} />)
  const refs = [...document.querySelectorAll<HTMLElement>('[data-ref]')].map(({ dataset }) => dataset['ref'])
  expect(refs).toEqual(['urn:test:0', 'urn:test:1', 'urn:inner:1', '1'])
})

test('says so when there is nothing to show', async () => {
  const { View } = await collection.load()
  render(<View bundle={organizeResources({ entry: {} as never })} context={viewContext()} />)
  expect(document.querySelectorAll('[data-ref]').length).toBe(1)
  cleanup()
  render(<View bundle={organizeResources({})} context={viewContext()} />)
  expect(screen.getByText('This bundle holds no entries.')).toBeTruthy()
})

test('shows a code at once and its words as soon as a dictionary has them', async () => {
  const { View } = await collection.load()
  const asked: ((terms: LoadedTerms) => void)[] = []
  const codes = createCodeRenderer(
    () =>
      new Promise((resolve) => {
        asked.push(resolve)
      }),
  )
  const bundle = bundleOf({
    resourceType: 'Condition',
    code: { coding: [{ system: 'urn:colours', code: '1' }] },
  })
  render(<View bundle={bundle} context={{ ...viewContext(), codes }} />)
  expect(screen.getByText('urn:colours 1', { selector: '[data-table] *' })).toBeTruthy()
  await waitFor(() => expect(asked).toHaveLength(1))
  const dictionary = { id: 'colours', name: 'Colours', version: '7' }
  await act(async () => asked[0]?.([[{ text: 'Red', language: 'en', dictionary }]]))
  const words = screen.getByText('Red', { exact: false, selector: '[data-table] [data-words]' })
  expect(document.querySelector('[data-glance] li')?.textContent).toBe('Red [urn:colours 1]')
  expect(words.textContent).toBe('Red [urn:colours 1]')
  expect(words.getAttribute('data-words')).toBe('colours')
  expect(words.title).toContain('Colours 7')
})
