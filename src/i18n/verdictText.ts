import type { FindingCode, Verdict } from '../core/verdict'
import { findingText, firstOf, listOf, signerOf, type FindingWords } from './findingText'

export interface VerdictText {
  /** A few words. */
  readonly headline: string
  /** What the headline rests on, in one to three sentences; names the issuer's host wherever there is an issuer. */
  readonly reason: string
}

export function verdictText(verdict: Verdict, say: FindingWords, from?: string): VerdictText {
  const { t } = say
  switch (verdict.status) {
    case 'verified':
      return { headline: t('verified.headline'), reason: verifiedReason(verdict, say) }
    case 'unchecked':
      return { headline: t('unchecked.headline'), reason: uncheckedReason(verdict, say) }
    case 'untrusted':
      return untrustedText(verdict, say)
    case 'invalid':
      return { headline: t('invalid.headline'), reason: invalidReason(verdict, say) }
    case 'unsigned':
      return {
        headline: t('unsigned.headline'),
        reason: from === undefined ? t('unsigned.reason') : t('unsigned.from', { host: say.host(from) }),
      }
    default:
      return verdict.status satisfies never
  }
}

function verifiedReason(verdict: Verdict, say: FindingWords): string {
  const directory = verdict.issuer?.directory
  const { t, day } = say
  const about = { signer: signerOf(verdict, say), list: listOf(verdict, say, false) }
  if (directory?.date) {
    const dated = { ...about, date: day(directory.date) }
    return directory.stale ? t('verified.stale', dated) : t('verified.dated', dated)
  }
  return directory?.stale ? t('verified.staleUndated', about) : t('verified.undated', about)
}

function uncheckedReason(verdict: Verdict, say: FindingWords): string {
  const about = { signer: signerOf(verdict, say), list: listOf(verdict, say) }
  if (verdict.axes?.trust === 'listed') {
    return say.t(verdict.axes.revocation === 'unknown' ? 'unchecked.revocation' : 'unchecked.clock', about)
  }
  return verdict.issuer?.directory ? say.t('unchecked.key', about) : say.t('unchecked.list', about)
}

function untrustedText(verdict: Verdict, say: FindingWords): VerdictText {
  const { t } = say
  const about = { signer: signerOf(verdict, say) }
  const trust = verdict.axes?.trust
  if (trust === 'test') return { headline: t('test.headline'), reason: t('test.reason', about) }
  const headline = t('untrusted.headline')
  if (trust === 'issuer-published-only') return { headline, reason: t('untrusted.selfPublished', about) }
  const asked = firstOf(verdict, ['ISSUER_KEYS_UNREACHABLE'])
  const near = firstOf(verdict, ['ISSUER_DIFFERS_BY_SLASH'])
  const further = [asked, near].flatMap((finding) => (finding ? [findingText(finding, say)] : []))
  const reason = asked ? t('untrusted.asked', about) : t('untrusted.notListed', about)
  return { headline, reason: [reason, ...further].join(' ') }
}

/** Which finding decides that a card is invalid when there are several: the one that says most against it. */
const DECISIVE: readonly FindingCode[] = [
  'JWS_HEADER_INVALID',
  'SIGNATURE_DER_ENCODED',
  'SIGNATURE_INVALID',
  'KEY_NOT_PUBLISHED',
  'KEY_UNSUITABLE',
  'NOT_A_HEALTH_CARD',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
  'ISSUER_URL_INVALID',
  'PAYLOAD_MISSING_FIELD',
  'CLAIM_UNREADABLE',
  'NBF_IN_MILLISECONDS',
  'BUNDLE_INVALID',
  'BUNDLE_EMPTY',
]

function invalidReason(verdict: Verdict, say: FindingWords): string {
  const { t } = say
  const decisive = firstOf(verdict, DECISIVE)
  const reason = decisive ? findingText(decisive, say) : t('invalid.other')
  const issuer = issuerSentence(verdict, say)
  return issuer === undefined ? reason : `${reason} ${issuer}`
}

/** Who is behind an invalid card: as far as the signature proves it, else as the card claims. */
function issuerSentence(verdict: Verdict, say: FindingWords): string | undefined {
  const { axes, issuer } = verdict
  if (issuer === undefined || issuer.iss === '') return undefined
  const about = { signer: signerOf(verdict, say) }
  if (axes?.trust === 'test') return say.t('invalid.test', about)
  const proven = axes?.signature === 'valid' && axes.trust === 'listed'
  return proven ? say.t('invalid.signed', about) : say.t('invalid.claimed', about)
}
