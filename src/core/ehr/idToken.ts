import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose'
import { isRecord } from '../encoding'
import { fhirBase } from './fhirAddress'

export interface IdTokenCheck {
  /** Who has to have signed it, to the letter. */
  readonly issuer: string
  /** Whom it has to be meant for. */
  readonly clientId: string
  /** The issuer's keys as it publishes them: a JWK set. */
  readonly keys: unknown
  /** Base address of the FHIR server. */
  readonly base: string
  /** When it was given. */
  readonly now: Date
}

/** Public-key algorithms that EHRs use. Never one with a shared secret, and never none. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'ES256', 'ES384']
/** Seconds by which two clocks may differ. */
const TOLERANCE = 60

/**
 * Who is signed in, such as `Practitioner/12`, from an id token whose signature, issuer, audience and time hold;
 * `undefined` in every other case, and for somebody who is on another server. Never throws.
 * Source: OpenID Connect Core 3.1.3.7; SMART App Launch 2.2, "Scopes for requesting identity data".
 */
export async function userOf(idToken: string, check: IdTokenCheck): Promise<string | undefined> {
  try {
    if (!isKeySet(check.keys)) return undefined
    const { payload } = await jwtVerify(idToken, createLocalJWKSet(check.keys), {
      algorithms: ALGORITHMS,
      issuer: check.issuer,
      audience: check.clientId,
      currentDate: check.now,
      clockTolerance: TOLERANCE,
      requiredClaims: ['exp'],
    })
    return isForUs(payload, check.clientId) ? userReference(payload['fhirUser'], check.base) : undefined
  } catch {
    return undefined
  }
}

const isKeySet = (keys: unknown): keys is JSONWebKeySet =>
  isRecord(keys) && Array.isArray(keys['keys']) && keys['keys'].every(isRecord)

const isForUs = ({ azp }: JWTPayload, clientId: string): boolean => azp === undefined || azp === clientId

function userReference(claim: unknown, base: string): string | undefined {
  if (typeof claim !== 'string') return undefined
  const folder = `${fhirBase(base)}/`
  const reference = claim.startsWith(folder) ? claim.slice(folder.length) : claim
  return /^(?:Practitioner|PractitionerRole|Patient|RelatedPerson|Person)\/[\w.~-]{1,255}$/.test(reference)
    ? reference
    : undefined
}
