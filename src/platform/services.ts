import { createOpeningHold, type OpeningHold } from '../core/openingHold'
import { createCodeRenderer, type CodeRenderer } from '../core/codes/codeRenderer'
import type { Dictionary } from '../core/codes/shards'
import type { Clock } from '../core/ports'
import { err } from '../core/result'
import { createSession, type Session } from '../core/session'
import type { ParsedConfig } from '../config/config'
import type { Scan } from '../core/scanner/burst'
import type { BuildFacts } from '../core/buildFacts'
import { loadBuildFacts } from './buildFacts'
import { createCapture, type Capture } from './capture'
import { connectWith, createEhrSession, type EhrSession } from './ehr/session'
import type { EhrReturn } from './ehr/returned'
import { createHttp } from './http'
import { createLeaving, type Leaving } from './leaving'
import { loadConfig } from './loadConfig'
import type { Opening } from './opening'
import { rememberRecipient, usualRecipient } from './recipient'
import { createSamples, type Samples } from './samples'
import type { HostTerms } from './terminology'

const clock: Clock = () => new Date()

/** Everything with effects that the screens may use. Made once, by the entry point. */
export interface Services {
  readonly session: Session
  readonly leaving: Leaving
  /** Asked before anything is opened, whichever way it came. */
  readonly hold: OpeningHold
  readonly config: Promise<ParsedConfig>
  readonly codes: CodeRenderer
  /** The dictionaries of this deployment, with their licences. Rejects while they cannot be had. */
  readonly dictionaries: () => Promise<readonly Dictionary[]>
  /** What this build is made of, with the licences. Rejects while it cannot be had. */
  readonly buildFacts: () => Promise<BuildFacts>
  readonly samples: Samples
  /** Keeps who is asking, in the reader's own words, on this device; an empty text goes back to the deployment's. */
  readonly rememberRecipient: (recipient: string) => void
  /** Who is asking, as the deployment has it. */
  readonly usualRecipient: Promise<string>
  readonly capture: Capture
  /** Tells what a barcode scanner reads anywhere on the page. Returns how to stop. */
  readonly listenForScans: (onScan: (scan: Scan) => void) => () => void
  readonly clock: Clock
  /** The launch that brought the reader here; absent in the stand-alone viewer. */
  readonly ehr?: EhrSession
}

/**
 * Wires the core to this page. Returns at once: opening waits for `config.json` by itself, so that a link can be
 * asked for while the screens are still being built. `back`: what an EHR sent along, which is connected at once.
 */
export function createServices(base: URL, back?: EhrReturn): Services {
  const config = loadConfig(base, window.location.search)
  const terms = termsOf(base, config)
  const opening = openingOf(base, config)
  const session = createSession(
    async (request) => {
      const parts = await opening()
      return parts
        ? parts.open(request)
        : err({ error: { code: 'VIEWER_INCOMPLETE' }, input: 'unrecognised', problems: [] })
    },
    async (opened) => (await opening())?.recheck(opened) ?? opened,
    async (offer, context) => (await opening())?.connect(offer, context) ?? { problems: [] },
    async (opened, iss) => (await opening())?.askIssuer(opened, iss) ?? opened,
  )
  return {
    session,
    leaving: createLeaving(session, titleOf(config)),
    hold: createOpeningHold(),
    config,
    codes: createCodeRenderer(async (wanted) => (await terms()).load(wanted)),
    dictionaries: async () => (await terms()).dictionaries(),
    buildFacts: () => loadBuildFacts(base),
    samples: createSamples(base),
    usualRecipient: config.then((loaded) => usualRecipient(loaded.config, base)),
    rememberRecipient,
    capture: createCapture(base),
    listenForScans,
    clock,
    ...(back && { ehr: createEhrSession(back, connectWith(config, clock)) }),
  }
}

/** What the page is called, as the deployment has it; its own name until that is known. */
function titleOf(config: Services['config']): () => string {
  let title = document.title
  const ask = async (): Promise<void> => {
    const loaded = await config
    title = loaded.config.title || title
  }
  void ask()
  return () => title
}

/** All that opens a text. `undefined` while it cannot be had; it is asked for again the next time. */
function openingOf(base: URL, config: Services['config']): () => Promise<Opening | undefined> {
  const make = async (): Promise<Opening> => {
    const [{ createOpening }, loaded] = await Promise.all([import('./opening'), config])
    return createOpening(loaded.config, base, clock)
  }
  const attempt = (): Promise<Opening | undefined> => make().catch(() => undefined)
  let ready = attempt()
  return async () => {
    const opening = await ready
    if (!opening) ready = attempt()
    return opening ?? ready
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

/** The listener is a part of its own. Where it cannot be had, scans reach the box for them and nothing else. */
function listenForScans(onScan: (scan: Scan) => void): () => void {
  const starting = import('./scanner').then(
    (scanner) => scanner.listenForScans({ onScan }),
    () => () => undefined,
  )
  return () => void starting.then((stop) => stop())
}
