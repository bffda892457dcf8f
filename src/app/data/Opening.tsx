import Box from '@mui/material/Box'
import CircularProgress from '@mui/material/CircularProgress'
import { useEffect, useState, type ReactElement } from 'react'
import type { Progress } from '../../core/session'
import { useLanguage } from '../../i18n/LanguageContext'
import { messages } from '../messages'
import { Panel } from '../Panel'

const SLOW_MILLISECONDS = 8_000

/** Something is under way. It always ends: every request gives up by itself, and the reader can cancel. */
export function Opening({ progress }: { readonly progress: Progress | undefined }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [])
  const several = progress !== undefined && progress.total > 1
  return (
    <Panel>
      <Box component="output" sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <CircularProgress size={28} aria-hidden />
        <div>
          {several
            ? t('openingFiles', { done: Math.min(progress.done + 1, progress.total), total: progress.total })
            : t('opening')}
          {slow && <p>{t('openingSlow')}</p>}
        </div>
      </Box>
    </Panel>
  )
}
