import { describe, expect, test } from 'vitest'
import { likenessOf, peopleOf } from '../../src/core/samePatient'
import type { Patient } from '../../src/core/fhir/types'
import { WRONG_SHAPES } from '../support/fhir'

const person = (given: string, family: string, birthDate?: string): Patient => ({
  name: [{ given: [given], family }],
  ...(birthDate !== undefined && { birthDate }),
})
const ANA = person('Ana', 'Ruiz', '1980-03-01')

describe('two Patients look like one person', () => {
  const same: readonly (readonly [string, Patient])[] = [
    ['with the same name and birth date', person('Ana', 'Ruiz', '1980-03-01')],
    ['in capitals and with accents', person('ÁNA', 'RUÍZ', '1980-03-01')],
    ['with a middle name', { name: [{ given: ['Ana', 'María'], family: 'Ruiz' }], birthDate: '1980-03-01' }],
    ['as one text in another order', { name: [{ text: 'Ruiz, Ana' }], birthDate: '1980-03-01' }],
    [
      'by one of several names',
      { name: [{ given: ['A'], family: 'Sol' }, { text: 'Ana Ruiz' }], birthDate: '1980-03-01' },
    ],
    [
      'when the name is no list',
      { name: { given: 'Ana', family: 'Ruiz' }, birthDate: '1980-03-01' } as never,
    ],
  ]
  test.each(same)('%s', (_, other) => {
    expect(likenessOf(ANA, other)).toEqual({ kind: 'same' })
    expect(likenessOf(other, ANA)).toEqual({ kind: 'same' })
  })
})

describe('two Patients are different people', () => {
  test('when the birth dates contradict, also in the part that both state', () => {
    expect(likenessOf(ANA, person('Ana', 'Ruiz', '1980-03-02'))).toEqual({
      kind: 'different',
      fields: ['birthDate'],
    })
    expect(likenessOf(ANA, person('Ana', 'Ruiz', '1981'))).toEqual({
      kind: 'different',
      fields: ['birthDate'],
    })
  })
  test('when twins share family name and birth date', () => {
    expect(likenessOf(ANA, person('Luz', 'Ruiz', '1980-03-01'))).toEqual({
      kind: 'different',
      fields: ['name'],
    })
  })
  test('when nothing agrees', () => {
    expect(likenessOf(ANA, person('John', 'Smith', '1999-01-01'))).toEqual({
      kind: 'different',
      fields: ['name', 'birthDate'],
    })
  })
})

describe('nobody can tell', () => {
  const unclear: readonly (readonly [string, Patient, readonly string[]])[] = [
    ['without a birth date', person('Ana', 'Ruiz'), ['birthDate']],
    ['with a year alone', person('Ana', 'Ruiz', '1980'), ['birthDate']],
    ['without a name', { birthDate: '1980-03-01' }, ['name']],
    ['in another script', person('آنا', 'رويز', '1980-03-01'), ['name']],
    ['after a change of the family name', person('Ana', 'Vidal', '1980-03-01'), ['name']],
    ['with an initial', person('A', 'Ruiz', '1980-03-01'), ['name']],
    ['with a single word', { name: [{ text: 'Ana' }], birthDate: '1980-03-01' }, ['name']],
    ['with nothing at all', {}, ['name', 'birthDate']],
  ]
  test.each(unclear)('%s', (_, other, fields) => {
    expect(likenessOf(ANA, other)).toEqual({ kind: 'unclear', fields })
    expect(likenessOf(other, ANA)).toEqual({ kind: 'unclear', fields })
  })
})

describe('the people of several records', () => {
  const LUZ = person('Luz', 'Ruiz', '2012-05-05')

  test('one person in two records is one person', () => {
    const people = peopleOf([[ANA], [person('ana', 'ruiz', '1980-03-01')]])
    expect(people).toEqual({ kind: 'same', people: [{ patient: ANA, records: [0, 1] }] })
  })
  test('two people are told with the records that name them', () => {
    const people = peopleOf([[ANA], [LUZ], [ANA]])
    expect(people.kind).toBe('different')
    expect(people.people.map(({ records }) => records)).toEqual([[0, 2], [1]])
  })
  test('an insurance card that also names the subscriber fits the record of the child', () => {
    expect(peopleOf([[ANA, LUZ], [LUZ]]).kind).toBe('same')
  })
  test('"cannot tell" is not "same", and weighs less than "different"', () => {
    expect(peopleOf([[ANA], [person('Ana', 'Ruiz')]]).kind).toBe('unclear')
    expect(peopleOf([[ANA], [person('Ana', 'Ruiz')], [LUZ]]).kind).toBe('different')
  })
  test('records that name nobody contradict nobody', () => {
    expect(peopleOf([[], [ANA], []])).toEqual({ kind: 'same', people: [{ patient: ANA, records: [1] }] })
    expect(peopleOf([])).toEqual({ kind: 'same', people: [] })
  })
  test('thousands of people do not hold the page up', () => {
    const crowd = Array.from({ length: 5000 }, (_, n) => person(`N${n}`, `F${n}`, '1980-01-01'))
    expect(peopleOf([crowd, [ANA]]).kind).toBe('different')
    expect(peopleOf([[ANA, ...crowd], [ANA]]).kind).toBe('unclear')
  })
})

test('names and dates of any shape are compared without throwing', () => {
  for (const name of WRONG_SHAPES) {
    for (const birthDate of WRONG_SHAPES) {
      expect(likenessOf(ANA, { name, birthDate } as never).kind).toMatch(/^(same|different|unclear)$/)
    }
  }
})
