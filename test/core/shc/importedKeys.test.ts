import { afterEach, expect, test, vi } from 'vitest'
import type { PublishedKey } from '../../../src/core/shc/directory'
import type { KeyCandidate } from '../../../src/core/shc/issuer'
import { checkSignature } from '../../../src/core/shc/signature'
import { issue, newIssuer } from '../../support/issueCard'

afterEach(() => {
  vi.restoreAllMocks()
})

const candidate = (key: PublishedKey): KeyCandidate => ({
  key,
  issuer: { iss: 'https://issuer.example/shc', keys: [key], revocationLists: [] },
  directory: { source: 'list', kind: 'trusted', stale: false },
})

test('a key of a list is imported once, however many cards it signed', async () => {
  const issuer = await newIssuer()
  const cards = [await issue(issuer), await issue(issuer, { rid: 'a' }), await issue(issuer, { rid: 'b' })]
  const key = candidate(issuer.published)
  const importKey = vi.spyOn(crypto.subtle, 'importKey')
  const checks = await Promise.all(cards.map((jws) => checkSignature(jws, [key])))
  expect(checks.map(({ signature }) => signature)).toEqual(['valid', 'valid', 'valid'])
  expect(importKey).toHaveBeenCalledTimes(1)
})

test('keys of one name are never taken for each other', async () => {
  const [one, another] = [await newIssuer(), await newIssuer()]
  const impostor = { ...another.published, kid: one.kid }
  const jws = await issue(one)
  for (const [key, signature] of [
    [one.published, 'valid'],
    [impostor, 'invalid'],
    [one.published, 'valid'],
    [impostor, 'invalid'],
  ] as const) {
    expect((await checkSignature(jws, [candidate(key)])).signature).toBe(signature)
  }
})

test('a key that cannot be used stays unusable, and the next one is tried', async () => {
  const issuer = await newIssuer()
  const bent = candidate({ ...issuer.published, x: 'AAAA' })
  const jws = await issue(issuer)
  for (let nth = 0; nth < 2; nth++) {
    expect(await checkSignature(jws, [bent])).toEqual({
      signature: 'not-checkable',
      findings: [{ code: 'KEY_UNSUITABLE', detail: 'point' }],
    })
    expect((await checkSignature(jws, [bent, candidate(issuer.published)])).signature).toBe('valid')
  }
})
