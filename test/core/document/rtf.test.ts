import { describe, expect, test } from 'vitest'
import { readRtf } from '../../../src/core/document/rtf'

const htmlOf = (inside: string): string | undefined => readRtf(`{\\rtf1\\ansi\\ansicpg1252 ${inside}}`)?.html

describe('the text of an RTF document (L-83)', () => {
  test.each([
    ['a\\par b', '<div><p>a</p><p>b</p></div>'],
    ['{\\b bold} plain', '<div><p><b>bold</b> plain</p></div>'],
    ['\\b bold\\b0  plain', '<div><p><b>bold</b> plain</p></div>'],
    ['{\\strike no}', '<div><p><s>no</s></p></div>'],
    ["caf\\'e9", '<div><p>café</p></div>'],
    ['\\u8364?5', '<div><p>€5</p></div>'],
    ["\\u8364\\'80 5", '<div><p>€5</p></div>'.replace('€5', '€ 5')],
    ['\\uc0\\u-10179\\u-8704', '<div><p>😀</p></div>'],
    ['a\\tab b\\line c', '<div><p>a \u2003b<br>c</p></div>'],
    ['\\{a\\}\\\\', '<div><p>{a}\\</p></div>'],
    ['<script>alert(1)</script>', '<div><p>&lt;script&gt;alert(1)&lt;/script&gt;</p></div>'],
    ['{\\fonttbl{\\f0 Arial;}}{\\*\\generator X;}{\\info{\\author Y}}a', '<div><p>a</p></div>'],
    ['{\\field{\\*\\fldinst HYPERLINK "javascript:x"}{\\fldrslt words}}', '<div><p>words</p></div>'],
    [
      '\\trowd a\\cell b\\cell\\row\\pard c',
      '<div><table><tr><td>a</td><td>b</td></tr></table><p>c</p></div>',
    ],
    ['a {\\bin4 }}}}b', '<div><p>a b</p></div>'],
  ])('%s', (inside, html) => {
    expect(htmlOf(inside)).toBe(html)
  })

  test('pictures and embedded objects are counted, a picture for old readers not twice', () => {
    expect(readRtf('{\\rtf1 {\\*\\shppict{\\pict 89504e}}{\\nonshppict{\\pict 0102}}a}')).toEqual({
      html: '<div><p>a</p></div>',
      leftOut: 1,
    })
    expect(readRtf('{\\rtf1 {\\object\\objemb{\\*\\objdata 0105}}}')?.leftOut).toBe(1)
  })

  test('other alphabets', () => {
    expect(readRtf("{\\rtf1\\ansi\\ansicpg1251 \\'e9}")?.html).toContain('й')
    expect(readRtf("{\\rtf1\\ansi\\ansicpg932 \\'82\\'a0}")?.html).toContain('あ')
    expect(readRtf("{\\rtf1\\ansi\\ansicpg99999 \\'e9}")?.html).toContain('é')
  })

  test('bombs end: open groups, closed groups, endless data, and a text that lies about its length', () => {
    const started = performance.now()
    expect(readRtf(`{\\rtf1 ${'{'.repeat(300_000)}a`)?.html).toContain('a')
    expect(readRtf(`{\\rtf1 ${'}'.repeat(300_000)}a`)?.html).toContain('a')
    expect(readRtf(`{\\rtf1 {\\pict ${'0f'.repeat(2_000_000)}}a}`)?.html).toBe('<div><p>a</p></div>')
    expect(readRtf('{\\rtf1 a\\bin9999999999 b}')?.html).toBe('<div><p>a</p></div>')
    expect(readRtf(`{\\rtf1 ${'\\trowd x\\cell'.repeat(50_000)}`)?.html).toContain('x')
    expect(performance.now() - started).toBeLessThan(10_000)
  }, 20_000)

  test('anything else is none', () => {
    expect(readRtf('')).toBeUndefined()
    expect(readRtf('plain')).toBeUndefined()
  })
})
