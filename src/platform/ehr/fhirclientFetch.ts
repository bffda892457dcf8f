import { GUARDS } from '../http'

// The build gives fhirclient this module in the place of its own network (scripts/tameFhirclient.ts).

/** Longest that the EHR's answer to a sign-in may take. */
const PATIENCE_MILLISECONDS = 30_000

/** The one network, with its guards: no cookies, no referrer, no cache, no redirects, and an end. */
export const fetch = (address: string, init: RequestInit = {}): Promise<Response> =>
  globalThis.fetch(address, {
    ...init,
    ...GUARDS,
    signal: init.signal ?? AbortSignal.timeout(PATIENCE_MILLISECONDS),
  })

export const Response = globalThis.Response
