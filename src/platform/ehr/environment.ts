import * as security from 'fhirclient/lib/security/browser'
import { base64urlFromBytes, bytesFromBase64url, textFromBytes } from '../../core/encoding'
import type { LaunchStore } from '../storage'
import type { FhirclientEnvironment } from './fhirclient'

/**
 * The place that fhirclient runs in, of our own making instead of its adapter for browsers: a page without a query, so
 * that no address overrides what it is told; storage where each launch has its own place and there is no "current" one
 * (two charts in one tab would swap patients); and decoding that never throws, whatever a token looks like.
 */
export const environmentOf = (store: LaunchStore, page: URL): FhirclientEnvironment => ({
  options: {
    fullSessionStorageSupport: false,
    replaceBrowserHistory: false,
    refreshTokenWithClientId: true,
    refreshTokenWithCredentials: 'omit',
  },
  security,
  fhir: null,
  getUrl: () => new URL(page.pathname, page),
  // Whoever asked for an address goes there.
  redirect: () => undefined,
  relative: (path) => new URL(path, page).href,
  getStorage: () => ({
    get: (key) => Promise.resolve(isKey(key) ? (store.get(key) ?? null) : null),
    set: (key, value) => {
      if (isKey(key)) store.set(key, value)
      return Promise.resolve(value)
    },
    unset: (key) => {
      if (isKey(key)) store.remove(key)
      return Promise.resolve(isKey(key))
    },
  }),
  getAbortController: () => AbortController,
  // Asked for the content of an access token, which need not be a JWT: "nothing" is an answer, an exception loses the token.
  atob: (text) => textOf(text) ?? 'null',
  btoa: (text) => btoa(text),
  base64urlencode: (input) =>
    base64urlFromBytes(typeof input === 'string' ? new TextEncoder().encode(input) : input),
  base64urldecode: (input) => textOf(input) ?? '',
})

/** One launch's random number; everything else that fhirclient would keep is nobody's. */
export const isKey = (key: unknown): key is string =>
  typeof key === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(key)

function textOf(base64url: string): string | undefined {
  const bytes = bytesFromBase64url(base64url)
  const text = bytes && textFromBytes(bytes)
  if (text === undefined) return undefined
  try {
    JSON.parse(text)
    return text
  } catch {
    return undefined
  }
}
