import type { FileFailure } from '../../core/ehr/documentContent'
import type { ListFailure } from '../../core/ehr/documentSearch'
import type { Unread } from '../../core/ehr/recordSearchState'
import { describeError } from '../../i18n/errors'
import type { Language } from '../../i18n/language'
import { plainHost } from '../../i18n/values'
import { messages } from './messages'

/** Why there is no list of documents, or no more of it. */
export function describeListFailure(failure: ListFailure, language: Language): string {
  const t = messages(language)
  if (failure.kind === 'not-fhir') return t('failed.not-fhir')
  if (failure.kind === 'refused') {
    const { status } = failure
    return isForbidden(status) ? t('failed.forbidden') : t('failed.refused', { status: String(status) })
  }
  switch (failure.failure) {
    case 'offline':
    case 'session-expired':
    case 'too-large':
      return t(`failed.${failure.failure}`)
    case 'foreign-address':
      return t('failed.foreign')
    case 'network':
    case 'interrupted':
    case 'timeout':
    case 'aborted':
      return t('failed.no-answer')
    default:
      return failure.failure satisfies never
  }
}

/** Why a document was not read. */
export function describeUnread(unread: Unread, language: Language): string {
  const t = messages(language)
  switch (unread.kind) {
    case 'unreadable':
      return describeError(unread.error, language).title
    case 'elsewhere': {
      const host = plainHost(unread.host ?? '')
      return host === undefined ? t('unread.elsewhereUnnamed') : t('unread.elsewhere', { host })
    }
    case 'damaged':
      return t('unread.damaged')
    case 'refused':
      return describeStatus(unread.status, language)
    case 'failed':
      return t(FAILURES[unread.failure])
    default:
      return unread satisfies never
  }
}

function describeStatus(status: number, language: Language): string {
  const t = messages(language)
  if (isForbidden(status)) return t('unread.forbidden')
  return status === 404 || status === 410 ? t('unread.gone') : t('unread.refused', { status: String(status) })
}

const isForbidden = (status: number): boolean => status === 401 || status === 403

const FAILURES = {
  'foreign-address': 'unread.elsewhereUnnamed',
  network: 'unread.no-answer',
  offline: 'unread.no-answer',
  aborted: 'unread.no-answer',
  'session-expired': 'unread.no-answer',
  interrupted: 'unread.interrupted',
  timeout: 'unread.timeout',
  'too-large': 'unread.too-large',
} as const satisfies Record<Extract<FileFailure, { kind: 'failed' }>['failure'], string>
