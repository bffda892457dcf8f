import { deviationIf, type Deviation } from './deviations'
import type { Bundle } from './fhir/types'
import { isRecord } from './encoding'
import { entriesOf } from './organizeResources'
import type { LoadedDirectory, LoadRevocationList } from './ports'
import type { Card } from './shc/card'
import { checkRevocation, type RevocationCheck } from './shc/cardRevocation'
import { readClaims, type Claims } from './shc/claims'
import type { PublishedKey } from './shc/directory'
import { issuerFacts, lookUpIssuer, type IssuerLookup } from './shc/issuer'
import type { IssuerKeys } from './shc/issuerKeys'
import { checkSignature, type SignatureCheck } from './shc/signature'
import { trustFindings, trustOf } from './shc/trust'
import {
  FINDING_SEVERITY,
  type Axes,
  type BundleStatus,
  type Finding,
  type KeyFacts,
  type Verdict,
} from './verdict'

export interface VerifyContext {
  readonly directories: readonly LoadedDirectory[]
  readonly now: Date
  /** How the card was written down, for deviations that only matter there. */
  readonly inputDeviations?: readonly Deviation[]
  /** What issuers answered that a person had asked, by their exact `iss`. Default: nobody was asked. */
  readonly issuerKeys?: ReadonlyMap<string, IssuerKeys> | undefined
  /** Default: no list is fetched, and one that is too old clears nothing. */
  readonly loadRevocationList?: LoadRevocationList | undefined
  /** The time is a device's, which may be wrong, and not somebody's decision. Default: false. */
  readonly suspectClock?: boolean | undefined
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
 * The only inputs are the card, the configured directories, what listed issuers say about withdrawals, what an issuer
 * answered that a person had asked, and the time: nothing in the card can change how it is checked. Nobody but a listed
 * issuer whose signature fits is asked for anything.
 * Source: conformance matrix sections 1.2 to 1.5; the catalogue of verdicts.
 */
export async function verifyCard(card: Card, context: VerifyContext): Promise<Verdict> {
  const { directories } = context
  const clock = clockOf(context)
  const claims = readClaims(card.claims, clock.now)
  const kid = typeof card.header['kid'] === 'string' ? card.header['kid'] : ''
  const lookup = lookUpIssuer(claims.iss, kid, directories, context.issuerKeys?.get(claims.iss))
  const check = await signatureOf(card, lookup)
  const trust = trustOf(lookup, kid, check)
  const revocation = await revocationOf({ claims, lookup, check, trust }, context)
  const deviations = deviationsOf({ card, claims, check, revocation }, context.inputDeviations ?? [])
  const listing = check.candidate ?? lookup.candidates[0] ?? lookup.listings[0]
  const findings = [
    ...check.findings,
    ...(hasOwnKid(check) ? [] : [{ code: 'KEY_MISMATCH_THUMBPRINT' } as const]),
    ...trustFindings(trust, { iss: claims.iss, lookup, listing, directories, now: clock.now }),
    ...clock.findings,
    ...claims.findings,
    // Without a key there is nothing to ask about, and "unknown" would only repeat what trust says already.
    ...(check.candidate ? revocationFindings(revocation.state) : []),
    ...(card.wrapped ? [{ code: 'BUNDLE_INVALID' } as const] : []),
    ...contentFindings(card.bundle),
    ...(deviations.length > 0 ? [{ code: 'CARD_NONCONFORMANT' } as const] : []),
  ]
  const axes: Axes = {
    signature: check.signature,
    trust,
    time: claims.time,
    revocation: revocation.state,
    format: deviations.length > 0 ? 'deviations' : 'conformant',
  }
  const status = foldStatus(axes, findings)
  return {
    status,
    axes,
    findings: status === 'verified' ? [{ code: 'VERIFIED' }, ...findings] : findings,
    deviations,
    ...factsOf(card, claims, check),
    issuer: issuerFacts(claims.iss, listing),
    ...(revocation.facts && { revocation: revocation.facts }),
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
  const clockFits = findings.every(({ code }) => code !== 'CLOCK_WRONG')
  const complete =
    axes.trust === 'listed' && axes.signature === 'valid' && axes.revocation !== 'unknown' && clockFits
  return complete ? 'verified' : 'unchecked'
}

function signatureOf(card: Card, lookup: IssuerLookup): Promise<SignatureCheck> {
  const findings = findHeaderFaults(card.header)
  return findings.length > 0
    ? Promise.resolve({ signature: 'invalid', findings })
    : checkSignature(card.jws, lookup.candidates)
}

interface Checked {
  readonly claims: Claims
  readonly lookup: IssuerLookup
  readonly check: SignatureCheck
  readonly trust: Axes['trust']
}

/** Only a listed issuer is asked for its list, and only about a card that it did sign. */
async function revocationOf(
  { claims, lookup, check, trust }: Checked,
  { loadRevocationList }: VerifyContext,
): Promise<RevocationCheck> {
  const { candidate } = check
  if (!candidate) return { state: 'unknown', lists: [] }
  const mayAsk = trust === 'listed' && check.signature === 'valid'
  const load = mayAsk ? loadRevocationList : undefined
  return checkRevocation({ claims, lookup, vouching: candidate, load })
}

const ONE_DAY = 86_400_000

/**
 * A trusted list from tomorrow proves that a device's clock is slow. Then the list's date is the latest time that is
 * certain: what had ended by then has ended, and nothing can be said about the rest.
 */
function clockOf({ now, directories, suspectClock = false }: VerifyContext): {
  readonly now: Date
  readonly findings: readonly Finding[]
} {
  const dates = directories.flatMap(({ facts }) =>
    facts.kind === 'trusted' && facts.date ? [facts.date] : [],
  )
  const latest = dates.toSorted((a, b) => b.getTime() - a.getTime())[0]
  return suspectClock && latest && latest.getTime() - now.getTime() > ONE_DAY
    ? { now: latest, findings: [{ code: 'CLOCK_WRONG', date: latest }] }
    : { now, findings: [] }
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

interface Departing {
  readonly card: Card
  readonly claims: Claims
  readonly check: SignatureCheck
  readonly revocation: RevocationCheck
}

function deviationsOf(
  { card, claims, check, revocation }: Departing,
  inputDeviations: readonly Deviation[],
): readonly Deviation[] {
  const type: unknown = card.bundle.type
  const known = type === 'collection' || type === 'document'
  return [
    ...inputDeviations,
    ...card.deviations,
    ...claims.deviations,
    ...deviationIf(claims.iss.endsWith('/'), 'issuer-trailing-slash', claims.iss),
    ...keyDeviations(check),
    ...revocation.lists
      .flatMap((list) =>
        deviationIf(list.malformed !== undefined, 'revocation-list-malformed', list.malformed),
      )
      .slice(0, 1),
    ...deviationIf(!known, 'bundle-not-collection', type),
  ]
}

/** Departures of the key that fits; those of other keys are nobody's business here. */
function keyDeviations(check: SignatureCheck): readonly Deviation[] {
  const key = check.candidate?.key
  if (!key || check.signature !== 'valid') return []
  const { use, alg, crlVersion, ctr } = key
  const version = crlVersion ?? undefined
  return [
    ...deviationIf(!hasOwnKid(check), 'kid-not-thumbprint', key['kid']),
    ...deviationIf(use === undefined, 'key-use-missing'),
    ...deviationIf(alg === undefined, 'key-alg-missing'),
    ...deviationIf(
      version === undefined ? ctr !== undefined : typeof version !== 'number',
      'key-crl-version-malformed',
      version === undefined ? 'ctr' : version,
    ),
  ]
}

/** False when a key that fits is published under a `kid` other than its thumbprint. */
const hasOwnKid = ({ candidate, thumbprint }: SignatureCheck): boolean =>
  thumbprint === undefined || thumbprint === candidate?.key['kid']

type CardFacts = Pick<Verdict, 'key' | 'assurance' | 'issued' | 'expires' | 'header' | 'claims'>

/** What stands in the card and its key, for whoever wants to see it. */
function factsOf(card: Card, claims: Claims, check: SignatureCheck): CardFacts {
  const assurance = assuranceOf(card.bundle)
  return {
    ...(check.candidate && { key: keyFacts(check.candidate.key, check.thumbprint) }),
    ...(assurance.length > 0 && { assurance }),
    ...(claims.issued && { issued: claims.issued }),
    ...(claims.expires && { expires: claims.expires }),
    header: card.header,
    claims: claimsWithoutBundle(card.claims),
  }
}

function keyFacts(key: PublishedKey, thumbprint: string | undefined): KeyFacts {
  const version = key['crlVersion'] ?? undefined
  const stated = typeof version === 'number' || typeof version === 'string' ? String(version) : undefined
  return {
    kid: String(key['kid']),
    ...(thumbprint !== undefined && { thumbprint }),
    ...(stated !== undefined && { crlVersion: stated.slice(0, 20) }),
  }
}

/** Source: SMART Health Cards Vaccination and Testing guide, "Identity Assurance"; `meta.security` is the one `meta` of a card. */
function assuranceOf(bundle: Bundle): readonly string[] {
  const levels = entriesOf(bundle).flatMap((entry) => {
    const resource = isRecord(entry) ? entry['resource'] : undefined
    const meta = isRecord(resource) ? resource['meta'] : undefined
    const security: unknown = isRecord(meta) ? meta['security'] : undefined
    const codings: readonly unknown[] = Array.isArray(security) ? security : [security]
    return codings.flatMap((coding) => (isRecord(coding) ? [coding['code']] : []))
  })
  return [...new Set(levels.filter((level) => typeof level === 'string'))].filter((level) =>
    /^IAL[1-3](\.\d)?$/.test(level),
  )
}

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
