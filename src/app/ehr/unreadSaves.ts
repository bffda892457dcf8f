import type { EhrConnection } from '../../core/ehr/connection'
import type { DocumentKind } from '../../core/ehr/documentReference'
import type { Saving, SavingState } from './saving'

/** How far a save is that somebody decided on. `changed`: what was decided about is no longer so; nothing was sent. */
export type SaveEnd =
  | Extract<SavingState, { phase: 'saving' | 'blocked' | 'done' }>
  | { readonly phase: 'changed' }

/** A save whose outcome nobody has read. It says nothing of the record but its kind. */
export interface UnreadSave {
  readonly id: number
  readonly kind: DocumentKind
  /** When it was asked for. */
  readonly at: Date
  readonly end: SaveEnd
  /** Stops waiting, while it is under way. */
  readonly stop: () => void
}

export interface Followed {
  /** Its own dialog is in front of the reader. Returns how to tell that the dialog is gone. */
  readonly show: () => () => void
  /** The reader has closed the dialog, and read it with that. */
  readonly read: () => void
}

/** The saves to one chart that began, and whose dialog is gone before anybody closed it. */
export interface UnreadSaves {
  readonly list: () => readonly UnreadSave[]
  readonly subscribe: (listener: () => void) => () => void
  readonly follow: (saving: Saving, about: Pick<UnreadSave, 'kind' | 'at'>) => Followed
  /** The reader has read what became of one. */
  readonly dismiss: (id: number) => void
}

interface Entry extends UnreadSave {
  readonly isShown: boolean
}

/** Follows saves. Of one that has ended nothing is kept but its outcome: the record may be forgotten meanwhile. */
export function createUnreadSaves(): UnreadSaves {
  const listeners = new Set<() => void>()
  let entries: readonly Entry[] = []
  let unread: readonly UnreadSave[] = []
  let count = 0
  const set = (next: readonly Entry[]): void => {
    entries = next
    unread = entries.filter(({ isShown }) => !isShown)
    for (const listener of listeners) listener()
  }
  const without = (id: number): readonly Entry[] => entries.filter((entry) => entry.id !== id)
  return {
    list: () => unread,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    follow(saving, about) {
      const id = ++count
      let shown = 0
      let decided = false
      const update = (): void => {
        const state = saving.state()
        decided = state.phase === 'saving' || (decided && state.phase !== 'checking')
        const end = decided ? endOf(state) : undefined
        const stop = end?.phase === 'saving' ? saving.stop : NOTHING
        set(end ? [...without(id), { id, ...about, end, stop, isShown: shown > 0 }] : without(id))
      }
      const unfollow = saving.subscribe(update)
      const turn = (by: 1 | -1): void => {
        shown += by
        if (entries.some((entry) => entry.id === id)) update()
      }
      return {
        show: () => {
          turn(1)
          return () => turn(-1)
        },
        read: () => {
          unfollow()
          set(without(id))
        },
      }
    },
    dismiss: (id) => set(without(id)),
  }
}

const NOTHING = (): void => undefined

/** `undefined` as long as nobody has decided that anything be saved. */
function endOf(state: SavingState): SaveEnd | undefined {
  switch (state.phase) {
    case 'checking':
      return undefined
    case 'asking':
      return state.changed ? { phase: 'changed' } : undefined
    case 'saving':
    case 'blocked':
    case 'done':
      return state
    default:
      return state satisfies never
  }
}

/** Kept as long as the connection is, whichever record is shown meanwhile and whoever comes next. */
const all = new WeakMap<EhrConnection, UnreadSaves>()

export function unreadSavesOf(connection: EhrConnection): UnreadSaves {
  const known = all.get(connection)
  if (known) return known
  const made = createUnreadSaves()
  all.set(connection, made)
  return made
}
