import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { useLanguage } from '../i18n/LanguageContext'
import { messages } from './copyMessages'
import { BOX_STYLE } from './LabelledBox'
import type { Copying } from './useCopying'

/** Lines of a text that are seen at once. */
const LONGEST = 10

export interface CopyByHandProps {
  readonly label: string
  readonly text: string
  readonly copying: Copying
}

/** Where no page may copy: the text, selected, so that the keyboard does it. Nothing as long as that is not needed. */
export function CopyByHand({ copying, ...props }: CopyByHandProps): ReactElement | null {
  return copying.state === 'refused' ? <OpenBox copying={copying} {...props} /> : null
}

function OpenBox({ label, text, copying }: CopyByHandProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { box } = copying
  const words = useId()
  const content = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    content.current?.focus()
    content.current?.select()
  }, [])
  return (
    <Box ref={box} sx={BOX} data-copy-by-hand="" onKeyDown={(event) => closeOnEscape(event, copying)}>
      <Box role="alert" id={words} dir="auto">
        {t('byHand')}
      </Box>
      <Box
        component="textarea"
        ref={content}
        readOnly
        dir="auto"
        translate="no"
        rows={Math.min(LONGEST, text.split('\n').length)}
        value={text}
        aria-label={label}
        // A reader that goes to the text at once would cut the alert short.
        aria-describedby={words}
        sx={{ ...BOX_STYLE, padding: 1, marginBlock: 0.5 }}
      />
      <Button
        size="small"
        aria-label={t('closeBox', { label })}
        onClick={() => copying.close()}
        sx={{ '@media (pointer: coarse)': { minHeight: '44px' } }}
      >
        {t('close')}
      </Button>
    </Box>
  )
}

/** Closes the box and nothing else: neither the dialog that it may stand in nor a drawer behind it. */
export function closeOnEscape(event: KeyboardEvent, { state, close }: Copying): void {
  if (event.key !== 'Escape' || state !== 'refused') return
  event.preventDefault()
  event.stopPropagation()
  close()
}

const BOX = {
  marginBlock: 0.5,
  fontWeight: 400,
  whiteSpace: 'normal',
  '@media print': { display: 'none' },
} as const
