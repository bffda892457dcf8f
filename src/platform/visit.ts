/**
 * A visit is the time that one person's record is before the reader. Whatever outlives the screens on behalf of a record
 * (an address of its bytes, a window, a request nobody can call off) ends with the visit by listening to this signal.
 */
let visit = new AbortController()

/** Aborts when the present visit ends. Ask for it when something begins; one that is kept belongs to an earlier visit. */
export const visitSignal = (): AbortSignal => visit.signal

/** Ends all that the present visit has left behind, and begins the next one. */
export function endVisit(): void {
  const ended = visit
  visit = new AbortController()
  ended.abort()
}

/** Calls `end` once: when the visit ends, unless the returned function was called before. */
export function untilVisitEnds(end: () => void): () => void {
  const signal = visitSignal()
  signal.addEventListener('abort', end, { once: true })
  return () => signal.removeEventListener('abort', end)
}
