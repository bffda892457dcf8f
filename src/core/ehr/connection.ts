import type { Patient } from '../fhir/types'
import type { HttpFailure } from '../ports'
import type { Result } from '../result'
import type { Interaction } from './scopes'

/** One request to the EHR's FHIR server. */
export interface EhrRequest {
  /** Relative to the FHIR base, such as `Binary/1`, or absolute and below it. Anything else is not sent. */
  readonly path: string
  /** Default: GET. */
  readonly method?: 'GET' | 'POST'
  /** FHIR JSON, for a POST. */
  readonly body?: string
  /** Default: `application/fhir+json`. */
  readonly accept?: string
  /** Further headers that FHIR defines for this call, such as `If-None-Exist`. Never an authorization. */
  readonly headers?: Readonly<Record<string, string>>
  /** Longer answers are cut off and reported as `too-large`. Default: 25,000,000. */
  readonly maximumBytes?: number
  readonly signal?: AbortSignal
}

export interface EhrResponse {
  readonly status: number
  /** Lower-case media type without parameters; absent when not stated or hidden by CORS. */
  readonly contentType?: string
  /** Where a created resource is, as the server says it and where CORS lets us read it. Never followed. */
  readonly location?: string
  readonly body: Uint8Array<ArrayBuffer>
}

/**
 * `foreign-address`: the address is not below the FHIR base; nothing was sent · `session-expired`: the token is of no
 * further use and could not be renewed. Every other answer of the server, whatever its status, is an answer.
 */
export type EhrFailure = HttpFailure | 'foreign-address' | 'session-expired'

/**
 * A chart that the viewer was launched from. The token stays inside; it goes to the FHIR base and nowhere else.
 */
export interface EhrConnection {
  /** What the deployment calls this EHR; its host where it calls it nothing. */
  readonly label: string
  /** Base address of the FHIR server, without a slash at its end. */
  readonly base: string
  /** Of the chart that is open. */
  readonly patientId: string
  /** As the EHR gave it after the launch. */
  readonly patient: Patient
  /** Id of the encounter, where the launch named one. */
  readonly encounterId?: string
  /** Who is signed in, such as `Practitioner/12`, from the checked id token. */
  readonly user?: string
  /** False where the EHR shows the patient itself; the viewer then may show its banner smaller, never not at all. */
  readonly needsBanner: boolean
  /** Was this granted? What was not is not offered, with the reason. */
  readonly may: (type: string, interaction: Interaction) => boolean
  /** Renews the token where it can and has to. Never throws. */
  readonly request: (request: EhrRequest) => Promise<Result<EhrResponse, EhrFailure>>
  /**
   * Reads the chart's patient again: which chart this is is asked before every save. `other-patient`: the EHR answered with
   * a patient of another id.
   */
  readonly readPatient: (signal?: AbortSignal) => Promise<Result<Patient, EhrFailure | 'other-patient'>>
}

/** Why a launch did not end in a connection. Each has words and a way on. */
export type EhrConnectFailure =
  | 'denied'
  | 'refused-by-ehr'
  | 'unreachable'
  | 'no-token'
  | 'no-patient'
  | 'patient-unreadable'
  | 'storage-blocked'
  | 'session-lost'
  | 'session-expired'
  | 'viewer-incomplete'

export type EhrState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'failed'; readonly failure: EhrConnectFailure }
  | { readonly kind: 'ready'; readonly connection: EhrConnection }
