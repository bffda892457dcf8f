import Box from '@mui/material/Box'
import type { ReactElement, ReactNode } from 'react'

export interface Field {
  readonly label: ReactNode
  readonly value: ReactNode
}

export interface FieldListProps {
  readonly fields: readonly Field[]
  /** Two columns on a narrow screen as well, for short values. Default: one below the other there. */
  readonly isCompact?: boolean
}

/** Labels and values in two columns, one below the other where the screen is narrow. */
export function FieldList({ fields, isCompact = false }: FieldListProps): ReactElement {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: isCompact ? 'minmax(6rem, 2fr) 3fr' : '1fr',
          sm: isCompact ? 'fit-content(45%) 1fr' : 'minmax(8rem, max-content) 1fr',
        },
        columnGap: { xs: isCompact ? 1.5 : 3, sm: 3 },
        rowGap: { xs: isCompact ? 0.75 : 0, sm: 0.75 },
        margin: 0,
        '& dt': { color: 'text.secondary', marginBlockStart: { xs: isCompact ? 0 : 1, sm: 0 } },
        // Beside its label, whichever way the words run: `start` would put them at the far end.
        '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere', textAlign: 'left' },
        '[dir=rtl] & dd': { textAlign: 'right' },
      }}
    >
      {fields.map(({ label, value }, index) => (
        // Labels repeat (two phone numbers), and the list never changes its order.
        <FieldPair key={index} label={label} value={value} />
      ))}
    </Box>
  )
}

function FieldPair({ label, value }: Field): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd dir="auto">{value}</dd>
    </>
  )
}
