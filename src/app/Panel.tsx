import Box from '@mui/material/Box'
import type { ReactElement, ReactNode } from 'react'

/** A sheet of paper on the desk: the frame that every screen puts its content in. */
export function Panel({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Box
      sx={{
        padding: { xs: 2, sm: 3 },
        borderRadius: 2,
        border: '1px solid',
        borderColor: 'divider',
        backgroundColor: 'background.paper',
        marginBlockEnd: 2,
        // Paper has its own frame, and every millimetre is a column's.
        '@media print': { padding: 0, border: 0 },
      }}
    >
      {children}
    </Box>
  )
}
