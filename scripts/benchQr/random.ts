export interface Random {
  /** From `least` up to `most`. */
  readonly between: (least: number, most: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** About normally distributed around 0 with deviation 1. */
  readonly normal: () => number
}

/** The same numbers for the same seed, in every browser (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    between: (least, most) => least + next() * (most - least),
    pick: (list) =>
      list[Math.min(list.length - 1, Math.floor(next() * list.length))] as (typeof list)[number],
    normal: () => next() + next() + next() + next() + next() + next() - 3 + (next() - 0.5),
  }
}
