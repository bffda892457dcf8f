/**
 * Seconds within which work over a million characters is done, even on a busy machine. What is meant are hangs:
 * work that grows with the square of its input takes hours over the same.
 */
export const SOON = 4

export function secondsFor(work: () => unknown): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}
