import type { OpenedShx } from './openSHX'
import type { Attempt, ShxState } from './sessionState'

/** A record out of sight, with all that it takes to go on with it. */
export interface Aside {
  readonly state: Extract<ShxState, { phase: 'ready' }>
  readonly text: string
  readonly decided: Attempt
  /** What the person has seen of it: what updates are compared with. */
  readonly seen: OpenedShx | undefined
}

/** What of a session can be set aside: a record that is shown. What was being asked about it has been stopped. */
export function asideOf(
  state: ShxState,
  { text, decided, seen }: Omit<Aside, 'state' | 'text'> & { readonly text: string | undefined },
): Aside | undefined {
  if (state.phase !== 'ready' || text === undefined) return undefined
  const { live: _, update, ...rest } = state
  return {
    state: { ...rest, ...(update && update.status !== 'asking' && { update }) },
    text,
    decided,
    seen,
  }
}
