import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

/**
 * no: the page is on a screen · record: it is being printed, with everything that was folded · details: with all
 * details of every entry as well.
 */
export type Printing = 'no' | 'record' | 'details'

let state: Printing = 'no'
const listeners = new Set<() => void>()

const change = (next: Printing): void => {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

/** At once, because the browser takes the page as it is when the event is over. */
const beforePrint = (): void => flushSync(() => change(state === 'no' ? 'record' : state))
const afterPrint = (): void => change('no')

/**
 * Lays the page out for paper before anybody prints it, so that what is heavy is there in time. It ends when the page
 * has been printed. On a telephone the dialog does not stop the page, and where it is not allowed nothing comes at
 * all: then it ends with the next thing that the reader does.
 */
export function prepareForPrint(what: Exclude<Printing, 'no'>): void {
  change(what)
  for (const event of ['pointerdown', 'keydown']) window.addEventListener(event, afterPrint, { once: true })
}

/** Nothing is printed after all. */
export const leavePrint = afterPrint

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('beforeprint', beforePrint)
    window.addEventListener('afterprint', afterPrint)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.removeEventListener('beforeprint', beforePrint)
    window.removeEventListener('afterprint', afterPrint)
  }
}

/** Whether the page is being printed: by the menu, by the keyboard or by the browser's own menu. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => state !== 'no')

/** Whether it is being printed with all details of every entry. */
export const usePrintingDetails = (): boolean => useSyncExternalStore(subscribe, () => state === 'details')
