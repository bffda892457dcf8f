import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { useConfig } from '../ConfigContext'
import { messages } from './messages'

/** Seconds after which it is forgotten even while a pointer or the focus rests on the offer: a desk is left like that. */
const LONGEST_SECONDS = 60
/** Milliseconds between two looks at the time. */
const TICK = 250

export interface ClosedNoticeProps {
  readonly bringBack: () => void
  /** Forgets it: the time is over, or the reader says so. */
  readonly forget: () => void
}

/**
 * Offers to bring back the record that was just closed. The time stands still while a pointer or the focus is on the
 * offer. It names nobody: the next person may stand at the desk already.
 */
export function ClosedNotice({ bringBack, forget }: ClosedNoticeProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const place = useRef<HTMLDivElement>(null)
  const held = useRef({ pointer: false, focus: false })
  const left = useSecondsLeft(useConfig().closeUndoSeconds, held, () => {
    if (place.current?.contains(document.activeElement)) document.querySelector<HTMLElement>('#main')?.focus()
    forget()
  })
  const hold = (what: 'pointer' | 'focus', on: boolean) => (): void => {
    held.current[what] = on
  }
  return (
    <Box
      ref={place}
      data-shx-closed=""
      // Not on entering: the pointer may have rested here since it closed the record.
      onPointerMove={hold('pointer', true)}
      onPointerLeave={hold('pointer', false)}
      onFocus={hold('focus', true)}
      onBlur={hold('focus', false)}
      sx={{ marginBlockEnd: 2, '@media print': { display: 'none' } }}
    >
      <Notice
        severity="info"
        title={t('closedTitle')}
        action={
          <>
            <Button variant="contained" data-shx-action="bring-back" onClick={bringBack}>
              {t('bringBack')}
            </Button>
            <Button variant="outlined" data-shx-action="forget" onClick={forget}>
              {t('forgetNow')}
            </Button>
            <Box component="span" sx={{ alignSelf: 'center', color: 'text.secondary' }}>
              {t('secondsLeft', { count: left })}
            </Box>
          </>
        }
      >
        {t('closedAdvice')}
      </Notice>
    </Box>
  )
}

interface Held {
  readonly pointer: boolean
  readonly focus: boolean
}

/** Counts down, except while it is held; calls `onEnd` once. */
function useSecondsLeft(seconds: number, held: { readonly current: Held }, onEnd: () => void): number {
  const [left, setLeft] = useState(seconds)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    const started = Date.now()
    let before = started
    let remaining = seconds * 1000
    const timer = setInterval(() => {
      const now = Date.now()
      if (!held.current.pointer && !held.current.focus) remaining -= now - before
      before = now
      setLeft(Math.max(0, Math.ceil(remaining / 1000)))
      if (remaining > 0 && now - started < LONGEST_SECONDS * 1000) return
      clearInterval(timer)
      end.current()
    }, TICK)
    return () => clearInterval(timer)
  }, [held, seconds])
  return left
}
