import { isRecord } from '../encoding'

/** One code system's displays, by code. */
export type CodeDictionary = ReadonlyMap<string, string>
/** Finds the dictionary of a code system; `undefined` when there is none. May reject: the code then stays visible. */
export type LoadDictionary = (system: string) => Promise<CodeDictionary | undefined>

/** Answers at once with the best words it has, and again, better, when a dictionary has arrived. Never throws, never waits. */
export interface CodeRenderer {
  /** Words for a Coding: the sender's display, else a known display, else `undefined` (show the code itself). */
  readonly display: (coding: unknown) => string | undefined
  readonly subscribe: (listener: () => void) => () => void
  /** Changes whenever an answer may have become better. */
  readonly version: () => number
}

/** The deferred code renderer: a dictionary is asked for the first time one of its codes comes without words. */
export function createCodeRenderer(load: LoadDictionary): CodeRenderer {
  const dictionaries = new Map<string, CodeDictionary | 'loading' | 'none'>()
  const listeners = new Set<() => void>()
  let version = 0

  const request = async (system: string): Promise<void> => {
    dictionaries.set(system, 'loading')
    const dictionary = await load(system).catch(() => undefined)
    dictionaries.set(system, dictionary ?? 'none')
    if (!dictionary) return
    version += 1
    for (const listener of listeners) listener()
  }

  return {
    display: (coding) => {
      if (!isRecord(coding)) return undefined
      const { display, system, code } = coding
      if (typeof display === 'string' && display.trim() !== '') return display
      if (typeof system !== 'string' || typeof code !== 'string') return undefined
      const dictionary = dictionaries.get(system)
      if (dictionary === undefined) void request(system)
      return dictionary instanceof Map ? dictionary.get(code) : undefined
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
  }
}
