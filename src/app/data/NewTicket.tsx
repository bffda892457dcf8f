import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import type { Update } from '../../core/session'
import { describeError } from '../../i18n/errors'
import { useLanguage } from '../../i18n/LanguageContext'
import { useServices } from '../ServicesContext'
import { linkMessages } from './linkMessages'

/** Asks the link again for a download whose time was over; what is shown stays meanwhile. */
export function NewTicket({ update }: { readonly update: Update | undefined }): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = linkMessages(language)
  const asking = update?.status === 'asking'
  return (
    <>
      <Button
        variant="outlined"
        data-shx-action="new-ticket"
        disabled={asking}
        onClick={() => void session.refresh()}
      >
        {t(asking ? 'checking' : 'newTicket')}
      </Button>
      {update?.status === 'failed' && <output>{describeError(update.error, language).title}</output>}
    </>
  )
}
