import { beforeAll, describe, expect, test } from 'vitest'
import { FINDING_SEVERITY, type Finding, type FindingCode } from '../../src/core/verdict'
import { loadLanguage } from '../../src/i18n/defineMessages'
import { describeDeviation, describeFinding } from '../../src/i18n/findings'
import { LANGUAGES } from '../../src/i18n/language'
import { describeVerdict } from '../../src/i18n/verdicts'
import { DEVIATIONS, FINDINGS, NOT_WORDS } from './examples'

beforeAll(async () => {
  await Promise.all(LANGUAGES.map((language) => loadLanguage(language)))
})

const versionText = (version: string): string =>
  describeFinding({ code: 'FHIR_VERSION_UNSUPPORTED', version }, 'en')
const keyText = (detail: 'd' | 'kty' | 'crv'): string =>
  describeFinding({ code: 'KEY_UNSUITABLE', detail }, 'en')

const findings: readonly Finding[] = Object.values(FINDINGS).flat()

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(findings)('%j is one sentence', (finding) => {
    const sentence = describeFinding(finding, language)
    expect(sentence).not.toMatch(NOT_WORDS)
    expect(sentence).toMatch(/^\S.+\.$/)
  })

  test('no two findings read the same', () => {
    const sentences = findings.map((finding) => describeFinding(finding, language))
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  test.each(DEVIATIONS)('deviation %s is one sentence of its own', (deviation) => {
    const sentence = describeDeviation(deviation, language)
    expect(sentence).not.toMatch(NOT_WORDS)
    expect(sentence).toMatch(/^\S.+\.$/)
    expect(DEVIATIONS.filter((other) => describeDeviation(other, language) === sentence)).toEqual([deviation])
  })

  test('every finding that makes a card invalid can be the reason in the banner', () => {
    const without = describeVerdict({ status: 'invalid', findings: [], deviations: [] }, language).reason
    const decisive = findings.filter(({ code }) => FINDING_SEVERITY[code] === 'error')
    for (const finding of decisive) {
      const { reason } = describeVerdict({ status: 'invalid', findings: [finding], deviations: [] }, language)
      expect(reason).toBe(describeFinding(finding, language))
      expect(reason).not.toBe(without)
    }
  })
})

test('a FHIR version is repeated, text in its place is not', () => {
  expect(versionText('5.0.0')).toContain('5.0.0')
  expect(versionText('checked by us')).not.toContain('checked by us')
})

test('an issuer that gave its secret key away is told apart from one with the wrong kind of key', () => {
  expect(keyText('d')).toContain('anybody could have signed')
  expect(keyText('kty')).toBe(keyText('crv'))
})

test('the catalogue of examples knows every finding', () => {
  expect(Object.keys(FINDINGS).toSorted()).toEqual(Object.keys(FINDING_SEVERITY).toSorted())
  for (const [code, examples] of Object.entries(FINDINGS))
    expect(examples.map((finding) => finding.code)).toEqual(examples.map(() => code as FindingCode))
})
