import Box from '@mui/material/Box'
import CircularProgress from '@mui/material/CircularProgress'
import { useEffect, useState, type ReactElement } from 'react'
import type { Progress } from '../../core/session'
import { useLanguage } from '../../i18n/LanguageContext'
import { useConfig } from '../ConfigContext'
import { messages } from '../messages'
import { Panel } from '../Panel'

/** Seconds after which they are counted before the reader's eyes, and after which it is called slow. */
const COUNTED_FROM = 3
const SLOW_FROM = 8

/** Something is under way. It always ends: every request gives up by itself, and the reader can cancel. */
export function Opening({ progress }: { readonly progress: Progress | undefined }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { requestTimeoutSeconds } = useConfig()
  const seconds = useSeconds()
  const several = progress !== undefined && progress.total > 1
  return (
    <Panel>
      <Box component="output" sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <CircularProgress size={28} aria-hidden />
        <div>
          {several
            ? t('openingFiles', { done: Math.min(progress.done + 1, progress.total), total: progress.total })
            : t('opening')}
          {seconds >= SLOW_FROM && (
            <p>
              {t('openingSlow')} {t('openingEnds', { count: requestTimeoutSeconds })}
            </p>
          )}
          {seconds >= COUNTED_FROM && (
            <Box aria-hidden sx={{ color: 'text.secondary' }}>
              {t('openingFor', { count: seconds })}
            </Box>
          )}
        </div>
      </Box>
    </Panel>
  )
}

/** Seconds since this came up. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const started = Date.now()
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - started) / 1000)), 1000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}
