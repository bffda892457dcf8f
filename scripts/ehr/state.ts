import type { JWK, CryptoKey } from 'jose'
import type { AuditEntry } from './audit'
import type { Engine } from './fhir/engine'
import type { Quirk } from './quirks'

/** An application that may be launched. It is a public client: it has no secret. */
export interface Client {
  readonly id: string
  readonly redirectUris: readonly string[]
}

/** The chart that is open when the application is launched, and who opened it. */
export interface ChartContext {
  /** Ids of FHIR resources. */
  readonly patient: string
  readonly encounter: string
  readonly practitioner: string
}

/** What a launch handle stands for. */
export interface Launch extends ChartContext {
  /** As the application was given it, to be given back as `aud`. */
  readonly iss: string
  /** Milliseconds. */
  readonly expiresAt: number
}

/** What the application was granted. */
export interface Grant extends ChartContext {
  readonly clientId: string
  readonly scope: string
  readonly nonce?: string
}

export interface Code extends Grant {
  readonly redirectUri: string
  /** S256 challenge. */
  readonly challenge: string
  readonly expiresAt: number
  used: boolean
  /** Access and refresh tokens that it led to; a second use revokes them. */
  readonly issued: string[]
}

export interface AccessToken extends Grant {
  /** How the audit log calls it. */
  readonly label: string
  readonly expiresAt: number
}

export interface RefreshToken extends Grant {
  readonly label: string
}

/** Everything that the authorization server remembers, by the secret that names it. */
export interface Sessions {
  readonly launches: Map<string, Launch>
  readonly codes: Map<string, Code>
  readonly tokens: Map<string, AccessToken>
  readonly refreshTokens: Map<string, RefreshToken>
  issuedTokens: number
}

export interface Signer {
  readonly key: CryptoKey
  readonly publicKey: JWK
}

/** The simulated EHR as its parts see it. */
export interface EhrState {
  /** `http://127.0.0.1:port`. */
  readonly origin: string
  /** Address of its FHIR server, without a slash at the end. */
  readonly issuer: string
  /** Where the viewer is, with a slash at the end. Only its origin may read what the EHR answers. */
  readonly viewer: string
  readonly clients: readonly Client[]
  readonly quirks: Set<Quirk>
  readonly sessions: Sessions
  readonly signer: Signer
  readonly engine: Engine
  readonly audit: AuditEntry[]
  /** Milliseconds since 1970. */
  readonly now: () => number
}
