import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactElement } from 'react'
import type { OpenedShx, VerifiedBundle } from '../../core/openSHX'
import { useLanguage } from '../../i18n/LanguageContext'
import { LoadedScreen } from '../LoadedScreen'
import { useServices } from '../ServicesContext'
import { useConfig } from '../ConfigContext'
import { messages } from './messages'
import { shareablesOf, type Shareable } from './sharing'

export interface ShareButtonProps {
  readonly verified: VerifiedBundle
  readonly opened: OpenedShx
}

const loadDialog = () => import('./ShareDialog').then(({ ShareDialog }) => ShareDialog)

/**
 * Hands the record on. What came by a link or as a card has a button; the text of a link leaves the session only when
 * it is pressed, and is gone with the dialog. `data-share` is a published contract: docs/dom-contract.md.
 */
export function ShareButton({ verified, opened }: ShareButtonProps): ReactElement | null {
  const { language } = useLanguage()
  const { session, clock } = useServices()
  const [shown, setShown] = useState<readonly Shareable[]>()
  const { features } = useConfig()
  const isFromLink = opened.link !== undefined && verified.origin.live === undefined
  if (!features.share) return null
  if (verified.source.kind !== 'jws' && !isFromLink) return null
  const open = (): void => {
    const linkText = isFromLink ? session.shareLink() : undefined
    const shareables = shareablesOf(verified, opened, { linkText, now: clock() })
    if (shareables.length > 0) setShown(shareables)
  }
  return (
    <Box sx={{ marginBlock: 1.5, '@media print': { display: 'none' } }}>
      <Button variant="outlined" aria-haspopup="dialog" onClick={open} data-share="">
        {messages(language)('share')}
      </Button>
      {shown && (
        <LoadedScreen
          load={loadDialog}
          props={{
            shareables: shown,
            expires: opened.link?.expires,
            onClose: () => setShown(undefined),
          }}
        />
      )}
    </Box>
  )
}
