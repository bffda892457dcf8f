import { isRecord } from '../encoding'
import { text } from '../fhir/shape'

/** What an EHR's token endpoint gave, as far as the viewer uses it. */
export interface EhrToken {
  readonly accessToken: string
  readonly refreshToken?: string
  /** Seconds that it lasts from when it was given; absent when not stated. */
  readonly lifetime?: number
  /** What was granted, which may be less or more than what was asked for. */
  readonly scope: string
  readonly patientId?: string
  readonly encounterId?: string
  readonly needsBanner: boolean
  readonly idToken?: string
}

/** The characters of a bearer token; anything else would be another header. Source: RFC 6750 section 2.1. */
const TOKEN = /^[\w.~+/-]+=*$/
/** Longer than FHIR's own ids may be, because some EHRs' are. Nothing in it leads anywhere in an address. */
const ID = /^[\w.~-]{1,255}$/

/**
 * Reads a token response; `undefined` when it holds no bearer token. Where no scope is stated, what was asked for is
 * what was granted. Source: RFC 6749 section 5.1; SMART App Launch 2.2, "Launch context arrives with your access_token".
 */
export function readToken(json: unknown, asked: string): EhrToken | undefined {
  if (!isRecord(json)) return undefined
  const { access_token: accessToken, token_type: type = 'bearer', need_patient_banner: banner } = json
  if (typeof accessToken !== 'string' || !TOKEN.test(accessToken)) return undefined
  if (text(type)?.toLowerCase() !== 'bearer') return undefined
  const lifetime = Number(json['expires_in'] ?? Number.NaN)
  const [refreshToken, idToken] = [text(json['refresh_token']), text(json['id_token'])]
  const [patientId, encounterId] = [idIn(json['patient']), idIn(json['encounter'])]
  return {
    accessToken,
    scope: text(json['scope']) ?? asked,
    needsBanner: banner !== false,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(Number.isFinite(lifetime) && lifetime > 0 && { lifetime }),
    ...(patientId !== undefined && { patientId }),
    ...(encounterId !== undefined && { encounterId }),
    ...(idToken !== undefined && { idToken }),
  }
}

const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && ID.test(value) && !/^\.+$/.test(value) ? value : undefined
