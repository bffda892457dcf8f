/** Something to be measured, by name. */
export interface Contender {
  readonly name: string
  readonly run: () => unknown
}

/** What one contender took. */
export interface Measured {
  readonly name: string
  /** Median milliseconds for one run. */
  readonly milliseconds: number
  /** Median of its time over the first contender's in the same round. */
  readonly ratio: number
  /** Its fastest round over the first contender's: what a machine with nothing else to do would say. */
  readonly fastestRatio: number
}

export interface MeasureOptions {
  readonly rounds: number
  readonly runsPerRound: number
}

/** By then every engine has compiled what it is going to. */
const WARM_UP_RUNS = 4_000

/**
 * Measures contenders side by side: each round lets every one of them run in turn, so that whatever else the machine
 * is doing meets all of them. Ratios are to the first one. Rounds that warm up do not count.
 */
export async function measure(
  contenders: readonly Contender[],
  { rounds, runsPerRound }: MeasureOptions,
): Promise<readonly Measured[]> {
  const warmUp = Math.ceil(WARM_UP_RUNS / runsPerRound)
  const times: number[][] = contenders.map(() => [])
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const started = performance.now()
      for (let nth = 0; nth < runsPerRound; nth++) await run()
      const time = (performance.now() - started) / runsPerRound
      if (round >= warmUp) times[index]?.push(time)
    }
  }
  const [floor = []] = times
  return contenders.map(({ name }, index) => {
    const own = times[index] ?? []
    return {
      name,
      milliseconds: median(own),
      ratio: median(own.map((time, round) => time / (floor[round] ?? time))),
      fastestRatio: Math.min(...own) / Math.min(...floor),
    }
  })
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}
