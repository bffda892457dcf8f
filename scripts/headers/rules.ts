import { WORKER_POLICY } from '../csp.ts'

/** Headers by their names. */
export type HeaderLines = Readonly<Record<string, string>>

/** Headers of some files. */
export interface HeaderRule {
  /**
   * Addresses below the viewer's folder: `''` is the folder itself, a `*` at the end stands for anything, and one before
   * it for one folder.
   */
  readonly paths: readonly string[]
  readonly headers: HeaderLines
}

/** Every header that a host should send with the viewer. */
export interface SiteHeaders {
  readonly everywhere: HeaderLines
  /**
   * No two of them give a header to the same file. One that is sent everywhere, too, may be replaced or joined with that
   * one, as the host will have it: it has to mean the same either way.
   */
  readonly rules: readonly HeaderRule[]
  /** For a file that no rule gives these headers. */
  readonly otherwise: HeaderLines
}

/** Pages that hold a record. Some hosts leave the `.html` out of addresses. */
export const RECORD_PAGES = [
  '',
  'index.html',
  'shlink',
  'shlink.html',
  'SMARTHealthCard/',
  'SMARTHealthCard/index.html',
] as const

/** Pages that talk to the window that opened them, and those that an EHR opens: no opener policy is right for them. */
export const WINDOW_PAGES = ['captureQR', 'copyText', 'launch'].flatMap((name) => [name, `${name}.html`])

/** Files with a hash in their name or their folder's. */
export const IMMUTABLE = ['assets/*', 'fonts/*', 'pdf-maps/*', 'terminology/*/*'] as const

/** Scripts that can become workers, which the policy in a page does not reach. */
export const WORKERS = ['assets/*', 'service-worker.js'] as const

/** What the viewer uses is its own; what it has no use for is nobody's. Browsers complain of names that they do not know. */
const PERMISSIONS = [
  ...['camera', 'clipboard-write', 'fullscreen'].map((name) => `${name}=(self)`),
  ...['geolocation', 'microphone', 'midi', 'payment', 'usb'].map((name) => `${name}=()`),
].join(', ')

/**
 * The headers for a deployment that these origins may show in a frame, as `frameAncestors` has them; none: nobody may.
 * A page that an EHR may frame is one that an EHR may also open in a window, and gets no opener policy.
 */
export function siteHeaders(frameAncestors: readonly string[]): SiteHeaders {
  const framers = frameAncestors.length === 0 ? ["'none'"] : ["'self'", ...frameAncestors]
  const framing = `frame-ancestors ${framers.join(' ')}`
  return {
    everywhere: {
      'Content-Security-Policy': framing,
      'Strict-Transport-Security': 'max-age=63072000',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': PERMISSIONS,
    },
    rules: [
      ...(frameAncestors.length === 0
        ? [{ paths: RECORD_PAGES, headers: { 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' } }]
        : []),
      { paths: WORKERS, headers: { 'Content-Security-Policy': `${WORKER_POLICY}; ${framing}` } },
      { paths: IMMUTABLE, headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
    ],
    otherwise: { 'Cache-Control': 'no-cache' },
  }
}
