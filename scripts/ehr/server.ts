import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { record, type AuditEntry } from './audit'
import { fillCharts } from './data/fillCharts'
import type { ChartName } from './data/people'
import { createEngine, type Json } from './fhir/engine'
import { startForeignHost, type ForeignRequest } from './foreignHost'
import { json, readRequest, send, type Answer } from './http'
import { launchAddress } from './launches'
import { close, listen } from './listening'
import { createSigner } from './oauth/idToken'
import type { Quirk } from './quirks'
import { answer, corsHeaders } from './routes'
import type { Client, EhrState } from './state'

export interface EhrOptions {
  /** Address of the viewer, with a slash at its end. */
  readonly viewer: string
  /** Default: any that is free. */
  readonly port?: number
  /** Switched on from the start. */
  readonly quirks?: readonly Quirk[]
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: () => number
}

export interface RunningEhr {
  /** `http://127.0.0.1:port`, where its own pages are. */
  readonly origin: string
  /** Address of its FHIR server: what `iss` says, and what a viewer has to have in its list. */
  readonly issuer: string
  /** Switch them on and off while it runs. */
  readonly quirks: Set<Quirk>
  /** Address that launches the viewer once, from this chart. */
  readonly launch: (chart: ChartName) => string
  readonly audit: () => readonly AuditEntry[]
  /** Every resource of a type, whoever's it is. */
  readonly stored: (type: string) => Promise<readonly Json[]>
  /** What was asked of the other server, which no token may ever reach. */
  readonly foreignRequests: () => readonly ForeignRequest[]
  /** Ends every session: no token is of any use any more. */
  readonly endSessions: () => void
  readonly stop: () => Promise<void>
}

/** What the viewer is called at this EHR; the second is for launches that name their own. */
export const CLIENT_ID = 'shx-viewer'
export const OTHER_CLIENT_ID = 'shx-viewer-sandbox'

const clientsFor = (viewer: string): readonly Client[] =>
  [CLIENT_ID, OTHER_CLIENT_ID].map((id) => ({ id, redirectUris: [viewer, `${viewer}index.html`] }))

/** Starts a simulated EHR on this machine, with a SMART authorization server, a FHIR server and two charts. */
export async function startEhr(options: EhrOptions): Promise<RunningEhr> {
  const { viewer, quirks = [], now = Date.now } = options
  const server = createServer()
  const port = await listen(server, options.port ?? 0)
  const foreign = await startForeignHost()
  const origin = `http://127.0.0.1:${port}`
  const ehr: EhrState = {
    origin,
    issuer: `${origin}/fhir`,
    viewer,
    clients: clientsFor(viewer),
    quirks: new Set(quirks),
    sessions: {
      launches: new Map(),
      codes: new Map(),
      tokens: new Map(),
      refreshTokens: new Map(),
      issuedTokens: 0,
    },
    signer: await createSigner(),
    engine: createEngine(),
    audit: [],
    now,
  }
  await fillCharts(ehr, foreign.origin)
  server.on('request', (request, response) => void respond(ehr, request, response))
  return {
    origin,
    issuer: ehr.issuer,
    quirks: ehr.quirks,
    launch: (chart) => launchAddress(ehr, chart),
    audit: () => ehr.audit,
    stored: async (type) => (await ehr.engine.search(type, '_count=1000')).resources,
    foreignRequests: () => foreign.requests,
    endSessions: () => {
      ehr.sessions.tokens.clear()
      ehr.sessions.refreshTokens.clear()
    },
    stop: async () => {
      await Promise.all([close(server), foreign.stop()])
    },
  }
}

async function respond(ehr: EhrState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const read = await readRequest(request)
  if (!read) {
    send(response, json(413, { error: 'too large' }, { decision: 'refused: too large' }))
    return
  }
  const answered = await answer(ehr, read).catch((error: unknown): Answer =>
    json(500, { error: String(error) }, { decision: `broken: ${String(error)}` }),
  )
  record(ehr, read, answered)
  if (answered.hangs) return
  if (answered.delay !== undefined) await wait(answered.delay)
  send(response, { ...answered, headers: { ...corsHeaders(ehr, read), ...answered.headers } })
}
