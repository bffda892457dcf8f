import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { saveMessages } from './saveMessages'
import { StillUnsure } from './SaveResults'
import type { Blocked, SavingState } from './saving'

export interface SaveBlockedProps extends WhyBlockedProps {
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** Why nothing may be saved, and the ways on: nobody knows whose chart this is, or it is another one. */
export function SaveBlocked({ onAgain, onClose, ...blocked }: SaveBlockedProps): ReactElement {
  const { language } = useLanguage()
  const t = saveMessages(language)
  return (
    <>
      <WhyBlocked {...blocked} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginBlockStart: 2 }}>
        {nameOf(blocked.why) === 'unreadable' && (
          <Button variant="contained" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
        <Button variant="outlined" onClick={onClose}>
          {t('close')}
        </Button>
      </Box>
    </>
  )
}

export type WhyBlockedProps = Omit<Extract<SavingState, { phase: 'blocked' }>, 'phase'>

const nameOf = (why: Blocked) => (typeof why === 'string' ? why : 'unreadable')

/** `data-save-blocked` is a published contract: docs/dom-contract.md. */
export function WhyBlocked({ why, unsure }: WhyBlockedProps): ReactElement {
  const { language } = useLanguage()
  const t = saveMessages(language)
  const [title, advice] = (
    {
      'other-patient': ['otherPatient', 'otherPatientAdvice'],
      'session-expired': ['sessionExpired', 'sessionExpiredAdvice'],
      unreadable: ['unreadable', 'unreadableAdvice'],
    } as const
  )[nameOf(why)]
  return (
    <Box sx={{ marginBlock: 2 }} data-save-blocked={nameOf(why)}>
      <Notice severity="error" announce="assertive" title={t(title)}>
        {t(advice)}
      </Notice>
      {unsure && <StillUnsure />}
    </Box>
  )
}
