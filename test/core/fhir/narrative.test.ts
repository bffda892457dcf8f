import { describe, expect, test } from 'vitest'
import { hasNarrative, narrativeSource, narrativeStatus } from '../../../src/core/fhir/narrative'
import { secondsFor, SOON } from '../../support/duration'

describe('a narrative is there when it can be read', () => {
  test.each([
    ['with a status', { status: 'generated', div: '<div>x</div>' }, true],
    ['without a status', { div: '<div>x</div>' }, true],
    ['even if it calls itself empty', { status: 'empty', div: '<div>No entries</div>' }, true],
    ['as bare text', 'x', true],
    ['as a list', [{ div: '<div>x</div>' }], true],
    ['with a picture alone', { div: '<div><img src="x"/></div>' }, true],
    ['with a ticked box alone', { div: '<div><x:input type="checkbox"/></div>' }, true],
    ['not with markup alone', { div: '<div><p> &nbsp;&#160;</p>\n<!-- x --></div>' }, false],
    ['not without a div', { status: 'generated' }, false],
    ['not as a number', { div: 5 }, false],
    ['not as null', null, false],
    ['not as an object', { div: { p: 'x' } }, false],
    ['with a zero alone', { div: '<div>0</div>' }, true],
    ['character data that holds a bracket', '<div><![CDATA[pH < 7.3 & rising]]></div>', true],
    ['empty character data', '<div><![CDATA[ ]]></div>', false],
    ['a comment that holds a bracket', '<div><!-- a > b --></div>', false],
  ])('%s', (_name, text, expected) => expect(hasNarrative(text)).toBe(expected))

  test('its status is as sent', () => {
    expect(narrativeStatus({ status: 'additional' })).toBe('additional')
    expect(narrativeStatus({ status: 1 })).toBeUndefined()
    expect(narrativeStatus('x')).toBeUndefined()
  })

  test('parts of a list are one text', () => {
    expect(narrativeSource({ div: ['<p>a</p>', 5, '<p>b</p>'] })).toBe('<p>a</p>\n<p>b</p>')
  })

  test('a million brackets take no time', () => {
    expect(secondsFor(() => hasNarrative('<'.repeat(1_000_000)))).toBeLessThan(SOON)
  })
})
