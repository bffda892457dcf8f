// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { BundleContent } from '../../src/app/data/BundleContent'
import { itemsWithin, toReceipt, type Shown } from '../../src/app/data/receipt'
import { collection } from '../../src/renderers/collection'
import { rendererFor } from '../../src/renderers/registry'
import type { OrganizedBundle } from '../../src/core/organizeResources'
import type { Renderer } from '../../src/renderers/renderer'
import { bundleOf, viewContext } from '../support/fhir'
import { renderApp } from '../support/renderApp'

afterEach(cleanup)

const nothing: Shown = { refs: new Map(), generic: new Set(), asJson: new Set(), growing: false }
const receiptElement = () => document.querySelector('[data-shx-receipt]')
const told = () => receiptElement()?.getAttribute('data-shx-receipt')

async function showRecord(
  bundle: OrganizedBundle,
  renderer: Renderer = rendererFor(bundle),
): Promise<string> {
  renderApp(<BundleContent bundle={bundle} renderer={renderer} context={viewContext()} />)
  await waitFor(() => expect(told()).toMatch(/\d/), { timeout: 10_000 })
  return receiptElement()?.textContent ?? ''
}

describe('the receipt of a record', () => {
  test('counts what stands on the page', () => {
    const { items } = bundleOf(
      { resourceType: 'Patient' },
      { resourceType: 'Flag' },
      { resourceType: 'Task' },
    )
    const receipt = toReceipt(items, {
      ...nothing,
      refs: new Map([
        ['urn:test:0', 2],
        ['urn:test:2', 1],
      ]),
      generic: new Set(['urn:test:2']),
    })
    expect(receipt.total).toBe(3)
    expect(receipt.missing.map(({ ref }) => ref)).toEqual(['urn:test:1'])
    expect(receipt.generic.map(({ ref }) => ref)).toEqual(['urn:test:2'])
  })

  test('two entries of one address are two', () => {
    const [item] = bundleOf({ resourceType: 'Flag' }).items
    const twice = item ? [item, { ...item, position: 1 }] : []
    expect(toReceipt(twice, { ...nothing, refs: new Map([['urn:test:0', 1]]) }).missing).toHaveLength(1)
    expect(toReceipt(twice, { ...nothing, refs: new Map([['urn:test:0', 2]]) }).missing).toEqual([])
  })

  test('has the entries of Bundles inside it, and ends where they contain each other', () => {
    const inner = { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Flag' } }] }
    expect(itemsWithin(bundleOf(inner))).toHaveLength(2)
    const endless: { resourceType: string; entry: unknown[] } = { resourceType: 'Bundle', entry: [] }
    endless.entry.push({ resource: endless })
    expect(itemsWithin(bundleOf(endless)).length).toBeLessThan(5)
  })
})

describe('at the foot of a record', () => {
  test('stands that everything is shown, how much of it generically, and which', async () => {
    const text = await showRecord(
      bundleOf(
        { resourceType: 'Patient', name: [{ family: 'Soto' }] },
        { resourceType: 'Appointment', status: 'booked' },
        { resourceType: 'Widget', colour: 'red' },
        { resourceType: 'MedicationOrder', medicationCodeableConcept: { text: 'Insulin' } },
        {},
      ),
    )
    expect(told()).toBe('5/5')
    expect(text).toContain('5 of 5 items shown · 3 in the generic view')
    expect(text).toContain('1 was written for another version of FHIR and is read as R4')
    const summary = receiptElement()?.querySelector('summary')
    const details = summary?.parentElement as HTMLDetailsElement
    act(() => {
      details.open = true
      fireEvent(details, new Event('toggle'))
    })
    expect([...details.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
      'Entry 2: Appointment',
      'Entry 3: Widget',
      'Entry 5',
    ])
  })

  test.each<[string, unknown[]]>([
    [
      'a patient summary',
      [
        {
          resourceType: 'Composition',
          section: [{ title: 'Problems', entry: [{ reference: 'urn:test:1' }] }],
        },
        { resourceType: 'Condition', code: { text: 'Asthma' } },
        { resourceType: 'Device' },
      ],
    ],
    [
      'an insurance card',
      [{ resourceType: 'Coverage' }, { resourceType: 'Patient' }, { resourceType: 'Basic' }],
    ],
    [
      'a vaccination record',
      [{ resourceType: 'Immunization', status: 'not-done' }, { resourceType: 'Patient' }],
    ],
  ])('of %s every entry is on the page', async (_, resources) => {
    await showRecord(bundleOf(...resources))
    expect(told()).toBe(`${resources.length}/${resources.length}`)
  })

  test('it says so loudly when an entry is not on the page, and has its data', async () => {
    const forgetful: Renderer = {
      ...collection,
      load: () => Promise.resolve({ View: () => <div data-ref="urn:test:0">only this</div> }),
    }
    const text = await showRecord(
      bundleOf({ resourceType: 'Flag' }, { resourceType: 'Task', id: 't1' }),
      forgetful,
    )
    expect(told()).toBe('1/2')
    expect(text).toContain('1 item is not shown above')
    expect(receiptElement()?.querySelector('[role="alert"]')?.textContent).toContain('Entry 2: Task')
  })

  test('what could not be put into words is said to be there as JSON', async () => {
    const throwing = new Proxy(
      { resourceType: 'Condition' },
      {
        get: (target, name) => {
          if (name === 'code') throw new Error('no')
          return Reflect.get(target, name) as unknown
        },
      },
    )
    const text = await showRecord(bundleOf(throwing, { resourceType: 'Condition', code: { text: 'Asthma' } }))
    expect(text).toContain('2 of 2 items shown · 1 could not be put into words and is there as JSON')
  })
})
