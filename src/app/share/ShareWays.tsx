import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { canShare, share, type Shared, type ToShare } from '../../platform/shareSheet'
import { CopyButton } from '../../ui/CopyButton'
import { messages } from './messages'
import type { Shareable } from './sharing'

export interface ShareWaysProps {
  readonly shareable: Shareable
}

/** The other ways to hand it on: the clipboard, and what the device offers. */
export function ShareWays({ shareable }: ShareWaysProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { kind, text } = shareable
  const [shared, setShared] = useState<Shared>()
  const toShare = forDevice(shareable)
  const ask = async (): Promise<void> => {
    setShared(undefined)
    if (toShare) setShared(await share(toShare))
  }
  return (
    <div>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <CopyButton
          id="share"
          label={t(kind === 'card' ? 'copyCard' : 'copyLink')}
          done={t('copied')}
          text={text}
        />
        {toShare && (
          <Button
            variant="outlined"
            size="small"
            data-share-device=""
            onClick={() => void ask()}
            sx={{ '@media (pointer: coarse)': { minHeight: '44px' } }}
          >
            {t('device')}
          </Button>
        )}
      </Box>
      <Box component="output" data-shared={shared} sx={{ display: 'block', marginBlockStart: 1 }}>
        {shared === 'shared' && t('shared')}
        {shared === 'refused' && t('refused')}
      </Box>
    </div>
  )
}

/** A card as its file where the device takes that, else its text, as a link always is. */
function forDevice({ text, file }: Shareable): ToShare | undefined {
  const ways: readonly ToShare[] = [
    ...(file ? [{ file: { name: file.name, content: file.text } }] : []),
    { text },
  ]
  return ways.find(canShare)
}
