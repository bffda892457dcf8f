import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { Notice } from '../../ui/Notice'
import type { Remark } from './remark'

/** What has to be known before reading on, one below the other. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }): ReactElement | null {
  if (remarks.length === 0) return null
  return (
    <Box sx={{ display: 'grid', gap: 1, marginBlock: 1 }}>
      {remarks.map(({ severity, text }) => (
        <Notice key={`${severity} ${text}`} severity={severity}>
          <span dir="auto">{text}</span>
        </Notice>
      ))}
    </Box>
  )
}
