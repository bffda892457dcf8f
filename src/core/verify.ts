import type { Bundle } from './fhir/types'
import { isRecord } from './encoding'
import { entriesOf } from './organizeResources'
import type { LoadedDirectory } from './ports'
import type { Card } from './shc/card'
import { readClaims, type Claims } from './shc/claims'
import {
  directoryFindings,
  issuerFacts,
  issuerUrlFindings,
  lookUpIssuer,
  type IssuerLookup,
  type KeyCandidate,
  type Listing,
} from './shc/issuer'
import { revocationState } from './shc/revocation'
import { checkSignature, isPublicPrivateKey, type SignatureCheck } from './shc/signature'
import {
  FINDING_SEVERITY,
  type Axes,
  type BundleStatus,
  type Deviation,
  type Finding,
  type Verdict,
} from './verdict'

export interface VerifyContext {
  readonly directories: readonly LoadedDirectory[]
  readonly now: Date
  /** How the card was written down, for deviations that only matter there. */
  readonly inputDeviations?: readonly Deviation[]
}

/** The verdict on plain FHIR: nobody signed it, so nothing about it can be checked. */
export const unsignedVerdict = (bundle: Bundle): Verdict => ({
  status: 'unsigned',
  findings: [{ code: 'UNSIGNED_CONTENT' }, ...contentFindings(bundle)],
  deviations: [],
})

/**
 * Checks one card on five axes and folds them into a status.
 *
 * The only inputs are the card, the configured directories and the time: nothing in the card can change how it is
 * checked. Source: conformance matrix sections 1.2 to 1.5; the catalogue of verdicts.
 */
export async function verifyCard(card: Card, context: VerifyContext): Promise<Verdict> {
  const claims = readClaims(card.claims, context.now)
  const kid = typeof card.header['kid'] === 'string' ? card.header['kid'] : ''
  const headerFindings = findHeaderFaults(card.header)
  const lookup = lookUpIssuer(claims.iss, kid, context.directories)
  const check: SignatureCheck =
    headerFindings.length > 0
      ? { signature: 'invalid', findings: headerFindings }
      : await checkSignature(card.jws, lookup.candidates)
  const deciding = check.candidate ?? lookup.candidates[0]
  const axes = axesOf(claims, lookup, check, kid)
  const deviations = deviationsOf(card, claims, check, context.inputDeviations ?? [])
  const listing = deciding ?? lookup.listings[0]
  const findings = [
    ...check.findings,
    ...(hasOwnKid(check) ? [] : [{ code: 'KEY_MISMATCH_THUMBPRINT' } as const]),
    ...trustFindings(axes.trust, { claims, listing, directories: context.directories }),
    ...claims.findings,
    // Without a key there is nothing to ask about, and "unknown" would only repeat what trust says already.
    ...(check.candidate ? revocationFindings(axes.revocation) : []),
    ...(card.wrapped ? [{ code: 'BUNDLE_INVALID' } as const] : []),
    ...contentFindings(card.bundle),
    ...(deviations.length > 0 ? [{ code: 'CARD_NONCONFORMANT' } as const] : []),
  ]
  const complete: Axes = { ...axes, format: deviations.length > 0 ? 'deviations' : 'conformant' }
  const status = foldStatus(complete, findings)
  return {
    status,
    axes: complete,
    findings: status === 'verified' ? [{ code: 'VERIFIED' }, ...findings] : findings,
    deviations,
    issuer: issuerFacts(claims.iss, listing),
    ...(claims.issued && { issued: claims.issued }),
    ...(claims.expires && { expires: claims.expires }),
    header: card.header,
    claims: claimsWithoutBundle(card.claims),
  }
}

/**
 * Folds the axes and findings into the status of the banner, worst first. Green needs every axis; amber says what
 * is missing; anything that speaks against the card is red.
 */
export function foldStatus(axes: Axes, findings: readonly Finding[]): BundleStatus {
  if (findings.some(({ code }) => FINDING_SEVERITY[code] === 'error')) return 'invalid'
  if (axes.signature === 'invalid' || axes.revocation === 'revoked' || axes.time !== 'current')
    return 'invalid'
  if (axes.trust === 'key-not-the-issuers') return 'invalid'
  if (axes.trust !== 'listed' && axes.trust !== 'unknown') return 'untrusted'
  const complete = axes.trust === 'listed' && axes.signature === 'valid' && axes.revocation !== 'unknown'
  return complete ? 'verified' : 'unchecked'
}

function axesOf(
  claims: Claims,
  lookup: IssuerLookup,
  check: SignatureCheck,
  kid: string,
): Omit<Axes, 'format'> {
  const { candidate } = check
  return {
    signature: check.signature,
    trust: trustOf(lookup, kid, check.thumbprint),
    time: claims.time,
    revocation: candidate ? revocationOf(claims, candidate, lookup) : 'unknown',
  }
}

/** A list that was configured beside the one that vouches may know a withdrawal, or a newer `crlVersion`, that it does not. */
function revocationOf(claims: Claims, vouching: KeyCandidate, lookup: IssuerLookup): Axes['revocation'] {
  const ofKind = ({ directory }: Listing): boolean => directory.kind === vouching.directory.kind
  return revocationState({
    ...(claims.rid !== undefined && { rid: claims.rid }),
    ridUnreadable: claims.ridUnreadable,
    ...(claims.nbf !== undefined && { nbf: claims.nbf }),
    kid: String(vouching.key['kid']),
    keys: lookup.candidates.filter(ofKind).map(({ key }) => key),
    lists: lookup.listings.filter(ofKind).flatMap(({ issuer }) => issuer.revocationLists),
  })
}

function trustOf(lookup: IssuerLookup, kid: string, thumbprint: string | undefined): Axes['trust'] {
  const { candidates, listings, incomplete, withdrawn } = lookup
  const [candidate] = candidates
  const isTest =
    candidate?.directory.kind === 'test' || isPublicPrivateKey(kid) || isPublicPrivateKey(thumbprint)
  if (candidate && isTest) return 'test'
  if (withdrawn) return incomplete ? 'unknown' : 'key-not-the-issuers'
  if (candidate) return 'listed'
  return listings.length > 0 || incomplete ? 'unknown' : 'not-listed'
}

interface TrustContext {
  readonly claims: Claims
  /** The list that decided, or the first one that knows the issuer. */
  readonly listing: Listing | undefined
  readonly directories: readonly LoadedDirectory[]
}

function trustFindings(
  trust: Axes['trust'],
  { claims, listing, directories }: TrustContext,
): readonly Finding[] {
  const { host } = issuerFacts(claims.iss, undefined)
  const address = issuerUrlFindings(claims.iss, listing !== undefined)
  const lists = directoryFindings(directories)
  switch (trust) {
    case 'listed':
      return [
        ...address,
        ...directoryFindings(directories.filter(({ facts }) => facts === listing?.directory)),
      ]
    case 'test':
      return [{ code: 'ISSUER_TEST' }, ...address]
    case 'key-not-the-issuers':
      return [{ code: 'KEY_NOT_PUBLISHED' }, ...address]
    case 'unknown':
      return [{ code: 'ISSUER_KEYS_UNREACHABLE' }, ...lists, ...address]
    case 'not-listed':
      return [{ code: 'ISSUER_NOT_LISTED', host }, ...lists, ...address]
    case 'issuer-published-only':
      return [{ code: 'ISSUER_SELF_PUBLISHED', host }, ...address]
    default:
      return trust satisfies never
  }
}

function revocationFindings(revocation: Axes['revocation']): readonly Finding[] {
  switch (revocation) {
    case 'revoked':
      return [{ code: 'REVOKED' }]
    case 'unknown':
      return [{ code: 'REVOCATION_UNKNOWN' }]
    case 'not-supported':
      return [{ code: 'REVOCATION_NOT_SUPPORTED' }]
    case 'not-revoked':
      return []
    default:
      return revocation satisfies never
  }
}

/** Source: SMART Health Cards, "Health Cards are Encoded as Compact Serialization JSON Web Signatures". */
function findHeaderFaults(header: Card['header']): readonly Finding[] {
  const { alg, kid, crit, b64 } = header
  return [
    ...(alg === 'ES256' ? [] : [{ code: 'JWS_HEADER_INVALID', detail: 'alg' } as const]),
    ...(typeof kid === 'string' && /^[\w-]+$/.test(kid)
      ? []
      : [{ code: 'JWS_HEADER_INVALID', detail: 'kid' } as const]),
    ...(crit === undefined && b64 === undefined
      ? []
      : [{ code: 'JWS_HEADER_INVALID', detail: 'crit' } as const]),
  ]
}

function deviationsOf(
  card: Card,
  claims: Claims,
  check: SignatureCheck,
  inputDeviations: readonly Deviation[],
): readonly Deviation[] {
  const type = card.bundle.type
  return [
    ...inputDeviations,
    ...card.deviations,
    ...claims.deviations,
    ...(claims.iss.endsWith('/') ? (['issuer-trailing-slash'] as const) : []),
    ...(hasOwnKid(check) ? [] : (['kid-not-thumbprint'] as const)),
    ...(type === 'collection' || type === 'document' ? [] : (['bundle-not-collection'] as const)),
  ]
}

/** False when a key that fits is published under a `kid` other than its thumbprint. */
const hasOwnKid = ({ candidate, thumbprint }: SignatureCheck): boolean =>
  thumbprint === undefined || thumbprint === candidate?.key['kid']

function contentFindings(bundle: Bundle): readonly Finding[] {
  const entries = entriesOf(bundle)
  const types = entries.map((entry) =>
    isRecord(entry) && isRecord(entry['resource']) ? entry['resource']['resourceType'] : undefined,
  )
  const patients = types.filter((type) => type === 'Patient').length
  // A subscriber and a beneficiary on one insurance card are two people, rightly.
  const severalPatients = patients > 1 && !types.includes('Coverage')
  return [
    ...(entries.length === 0 ? [{ code: 'BUNDLE_EMPTY' } as const] : []),
    ...(severalPatients ? [{ code: 'MULTIPLE_PATIENTS' } as const] : []),
  ]
}

function claimsWithoutBundle(claims: Card['claims']): Readonly<Record<string, unknown>> {
  const { vc, ...rest } = claims
  if (!isRecord(vc) || !isRecord(vc['credentialSubject'])) return claims
  const { fhirBundle: _, ...subject } = vc['credentialSubject']
  return { ...rest, vc: { ...vc, credentialSubject: subject } }
}
