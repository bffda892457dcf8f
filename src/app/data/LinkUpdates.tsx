import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState, type ReactElement } from 'react'
import { isRetryable } from '../../core/errors'
import type { Update } from '../../core/session'
import { describeError } from '../../i18n/errors'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { messages } from '../messages'
import { useServices } from '../ServicesContext'
import { linkMessages } from './linkMessages'

/** Seconds between two requests that nobody presses a button for, at the least. */
const SHORTEST_POLL = 60

export interface LinkUpdatesProps {
  readonly update: Update | undefined
  /** Seconds that the server asks to wait before the next request, where it says so. */
  readonly retryAfter: number | undefined
}

/**
 * Asks a long-term link for what is new: on a button, or by itself while the page is looked at, if the reader wants.
 * What the server says about waiting is obeyed either way, and a link that has ended is not asked again.
 */
export function LinkUpdates({ update, retryAfter }: LinkUpdatesProps): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = linkMessages(language)
  const [polling, setPolling] = useState(false)
  const ended = update?.status === 'failed' && !isRetryable(update.error)
  const refused =
    update?.status === 'failed' && update.error.code === 'RATE_LIMITED' ? update.error : undefined
  const waiting = useWaiting(refused?.retryAfter ?? 0, update)
  const seconds = Math.max(SHORTEST_POLL, retryAfter ?? 0, refused?.retryAfter ?? 0)
  usePolling({ enabled: polling && !ended, seconds, since: update })
  const asking = update?.status === 'asking'
  return (
    <Box sx={{ marginBlockStart: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Button
          variant="outlined"
          data-shx-action="refresh"
          disabled={asking || ended || waiting}
          onClick={() => void session.refresh()}
        >
          {t(asking ? 'checking' : 'checkUpdates')}
        </Button>
        <Box component="label" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <input
            type="checkbox"
            checked={polling && !ended}
            disabled={ended}
            onChange={(event) => setPolling(event.target.checked)}
          />
          {t('keepUpToDate')}
        </Box>
      </Box>
      <Outcome update={update} />
    </Box>
  )
}

function Outcome({ update }: { readonly update: Update | undefined }): ReactElement | null {
  const { language } = useLanguage()
  const { clock } = useServices()
  const t = linkMessages(language)
  const [since, setSince] = useState({ update, at: clock() })
  if (since.update !== update) setSince({ update, at: clock() })
  if (!update || update.status === 'asking') return null
  if (update.status === 'done') {
    const time = since.at.toLocaleTimeString(language, { timeStyle: 'short' })
    return (
      <Box component="output" sx={{ display: 'block', marginBlockStart: 1, color: 'text.secondary' }}>
        {t('upToDate', { time })}
      </Box>
    )
  }
  const { title, advice } = describeError(update.error, language)
  return (
    <Box sx={{ marginBlockStart: 1 }}>
      <Notice
        severity="warning"
        announce="polite"
        title={t(update.error.code === 'LINK_INACTIVE' ? 'linkEnded' : 'updateFailed')}
      >
        {title} {advice}
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {' '}
          {messages(language)('errorCode', { code: update.error.code })}
        </Box>
      </Notice>
    </Box>
  )
}

/** True for so many seconds after `since` has changed. */
function useWaiting(seconds: number, since: unknown): boolean {
  const [over, setOver] = useState<unknown>()
  useEffect(() => {
    const timer = setTimeout(() => setOver(since), seconds * 1000)
    return () => clearTimeout(timer)
  }, [seconds, since])
  return seconds > 0 && over !== since
}

interface Polling {
  readonly enabled: boolean
  readonly seconds: number
  /** What became of the last request: the time is counted from there. */
  readonly since: unknown
}

function usePolling({ enabled, seconds, since }: Polling): void {
  const { session, clock } = useServices()
  useEffect(() => {
    if (!enabled) return undefined
    const due = clock().getTime() + seconds * 1000
    // Looked at the clock, because timers sleep in a hidden tab; a page that nobody sees asks nobody.
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && clock().getTime() >= due) void session.refresh()
    }, 1000)
    return () => clearInterval(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the time counts from the last answer
  }, [enabled, seconds, since, session, clock])
}
