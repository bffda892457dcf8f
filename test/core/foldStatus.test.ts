import { describe, expect, test } from 'vitest'
import { FINDING_SEVERITY, type Axes, type Finding, type FindingCode } from '../../src/core/verdict'
import { foldStatus } from '../../src/core/verify'

/** Each axis with everything it can be, the best first. */
const VALUES: { readonly [Axis in keyof Axes]: readonly Axes[Axis][] } = {
  signature: ['valid', 'not-checkable', 'invalid'],
  trust: ['listed', 'unknown', 'test', 'issuer-published-only', 'not-listed', 'key-not-the-issuers'],
  time: ['current', 'not-yet', 'expired'],
  revocation: ['not-revoked', 'not-supported', 'unknown', 'revoked'],
  format: ['conformant', 'deviations'],
}

const EVERY: readonly Axes[] = VALUES.signature.flatMap((signature) =>
  VALUES.trust.flatMap((trust) =>
    VALUES.time.flatMap((time) =>
      VALUES.revocation.flatMap((revocation) =>
        VALUES.format.map((format) => ({ signature, trust, time, revocation, format })),
      ),
    ),
  ),
)

describe('green needs every axis', () => {
  test('of 432 combinations exactly the four without any doubt are verified', () => {
    expect(EVERY).toHaveLength(432)
    expect(EVERY.filter((axes) => foldStatus(axes, []) === 'verified')).toEqual(
      (['not-revoked', 'not-supported'] as const).flatMap((revocation) =>
        (['conformant', 'deviations'] as const).map((format) => ({
          signature: 'valid',
          trust: 'listed',
          time: 'current',
          revocation,
          format,
        })),
      ),
    )
  })

  test('whatever speaks against a card makes it invalid, whatever speaks for it', () => {
    const bad = EVERY.filter(
      ({ signature, trust, time, revocation }) =>
        signature === 'invalid' ||
        trust === 'key-not-the-issuers' ||
        time !== 'current' ||
        revocation === 'revoked',
    )
    expect(new Set(bad.map((axes) => foldStatus(axes, [])))).toEqual(new Set(['invalid']))
    const rest = EVERY.filter((axes) => !bad.includes(axes))
    expect(rest.map((axes) => foldStatus(axes, []))).not.toContain('invalid')
  })

  test('departures from the format never move a verdict', () => {
    for (const axes of EVERY) {
      expect(foldStatus({ ...axes, format: 'conformant' }, [])).toBe(
        foldStatus({ ...axes, format: 'deviations' }, []),
      )
    }
  })

  test('what only could not be checked is unchecked, what nobody vouches for is untrusted', () => {
    const axes = { signature: 'valid', trust: 'listed', time: 'current', format: 'conformant' } as const
    expect(foldStatus({ ...axes, revocation: 'unknown' }, [])).toBe('unchecked')
    expect(foldStatus({ ...axes, trust: 'unknown', revocation: 'unknown' }, [])).toBe('unchecked')
    expect(foldStatus({ ...axes, signature: 'not-checkable', revocation: 'unknown' }, [])).toBe('unchecked')
    expect(foldStatus({ ...axes, trust: 'test', revocation: 'not-revoked' }, [])).toBe('untrusted')
    expect(foldStatus({ ...axes, trust: 'not-listed', revocation: 'unknown' }, [])).toBe('untrusted')
    expect(foldStatus({ ...axes, trust: 'issuer-published-only', revocation: 'not-revoked' }, [])).toBe(
      'untrusted',
    )
  })
})

test('a finding of severity error makes any card invalid; a clock that is wrong costs the green; no other changes anything', () => {
  for (const [code, severity] of Object.entries(FINDING_SEVERITY)) {
    const finding = { code: code as FindingCode } as Finding
    for (const axes of EVERY) {
      const without = foldStatus(axes, [])
      const unclocked = code === 'CLOCK_WRONG' && without === 'verified' ? 'unchecked' : without
      expect(foldStatus(axes, [finding])).toBe(severity === 'error' ? 'invalid' : unclocked)
    }
  }
})
