import type { Deviation } from './deviations'
import type { Severity } from './errors'
import type { KeysFailure } from './shc/issuerKeys'

/**
 * A verdict is five independent axes. They are kept apart so that "forged", "unknown issuer", "withdrawn key" and
 * "offline" can never collapse into one word.
 */
export interface Axes {
  readonly signature: 'valid' | 'invalid' | 'not-checkable'
  readonly trust:
    | 'listed'
    | 'test'
    | 'issuer-published-only'
    | 'not-listed'
    | 'key-not-the-issuers'
    | 'unknown'
  readonly time: 'current' | 'not-yet' | 'expired'
  readonly revocation: 'not-revoked' | 'revoked' | 'not-supported' | 'unknown'
  readonly format: 'conformant' | 'deviations'
}

export type BundleStatus = 'verified' | 'unchecked' | 'untrusted' | 'invalid' | 'unsigned'

/** One thing the check found out, for the banner and for `codes` in reports. */
export type Finding =
  | { readonly code: 'VERIFIED' }
  | { readonly code: 'SIGNATURE_INVALID' }
  | { readonly code: 'SIGNATURE_DER_ENCODED' }
  | { readonly code: 'JWS_HEADER_INVALID'; readonly detail: 'alg' | 'kid' | 'crit' }
  | { readonly code: 'PAYLOAD_MISSING_FIELD'; readonly path: string }
  | { readonly code: 'ISSUER_URL_INVALID'; readonly detail: 'http' | 'trailing-slash' | 'not-url' }
  | { readonly code: 'ISSUER_NOT_LISTED'; readonly host: string }
  | { readonly code: 'ISSUER_SELF_PUBLISHED'; readonly host: string }
  | { readonly code: 'ISSUER_TEST' }
  | { readonly code: 'KEY_NOT_PUBLISHED' }
  | { readonly code: 'KEY_MISMATCH_THUMBPRINT' }
  | { readonly code: 'KEY_UNSUITABLE'; readonly detail: 'kty' | 'crv' | 'use' | 'alg' | 'd' | 'point' }
  /** Without `detail`: no list could be had. With it: the issuer itself was asked, in vain. */
  | { readonly code: 'ISSUER_KEYS_UNREACHABLE'; readonly detail?: KeysFailure; readonly host?: string }
  /** `host` and `name` are those of the listed issuer. */
  | { readonly code: 'ISSUER_DIFFERS_BY_SLASH'; readonly host: string; readonly name?: string }
  | { readonly code: 'DIRECTORY_UNAVAILABLE'; readonly host: string }
  /** `age` is in whole days. */
  | {
      readonly code: 'DIRECTORY_STALE'
      readonly host: string
      readonly date: Date
      readonly age: number
    }
  /** A list was made at `date`, more than a day after what this device says is now. */
  | { readonly code: 'CLOCK_WRONG'; readonly date: Date }
  | { readonly code: 'NOT_YET_VALID'; readonly nbf: Date }
  | { readonly code: 'NBF_IN_MILLISECONDS' }
  | { readonly code: 'EXPIRED'; readonly exp: Date }
  | { readonly code: 'EXP_IN_MILLISECONDS' }
  | { readonly code: 'CLAIM_UNREADABLE'; readonly path: 'nbf' | 'exp' }
  | { readonly code: 'REVOKED' }
  | { readonly code: 'REVOCATION_UNKNOWN' }
  | { readonly code: 'REVOCATION_NOT_SUPPORTED' }
  | { readonly code: 'NOT_A_HEALTH_CARD' }
  | { readonly code: 'FHIR_VERSION_UNSUPPORTED'; readonly version: string }
  | { readonly code: 'BUNDLE_EMPTY' }
  | { readonly code: 'BUNDLE_INVALID' }
  | { readonly code: 'CARD_NONCONFORMANT' }
  | { readonly code: 'MULTIPLE_PATIENTS' }
  | { readonly code: 'UNSIGNED_CONTENT' }
  /** About the app that made a bundle; `name` is the attester's, from the configuration. */
  | { readonly code: 'ATTESTATION_VALID'; readonly name: string }
  | { readonly code: 'ATTESTATION_INVALID' }
  | { readonly code: 'ATTESTATION_UNKNOWN' }
  | { readonly code: 'BUNDLE_SIGNATURE_UNCHECKED' }

export type FindingCode = Finding['code']

export const FINDING_SEVERITY: Readonly<Record<FindingCode, Severity | 'ok'>> = {
  VERIFIED: 'ok',
  SIGNATURE_INVALID: 'error',
  SIGNATURE_DER_ENCODED: 'error',
  JWS_HEADER_INVALID: 'error',
  PAYLOAD_MISSING_FIELD: 'error',
  ISSUER_URL_INVALID: 'error',
  ISSUER_NOT_LISTED: 'warn',
  ISSUER_SELF_PUBLISHED: 'warn',
  ISSUER_TEST: 'warn',
  KEY_NOT_PUBLISHED: 'error',
  KEY_MISMATCH_THUMBPRINT: 'warn',
  KEY_UNSUITABLE: 'error',
  ISSUER_KEYS_UNREACHABLE: 'warn',
  ISSUER_DIFFERS_BY_SLASH: 'info',
  DIRECTORY_UNAVAILABLE: 'warn',
  DIRECTORY_STALE: 'warn',
  CLOCK_WRONG: 'warn',
  NOT_YET_VALID: 'error',
  NBF_IN_MILLISECONDS: 'error',
  EXPIRED: 'error',
  EXP_IN_MILLISECONDS: 'warn',
  CLAIM_UNREADABLE: 'error',
  REVOKED: 'error',
  REVOCATION_UNKNOWN: 'warn',
  REVOCATION_NOT_SUPPORTED: 'info',
  NOT_A_HEALTH_CARD: 'error',
  FHIR_VERSION_UNSUPPORTED: 'warn',
  BUNDLE_EMPTY: 'error',
  BUNDLE_INVALID: 'error',
  CARD_NONCONFORMANT: 'info',
  MULTIPLE_PATIENTS: 'warn',
  UNSIGNED_CONTENT: 'warn',
  ATTESTATION_VALID: 'info',
  ATTESTATION_INVALID: 'info',
  ATTESTATION_UNKNOWN: 'info',
  BUNDLE_SIGNATURE_UNCHECKED: 'info',
}

/** Who signed, as the directory knows them; the name never comes from the card. */
export interface IssuerFacts {
  /** The `iss` claim as it stands in the card. */
  readonly iss: string
  /** Host of `iss` in ASCII (punycode) form, so that look-alike letters show; the whole claim when it is no address. */
  readonly host: string
  readonly name?: string
  /** The list that vouched (or, for test issuers, that named the issuer). */
  readonly directory?: DirectoryFacts
}

export interface DirectoryFacts {
  /** Where the list came from: an address or a file name. */
  readonly source: string
  readonly kind: 'trusted' | 'test'
  /** The list's own date, where it states one. */
  readonly date?: Date
  /** True when the list could not be refreshed and an older copy was used. */
  readonly stale: boolean
}

/** The key that the card was checked with. */
export interface KeyFacts {
  readonly kid: string
  /** RFC 7638 thumbprint, where the key fits. */
  readonly thumbprint?: string
  /** Counter of the newest list of withdrawn cards, as the key states it. */
  readonly crlVersion?: string
}

/** The list of withdrawn cards that was looked at. */
export interface RevocationFacts {
  /** directory: the copy in a directory · issuer: the issuer's own. */
  readonly from: 'directory' | 'issuer'
  /** An address or a file name. */
  readonly source: string
  readonly counter: number
  /** directory: the date of the directory, where it states one · issuer: when it was fetched. */
  readonly date?: Date
}

export interface Verdict {
  readonly status: BundleStatus
  /** Absent for unsigned content: there is nothing that could be checked. */
  readonly axes?: Axes
  readonly findings: readonly Finding[]
  readonly deviations: readonly Deviation[]
  readonly issuer?: IssuerFacts
  readonly key?: KeyFacts
  readonly revocation?: RevocationFacts
  /** How well the issuer knows who the person is: codes such as `IAL2` from `meta.security`. */
  readonly assurance?: readonly string[]
  readonly issued?: Date
  readonly expires?: Date
  /** The protected header and claims (without the bundle), for the detail view. */
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
}

/** Content is withheld from the normal view when nobody vouches that it is what was signed. */
export const isAltered = (verdict: Verdict): boolean =>
  verdict.status === 'invalid' &&
  (verdict.axes?.signature === 'invalid' || verdict.axes?.trust === 'key-not-the-issuers')
