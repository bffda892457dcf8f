import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import type { ShxError } from '../../core/errors'
import { useLanguage } from '../../i18n/LanguageContext'
import { ScanBox, type ScanBoxProps } from '../ScanBox'
import { useServices } from '../ServicesContext'
import { checkMessages } from './checkMessages'

interface NextPartProps {
  readonly error: Extract<ShxError, { code: 'QR_CHUNK_INCOMPLETE' }>
  readonly scan: ScanBoxProps
}

/**
 * The box for the next code of a card, right where the progress stands: it has the focus, so that the next scan needs
 * no click. `data-shx-parts` is a published contract: docs/dom-contract.md.
 */
export function NextPart({ error, scan }: NextPartProps): ReactElement {
  const { language } = useLanguage()
  const { have, need, missing } = error
  return (
    <Box data-shx-parts={`${have}/${need}`} data-shx-missing={missing.join(' ')} sx={{ marginBlockStart: 2 }}>
      <Box component="p" sx={{ marginBlock: 0, fontWeight: 600 }}>
        {checkMessages(language)('partsHave', { have, need })}
      </Box>
      <Box
        component="progress"
        value={have}
        max={need}
        aria-label={checkMessages(language)('partsHave', { have, need })}
        sx={{ inlineSize: '100%', marginBlockEnd: 1.5 }}
      />
      <ScanBox {...scan} />
    </Box>
  )
}

/** A code of another card came up: which of the two does the reader mean? */
export function OtherCard(): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = checkMessages(language)
  return (
    <>
      <Button variant="contained" onClick={() => void session.keepParts()}>
        {t('partsKeep')}
      </Button>
      <Button variant="outlined" onClick={() => void session.startOver()}>
        {t('partsStartOver')}
      </Button>
    </>
  )
}
