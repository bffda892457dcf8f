import { describe, expect, test } from 'vitest'
import { base64urlFromBytes } from '../../src/core/encoding'
import { PUBLIC_HTTPS_ONLY } from '../../src/core/checkUrl'
import { readInput } from '../../src/core/readInput'
import { link } from '../support/shlLink'

const encoded = (json: object): string => base64urlFromBytes(new TextEncoder().encode(JSON.stringify(json)))
const errorOf = (text: string): unknown => {
  const read = readInput(text, PUBLIC_HTTPS_ONLY)
  return read.ok ? read.value.kind : read.error.error
}

describe('codes of other schemes are named as what they are (L-11, quirks 40 and 41)', () => {
  test.each([
    ['HC1:6BF+70790T9WJWG.FKY*4GO0.O1CV2', 'eu-dcc'],
    ['hc1:6BF', 'eu-dcc'],
    ['vhlink:/eyJ1cmwiOiJodHRwczovL3guZXhhbXBsZSJ9', 'vhlink'],
    ['openid4vp://?client_id=x', 'openid4vp'],
    ['mdoc-openid4vp://?client_id=x', 'openid4vp'],
    ['{"type":"cms-htei","url":"https://app.example"}', 'cms-app-id'],
    [
      `${encoded({ alg: 'ES256', typ: 'cms-htei' })}.${encoded({ iss: 'https://app.example' })}.c2ln`,
      'cms-app-id',
    ],
    ['BEGIN:VCARD\nFN:Ada\nEND:VCARD', 'vcard'],
    ['carelink:/abc', 'other-link-scheme'],
  ])('%s', (text, format) => {
    expect(errorOf(text)).toEqual({ code: 'INPUT_OTHER_FORMAT', format })
  })

  test.each([
    [
      'wrapped by a mail filter',
      `https://safe.example/?url=${encodeURIComponent(`https://viewer.example/#${link()}`)}&data=05%7C01`,
    ],
    [
      'wrapped twice',
      `https://safe.example/?u=${encodeURIComponent(`https://in.example/?l=${encodeURIComponent(`https://viewer.example/#${link()}`)}`)}`,
    ],
    ['with its # written out', `https://viewer.example/%23${link()}`],
    ['with a tail', `https://viewer.example/#${link()}&utm_source=mail`],
    ['in another case', link().replace('shlink:/', 'SHLINK://')],
  ])('L-01, L-02: a link is read %s', (_, text) => {
    expect(errorOf(text)).toBe('link')
  })

  test('an ordinary signed text is read as a card, and a header of any shape does not throw', () => {
    for (const header of [{ typ: 5 }, { typ: null }, { typ: ['cms-htei', 'x'] }]) {
      expect(errorOf(`${encoded(header)}.e30.c2ln`)).toBe('card')
    }
    expect(errorOf('eyJ.e30.c2ln')).toBe('card')
  })
})
