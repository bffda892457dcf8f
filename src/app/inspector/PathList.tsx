import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'

export interface PathListProps {
  readonly paths: readonly string[]
  readonly onAsk: (path: string) => void
}

/** Paths as buttons that read them. */
export function PathList({ paths, onAsk }: PathListProps): ReactElement {
  return (
    <Box component="ul" sx={{ listStyle: 'none', padding: 0, marginBlock: 0.5 }}>
      {paths.map((path) => (
        <li key={path}>
          <Button
            size="small"
            onClick={() => onAsk(path)}
            sx={{ textTransform: 'none', textAlign: 'start', overflowWrap: 'anywhere' }}
          >
            <bdi dir="ltr" translate="no">
              {path}
            </bdi>
          </Button>
        </li>
      ))}
    </Box>
  )
}
