import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import { useLanguage } from '../i18n/LanguageContext'
import { CopyByHand, closeOnEscape } from './CopyByHand'
import { messages } from './copyMessages'
import { CopyIcon, TickIcon } from './icons'
import { useCopying } from './useCopying'

export interface CopyButtonProps {
  /** What the button says: "Copy all". */
  readonly label: string
  /** What it says, and is read out, once it has worked. */
  readonly done: string
  readonly text: string
  /** Stands in the page as `data-copy-all`, for tests and scripts. */
  readonly id: string
}

/** A button in words that copies a text. Nothing without a `CopyProvider` around it. */
export function CopyButton({ label, done, text, id }: CopyButtonProps): ReactElement | null {
  const { language } = useLanguage()
  const copying = useCopying()
  if (!copying) return null
  const { state, start, button } = copying
  const Icon = state === 'copied' ? TickIcon : CopyIcon
  return (
    <Box sx={{ '@media print': { display: 'none' }, ...(state === 'refused' && { width: '100%' }) }}>
      <Button
        variant="outlined"
        size="small"
        data-copy={state}
        data-copy-all={id}
        ref={button}
        onClick={() => start(text, done)}
        onKeyDown={(event) => closeOnEscape(event, copying)}
        sx={{ '@media (pointer: coarse)': { minHeight: '44px' } }}
      >
        <Icon sx={{ fontSize: '1.125rem', marginInlineEnd: 0.75 }} />
        {state === 'copied' ? done : label}
      </Button>
      <CopyByHand label={messages(language)('theText')} text={text} copying={copying} />
    </Box>
  )
}
