import { beforeAll, describe, expect, test } from 'vitest'
import { PUBLIC_HTTPS_ONLY } from '../../src/core/checkUrl'
import { MAXIMUM_INPUT_CHARACTERS, readInput, type InputKind } from '../../src/core/readInput'
import { fileOf } from '../../scripts/samples/issueCard'
import { secondsFor, SOON } from '../support/duration'
import { chunksOf, digitsOf, issue, newIssuer } from '../support/issueCard'
import { link, MANIFEST_URL } from '../support/shlLink'

const read = (text: string) => readInput(text, PUBLIC_HTTPS_ONLY)

/** What the text was taken for: a card's JWS, a link's address, … or an error code. */
function taken(text: string): unknown {
  const reading = read(text)
  if (!reading.ok) return reading.error.error
  const input = reading.value
  switch (input.kind) {
    case 'card':
      return input.jws
    case 'link':
      return input.payload.url.href
    case 'file':
      return input.credentials
    case 'resource':
      return input.bundle.entry?.map((entry) => entry.resource?.resourceType)
    default:
      return input satisfies never
  }
}

function deviations(text: string): readonly string[] {
  const reading = read(text)
  if (!reading.ok || !('deviations' in reading.value)) throw new Error('no card or file')
  return reading.value.deviations.map(({ code }) => code)
}

const kindOf = (text: string): InputKind => {
  const reading = read(text)
  return reading.ok ? reading.value.kind : reading.error.input
}

let jws = ''
let numeric = ''
beforeAll(async () => {
  jws = await issue(await newIssuer())
  numeric = `shc:/${digitsOf(jws)}`
})

describe('a card is recognised however it was written down', () => {
  test('as the digits of a QR code (C-01)', () => {
    expect(taken(numeric)).toBe(jws)
    expect(deviations(numeric)).toEqual([])
  })

  test('in upper case, as alphanumeric QR codes have it, with two slashes or with none (C-06)', () => {
    expect(taken(numeric.replace('shc:/', 'SHC:/'))).toBe(jws)
    expect(deviations(numeric.replace('shc:/', 'SHC:/'))).toEqual(['text-upper-case'])
    expect(taken(numeric.replace('shc:/', 'shc://'))).toBe(jws)
    expect(taken(numeric.replace('shc:/', 'shc:'))).toBe(jws)
  })

  test('with blanks and line breaks around it and inside it (C-06, B-58)', () => {
    expect(taken(`  \r\n${numeric}\t\n`)).toBe(jws)
    expect(deviations(`  \r\n${numeric}\t\n`)).toEqual([])
    const broken = `${numeric.slice(0, 100)}\r\n${numeric.slice(100, 200)} ${numeric.slice(200)}`
    expect(taken(broken)).toBe(jws)
    expect(deviations(broken)).toEqual(['text-whitespace'])
  })

  test('after a byte-order mark, which is noted (C-06)', () => {
    expect(taken(`\uFEFF${numeric}`)).toBe(jws)
    expect(deviations(`\uFEFF${numeric}`)).toEqual(['text-byte-order-mark'])
  })

  test('behind a viewer’s address (C-07)', () => {
    expect(taken(`https://viewer.example/app?x=1#${numeric}`)).toBe(jws)
    expect(taken(`https://viewer.example/#${numeric}`.toUpperCase())).toBe(jws)
  })

  test('percent-encoded behind a viewer’s address', () => {
    expect(taken(`https://viewer.example/%23${encodeURIComponent(numeric)}`)).toBe(jws)
  })

  test('as a bare JWS, also broken over lines (C-10)', () => {
    expect(taken(jws)).toBe(jws)
    expect(taken(` ${jws.slice(0, 50)}\n${jws.slice(50)} `)).toBe(jws)
  })

  test('as a JSON string (C-15)', () => {
    expect(taken(JSON.stringify(jws))).toBe(jws)
    expect(taken(JSON.stringify(numeric))).toBe(jws)
  })
})

describe('a card in several codes (C-02, C-03, B-60)', () => {
  test('is put together in any order, and a part that was scanned twice counts once', () => {
    const [one = '', two = '', three = ''] = chunksOf(jws, 3)
    expect(taken([three, one, two].join('\n'))).toBe(jws)
    expect(taken([one, two, two, three, one].join('\n'))).toBe(jws)
    expect(deviations([one, two, three].join('\n'))).toEqual(['chunked'])
  })

  test('is put together when each part stands behind a viewer’s address', () => {
    const parts = chunksOf(jws, 2).map((chunk) => `https://viewer.example/#${chunk}`)
    expect(taken(parts.join('\n'))).toBe(jws)
  })

  test('says which parts are still missing', () => {
    const [one = '', , three = ''] = chunksOf(jws, 3)
    expect(taken(one)).toEqual({ code: 'QR_CHUNK_INCOMPLETE', have: 1, need: 3, missing: [2, 3] })
    expect(taken(`${one}\n${three}`)).toEqual({ code: 'QR_CHUNK_INCOMPLETE', have: 2, need: 3, missing: [2] })
    expect(kindOf(one)).toBe('card-chunk')
  })

  test('in one part is a card with a note', () => {
    expect(taken(`shc:/1/1/${digitsOf(jws)}`)).toBe(jws)
    expect(deviations(`shc:/1/1/${digitsOf(jws)}`)).toEqual(['chunk-single'])
  })

  test('does not mix with parts of another card', () => {
    const [one = ''] = chunksOf(jws, 3)
    const [, other = ''] = chunksOf(jws, 2)
    expect(taken(`${one}\n${other}`)).toEqual({ code: 'QR_CHUNK_CONFLICT' })
    expect(taken(`${one}\nshc:/1/3/56`)).toEqual({ code: 'QR_CHUNK_CONFLICT' })
  })

  test.each([
    ['shc:/3/2/5676', { code: 'QR_CHUNK_INDEX_INVALID', index: 3, total: 2 }],
    ['shc:/0/2/5676', { code: 'QR_CHUNK_INDEX_INVALID', index: 0, total: 2 }],
    ['shc:/1/100/5676', { code: 'QR_CHUNK_INDEX_INVALID', index: 1, total: 100 }],
    ['shc:/1/2/567', { code: 'QR_DIGITS_ODD' }],
    ['shc:/1/2/', { code: 'QR_HEADER_MALFORMED' }],
  ])('%s is damaged', (text, error) => {
    expect(taken(text)).toEqual(error)
  })
})

describe('a damaged card code is called damaged, never "not a card" (C-01)', () => {
  test.each([
    ['shc:/567', { code: 'QR_DIGITS_ODD' }],
    ['shc:/5678', { code: 'QR_DIGITS_RANGE' }],
    ['shc:/0002', { code: 'QR_DIGITS_RANGE' }],
    ['shc:/56a6', { code: 'QR_HEADER_MALFORMED' }],
    ['shc:/', { code: 'QR_HEADER_MALFORMED' }],
    ['shc:/-56', { code: 'QR_HEADER_MALFORMED' }],
    ['shc:/1/5676', { code: 'QR_HEADER_MALFORMED' }],
    ['shc:/٥٦٧٦', { code: 'QR_HEADER_MALFORMED' }],
  ])('%s', (text, error) => {
    expect(taken(text)).toEqual(error)
    expect(['card', 'card-chunk']).toContain(kindOf(text))
  })
})

describe('a link is recognised however it was written down', () => {
  test.each<[string, (text: string) => string]>([
    ['bare (L-01)', (text) => text],
    ['with two slashes (L-01)', (text) => text.replace(':/', '://')],
    ['with none', (text) => text.replace(':/', ':')],
    ['with an upper-case scheme (L-01)', (text) => text.replace('shlink', 'SHLINK')],
    ['after a byte-order mark and blanks (B-58)', (text) => `\uFEFF  ${text}\n`],
    ['behind a viewer’s address (L-02)', (text) => `https://viewer.example/x?y=1#${text}`],
    ['behind %23, as in-app browsers write it (B-58)', (text) => `https://viewer.example/%23${text}`],
    ['percent-encoded as a whole', (text) => encodeURIComponent(text)],
    ['percent-encoded twice', (text) => encodeURIComponent(encodeURIComponent(text))],
    [
      'inside a mail filter’s address',
      (text) => `https://mail.example/?url=${encodeURIComponent(`https://viewer.example/#${text}`)}&data=1`,
    ],
    ['with an encoded slash', (text) => text.replace(':/', ':%2F')],
    ['with padding', (text) => `${text}==`.replace(/(=*)$/, (pad) => pad)],
    ['with something appended (L-02)', (text) => `${text}&utm_source=mail`],
    ['with something encoded appended', (text) => `${text}%26utm_source=mail`],
    ['followed by a question mark', (text) => `${text}?x=1`],
    ['broken over lines', (text) => `${text.slice(0, 40)}\n${text.slice(40, 90)} \r\n${text.slice(90)}`],
    ['inside a sentence', (text) => `My summary: ${text} (please open it today)`],
    ['as a JSON string', (text) => JSON.stringify(text)],
  ])('%s', (_, write) => {
    expect(taken(write(link({ label: 'Summary' })))).toBe(MANIFEST_URL)
  })

  test('in plain base64 with percent-encoded signs', () => {
    const encoded = btoa(JSON.stringify({ url: MANIFEST_URL, key: 'A'.repeat(43), label: '???>>>~~' }))
    expect(encoded).toMatch(/[+/=]/)
    expect(taken(`shlink:/${encodeURIComponent(encoded)}`)).toBe(MANIFEST_URL)
  })

  test('a damaged one is called a damaged link', () => {
    expect(taken('shlink:/')).toEqual({ code: 'SHL_MALFORMED', detail: 'truncated' })
    expect(taken('shlink:/eyJ1cmwiOiJodHRw')).toEqual({ code: 'SHL_MALFORMED', detail: 'truncated' })
    expect(taken('shlink:/!!!!')).toEqual({ code: 'SHL_MALFORMED', detail: 'truncated' })
    expect(taken('shlink:/A')).toEqual({ code: 'SHL_MALFORMED', detail: 'base64' })
    expect(taken('shlink:/aGVsbG8')).toEqual({ code: 'SHL_MALFORMED', detail: 'json' })
    expect(kindOf('shlink:/aGVsbG8')).toBe('link')
  })
})

describe('files and FHIR are told by their content', () => {
  test('a .smart-health-card file gives all its cards, pretty-printed, after a mark, with other properties (C-08)', () => {
    expect(taken(fileOf([jws, 'second']))).toEqual([jws, 'second'])
    const pretty = `\uFEFF${JSON.stringify({ exported: 1, verifiableCredential: [jws] }, undefined, 2)}`
    expect(taken(pretty)).toEqual([jws])
  })

  test('an empty list of cards is said to be empty (C-08)', () => {
    expect(taken('{"verifiableCredential":[]}')).toEqual({ code: 'FILE_NO_CARDS' })
    expect(kindOf('{"verifiableCredential":[]}')).toBe('file')
  })

  test('a deep link holds a file behind its #, percent-encoded or not (C-11)', () => {
    const base = 'https://app.example/SMARTHealthCard/#'
    expect(taken(base + encodeURIComponent(fileOf([jws])))).toEqual([jws])
    expect(taken(base + fileOf([jws]))).toEqual([jws])
    expect(taken(encodeURIComponent(fileOf([jws])))).toEqual([jws])
  })

  test('a web address with something else behind its # stays a web address', () => {
    expect(taken('https://example.org/#section')).toEqual({
      code: 'INPUT_NOT_RECOGNISED',
      found: 'web-address',
    })
    expect(taken('https://example.org/#"quoted"')).toEqual({
      code: 'INPUT_NOT_RECOGNISED',
      found: 'web-address',
    })
  })

  test('single resources, bundles and NDJSON are FHIR (L-55)', () => {
    expect(taken('{"resourceType":"Patient"}')).toEqual(['Patient'])
    const bundle = { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Coverage' } }] }
    expect(taken(JSON.stringify(bundle))).toEqual(['Coverage'])
    expect(taken('{"resourceType":"Patient"}\n{"resourceType":"Goal"}\n')).toEqual(['Patient', 'Goal'])
  })

  test('the text of FHIR is kept to the letter', () => {
    const text = '{ "resourceType":"Patient",\n "birthDate" : "1984-02-29" }'
    const reading = read(text)
    expect(reading.ok && reading.value.kind === 'resource' && reading.value.source).toBe(text)
  })

  test('broken JSON, JSON of no known kind and a bare number are each named', () => {
    expect(taken('{"verifiableCredential":')).toEqual({ code: 'FILE_NOT_JSON' })
    expect(taken('{"a":1}')).toEqual({ code: 'INPUT_NOT_RECOGNISED', found: 'json' })
    expect(taken('[]')).toEqual({ code: 'INPUT_NOT_RECOGNISED', found: 'json' })
    expect(taken('12345')).toEqual({ code: 'INPUT_NOT_RECOGNISED', found: 'text' })
  })

  test('JSON in JSON in JSON is not unwrapped for ever', () => {
    const twice = JSON.stringify(JSON.stringify(fileOf([jws])))
    expect(taken(twice)).toEqual({ code: 'INPUT_NOT_RECOGNISED', found: 'json' })
  })
})

describe('what is neither a card nor a link is named, never opened (C-14, L-11, T39)', () => {
  test.each([
    ['HC1:NCFOXN%TS3DH3ZSUZK', 'eu-dcc'],
    ['vhlink:/eyJ1cmwi', 'vhlink'],
    ['openid4vp://authorize?client_id=x', 'openid4vp'],
    ['BEGIN:VCARD\nVERSION:3.0', 'vcard'],
    ['phlink:/eyJ1cmwi', 'other-link-scheme'],
    ['{"type":"cms-htei","v":1}', 'cms-app-id'],
  ])('%s is %s', (text, format) => {
    expect(taken(text)).toEqual({ code: 'INPUT_OTHER_FORMAT', format })
    expect(kindOf(text)).toBe('unrecognised')
  })

  test.each([
    ['https://menu.example/today', 'web-address'],
    ['HTTP://MENU.EXAMPLE', 'web-address'],
    ['www.menu.example', 'web-address'],
    ['hello', 'text'],
    ['javascript:alert(1)', 'text'],
    ['https//', 'text'],
    ['%', 'text'],
    ['100 % sure', 'text'],
    ['eyJhbGciOi', 'text'],
  ])('%j is a %s', (text, found) => {
    expect(taken(text)).toEqual({ code: 'INPUT_NOT_RECOGNISED', found })
  })

  test.each(['', ' ', '\r\n\t', '\uFEFF', '\uFEFF \n'])('%j is nothing', (text) => {
    expect(taken(text)).toEqual({ code: 'INPUT_EMPTY' })
  })

  test('more than any record is refused before it is looked at', () => {
    expect(taken('x'.repeat(MAXIMUM_INPUT_CHARACTERS + 1))).toEqual({
      code: 'INPUT_TOO_LARGE',
      maximumBytes: MAXIMUM_INPUT_CHARACTERS,
    })
  })
})

describe('no text makes the viewer hang (C-30, G13)', () => {
  const N = 1_000_000
  test.each<[string, string]>([
    ['schemes', 'shc:/'.repeat(N / 5)],
    ['parts', 'shc:/1/2/00'.repeat(N / 10)],
    ['digits', `shc:/${'56'.repeat(N / 2)}`],
    ['blanks', `x${' '.repeat(N)}x`],
    ['blanks in a card', `shc:/${' '.repeat(N)}x`],
    ['blanks in a link', `shlink:/${' '.repeat(N)}x`],
    ['link letters', `shlink:/${'a'.repeat(N)}`],
    ['link schemes', 'shlink:/'.repeat(N / 8)],
    ['padding in a link', `shlink:/${'='.repeat(N)}A`],
    ['percent signs', '%'.repeat(N)],
    ['percent-encoding of percent-encoding', `%${'25'.repeat(N / 2)}`],
    ['encoded letters', `shlink:/${'%41'.repeat(N / 3)}`],
    ['JWS letters', `eyJ${'a'.repeat(N)}.b.c!`],
    ['JWS dots', `eyJ${'.'.repeat(N)}`],
    ['addresses', 'https://'.repeat(N / 8)],
    ['fragments', `https://a${'#'.repeat(N)}`],
    ['addresses in a card', `shc:/${'https:'.repeat(N / 6)}`],
    ['opening brackets', '['.repeat(N)],
    ['nested lists', '['.repeat(N / 2) + ']'.repeat(N / 2)],
    ['empty lines', `{"resourceType":"Patient"}${'\n'.repeat(N)}{`],
    ['quotation marks', '"'.repeat(N)],
    ['letters', 'a'.repeat(N)],
  ])('a million characters of %s', (_, text) => {
    expect(secondsFor(() => read(text))).toBeLessThan(SOON)
  })
})
