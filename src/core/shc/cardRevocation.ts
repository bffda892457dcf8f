import type { LoadRevocationList } from '../ports'
import type { RevocationFacts } from '../verdict'
import type { Claims } from './claims'
import type { RevocationList } from './directory'
import type { IssuerLookup, KeyCandidate, Listing } from './issuer'
import { missingCounter, revocationState, type RevocationQuestion, type RevocationState } from './revocation'

export interface RevocationSetting {
  readonly claims: Claims
  readonly lookup: IssuerLookup
  /** The key that fits, and who vouches for it. */
  readonly vouching: KeyCandidate
  /** How a newer list is had from the issuer. Absent where nobody may be asked. */
  readonly load: LoadRevocationList | undefined
}

export interface RevocationCheck {
  readonly state: RevocationState
  /** The list that was looked at. */
  readonly facts?: RevocationFacts
  readonly lists: readonly RevocationList[]
}

/**
 * Tells whether a card was withdrawn, by every list that is known of its issuer: a list that was configured beside the
 * one that vouches may know a withdrawal, or a newer `crlVersion`, that it does not. When all of them are older than
 * the key says, the issuer's own list is fetched; where that cannot be had the answer is "unknown".
 * Source: SMART Health Cards, "Revocation".
 */
export async function checkRevocation(setting: RevocationSetting): Promise<RevocationCheck> {
  const { claims, lookup, vouching, load } = setting
  const question = questionOf(setting)
  const counter = missingCounter(question)
  const state = revocationState(question)
  const kept = factsOf(lookup.listings.filter(isKindOf(vouching)), question.kid)
  if (counter === undefined || state === 'revoked' || !load) return settled(state, question, kept)
  const fetched = await load({ iss: claims.iss, kid: question.kid, counter })
  if (!fetched) return settled(state, question, kept)
  const complete = { ...question, lists: [...question.lists, fetched.list] }
  const { source, date } = fetched
  return settled(revocationState(complete), complete, {
    from: 'issuer',
    source,
    date,
    counter: fetched.list.counter,
  })
}

const settled = (
  state: RevocationState,
  { lists, kid }: RevocationQuestion,
  facts: RevocationFacts | undefined,
): RevocationCheck => ({
  state,
  lists: lists.filter((list) => list.kid === kid),
  ...(facts && { facts }),
})

function questionOf({ claims, lookup, vouching }: RevocationSetting): RevocationQuestion {
  const ofKind = isKindOf(vouching)
  return {
    ...(claims.rid !== undefined && { rid: claims.rid }),
    ridUnreadable: claims.ridUnreadable,
    ...(claims.nbf !== undefined && { nbf: claims.nbf }),
    kid: String(vouching.key['kid']),
    keys: lookup.candidates.filter(ofKind).map(({ key }) => key),
    lists: lookup.listings.filter(ofKind).flatMap(({ issuer }) => issuer.revocationLists),
  }
}

const isKindOf =
  (vouching: KeyCandidate) =>
  ({ directory }: Listing): boolean =>
    directory?.kind === vouching.directory?.kind

/** The newest list for this key that stands in a directory. */
function factsOf(listings: readonly Listing[], kid: string): RevocationFacts | undefined {
  const known = listings.flatMap(({ issuer, directory }) =>
    issuer.revocationLists.filter((list) => list.kid === kid).map((list) => ({ list, directory })),
  )
  const [newest] = known.toSorted((a, b) => b.list.counter - a.list.counter)
  if (!newest?.directory) return undefined
  const { source, date } = newest.directory
  return { from: 'directory', source, counter: newest.list.counter, ...(date && { date }) }
}
