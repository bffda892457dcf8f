import type { Config } from '../config/config'
import { isLoopbackHost, type UrlPolicy } from '../core/checkUrl'
import { openLive } from '../core/openLive'
import { checkWithIssuer, openSHX, recheck } from '../core/openSHX'
import type { Clock, Http, LoadDirectories } from '../core/ports'
import type { AskIssuer, Connect, Open, Recheck } from '../core/session'
import { repeating } from '../core/shl/repeat'
import { createDirectoryLoader, type DirectorySource } from './directories'
import { createHttp } from './http'
import { createRevocationLoader } from './revocation'
import { ownRecipient, usualRecipient } from './recipient'
import { createDirectoryCache, withMemory } from './storage'
import { visitSignal } from './visit'

/** What a session is made of, with the network of this page behind it. */
export interface Opening {
  readonly open: Open
  readonly recheck: Recheck
  readonly connect: Connect
  readonly askIssuer: AskIssuer
}

/**
 * All that opens a text, as this deployment has it. A part of its own: it is fetched beside `config.json`, which every
 * opening waits for in any case, and the first screen is drawn without it.
 */
export function createOpening(config: Config, base: URL, clock: Clock): Opening {
  const pipeline = { ...createPipeline(config, base, clock), clock }
  return {
    open: ({ text, ...request }) => {
      const recipient = ownRecipient() ?? pipeline.recipient
      return openSHX(text, { ...pipeline, recipient, ...request })
    },
    recheck: (opened) => recheck(opened, pipeline),
    connect: (offer, context) => openLive(offer, { ...pipeline, ...context }),
    askIssuer: (opened, iss) => checkWithIssuer(opened, iss, { ...pipeline, http: issuerHttp }),
  }
}

/** Seconds for an issuer that is asked for its keys while somebody waits for the answer. */
const ISSUER_TIMEOUT_SECONDS = 10
const askIssuerHttp = createHttp({ timeoutSeconds: ISSUER_TIMEOUT_SECONDS })
/** Whoever has gone on to the next person waits for no issuer. */
const issuerHttp: Http = (request) => askIssuerHttp({ signal: visitSignal(), ...request })

function createPipeline(config: Config, base: URL, clock: Clock) {
  const http = createHttp({ timeoutSeconds: config.requestTimeoutSeconds })
  const { askBeforeOpening, knownHosts, attestationIssuers } = config
  return {
    http: repeating(http),
    attestationIssuers,
    asksBefore: (host: string): boolean =>
      askBeforeOpening === 'always' ||
      (askBeforeOpening === 'unknown-hosts' && !knownHosts.includes(host.toLowerCase())),
    policy: policyOf(base),
    recipient: usualRecipient(config, base),
    loadDirectories: loaderFor({ config, base, http, clock }),
    loadRevocationList: createRevocationLoader({
      http: issuerHttp,
      policy: policyOf(base),
      cache: withMemory(createDirectoryCache()),
      clock,
    }),
    suspectClock: true,
  }
}

/** A page on this machine may reach links on this machine, and every page its own host; nothing else that is private. */
const policyOf = (base: URL): UrlPolicy => ({
  allowLoopback: isLoopbackHost(base.hostname),
  allowedHosts: [base.hostname],
})

interface Loading {
  readonly config: Config
  readonly base: URL
  readonly http: Http
  readonly clock: Clock
}

function loaderFor({ config, base, http, clock }: Loading): LoadDirectories {
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
    copies: new URL('directories/', base),
  })
}
