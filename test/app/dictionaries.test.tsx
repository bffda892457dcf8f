// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Dictionaries } from '../../src/app/about/Dictionaries'
import type { Dictionary } from '../../src/core/codes/shards'
import { renderApp } from '../support/renderApp'

afterEach(cleanup)

const loinc: Dictionary = {
  id: 'loinc',
  name: 'LOINC',
  version: '2.80',
  source: 'a file of this deployment',
  licence: 'LOINC License',
  notice: 'LOINC is copyright of Regenstrief Institute, Inc.',
  systems: ['http://loinc.org'],
  terms: 100_000,
}

test('every dictionary is named with its version, licence, source and notice', async () => {
  renderApp(<Dictionaries />, {
    dictionaries: () => Promise.resolve([loinc, { ...loinc, id: 'cvx', source: 'https://cdc.example/cvx' }]),
  })
  const entry = (await screen.findAllByText(/LOINC 2\.80/))[0]?.closest('[data-dictionary]')
  expect(entry?.getAttribute('data-dictionary')).toBe('loinc')
  for (const words of ['100,000 codes', 'LOINC License', 'a file of this deployment', 'Regenstrief']) {
    expect(entry?.textContent).toContain(words)
  }
  expect(screen.getByRole('link').getAttribute('href')).toBe('https://cdc.example/cvx')
})

test('a list that cannot be had is no empty list, and can be asked for again', async () => {
  const dictionaries = vi
    .fn<() => Promise<readonly Dictionary[]>>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue([loinc])
  renderApp(<Dictionaries />, { dictionaries })
  fireEvent.click(await screen.findByRole('button'))
  expect(await screen.findByText(/LOINC 2\.80/)).toBeTruthy()
})

test('a host without dictionaries says so', async () => {
  renderApp(<Dictionaries />, { dictionaries: () => Promise.resolve([]) })
  expect(await screen.findByText('No dictionaries are installed here.')).toBeTruthy()
})
