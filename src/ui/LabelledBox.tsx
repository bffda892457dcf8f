import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import { useId, type ReactElement } from 'react'

/** How every box that takes text looks. At least 16 px, because phones zoom in on smaller type. */
export const BOX_STYLE = {
  display: 'block',
  boxSizing: 'border-box',
  width: '100%',
  padding: 1.5,
  borderRadius: 2,
  border: '2px solid',
  borderColor: 'text.secondary',
  backgroundColor: 'background.paper',
  color: 'text.primary',
  fontSize: '1rem',
  fontFamily: 'inherit',
  '&:focus': {
    borderColor: 'primary.main',
    outline: '3px solid',
    outlineColor: 'primary.main',
    outlineOffset: '1px',
  },
} as const satisfies SxProps<Theme>

/** For what is a code and not prose: nothing is corrected, capitalised, translated, offered or mirrored. */
export const AS_TYPED = {
  dir: 'ltr',
  spellCheck: false,
  autoComplete: 'off',
  autoCapitalize: 'none',
  translate: 'no',
} as const

export interface LabelledBoxProps {
  readonly label: string
  readonly hint: string
  /** The box itself, given its id and the id of its hint. */
  readonly renderBox: (id: string, hintId: string) => ReactElement
}

/** A box for text with its label above and a hint below, tied together for screen readers. */
export function LabelledBox({ label, hint, renderBox }: LabelledBoxProps): ReactElement {
  const id = useId()
  return (
    <Box sx={{ marginBlock: 1.5 }}>
      <Box component="label" htmlFor={id} sx={{ display: 'block', fontWeight: 600, marginBlockEnd: 0.5 }}>
        {label}
      </Box>
      {renderBox(id, `${id}-hint`)}
      <Box id={`${id}-hint`} sx={{ color: 'text.secondary', fontSize: '0.875rem', marginBlockStart: 0.75 }}>
        {hint}
      </Box>
    </Box>
  )
}
