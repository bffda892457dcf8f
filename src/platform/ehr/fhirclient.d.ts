/**
 * What we use of fhirclient's own modules. Its own types would bring those of Node into a program for browsers, where
 * `process` and `Buffer` must not compile; `tsconfig.json` puts these in their place.
 */
export interface FhirclientState {
  readonly clientId?: string
  readonly scope?: string
  readonly serverUrl: string
  readonly tokenUri?: string
  readonly authorizeUri?: string
  readonly tokenResponse?: unknown
}

export interface FhirclientStorage {
  readonly get: (key: string) => Promise<unknown>
  readonly set: (key: string, value: unknown) => Promise<unknown>
  readonly unset: (key: string) => Promise<boolean>
}

/** What fhirclient asks of the place that it runs in. */
export interface FhirclientEnvironment {
  readonly options: Readonly<Record<string, unknown>>
  readonly security: unknown
  readonly fhir: null
  readonly getUrl: () => URL
  readonly redirect: (to: string) => void
  readonly relative: (path: string) => string
  readonly getStorage: () => FhirclientStorage
  readonly getAbortController: () => typeof AbortController
  readonly atob: (text: string) => string
  readonly btoa: (text: string) => string
  readonly base64urlencode: (input: string | Uint8Array) => string
  readonly base64urldecode: (input: string) => string
}

export interface AuthorizeParameters {
  readonly iss: string
  readonly launch: string
  readonly clientId: string
  readonly scope: string
  readonly redirectUri: string
  readonly stateKey: string
  readonly completeInTarget: true
  readonly noRedirect: true
  /** `unsafeV1`, whatever its name, sends the challenge always. */
  readonly pkceMode: 'required' | 'unsafeV1'
}

/** With `noRedirect`: the address to go to. Rejects in many ways. */
export function authorize(
  environment: FhirclientEnvironment,
  parameters: AuthorizeParameters,
): Promise<string | undefined>

/** `code` has to be percent-encoded. Rejects in many ways. */
export function ready(
  environment: FhirclientEnvironment,
  options: { readonly stateKey: string; readonly code: string },
): Promise<{ readonly state: FhirclientState }>
