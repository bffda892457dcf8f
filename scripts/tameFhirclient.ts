import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const QUIET = '\0fhirclient-debug'
const NETWORK = fileURLToPath(new URL('../src/platform/ehr/fhirclientFetch.ts', import.meta.url))

/**
 * Gives fhirclient the viewer's own network in the place of a polyfill, and no log: its own one writes tokens to the
 * console when a key in the browser's storage says so (ADR 0018).
 */
export function tameFhirclient(): Plugin {
  return {
    name: 'tame-fhirclient',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (!importer?.includes('/fhirclient/')) return undefined
      if (id === 'debug') return QUIET
      return id === 'cross-fetch' ? NETWORK : undefined
    },
    load: (id) =>
      id === QUIET
        ? 'const quiet = () => undefined\nquiet.extend = () => quiet\nmodule.exports = () => quiet'
        : undefined,
  }
}
