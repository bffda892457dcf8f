import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'

export interface ChoiceProps<Value> {
  /** What is chosen, for those who cannot see the buttons together. */
  readonly label: string
  readonly options: readonly (readonly [Value, string])[]
  readonly chosen: Value
  readonly choose: (value: Value) => void
  /** Ids of what an option shows, in the order of the options. */
  readonly controls?: readonly (string | undefined)[]
}

/** A few buttons of which one is pressed. */
export function Choice<Value extends string | boolean>(props: ChoiceProps<Value>): ReactElement {
  const { label, options, chosen, choose, controls = [] } = props
  return (
    <Box
      component="fieldset"
      aria-label={label}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        marginBlock: 1,
        marginInline: 0,
        padding: 0,
        border: 0,
        '@media print': { display: 'none' },
      }}
    >
      {options.map(([option, words], index) => (
        <Button
          key={String(option)}
          size="small"
          variant={chosen === option ? 'contained' : 'outlined'}
          aria-pressed={chosen === option}
          aria-controls={controls[index]}
          onClick={() => choose(option)}
        >
          {words}
        </Button>
      ))}
    </Box>
  )
}
