import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement, ReactNode } from 'react'
import { isRetryable, SEVERITY, type ErrorCode, type ShxError } from '../../core/errors'
import type { OpenFailure } from '../../core/openSHX'
import { describeError } from '../../i18n/errors'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { messages } from '../messages'
import { Panel } from '../Panel'
import type { ScanBoxProps } from '../ScanBox'
import { useServices } from '../ServicesContext'
import { NextPart, OtherCard } from './CardParts'
import { ConfirmLink } from './ConfirmLink'
import { LinkBar, OwnWords } from './LinkBar'
import { linkMessages } from './linkMessages'
import { PasscodeForm } from './PasscodeForm'
import { Problems } from './Problems'
import { Rejected } from './Rejected'
import { RetryLater } from './RetryLater'

export interface FailureProps {
  readonly failure: OpenFailure & { readonly keepsParts?: boolean }
  readonly goScan: () => void
  /** What the box for the next code of a card needs. */
  readonly scan: ScanBoxProps
}

/** Failures that come before anything was sent, and questions that tell themselves who will be said to ask. */
const UNASKED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CONFIRM_LINK',
  'LINK_EXPIRED',
  'PASSCODE_REQUIRED',
  'PASSCODE_INCORRECT',
])

/** Why nothing is shown, in one sentence, and what to do next. Some failures are questions: a passcode, a date. */
export function Failure({ failure, goScan, scan }: FailureProps): ReactElement {
  const { error, link, problems } = failure
  const asksPasscode = error.code === 'PASSCODE_REQUIRED' || error.code === 'PASSCODE_INCORRECT'
  return (
    <Panel>
      {link && <LinkBar link={link} asked={!UNASKED.has(error.code)} />}
      {asksPasscode ? (
        <PasscodeForm error={error} host={link?.host ?? ''} recipient={link?.recipient ?? ''} />
      ) : error.code === 'CONFIRM_LINK' ? (
        <ConfirmLink error={error} recipient={link?.recipient ?? ''} goScan={goScan} />
      ) : (
        <ErrorNotice
          error={error}
          action={failure.keepsParts ? <OtherCard /> : <Actions error={error} goScan={goScan} />}
        />
      )}
      {error.code === 'QR_CHUNK_INCOMPLETE' && <NextPart error={error} scan={scan} />}
      <Problems problems={problems.filter((problem) => problem.code !== error.code)} />
      <Rejected rejected={failure.rejected} />
    </Panel>
  )
}

function ErrorNotice({
  error,
  action,
}: {
  readonly error: ShxError
  readonly action: ReactNode
}): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { title, advice } = describeError(error, language)
  const severity = SEVERITY[error.code]
  return (
    <Notice
      severity={
        severity === 'state' || severity === 'info' ? 'info' : severity === 'warn' ? 'warning' : 'error'
      }
      announce="assertive"
      title={title}
      action={action}
    >
      <Box component="p" sx={{ marginBlock: 0.5 }}>
        {advice}
      </Box>
      {error.code === 'SHL_VERSION_UNSUPPORTED' && <OwnWords label={error.label} expires={error.expiresAt} />}
      <Box component="p" sx={{ marginBlock: 0, color: 'text.secondary', fontSize: '0.875rem' }}>
        {t('errorCode', { code: error.code })}
      </Box>
    </Notice>
  )
}

function Actions({ error, goScan }: { readonly error: ShxError; readonly goScan: () => void }): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = messages(language)
  return (
    <>
      {error.code === 'RATE_LIMITED' && <RetryLater seconds={error.retryAfter} />}
      {error.code === 'LINK_EXPIRED' && (
        <Button variant="outlined" onClick={() => void session.retry({ ignoreExpiry: true })}>
          {t('tryAnyway')}
        </Button>
      )}
      {isRetryable(error) && error.code !== 'RATE_LIMITED' && (
        <Button variant="contained" onClick={() => void session.retry()}>
          {error.code === 'FILE_LOCATION_EXPIRED' ? linkMessages(language)('newTicket') : t('tryAgain')}
        </Button>
      )}
      <Button variant="outlined" onClick={goScan}>
        {t('openAnother')}
      </Button>
    </>
  )
}
