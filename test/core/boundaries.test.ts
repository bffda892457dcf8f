import { describe, expect, test } from 'vitest'
import { checkUrl, PUBLIC_HTTPS_ONLY } from '../../src/core/checkUrl'
import { readClaims } from '../../src/core/shc/claims'
import { revocationState } from '../../src/core/shc/revocation'
import { NOW, NOW_SECONDS } from '../support/issueCard'

// Found by mutation testing: changes to the code that no other test noticed.

const claims = (payload: Readonly<Record<string, unknown>>) =>
  readClaims({ iss: 'https://issuer.example', ...payload }, NOW)
const codesOf = (payload: Readonly<Record<string, unknown>>): readonly string[] =>
  claims(payload).findings.map(({ code }) => code)

describe('claims at the edge', () => {
  test('iat beside nbf is nobody’s concern', () => {
    const read = claims({ nbf: NOW_SECONDS - 10, iat: NOW_SECONDS - 99_999 })
    expect(read.nbf).toBe(NOW_SECONDS - 10)
    expect(read.deviations).not.toContain('legacy-iat')
  })

  test('the largest number of seconds is still seconds', () => {
    expect(codesOf({ nbf: 1e11 })).not.toContain('NBF_IN_MILLISECONDS')
    expect(codesOf({ nbf: 0, exp: 1e11 })).not.toContain('EXP_IN_MILLISECONDS')
    expect(codesOf({ nbf: 1e11 + 1 })).toContain('NBF_IN_MILLISECONDS')
    expect(codesOf({ nbf: 0, exp: 1e11 + 1 })).toContain('EXP_IN_MILLISECONDS')
  })

  test('a card is current in the very second of exp, and when its clock is five minutes ahead', () => {
    expect(claims({ nbf: 0, exp: NOW_SECONDS }).time).toBe('current')
    expect(claims({ nbf: NOW_SECONDS + 300 }).time).toBe('current')
    expect(claims({ nbf: NOW_SECONDS + 301 }).time).toBe('not-yet')
  })

  test('a version that merely ends like 4.0 is another one', () => {
    const vc = { credentialSubject: { fhirVersion: '14.0.1' } }
    expect(codesOf({ nbf: 0, vc })).toContain('FHIR_VERSION_UNSUPPORTED')
  })
})

const state = (rids: readonly string[], nbf?: number) =>
  revocationState({
    rid: 'aaaaa',
    ridUnreadable: false,
    ...(nbf !== undefined && { nbf }),
    kid: 'key',
    keys: [{ kid: 'key', crlVersion: 1 }],
    lists: [{ kid: 'key', counter: 1, rids, evaluable: true }],
  })

describe('a withdrawal is of the card it names and of no other', () => {
  test('also where another rid is as long and has a time', () => {
    expect(state(['bbbbb.9999999999'], 5)).toBe('not-revoked')
    expect(state(['aaaaa.9999999999'], 5)).toBe('revoked')
  })

  test('a time that cannot be read withdraws nothing, not even a card without a date', () => {
    expect(state(['aaaaa.soon'])).toBe('not-revoked')
    expect(state(['aaaaa.10'])).toBe('revoked')
  })
})

describe('addresses at the edge', () => {
  const local = { allowLoopback: true, allowedHosts: [] }
  test.each([
    ['https://:word@links.example/', 'credentials'],
    ['https://user@links.example/', 'credentials'],
    ['ftp://localhost/', 'not-https'],
    ['http://x-localhost/', 'not-https'],
    ['https://intranet./', 'local-address'],
  ])('%s is refused', (text, error) => {
    expect(checkUrl(text, local)).toEqual({ ok: false, error })
  })

  test.each(['http://app.localhost/', 'http://127.100.200.30/', 'http://[::1]:8080/'])(
    '%s is this machine, where that is allowed',
    (text) => {
      expect(checkUrl(text, local).ok).toBe(true)
      expect(checkUrl(text, PUBLIC_HTTPS_ONLY)).toEqual({ ok: false, error: 'not-https' })
    },
  )
})
