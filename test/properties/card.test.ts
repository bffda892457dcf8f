// A property says what holds of each outcome, and `always` fails a test by itself.
/* oxlint-disable vitest/no-conditional-expect, vitest/expect-expect, unicorn/consistent-function-scoping */
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { base64urlFromBytes, bytesFromBase64url } from '../../src/core/encoding'
import { SEVERITY } from '../../src/core/errors'
import { MAXIMUM_PAYLOAD_BYTES, readCard } from '../../src/core/shc/card'
import { readClaims } from '../../src/core/shc/claims'
import { readDirectory, readRevocationList } from '../../src/core/shc/directory'
import { revocationState, type RevocationState } from '../../src/core/shc/revocation'
import {
  FINDING_SEVERITY,
  type Axes,
  type BundleStatus,
  type Finding,
  type FindingCode,
} from '../../src/core/verdict'
import { foldStatus, verifyCard } from '../../src/core/verify'
import { directoryOf, listed, revoking } from '../support/directories'
import { issue, newIssuer, NOW, NOW_SECONDS, type TestIssuer } from '../support/issueCard'
import { always, alwaysAsync, anyJson, anyText, damaged } from '../support/property'

let issuer: TestIssuer
let jws = ''
beforeAll(async () => {
  issuer = await newIssuer()
  jws = await issue(issuer, { rid: 'a-card' })
})

const isKnown = (code: string): boolean => Object.hasOwn(SEVERITY, code)
const encoded = (text: string): string => base64urlFromBytes(new TextEncoder().encode(text))

describe('a card is unpacked or refused with a code', () => {
  const unpacks = (text: string): void => {
    const card = readCard(text)
    if (!card.ok) return expect(isKnown(card.error.code)).toBe(true)
    expect(card.value.payloadText.length).toBeLessThanOrEqual(MAXIMUM_PAYLOAD_BYTES)
    expect(card.value.bundle).toBeTypeOf('object')
  }

  test('when it came to harm', () => always(damaged([jws]), unpacks, 800))

  test('when its parts hold anything at all', () => {
    const part = fc.oneof(
      anyJson(['alg', 'ES256', 'zip', 'DEF', 'kid', 'vc', 'credentialSubject', 'fhirBundle']).map((value) =>
        encoded(JSON.stringify(value) ?? ''),
      ),
      fc.uint8Array({ maxLength: 60 }).map(base64urlFromBytes),
      anyText,
    )
    always(fc.tuple(part, part, part), (parts) => unpacks(parts.join('.')), 800)
  })
})

describe('green cannot be forged', () => {
  /** A base64url text leaves bits over, which nothing decodes. */
  const bytesOf = (text: string): readonly number[] => [...(bytesFromBase64url(text) ?? [])]

  test('a card is verified only while what was signed stands as it was signed', async () => {
    const directories = [directoryOf([listed(issuer, { crls: [revoking(issuer, ['other'])] })])]
    await alwaysAsync(
      damaged([jws]),
      async (text) => {
        const card = readCard(text)
        if (!card.ok) return
        const { status } = await verifyCard(card.value, { directories, now: NOW })
        if (status !== 'verified') return
        const at = card.value.jws.lastIndexOf('.')
        const original = jws.lastIndexOf('.')
        expect(card.value.jws.slice(0, at)).toBe(jws.slice(0, original))
        expect(bytesOf(card.value.jws.slice(at + 1))).toEqual(bytesOf(jws.slice(original + 1)))
      },
      400,
    )
  })

  test('whatever the header says', async () => {
    const directories = [directoryOf([listed(issuer)])]
    const odd = fc.dictionary(
      fc.constantFrom('alg', 'kid', 'crit', 'b64', 'zip', 'typ', 'jwk', 'jku', 'x5c'),
      anyJson(['ES256', 'none', 'HS256', 'DEF', 'b64']),
      { minKeys: 1, maxKeys: 3 },
    )
    await alwaysAsync(odd, async (header) => {
      const card = readCard(await issue(issuer, { header }))
      if (!card.ok) return
      const { status, axes } = await verifyCard(card.value, { directories, now: NOW })
      const { alg, kid, crit, b64 } = card.value.header
      const asSigned = alg === 'ES256' && kid === issuer.kid && crit === undefined && b64 === undefined
      expect(status === 'verified').toBe(asSigned)
      expect(axes?.signature === 'valid').toBe(asSigned)
    })
  })

  test('whatever key a list has under the right name', async () => {
    const key = anyJson(['kty', 'EC', 'crv', 'P-256', 'x', 'y', 'use', 'sig', 'alg', 'ES256', 'd'], 2)
    await alwaysAsync(key, async (odd) => {
      const published = { ...(typeof odd === 'object' ? odd : {}), kid: issuer.kid }
      const entry = { issuer: { iss: issuer.iss }, keys: [published, odd] }
      const card = readCard(jws)
      if (!card.ok) throw new Error(card.error.code)
      const { status } = await verifyCard(card.value, { directories: [directoryOf([entry])], now: NOW })
      expect(status).not.toBe('verified')
    })
  })
})

describe('claims', () => {
  const claim = fc.oneof(
    anyJson(['rid', 'type', 'credentialSubject', 'fhirVersion', '4.0.1'], 3),
    fc.double(),
    fc.integer({ min: -1e12, max: 1e15 }),
    fc.constantFrom(NOW_SECONDS, NOW_SECONDS * 1000, 8.64e15, -8.64e15, 8.64e12),
  )
  const claims = fc.dictionary(fc.constantFrom('iss', 'nbf', 'exp', 'iat', 'rid', 'vc', 'sub'), claim)

  test('of any shape give real dates, text and a time, or a finding', () => {
    always(
      claims,
      (payload) => {
        const read = readClaims(payload, NOW)
        for (const date of [read.issued, read.expires]) {
          expect(date === undefined || !Number.isNaN(date.getTime())).toBe(true)
        }
        for (const finding of read.findings) expect(FINDING_SEVERITY).toHaveProperty(finding.code)
        expect(read.rid === undefined || typeof read.rid === 'string').toBe(true)
        expect(read.iss).toBe(typeof payload['iss'] === 'string' ? payload['iss'] : '')
      },
      800,
    )
  })

  test('that cannot be read count against the card', () => {
    const unreadable = claim.filter((value) => typeof value !== 'number' || Math.abs(value) > 8.64e15)
    always(fc.tuple(fc.constantFrom('nbf', 'exp'), unreadable), ([name, value]) => {
      if (value === undefined) return
      const { findings } = readClaims({ iss: 'https://a.example', nbf: NOW_SECONDS, [name]: value }, NOW)
      expect(findings.some(({ code }) => FINDING_SEVERITY[code] === 'error')).toBe(true)
    })
  })

  test('say expired exactly from the second after exp', () => {
    const seconds = fc.integer({ min: -100_000, max: 100_000 })
    always(seconds, (offset) => {
      const { time } = readClaims({ nbf: 0, exp: NOW_SECONDS + offset }, NOW)
      expect(time).toBe(offset < 0 ? 'expired' : 'current')
    })
  })
})

describe('a directory', () => {
  const json = anyJson(
    ['issuerInfo', 'issuer', 'iss', 'name', 'keys', 'kid', 'crls', 'rids', 'method', 'rid', 'ctr', 'time'],
    5,
  )

  test('of any shape is read as one or refused, entry by entry', () => {
    always(
      fc.oneof(
        json,
        fc.array(json, { maxLength: 4 }).map((issuerInfo) => ({ issuerInfo })),
      ),
      (value) => {
        const directory = readDirectory(value)
        for (const [iss, entry] of directory?.issuers ?? []) {
          expect([typeof iss, entry.iss]).toEqual(['string', iss])
          for (const key of entry.keys) expect(typeof key === 'object' && !Array.isArray(key)).toBe(true)
          for (const { kid, rids, counter } of entry.revocationLists) {
            expect([typeof kid, typeof counter, Number.isFinite(counter)]).toEqual(['string', 'number', true])
            expect(rids.every((rid) => typeof rid === 'string')).toBe(true)
          }
        }
      },
      800,
    )
  })

  test('is not changed for one issuer by whatever stands beside it', () => {
    const beside = fc.array(json, { maxLength: 3 })
    always(fc.tuple(beside, beside), ([before, after]) => {
      const good = listed(issuer, { crls: [revoking(issuer, ['a', 'b.12'])] })
      const alone = readDirectory({ issuerInfo: [good] })
      const among = readDirectory({ issuerInfo: [...before, good, ...after] })
      expect(among?.issuers.get(issuer.iss)).toEqual(alone?.issuers.get(issuer.iss))
    })
  })
})

describe('revocation', () => {
  const rid = fc.constantFrom('a', 'b', 'a.5', 'a.5.5', 'ab', '')
  const entry = fc.oneof(
    rid,
    fc
      .tuple(rid, fc.oneof(fc.nat(10), fc.constantFrom('x', '5.5', '', '-1')))
      .map((parts) => parts.join('.')),
  )
  const list = fc.record({
    kid: fc.constantFrom('key', 'another'),
    method: fc.constantFrom('rid', 'another'),
    ctr: fc.oneof(fc.nat(3), fc.constantFrom('2', null, 'x')),
    rids: fc.oneof(fc.array(entry, { maxLength: 4 }), fc.constant('a')),
  })
  const read = (lists: readonly unknown[]) => lists.flatMap((json) => readRevocationList(json) ?? [])
  const question = fc.record({
    rid: fc.option(rid, { nil: undefined }),
    ridUnreadable: fc.boolean(),
    nbf: fc.option(fc.nat(10), { nil: undefined }),
    crlVersion: fc.option(fc.oneof(fc.nat(3), fc.constantFrom('2', 'x', null)), { nil: undefined }),
    lists: fc.array(list, { maxLength: 3 }),
    more: list,
  })
  const stateOf = (
    { rid: id, ridUnreadable, nbf, crlVersion }: Pick<Asked, 'rid' | 'ridUnreadable' | 'nbf' | 'crlVersion'>,
    lists: readonly unknown[],
  ): RevocationState =>
    revocationState({
      ...(id !== undefined && { rid: id }),
      ...(nbf !== undefined && { nbf }),
      ridUnreadable,
      kid: 'key',
      keys: [{ kid: 'key', ...(crlVersion !== undefined && { crlVersion }) }],
      lists: read(lists),
    })
  type Asked = typeof question extends fc.Arbitrary<infer Question> ? Question : never

  test('is never taken back by one more list', () => {
    always(
      question,
      ({ lists, more, ...asked }) => {
        if (stateOf(asked, lists) === 'revoked') expect(stateOf(asked, [...lists, more])).toBe('revoked')
      },
      2000,
    )
  })

  test('is decided by an evaluable list of the key that names the card, and by nothing else', () => {
    always(
      question,
      ({ lists, ...asked }) => {
        const { rid: id, nbf } = asked
        const names = (written: string): boolean => {
          if (written === id) return true
          const time = id !== undefined && written.startsWith(`${id}.`) ? written.slice(id.length + 1) : ''
          return /^\d+(\.\d+)?$/.test(time) && (nbf === undefined || nbf < Number(time))
        }
        const expected = lists.some(
          ({ kid, method, rids }) =>
            id !== undefined && kid === 'key' && method === 'rid' && Array.isArray(rids) && rids.some(names),
        )
        expect(stateOf(asked, lists) === 'revoked').toBe(expected)
      },
      2000,
    )
  })
})

/** What each axis can be, with how bad it is. */
const RANKS: { readonly [Axis in keyof Axes]: Readonly<Record<Axes[Axis], number>> } = {
  signature: { valid: 0, 'not-checkable': 1, invalid: 2 },
  trust: {
    listed: 0,
    unknown: 1,
    test: 2,
    'issuer-published-only': 2,
    'not-listed': 2,
    'key-not-the-issuers': 3,
  },
  time: { current: 0, 'not-yet': 1, expired: 1 },
  revocation: { 'not-revoked': 0, 'not-supported': 0, unknown: 1, revoked: 2 },
  format: { conformant: 0, deviations: 0 },
}
const STATUS_RANK: Readonly<Record<BundleStatus, number>> = {
  verified: 0,
  unchecked: 1,
  untrusted: 2,
  unsigned: 2,
  invalid: 3,
}

describe('the status of a card', () => {
  const valuesOf = <Axis extends keyof Axes>(axis: Axis): fc.Arbitrary<Axes[Axis]> =>
    fc.constantFrom(...(Object.keys(RANKS[axis]) as Axes[Axis][]))
  const axes: fc.Arbitrary<Axes> = fc.record({
    signature: valuesOf('signature'),
    trust: valuesOf('trust'),
    time: valuesOf('time'),
    revocation: valuesOf('revocation'),
    format: valuesOf('format'),
  })
  const finding = fc
    .constantFrom(...(Object.keys(FINDING_SEVERITY) as FindingCode[]))
    .map((code) => ({ code }) as Finding)
  const findings = fc.array(finding, { maxLength: 4 })
  const isWorse = (worse: Axes, better: Axes): boolean =>
    (Object.keys(RANKS) as (keyof Axes)[]).every((axis) => {
      const ranks: Readonly<Record<string, number>> = RANKS[axis]
      return (ranks[worse[axis]] ?? 0) >= (ranks[better[axis]] ?? 0)
    })

  test('never gets better when an axis gets worse or a finding is added', () => {
    always(
      fc.tuple(axes, axes, findings, findings),
      ([one, another, found, more]) => {
        const before = STATUS_RANK[foldStatus(one, found)]
        expect(STATUS_RANK[foldStatus(one, [...found, ...more])]).toBeGreaterThanOrEqual(before)
        if (!isWorse(another, one)) return
        expect(STATUS_RANK[foldStatus(another, found)]).toBeGreaterThanOrEqual(before)
      },
      4000,
    )
  })

  test('is verified exactly when every axis and every finding allows it', () => {
    always(
      fc.tuple(axes, findings),
      ([one, found]) => {
        const spotless = (Object.keys(RANKS) as (keyof Axes)[]).every((axis) => {
          const ranks: Readonly<Record<string, number>> = RANKS[axis]
          return ranks[one[axis]] === 0
        })
        const noFault = found.every(
          ({ code }) => FINDING_SEVERITY[code] !== 'error' && code !== 'CLOCK_WRONG',
        )
        expect(foldStatus(one, found) === 'verified').toBe(spotless && noFault)
      },
      2000,
    )
  })
})
