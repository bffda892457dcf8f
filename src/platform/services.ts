import { createCodeRenderer, type CodeRenderer } from '../core/codes/codeRenderer'
import type { Dictionary } from '../core/codes/shards'
import { isLoopbackHost, type UrlPolicy } from '../core/checkUrl'
import { openLive } from '../core/openLive'
import { checkWithIssuer, openSHX, recheck } from '../core/openSHX'
import type { Clock, Http, LoadDirectories } from '../core/ports'
import { createSession, type Session } from '../core/session'
import { repeating } from '../core/shl/repeat'
import type { Config, ParsedConfig } from '../config/config'
import type { Scan } from '../core/scanner/burst'
import { createCapture, type Capture } from './capture'
import { createDirectoryLoader, type DirectorySource } from './directories'
import { createHttp } from './http'
import { loadConfig } from './loadConfig'
import { createRevocationLoader } from './revocation'
import { createSamples, type Samples } from './samples'
import type { HostTerms } from './terminology'
import { createDirectoryCache, readPreference, withMemory, writePreference } from './storage'

const clock: Clock = () => new Date()

/** Everything with effects that the screens may use. Made once, by the entry point. */
export interface Services {
  readonly session: Session
  readonly config: Promise<ParsedConfig>
  readonly codes: CodeRenderer
  /** The dictionaries of this deployment, with their licences. Rejects while they cannot be had. */
  readonly dictionaries: () => Promise<readonly Dictionary[]>
  readonly samples: Samples
  /** Keeps who is asking, in the reader's own words, on this device; an empty text goes back to the deployment's. */
  readonly rememberRecipient: (recipient: string) => void
  /** Who is asking, as the deployment has it. */
  readonly usualRecipient: Promise<string>
  readonly capture: Capture
  /** Tells what a barcode scanner reads anywhere on the page. Returns how to stop. */
  readonly listenForScans: (onScan: (scan: Scan) => void) => () => void
  readonly clock: Clock
}

/**
 * Wires the core to this page. Returns at once: opening waits for `config.json` by itself, so that a link can be
 * asked for while the screens are still being built.
 */
export function createServices(base: URL): Services {
  const config = loadConfig(base)
  const terms = termsOf(base, config)
  const pipeline = config.then((loaded) => createPipeline(loaded.config, base))
  const session = createSession(
    async ({ text, ...request }) =>
      openSHX(text, { ...(await pipeline), ...ownRecipient(), ...request, clock }),
    async (opened) => recheck(opened, { ...(await pipeline), clock }),
    async (offer, context) => openLive(offer, { ...(await pipeline), ...context, clock }),
    async (opened, iss) => checkWithIssuer(opened, iss, { ...(await pipeline), http: issuerHttp, clock }),
  )
  return {
    session,
    config,
    codes: createCodeRenderer(async (wanted) => (await terms()).load(wanted)),
    dictionaries: async () => (await terms()).dictionaries(),
    samples: createSamples(base),
    usualRecipient: pipeline.then(({ recipient }) => recipient),
    rememberRecipient: (recipient) =>
      writePreference('recipient', recipient.trim().slice(0, LONGEST_RECIPIENT)),
    capture: createCapture(base),
    listenForScans,
    clock,
  }
}

/** What our own host knows about codes, with all that reads it: loaded when the first code without words comes up. */
function termsOf(base: URL, config: Services['config']): () => Promise<HostTerms> {
  const make = async (): Promise<HostTerms> => {
    const [{ createHostTerms }, loaded] = await Promise.all([import('./terminology'), config])
    const { dictionaryMaxAgeHours, dictionaryCeilingMegabytes, requestTimeoutSeconds } = loaded.config
    return createHostTerms({
      base,
      http: createHttp({ timeoutSeconds: requestTimeoutSeconds }),
      clock,
      maxAgeHours: dictionaryMaxAgeHours,
      ceilingBytes: dictionaryCeilingMegabytes * 1_000_000,
    })
  }
  let ready: Promise<HostTerms> | undefined
  return async () => {
    const terms = await (ready ??= make()).catch(() => undefined)
    if (terms) return terms
    ready = undefined
    throw new Error('dictionaries are out of reach')
  }
}

/** Seconds for an issuer that is asked for its keys while somebody waits for the answer. */
const ISSUER_TIMEOUT_SECONDS = 10
const issuerHttp = createHttp({ timeoutSeconds: ISSUER_TIMEOUT_SECONDS })

function createPipeline(config: Config, base: URL) {
  const http = createHttp({ timeoutSeconds: config.requestTimeoutSeconds })
  const { askBeforeOpening, knownHosts, attestationIssuers } = config
  return {
    http: repeating(http),
    attestationIssuers,
    asksBefore: (host: string): boolean =>
      askBeforeOpening === 'always' ||
      (askBeforeOpening === 'unknown-hosts' && !knownHosts.includes(host.toLowerCase())),
    policy: policyOf(base),
    recipient: config.recipient === '' ? `SHX viewer (${base.host})` : config.recipient,
    loadDirectories: loaderFor(config, base, http),
    loadRevocationList: createRevocationLoader({
      http: issuerHttp,
      policy: policyOf(base),
      cache: withMemory(createDirectoryCache()),
      clock,
    }),
    suspectClock: true,
  }
}

/** Characters of a name that is sent to a link's server. */
const LONGEST_RECIPIENT = 200

/** What the reader has chosen to be called, on this device. */
function ownRecipient(): { readonly recipient?: string } {
  const recipient = readPreference('recipient') ?? ''
  return recipient.trim() === '' ? {} : { recipient }
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
    copies: new URL('directories/', base),
  })
}

/** The listener is a part of its own. Where it cannot be had, scans reach the box for them and nothing else. */
function listenForScans(onScan: (scan: Scan) => void): () => void {
  const starting = import('./scanner').then(
    (scanner) => scanner.listenForScans({ onScan }),
    () => () => undefined,
  )
  return () => void starting.then((stop) => stop())
}
