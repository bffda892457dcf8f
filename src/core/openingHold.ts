/** Keeps whatever comes next from being opened while the reader has to see something through. */
export interface OpeningHold {
  /** Holds from now on; `tell` is called for each thing that was not opened. Returns how to let go. */
  readonly keep: (tell: () => void) => () => void
  /** Whether nothing may be opened now. Ask it only for something that came: whoever holds is told. */
  readonly refuses: () => boolean
}

export function createOpeningHold(): OpeningHold {
  const holders = new Set<() => void>()
  return {
    keep: (tell) => {
      const holder = (): void => tell()
      holders.add(holder)
      return () => holders.delete(holder)
    },
    refuses: () => {
      for (const tell of holders) tell()
      return holders.size > 0
    },
  }
}
