import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { useCodesVersion, useServices } from '../ServicesContext'
import { codesMessages } from './codesMessages'

/** Says once, quietly, that words for codes are missing; nothing while none are. */
export function CodesNotice(): ReactElement | null {
  const { codes } = useServices()
  const { language } = useLanguage()
  useCodesVersion(codes)
  if (!codes.failed()) return null
  const t = codesMessages(language)
  return (
    <Box
      component="output"
      data-codes="failed"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, color: 'text.secondary' }}
    >
      {t('codesFailed')}
      <Button size="small" onClick={codes.retry}>
        {t('codesRetry')}
      </Button>
    </Box>
  )
}
