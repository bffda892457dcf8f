import Box from '@mui/material/Box'
import type { ReactElement, ReactNode } from 'react'
import { useLanguage } from '../i18n/LanguageContext'
import { CopyByHand, closeOnEscape } from './CopyByHand'
import { messages } from './copyMessages'
import { CopyIcon, TickIcon } from './icons'
import { useCopying } from './useCopying'

export interface CopyableProps {
  /** What the value is called, in the reader's language: it names the button. */
  readonly label: string
  /** What goes to the clipboard, to the letter. It may be plainer than what is shown. Absent: there is nothing to copy. */
  readonly text: string | undefined
  /** The value as it is shown. */
  readonly children: ReactNode
}

/** A value with a button that copies its plain text. Without a `CopyProvider` around it: the value alone. */
export function Copyable({ label, text, children }: CopyableProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const copying = useCopying()
  if (!copying || text === undefined) return <>{children}</>
  const { state, start, button } = copying
  const Icon = state === 'copied' ? TickIcon : CopyIcon
  return (
    <>
      {children}
      <Box component="span" sx={BESIDE}>
        <Box
          component="button"
          type="button"
          aria-label={t('copy', { label })}
          title={t('copy', { label })}
          ref={button}
          data-copy={state}
          onClick={() => start(text, t('copied', { label }))}
          onKeyDown={(event) => closeOnEscape(event, copying)}
          sx={BUTTON}
        >
          <Icon sx={{ fontSize: '1.125rem' }} />
        </Box>
      </Box>
      <CopyByHand label={label} text={text} copying={copying} />
    </>
  )
}

/** Never on a line without the last word of its value: it would seem to copy what follows. U+2060 allows no break. */
const BESIDE = { whiteSpace: 'nowrap', '&::before': { content: '"\\2060"' } } as const

const BUTTON = {
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  verticalAlign: 'middle',
  minWidth: '28px',
  minHeight: '28px',
  marginBlock: '-4px',
  marginInlineStart: '4px',
  padding: 0,
  border: 0,
  borderRadius: 1,
  background: 'none',
  color: 'primary.main',
  cursor: 'pointer',
  userSelect: 'none',
  '&:hover': { backgroundColor: 'action.hover' },
  '&:focus-visible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: '1px' },
  '&[data-copy="copied"]': { color: 'success.main' },
  '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px', marginBlock: 0 },
  '@media print': { display: 'none' },
} as const
