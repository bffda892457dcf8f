import { describe, expect, test } from 'vitest'
import {
  boolean,
  choiceName,
  choicesOf,
  field,
  flatList,
  list,
  number,
  record,
  records,
  text,
} from '../../../src/core/fhir/shape'
import { WRONG_SHAPES } from '../../support/fhir'

describe('a value of any shape', () => {
  test('is read as a list without holes', () => {
    expect(list(undefined)).toEqual([])
    expect(list(null)).toEqual([])
    expect(list(0)).toEqual([0])
    expect(list(false)).toEqual([false])
    expect(list('')).toEqual([''])
    expect(list([1, null, undefined, 0])).toEqual([1, 0])
  })

  test('is read as a flat list where lists were put inside lists', () => {
    expect(flatList([[1, [2]], null, [[null, 3]]])).toEqual([1, 2, 3])
    const itself: unknown[] = []
    itself.push(itself, 'x')
    expect(flatList(itself)).toContain('x')
  })

  test('is read as one object, whether it came alone or in a list', () => {
    expect(record({ a: 1 })).toEqual({ a: 1 })
    expect(record([null, 'x', { a: 1 }, { b: 2 }])).toEqual({ a: 1 })
    expect(record('x')).toBeUndefined()
    expect(records([{ a: 1 }, 5, { b: 2 }])).toEqual([{ a: 1 }, { b: 2 }])
  })

  test('has only properties of its own', () => {
    expect(field({ constructor: 'data' }, 'constructor')).toBe('data')
    expect(field({}, 'constructor')).toBeUndefined()
    expect(field({}, 'toString')).toBeUndefined()
    expect(field(null, 'a')).toBeUndefined()
  })

  test('gives the properties of all its objects when one was expected', () => {
    expect(field([{ a: 1 }, { a: 2 }, 'x'], 'a')).toEqual([1, 2])
    expect(field([{ a: 1 }], 'a')).toBe(1)
    expect(field([], 'a')).toBeUndefined()
  })

  test.each(WRONG_SHAPES)('never throws: %j', (shape) => {
    expect(() => [
      list(shape),
      flatList(shape),
      record(shape),
      text(shape),
      number(shape),
      boolean(shape),
      field(shape, 'a'),
      choicesOf(shape, 'value'),
    ]).not.toThrow()
  })
})

test('0 and false are stated, blank strings and numbers that are none are not', () => {
  expect(text(0)).toBe('0')
  expect(text(false)).toBe('false')
  expect(text(' a ')).toBe('a')
  expect([text(''), text('  '), text(Number.NaN), text({}), text([])]).toEqual(Array(5).fill(undefined))
})

test('a number may have been sent as a text, and nothing else becomes one', () => {
  expect([number(0), number('0'), number('-1.50'), number('1e3')]).toEqual([0, 0, -1.5, 1000])
  expect([number(''), number('1,5'), number('0x10'), number(null), number('1e999')]).toEqual(
    Array(5).fill(undefined),
  )
})

test('a boolean may have been sent as a text', () => {
  expect([boolean(true), boolean('true'), boolean(false), boolean('false')]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect([boolean('yes'), boolean(1), boolean(null)]).toEqual([undefined, undefined, undefined])
})

describe('a choice element', () => {
  test('is found with its type, its value and what is said about a missing one', () => {
    expect(choicesOf({ valueBoolean: false, _valueString: { id: 'a' }, valueSet: 'x' }, 'value')).toEqual([
      { type: 'Boolean', value: false, sibling: undefined },
      { type: 'String', value: undefined, sibling: { id: 'a' } },
    ])
  })

  test('keeps every form when it came in several', () => {
    const forms = choicesOf({ onsetAge: { value: 3 }, onsetString: 'as a child', onset: 'bare' }, 'onset')
    expect(forms.map(({ type }) => type)).toEqual(['Age', 'String', ''])
  })

  test('is called by its base name, and a name that only ends like a type is not cut', () => {
    expect(choiceName('valueQuantity')).toBe('value')
    expect(choiceName('valueCodeableConcept')).toBe('value')
    expect(choiceName('multipleBirthInteger')).toBe('multipleBirth')
    expect(choiceName('birthDate')).toBe('birthDate')
    expect(choiceName('doseQuantity')).toBe('dose')
    expect(choiceName('status')).toBe('status')
  })
})
