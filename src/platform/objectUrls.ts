import { untilVisitEnds } from './visit'

/** An address of bytes in this page's memory, and the way to take it back. */
export interface ObjectUrl {
  readonly address: string
  readonly revoke: () => void
}

/**
 * Gives bytes an address: the only place where that is done, so that none of them outlives the visit. It ends after
 * `milliseconds`, with the visit, or with `revoke`, whichever is first.
 */
export function objectUrl(blob: Blob, milliseconds: number): ObjectUrl {
  const address = URL.createObjectURL(blob)
  const revoke = (): void => {
    clearTimeout(timer)
    stopWaiting()
    URL.revokeObjectURL(address)
  }
  const stopWaiting = untilVisitEnds(revoke)
  const timer = setTimeout(revoke, milliseconds)
  return { address, revoke }
}
