import Box from '@mui/material/Box'
import type { ReactElement } from 'react'

export interface BeginningProps {
  /** How many there were in all. */
  readonly characters: number
  readonly beginning: string
}

/** The first characters as they arrived; the rest is somebody's health. */
export function Beginning({ characters, beginning }: BeginningProps): ReactElement {
  return (
    <Box
      component="bdi"
      dir="ltr"
      translate="no"
      sx={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace' }}
    >
      {beginning}
      {characters > beginning.length && '…'}
    </Box>
  )
}
