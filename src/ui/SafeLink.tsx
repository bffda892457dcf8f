import Link from '@mui/material/Link'
import type { ReactElement, ReactNode } from 'react'
import { safeHref } from './safeHref'

export interface SafeLinkProps {
  /** An address from a payload, of any shape. */
  readonly href: unknown
  readonly children: ReactNode
}

/** The only `href` that comes from data. An address that is not plainly safe stays text. */
export function SafeLink({ href, children }: SafeLinkProps): ReactElement {
  const address = safeHref(href)
  if (address === undefined) return <>{children}</>
  return (
    <Link href={address} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
      {children}
    </Link>
  )
}
