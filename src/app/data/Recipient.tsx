import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState, type ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { BOX_STYLE, LabelledBox } from '../../ui/LabelledBox'
import { messages } from '../messages'
import { useServices } from '../ServicesContext'
import { linkMessages } from './linkMessages'

export interface RecipientProps {
  /** As it will be sent. */
  readonly name: string
  /** The person wants to be called something else; '' is the deployment's own name. */
  readonly onChange: (name: string) => void
}

/** Who the sender will see is asking, before it is sent, and the means to say it otherwise. */
export function Recipient({ name, onChange }: RecipientProps): ReactElement {
  const { language } = useLanguage()
  const { rememberRecipient } = useServices()
  const t = linkMessages(language)
  const [changing, setChanging] = useState(false)
  if (!changing) {
    return (
      <Box component="p" sx={{ marginBlock: 1, overflowWrap: 'anywhere' }}>
        <bdi>{t('willBeSentAs', { name })}</bdi>{' '}
        <Button size="small" onClick={() => setChanging(true)}>
          {t('changeRecipient')}
        </Button>
      </Box>
    )
  }
  const keep = (wanted: string): void => {
    rememberRecipient(wanted)
    setChanging(false)
    onChange(wanted)
  }
  return <RecipientBox name={name} onKeep={keep} onCancel={() => setChanging(false)} />
}

interface RecipientBoxProps {
  readonly name: string
  readonly onKeep: (wanted: string) => void
  readonly onCancel: () => void
}

function RecipientBox({ name, onKeep, onCancel }: RecipientBoxProps): ReactElement {
  const { language } = useLanguage()
  const t = linkMessages(language)
  const box = useRef<HTMLInputElement>(null)
  return (
    <>
      <LabelledBox
        label={t('recipientLabel')}
        hint={t('recipientHint')}
        renderBox={(id, hintId) => (
          <Box
            component="input"
            ref={box}
            id={id}
            aria-describedby={hintId}
            data-shx-input="recipient"
            type="text"
            maxLength={200}
            autoComplete="off"
            defaultValue={name}
            sx={{ ...BOX_STYLE, maxWidth: '24rem' }}
          />
        )}
      />
      <Box sx={{ display: 'flex', gap: 1, marginBlockEnd: 1.5 }}>
        <Button variant="outlined" onClick={() => onKeep((box.current?.value ?? '').trim())}>
          {t('keepRecipient')}
        </Button>
        <Button onClick={onCancel}>{messages(language)('cancel')}</Button>
      </Box>
    </>
  )
}
