import { describe, expect, test } from 'vitest'
import { asWritten, withDigitsOf, writtenNumber } from '../../src/core/decimals'
import { isRecord, jsonFromText } from '../../src/core/encoding'
import { field } from '../../src/core/fhir/shape'
import { formatMoney, formatQuantity } from '../../src/core/fhir/quantity'
import { secondsFor, SOON } from '../support/duration'

/** The digits at the end of a path into a text. */
function digitsAt(json: string, ...path: readonly string[]): string | undefined {
  const holder = path
    .slice(0, -1)
    .reduce(
      (value, name) => (Array.isArray(value) ? (value[Number(name)] as unknown) : field(value, name)),
      jsonFromText(json),
    )
  return typeof holder === 'object' && holder !== null ? writtenNumber(holder, path.at(-1) ?? '') : undefined
}

describe('a number with a zero at its end', () => {
  test.each([
    ['in an object', '{"value":7.0}', ['value'], '7.0'],
    ['deep in lists', '{"a":[1,[{"x":"{"},{"value": -0.50 }]]}', ['a', '1', '1', 'value'], '-0.50'],
    ['behind a text with quotes and brackets', '{"t":"a\\"}]\\\\","value":1.10}', ['value'], '1.10'],
    ['under a key with an escape', '{"v\\u0061lue":2.0}', ['value'], '2.0'],
    ['after a byte-order mark', '\uFEFF{"value":2.00}', ['value'], '2.00'],
    [
      'with more digits than a number keeps',
      '{"value":0.12345678901234567}',
      ['value'],
      '0.12345678901234567',
    ],
    ['smaller than a number prints', '{"value":0.00000012}', ['value'], '0.00000012'],
    ['under a key that comes twice', '{"value":3.0,"value":4.0}', ['value'], '4.0'],
  ])('is known as it was written: %s', (_name, json, path, digits) => {
    expect(digitsAt(json, ...path)).toBe(digits)
  })

  test.each([
    ['a number that prints as it was written', '{"value":7.1,"other":1.0}', ['value']],
    ['a whole number', '{"value":70,"other":1.0}', ['value']],
    ['a text', '{"value":"7.0","other":1.0}', ['value']],
    ['a value that the parser did not take', '{"value":3.0,"value":4}', ['value']],
    ['what an object has from its prototype', '{"a":1.0}', ['constructor']],
  ])('is not made up for %s', (_name, json, path) => {
    expect(digitsAt(json, ...path)).toBeUndefined()
  })

  test('is shown as it was measured, and as what it cost', () => {
    const json = jsonFromText('{"a":{"value":7.0,"unit":"%"},"b":{"value":10.00,"currency":"USD"}}')
    expect(formatQuantity(field(json, 'a'))).toBe('7.0%')
    expect(formatMoney(field(json, 'b'), 'en')).toBe('$10.00')
  })

  test('is so in a part of an object too, and in an object of the same values', () => {
    const sent = jsonFromText('{"url":"x","valueDecimal":1.50}')
    if (!isRecord(sent)) throw new Error('no object')
    const { url: _url, ...rest } = sent
    expect(writtenNumber(withDigitsOf(sent, rest), 'valueDecimal')).toBe('1.50')
    expect(asWritten(sent, 'valueDecimal', sent['valueDecimal'])).toBe('1.50')
    expect(asWritten(sent, 'url', 'x')).toBe('x')
  })

  test('costs little in a long text', () => {
    const json = JSON.stringify({ list: Array.from({ length: 100_000 }, () => ({ value: 1, unit: 'mg' })) })
    const text = json.replaceAll('"value":1', '"value":1.0')
    expect(secondsFor(() => jsonFromText(text))).toBeLessThan(SOON)
  })
})
