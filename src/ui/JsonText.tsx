import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'

/** JSON as text, indented, left to right in every language. A string is shown as it stands. */
export function JsonText({ value }: { readonly value: unknown }): ReactElement {
  const text = useMemo(() => (typeof value === 'string' ? value : indented(value)), [value])
  return (
    <Box
      component="pre"
      dir="ltr"
      // A keyboard reader has to be able to scroll it.
      tabIndex={0}
      translate="no"
      sx={{
        margin: 0,
        padding: 1.5,
        maxHeight: '60vh',
        overflow: 'auto',
        borderRadius: 1,
        border: '1px solid',
        borderColor: 'divider',
        fontSize: '0.8125rem',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        textAlign: 'left',
        '@media print': { maxHeight: 'none' },
      }}
    >
      {text}
    </Box>
  )
}

function indented(value: unknown): string {
  try {
    return JSON.stringify(value, undefined, 2) ?? ''
  } catch {
    // What was parsed from JSON always prints; anything else has nothing to show.
    return ''
  }
}
