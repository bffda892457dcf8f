import Box from '@mui/material/Box'
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react'
import { ONLY_READ } from './onlyRead'

/** Puts a text on the clipboard, and says whether it is there. Never rejects. */
export type Copy = (text: string) => Promise<boolean>

interface CopyState {
  readonly copy: Copy
  /** Says it to whoever does not see it. Empty: what was said is past. */
  readonly announce: (words: string) => void
  /** Closes the box that stands open to be copied from by hand, if any; `next`, which closes another one, is open then. */
  readonly replaceBox: (next?: () => void) => void
}

/** Absent: nothing can be copied here, and no button is shown. */
const CopyContext = createContext<CopyState | undefined>(undefined)

export const useCopy = (): CopyState | undefined => useContext(CopyContext)

export interface CopyProviderProps {
  /** The same function on every render. */
  readonly copy: Copy
  readonly children: ReactNode
}

/**
 * Lets everything inside be copied. What was copied is read out in one place for all of it; whatever stands in front of
 * the page needs a provider of its own, because nothing outside it is read out then.
 */
export function CopyProvider({ copy, children }: CopyProviderProps): ReactElement {
  const [said, setSaid] = useState('')
  const announce = useCallback((words: string): void => setSaid(words), [])
  // No state: thousands of buttons are not drawn again because one of them opens its box.
  const closeBox = useRef<() => void>(undefined)
  const replaceBox = useCallback((next?: () => void): void => {
    closeBox.current?.()
    closeBox.current = next
  }, [])
  const state = useMemo(() => ({ copy, announce, replaceBox }), [copy, announce, replaceBox])
  return (
    <CopyContext value={state}>
      {children}
      <Box component="output" sx={ONLY_READ}>
        {said}
      </Box>
    </CopyContext>
  )
}
