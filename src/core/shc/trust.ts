import type { LoadedDirectory } from '../ports'
import type { Axes, Finding } from '../verdict'
import {
  directoryFindings,
  hostOf,
  issuerUrlFindings,
  type IssuerLookup,
  type KeyCandidate,
  type Listing,
} from './issuer'
import type { IssuerKeys } from './issuerKeys'
import { isPublicPrivateKey, type SignatureCheck } from './signature'

/** Whether somebody vouches for the issuer and its key. An issuer's own word never makes it listed. */
export function trustOf(lookup: IssuerLookup, kid: string, check: SignatureCheck): Axes['trust'] {
  const { candidates, listings, incomplete, withdrawn, asked } = lookup
  const [candidate] = candidates
  const isTest =
    candidate?.directory?.kind === 'test' || isPublicPrivateKey(kid) || isPublicPrivateKey(check.thumbprint)
  if (candidate && isTest) return 'test'
  if (asked) return trustOfUnlisted(asked, candidate, check)
  if (withdrawn) return incomplete ? 'unknown' : 'key-not-the-issuers'
  if (candidate) return 'listed'
  return listings.length > 0 || incomplete ? 'unknown' : 'not-listed'
}

/** Of an issuer on no list, which was asked itself. */
function trustOfUnlisted(
  asked: IssuerKeys,
  candidate: KeyCandidate | undefined,
  check: SignatureCheck,
): Axes['trust'] {
  if (!asked.ok) return 'not-listed'
  if (!candidate) return 'key-not-the-issuers'
  return check.signature === 'valid' ? 'issuer-published-only' : 'not-listed'
}

export interface TrustContext {
  readonly iss: string
  readonly lookup: IssuerLookup
  /** The list that decided, or the first one that knows the issuer. */
  readonly listing: Listing | undefined
  readonly directories: readonly LoadedDirectory[]
  readonly now: Date
}

export function trustFindings(trust: Axes['trust'], context: TrustContext): readonly Finding[] {
  const { iss, lookup, listing, directories, now } = context
  const address = [...issuerUrlFindings(iss, listing?.directory !== undefined), ...nearFindings(lookup)]
  if (trust === 'listed') {
    const vouching = directories.filter(({ facts }) => facts === listing?.directory)
    return [...address, ...directoryFindings(vouching, now)]
  }
  const host = hostOf(iss)
  const lists = directoryFindings(directories, now)
  const unlisted = { code: 'ISSUER_NOT_LISTED', host } as const
  switch (trust) {
    case 'test':
      return [{ code: 'ISSUER_TEST' }, ...address]
    case 'key-not-the-issuers':
      return [{ code: 'KEY_NOT_PUBLISHED' }, ...(lookup.asked ? [unlisted] : []), ...address]
    case 'unknown':
      return [{ code: 'ISSUER_KEYS_UNREACHABLE' }, ...lists, ...address]
    case 'not-listed':
      return [unlisted, ...askedFindings(lookup, host), ...lists, ...address]
    case 'issuer-published-only':
      return [{ code: 'ISSUER_SELF_PUBLISHED', host }, ...lists, ...address]
    default:
      return trust satisfies never
  }
}

const askedFindings = ({ asked }: IssuerLookup, host: string): readonly Finding[] =>
  asked && !asked.ok ? [{ code: 'ISSUER_KEYS_UNREACHABLE', detail: asked.error, host }] : []

/** The comparison is by exact text; that only a slash differs is for people to know. */
const nearFindings = ({ near }: IssuerLookup): readonly Finding[] =>
  near
    ? [
        {
          code: 'ISSUER_DIFFERS_BY_SLASH',
          host: hostOf(near.issuer.iss),
          ...(near.issuer.name !== undefined && { name: near.issuer.name }),
        },
      ]
    : []
