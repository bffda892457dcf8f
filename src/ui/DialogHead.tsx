import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { SxProps, Theme } from '@mui/material/styles'
import type { ReactElement, ReactNode } from 'react'
import { CloseIcon } from './icons'

export interface DialogHeadProps {
  /** What the dialog is labelled by. */
  readonly id: string
  readonly title: ReactNode
  /** The words of the button. */
  readonly close: string
  readonly onClose: () => void
  /** Stays in sight while what is below is scrolled; the dialog then has no padding of its own. */
  readonly isSticky?: boolean
}

/** The title of a `dialog` and, beside it, the way out. */
export function DialogHead({ id, title, close, onClose, isSticky = false }: DialogHeadProps): ReactElement {
  return (
    <Box sx={isSticky ? STICKY : ROW}>
      <Box component="h2" id={id} dir="auto" sx={TITLE}>
        {title}
      </Box>
      <Button variant="outlined" startIcon={<CloseIcon />} onClick={onClose} sx={{ flexShrink: 0 }}>
        {close}
      </Button>
    </Box>
  )
}

const TITLE: SxProps<Theme> = { margin: 0, fontSize: '1.25rem', flexGrow: 1, minWidth: 0 }

const ROW = { display: 'flex', gap: 2, alignItems: 'flex-start' } as const satisfies SxProps<Theme>

const STICKY: SxProps<Theme> = {
  ...ROW,
  position: 'sticky',
  insetBlockStart: 0,
  zIndex: 1,
  paddingInline: { xs: 2, sm: 3 },
  paddingBlock: 1.5,
  backgroundColor: 'background.paper',
  borderBlockEnd: '1px solid',
  borderColor: 'divider',
}
