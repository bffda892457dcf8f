import Box from '@mui/material/Box'
import { useState, type ReactElement, type ReactNode } from 'react'
import { usePrinting, usePrintingDetails } from './printing'

export interface DisclosureProps {
  readonly summary: ReactNode
  readonly children: ReactNode
  /**
   * False for what nobody reads on paper, such as raw data: it is printed only where it was opened. `details`: when
   * the details of every entry are printed as well. Default: true.
   */
  readonly prints?: boolean | 'details'
}

/** Something further, one click away. Its content is only built when somebody asks for it, or prints the page. */
export function Disclosure({ summary, children, prints = true }: DisclosureProps): ReactElement {
  const [wanted, setWanted] = useState(false)
  const [open, setOpen] = useState(false)
  const [printed, withDetails] = [usePrinting(), usePrintingDetails()]
  const printing = prints === 'details' ? withDetails : prints && printed
  return (
    <Box
      component="details"
      open={open || printing}
      onToggle={(event) => {
        if (printing) return
        setOpen(event.currentTarget.open)
        if (event.currentTarget.open) setWanted(true)
      }}
      sx={{
        '& > summary': { cursor: 'pointer', paddingBlock: 0.75, color: 'primary.main', fontWeight: 600 },
        '@media print': {
          '& > summary': { listStyle: 'none', color: 'text.primary', breakAfter: 'avoid' },
          '&:not([open])': { display: 'none' },
        },
      }}
    >
      <summary>{summary}</summary>
      {(wanted || printing) && children}
    </Box>
  )
}
