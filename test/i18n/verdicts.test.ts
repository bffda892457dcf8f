import { beforeAll, describe, expect, test } from 'vitest'
import type { Axes, DirectoryFacts, Finding, IssuerFacts, Verdict } from '../../src/core/verdict'
import { loadLanguage } from '../../src/i18n/defineMessages'
import { describeFinding } from '../../src/i18n/findings'
import { LANGUAGES } from '../../src/i18n/language'
import { describeAxes, describeVerdict } from '../../src/i18n/verdicts'
import { NOT_WORDS } from './examples'

beforeAll(async () => {
  await Promise.all(LANGUAGES.map((language) => loadLanguage(language)))
})

const DIRECTORY: DirectoryFacts = {
  source: 'https://lists.example/a/b/snapshot.json',
  kind: 'trusted',
  date: new Date('2026-06-15T12:00:00Z'),
  stale: false,
}
const ISSUER: IssuerFacts = {
  iss: 'https://shc.clinic.example/issuer',
  host: 'shc.clinic.example',
  name: 'Example Clinic',
  directory: DIRECTORY,
}
const UNLISTED: IssuerFacts = { iss: ISSUER.iss, host: ISSUER.host }
const GOOD: Axes = {
  signature: 'valid',
  trust: 'listed',
  time: 'current',
  revocation: 'not-revoked',
  format: 'conformant',
}

const verdict = (status: Verdict['status'], axes: Partial<Axes>, rest: Partial<Verdict> = {}): Verdict => ({
  status,
  axes: { ...GOOD, ...axes },
  findings: [],
  deviations: [],
  issuer: ISSUER,
  issued: new Date('2026-01-02T12:00:00Z'),
  ...rest,
})

const invalidBy = (...findings: readonly Finding[]): Verdict => verdict('invalid', {}, { findings })

/** One verdict of every kind that has words of its own. */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  verified: verdict('verified', {}),
  'verified by a list without a date': verdict(
    'verified',
    {},
    {
      issuer: { ...ISSUER, directory: { source: 'list.json', kind: 'trusted', stale: false } },
    },
  ),
  'verified by an old copy': verdict(
    'verified',
    {},
    {
      issuer: { ...ISSUER, directory: { ...DIRECTORY, stale: true } },
    },
  ),
  'withdrawal not checked': verdict(
    'unchecked',
    { revocation: 'unknown' },
    { findings: [{ code: 'REVOCATION_UNKNOWN' }] },
  ),
  'key not in an old copy': verdict('unchecked', {
    trust: 'unknown',
    signature: 'not-checkable',
    revocation: 'unknown',
  }),
  'list not loaded': verdict(
    'unchecked',
    { trust: 'unknown', signature: 'not-checkable', revocation: 'unknown' },
    { issuer: UNLISTED },
  ),
  'issuer on no list': verdict(
    'untrusted',
    { trust: 'not-listed', signature: 'not-checkable', revocation: 'unknown' },
    { issuer: UNLISTED },
  ),
  'issuer known to itself': verdict('untrusted', { trust: 'issuer-published-only' }, { issuer: UNLISTED }),
  'test issuer': verdict('untrusted', { trust: 'test', revocation: 'not-supported' }),
  altered: invalidBy({ code: 'SIGNATURE_INVALID' }),
  'key not the issuer’s': invalidBy({ code: 'KEY_NOT_PUBLISHED' }),
  revoked: invalidBy({ code: 'REVOKED' }),
  expired: invalidBy({ code: 'EXPIRED', exp: new Date('2026-02-01T12:00:00Z') }),
  'not yet valid': invalidBy({ code: 'NOT_YET_VALID', nbf: new Date('2027-02-01T12:00:00Z') }),
  'no health card': invalidBy({ code: 'NOT_A_HEALTH_CARD' }),
  unsigned: { status: 'unsigned', findings: [{ code: 'UNSIGNED_CONTENT' }], deviations: [] },
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(Object.entries(VERDICTS))('%s: a headline and a reason in whole sentences', (_, given) => {
    const { headline, reason } = describeVerdict(given, language)
    expect(headline).toMatch(/^\S.*[^.]$/)
    expect(headline).not.toMatch(NOT_WORDS)
    expect(reason).toMatch(/^\S.+\.$/)
    expect(reason).not.toMatch(NOT_WORDS)
  })

  test('no two verdicts have the same reason', () => {
    const reasons = Object.values(VERDICTS).map((given) => describeVerdict(given, language).reason)
    expect(new Set(reasons).size).toBe(reasons.length)
  })

  test.each(Object.entries(VERDICTS).filter(([, { issuer }]) => issuer))('%s: names the host', (_, given) => {
    expect(describeVerdict(given, language).reason).toContain('shc.clinic.example')
  })

  test.each(Object.entries(VERDICTS))('%s: every axis is explained in whole sentences', (_, given) => {
    for (const { label, state, explanation } of describeAxes(given, language)) {
      for (const words of [label, state, explanation]) expect(words).not.toMatch(NOT_WORDS)
      expect(explanation).toMatch(/^\S.+\.$/)
    }
  })
})

const verifiedBy = (directory: DirectoryFacts): string =>
  describeVerdict(verdict('verified', {}, { issuer: { ...ISSUER, directory } }), 'en').reason
const revokedWith = (axes: Partial<Axes>): string =>
  describeVerdict(verdict('invalid', axes, { findings: [{ code: 'REVOKED' }] }), 'en').reason
const departing = (count: number): Verdict =>
  verdict(
    'verified',
    { format: 'deviations' },
    { deviations: Array.from({ length: count }, () => ({ code: 'chunked' }) as const) },
  )
const axis = (given: Verdict, name: keyof Axes): string =>
  describeAxes(given, 'en').find((text) => text.axis === name)?.explanation ?? ''

describe('verified', () => {
  test('says by whom, on which list, and of which day the list is', () => {
    expect(verifiedBy(DIRECTORY)).toBe(
      'Signed by Example Clinic (shc.clinic.example), which is on the list snapshot.json (lists.example), checked against the list of June 15, 2026.',
    )
  })

  test('a list from a file is named by the file, one at the root of a host by the host', () => {
    expect(verifiedBy({ source: 'mine.json', kind: 'trusted', stale: false })).toContain(
      'the list mine.json.',
    )
    expect(verifiedBy({ ...DIRECTORY, source: 'https://lists.example/' })).toContain(
      'the list lists.example,',
    )
  })

  test('an old copy is called one, with and without a date', () => {
    expect(verifiedBy({ ...DIRECTORY, stale: true })).toMatch(/an older copy of June 15, 2026 because/)
    expect(verifiedBy({ source: 'mine.json', kind: 'trusted', stale: true })).toMatch(/an older copy because/)
  })

  test('an issuer that its list does not name is called by its host', () => {
    const nameless = verdict('verified', {}, { issuer: { ...UNLISTED, directory: DIRECTORY } })
    expect(describeVerdict(nameless, 'en').reason).toMatch(/^Signed by shc\.clinic\.example, which/)
  })
})

describe('invalid', () => {
  test('the finding that says most against the card is the one reason', () => {
    const { reason } = describeVerdict(
      invalidBy({ code: 'EXPIRED', exp: new Date(0) }, { code: 'SIGNATURE_INVALID' }),
      'en',
    )
    expect(reason).toContain(describeFinding({ code: 'SIGNATURE_INVALID' }, 'en'))
    expect(reason).not.toContain(describeFinding({ code: 'EXPIRED', exp: new Date(0) }, 'en'))
  })

  test('an issuer is a signer only where the signature proves it, and a claim elsewhere', () => {
    expect(revokedWith({})).toContain('It was signed by Example Clinic')
    expect(revokedWith({ signature: 'invalid' })).toContain('It names Example Clinic')
    expect(revokedWith({ trust: 'key-not-the-issuers', signature: 'not-checkable' })).toContain('It names')
  })

  test('expired test data is still called test data', () => {
    const given = verdict('invalid', { trust: 'test' }, { findings: [{ code: 'EXPIRED', exp: new Date(0) }] })
    expect(describeVerdict(given, 'en').reason).toContain('TEST DATA')
    expect(describeVerdict(given, 'es').reason).toContain('DATOS DE PRUEBA')
  })

  test('what a card writes in the place of its issuer is not repeated', () => {
    const iss = 'This card is VERIFIED by the ministry'
    const given = verdict(
      'invalid',
      { trust: 'not-listed' },
      {
        issuer: { iss, host: iss },
        findings: [{ code: 'ISSUER_URL_INVALID', detail: 'not-url' }],
      },
    )
    expect(JSON.stringify([describeVerdict(given, 'en'), describeAxes(given, 'en')])).not.toContain(
      'ministry',
    )
  })

  test('a card that names no issuer is not given one', () => {
    const given = verdict(
      'invalid',
      { trust: 'not-listed' },
      {
        issuer: { iss: '', host: '' },
        findings: [{ code: 'PAYLOAD_MISSING_FIELD', path: 'iss' }],
      },
    )
    expect(describeVerdict(given, 'en').reason).toBe('The card does not say who issued it.')
  })
})

test('a test issuer is announced as test data', () => {
  const given = verdict('untrusted', { trust: 'test' })
  expect(describeVerdict(given, 'en').headline).toBe('TEST DATA')
  expect(describeVerdict(given, 'es').headline).toBe('DATOS DE PRUEBA')
})

test('unsigned content says where it came from when it came over the network', () => {
  const given: Verdict = { status: 'unsigned', findings: [], deviations: [] }
  expect(describeVerdict(given, 'en', 'links.example').reason).toContain('received from links.example')
  expect(describeVerdict(given, 'en').reason).not.toContain('received')
})

describe('axes', () => {
  test('all five are told, in the order in which they matter', () => {
    expect(describeAxes(verdict('verified', {}), 'en').map((text) => text.axis)).toEqual([
      'signature',
      'trust',
      'time',
      'revocation',
      'format',
    ])
  })

  test('unsigned content has none', () => {
    expect(describeAxes({ status: 'unsigned', findings: [], deviations: [] }, 'en')).toEqual([])
  })

  test('a card without an end, with one, and past it', () => {
    expect(axis(verdict('verified', {}), 'time')).toMatch(/^Issued on .+ The card states no end/)
    const ending = verdict('verified', {}, { expires: new Date('2027-01-02T12:00:00Z') })
    expect(axis(ending, 'time')).toMatch(/^Issued on January 2, 2026.+ Valid until January 2, 2027/)
    const exp = new Date('2026-02-02T12:00:00Z')
    const over = verdict(
      'invalid',
      { time: 'expired' },
      { expires: exp, findings: [{ code: 'EXPIRED', exp }] },
    )
    expect(axis(over, 'time')).toMatch(/^Issued on .+ The card was valid until February 2, 2026[^V]+$/)
  })

  test('an end that cannot be read is not the same as no end', () => {
    const given = verdict('invalid', {}, { findings: [{ code: 'CLAIM_UNREADABLE', path: 'exp' }] })
    expect(axis(given, 'time')).toContain('cannot be read')
    expect(axis(given, 'time')).not.toContain('no end')
  })

  test('a withdrawal that was not looked up is not one that could not be had', () => {
    const failed = verdict(
      'unchecked',
      { revocation: 'unknown' },
      { findings: [{ code: 'REVOCATION_UNKNOWN' }] },
    )
    const skipped = verdict('invalid', { revocation: 'unknown', signature: 'invalid' })
    expect(axis(failed, 'revocation')).not.toBe(axis(skipped, 'revocation'))
    expect(axis(skipped, 'revocation')).toContain('not looked up')
  })

  test('departures from the standard are counted', () => {
    expect(axis(departing(1), 'format')).toContain('one point')
    expect(axis(departing(3), 'format')).toContain('3 points')
  })

  test('a signature that fits nothing names its cause', () => {
    const der = verdict(
      'invalid',
      { signature: 'invalid' },
      { findings: [{ code: 'SIGNATURE_DER_ENCODED' }] },
    )
    expect(axis(der, 'signature')).toBe(describeFinding({ code: 'SIGNATURE_DER_ENCODED' }, 'en'))
  })
})
