import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import { useLanguage } from '../i18n/LanguageContext'
import { Notice } from '../ui/Notice'
import { messages } from './messages'

/** A part of the viewer could not be fetched: what is open stays open, and one click asks again. */
export function LoadFailed({ retry }: { readonly retry: () => void }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <Notice
      severity="error"
      announce="assertive"
      title={t('newVersion')}
      action={<Button onClick={retry}>{t('tryAgain')}</Button>}
    />
  )
}
