import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useId, useRef, useState, type ReactElement } from 'react'
import type { Session } from '../../core/session'
import { useLanguage } from '../../i18n/LanguageContext'
import { isFramed } from '../../platform/framePolicy'
import { watchIdle, type IdleWatch } from '../../platform/idle'
import { smallDialog } from '../../ui/dialogStyles'
import { useModal } from '../../ui/useModal'
import { useConfig } from '../ConfigContext'
import { useEhr } from '../ehr/EhrContext'
import { useServices, useShx } from '../ServicesContext'
import { messages } from './messages'

/** Milliseconds in which the reader is asked. Source: WCAG 2.2, 2.2.1, which wants at least 20 seconds. */
const WARNING = 30_000

/** Forgets what is open on a machine that nobody uses any more, and asks before. */
export function IdleGuard(): ReactElement | null {
  const { clearAfterMinutes: minutes } = useConfig()
  const { session, leaving } = useServices()
  const { phase } = useShx(session)
  const ehr = useEhr()
  // In a chart the EHR locks the machine.
  const isOff = minutes === 0 || phase === 'empty' || ehr !== undefined || isFramed()
  const watch = useRef<IdleWatch>(undefined)
  const [seconds, setSeconds] = useState<number>()
  useEffect(() => {
    if (isOff) return undefined
    const after = minutes * 60_000
    watch.current = watchIdle({
      after,
      warning: Math.min(WARNING, after / 2),
      onWarning: setSeconds,
      onIdle: () => leaving.leave('idle'),
    })
    return () => {
      watch.current?.stop()
      setSeconds(undefined)
    }
  }, [isOff, minutes, leaving])
  useEffect(() => onNewPhase(session, () => watch.current?.stay()), [session])
  if (seconds === undefined) return null
  return (
    <StillThere
      seconds={seconds}
      stay={() => watch.current?.stay()}
      leave={() => leaving.leave('idle')}
      minutes={minutes}
    />
  )
}

/** A new scan is a sign of somebody, too; an update that comes by itself is none. */
function onNewPhase(session: Session, call: () => void): () => void {
  let before = session.state().phase
  return session.subscribe(() => {
    const { phase } = session.state()
    if (phase !== before) call()
    before = phase
  })
}

interface StillThereProps {
  readonly seconds: number
  readonly minutes: number
  readonly stay: () => void
  readonly leave: () => void
}

/** Covers the record: whoever comes to the machine now is asked, and shown nothing. */
function StillThere({ seconds, minutes, stay, leave }: StillThereProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const dialog = useModal()
  const id = useId()
  return (
    <Box
      component="dialog"
      ref={dialog}
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      data-shx-idle=""
      onCancel={stay}
      sx={DIALOG}
    >
      <Box component="h2" id={id} sx={{ marginBlock: 0, fontSize: '1.25rem' }}>
        {t('idleTitle')}
      </Box>
      <p id={`${id}-text`}>{t('idleText', { count: minutes })}</p>
      <Box component="p" aria-hidden sx={{ fontWeight: 700 }}>
        {t('secondsLeft', { count: seconds })}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" data-shx-action="stay" onClick={stay}>
          {t('stay')}
        </Button>
        <Button variant="outlined" data-shx-action="forget" onClick={leave}>
          {t('forgetNow')}
        </Button>
      </Box>
    </Box>
  )
}

/** What lies behind it cannot be read. */
const DIALOG = { ...smallDialog('30rem'), '&::backdrop': { backgroundColor: '#5b6770' } } as const
