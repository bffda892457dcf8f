import type { SxProps, Theme } from '@mui/material/styles'

/** The paper of every `dialog`, and how much of what lies behind it still shows. */
const PAPER = {
  boxSizing: 'border-box',
  padding: { xs: 2, sm: 3 },
  border: '1px solid',
  borderColor: 'divider',
  backgroundColor: 'background.paper',
  color: 'text.primary',
  overflowWrap: 'anywhere',
  '&::backdrop': { backgroundColor: 'rgb(0 0 0 / 55%)' },
} as const

/** A question or a message, no wider than `width` (a CSS length). */
export const smallDialog = (width: string) =>
  ({
    ...PAPER,
    width: `min(${width}, calc(100vw - 2rem))`,
    maxHeight: 'calc(100vh - 2rem)',
    borderRadius: 2,
  }) as const satisfies SxProps<Theme>

/** A task or a document: no wider than `width` (a CSS length), and as wide as a phone. */
export const largeDialog = (width: string) =>
  ({
    ...PAPER,
    width: { xs: '100vw', sm: `min(${width}, calc(100vw - 2rem))` },
    maxWidth: 'none',
    maxHeight: { xs: '100dvh', sm: 'calc(100dvh - 2rem)' },
    borderRadius: { xs: 0, sm: 2 },
  }) as const satisfies SxProps<Theme>
