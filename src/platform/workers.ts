// Vite makes a default export of these addresses.
/* oxlint-disable import/default */
import pdfWorkerUrl from './pdfWorker?worker&url'
import qrWorkerUrl from './qrWorker?worker&url'
/* oxlint-enable import/default */

/** Every worker that this viewer runs, by the address of its file in our own build. */
const WORKERS = { qr: qrWorkerUrl, pdf: pdfWorkerUrl } as const

interface ScriptUrlPolicy {
  /** A TrustedScriptURL, for which TypeScript has no type yet; it goes where a string goes. */
  readonly createScriptURL: (url: string) => string
}

/** Where the browser knows Trusted Types: they turn the address of a worker into one that it accepts. */
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy
}

/** Refuses every address but those of our own workers; named in the security policy of the page. */
const RULES: ScriptUrlPolicy = {
  createScriptURL: (url) => {
    if (Object.values<string>(WORKERS).includes(url)) return url
    throw new TypeError('Not a worker of this viewer')
  },
}

let policy: ScriptUrlPolicy | undefined

/** Starts a worker of ours. Throws where the browser has no module workers. */
export function startWorker(name: keyof typeof WORKERS): Worker {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('shx-worker', RULES) ?? RULES
  return new Worker(policy.createScriptURL(WORKERS[name]), { type: 'module' })
}
