import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactElement, type ReactNode } from 'react'
import type { BundleStatus, Verdict } from '../../core/verdict'
import { describeVerdict } from '../../i18n/verdicts'
import { useLanguage } from '../../i18n/LanguageContext'
import { messages } from '../messages'
import { useServices } from '../ServicesContext'
import { Notice, type NoticeSeverity } from '../../ui/Notice'
import { CheckWithIssuer } from './CheckWithIssuer'

const SEVERITY: Readonly<Record<BundleStatus, NoticeSeverity>> = {
  verified: 'success',
  unchecked: 'warning',
  untrusted: 'warning',
  invalid: 'error',
  unsigned: 'info',
}

export interface VerificationBannerProps {
  readonly verdict: Verdict
  /** Host of the link that it came by, where it came by one. */
  readonly from: string | undefined
}

/** Whether to rely on a record, in words first: what was found, by whom it was signed, against which list. */
export function VerificationBanner({ verdict, from }: VerificationBannerProps): ReactElement {
  const { language } = useLanguage()
  const { headline, reason } = describeVerdict(verdict, language, from)
  return (
    <Notice
      severity={SEVERITY[verdict.status]}
      action={actionFor(verdict)}
      announce={verdict.status === 'invalid' ? 'assertive' : 'polite'}
    >
      <Box component="p" sx={{ marginBlock: 0, fontWeight: 700, fontSize: '1.125rem' }}>
        {headline}
      </Box>
      <Box component="p" sx={{ marginBlock: 0.5 }}>
        {reason}
      </Box>
    </Notice>
  )
}

function actionFor(verdict: Verdict): ReactNode {
  if (verdict.status === 'unchecked') return <Recheck />
  const { issuer, axes, status } = verdict
  return status === 'untrusted' && axes?.trust === 'not-listed' && issuer ? (
    <CheckWithIssuer issuer={issuer} />
  ) : undefined
}

/** Something could not be had a moment ago, such as the list of issuers. */
function Recheck(): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const [busy, setBusy] = useState(false)
  const again = async (): Promise<void> => {
    setBusy(true)
    await session.recheck()
    setBusy(false)
  }
  return (
    <Button variant="outlined" disabled={busy} onClick={() => void again()}>
      {messages(language)('checkAgain')}
    </Button>
  )
}
