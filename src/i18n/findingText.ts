import type { Finding, FindingCode, Verdict } from '../core/verdict'
import { defineMessages, type Translate } from './defineMessages'
import { english } from './findings.en'
import type { Language } from './language'
import { formatDay, formatInstant, plainHost } from './values'

const messages = defineMessages(english, {
  es: () => import('./findings.es').then(({ spanish }) => spanish),
})

/** The means of one language for findings and the verdicts made of them. */
export interface FindingWords {
  readonly t: Translate<typeof english>
  readonly host: (host: string) => string
  readonly instant: (date: Date) => string
  readonly day: (date: Date) => string
}

export function findingWords(language: Language): FindingWords {
  const t = messages(language)
  return {
    t,
    host: (host) => plainHost(host) ?? t('unnamed.host'),
    instant: (date) => formatInstant(date, language) ?? t('unnamed.date'),
    day: (date) => formatDay(date, language) ?? t('unnamed.date'),
  }
}

export function findingText(finding: Finding, { t, host, instant, day }: FindingWords): string {
  switch (finding.code) {
    case 'JWS_HEADER_INVALID':
      return t(`JWS_HEADER_INVALID.${finding.detail}`)
    case 'ISSUER_URL_INVALID':
      return t(`ISSUER_URL_INVALID.${finding.detail}`)
    case 'ISSUER_NOT_LISTED':
    case 'ISSUER_SELF_PUBLISHED':
    case 'DIRECTORY_UNAVAILABLE':
      return t(finding.code, { host: host(finding.host) })
    case 'KEY_UNSUITABLE':
      return t(finding.detail === 'd' ? 'KEY_UNSUITABLE.d' : 'KEY_UNSUITABLE.other')
    case 'DIRECTORY_STALE':
    case 'ISSUER_KEYS_UNREACHABLE':
    case 'ISSUER_DIFFERS_BY_SLASH':
    case 'CLOCK_WRONG':
      return listText(finding, { t, host, day })
    case 'PAYLOAD_MISSING_FIELD':
    case 'NOT_YET_VALID':
    case 'EXPIRED':
    case 'CLAIM_UNREADABLE':
    case 'FHIR_VERSION_UNSUPPORTED':
      return claimText(finding, { t, instant })
    case 'ATTESTATION_VALID':
      return t('ATTESTATION_VALID', { name: finding.name })
    case 'VERIFIED':
    case 'SIGNATURE_INVALID':
    case 'SIGNATURE_DER_ENCODED':
    case 'ISSUER_TEST':
    case 'KEY_NOT_PUBLISHED':
    case 'KEY_MISMATCH_THUMBPRINT':
    case 'NBF_IN_MILLISECONDS':
    case 'EXP_IN_MILLISECONDS':
    case 'REVOKED':
    case 'REVOCATION_UNKNOWN':
    case 'REVOCATION_NOT_SUPPORTED':
    case 'NOT_A_HEALTH_CARD':
    case 'BUNDLE_EMPTY':
    case 'BUNDLE_INVALID':
    case 'CARD_NONCONFORMANT':
    case 'MULTIPLE_PATIENTS':
    case 'UNSIGNED_CONTENT':
    case 'ATTESTATION_INVALID':
    case 'ATTESTATION_UNKNOWN':
    case 'BUNDLE_SIGNATURE_UNCHECKED':
      return t(finding.code)
    default:
      return finding satisfies never
  }
}

type ClaimFinding = Extract<
  Finding,
  {
    code:
      | 'PAYLOAD_MISSING_FIELD'
      | 'NOT_YET_VALID'
      | 'EXPIRED'
      | 'CLAIM_UNREADABLE'
      | 'FHIR_VERSION_UNSUPPORTED'
  }
>

/** About what the card says of itself. */
function claimText(finding: ClaimFinding, { t, instant }: Pick<FindingWords, 't' | 'instant'>): string {
  switch (finding.code) {
    case 'PAYLOAD_MISSING_FIELD':
      return t(`PAYLOAD_MISSING_FIELD.${missingPart(finding.path)}`)
    case 'NOT_YET_VALID':
      return t('NOT_YET_VALID', { date: instant(finding.nbf) })
    case 'EXPIRED':
      return t('EXPIRED', { date: instant(finding.exp) })
    case 'CLAIM_UNREADABLE':
      return t(`CLAIM_UNREADABLE.${finding.path}`)
    case 'FHIR_VERSION_UNSUPPORTED':
      // A version is digits and dots; anything else is text from the card.
      return /^\d[\d.]*$/.test(finding.version)
        ? t('FHIR_VERSION_UNSUPPORTED.named', { version: finding.version })
        : t('FHIR_VERSION_UNSUPPORTED.unnamed')
    default:
      return finding satisfies never
  }
}

type ListFinding = Extract<
  Finding,
  { code: 'DIRECTORY_STALE' | 'ISSUER_KEYS_UNREACHABLE' | 'ISSUER_DIFFERS_BY_SLASH' | 'CLOCK_WRONG' }
>

/** About the lists of issuers and what is asked beside them. */
function listText(finding: ListFinding, { t, host, day }: Pick<FindingWords, 't' | 'host' | 'day'>): string {
  switch (finding.code) {
    case 'DIRECTORY_STALE':
      return t('DIRECTORY_STALE', {
        host: host(finding.host),
        date: day(finding.date),
        count: finding.age,
      })
    case 'ISSUER_KEYS_UNREACHABLE':
      return unreachableText(finding, { t, host })
    case 'ISSUER_DIFFERS_BY_SLASH':
      return finding.name === undefined
        ? t('ISSUER_DIFFERS_BY_SLASH.unnamed', { host: host(finding.host) })
        : t('ISSUER_DIFFERS_BY_SLASH.named', { name: finding.name, host: host(finding.host) })
    case 'CLOCK_WRONG':
      return t('CLOCK_WRONG', { date: day(finding.date) })
    default:
      return finding satisfies never
  }
}

type Unreachable = Extract<Finding, { code: 'ISSUER_KEYS_UNREACHABLE' }>

function unreachableText(
  { detail, host = '' }: Unreachable,
  { t, host: written }: Pick<FindingWords, 't' | 'host'>,
): string {
  switch (detail) {
    case undefined:
      return t('ISSUER_KEYS_UNREACHABLE')
    case 'offline':
    case 'dns-tls-cors':
    case 'not-json':
    case 'address':
      return t(`ISSUER_KEYS_UNREACHABLE.${detail}`, { host: written(host) })
    default:
      return t('ISSUER_KEYS_UNREACHABLE.http', { host: written(host), status: detail.slice('http-'.length) })
  }
}

function missingPart(path: string): 'iss' | 'nbf' | 'other' {
  return path === 'iss' || path === 'nbf' ? path : 'other'
}

/** The first finding of the verdict in the order of `codes`. */
export function firstOf({ findings }: Verdict, codes: readonly FindingCode[]): Finding | undefined {
  return codes
    .map((code) => findings.find((finding) => finding.code === code))
    .find((finding) => finding !== undefined)
}

/** NAME (host), or the host alone: the name only ever comes from a list, the host is always there. */
export function signerOf({ issuer }: Verdict, { t }: FindingWords): string {
  const host = issuer === undefined ? undefined : plainHost(issuer.host)
  const name = issuer?.name?.trim()
  if (name === undefined || name === '') return host ?? t('signer.unnamed')
  return host === undefined ? name : t('signer.named', { name, host })
}

/** A list by its file and host, since lists have no names of their own. */
export function listName(source: string): string {
  if (!URL.canParse(source)) return source
  const { host, pathname } = new URL(source)
  const file = pathname.split('/').at(-1) ?? ''
  return file === '' ? host : `${file} (${host})`
}

export function listOf({ issuer }: Verdict, { t, day }: FindingWords, dated = true): string {
  const directory = issuer?.directory
  if (!directory) return t('list.unnamed')
  const name = listName(directory.source)
  return dated && directory.date
    ? t('list.dated', { name, date: day(directory.date) })
    : t('list.plain', { name })
}
