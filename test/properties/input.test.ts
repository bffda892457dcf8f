// A property says what holds of each outcome, and `always` fails a test by itself.
/* oxlint-disable vitest/no-conditional-expect, vitest/expect-expect, unicorn/consistent-function-scoping */
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { numericOf } from '../../scripts/samples/issueCard'
import { checkUrl, PUBLIC_HTTPS_ONLY } from '../../src/core/checkUrl'
import { readContent } from '../../src/core/content'
import { base64urlFromBytes, bytesFromBase64url, inflate, jsonFromText } from '../../src/core/encoding'
import { SEVERITY } from '../../src/core/errors'
import { readInput } from '../../src/core/readInput'
import { decodeNumeric, joinChunks, textFromDigits } from '../../src/core/shc/numeric'
import { issue, newIssuer } from '../support/issueCard'
import { always, anyJson, anyText, damaged } from '../support/property'
import { link } from '../support/shlLink'

let jws = ''
let texts: readonly string[] = []
beforeAll(async () => {
  jws = await issue(await newIssuer())
  const digits = numericOf(jws).slice('shc:/'.length)
  texts = [
    jws,
    numericOf(jws),
    `shc:/2/2/${digits.slice(400)} shc:/1/2/${digits.slice(0, 400)}`,
    JSON.stringify({ verifiableCredential: [jws] }),
    JSON.stringify([jws]),
    JSON.stringify(numericOf(jws)),
    `https://viewer.example/#${encodeURIComponent(JSON.stringify({ verifiableCredential: [jws] }))}`,
    link({ flag: 'LP', label: 'Ñandú', exp: 1_900_000_000 }),
    `https://viewer.example/shlink.html#${link()}`,
    '{"resourceType":"Patient"}\n{"resourceType":"Observation"}',
  ]
})

const isKnown = (code: string): boolean => Object.hasOwn(SEVERITY, code)

function readsOrSaysWhy(text: string): void {
  const read = readInput(text, PUBLIC_HTTPS_ONLY)
  if (!read.ok) expect(isKnown(read.error.error.code)).toBe(true)
  else if (read.value.kind === 'link') expect(read.value.payload.key).toHaveLength(32)
  else if (read.value.kind === 'card') expect(read.value.jws).toMatch(/^[\w.-]*$/)
}

describe('readInput reads any text or says with a code why not', () => {
  test('text of any kind', () => always(anyText, readsOrSaysWhy, 1000))

  test('cards, links and files that came to harm', () => always(damaged(texts), readsOrSaysWhy, 1500))

  test('schemes followed by anything', () => {
    const schemes = fc.constantFrom(
      'shc:/',
      'SHC:',
      'shlink:/',
      'shlink:',
      'https://a.example/#',
      'HC1:',
      '{',
      '["',
    )
    always(
      fc.array(fc.tuple(schemes, anyText), { maxLength: 4 }).map((parts) => parts.flat().join('')),
      readsOrSaysWhy,
      1000,
    )
  })

  test('a card in any spelling is the same card', () => {
    const spelling = fc.record({
      before: fc.constantFrom('', '\uFEFF', ' \n', 'https://viewer.example/page#'),
      scheme: fc.constantFrom('shc:/', 'SHC:/', 'Shc:', 'shc://'),
      breaks: fc.array(fc.nat(400), { maxLength: 5 }),
      space: fc.constantFrom('\n', ' ', '\r\n', '\t'),
      after: fc.constantFrom('', '\n', '  '),
    })
    always(spelling, ({ before, scheme, breaks, space, after }) => {
      const digits = breaks.reduce(
        (text, at) => text.slice(0, at) + space + text.slice(at),
        numericOf(jws).slice('shc:/'.length),
      )
      const read = readInput(before + scheme + digits + after, PUBLIC_HTTPS_ONLY)
      expect(read).toMatchObject({ ok: true, value: { kind: 'card', jws } })
    })
  })
})

const jwsText = fc.string({
  unit: fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.')),
  minLength: 1,
  maxLength: 300,
})

describe('digits', () => {
  test('of any JWS decode to it', () => {
    always(jwsText, (text) => {
      expect(textFromDigits(numericOf(text).slice('shc:/'.length))).toEqual({ ok: true, value: text })
    })
  })

  test('that decode at all are those of the text they decode to', () => {
    always(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), maxLength: 200 }),
      (digits) => {
        const text = textFromDigits(digits)
        if (text.ok) expect(numericOf(text.value)).toBe(`shc:/${digits}`)
        else expect(text.error.code).toMatch(/^QR_DIGITS_(ODD|RANGE)$/)
      },
      1000,
    )
  })

  test('with any header or none are a part within its bounds, or malformed', () => {
    const body = fc.oneof(
      anyText,
      fc.tuple(fc.nat(200), fc.nat(200), fc.constant('5629')).map((parts) => parts.join('/')),
    )
    always(
      body,
      (text) => {
        const chunk = decodeNumeric(text)
        if (!chunk.ok) return expect(isKnown(chunk.error.code)).toBe(true)
        const { index, total } = chunk.value
        expect(index >= 1 && index <= total && total <= 99).toBe(true)
      },
      600,
    )
  })
})

describe('the parts of a card', () => {
  const cut = fc.tuple(jwsText, fc.integer({ min: 2, max: 9 })).map(([text, total]) => {
    const length = Math.ceil(text.length / total)
    return Array.from({ length: total }, (_, at) => ({
      index: at + 1,
      total,
      text: text.slice(at * length, (at + 1) * length),
    }))
  })
  const whole = (parts: readonly { text: string }[]): string => parts.map(({ text }) => text).join('')

  test('make it whole in any order, however often one is scanned', () => {
    const scanned = cut.chain((parts) =>
      fc.tuple(
        fc.constant(parts),
        fc.shuffledSubarray(parts, { minLength: parts.length }),
        fc.subarray(parts),
      ),
    )
    always(scanned, ([parts, shuffled, again]) => {
      expect(joinChunks([...shuffled, ...again])).toEqual({ ok: true, value: whole(parts) })
    })
  })

  test('tell how many are there when one is missing, and refuse the part of another card', () => {
    always(fc.tuple(cut, fc.nat(8)), ([parts, at]) => {
      const missing = at % parts.length
      const rest = parts.filter((_, index) => index !== missing)
      expect(joinChunks(rest)).toMatchObject({
        ok: false,
        error: { code: 'QR_CHUNK_INCOMPLETE', have: rest.length, need: parts.length },
      })
      const stranger = { index: missing + 1, total: parts.length, text: `${parts[missing]?.text}x` }
      expect(joinChunks([...parts, stranger])).toEqual({ ok: false, error: { code: 'QR_CHUNK_CONFLICT' } })
    })
  })
})

const NAMES = [
  'resourceType',
  'Bundle',
  'Parameters',
  'entry',
  'resource',
  'parameter',
  'name',
  'valueString',
  'verifiableCredential',
  'vc',
  'credentialSubject',
  'fhirBundle',
  'aud',
  'access_token',
  'type',
  'cms-htei',
  'Patient',
]

describe('content', () => {
  test('of any JSON is told apart without a word lost: what is a resource becomes an entry or the bundle', () => {
    always(
      anyJson(NAMES),
      (value) => {
        const text = JSON.stringify(value)
        if (text === undefined) return
        const content = readContent(text)
        if (content.kind !== 'bundle') return
        const json: unknown = JSON.parse(text)
        const lone = typeof json === 'object' && json !== null && 'resourceType' in json
        if (lone && json.resourceType === 'Bundle') expect(content.bundle).toEqual(json)
        else if (Array.isArray(json)) expect(content.bundle.entry ?? []).toHaveLength(json.length)
      },
      1000,
    )
  })

  test('of any text is told apart, too', () => {
    const lines = fc.array(fc.oneof(anyText, fc.constant('{"resourceType":"Patient"}')), { maxLength: 5 })
    always(lines, (several) => expect(readContent(several.join('\n')).kind).toMatch(/^[a-z-]+$/), 600)
  })

  test('JSON is what the language says it is, or undefined', () => {
    always(fc.jsonValue(), (value) =>
      expect(jsonFromText(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value))),
    )
    always(damaged(['{"a":[1,"\\u0000",{"b":null}],"c":"\\"["}']), (text) => {
      let parsed: unknown
      try {
        parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
      } catch {
        parsed = undefined
      }
      expect(jsonFromText(text)).toEqual(parsed)
    })
  })
})

describe('bytes', () => {
  test('come back from base64url as they were, and nothing else decodes to more than its length', () => {
    always(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(bytesFromBase64url(base64urlFromBytes(bytes))).toEqual(Uint8Array.from(bytes))
    })
    always(anyText, (text) => {
      const bytes = bytesFromBase64url(text)
      if (bytes) expect(bytes.length).toBeLessThanOrEqual((text.length * 3) / 4)
    })
  })

  test('inflate to no more than was allowed, whatever they are', () => {
    const input = fc.record({
      bytes: fc.uint8Array({ maxLength: 200 }),
      maximum: fc.nat(70_000),
      wrapped: fc.boolean(),
    })
    always(input, ({ bytes, maximum, wrapped }) => {
      const inflated = inflate(bytes, maximum, { wrapped })
      if (inflated.ok) expect(inflated.value.length).toBeLessThanOrEqual(maximum)
      else expect(inflated.error).toMatch(/^(not-deflate|too-large)$/)
    })
  })
})

describe('an address is fetched only from the public internet, over https', () => {
  const ipv4 = fc.tuple(
    fc.constantFrom(
      '10.',
      '127.',
      '192.168.',
      '172.16.',
      '172.31.',
      '169.254.',
      '100.64.',
      '0.',
      '224.',
      '255.',
    ),
    fc.array(fc.nat(255), { minLength: 3, maxLength: 3 }),
  )
  const dotted = ipv4.map(([start, rest]) =>
    [...start.split('.').filter(Boolean), ...rest].slice(0, 4).map(Number),
  )
  const number = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number =>
    ((a * 256 + b) * 256 + c) * 256 + d
  const hex = (value: number): string => value.toString(16)

  test('and no private address passes in any notation', () => {
    always(dotted, (parts) => {
      const [a = 0, b = 0, c = 0, d = 0] = parts
      const hosts = [
        parts.join('.'),
        String(number(parts)),
        `0x${hex(number(parts))}`,
        parts.map((part) => `0${part.toString(8)}`).join('.'),
        `${a}.${(b * 256 + c) * 256 + d}`,
        `[::ffff:${parts.join('.')}]`,
        `[::${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
        `[2002:${hex(a * 256 + b)}:${hex(c * 256 + d)}::1]`,
        `[64:ff9b::${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
      ]
      for (const host of hosts)
        expect([host, checkUrl(`https://${host}/`, PUBLIC_HTTPS_ONLY).ok]).toEqual([host, false])
    })
  })

  test('whatever is asked', () => {
    const address = fc.oneof(
      anyText,
      fc.webUrl({ validSchemes: ['http', 'https', 'ftp', 'javascript', 'data', 'file'] }),
      damaged(['https://links.example/a?b#c', 'https://user:word@links.example/', 'https://[2001:4860::1]/']),
      anyJson(['https://links.example/']),
    )
    always(
      address,
      (text) => {
        const checked = checkUrl(text, PUBLIC_HTTPS_ONLY)
        if (!checked.ok) return
        const { protocol, username, password, hostname } = checked.value
        expect([protocol, username, password]).toEqual(['https:', '', ''])
        expect(hostname).toMatch(/\.|^\[[23]/)
      },
      1000,
    )
  })
})
