import { beforeAll, describe, expect, test } from 'vitest'
import type { OpenOptions, OpenedShx } from '../../../src/core/openSHX'
import { openSHX } from '../../../src/core/openSHX'
import type { Axes, BundleStatus, FindingCode } from '../../../src/core/verdict'
import { directoryOf, listed, loading, revoking, unavailable, type Entry } from '../../support/directories'
import {
  BUNDLE,
  chunksOf,
  digitsOf,
  forged,
  issue,
  newIssuer,
  NOW_SECONDS,
  withDerSignature,
  type CardOverrides,
  type TestIssuer,
} from '../../support/issueCard'
import { opened, options } from '../../support/open'

// One row of the conformance matrix, sections 1.1 to 1.5, after the other: what goes in, and what has to come out. Every
// card is issued here with a throw-away key, so that the reason for each outcome stands in its own row.

let issuer: TestIssuer
let other: TestIssuer
let stranger: TestIssuer
let jws: string
beforeAll(async () => {
  issuer = await newIssuer()
  other = await newIssuer('https://other.example')
  stranger = await newIssuer('https://stranger.example')
  jws = await issue(issuer)
})

const listing = (key: Entry = {}, entry: Entry = {}) =>
  loading(directoryOf([listed(issuer, { key, ...entry }), listed(other)]))

/** What became of a text, in the words of the row. */
async function outcome(text: string, overrides: Partial<OpenOptions> = {}) {
  const result = await openSHX(text, options({ loadDirectories: listing(), ...overrides }))
  return result.ok
    ? { statuses: result.value.bundles.map(({ verdict }) => verdict.status), problems: codesIn(result.value) }
    : { error: result.error.error }
}

const codesIn = ({ problems }: OpenedShx): readonly string[] => problems.map(({ code }) => code)

async function verdictOf(text: string, overrides: Partial<OpenOptions> = {}) {
  const shx = await opened(text, { loadDirectories: listing(), ...overrides })
  const verdict = shx.bundles[0]?.verdict
  if (!verdict) throw new Error('no bundle')
  return {
    ...verdict,
    codes: verdict.findings.map(({ code }) => code),
    departures: verdict.deviations.map(({ code }) => code),
  }
}

const VERIFIED = { statuses: ['verified'], problems: [] }
const file = (cards: readonly unknown[], space?: number): string =>
  JSON.stringify({ verifiableCredential: cards }, undefined, space)
const parameters = (...parameter: readonly unknown[]): string =>
  JSON.stringify({ resourceType: 'Parameters', parameter })
const numeric = (): string => `shc:/${digitsOf(jws)}`

/** What an issuer's answer says about a resource of one of its cards. */
const link = (vcIndex: number, hosted: string) => ({
  name: 'resourceLink',
  part: [
    { name: 'vcIndex', valueInteger: vcIndex },
    { name: 'bundledResource', valueUri: 'resource:1' },
    { name: 'hostedResource', valueUri: hosted },
  ],
})

/** The bundle with more in its patient. */
const withPatient = (changes: object) => ({
  ...BUNDLE,
  entry: [{ ...BUNDLE.entry[0], resource: { ...BUNDLE.entry[0]?.resource, ...changes } }, BUNDLE.entry[1]],
})

interface InputRow {
  readonly row: string
  readonly text: () => string
  readonly departures?: readonly string[]
}

describe('1.1 every form in which a card may come opens', () => {
  const rows: readonly InputRow[] = [
    { row: 'C-01: digits', text: numeric },
    {
      row: 'C-02: parts in any order, one of them twice',
      text: () => {
        const [one, two, three] = chunksOf(jws, 3)
        return [three, one, one, two].join('\n')
      },
      departures: ['chunked'],
    },
    {
      row: 'C-02: more than nine parts',
      text: () => chunksOf(jws, 17).join('\n'),
      departures: ['chunked'],
    },
    {
      row: 'C-02: parts of very different length',
      text: () => `shc:/1/2/${digitsOf(jws.slice(0, 20))}\nshc:/2/2/${digitsOf(jws.slice(20))}`,
      departures: ['chunked', 'chunks-unbalanced'],
    },
    {
      row: 'C-03: one part of one',
      text: () => `shc:/1/1/${digitsOf(jws)}`,
      departures: ['chunk-single'],
    },
    { row: 'C-06: in capitals', text: () => numeric().toUpperCase(), departures: ['text-upper-case'] },
    { row: 'C-06: with two slashes', text: () => numeric().replace('shc:/', 'shc://') },
    { row: 'C-06: with blanks around it', text: () => ` \r\n${numeric()}\t\n` },
    {
      row: 'C-06: broken over lines',
      text: () => numeric().replaceAll(/(.{60})/g, '$1\r\n'),
      departures: ['text-whitespace'],
    },
    {
      row: 'C-06: after a byte-order mark',
      text: () => `\uFEFF${numeric()}`,
      departures: ['text-byte-order-mark'],
    },
    {
      row: 'C-06: with something after it',
      text: () => `${numeric()}&utm_source=mail`,
      departures: ['text-trailing-characters'],
    },
    { row: 'C-07: behind the address of a viewer', text: () => `https://viewer.example/a#${numeric()}` },
    { row: 'C-08: a file', text: () => file([jws]) },
    { row: 'C-08: a pretty file after a byte-order mark', text: () => `\uFEFF${file([jws], 2)}` },
    {
      row: 'C-08: a file with more in it',
      text: () => JSON.stringify({ '@context': [], verifiableCredential: [jws] }),
    },
    { row: 'C-10: a bare JWS', text: () => jws },
    {
      row: 'C-10: a JWS with padding, which base64url has not',
      text: () => jws.replace(/\./, '=.'),
      departures: ['jws-padded'],
    },
    {
      row: 'C-10: a JWS with padding in each of its parts',
      text: () => `${jws.replaceAll('.', '==.')}==`,
      departures: ['jws-padded'],
    },
    {
      row: 'C-11: a deep link, percent-encoded',
      text: () => `https://app.example/SMARTHealthCard/#${encodeURIComponent(file([jws]))}`,
    },
    { row: 'C-11: a deep link as it is', text: () => `https://app.example/SMARTHealthCard/#${file([jws])}` },
    {
      row: 'C-12: the answer of $health-cards-issue',
      text: () => parameters({ name: 'verifiableCredential', valueString: jws }),
    },
    {
      row: 'C-15: a list of cards',
      text: () => JSON.stringify([jws]),
      departures: ['file-bare-array'],
    },
    { row: 'C-15: a JSON string', text: () => JSON.stringify(jws) },
    {
      row: 'C-15: one value instead of a list',
      text: () => JSON.stringify({ verifiableCredential: jws }),
      departures: ['file-single-string'],
    },
  ]
  test.each(rows)('$row', async ({ text, departures = [] }) => {
    expect(await outcome(text())).toEqual(VERIFIED)
    expect((await verdictOf(text())).departures).toEqual(departures)
  })

  test('C-04: a card that is too long for its QR code opens, and says how long it is', async () => {
    const padded = await issue(issuer, { bundle: { ...BUNDLE, identifier: noise(5_000) } })
    expect(padded.length).toBeGreaterThan(3_544)
    const { status, deviations } = await verdictOf(`shc:/${digitsOf(padded)}`)
    expect(status).toBe('verified')
    expect(deviations).toContainEqual({ code: 'jws-too-long', value: String(padded.length) })
    expect((await verdictOf(padded)).departures).not.toContain('jws-too-long')
  })

  test('C-04: parts that are too long for theirs, too', async () => {
    const padded = await issue(issuer, { bundle: { ...BUNDLE, identifier: noise(5_000) } })
    const parts = await verdictOf(chunksOf(padded, 2).join('\n'))
    expect(parts.departures).toEqual(expect.arrayContaining(['chunked', 'chunk-too-long']))
    expect(parts.status).toBe('verified')
  })

  test('C-08: every card of a file has its own verdict, and a broken one hides no other', async () => {
    const bad = forged(await issue(issuer), (claims) => ({ ...claims, nbf: 1 }))
    expect(await outcome(file([jws, null, 42, 'eyJ', bad]))).toEqual({
      statuses: ['verified', 'invalid'],
      problems: ['JWS_MALFORMED', 'JWS_MALFORMED', 'JWS_MALFORMED'],
    })
  })

  test('C-12: where the issuer keeps the resources is told, by the card that it is about', async () => {
    const card = { name: 'verifiableCredential', valueString: jws }
    const shx = await opened(
      parameters(link(2, 'https://a.example/2'), card, card, { name: 'resourceLink' }),
      {
        loadDirectories: listing(),
      },
    )
    expect(shx.bundles.map(({ origin }) => origin.kept)).toEqual([
      undefined,
      [{ bundled: 'resource:1', hosted: 'https://a.example/2', card: 1 }],
    ])
  })

  test('C-15: entries that have lost their Bundle are still a record', async () => {
    const shx = await opened(JSON.stringify(BUNDLE.entry))
    expect(shx.bundles[0]?.organized.items.map(({ resource }) => resource.resourceType)).toEqual([
      'Patient',
      'Immunization',
    ])
    expect(shx.bundles[0]?.verdict.status).toBe('unsigned')
  })
})

describe('1.1 each text that is no card says which', () => {
  test.each<[string, () => string, object]>([
    ['C-01: an odd number of digits', () => `${numeric()}1`, { code: 'QR_DIGITS_ODD' }],
    ['C-01: digits beyond the letter z', () => 'shc:/567899', { code: 'QR_DIGITS_RANGE' }],
    ['C-01: digits of letters that a JWS has not', () => 'shc:/5602', { code: 'QR_DIGITS_RANGE' }],
    ['C-01: letters among the digits', () => 'shc:/56x7', { code: 'QR_HEADER_MALFORMED' }],
    ['C-01: no digits', () => 'shc:/', { code: 'QR_HEADER_MALFORMED' }],
    ['C-01: digits that are no JWS', () => `shc:/${digitsOf('eyJh.eyJh')}`, { code: 'JWS_MALFORMED' }],
    [
      'C-02: a part alone',
      () => chunksOf(jws, 3)[1] ?? '',
      { code: 'QR_CHUNK_INCOMPLETE', have: 1, need: 3, missing: [1, 3] },
    ],
    [
      'C-02: parts of two sets',
      () => `${chunksOf(jws, 3)[0]}\n${chunksOf(jws, 2)[1]}`,
      { code: 'QR_CHUNK_CONFLICT' },
    ],
    ['C-02: two different first parts', () => 'shc:/1/2/5676\nshc:/1/2/5677', { code: 'QR_CHUNK_CONFLICT' }],
    ['C-02: part 3 of 2', () => 'shc:/3/2/56', { code: 'QR_CHUNK_INDEX_INVALID', index: 3, total: 2 }],
    ['C-02: part 0', () => 'shc:/0/2/56', { code: 'QR_CHUNK_INDEX_INVALID', index: 0, total: 2 }],
    ['C-02: of a hundred', () => 'shc:/1/100/56', { code: 'QR_CHUNK_INDEX_INVALID', index: 1, total: 100 }],
    ['C-08: no cards', () => file([]), { code: 'FILE_NO_CARDS' }],
    ['C-08: no JSON', () => '{"verifiableCredential":', { code: 'FILE_NOT_JSON' }],
    ['C-12: an issuer without cards', () => parameters(), { code: 'FILE_NO_CARDS', from: 'issuer' }],
    [
      'C-14: a web address',
      () => 'https://example.org/menu',
      { code: 'INPUT_NOT_RECOGNISED', found: 'web-address' },
    ],
    ['C-14: a European certificate', () => 'HC1:NCF', { code: 'INPUT_OTHER_FORMAT', format: 'eu-dcc' }],
    [
      'C-14: an app’s identity',
      () => '{"type":"cms-htei"}',
      { code: 'INPUT_OTHER_FORMAT', format: 'cms-app-id' },
    ],
    ['C-48: no vc', () => 'no-vc', { code: 'PAYLOAD_MISSING_FIELD', path: 'vc' }],
  ])('%s', async (_, text, error) => {
    const given = text() === 'no-vc' ? await issue(issuer, { payload: '{"iss":"x"}' }) : text()
    expect(await outcome(given)).toEqual({ error })
  })
})

interface CardRow {
  readonly row: string
  readonly card?: () => CardOverrides
  readonly text?: () => string | Promise<string>
  readonly key?: Entry
  /** Of the issuer's entry in the list. */
  readonly entry?: () => Entry
  readonly options?: () => Partial<OpenOptions>
  readonly status: BundleStatus
  readonly axes?: Partial<Axes>
  readonly codes?: readonly FindingCode[]
  readonly without?: readonly FindingCode[]
  readonly departures?: readonly string[]
}

const SECONDS_A_YEAR = 31_536_000
const rows: readonly CardRow[] = [
  ...['none', 'HS256', 'ES384', undefined].map((alg): CardRow => {
    const codes: readonly FindingCode[] = ['JWS_HEADER_INVALID']
    return { row: `C-20: alg ${alg}`, card: () => ({ header: { alg } }), status: 'invalid', codes }
  }),
  {
    row: 'C-20: crit',
    card: () => ({ header: { crit: ['exp'] } }),
    status: 'invalid',
    codes: ['JWS_HEADER_INVALID'],
  },
  {
    row: 'C-21: a zlib wrapper is read and noted',
    card: () => ({ packing: 'zlib' }),
    status: 'verified',
    departures: ['payload-zlib-wrapped'],
  },
  {
    row: 'C-21: no zip, not packed',
    card: () => ({ packing: 'none', header: { zip: undefined } }),
    status: 'verified',
    departures: ['header-zip-missing'],
  },
  {
    row: 'C-22: a kid that is no thumbprint',
    card: () => ({ header: { kid: 'key-1' } }),
    key: { kid: 'key-1' },
    status: 'verified',
    codes: ['KEY_MISMATCH_THUMBPRINT'],
    departures: ['kid-not-thumbprint'],
  },
  {
    row: 'C-22: a kid that would leave its folder',
    card: () => ({ header: { kid: '../../x' } }),
    key: { kid: '../../x' },
    status: 'invalid',
    codes: ['JWS_HEADER_INVALID'],
  },
  {
    row: 'C-23: altered',
    text: async () => forged(await issue(issuer), (claims) => ({ ...claims, nbf: 1 })),
    status: 'invalid',
    axes: { signature: 'invalid', trust: 'listed' },
    codes: ['SIGNATURE_INVALID'],
  },
  {
    row: 'C-23: a signature in the wrong form is explained',
    text: async () => withDerSignature(await issue(issuer)),
    status: 'invalid',
    codes: ['SIGNATURE_DER_ENCODED'],
    without: ['SIGNATURE_INVALID'],
  },
  {
    row: 'C-24: a key of another listed issuer',
    text: () => issue(other, { iss: issuer.iss }),
    status: 'invalid',
    axes: { trust: 'key-not-the-issuers' },
    codes: ['KEY_NOT_PUBLISHED'],
  },
  {
    row: 'C-24: several keys under one name, one of which fits',
    options: () => ({
      loadDirectories: loading(
        directoryOf([
          { ...listed(issuer), keys: [{ ...other.published, kid: issuer.kid }, issuer.published] },
        ]),
      ),
    }),
    status: 'verified',
  },
  {
    row: 'C-24: a key without use and alg',
    key: { use: undefined, alg: undefined },
    status: 'verified',
    departures: ['key-use-missing', 'key-alg-missing'],
  },
  { row: 'C-25: a key with its secret part', key: { d: 'AA' }, status: 'invalid', codes: ['KEY_UNSUITABLE'] },
  {
    row: 'C-26: an issuer without https',
    card: () => ({ iss: 'http://issuer.example' }),
    status: 'invalid',
    codes: ['ISSUER_URL_INVALID'],
  },
  {
    row: 'C-26: an issuer with a password',
    card: () => ({ iss: 'https://a:b@issuer.example' }),
    status: 'invalid',
    codes: ['ISSUER_URL_INVALID'],
  },
  {
    row: 'C-26: an issuer that differs by a slash is not that issuer, and it is said',
    card: () => ({ iss: 'https://issuer.example/shc/' }),
    status: 'invalid',
    axes: { trust: 'not-listed' },
    codes: ['ISSUER_DIFFERS_BY_SLASH', 'ISSUER_NOT_LISTED'],
    departures: ['issuer-trailing-slash'],
  },
  {
    row: 'C-26: the same where the list has the slash',
    options: () => ({
      loadDirectories: loading(directoryOf([listed({ ...issuer, iss: `${issuer.iss}/` }), listed(other)])),
    }),
    status: 'untrusted',
    codes: ['ISSUER_DIFFERS_BY_SLASH', 'ISSUER_NOT_LISTED'],
  },
  {
    row: 'C-29: not minified',
    card: () => ({ before: [0x20, 0x0a] }),
    status: 'verified',
    departures: ['payload-not-minified'],
  },
  {
    row: 'C-40: a fraction of a second',
    card: () => ({ claims: { nbf: NOW_SECONDS - 0.5 } }),
    status: 'verified',
    departures: [],
  },
  {
    row: 'C-40: issued in a year',
    card: () => ({ claims: { nbf: NOW_SECONDS + SECONDS_A_YEAR } }),
    status: 'invalid',
    axes: { time: 'not-yet' },
    codes: ['NOT_YET_VALID'],
  },
  { row: 'C-40: within the skew', card: () => ({ claims: { nbf: NOW_SECONDS + 299 } }), status: 'verified' },
  {
    row: 'C-40: milliseconds',
    card: () => ({ claims: { nbf: (NOW_SECONDS - 60) * 1000 } }),
    status: 'invalid',
    codes: ['NBF_IN_MILLISECONDS'],
    departures: ['nbf-milliseconds'],
  },
  {
    row: 'C-40: the old iat',
    card: () => ({ claims: { nbf: undefined, iat: NOW_SECONDS - 60 } }),
    status: 'verified',
    departures: ['legacy-iat'],
  },
  {
    row: 'C-40: neither',
    card: () => ({ claims: { nbf: undefined } }),
    status: 'invalid',
    codes: ['PAYLOAD_MISSING_FIELD'],
  },
  {
    row: 'C-41: expired',
    card: () => ({ claims: { exp: NOW_SECONDS - 1 } }),
    status: 'invalid',
    axes: { time: 'expired', signature: 'valid' },
    codes: ['EXPIRED'],
  },
  {
    row: 'C-41: expired, in milliseconds',
    card: () => ({ claims: { exp: (NOW_SECONDS - 1) * 1000 } }),
    status: 'invalid',
    codes: ['EXPIRED', 'EXP_IN_MILLISECONDS'],
    departures: ['exp-milliseconds'],
  },
  {
    row: 'C-41: no date at all',
    card: () => ({ claims: { exp: 'tomorrow' } }),
    status: 'invalid',
    codes: ['CLAIM_UNREADABLE'],
  },
  { row: 'C-41: zero', card: () => ({ claims: { exp: 0 } }), status: 'invalid', codes: ['EXPIRED'] },
  {
    row: 'C-41: ended before it began',
    card: () => ({ claims: { nbf: NOW_SECONDS + 60, exp: NOW_SECONDS + 30 } }),
    status: 'verified',
    departures: ['exp-before-nbf'],
  },
  {
    row: 'C-42: not of the type of a health card',
    card: () => ({ vc: { type: ['https://smarthealth.cards#immunization'] } }),
    status: 'invalid',
    axes: { signature: 'valid' },
    codes: ['NOT_A_HEALTH_CARD'],
  },
  {
    row: 'C-42: with unknown and old types',
    card: () => ({
      vc: {
        type: ['https://smarthealth.cards#health-card', 'VerifiableCredential', 'urn:x', 'urn:x', null],
      },
    }),
    status: 'verified',
    departures: ['vc-type-legacy'],
  },
  {
    row: 'C-43: no FHIR version',
    card: () => ({ subject: { fhirVersion: undefined } }),
    status: 'verified',
    without: ['FHIR_VERSION_UNSUPPORTED'],
    departures: ['fhir-version-missing'],
  },
  {
    row: 'C-43: another FHIR version',
    card: () => ({ subject: { fhirVersion: '1.0.2' } }),
    status: 'verified',
    codes: ['FHIR_VERSION_UNSUPPORTED'],
  },
  {
    row: 'C-43: something else for a FHIR version',
    card: () => ({ subject: { fhirVersion: 'R4' } }),
    status: 'verified',
    departures: ['fhir-version-malformed'],
  },
  ...['document', 'searchset'].map((type): CardRow => ({
    row: `C-44: a Bundle of type ${type}`,
    card: () => ({ bundle: { ...BUNDLE, type } }),
    status: 'verified',
    departures: type === 'document' ? [] : ['bundle-not-collection'],
  })),
  {
    row: 'C-49: two people on one card',
    card: () => ({ bundle: { ...BUNDLE, entry: [...BUNDLE.entry, BUNDLE.entry[0]] } }),
    status: 'verified',
    codes: ['MULTIPLE_PATIENTS'],
  },
  {
    row: 'C-60: a list that is new enough',
    card: () => ({ rid: 'a' }),
    key: { crlVersion: 2 },
    entry: () => ({ crls: [revoking(issuer, ['b'], { ctr: 2 })] }),
    status: 'verified',
    axes: { revocation: 'not-revoked' },
  },
  {
    row: 'C-60: a list that is too old clears nothing',
    card: () => ({ rid: 'a' }),
    key: { crlVersion: 2 },
    entry: () => ({ crls: [revoking(issuer, ['b'])] }),
    status: 'unchecked',
    axes: { revocation: 'unknown' },
    codes: ['REVOCATION_UNKNOWN'],
  },
  {
    row: 'C-61: withdrawn',
    card: () => ({ rid: 'a' }),
    key: { crlVersion: 1 },
    entry: () => ({ crls: [revoking(issuer, ['a'])] }),
    status: 'invalid',
    codes: ['REVOKED'],
  },
  ...[
    [1, 'invalid'],
    [0, 'verified'],
    [-1, 'verified'],
  ].map(([after = 0, status]): CardRow => ({
    row: `C-61: withdrawn if issued before a time ${after} s after its own`,
    card: () => ({ rid: 'a', claims: { nbf: 1_780_000_000 } }),
    key: { crlVersion: 1 },
    entry: () => ({ crls: [revoking(issuer, [`a.${1_780_000_000 + Number(after)}`, 'b.1'])] }),
    status: status === 'invalid' ? 'invalid' : 'verified',
  })),
  {
    row: 'C-61: any of several entries counts',
    card: () => ({ rid: 'a' }),
    key: { crlVersion: 1 },
    entry: () => ({ crls: [revoking(issuer, ['a.1', `a.${NOW_SECONDS}`])] }),
    status: 'invalid',
    codes: ['REVOKED'],
  },
  {
    row: 'C-62: a rid outside vc',
    card: () => ({ claims: { rid: 'a' } }),
    status: 'verified',
    departures: ['rid-outside-vc'],
  },
  { row: 'C-62: null for none', card: () => ({ vc: { rid: null } }), status: 'verified', departures: [] },
  {
    row: 'C-62: a rid that is too long',
    card: () => ({ rid: 'a'.repeat(25) }),
    status: 'verified',
    departures: ['rid-malformed'],
  },
  {
    row: 'C-63: a sloppy list is read entry by entry',
    card: () => ({ rid: 'a' }),
    key: { crlVersion: '1' },
    entry: () => ({ crls: [revoking(issuer, [null, 'x'.repeat(40), 'a', 'a'], { ctr: '1' })] }),
    status: 'invalid',
    codes: ['REVOKED'],
    departures: ['key-crl-version-malformed', 'revocation-list-malformed'],
  },
  {
    row: 'C-63: a list by another method clears nothing',
    card: () => ({ rid: 'a' }),
    key: { crlVersion: 1 },
    entry: () => ({ crls: [revoking(issuer, [], { method: 'hash' })] }),
    status: 'unchecked',
    codes: ['REVOCATION_UNKNOWN'],
  },
  {
    row: 'C-63: the list of another key counts for nothing',
    card: () => ({ rid: 'a' }),
    key: { crlVersion: 1 },
    entry: () => ({ crls: [revoking(other, ['a'])] }),
    status: 'unchecked',
    codes: ['REVOCATION_UNKNOWN'],
  },
  {
    row: 'C-64: no list is published',
    card: () => ({ rid: 'a' }),
    status: 'verified',
    axes: { revocation: 'not-supported' },
    codes: ['REVOCATION_NOT_SUPPORTED'],
  },
  {
    row: 'C-66: no list of issuers could be had',
    options: () => ({ loadDirectories: loading(unavailable()) }),
    status: 'unchecked',
    axes: { signature: 'not-checkable', trust: 'unknown' },
    codes: ['ISSUER_KEYS_UNREACHABLE', 'DIRECTORY_UNAVAILABLE'],
  },
  {
    row: 'C-66: an old copy of the list, and its age',
    options: () => ({ loadDirectories: loading(directoryOf([listed(issuer)], { stale: true })) }),
    status: 'verified',
    codes: ['DIRECTORY_STALE'],
  },
  {
    row: 'C-71: a test issuer is never green, whoever else lists it',
    options: () => ({
      loadDirectories: loading(
        directoryOf([listed(issuer)]),
        directoryOf([listed(issuer)], { kind: 'test' }),
      ),
    }),
    status: 'untrusted',
    axes: { trust: 'test', signature: 'valid' },
    codes: ['ISSUER_TEST'],
  },
]

describe('1.2 to 1.5 what the check of a card comes to', () => {
  test.each(rows)('$row', async (row) => {
    const text = row.text ? await row.text() : await issue(issuer, row.card?.())
    const verdict = await verdictOf(text, {
      loadDirectories: listing(row.key, row.entry?.()),
      ...row.options?.(),
    })
    expect([verdict.status, verdict.codes]).toEqual([
      row.status,
      expect.arrayContaining([...(row.codes ?? [])]),
    ])
    expect(verdict.axes).toMatchObject(row.axes ?? {})
    for (const code of row.without ?? []) expect(verdict.codes).not.toContain(code)
    expect(verdict.departures).toEqual(row.departures ?? verdict.departures)
    expect(verdict.codes.includes('CARD_NONCONFORMANT')).toBe(verdict.departures.length > 0)
  })

  test('C-21: what is no DEFLATE at all is told apart', async () => {
    const damaged = await issue(issuer, { packing: 'none', before: [0xff] })
    expect(await outcome(damaged)).toEqual({ error: { code: 'PAYLOAD_INFLATE_FAILED' } })
  })

  test('C-29: a payload that was stringified twice is told apart', async () => {
    const twice = await issue(issuer, { payload: JSON.stringify(JSON.stringify({ vc: {} })) })
    expect(await outcome(twice)).toEqual({ error: { code: 'PAYLOAD_NOT_JSON_OBJECT' } })
  })

  test('C-30: a bomb is refused', async () => {
    const bomb = await issue(issuer, { payload: `{"vc":"${' '.repeat(6_000_000)}"}` })
    expect(await outcome(bomb)).toEqual({ error: { code: 'PAYLOAD_TOO_LARGE', maximumBytes: 5_000_000 } })
  })

  test.each(['vc.credentialSubject', 'vc.credentialSubject.fhirBundle'])('C-48: without %s', async (path) => {
    const vc = path.endsWith('fhirBundle') ? { credentialSubject: {} } : {}
    const card = await issue(issuer, { payload: JSON.stringify({ iss: issuer.iss, vc }) })
    expect(await outcome(card)).toEqual({ error: { code: 'PAYLOAD_MISSING_FIELD', path } })
  })

  test('C-48: what is in a card that lacks something is still there to be looked at, beside the cards that are whole', async () => {
    const payload = JSON.stringify({ iss: issuer.iss, vc: {} })
    const broken = await issue(issuer, { payload })
    const alone = await openSHX(broken, options({ loadDirectories: listing() }))
    expect(alone.ok ? undefined : alone.error.rejected).toEqual([{ origin: {}, text: payload }])
    const { rejected, bundles } = await opened(file([jws, broken]), { loadDirectories: listing() })
    expect(rejected).toEqual([{ origin: { card: 1 }, text: payload }])
    expect(bundles).toHaveLength(1)
    expect((await opened(jws, { loadDirectories: listing() })).rejected).toBeUndefined()
  })

  test('C-70: which of several lists vouched is told, with its date', async () => {
    const lists = [
      directoryOf([listed(other)]),
      directoryOf([listed(issuer)], { source: 'https://b.example/l' }),
    ]
    const { issuer: facts } = await verdictOf(jws, { loadDirectories: loading(...lists) })
    expect(facts?.directory).toMatchObject({ source: 'https://b.example/l', date: expect.any(Date) as Date })
  })

  test('C-26: a slash at the end is no fault where the list has it, too', async () => {
    const slashed = { ...issuer, iss: `${issuer.iss}/` }
    const loadDirectories = loading(directoryOf([listed(slashed)]))
    expect(await verdictOf(await issue(slashed), { loadDirectories })).toMatchObject({
      status: 'verified',
      codes: ['VERIFIED', 'REVOCATION_NOT_SUPPORTED', 'CARD_NONCONFORMANT'],
      departures: ['issuer-trailing-slash'],
    })
  })

  test('C-26: the issuer that an address nearly is goes by the name of its list, where it has one', async () => {
    const card = await issue(issuer, { iss: `${issuer.iss}/` })
    const near = async (entry: Entry) => {
      const { findings } = await verdictOf(card, { loadDirectories: loading(directoryOf([entry])) })
      return findings.find(({ code }) => code === 'ISSUER_DIFFERS_BY_SLASH')
    }
    const finding = { code: 'ISSUER_DIFFERS_BY_SLASH', host: 'issuer.example' }
    expect(await near(listed(issuer))).toStrictEqual({ ...finding, name: 'Example Health' })
    expect(await near(listed(issuer, { issuer: { iss: issuer.iss } }))).toStrictEqual(finding)
  })

  test('C-73: a canonical issuer gives its name and nothing else', async () => {
    const entry = { issuer: { iss: issuer.iss, canonical_iss: other.iss }, keys: [] }
    const named = { ...listed(other), issuer: { iss: other.iss, name: 'Example Group' } }
    const alias = await verdictOf(jws, { loadDirectories: loading(directoryOf([entry, named])) })
    expect(alias.issuer?.name).toBe('Example Group')
    expect(alias).toMatchObject({ status: 'invalid', axes: { trust: 'key-not-the-issuers' } })
  })

  test('C-76: the name of an issuer never comes from the card', async () => {
    const card = await issue(stranger, { claims: { name: 'Ministry of Health' } })
    expect((await verdictOf(card)).issuer).toEqual({ iss: stranger.iss, host: 'stranger.example' })
  })
})

describe('1.3 what a card in a QR code should leave out is noted and shown (C-45, C-46, C-47)', () => {
  test.each<[string, object, object]>([
    [
      'C-45: a long fullUrl',
      { ...BUNDLE, entry: [{ ...BUNDLE.entry[0], fullUrl: 'urn:uuid:1' }] },
      { code: 'full-url-not-short', value: 'entry[0].fullUrl: urn:uuid' },
    ],
    [
      'C-45: a long reference, whose address is not told',
      withPatient({ managingOrganization: { reference: 'https://ehr.example/Patient/4711' } }),
      { code: 'reference-not-short', value: 'entry[0].resource.managingOrganization.reference: https' },
    ],
    ['C-46: an id', withPatient({ id: 'a' }), { code: 'resource-id-present', value: 'entry[0].resource.id' }],
    [
      'C-46: a narrative',
      withPatient({ text: { status: 'generated' } }),
      { code: 'resource-text-present', value: 'entry[0].resource.text' },
    ],
    [
      'C-46: the text of a concept',
      withPatient({ maritalStatus: { coding: [], text: 'married' } }),
      { code: 'concept-text-present', value: 'entry[0].resource.maritalStatus.text' },
    ],
    [
      'C-46: a display',
      withPatient({ maritalStatus: { coding: [{ code: 'M', display: 'Married' }] } }),
      { code: 'coding-display-present', value: 'entry[0].resource.maritalStatus.coding[0].display' },
    ],
    [
      'C-47: a meta with more than security',
      withPatient({ meta: { profile: [] } }),
      { code: 'resource-meta-present', value: 'entry[0].resource.meta.profile' },
    ],
  ])('%s', async (_, bundle, deviation) => {
    const card = await issue(issuer, { bundle })
    const scanned = await verdictOf(`shc:/${digitsOf(card)}`)
    expect(scanned).toMatchObject({ status: 'verified', deviations: [deviation] })
    expect((await verdictOf(card)).deviations).toEqual([])
  })

  test('C-47: how well the issuer knows who the person is', async () => {
    const meta = { security: [{ code: 'IAL1.2' }, { code: 'R' }, null, { code: 'trust me' }] }
    const verdict = await verdictOf(
      `shc:/${digitsOf(await issue(issuer, { bundle: withPatient({ meta }) }))}`,
    )
    expect(verdict).toMatchObject({ assurance: ['IAL1.2'], deviations: [] })
  })
})

/** Text that does not compress, the same in every run. */
function noise(length: number): string {
  let seed = 42
  return Array.from({ length }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return String.fromCharCode(33 + (seed % 90))
  }).join('')
}
