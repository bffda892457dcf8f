import Button from '@mui/material/Button'
import { useEffect, useState, type ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { messages } from '../messages'
import { useServices } from '../ServicesContext'

/** Counts down to when the server may be asked again. Nothing is asked by itself. */
export function RetryLater({ seconds }: { readonly seconds: number }): ReactElement {
  const { language } = useLanguage()
  const { session, clock } = useServices()
  const t = messages(language)
  const [until] = useState(() => clock().getTime() + seconds * 1000)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    // Counted from the clock, because timers sleep in a hidden tab.
    const timer = setInterval(() => {
      setLeft(Math.max(0, Math.ceil((until - clock().getTime()) / 1000)))
    }, 500)
    return () => clearInterval(timer)
  }, [until, clock])
  return (
    <>
      <span role="timer">{left > 0 ? t('retryIn', { count: left }) : t('retryNow')}</span>
      <Button variant="contained" disabled={left > 0} onClick={() => void session.retry()}>
        {t('tryAgain')}
      </Button>
    </>
  )
}
