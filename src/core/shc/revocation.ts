import { numberOf, type PublishedKey, type RevocationList } from './directory'

export type RevocationState = 'not-revoked' | 'revoked' | 'not-supported' | 'unknown'

export interface RevocationQuestion {
  /** `vc.rid`; absent when the card cannot be revoked by itself. */
  readonly rid?: string
  /** Issue date in epoch seconds. */
  readonly nbf?: number
  readonly key: PublishedKey
  /** Every list known for this issuer. */
  readonly lists: readonly RevocationList[]
}

/**
 * Decides whether an issuer has withdrawn a card.
 *
 * An entry `rid.timestamp` withdraws only cards issued strictly before that time, so every entry with this `rid` is
 * looked at and any one that applies decides. A list older than the key's `crlVersion` can still withdraw a card but
 * can no longer clear one.
 * Source: SMART Health Cards, "Revocation".
 */
export function revocationState({ rid, nbf, key, lists }: RevocationQuestion): RevocationState {
  const wanted = numberOf(key['crlVersion'])
  const forKey = lists.filter((list) => list.kid === key['kid'])
  if (wanted === undefined && forKey.length === 0) return 'not-supported'
  const evaluable = forKey.filter((list) => list.evaluable)
  if (rid !== undefined && evaluable.some((list) => list.rids.some((entry) => revokes(entry, rid, nbf)))) {
    return 'revoked'
  }
  const current = evaluable.some((list) => wanted === undefined || list.counter >= wanted)
  if (!current) return 'unknown'
  return rid === undefined ? 'not-supported' : 'not-revoked'
}

/** `rid` or `rid.timestamp`, split at the last dot; an unreadable timestamp withdraws nothing it does not name. */
function revokes(entry: string, rid: string, nbf: number | undefined): boolean {
  if (entry === rid) return true
  const dot = entry.lastIndexOf('.')
  if (dot < 0 || entry.slice(0, dot) !== rid) return false
  const timestamp = numberOf(entry.slice(dot + 1))
  if (timestamp === undefined) return false
  return nbf === undefined || nbf < timestamp
}
