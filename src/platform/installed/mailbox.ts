import type { Brought } from './shared'

export interface Mailbox {
  readonly put: (brought: Brought) => void
  /** Gives everything to the one who listens, what came before included. Returns how to stop. */
  readonly listen: (receive: (brought: Brought) => void) => () => void
}

/** Keeps what comes from outside until the screens are there to open it, and gives each thing away once. */
export function createMailbox(): Mailbox {
  let waiting: readonly Brought[] = []
  let receiver: ((brought: Brought) => void) | undefined
  return {
    put: (brought) => {
      if (receiver) receiver(brought)
      else waiting = [...waiting, brought]
    },
    listen: (receive) => {
      receiver = receive
      const letters = waiting
      waiting = []
      for (const letter of letters) receive(letter)
      return () => {
        if (receiver === receive) receiver = undefined
      }
    },
  }
}
