import Box from '@mui/material/Box'
import { useState, type ReactElement, type ReactNode } from 'react'

export interface DisclosureProps {
  readonly summary: ReactNode
  readonly children: ReactNode
}

/** Something further, one click away. Its content is only built when somebody asks for it. */
export function Disclosure({ summary, children }: DisclosureProps): ReactElement {
  const [wanted, setWanted] = useState(false)
  return (
    <Box
      component="details"
      onToggle={(event) => event.currentTarget.open && setWanted(true)}
      sx={{
        '& > summary': { cursor: 'pointer', paddingBlock: 0.75, color: 'primary.main', fontWeight: 600 },
      }}
    >
      <summary>{summary}</summary>
      {wanted && children}
    </Box>
  )
}
