import Link from '@mui/material/Link'
import type { ReactElement, ReactNode } from 'react'
import { elementWith, showElement } from '../../ui/showElement'

/** A place in the page: the row of an entry by its `data-ref`, or a section of a document by its `data-section`. */
export type Goal =
  | { readonly kind: 'ref'; readonly ref: string }
  | { readonly kind: 'section'; readonly key: string }

export interface GoToProps {
  readonly goal: Goal
  readonly children: ReactNode
}

/** Words that lead to where the matter is told in full. A button: addresses of entries are nobody's business. */
export function GoTo({ goal, children }: GoToProps): ReactElement {
  return (
    <Link
      component="button"
      type="button"
      underline="hover"
      onClick={() => {
        const element = goal.kind === 'ref' ? elementWith('ref', goal.ref) : elementWith('section', goal.key)
        if (element) showElement(element)
      }}
      sx={{
        font: 'inherit',
        minHeight: '24px',
        textAlign: 'start',
        overflowWrap: 'anywhere',
        verticalAlign: 'baseline',
        '&:focus-visible': { outline: '3px solid', outlineOffset: '2px' },
      }}
    >
      {children}
    </Link>
  )
}
