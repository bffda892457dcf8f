import type { SxProps, Theme } from '@mui/material/styles'

/** One of several things to be opened: what it is, and its button beside or below it. */
export const OFFER: SxProps<Theme> = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1.5,
  alignItems: 'center',
  justifyContent: 'space-between',
  padding: 1.5,
  border: '1px solid',
  borderColor: 'divider',
  borderRadius: 2,
  overflowWrap: 'anywhere',
}

/** What it is: the button goes below where less than 16 rem are left for it. */
export const OFFER_TEXT: SxProps<Theme> = { flex: '1 1 16rem', minWidth: 0 }
