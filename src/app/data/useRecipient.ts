import { useState } from 'react'
import type { Attempt } from '../../core/session'
import { useServices } from '../ServicesContext'

export interface ChosenRecipient {
  /** As it will be sent. */
  readonly name: string
  /** What to add to an attempt; nothing when the name is as it was. */
  readonly attempt: Pick<Attempt, 'recipient'>
  readonly change: (name: string) => void
}

/** Who is asking, with what the person has changed about it before anything was sent. */
export function useRecipient(before: string): ChosenRecipient {
  const { usualRecipient } = useServices()
  const [own, setOwn] = useState<string>()
  return {
    name: own ?? before,
    attempt: own === undefined ? {} : { recipient: own },
    change: (name) => {
      // Empty: back to what the viewer was set up with.
      if (name === '') void usualRecipient.then(setOwn)
      else setOwn(name)
    },
  }
}
