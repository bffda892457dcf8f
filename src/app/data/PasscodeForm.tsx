import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react'
import type { ShxError } from '../../core/errors'
import { describeError } from '../../i18n/errors'
import { useLanguage } from '../../i18n/LanguageContext'
import { LockIcon } from '../../ui/icons'
import { AS_TYPED, BOX_STYLE, LabelledBox } from '../../ui/LabelledBox'
import { Notice } from '../../ui/Notice'
import { messages } from '../messages'
import { useServices } from '../ServicesContext'
import { Recipient } from './Recipient'
import { useRecipient } from './useRecipient'

export interface PasscodeFormProps {
  readonly error: ShxError
  /** Where the passcode will be sent. */
  readonly host: string
  /** Who will be said to be asking, unless the person says otherwise. */
  readonly recipient: string
}

/**
 * Asks for the passcode of a link.
 *
 * What is typed stays readable: wrong tries are counted for life, and a browser offers to keep what stands in a
 * password field, on a machine that many people share.
 */
export function PasscodeForm({ error, host, recipient }: PasscodeFormProps): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = messages(language)
  const box = useRef<HTMLInputElement>(null)
  const [empty, setEmpty] = useState(false)
  const { name, attempt, change } = useRecipient(recipient)
  // The only thing to do here: a keyboard or a screen reader should not have to look for it.
  useEffect(() => box.current?.focus(), [])

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const passcode = box.current?.value ?? ''
    setEmpty(passcode === '')
    if (passcode !== '') void session.retry({ passcode, ...attempt })
  }
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Question error={error} />
        <LabelledBox
          label={t('passcodeLabel')}
          hint={t('passcodeHint', { host })}
          renderBox={(id, hintId) => (
            <Box
              component="input"
              ref={box}
              id={id}
              aria-describedby={hintId}
              aria-invalid={error.code === 'PASSCODE_INCORRECT' || empty}
              data-shx-input="passcode"
              type="text"
              {...AS_TYPED}
              sx={{ ...BOX_STYLE, maxWidth: '24rem', letterSpacing: '0.05em' }}
            />
          )}
        />
        {empty && <Notice severity="warning" title={t('passcodeEmpty')} announce="assertive" />}
        <Button type="submit" variant="contained" size="large">
          {t('passcodeSubmit')}
        </Button>
      </form>
      {name !== '' && <Recipient name={name} onChange={change} />}
    </>
  )
}

function Question({ error }: { readonly error: ShxError }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { title, advice } = describeError(error, language)
  return (
    <>
      <Box
        component="h2"
        sx={{ display: 'flex', gap: 1, alignItems: 'center', marginBlock: 0, fontSize: '1.25rem' }}
      >
        <LockIcon />
        {t('passcodeTitle')}
      </Box>
      {error.code === 'PASSCODE_INCORRECT' && (
        <Box sx={{ marginBlock: 1.5 }}>
          <Notice severity="error" title={title} announce="assertive">
            {advice}
          </Notice>
        </Box>
      )}
    </>
  )
}
