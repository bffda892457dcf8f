import { createCodeRenderer, type CodeRenderer } from '../core/codes/codeRenderer'
import { isLoopbackHost, type UrlPolicy } from '../core/checkUrl'
import { openSHX, recheck } from '../core/openSHX'
import type { Clock, Http, LoadDirectories } from '../core/ports'
import { createSession, type Session } from '../core/session'
import type { Config, ParsedConfig } from '../config/config'
import { createCapture, type Capture } from './capture'
import { createDirectoryLoader, type DirectorySource } from './directories'
import { createHttp } from './http'
import { loadConfig } from './loadConfig'
import { createSamples, type Samples } from './samples'
import { createDirectoryCache } from './storage'

const clock: Clock = () => new Date()

/** Everything with effects that the screens may use. Made once, by the entry point. */
export interface Services {
  readonly session: Session
  readonly config: Promise<ParsedConfig>
  readonly codes: CodeRenderer
  readonly samples: Samples
  readonly capture: Capture
  readonly clock: Clock
}

/**
 * Wires the core to this page. Returns at once: opening waits for `config.json` by itself, so that a link can be
 * asked for while the screens are still being built.
 */
export function createServices(base: URL): Services {
  const config = loadConfig(base)
  const pipeline = config.then((loaded) => createPipeline(loaded.config, base))
  const session = createSession(
    async ({ text, ...request }) => openSHX(text, { ...request, ...(await pipeline), clock }),
    async (opened) => recheck(opened, { ...(await pipeline), clock }),
  )
  return {
    session,
    config,
    codes: createCodeRenderer(() => Promise.resolve(undefined)),
    samples: createSamples(base),
    capture: createCapture(base),
    clock,
  }
}

function createPipeline(config: Config, base: URL) {
  const http = createHttp({ timeoutSeconds: config.requestTimeoutSeconds })
  return {
    http,
    policy: policyOf(base),
    recipient: config.recipient === '' ? `SHX viewer (${base.host})` : config.recipient,
    loadDirectories: loaderFor(config, base, http),
  }
}

/** A page on this machine may reach links on this machine, and every page its own host; nothing else that is private. */
const policyOf = (base: URL): UrlPolicy => ({
  allowLoopback: isLoopbackHost(base.hostname),
  allowedHosts: [base.hostname],
})

function loaderFor(config: Config, base: URL, http: Http): LoadDirectories {
  const sourcesOf = (
    addresses: readonly string[],
    kind: DirectorySource['kind'],
  ): readonly DirectorySource[] =>
    addresses.flatMap((address) =>
      URL.canParse(address, base) ? [{ url: new URL(address, base), kind }] : [],
    )
  return createDirectoryLoader({
    sources: [
      ...sourcesOf(config.trustedDirectories, 'trusted'),
      ...sourcesOf(config.testDirectories, 'test'),
    ],
    http,
    clock,
    cache: createDirectoryCache(),
    maxAgeHours: config.directoryMaxAgeHours,
  })
}
