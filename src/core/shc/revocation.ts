import { numberOf, type PublishedKey, type RevocationList } from './directory'

export type RevocationState = 'not-revoked' | 'revoked' | 'not-supported' | 'unknown'

export interface RevocationQuestion {
  /** `vc.rid`; absent when the card cannot be revoked by itself. */
  readonly rid?: string
  /** The card holds a `rid` that cannot be read. */
  readonly ridUnreadable: boolean
  /** Issue date in epoch seconds. */
  readonly nbf?: number
  readonly kid: string
  /** Every copy of the signing key that was found: lists may differ in the `crlVersion` they know. */
  readonly keys: readonly PublishedKey[]
  /** Every list known for this issuer. */
  readonly lists: readonly RevocationList[]
}

/**
 * Decides whether an issuer has withdrawn a card.
 *
 * An entry `rid.timestamp` withdraws only cards issued strictly before that time, so every entry with this `rid` is
 * looked at and any one that applies decides. A list older than the key's `crlVersion` can still withdraw a card but
 * can no longer clear one, and one that cannot be read clears nothing.
 * Source: SMART Health Cards, "Revocation".
 */
export function revocationState(question: RevocationQuestion): RevocationState {
  const { rid, ridUnreadable, nbf, kid, keys, lists } = question
  const wanted = newestVersion(keys)
  const forKey = lists.filter((list) => list.kid === kid)
  if (wanted === undefined && forKey.length === 0) return 'not-supported'
  const evaluable = forKey.filter((list) => list.evaluable)
  if (rid !== undefined && evaluable.some((list) => list.rids.some((entry) => revokes(entry, rid, nbf)))) {
    return 'revoked'
  }
  if (missingCounter(question) !== undefined || ridUnreadable) return 'unknown'
  return rid === undefined ? 'not-supported' : 'not-revoked'
}

/**
 * The counter that a list must have reached to clear a card, when every list at hand is older or cannot be read;
 * `undefined` when one is new enough, or there is nothing that a newer one could tell.
 */
export function missingCounter({ kid, keys, lists }: RevocationQuestion): number | undefined {
  const wanted = newestVersion(keys)
  const forKey = lists.filter((list) => list.kid === kid)
  if (wanted === undefined && forKey.length === 0) return undefined
  const current = forKey.some((list) => list.evaluable && list.counter >= (wanted ?? 0))
  return current ? undefined : (wanted ?? 0)
}

/** The highest `crlVersion` of a key's copies; one that is no number is beyond every list. */
function newestVersion(keys: readonly PublishedKey[]): number | undefined {
  const versions = keys
    .map((key) => key['crlVersion'] ?? undefined)
    .filter((version) => version !== undefined)
  if (versions.length === 0) return undefined
  return Math.max(...versions.map((version) => numberOf(version) ?? Infinity))
}

/** `rid` or `rid.timestamp`; an unreadable timestamp withdraws nothing it does not name. */
function revokes(entry: string, rid: string, nbf: number | undefined): boolean {
  if (entry === rid) return true
  if (!entry.startsWith(`${rid}.`)) return false
  const timestamp = numberOf(entry.slice(rid.length + 1))
  if (timestamp === undefined) return false
  return nbf === undefined || nbf < timestamp
}
