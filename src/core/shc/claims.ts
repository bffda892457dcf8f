import { deviation, deviationIf, type Deviation } from '../deviations'
import { isRecord } from '../encoding'
import type { Finding } from '../verdict'

/** What the claims of a card say about time, identity and kind, with everything that is odd about them. */
export interface Claims {
  /** `iss` as it stands in the card, '' when it is missing. */
  readonly iss: string
  readonly issued?: Date
  readonly expires?: Date
  /** Issue date in epoch seconds, as revocation lists compare it. */
  readonly nbf?: number
  readonly rid?: string
  /** True when the card holds a `rid` that no list could name, so that nobody can tell whether it was withdrawn. */
  readonly ridUnreadable: boolean
  readonly time: 'current' | 'not-yet' | 'expired'
  readonly findings: readonly Finding[]
  readonly deviations: readonly Deviation[]
}

const HEALTH_CARD_TYPE = 'https://smarthealth.cards#health-card'
/** How far two clocks may disagree before "issued in the future" means something. */
const CLOCK_SKEW_SECONDS = 300
/** Epoch seconds reach this in the year 5138; larger numbers are milliseconds. */
const LARGEST_SECONDS = 1e11

/**
 * Reads the claims of a card's payload as of `now`. A claim that cannot be read counts against the card.
 * Source: SMART Health Cards, "Health Cards are Encoded as Compact Serialization JSON Web Signatures".
 */
export function readClaims(payload: Readonly<Record<string, unknown>>, now: Date): Claims {
  const issued = readNbf(payload)
  const expires = readExp(payload)
  const kind = readKind(payload)
  const rid = readRid(payload)
  const time = timeOf(issued.seconds, expires.seconds, now)
  const iss = typeof payload['iss'] === 'string' ? payload['iss'] : ''
  const backwards = (expires.seconds ?? Infinity) <= (issued.seconds ?? -Infinity)
  return {
    iss,
    ...dateFrom('issued', issued.seconds),
    ...dateFrom('expires', expires.seconds),
    ...(issued.seconds !== undefined && { nbf: issued.seconds }),
    ...(rid.rid !== undefined && { rid: rid.rid }),
    ridUnreadable: rid.unreadable ?? false,
    time,
    findings: [
      ...(iss === '' ? [{ code: 'PAYLOAD_MISSING_FIELD', path: 'iss' } as const] : []),
      ...issued.findings,
      ...expires.findings,
      ...timeFindings(time, issued.seconds, expires.seconds),
      ...kind.findings,
    ],
    deviations: [
      ...issued.deviations,
      ...expires.deviations,
      ...deviationIf(backwards, 'exp-before-nbf', expires.seconds),
      ...kind.deviations,
      ...rid.deviations,
    ],
  }
}

interface Reading {
  /** Epoch seconds, after any milliseconds were recognised. */
  readonly seconds?: number
  readonly findings: readonly Finding[]
  readonly deviations: readonly Deviation[]
}

function readNbf(payload: Readonly<Record<string, unknown>>): Reading {
  const legacy = payload['nbf'] === undefined
  const nbf = legacy ? payload['iat'] : payload['nbf']
  if (nbf === undefined) {
    return { findings: [{ code: 'PAYLOAD_MISSING_FIELD', path: 'nbf' }], deviations: [] }
  }
  if (!isTimestamp(nbf)) return { findings: [{ code: 'CLAIM_UNREADABLE', path: 'nbf' }], deviations: [] }
  const milliseconds = Math.abs(nbf) > LARGEST_SECONDS
  return {
    seconds: milliseconds ? nbf / 1000 : nbf,
    findings: milliseconds ? [{ code: 'NBF_IN_MILLISECONDS' }] : [],
    deviations: [
      ...deviationIf(legacy, 'legacy-iat', nbf),
      ...deviationIf(milliseconds, 'nbf-milliseconds', nbf),
    ],
  }
}

function readExp({ exp }: Readonly<Record<string, unknown>>): Reading {
  if (exp === undefined) return { findings: [], deviations: [] }
  if (!isTimestamp(exp)) return { findings: [{ code: 'CLAIM_UNREADABLE', path: 'exp' }], deviations: [] }
  return Math.abs(exp) > LARGEST_SECONDS
    ? {
        seconds: exp / 1000,
        findings: [{ code: 'EXP_IN_MILLISECONDS' }],
        deviations: [deviation('exp-milliseconds', exp)],
      }
    : { seconds: exp, findings: [], deviations: [] }
}

/** A number that a Date can hold, in seconds or milliseconds. */
const isTimestamp = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= 8.64e15

function timeOf(nbf: number | undefined, exp: number | undefined, now: Date): Claims['time'] {
  const seconds = now.getTime() / 1000
  if ((exp ?? Infinity) < seconds) return 'expired'
  return (nbf ?? -Infinity) > seconds + CLOCK_SKEW_SECONDS ? 'not-yet' : 'current'
}

function timeFindings(
  time: Claims['time'],
  nbf: number | undefined,
  exp: number | undefined,
): readonly Finding[] {
  if (time === 'expired' && exp !== undefined) return [{ code: 'EXPIRED', exp: new Date(exp * 1000) }]
  if (time === 'not-yet' && nbf !== undefined) return [{ code: 'NOT_YET_VALID', nbf: new Date(nbf * 1000) }]
  return []
}

function readKind(payload: Readonly<Record<string, unknown>>): Pick<Reading, 'findings' | 'deviations'> {
  const vc = isRecord(payload['vc']) ? payload['vc'] : {}
  const types: unknown = vc['type']
  const isHealthCard = Array.isArray(types) ? types.includes(HEALTH_CARD_TYPE) : types === HEALTH_CARD_TYPE
  const subject = isRecord(vc['credentialSubject']) ? vc['credentialSubject'] : {}
  const version: unknown = subject['fhirVersion']
  return {
    findings: [
      ...(isHealthCard ? [] : [{ code: 'NOT_A_HEALTH_CARD' } as const]),
      ...(typeof version === 'string' && !/^4\.0(\.|$)/.test(version)
        ? [{ code: 'FHIR_VERSION_UNSUPPORTED', version: version.slice(0, 20) } as const]
        : []),
    ],
    deviations: [
      ...deviationIf(!Array.isArray(types), 'vc-type-not-list'),
      ...legacyTypes(types),
      ...deviationIf(typeof version !== 'string', 'fhir-version-missing', version),
      ...deviationIf(
        typeof version === 'string' && !/^\d+\.\d+(\.\d+)?(-.+)?$/.test(version),
        'fhir-version-malformed',
        version,
      ),
    ],
  }
}

/** Types that the standard has given up; there is no list of them that a stranger could add to. */
const LEGACY_TYPE = /^(VerifiableCredential|https:\/\/smarthealth\.cards#(covid19|immunization|laboratory))$/

function legacyTypes(types: unknown): readonly Deviation[] {
  const list: readonly unknown[] = Array.isArray(types) ? types : []
  const legacy = list.find((type) => typeof type === 'string' && LEGACY_TYPE.test(type))
  return deviationIf(legacy !== undefined, 'vc-type-legacy', legacy)
}

function readRid(payload: Readonly<Record<string, unknown>>): {
  readonly rid?: string
  readonly unreadable?: boolean
  readonly deviations: readonly Deviation[]
} {
  const inside: unknown = isRecord(payload['vc']) ? payload['vc']['rid'] : undefined
  const outside: unknown = payload['rid']
  // Some issuers write null for "none".
  const claim = inside ?? outside ?? undefined
  const rid = typeof claim === 'number' ? String(claim) : claim
  if (rid === undefined) return { deviations: [] }
  const misplaced = deviationIf(inside === undefined || inside === null, 'rid-outside-vc')
  if (typeof rid !== 'string')
    return { unreadable: true, deviations: [...misplaced, deviation('rid-malformed')] }
  const malformed = deviationIf(rid !== claim || !/^[\w-]{1,24}$/.test(rid), 'rid-malformed')
  return { rid, deviations: [...misplaced, ...malformed] }
}

/** `{ [name]: Date }`, or nothing when the number of seconds is beyond what a Date can hold. */
function dateFrom<Name extends string>(name: Name, seconds: number | undefined): Partial<Record<Name, Date>> {
  const date = new Date((seconds ?? NaN) * 1000)
  return Number.isNaN(date.getTime()) ? {} : ({ [name]: date } as Record<Name, Date>)
}
