import type { Plugin } from 'vite'

const REPLACEMENT = '\0no-qr-scanner-worker'

/**
 * Leaves the engine that qr-scanner brings with it out of the build: the viewer always gives it its own (ADR 0010), and
 * a script that starts a worker from text has no place in the folder.
 */
export function ownQrEngine(): Plugin {
  return {
    name: 'own-qr-engine',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('/qr-scanner-worker.min.js') ? REPLACEMENT : undefined),
    load: (id) =>
      id === REPLACEMENT
        ? "export const createWorker = () => { throw new Error('not part of this build') }"
        : undefined,
  }
}
