import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import type { OpenedShx } from '../../core/openSHX'
import type { Progress } from '../../core/session'
import type { ApiOffer } from '../../core/shl/apiAccess'
import { plainHost } from '../../i18n/values'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { useConfig } from '../ConfigContext'
import { useServices } from '../ServicesContext'
import { linkMessages } from './linkMessages'

export interface LiveConnectionsProps {
  readonly opened: OpenedShx
  /** How far the one that is being asked is. */
  readonly live: Progress | undefined
  /** Something else is being asked. */
  readonly busy: boolean
}

/** Servers that a link lets the reader ask for the record itself: named first, asked only on the reader's button. */
export function LiveConnections({ opened, live, busy }: LiveConnectionsProps): ReactElement | null {
  const { features } = useConfig()
  const { offers = [], bundles } = opened
  if (offers.length === 0 || !features.liveConnections) return null
  return (
    <>
      {offers.map((offer) => (
        <LiveConnection
          key={offer.file}
          offer={offer}
          live={live}
          busy={busy}
          loaded={bundles.some(({ origin }) => origin.live === offer.host && origin.file === offer.file)}
        />
      ))}
    </>
  )
}

interface LiveConnectionProps extends Omit<LiveConnectionsProps, 'opened'> {
  readonly offer: ApiOffer
  readonly loaded: boolean
}

function LiveConnection({ offer, live, busy, loaded }: LiveConnectionProps): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = linkMessages(language)
  const host = plainHost(offer.host) ?? ''
  const asking = live !== undefined
  return (
    <Box sx={{ marginBlock: 2 }} data-live={host}>
      <Notice
        severity="info"
        title={t('liveTitle', { host })}
        action={
          <Button
            variant={loaded ? 'outlined' : 'contained'}
            data-shx-action="connect"
            disabled={asking || busy}
            onClick={() => void session.connect(offer)}
          >
            {t(loaded ? 'liveAgain' : 'liveConnect')}
          </Button>
        }
      >
        {t('liveLead', { host })}{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          (API_ACCESS_OFFERED)
        </Box>
        {asking && (
          <Box component="output" sx={{ display: 'block', marginBlockStart: 1 }}>
            {t('liveProgress', { host, done: Math.min(live.done + 1, live.total), total: live.total })}
          </Box>
        )}
      </Notice>
    </Box>
  )
}
