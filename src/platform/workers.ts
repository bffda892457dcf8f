// Vite makes a default export of these addresses.
/* oxlint-disable import/default */
import pdfWorkerUrl from './pdfWorker?worker&url'
import qrWorkerUrl from './qrWorker?worker&url'
/* oxlint-enable import/default */
import { siteBase } from './address'

/** Every worker that this viewer runs, by the address of its file in our own build. */
const WORKERS = { qr: qrWorkerUrl, pdf: pdfWorkerUrl } as const

/** The name of its file must never change: it is how the browser knows that there is a newer one. */
const SERVICE_WORKER = 'service-worker.js'

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
    if (url === new URL(SERVICE_WORKER, siteBase()).href) return url
    throw new TypeError('Not a worker of this viewer')
  },
}

let policy: ScriptUrlPolicy | undefined

function scriptUrl(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('shx-worker', RULES) ?? RULES
  return policy.createScriptURL(url)
}

/** Starts a worker of ours. Throws where the browser has no module workers. */
export const startWorker = (name: keyof typeof WORKERS): Worker =>
  new Worker(scriptUrl(WORKERS[name]), { type: 'module' })

/**
 * Registers the service worker of the installed app for the viewer's own folder, `base`. `undefined` where the browser
 * has none or refuses it, as without https; the viewer works without. Never throws.
 */
export async function registerServiceWorker(base: URL): Promise<ServiceWorkerRegistration | undefined> {
  try {
    const url = scriptUrl(new URL(SERVICE_WORKER, base).href)
    return await navigator.serviceWorker.register(url, { scope: base.href, updateViaCache: 'none' })
  } catch {
    return undefined
  }
}
