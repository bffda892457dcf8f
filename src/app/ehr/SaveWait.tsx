import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'

export interface WaitProps {
  readonly words: string
  readonly stop: string
  readonly onStop: () => void
}

/** What is being waited for, and how to stop. */
export function Wait({ words, stop, onStop }: WaitProps): ReactElement {
  return (
    <>
      <Box component="output" sx={{ display: 'block', marginBlock: 2, fontWeight: 600 }}>
        {words}
      </Box>
      <Button variant="outlined" onClick={onStop}>
        {stop}
      </Button>
    </>
  )
}
