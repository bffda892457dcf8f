import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { saveMessages } from './saveMessages'
import type { Blocked } from './saving'

export interface SaveBlockedProps {
  readonly why: Blocked
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** Why nothing may be saved: nobody knows whose chart this is, or it is another one. */
export function SaveBlocked({ why, onAgain, onClose }: SaveBlockedProps): ReactElement {
  const { language } = useLanguage()
  const t = saveMessages(language)
  const name = typeof why === 'string' ? why : 'unreadable'
  const [title, advice] = (
    {
      'other-patient': ['otherPatient', 'otherPatientAdvice'],
      'session-expired': ['sessionExpired', 'sessionExpiredAdvice'],
      unreadable: ['unreadable', 'unreadableAdvice'],
    } as const
  )[name]
  return (
    <Box sx={{ marginBlockStart: 2 }} data-save-blocked={name}>
      <Notice severity="error" announce="assertive" title={t(title)}>
        {t(advice)}
      </Notice>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginBlockStart: 2 }}>
        {name === 'unreadable' && (
          <Button variant="contained" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
        <Button variant="outlined" onClick={onClose}>
          {t('close')}
        </Button>
      </Box>
    </Box>
  )
}
