import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactElement } from 'react'
import type { IssuerFacts } from '../../core/verdict'
import { useLanguage } from '../../i18n/LanguageContext'
import { plainHost } from '../../i18n/values'
import { useConfig } from '../ConfigContext'
import { messages } from '../messages'
import { useServices } from '../ServicesContext'
import { checkMessages } from './checkMessages'

/**
 * Asks an issuer on no list for its keys. First says whom that tells what: the request is the only one in the viewer
 * that goes to an address from a card, and it is made on the second press and never otherwise.
 */
export function CheckWithIssuer({ issuer }: { readonly issuer: IssuerFacts }): ReactElement | null {
  const { language } = useLanguage()
  const { session } = useServices()
  const { features } = useConfig()
  const [step, setStep] = useState<'offered' | 'asking' | 'waiting'>('offered')
  const t = checkMessages(language)
  const host = plainHost(issuer.host)
  if (host === undefined || !features.issuerCheck) return null
  const check = async (): Promise<void> => {
    setStep('waiting')
    await session.checkWithIssuer(issuer.iss)
    setStep('offered')
  }
  if (step === 'offered') {
    return (
      <Button variant="outlined" onClick={() => setStep('asking')}>
        {t('checkWithIssuer')}
      </Button>
    )
  }
  return (
    <Box component="section" aria-label={t('checkWithIssuer')} sx={{ width: '100%' }}>
      <Box component="p" sx={{ marginBlockStart: 0 }}>
        {t('checkWithIssuerTells', { host })}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          ref={takeFocus}
          variant="contained"
          disabled={step === 'waiting'}
          onClick={() => void check()}
        >
          {t(step === 'waiting' ? 'asking' : 'ask', { host })}
        </Button>
        <Button variant="outlined" disabled={step === 'waiting'} onClick={() => setStep('offered')}>
          {messages(language)('cancel')}
        </Button>
      </Box>
    </Box>
  )
}

/** The first press put the button away that had the focus. */
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus()
