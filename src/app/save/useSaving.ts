import { useEffect, useRef, useState } from 'react'
import type { SaveAction, SaveRequest } from './saveActions'

/** Where a chosen action stands. */
export type Saving =
  | { readonly status: 'idle' }
  /** `page` is the one that is being made, where pages are made. */
  | { readonly status: 'busy'; readonly page?: number }
  | { readonly status: 'saved'; readonly name: string }
  | { readonly status: 'failed' | 'cancelled' }

export interface SavingState {
  readonly saving: Saving
  readonly run: (action: SaveAction, request: Omit<SaveRequest, 'signal' | 'onPage'>) => Promise<void>
  readonly cancel: () => void
}

/** One action at a time; a later one stops the one before, and so does leaving the record. */
export function useSaving(): SavingState {
  const [saving, setSaving] = useState<Saving>({ status: 'idle' })
  const current = useRef<AbortController>(undefined)
  useEffect(() => () => current.current?.abort(), [])
  const run: SavingState['run'] = async (action, request) => {
    current.current?.abort()
    const controller = new AbortController()
    const { signal } = controller
    current.current = controller
    const show = (next: Saving): void => {
      if (current.current === controller) setSaving(next)
    }
    show({ status: 'busy' })
    try {
      const name = await action.run({ ...request, signal, onPage: (page) => show({ status: 'busy', page }) })
      show(name === undefined ? { status: 'idle' } : { status: 'saved', name })
    } catch {
      show({ status: signal.aborted ? 'cancelled' : 'failed' })
    }
  }
  return { saving, run, cancel: () => current.current?.abort() }
}
