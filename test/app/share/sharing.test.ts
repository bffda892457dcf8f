import { describe, expect, test } from 'vitest'
import { shareablesOf } from '../../../src/app/share/sharing'
import type { LinkSummary, VerifiedBundle } from '../../../src/core/openSHX'
import { textFromDigits } from '../../../src/core/shc/numeric'

const now = new Date('2026-06-15T12:00:00Z')

const record = (
  text: string,
  kind: 'jws' | 'json' = 'jws',
  time: 'current' | 'expired' = 'current',
): VerifiedBundle => ({ source: { kind, text }, verdict: { axes: { time } } }) as unknown as VerifiedBundle

const shared = (
  verified: VerifiedBundle,
  link?: LinkSummary,
  { text = 'shlink:/abc', records = 1 }: { text?: string; records?: number } = {},
) =>
  shareablesOf(
    verified,
    { ...(link && { link }), bundles: Array.from({ length: records }) },
    { linkText: link && text, now },
  )

const remarksOf = (link: Partial<LinkSummary>, records = 1) =>
  shared(record('{}', 'json'), { host: 'links.example', flags: '', ...link }, { records })[0]?.remarks

describe('what can be handed on', () => {
  test('a card is handed on as the digits that decode to its JWS, and as its file', () => {
    const [card, ...others] = shared(record('eyJ6.aB-_9.x'))
    expect(others).toEqual([])
    expect(card?.kind).toBe('card')
    expect(textFromDigits(card?.text.replace('shc:/', '') ?? '')).toEqual({ ok: true, value: 'eyJ6.aB-_9.x' })
    expect(card?.file?.name).toMatch(/\.smart-health-card$/)
  })

  test('a card that one code does not hold is told, at the length of the standard', () => {
    expect(shared(record('e'.repeat(1195)))[0]?.fits).toBe(true)
    expect(shared(record('e'.repeat(1196)))[0]?.fits).toBe(false)
  })

  test('a card that came by a link can be handed on by itself, or with the link', () => {
    const all = shared(record('eyJ6.a.b'), { host: 'links.example', flags: '' })
    expect(all.map(({ kind, text }) => [kind, text === 'shlink:/abc'])).toEqual([
      ['card', false],
      ['link', true],
    ])
  })

  test('plain FHIR is handed on by its link alone', () => {
    expect(shared(record('{}', 'json'))).toEqual([])
    expect(
      shared(record('{}', 'json'), { host: 'links.example', flags: '' }).map(({ kind }) => kind),
    ).toEqual(['link'])
  })

  test('what has to be known about a link before it is handed on is said', () => {
    expect(remarksOf({})).toEqual(['counted'])
    expect(remarksOf({ flags: 'LP' })).toEqual(['passcode', 'long-term'])
    expect(remarksOf({ expires: new Date('2026-06-15T11:59:59Z') })).toEqual(['counted', 'expired'])
    expect(remarksOf({ expires: new Date('2026-07-01') })).toEqual(['counted', 'expires'])
    expect(remarksOf({ flags: 'L' }, 3)).toEqual(['whole-link', 'long-term'])
  })

  test('a card that is not valid today says so', () => {
    expect(shared(record('a.b.c', 'jws', 'expired'))[0]?.remarks).toEqual(['not-current'])
    expect(shared(record('a.b.c'))[0]?.remarks).toEqual([])
  })
})
