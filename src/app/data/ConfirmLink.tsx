import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import type { ShxError } from '../../core/errors'
import { describeError } from '../../i18n/errors'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { messages } from '../messages'
import { useServices } from '../ServicesContext'
import { linkMessages } from './linkMessages'
import { Recipient } from './Recipient'
import { useRecipient } from './useRecipient'

export interface ConfirmLinkProps {
  readonly error: ShxError
  /** Who will be said to be asking, unless the person says otherwise. */
  readonly recipient: string
  readonly goScan: () => void
}

/** Asks before the first request, where a deployment wants that: where to, and as whom. */
export function ConfirmLink({ error, recipient, goScan }: ConfirmLinkProps): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = linkMessages(language)
  const { title, advice } = describeError(error, language)
  const { name, attempt, change } = useRecipient(recipient)
  return (
    <Notice severity="info" title={title} announce="assertive">
      <Box component="p" sx={{ marginBlock: 0.5 }}>
        {advice}
      </Box>
      <Recipient name={name} onChange={change} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" onClick={() => void session.retry({ confirmed: true, ...attempt })}>
          {t('openLink')}
        </Button>
        <Button variant="outlined" onClick={goScan}>
          {messages(language)('openAnother')}
        </Button>
      </Box>
      <Box component="p" sx={{ marginBlock: 1, color: 'text.secondary', fontSize: '0.875rem' }}>
        {messages(language)('errorCode', { code: error.code })}
      </Box>
    </Notice>
  )
}
