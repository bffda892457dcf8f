import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { Panel } from '../Panel'
import { messages } from './messages'

export interface ForeignFrameProps {
  /** The viewer's address, with the link in it that it was opened with. */
  readonly address: string
}

/**
 * In the place of the viewer, inside a page that may not show it. Nothing was opened. `data-shx-framed` is a published
 * contract: docs/dom-contract.md.
 */
export function ForeignFrame({ address }: ForeignFrameProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { origin, pathname } = new URL(address)
  return (
    <Box component="main" data-shx-framed="refused" sx={{ padding: 1.5 }}>
      <Panel>
        <Box component="h1" sx={{ marginBlock: 0, fontSize: '1.5rem' }}>
          {t('title')}
        </Box>
        <p>{t('why')}</p>
        <Button variant="contained" href={address} target="_blank" rel="noopener noreferrer">
          {t('open')}
        </Button>
        <p>
          {t('otherwise')}{' '}
          <Box component="bdi" dir="ltr" sx={{ overflowWrap: 'anywhere', fontWeight: 600 }}>
            {origin + pathname}
          </Box>
        </p>
        <Box component="p" sx={{ marginBlockEnd: 0, color: 'text.secondary', fontSize: '0.875rem' }}>
          {t('operator')}
        </Box>
      </Panel>
    </Box>
  )
}
