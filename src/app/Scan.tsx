import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { useLanguage } from '../i18n/LanguageContext'
import { messages } from './messages'
import { ScanBox, type ScanBoxProps } from './ScanBox'
import { Panel } from './Panel'

/** The check-in desk's screen: one focused box and nothing to look for. */
export function Scan(props: ScanBoxProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <Panel>
      <Box component="h1" sx={{ marginBlock: 0, fontSize: '1.5rem' }}>
        {t('scanTitle')}
      </Box>
      <Box component="p" sx={{ marginBlock: 1, color: 'text.secondary' }}>
        {t('scanLead')}
      </Box>
      <ScanBox {...props} />
    </Panel>
  )
}
