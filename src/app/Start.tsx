import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { useLanguage } from '../i18n/LanguageContext'
import { useConfig } from './ConfigContext'
import { messages } from './messages'
import { Panel } from './Panel'
import { SampleList } from './SampleList'
import { ScanBox, type ScanBoxProps } from './ScanBox'

export interface StartProps extends ScanBoxProps {
  /** Whether samples are offered. */
  readonly samples: boolean
}

/** What this is, a box to start with, and samples for whoever has nothing at hand. */
export function Start({ samples, ...props }: StartProps): ReactElement {
  const { language } = useLanguage()
  const { features } = useConfig()
  const t = messages(language)
  return (
    <>
      <Panel>
        <Box component="h1" sx={{ marginBlock: 0, fontSize: { xs: '1.5rem', sm: '2rem' }, lineHeight: 1.2 }}>
          {t('startTitle')}
        </Box>
        <Box component="p" sx={{ marginBlock: 1, color: 'text.secondary' }}>
          {t(features.files ? 'startLead' : 'startLeadNoFiles')}
        </Box>
        <ScanBox {...props} />
      </Panel>
      {samples && (
        <Panel>
          <SampleList viewData={props.viewData} />
        </Panel>
      )}
      <Panel>
        <Box component="h2" sx={{ marginBlock: 0, fontSize: '1.25rem' }}>
          {t('aboutTitle')}
        </Box>
        <Box component="ul" sx={{ marginBlockEnd: 0, paddingInlineStart: 2.5, '& li': { marginBlock: 0.5 } }}>
          <li>{t('aboutPrivate')}</li>
          <li>{t('aboutContacts')}</li>
          <li>{t('aboutIdentity')}</li>
        </Box>
      </Panel>
    </>
  )
}
