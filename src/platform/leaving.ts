import type { Session } from '../core/session'
import { endVisit } from './visit'

/** asked: the reader went on to the next person · idle: nobody used the page · page: the browser put the page away. */
export type LeaveReason = 'asked' | 'idle' | 'page'

/** What the page knows of those before: how many there were, and why the last one was left. */
export interface Left {
  readonly count: number
  readonly because?: LeaveReason
}

/** The way from one person to the next. */
export interface Leaving {
  /**
   * Forgets all there is of a person: what is open, what was closed a moment ago, the text, the passcode, addresses of
   * bytes, windows, requests, and what the page calls itself. Nothing of it can be brought back.
   */
  readonly leave: (because: LeaveReason) => void
  /** Forgets what was closed a moment ago, with what it has left behind. The screens stay as they are. */
  readonly forgetClosed: () => void
  /** Changes with every `leave`. Whatever has its count as a key begins anew. */
  readonly left: () => Left
  readonly subscribe: (listener: () => void) => () => void
}

/** `titleOf`: what the page is called while nothing is open. */
export function createLeaving(session: Pick<Session, 'close' | 'state'>, titleOf: () => string): Leaving {
  const listeners = new Set<() => void>()
  let left: Left = { count: 0 }
  return {
    leave: (because) => {
      left = { count: left.count + 1, because }
      session.close()
      endVisit()
      document.title = titleOf()
      const { pathname, search, hash } = window.location
      // A fragment is a link, or a place inside of a record.
      if (hash !== '') window.history.replaceState(null, '', pathname + search)
      for (const listener of listeners) listener()
    },
    forgetClosed: () => {
      const state = session.state()
      if (state.phase !== 'empty') return
      session.close()
      endVisit()
    },
    left: () => left,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
