// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { PeopleNotice } from '../../src/app/data/PeopleNotice'
import { Ready } from '../../src/app/data/Ready'
import { RecordChooser } from '../../src/app/data/RecordChooser'
import type { VerifiedBundle } from '../../src/core/openSHX'
import type { BundleStatus } from '../../src/core/verdict'
import { bundleOf } from '../support/fhir'
import { renderApp } from '../support/renderApp'

afterEach(cleanup)

const patient = (given: string, birthDate?: string) => ({
  resourceType: 'Patient',
  name: [{ given: [given], family: 'Ruiz' }],
  ...(birthDate !== undefined && { birthDate }),
})

const recordOf = (status: BundleStatus, ...resources: readonly unknown[]): VerifiedBundle => {
  const organized = bundleOf(...resources)
  return {
    verdict: { status, findings: [], deviations: [] },
    organized,
    origin: {},
    source: { kind: 'json', text: JSON.stringify(organized.bundle) },
    item: { kind: 'unsigned', bundle: organized.bundle, text: '', origin: {} },
  } as never
}

const ANA = recordOf('verified', patient('Ana', '1980-03-01'))
const LUZ = recordOf('unsigned', patient('Luz', '2012-05-05'), { resourceType: 'Flag' })
const FORGED = recordOf('invalid', patient('Eve', '1970-01-01'))

const readyWith = (...bundles: readonly VerifiedBundle[]) =>
  ({
    phase: 'ready',
    opening: 1,
    text: '',
    opened: { input: 'file', bundles, attachments: [], problems: [] },
  }) as never

test('each record is offered with its title, its person, its verdict and how much it holds', () => {
  renderApp(<RecordChooser bundles={[ANA, LUZ, FORGED]} index={0} onChoose={() => undefined} />)
  const options = [...document.querySelectorAll('option')].map(({ textContent }) => textContent)
  expect(options).toEqual([
    '1. Health records · Ana Ruiz (verified, 1 entry)',
    '2. Health records · Luz Ruiz (not signed, 2 entries)',
    '3. Health records (do not rely on it, 1 entry)',
  ])
  expect(document.body.textContent).toContain('1 of these records must not be relied on')
})

test('choosing tells which record', () => {
  const chosen = vi.fn<(key: string) => void>()
  renderApp(<RecordChooser bundles={[ANA, LUZ]} index={0} onChoose={chosen} />)
  fireEvent.change(document.querySelector('select') ?? document.body, { target: { value: '1' } })
  expect(chosen).toHaveBeenCalledOnce()
})

test('one bad record does not stand in front of the good ones', () => {
  renderApp(<Ready state={readyWith(FORGED, ANA)} />)
  expect(document.querySelector('[data-bundle-status]')?.getAttribute('data-bundle-status')).toBe('verified')
})

test('when every record is bad, the first one is shown as what it is', () => {
  renderApp(<Ready state={readyWith(FORGED, FORGED)} />)
  expect(document.querySelector('[data-bundle-status]')?.getAttribute('data-bundle-status')).toBe('invalid')
  expect(document.body.textContent).toContain('None of these records')
})

test('different people are pointed out with names, birth dates and the records that name them', () => {
  renderApp(<PeopleNotice bundles={[ANA, LUZ, ANA]} />)
  expect(document.querySelector('[data-shx-people]')?.getAttribute('data-shx-people')).toBe('different')
  const people = [...document.querySelectorAll('li')].map(({ textContent }) => textContent)
  expect(people).toEqual([
    'Ana Ruiz, born Mar 1, 1980: records 1 and 3',
    'Luz Ruiz, born May 5, 2012: record 2',
  ])
})

test('"cannot tell" is said, and is not "different"', () => {
  renderApp(<PeopleNotice bundles={[ANA, recordOf('unsigned', patient('Ana'))]} />)
  expect(document.querySelector('[data-shx-people]')?.getAttribute('data-shx-people')).toBe('unclear')
  expect(document.body.textContent).toContain('birth date not stated')
})

test('nothing is said of people who agree, nor of a record that must not be relied on', () => {
  renderApp(<PeopleNotice bundles={[ANA, FORGED, ANA]} />)
  expect(document.querySelector('[data-shx-people]')).toBeNull()
})

test('one record that names different people says so; a family on an insurance card is none', () => {
  renderApp(<Ready state={readyWith(recordOf('unsigned', patient('Ana', '1980-03-01'), patient('Luz')))} />)
  expect(document.querySelector('[data-shx-people]')?.getAttribute('data-shx-people')).toBe('different')
  cleanup()
  const coverage = {
    resourceType: 'Coverage',
    subscriber: { reference: 'urn:test:0' },
    beneficiary: { reference: 'urn:test:1' },
  }
  const family = recordOf('unsigned', patient('Ana', '1980-03-01'), patient('Luz', '2012-05-05'), coverage)
  renderApp(<Ready state={readyWith(family)} />)
  expect(document.querySelector('[data-shx-people]')).toBeNull()
})
