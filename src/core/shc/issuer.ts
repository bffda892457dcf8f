import type { LoadedDirectory } from '../ports'
import type { DirectoryFacts, Finding, IssuerFacts } from '../verdict'
import type { ListedIssuer, PublishedKey } from './directory'
import type { IssuerKeys } from './issuerKeys'

/** A key of this issuer with the card's `kid`, and where it stands. */
export interface KeyCandidate {
  readonly key: PublishedKey
  readonly issuer: ListedIssuer
  /** Absent when no list has it and the issuer itself was asked. */
  readonly directory?: DirectoryFacts
}

/** What one list says about an issuer. */
export type Listing = Omit<KeyCandidate, 'key'>

/** What the loaded directories know about an issuer. */
export interface IssuerLookup {
  /**
   * Test lists first: a key whose private half is public proves nothing, whoever else lists it. Then fresh lists
   * before stale ones.
   */
  readonly candidates: readonly KeyCandidate[]
  readonly listings: readonly Listing[]
  /** True when some trusted list could not be had at all: it might have vouched. */
  readonly incomplete: boolean
  /**
   * True when an up-to-date list knows the issuer without this key, and at most outdated ones know it with the key.
   * Issuers leave old keys in place and take out those that fell into wrong hands.
   */
  readonly withdrawn: boolean
  /** What the issuer itself answered, when somebody had it asked. Absent for an issuer on a list: the list counts. */
  readonly asked?: IssuerKeys
  /** A listed issuer whose address differs from the card's by a slash at its end, and in nothing else. */
  readonly near?: Listing
}

/** Looks `iss` up by its exact text and then the key by `kid` among that issuer's own keys, list by list. */
export function lookUpIssuer(
  iss: string,
  kid: string,
  directories: readonly LoadedDirectory[],
  asked?: IssuerKeys,
): IssuerLookup {
  const listings = listingsOf(iss, directories)
  const hasKey = ({ issuer }: Listing): boolean => issuer.keys.some((key) => key['kid'] === kid)
  const trusted = listings.filter(({ directory }) => directory.kind === 'trusted')
  const fresh = (trusted.length > 0 ? trusted : listings).filter(({ directory }) => !directory.stale)
  return {
    listings,
    candidates: (listings.length > 0 ? listings : ownListing(iss, asked)).flatMap((listing) =>
      listing.issuer.keys.filter((key) => key['kid'] === kid).map((key) => ({ key, ...listing })),
    ),
    incomplete: directories.some(({ available, facts }) => !available && facts.kind === 'trusted'),
    withdrawn: fresh.length > 0 && !fresh.some(hasKey),
    ...(asked && listings.length === 0 && { asked }),
    ...(listings.length === 0 && nearListing(iss, directories)),
  }
}

function listingsOf(iss: string, directories: readonly LoadedDirectory[]): readonly Required<Listing>[] {
  return directories
    .flatMap((loaded): readonly Required<Listing>[] => {
      const issuer = loaded.available ? loaded.directory.issuers.get(iss) : undefined
      return issuer ? [{ issuer, directory: loaded.facts }] : []
    })
    .toSorted((a, b) => rank(a) - rank(b))
}

const rank = ({ directory }: Required<Listing>): number =>
  directory.kind === 'test' ? 0 : directory.stale ? 2 : 1

/** What an issuer says about itself, in the shape of a list's entry but on no list. */
const ownListing = (iss: string, asked: IssuerKeys | undefined): readonly Listing[] =>
  asked?.ok ? [{ issuer: { iss, keys: asked.value, revocationLists: [] } }] : []

function nearListing(iss: string, directories: readonly LoadedDirectory[]): Pick<IssuerLookup, 'near'> {
  const [near] = listingsOf(iss.endsWith('/') ? iss.slice(0, -1) : `${iss}/`, directories)
  return near ? { near } : {}
}

/** What to tell about an issuer: its address from the card, its name only from a list. */
export function issuerFacts(iss: string, listing: Listing | undefined): IssuerFacts {
  return {
    iss,
    host: hostOf(iss),
    ...(listing?.issuer.name !== undefined && { name: listing.issuer.name }),
    ...(listing?.directory && { directory: listing.directory }),
  }
}

/** Host in ASCII, so that letters which only look alike show; the claim itself when it is no address. */
export const hostOf = (iss: string): string => urlFrom(iss)?.host || iss

/** Parsed once; to ask first whether an address can be parsed takes as long again. */
function urlFrom(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}

/**
 * Checks the form of an issuer's address.
 * A slash at the end is only a departure when the list has it too: the comparison is by exact text either way.
 * Source: SMART Health Cards, "Determining keys associated with an issuer".
 */
export function issuerUrlFindings(iss: string, listed: boolean): readonly Finding[] {
  if (iss === '') return []
  const url = urlFrom(iss)
  if (!url || url.username !== '' || url.password !== '')
    return [{ code: 'ISSUER_URL_INVALID', detail: 'not-url' }]
  if (url.protocol !== 'https:') {
    return [{ code: 'ISSUER_URL_INVALID', detail: url.protocol === 'http:' ? 'http' : 'not-url' }]
  }
  return iss.endsWith('/') && !listed ? [{ code: 'ISSUER_URL_INVALID', detail: 'trailing-slash' }] : []
}

/** Findings about lists that could not be had, or not be refreshed; an old copy of no stated date is as good as none. */
export function directoryFindings(directories: readonly LoadedDirectory[], now: Date): readonly Finding[] {
  return directories.flatMap(({ available, facts }): readonly Finding[] => {
    if (available && !facts.stale) return []
    const host = hostOf(facts.source)
    return available && facts.date
      ? [{ code: 'DIRECTORY_STALE', host, date: facts.date, age: daysBetween(facts.date, now) }]
      : [{ code: 'DIRECTORY_UNAVAILABLE', host }]
  })
}

/** Whole days, and none for a list from the future. */
const daysBetween = (date: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - date.getTime()) / 86_400_000))
