import { useEffect, useRef, useState } from 'react'
import { useCopy } from './CopyProvider'

/** Milliseconds for which a button shows that it has copied. */
const SHOWN = 2500

export type CopyingState = 'idle' | 'copying' | 'copied' | 'refused'

export interface Copying {
  readonly state: CopyingState
  /** Call it from a click. `said` is read out when it has worked. */
  readonly start: (text: string, said: string) => void
}

/** What became of one button's last copy. `undefined` where nothing can be copied. */
export function useCopying(): Copying | undefined {
  const context = useCopy()
  const [state, setState] = useState<CopyingState>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const turn = useRef(0)
  useEffect(
    () => () => {
      turn.current += 1
      clearTimeout(timer.current)
    },
    [],
  )
  if (!context) return undefined
  const { copy, announce } = context
  const start = (text: string, said: string): void => {
    clearTimeout(timer.current)
    turn.current += 1
    const mine = turn.current
    setState('copying')
    // Said again only where it was something else in between.
    announce('')
    const settle = (copied: boolean): void => {
      if (turn.current !== mine) return
      setState(copied ? 'copied' : 'refused')
      if (!copied) return
      announce(said)
      timer.current = setTimeout(() => {
        setState('idle')
        announce('')
      }, SHOWN)
    }
    void copy(text).then((copied) => settle(copied))
  }
  return { state, start }
}
