import type { EhrConnection, EhrFailure, EhrResponse } from './connection'
import {
  inspectedAddress,
  issuesIn,
  leadsIn,
  readInspectedBody,
  readInspectedPath,
  type InspectedBody,
  type Issue,
  type Leads,
  type PathRefusal,
} from './inspect'

/** In which form to ask for something: FHIR JSON, or whatever the server has. */
export const ACCEPTS = ['application/fhir+json', 'application/json', '*/*'] as const
export type Accept = (typeof ACCEPTS)[number]

export interface Asked {
  /** Below the FHIR base, such as `Patient/1`. */
  readonly path: string
  readonly accept: Accept
}

export interface Answered {
  readonly status: number
  readonly contentType?: string
  readonly bytes: number
  readonly milliseconds: number
  readonly body: InspectedBody
  readonly issues: readonly Issue[]
  readonly leads: Leads
}

export type InspectorState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'refused'; readonly refusal: PathRefusal }
  | { readonly phase: 'asking'; readonly asked: Asked }
  | { readonly phase: 'failed'; readonly asked: Asked; readonly failure: EhrFailure }
  | { readonly phase: 'answered'; readonly asked: Asked; readonly answer: Answered }

export interface Inspector {
  readonly state: () => InspectorState
  /** Paths that were asked for, the last one first, each once. */
  readonly tried: () => readonly string[]
  readonly subscribe: (listener: () => void) => () => void
  /** Reads what is at `path`, with a GET and nothing else. A later call wins. */
  readonly ask: (path: string, accept: Accept) => Promise<void>
  readonly cancel: () => void
  /** Stops and forgets. */
  readonly forget: () => void
}

const MAXIMUM_TRIED = 20
/** More than anybody reads as text. */
const MAXIMUM_BYTES = 5_000_000

/** A read-only look at the chart's FHIR server, for those who test it. `now` in milliseconds. Memory only. */
export function createInspector(
  connection: Pick<EhrConnection, 'base' | 'request'>,
  now: () => number,
): Inspector {
  const look = new Look(connection, now)
  return {
    state: () => look.state,
    tried: () => look.tried,
    subscribe: (listener) => {
      look.listeners.add(listener)
      return () => look.listeners.delete(listener)
    },
    ask: (path, accept) => look.ask(path, accept),
    cancel: () => {
      look.stop()
      if (look.state.phase === 'asking') look.show({ phase: 'idle' })
    },
    forget: () => {
      look.stop()
      look.tried = []
      look.show({ phase: 'idle' })
    },
  }
}

/** What an inspector knows. Private to this file. */
class Look {
  state: InspectorState = { phase: 'idle' }
  tried: readonly string[] = []
  readonly listeners = new Set<() => void>()
  readonly #connection: Pick<EhrConnection, 'base' | 'request'>
  readonly #now: () => number
  #controller: AbortController | undefined

  constructor(connection: Pick<EhrConnection, 'base' | 'request'>, now: () => number) {
    this.#connection = connection
    this.#now = now
  }

  show(next: InspectorState): void {
    this.state = next
    for (const listener of this.listeners) listener()
  }

  stop(): void {
    this.#controller?.abort()
    this.#controller = undefined
  }

  async ask(typed: string, accept: Accept): Promise<void> {
    this.stop()
    const { base, request } = this.#connection
    const path = readInspectedPath(typed, base)
    if (!path.ok) {
      this.show({ phase: 'refused', refusal: path.error })
      return
    }
    const mine = new AbortController()
    this.#controller = mine
    const asked: Asked = { path: path.value, accept }
    this.tried = [asked.path, ...this.tried.filter((one) => one !== asked.path)].slice(0, MAXIMUM_TRIED)
    this.show({ phase: 'asking', asked })
    const begun = this.#now()
    const { signal } = mine
    const response = await request({
      path: inspectedAddress(asked.path, base),
      accept,
      maximumBytes: MAXIMUM_BYTES,
      signal,
    })
    if (this.#controller !== mine) return // something else was asked for, or it was cancelled
    this.show(
      response.ok
        ? { phase: 'answered', asked, answer: answerOf(response.value, this.#now() - begun, base) }
        : { phase: 'failed', asked, failure: response.error },
    )
  }
}

function answerOf(response: EhrResponse, milliseconds: number, base: string): Answered {
  const { status, contentType, body: bytes } = response
  const body = readInspectedBody(response)
  const value = body.kind === 'json' ? body.value : undefined
  return {
    status,
    ...(contentType !== undefined && { contentType }),
    bytes: bytes.length,
    milliseconds,
    body,
    issues: issuesIn(value),
    leads: leadsIn(value, base),
  }
}
