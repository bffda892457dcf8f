import { useEffect, useRef, useState, type RefObject } from 'react'
import { useCopy } from './CopyProvider'

/** Milliseconds for which a button shows that it has copied. */
const SHOWN = 2500

/** refused: a box stands open from which the text is copied by hand. */
export type CopyingState = 'idle' | 'copying' | 'copied' | 'refused'

export interface Copying {
  readonly state: CopyingState
  /** Call it from a click. `said` is read out when it has worked. */
  readonly start: (text: string, said: string) => void
  /** Closes the box; the focus goes back to the button. */
  readonly close: () => void
  readonly button: RefObject<HTMLButtonElement | null>
  readonly box: RefObject<HTMLDivElement | null>
}

/**
 * What became of one button's last copy. `undefined` where nothing can be copied. One box is open at a time: another
 * refused copy takes its place, and one that works closes it.
 */
export function useCopying(): Copying | undefined {
  const context = useCopy()
  const [state, setState] = useState<CopyingState>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const turn = useRef(0)
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(
    () => () => {
      turn.current += 1
      clearTimeout(timer.current)
    },
    [],
  )
  if (!context) return undefined
  const { copy, announce, replaceBox } = context
  const withdraw = (): void => {
    // Whoever is in the box is not left nowhere.
    if (box.current?.contains(document.activeElement) === true) button.current?.focus()
    setState((now) => (now === 'refused' ? 'idle' : now))
  }
  const settle = (copied: boolean, said: string, mine: number): void => {
    if (turn.current !== mine) return
    replaceBox(copied ? undefined : withdraw)
    setState(copied ? 'copied' : 'refused')
    if (!copied) return
    announce(said)
    timer.current = setTimeout(() => {
      setState('idle')
      announce('')
    }, SHOWN)
  }
  const start = (text: string, said: string): void => {
    clearTimeout(timer.current)
    turn.current += 1
    const mine = turn.current
    setState('copying')
    // Said again only where it was something else in between.
    announce('')
    void copy(text).then((copied) => settle(copied, said, mine))
  }
  const close = (): void => {
    replaceBox()
    button.current?.focus()
  }
  return { state, start, close, button, box }
}
