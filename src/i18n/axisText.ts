import type { Axes, Finding, FindingCode, Verdict } from '../core/verdict'
import { hostOf } from '../core/shc/issuer'
import { findingText, firstOf, listName, listOf, signerOf, type FindingWords } from './findingText'

export interface AxisText {
  readonly axis: keyof Axes
  readonly label: string
  /** The outcome in a few words; `verdict.axes[axis]` has it as a code. */
  readonly state: string
  /** What exactly was looked at, and what was found. */
  readonly explanation: string
}

export function axisTexts(verdict: Verdict, say: FindingWords): readonly AxisText[] {
  const { axes } = verdict
  if (!axes) return []
  const { t } = say
  return [
    {
      axis: 'signature',
      label: t('signature.label'),
      state: t(`signature.${axes.signature}.state`),
      explanation: signatureText(axes.signature, verdict, say),
    },
    {
      axis: 'trust',
      label: t('trust.label'),
      state: t(`trust.${axes.trust}.state`),
      explanation: trustText(axes.trust, verdict, say),
    },
    {
      axis: 'time',
      label: t('time.label'),
      state: t(`time.${axes.time}.state`),
      explanation: timeText(verdict, say),
    },
    {
      axis: 'revocation',
      label: t('revocation.label'),
      state: t(`revocation.${axes.revocation}.state`),
      explanation: revocationText(axes.revocation, verdict, say),
    },
    {
      axis: 'format',
      label: t('format.label'),
      state: t(`format.${axes.format}.state`),
      explanation:
        axes.format === 'conformant'
          ? t('format.conformant.explanation')
          : t('format.deviations.explanation', { count: verdict.deviations.length }),
    },
  ]
}

function signatureText(signature: Axes['signature'], verdict: Verdict, say: FindingWords): string {
  if (signature === 'valid') {
    const selfPublished = verdict.axes?.trust === 'issuer-published-only'
    return say.t(selfPublished ? 'signature.valid.selfPublished' : 'signature.valid.explanation')
  }
  const cause = firstOf(verdict, [
    'JWS_HEADER_INVALID',
    'SIGNATURE_DER_ENCODED',
    'SIGNATURE_INVALID',
    'KEY_UNSUITABLE',
  ])
  if (cause) return findingText(cause, say)
  return say.t(signature === 'invalid' ? 'SIGNATURE_INVALID' : 'signature.not-checkable.explanation')
}

function trustText(trust: Axes['trust'], verdict: Verdict, say: FindingWords): string {
  const about = { signer: signerOf(verdict, say), list: listOf(verdict, say) }
  if (trust === 'unknown' && verdict.issuer?.directory) return say.t('trust.unknown.listed', about)
  const asked = trust === 'key-not-the-issuers' && !verdict.issuer?.directory
  return asked ? say.t('trust.key-not-the-issuers.asked', about) : say.t(`trust.${trust}.explanation`, about)
}

function timeText(verdict: Verdict, say: FindingWords): string {
  const { t, instant } = say
  const { issued, expires, findings } = verdict
  const found = findings
    .filter(({ code }) => TIME_CODES.has(code))
    .map((finding) => findingText(finding, say))
  const isExpiryTold = findings.some((finding) => finding.code === 'EXPIRED' || isUnreadableExp(finding))
  const until = expires ? t('time.until', { date: instant(expires) }) : t('time.unlimited')
  return [
    ...(issued ? [t('time.issued', { date: instant(issued) })] : []),
    ...found,
    ...(isExpiryTold ? [] : [until]),
  ].join(' ')
}

const TIME_CODES: ReadonlySet<FindingCode> = new Set(['EXPIRED', 'NOT_YET_VALID', 'CLAIM_UNREADABLE'])

const isUnreadableExp = (finding: Finding): boolean =>
  finding.code === 'CLAIM_UNREADABLE' && finding.path === 'exp'

/** "Unknown" is either an answer that could not be had or a question that was not asked. */
function revocationText(revocation: Axes['revocation'], verdict: Verdict, say: FindingWords): string {
  const { t } = say
  const asked = verdict.findings.some(({ code }) => code === 'REVOCATION_UNKNOWN')
  if (revocation === 'unknown' && !asked) return t('revocation.unknown.skipped')
  const source = sourceText(verdict, say)
  return [t(`revocation.${revocation}.explanation`), ...(source === undefined ? [] : [source])].join(' ')
}

/** Which list was looked at, and of what date. */
function sourceText({ revocation }: Verdict, { t, host, instant, day }: FindingWords): string | undefined {
  if (!revocation) return undefined
  const { from, source, date } = revocation
  if (from === 'issuer' && date) {
    return t('revocation.fetched', { host: host(hostOf(source)), date: instant(date) })
  }
  const list = listName(source)
  return date ? t('revocation.listedDated', { list, date: day(date) }) : t('revocation.listed', { list })
}
