import { expect, test } from 'vitest'
import { createFormat } from '../../../src/renderers/tables/format'
import { toGlance } from '../../../src/renderers/tables/glance/glance'
import { bundleOf, viewContext } from '../../support/fhir'

const patient = (family: string) => ({ resourceType: 'Patient', name: [{ family }] })
const allergy = (to: string, reference: string) => ({
  resourceType: 'AllergyIntolerance',
  code: { text: to },
  patient: { reference },
})

/** What the strip lists, and what it says of other people. */
function seen(...resources: readonly object[]) {
  const bundle = bundleOf(...resources)
  const subject = bundle.items[0]?.resource
  const groups = toGlance(
    { items: bundle.items, ...(subject && { subject }) },
    createFormat(bundle, viewContext()),
  )
  return {
    listed: groups.flatMap(({ items }) =>
      items.map(({ text, marks }) => [text, ...marks.map(({ code }) => code)].join(' ')),
    ),
    others: groups
      .filter(({ id }) => id === 'aboutOthers')
      .flatMap(({ notes }) => notes.map(({ goal }) => goal)),
  }
}

const goal = (ref: string) => [{ kind: 'ref', ref }]

test('an allergy of somebody who is not in the record is not listed, and not lost', () => {
  expect(
    seen(
      patient('Soto'),
      allergy('Peanut', 'urn:test:0'),
      allergy('Latex', 'https://elsewhere.example/Patient/9'),
    ),
  ).toEqual({ listed: ['Peanut'], others: goal('urn:test:2') })
})

test('nor is one of another patient of the record', () => {
  expect(
    seen(patient('Soto'), patient('Ito'), allergy('Peanut', 'urn:test:0'), allergy('Latex', 'urn:test:1')),
  ).toEqual({ listed: ['Peanut'], others: goal('urn:test:3') })
})

test('where all entries name the person in a way that leads nowhere, they are listed', () => {
  expect(seen(patient('Soto'), allergy('Peanut', 'Patient/9'), allergy('Latex', 'Patient/9')).listed).toEqual(
    ['Peanut', 'Latex'],
  )
})
