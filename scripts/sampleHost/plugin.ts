import { fileURLToPath } from 'node:url'
import { runnerImport, type Connect, type Plugin } from 'vite'
import type { createSampleHost, Middleware } from './host'

/** Serves the sample links beside the viewer, in development and in the preview of a build. No part of the build. */
export function sampleHost(): Plugin {
  return {
    name: 'sample-host',
    configureServer: ({ middlewares }) => putFirst(middlewares),
    configurePreviewServer: ({ middlewares }) => putFirst(middlewares),
  }
}

/** Before everything else: Vite's own answer to a preflight lets only pages of this machine ask. */
function putFirst({ stack }: Connect.Server): void {
  stack.unshift({ route: '', handle: onFirstUse() })
}

/**
 * Loads the host when it is first asked for: builds do without it, and the server starts sooner. Through Vite's own
 * loader, because configuration files should only import what plain Node can.
 */
function onFirstUse(): Middleware {
  let loading: Promise<Middleware> | undefined
  const answer = async (...[request, response, next]: Parameters<Middleware>): Promise<void> => {
    try {
      const host = await (loading ??= loadHost())
      host(request, response, next)
    } catch (error) {
      next(error)
    }
  }
  return (request, response, next) => {
    if (request.url?.includes('/sample-host/')) void answer(request, response, next)
    else next()
  }
}

interface HostModule {
  readonly createSampleHost: typeof createSampleHost
}

async function loadHost(): Promise<Middleware> {
  const file = fileURLToPath(new URL('host.ts', import.meta.url))
  const { module } = await runnerImport<HostModule>(file, { configFile: false })
  return module.createSampleHost()
}
