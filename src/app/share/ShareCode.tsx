import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { drawQr } from '../../ui/qr/drawQr'
import { QrPicture } from '../../ui/qr/QrPicture'
import { messages } from './messages'
import type { Shareable } from './sharing'

export interface ShareCodeProps {
  readonly shareable: Shareable
}

/** The code to be scanned, on white in the dark as well, or words for why there is none. */
export function ShareCode({ shareable: { kind, text, fits } }: ShareCodeProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  // The standards have the least correction for cards, which are long, and more for links.
  const code = useMemo(
    () => (fits ? drawQr(text, kind === 'card' ? 'L' : 'M') : undefined),
    [fits, text, kind],
  )
  if (!code) {
    return (
      <Box data-share-code="too-large">
        <Notice severity="info" title={t('tooLarge')} />
      </Box>
    )
  }
  return (
    <div data-share-code={kind}>
      <Box sx={SHEET}>
        <QrPicture code={code} label={t(kind === 'card' ? 'cardCode' : 'linkCode')} />
      </Box>
      <Box component="p" sx={{ marginBlock: 1, color: 'text.secondary', textAlign: 'center' }}>
        {t('scanHint')}
      </Box>
    </div>
  )
}

/**
 * As large as both sides of the window allow: 21rem is what stands around it on a desk, so that all of the dialog is
 * seen at once. Never so small that cameras no longer read it; then the dialog scrolls.
 */
const SHEET = {
  boxSizing: 'border-box',
  width: 'min(100%, max(20rem, 100dvh - 21rem))',
  aspectRatio: '1',
  marginInline: 'auto',
  borderRadius: 1,
  overflow: 'hidden',
  backgroundColor: '#ffffff',
  forcedColorAdjust: 'none',
} as const
