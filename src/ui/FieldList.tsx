import Box from '@mui/material/Box'
import type { ReactElement, ReactNode } from 'react'

export interface Field {
  readonly label: ReactNode
  readonly value: ReactNode
}

/** Labels and values in two columns, one below the other where the screen is narrow. */
export function FieldList({ fields }: { readonly fields: readonly Field[] }): ReactElement {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(8rem, max-content) 1fr' },
        columnGap: 3,
        rowGap: { xs: 0, sm: 0.75 },
        margin: 0,
        '& dt': { color: 'text.secondary', marginBlockStart: { xs: 1, sm: 0 } },
        '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
      }}
    >
      {fields.map(({ label, value }, index) => (
        // Labels repeat (two phone numbers), and the list never changes its order.
        // oxlint-disable-next-line react/no-array-index-key
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
