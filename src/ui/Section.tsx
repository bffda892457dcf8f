import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useId, useState, type ReactElement, type ReactNode } from 'react'
import { ChevronIcon } from './icons'

export interface SectionProps {
  readonly title: ReactNode
  /** Heading level; the page's own title is 1. */
  readonly level: 2 | 3 | 4 | 5 | 6
  /** How many things are inside, shown beside the title. */
  readonly count?: number
  readonly defaultOpen?: boolean
  readonly children: ReactNode
}

/** Never the last thing on a printed page. */
const HEADING = { margin: 0, lineHeight: 1.3, breakAfter: 'avoid' } as const
const FONT_SIZE = { 2: '1.25rem', 3: '1.1rem', 4: '1rem', 5: '1rem', 6: '1rem' } as const

/** A titled region that can be folded. Folded content stays in the page, so that it can be searched and printed. */
export function Section({ title, level, count, defaultOpen = true, children }: SectionProps): ReactElement {
  const [open, setOpen] = useState(defaultOpen)
  const id = useId()
  return (
    <Box component="section" aria-labelledby={`${id}-title`} sx={{ marginBlockStart: 2 }}>
      <Box component={`h${level}`} sx={{ ...HEADING, fontSize: FONT_SIZE[level] }}>
        <ButtonBase
          aria-expanded={open}
          aria-controls={`${id}-body`}
          onClick={() => setOpen(!open)}
          sx={{
            width: '100%',
            justifyContent: 'flex-start',
            textAlign: 'start',
            gap: 1,
            paddingBlock: 1,
            borderRadius: 1,
            font: 'inherit',
            fontWeight: 700,
            '&:focus-visible': { outline: '3px solid', outlineOffset: 2 },
          }}
        >
          <ChevronIcon
            sx={{
              transition: 'transform 120ms',
              transform: open ? 'rotate(90deg)' : 'none',
              '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
              '[dir=rtl] &': { transform: open ? 'rotate(90deg)' : 'scaleX(-1)' },
            }}
          />
          <span id={`${id}-title`} dir="auto">
            {title}
          </span>
          {count !== undefined && (
            <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
              ({count})
            </Box>
          )}
        </ButtonBase>
      </Box>
      <Box
        id={`${id}-body`}
        hidden={!open}
        sx={{ '@media print': { '&[hidden]': { display: 'block !important' } } }}
      >
        {children}
      </Box>
    </Box>
  )
}
