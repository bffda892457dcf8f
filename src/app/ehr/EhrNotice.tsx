import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useContext, useState, type ReactElement } from 'react'
import type { EhrConnectFailure } from '../../core/ehr/connection'
import { useLanguage } from '../../i18n/LanguageContext'
import { MAY_RETRY } from '../../platform/ehr/session'
import { Notice } from '../../ui/Notice'
import { useServices } from '../ServicesContext'
import { EhrContext } from './EhrContext'
import { messages } from './messages'
import { useEhrExpired } from './OptionalFhir'
import { UnreadSavesNotice } from './UnreadSavesNotice'

/** Says what became of the launch, above the screens, while there is something to say. The screens go on working. */
export function EhrNotice(): ReactElement | null {
  const state = useContext(EhrContext)
  const isExpired = useEhrExpired()
  if (state?.kind === 'connecting') return <Connecting />
  if (state?.kind === 'failed') return <Failed key={state.failure} failure={state.failure} />
  if (!state) return null
  return (
    <>
      {isExpired && <Failed failure="session-expired" />}
      <UnreadSavesNotice connection={state.connection} />
    </>
  )
}

function Connecting(): ReactElement {
  const t = messages(useLanguage().language)
  return (
    <Box sx={{ marginBlockEnd: 2 }}>
      <Notice severity="info" title={t('connecting')} announce="polite">
        {t('connectingMeanwhile')}
      </Notice>
    </Box>
  )
}

function Failed({ failure }: { readonly failure: EhrConnectFailure }): ReactElement | null {
  const t = messages(useLanguage().language)
  const { ehr } = useServices()
  const [isRead, setRead] = useState(false)
  if (isRead) return null
  const mayRetry = ehr !== undefined && MAY_RETRY.has(failure)
  return (
    <Box data-ehr-failure={failure} sx={{ marginBlockEnd: 2 }}>
      <Notice
        severity={failure === 'denied' ? 'warning' : 'error'}
        title={t(failure)}
        announce="assertive"
        action={
          <>
            {mayRetry && (
              <Button variant="contained" onClick={ehr.retry}>
                {t('tryAgain')}
              </Button>
            )}
            <Button onClick={() => setRead(true)}>{t('goOn')}</Button>
          </>
        }
      >
        {t(mayRetry ? 'adviceRetry' : 'adviceLaunch')} {t('meanwhile')}
      </Notice>
    </Box>
  )
}
