import Box from '@mui/material/Box'
import { useEffect, useRef, type ReactElement } from 'react'
import { useLanguage } from '../i18n/LanguageContext'
import { messages } from './copyMessages'
import { BOX_STYLE } from './LabelledBox'

/** Lines of a text that are seen at once. */
const LONGEST = 10

export interface CopyByHandProps {
  readonly label: string
  readonly text: string
}

/** Where no page may copy: the text, selected, so that the keyboard does it. */
export function CopyByHand({ label, text }: CopyByHandProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [])
  return (
    <Box sx={{ marginBlock: 0.5, fontWeight: 400, '@media print': { display: 'none' } }} data-copy-by-hand="">
      <Box role="alert" sx={{ marginBlockEnd: 0.5 }}>
        {t('byHand')}
      </Box>
      <Box
        component="textarea"
        ref={box}
        readOnly
        dir="auto"
        translate="no"
        rows={Math.min(LONGEST, text.split('\n').length)}
        value={text}
        aria-label={label}
        sx={{ ...BOX_STYLE, padding: 1 }}
      />
    </Box>
  )
}
