import { beforeAll, describe, expect, test } from 'vitest'
import { readCard } from '../../src/core/shc/card'
import type { LoadedDirectory } from '../../src/core/ports'
import { isAltered, type Verdict } from '../../src/core/verdict'
import { unsignedVerdict, verifyCard } from '../../src/core/verify'
import { directoryOf, listed, revoking, SOURCE, TIME, unavailable } from '../support/directories'
import {
  BUNDLE,
  forged,
  issue,
  newIssuer,
  NOW,
  NOW_SECONDS,
  withDerSignature,
  type CardOverrides,
  type TestIssuer,
} from '../support/issueCard'

let issuer: TestIssuer
let stranger: TestIssuer
beforeAll(async () => {
  issuer = await newIssuer()
  stranger = await newIssuer('https://stranger.example')
})

async function verdictOn(jws: string, ...directories: readonly LoadedDirectory[]): Promise<Verdict> {
  const card = readCard(jws)
  if (!card.ok) throw new Error(card.error.code)
  return verifyCard(card.value, { directories, now: NOW })
}

/** The verdict on a card of `issuer` under one trusted list. */
const verdictWith = async (overrides: CardOverrides, ...directories: readonly LoadedDirectory[]) =>
  verdictOn(
    await issue(issuer, overrides),
    ...(directories.length > 0 ? directories : [directoryOf([listed(issuer)])]),
  )

const codes = ({ findings }: Verdict): readonly string[] => findings.map(({ code }) => code)

describe('a genuine card', () => {
  test('of a listed issuer is verified, and tells who vouches and since when', async () => {
    expect(await verdictWith({ expiresAt: new Date('2027-01-01T00:00:00Z') })).toEqual({
      status: 'verified',
      axes: {
        signature: 'valid',
        trust: 'listed',
        time: 'current',
        revocation: 'not-supported',
        format: 'conformant',
      },
      findings: [{ code: 'VERIFIED' }, { code: 'REVOCATION_NOT_SUPPORTED' }],
      deviations: [],
      issuer: {
        iss: issuer.iss,
        host: 'issuer.example',
        name: 'Example Health',
        directory: { source: SOURCE, kind: 'trusted', stale: false, date: new Date(TIME) },
      },
      key: { kid: issuer.kid, thumbprint: issuer.kid },
      issued: new Date('2026-05-15T08:00:00Z'),
      expires: new Date('2027-01-01T00:00:00Z'),
      header: { zip: 'DEF', alg: 'ES256', kid: issuer.kid },
      claims: {
        iss: issuer.iss,
        nbf: Date.parse('2026-05-15T08:00:00Z') / 1000,
        exp: Date.parse('2027-01-01T00:00:00Z') / 1000,
        vc: {
          type: ['https://smarthealth.cards#health-card'],
          credentialSubject: { fhirVersion: '4.0.1' },
        },
      },
    })
  })

  test('whose list clears it is verified without further words', async () => {
    const directory = directoryOf([
      listed(issuer, { key: { crlVersion: 1 }, crls: [revoking(issuer, ['x'])] }),
    ])
    const verdict = await verdictWith({ rid: 'abc' }, directory)
    expect(verdict).toMatchObject({ status: 'verified', axes: { revocation: 'not-revoked' } })
    expect(codes(verdict)).toEqual(['VERIFIED'])
  })

  test('is verified whatever its bundle’s type or addresses (C-44, C-45, B-01)', async () => {
    for (const type of ['document', 'collection', 'batch', 'searchset', undefined]) {
      const bundle = {
        ...BUNDLE,
        type,
        entry: [{ fullUrl: 'urn:uuid:1', resource: BUNDLE.entry[0]?.resource }],
      }
      expect((await verdictWith({ bundle })).status).toBe('verified')
    }
  })

  test('with small departures is verified, and the departures are listed (T09)', async () => {
    const verdict = await verdictWith({
      packing: 'zlib',
      vc: { rid: 'a.b' },
      bundle: { ...BUNDLE, type: 'batch' },
    })
    expect(verdict).toMatchObject({ status: 'verified', axes: { format: 'deviations' } })
    expect(verdict.deviations).toEqual([
      { code: 'payload-zlib-wrapped', value: 'zlib' },
      { code: 'rid-malformed' },
      { code: 'bundle-not-collection', value: 'batch' },
    ])
    expect(codes(verdict)).toContain('CARD_NONCONFORMANT')
  })

  test('of another FHIR version is verified and said to be shown in general only (C-43)', async () => {
    const verdict = await verdictWith({ subject: { fhirVersion: '1.0.2' } })
    expect(verdict.status).toBe('verified')
    expect(verdict.findings).toContainEqual({ code: 'FHIR_VERSION_UNSUPPORTED', version: '1.0.2' })
  })
})

describe('forged, unknown, withdrawn and offline are four different things (C-28, B-04, B-05)', () => {
  test('altered content is invalid', async () => {
    const jws = forged(await issue(issuer), (claims) => ({ ...claims, nbf: 1_700_000_000 }))
    const verdict = await verdictOn(jws, directoryOf([listed(issuer)]))
    expect(verdict).toMatchObject({ status: 'invalid', axes: { signature: 'invalid', trust: 'listed' } })
    expect(codes(verdict)).toContain('SIGNATURE_INVALID')
    expect(isAltered(verdict)).toBe(true)
  })

  test('an issuer on no list is untrusted, whatever its signature', async () => {
    const verdict = await verdictOn(await issue(stranger), directoryOf([listed(issuer)]))
    expect(verdict).toMatchObject({
      status: 'untrusted',
      axes: { signature: 'not-checkable', trust: 'not-listed' },
      issuer: { iss: 'https://stranger.example', host: 'stranger.example' },
    })
    expect(verdict.findings).toEqual([{ code: 'ISSUER_NOT_LISTED', host: 'stranger.example' }])
    expect(isAltered(verdict)).toBe(false)
  })

  test('a key that its issuer does not publish is invalid', async () => {
    const newKey = await newIssuer()
    const verdict = await verdictOn(await issue(issuer), directoryOf([listed(newKey)]))
    expect(verdict).toMatchObject({ status: 'invalid', axes: { trust: 'key-not-the-issuers' } })
    expect(codes(verdict)).toEqual(['KEY_NOT_PUBLISHED'])
    expect(isAltered(verdict)).toBe(true)
  })

  test('an unreachable directory leaves a genuine card unchecked, never invalid (B-04)', async () => {
    const verdict = await verdictWith({}, unavailable())
    expect(verdict).toMatchObject({ status: 'unchecked', axes: { trust: 'unknown' } })
    expect(verdict.findings).toEqual([
      { code: 'ISSUER_KEYS_UNREACHABLE' },
      { code: 'DIRECTORY_UNAVAILABLE', host: 'directory.example' },
    ])
  })

  test('an unreachable directory does not matter when another one vouches', async () => {
    const verdict = await verdictWith({}, unavailable(), directoryOf([listed(issuer)]))
    expect(verdict.status).toBe('verified')
    expect(codes(verdict)).toEqual(['VERIFIED', 'REVOCATION_NOT_SUPPORTED'])
  })

  test('a key missing from a list while another list cannot be had leaves the card unchecked', async () => {
    const newKey = await newIssuer()
    expect((await verdictWith({}, directoryOf([listed(newKey)]), unavailable())).status).toBe('unchecked')
  })

  test('without any directory nobody is trusted', async () => {
    const verdict = await verdictOn(await issue(issuer))
    expect(verdict).toMatchObject({ status: 'untrusted', axes: { trust: 'not-listed' } })
  })
})

describe('a stale directory (C-28, C-66)', () => {
  test('vouches as of its date, which is told', async () => {
    const verdict = await verdictWith({}, directoryOf([listed(issuer)], { stale: true }))
    expect(verdict.status).toBe('verified')
    expect(verdict.findings).toContainEqual({
      code: 'DIRECTORY_STALE',
      host: 'directory.example',
      date: new Date(TIME),
      age: 0,
    })
    expect(verdict.issuer?.directory?.stale).toBe(true)
  })

  test('that is not the one that vouches is not mentioned', async () => {
    const verdict = await verdictWith({}, directoryOf([], { stale: true }), directoryOf([listed(issuer)]))
    expect(codes(verdict)).toEqual(['VERIFIED', 'REVOCATION_NOT_SUPPORTED'])
  })

  test('that knows the issuer without this key cannot tell withdrawn from new', async () => {
    const newKey = await newIssuer()
    const verdict = await verdictWith({}, directoryOf([listed(newKey)], { stale: true }))
    expect(verdict).toMatchObject({ status: 'unchecked', axes: { trust: 'unknown' } })
  })

  test('does not vouch for a key that a fresh one no longer lists', async () => {
    const newKey = await newIssuer()
    const stale = directoryOf([listed(issuer)], { stale: true })
    const verdict = await verdictWith({}, stale, directoryOf([listed(newKey)]))
    expect(verdict).toMatchObject({
      status: 'invalid',
      axes: { signature: 'valid', trust: 'key-not-the-issuers' },
    })
  })

  test('still proves that a card was withdrawn', async () => {
    const directory = directoryOf(
      [listed(issuer, { key: { crlVersion: 9 }, crls: [revoking(issuer, ['abc'])] })],
      { stale: true },
    )
    expect((await verdictWith({ rid: 'abc' }, directory)).status).toBe('invalid')
  })
})

describe('test data never looks real (C-71, T02, B-52)', () => {
  test('an issuer on a test list is untrusted and said to be a test', async () => {
    const verdict = await verdictWith({}, directoryOf([listed(issuer)], { kind: 'test' }))
    expect(verdict).toMatchObject({ status: 'untrusted', axes: { signature: 'valid', trust: 'test' } })
    expect(codes(verdict)).toContain('ISSUER_TEST')
    expect(codes(verdict)).not.toContain('VERIFIED')
  })

  test('also when a trusted list lists the same key, in whatever order', async () => {
    const trusted = directoryOf([listed(issuer)])
    const testList = directoryOf([listed(issuer)], { kind: 'test' })
    for (const directories of [
      [trusted, testList],
      [testList, trusted],
    ]) {
      expect((await verdictWith({}, ...directories)).axes?.trust).toBe('test')
    }
  })

  test('a key whose private half is public is a test key, also in a trusted directory', async () => {
    const kid = '3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s'
    const directory = directoryOf([listed(issuer, { key: { kid } })])
    const verdict = await verdictWith({ header: { kid } }, directory)
    expect(verdict).toMatchObject({ status: 'untrusted', axes: { trust: 'test' } })
  })

  test('a card that says it is from a test issuer, with a key that is not the test issuer’s, is invalid', async () => {
    const other = await newIssuer()
    const verdict = await verdictWith({}, directoryOf([listed(other)], { kind: 'test' }))
    expect(verdict).toMatchObject({ status: 'invalid', axes: { trust: 'key-not-the-issuers' } })
  })

  test('a test list that cannot be had does not put every card in doubt', async () => {
    const missing = unavailable({ kind: 'test' })
    expect((await verdictWith({}, missing, directoryOf([listed(issuer)]))).status).toBe('verified')
    expect((await verdictOn(await issue(stranger), missing)).status).toBe('untrusted')
  })

  test('an altered test card is invalid, not merely untrusted', async () => {
    const jws = forged(await issue(issuer), (claims) => ({ ...claims, nbf: 1_700_000_000 }))
    expect((await verdictOn(jws, directoryOf([listed(issuer)], { kind: 'test' }))).status).toBe('invalid')
  })
})

describe('a key counts only for its own issuer (C-24, T06)', () => {
  test('one listed issuer cannot sign for another', async () => {
    const directory = directoryOf([listed(issuer), listed(stranger)])
    const jws = await issue(stranger, { iss: issuer.iss })
    expect(await verdictOn(jws, directory)).toMatchObject({
      status: 'invalid',
      axes: { trust: 'key-not-the-issuers' },
    })
  })

  test('nor by borrowing the other’s kid', async () => {
    const jws = await issue(stranger, { iss: issuer.iss, header: { kid: issuer.kid } })
    expect(await verdictOn(jws, directoryOf([listed(issuer), listed(stranger)]))).toMatchObject({
      status: 'invalid',
      axes: { signature: 'invalid' },
    })
  })

  test('an address that differs by a slash or by case is another issuer', async () => {
    const slash = await verdictWith({ iss: `${issuer.iss}/` })
    expect(slash).toMatchObject({ status: 'invalid', axes: { trust: 'not-listed' } })
    expect(slash.findings).toContainEqual({ code: 'ISSUER_URL_INVALID', detail: 'trailing-slash' })
    expect(slash.deviations).toContainEqual({ code: 'issuer-trailing-slash', value: `${issuer.iss}/` })
    expect((await verdictWith({ iss: issuer.iss.toUpperCase() })).status).toBe('untrusted')
  })

  test('an address that is not https is invalid even on a list', async () => {
    const insecure = { ...issuer, iss: 'http://issuer.example/shc' }
    const verdict = await verdictOn(await issue(insecure), directoryOf([listed(insecure)]))
    expect(verdict.status).toBe('invalid')
    expect(verdict.findings).toContainEqual({ code: 'ISSUER_URL_INVALID', detail: 'http' })
  })
})

describe('the header cannot talk the check into anything (C-20, C-22, T05)', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['alg none', { alg: 'none' }, 'alg'],
    ['alg HS256', { alg: 'HS256' }, 'alg'],
    ['alg in a list', { alg: ['ES256'] }, 'alg'],
    ['alg in lower case', { alg: 'es256' }, 'alg'],
    ['no alg', { alg: undefined }, 'alg'],
    ['no kid', { kid: undefined }, 'kid'],
    ['kid in a list', { kid: ['k'] }, 'kid'],
    ['kid empty', { kid: '' }, 'kid'],
    ['kid a number', { kid: 1 }, 'kid'],
    ['kid with a path', { kid: '../../x' }, 'kid'],
    ['crit', { crit: ['exp'], exp: 1 }, 'crit'],
    ['crit empty', { crit: [] }, 'crit'],
    ['crit null', { crit: null }, 'crit'],
    ['unencoded payload', { b64: false }, 'crit'],
    ['b64 true', { b64: true }, 'crit'],
  ])('%s', async (_, header, detail) => {
    const verdict = await verdictWith({ header })
    expect(verdict.status).toBe('invalid')
    expect(verdict.findings).toContainEqual({ code: 'JWS_HEADER_INVALID', detail })
  })

  test('a key that the card brings along is not looked at', async () => {
    const { published } = stranger
    const jws = await issue(stranger, {
      iss: issuer.iss,
      header: { jwk: published, jku: 'https://stranger.example/jwks.json', x5u: 'https://x', x5c: ['AAAA'] },
    })
    expect((await verdictOn(jws, directoryOf([listed(issuer)]))).status).toBe('invalid')
  })

  test('nor may a listed key with an empty or array kid match a card without one', async () => {
    for (const kid of ['', undefined, null, ['']]) {
      const directory = directoryOf([listed(issuer, { key: { kid } })])
      expect((await verdictWith({ header: { kid } }, directory)).status).toBe('invalid')
    }
  })

  test('a kid that is not the key’s thumbprint is told, and matters no more (C-22)', async () => {
    const directory = directoryOf([listed(issuer, { key: { kid: 'key-1' } })])
    const verdict = await verdictWith({ header: { kid: 'key-1' } }, directory)
    expect(verdict.status).toBe('verified')
    expect(codes(verdict)).toContain('KEY_MISMATCH_THUMBPRINT')
    expect(verdict.deviations).toEqual([{ code: 'kid-not-thumbprint', value: 'key-1' }])
  })

  test('an unsuitable key makes a card invalid, with the reason', async () => {
    const verdict = await verdictWith({}, directoryOf([listed(issuer, { key: { use: 'enc' } })]))
    expect(verdict).toMatchObject({ status: 'invalid', axes: { signature: 'not-checkable' } })
    expect(verdict.findings).toContainEqual({ code: 'KEY_UNSUITABLE', detail: 'use' })
  })

  test('a signature in DER is an issuer’s mistake, named and not accepted (C-23)', async () => {
    const verdict = await verdictOn(withDerSignature(await issue(issuer)), directoryOf([listed(issuer)]))
    expect(verdict.status).toBe('invalid')
    expect(codes(verdict)).toContain('SIGNATURE_DER_ENCODED')
  })
})

describe('time decides, whatever else is in order (B-01, B-02)', () => {
  test.each<[string, CardOverrides, string]>([
    ['expired', { expiresAt: new Date(NOW.getTime() - 1000) }, 'EXPIRED'],
    ['expired in milliseconds', { claims: { exp: NOW.getTime() - 1000 } }, 'EXPIRED'],
    ['an expiry that cannot be read', { claims: { exp: 'never' } }, 'CLAIM_UNREADABLE'],
    ['issued tomorrow', { issuedAt: new Date(NOW.getTime() + 86_400_000) }, 'NOT_YET_VALID'],
    ['issued in milliseconds', { claims: { nbf: NOW.getTime() - 1000 } }, 'NBF_IN_MILLISECONDS'],
    ['no issue date', { claims: { nbf: undefined } }, 'PAYLOAD_MISSING_FIELD'],
    ['no issuer', { claims: { iss: undefined } }, 'PAYLOAD_MISSING_FIELD'],
    ['no health card', { vc: { type: ['VerifiableCredential'] } }, 'NOT_A_HEALTH_CARD'],
    ['no bundle inside', { bundle: { resourceType: 'Patient' } }, 'BUNDLE_INVALID'],
    [
      'an empty bundle',
      { bundle: { resourceType: 'Bundle', type: 'collection', entry: [] } },
      'BUNDLE_EMPTY',
    ],
  ])('%s is invalid', async (_, overrides, code) => {
    const verdict = await verdictWith(overrides)
    expect(verdict.status).toBe('invalid')
    expect(codes(verdict)).toContain(code)
    expect(codes(verdict)).not.toContain('VERIFIED')
  })

  test('also with departures that are otherwise forgiven (B-01, C-75)', async () => {
    const verdict = await verdictWith({
      expiresAt: new Date(NOW.getTime() - 1000),
      bundle: { ...BUNDLE, type: 'document' },
      packing: 'zlib',
    })
    expect(verdict.status).toBe('invalid')
  })

  test('an expiry in milliseconds in the future is a departure only', async () => {
    const verdict = await verdictWith({ claims: { exp: (NOW_SECONDS + 86_400) * 1000 } })
    expect(verdict.status).toBe('verified')
    expect(codes(verdict)).toContain('EXP_IN_MILLISECONDS')
  })

  test('expired content is not altered content: it may be shown to whoever insists', async () => {
    expect(isAltered(await verdictWith({ claims: { exp: 1 } }))).toBe(false)
  })
})

const under = (crlVersion: unknown, ...crls: readonly unknown[]) =>
  directoryOf([listed(issuer, { key: { crlVersion }, crls })])

describe('withdrawn cards (C-60 to C-63)', () => {
  test('are invalid, also with departures that are otherwise forgiven (B-01, T09)', async () => {
    const verdict = await verdictWith(
      { rid: 'abc', bundle: { ...BUNDLE, type: 'document' } },
      under(1, revoking(issuer, ['abc'])),
    )
    expect(verdict).toMatchObject({ status: 'invalid', axes: { signature: 'valid', revocation: 'revoked' } })
    expect(codes(verdict)).toContain('REVOKED')
  })

  test('are invalid when the list that knows is beside the one that vouches', async () => {
    const vouching = directoryOf([listed(issuer)])
    const knowing = directoryOf([{ issuer: { iss: issuer.iss }, crls: [revoking(issuer, ['abc'])] }])
    for (const directories of [
      [vouching, knowing],
      [knowing, vouching],
    ]) {
      expect((await verdictWith({ rid: 'abc' }, ...directories)).status).toBe('invalid')
    }
  })

  test('are not cleared by a list that another directory knows to be old', async () => {
    const old = under(1, revoking(issuer, []))
    const newer = directoryOf([listed(issuer, { key: { crlVersion: 2 } })])
    expect(await verdictWith({ rid: 'abc' }, old, newer)).toMatchObject({
      status: 'unchecked',
      axes: { revocation: 'unknown' },
    })
  })

  test('cannot be told from others without the list: unchecked, not verified (C-60)', async () => {
    const verdict = await verdictWith({ rid: 'abc' }, under(1))
    expect(verdict).toMatchObject({ status: 'unchecked', axes: { revocation: 'unknown' } })
    expect(codes(verdict)).toContain('REVOCATION_UNKNOWN')
    expect(codes(verdict)).not.toContain('VERIFIED')
  })

  test('one sloppy entry of a list does not take the issuer off its directory (C-63)', async () => {
    const sloppy = revoking(issuer, ['x', 'x', 'y'.repeat(99), null, 7], { ctr: '1', extra: true })
    expect((await verdictWith({ rid: 'abc' }, under('1', sloppy))).status).toBe('verified')
  })

  test('a number in the wrong place is looked up all the same (C-62)', async () => {
    const directory = under(1, revoking(issuer, ['abc']))
    expect((await verdictWith({ claims: { rid: 'abc' } }, directory)).status).toBe('invalid')
    expect((await verdictWith({ vc: { rid: { value: 'abc' } } }, directory)).status).toBe('unchecked')
  })

  test('of an issuer that nobody vouches for are not called withdrawn or unknown', async () => {
    const verdict = await verdictOn(
      await issue(stranger, { rid: 'abc' }),
      under(1, revoking(issuer, ['abc'])),
    )
    expect(codes(verdict)).toEqual(['ISSUER_NOT_LISTED'])
  })
})

const withTypes = (...types: readonly string[]) => ({
  bundle: {
    resourceType: 'Bundle',
    type: 'collection',
    entry: types.map((resourceType) => ({ resource: { resourceType } })),
  },
})

describe('who the card is about (C-49)', () => {
  test('several patients are pointed out, which says nothing against the signature', async () => {
    const verdict = await verdictWith(withTypes('Patient', 'Patient', 'Immunization'))
    expect(verdict.status).toBe('verified')
    expect(codes(verdict)).toContain('MULTIPLE_PATIENTS')
  })

  test('a subscriber and a beneficiary on one insurance card are rightly two', async () => {
    expect(codes(await verdictWith(withTypes('Patient', 'Patient', 'Coverage')))).not.toContain(
      'MULTIPLE_PATIENTS',
    )
  })
})

describe('plain FHIR (L-81)', () => {
  test('is unsigned and has no axes: there is nothing to check', () => {
    expect(unsignedVerdict(BUNDLE)).toEqual({
      status: 'unsigned',
      findings: [{ code: 'UNSIGNED_CONTENT' }],
      deviations: [],
    })
  })

  test.each<[string, unknown, readonly string[]]>([
    ['no entries', undefined, ['UNSIGNED_CONTENT', 'BUNDLE_EMPTY']],
    ['entries of the wrong shape', 'text', ['UNSIGNED_CONTENT', 'BUNDLE_EMPTY']],
    ['one entry that is not in a list', { resource: { resourceType: 'Patient' } }, ['UNSIGNED_CONTENT']],
    ['null among its entries', [null, 1, { resource: null }], ['UNSIGNED_CONTENT']],
  ])('with %s', (_, entry, expected) => {
    expect(codes(unsignedVerdict(JSON.parse(JSON.stringify({ resourceType: 'Bundle', entry }))))).toEqual(
      expected,
    )
  })
})

test('what is shown of the claims is everything but the bundle, and the card itself stays whole', async () => {
  const card = readCard(await issue(issuer))
  const { claims } = card.ok ? card.value : { claims: {} }
  const verdict = await verdictWith({})
  expect(JSON.stringify(verdict.claims)).not.toContain('Arroyo')
  expect(JSON.stringify(claims)).toContain('Arroyo')
})
