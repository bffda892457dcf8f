import { asideOf, type Aside } from './aside'
import { decidedAfter } from './decided'
import type { ShxError } from './errors'
import { internalError } from './internalError'
import type { OpenedShx } from './openSHX'
import type { OpenedLive } from './openLive'
import { err } from './result'
import type { ApiOffer } from './shl/apiAccess'
import type { Session } from './sessionType'
import type {
  AskIssuer,
  Attempt,
  Connect,
  Open,
  OpenRequest,
  Recheck,
  ShxState,
  Update,
} from './sessionState'
import { linkText } from './shl/linkText'
import { isLive, lossIn, withLive } from './updates'
import { hasChanges, whatChanged, type Changes } from './whatChanged'

export type { Session } from './sessionType'
export * from './sessionState'

/**
 * Creates the session: a plain object that works on an action and tells its subscribers. A later scan wins; the late
 * answer of an earlier one is dropped, so that one patient's data can never appear under another's scan.
 */
export function createSession(
  openText: Open,
  recheck: Recheck,
  connect: Connect = connectNothing,
  askIssuer: AskIssuer = recheck,
): Session {
  const scan = new Scan(openText, connect, recheck)
  return {
    state: () => scan.state,
    subscribe: (listener) => {
      scan.listeners.add(listener)
      return () => scan.listeners.delete(listener)
    },
    open: async (text) => {
      if (scan.state.phase === 'opening' && text === scan.text) return
      if (!isChunk(text)) scan.chunks = []
      scan.text = text
      scan.decided = {}
      await scan.attempt({})
    },
    retry: async (options = {}) => {
      if (scan.state.phase === 'opening') return
      await scan.attempt({ ...scan.decided, ...options })
    },
    recheck: () => scan.judge(recheck),
    checkWithIssuer: (iss) => scan.judge((opened) => askIssuer(opened, iss)),
    startOver: async () => {
      scan.chunks = []
      await scan.attempt({})
    },
    keepParts: async () => {
      if (scan.chunks.length === 0) return
      scan.text = scan.chunks.at(-1)
      await scan.attempt({})
    },
    refresh: () => scan.refresh(),
    acknowledge: () => scan.acknowledge(),
    connect: (offer) => scan.connect(offer),
    reject: (error) => {
      scan.forget()
      scan.show({ phase: 'failed', error, input: 'unrecognised', problems: [] })
    },
    setAside: () => scan.setAside(),
    bringBack: () => scan.bringBack(),
    shareLink: () => scan.shareLink(),
    close: () => scan.close(),
  }
}

/** What a session knows. Private to this file: nothing outside reaches the passcode, nor the text but by `shareLink`. */
class Scan {
  state: ShxState = { phase: 'empty' }
  text: string | undefined
  /** What the person has decided about this text so far: a passcode that was right, and to ask past `exp`. */
  decided: Attempt = {}
  /** Parts of a card in several codes, scanned so far. */
  chunks: readonly string[] = []
  readonly listeners = new Set<() => void>()
  readonly #open: Open
  readonly #connect: Connect
  readonly #recheck: Recheck
  /** What the person has seen: what updates are compared with. */
  #seen: OpenedShx | undefined
  #aside: Aside | undefined
  #controller: AbortController | undefined
  #openings = 0

  constructor(open: Open, connect: Connect, recheck: Recheck) {
    this.#open = open
    this.#connect = connect
    this.#recheck = recheck
  }

  /** Makes the verdicts on what is open again; what was opened meanwhile keeps its own. */
  async judge(verdictsOn: Recheck): Promise<void> {
    const { state } = this
    if (state.phase !== 'ready') return
    const opened = await verdictsOn(state.opened)
    const now = this.state
    if (now.phase === 'ready' && now.opened === state.opened) this.show({ ...now, opened })
  }

  show(next: ShxState): void {
    this.state = next
    for (const listener of this.listeners) listener()
  }

  forget(): void {
    this.#stop()
    this.text = undefined
    this.decided = {}
    this.chunks = []
    this.#seen = undefined
    this.#aside = undefined
  }

  close(): void {
    this.forget()
    this.show({ phase: 'empty' })
  }

  shareLink(): string | undefined {
    const { state, text } = this
    return state.phase === 'ready' && state.opened.link && text !== undefined ? linkText(text) : undefined
  }

  setAside(): void {
    const { state, text, decided } = this
    const aside = state.phase === 'empty' ? this.#aside : asideOf(state, { text, decided, seen: this.#seen })
    this.forget()
    this.#aside = aside
    this.show(aside ? { phase: 'empty', aside: true } : { phase: 'empty' })
  }

  bringBack(): void {
    const aside = this.#aside
    if (!aside || this.state.phase !== 'empty') return
    this.#aside = undefined
    ;({ text: this.text, decided: this.decided, seen: this.#seen } = aside)
    this.show(aside.state)
  }

  async attempt(options: Attempt): Promise<void> {
    if (this.text === undefined) return
    this.#stop()
    this.#aside = undefined
    const mine = new AbortController()
    this.#controller = mine
    this.show({ phase: 'opening' })
    const isMine = (): boolean => this.#controller === mine
    const text = [...this.chunks, this.text].join('\n')
    const result = await this.#opened({
      text,
      ...options,
      signal: mine.signal,
      onProgress: (done, total) => isMine() && this.show({ phase: 'opening', progress: { done, total } }),
    })
    if (!isMine()) return // a later scan has taken over
    this.#controller = undefined
    const error = result.ok ? undefined : result.error.error
    this.#rememberText(text, error)
    this.decided = decidedAfter(this.decided, options, error)
    this.#openings += 1
    const opening = this.#openings
    this.#seen = result.ok ? result.value : undefined
    if (result.ok) return this.show({ phase: 'ready', opened: result.value, opening })
    const keepsParts = result.error.error.code === 'QR_CHUNK_CONFLICT' && this.chunks.length > 0
    this.show({ phase: 'failed', ...result.error, ...(keepsParts && { keepsParts }) })
  }

  async refresh(): Promise<void> {
    const { state, text } = this
    if (state.phase !== 'ready' || state.update?.status === 'asking' || text === undefined) return
    this.#stop()
    const mine = new AbortController()
    this.#controller = mine
    const { live: _, ...shown } = state
    this.show({ ...shown, update: { status: 'asking' } })
    const options = { ...this.decided, confirmed: true }
    const result = await this.#opened({ text, ...options, signal: mine.signal, onProgress: () => undefined })
    if (this.#controller !== mine || this.state.phase !== 'ready') return
    this.#controller = undefined
    const error = result.ok ? lossIn(result.value, this.state.opened) : result.error.error
    this.decided = decidedAfter(this.decided, this.decided, result.ok ? undefined : error)
    if (!result.ok || error) {
      const failed: Update = { status: 'failed', error: error ?? internalError() }
      return this.show({ ...this.state, update: failed })
    }
    const { opening } = this.state
    const { issuerKeys } = this.state.opened
    const fresh = issuerKeys ? await this.#recheck({ ...result.value, issuerKeys }) : result.value
    if (this.state.phase !== 'ready' || this.state.opening !== opening) return
    const bundles = [...fresh.bundles, ...this.state.opened.bundles.filter(isLive)]
    this.#replace({ ...fresh, bundles }, { status: 'done' })
  }

  acknowledge(): void {
    if (this.state.phase !== 'ready') return
    this.#seen = this.state.opened
    const { changes: _, ...state } = this.state
    this.show(state)
  }

  async connect(offer: ApiOffer): Promise<void> {
    if (this.state.phase !== 'ready' || this.#controller) return
    const mine = new AbortController()
    this.#controller = mine
    const isMine = (): boolean => this.#controller === mine && this.state.phase === 'ready'
    const progress = (done: number, total: number): void => {
      if (isMine() && this.state.phase === 'ready') this.show({ ...this.state, live: { done, total } })
    }
    progress(0, 1)
    const given = await this.#connected(offer, { signal: mine.signal, onProgress: progress })
    if (!isMine() || this.state.phase !== 'ready') return
    this.#controller = undefined
    const { live: _, changes: __, ...state } = this.state
    // The person has asked for it just now: it is no update.
    if (this.#seen) this.#seen = withLive(this.#seen, offer, given)
    const opened = withLive(state.opened, offer, given)
    this.show({ ...state, opened, ...this.#changesIn(opened) })
  }

  async #connected(offer: ApiOffer, context: Parameters<Connect>[1]): Promise<OpenedLive> {
    try {
      return await this.#connect(offer, context)
    } catch {
      return { problems: [{ ...internalError(), file: offer.file }] }
    }
  }

  #replace(opened: OpenedShx, update: Update): void {
    if (this.state.phase !== 'ready') return
    const { changes: _, ...state } = this.state
    this.show({ ...state, opened, update, ...this.#changesIn(opened) })
  }

  #changesIn(opened: OpenedShx): { readonly changes?: Changes } {
    const changes = whatChanged(this.#seen?.bundles ?? [], opened.bundles)
    return hasChanges(changes) ? { changes } : {}
  }

  #stop(): void {
    this.#controller?.abort()
    this.#controller = undefined
  }

  /** A spinner that never ends would be the worst answer to a mistake of ours. */
  async #opened(request: OpenRequest): ReturnType<Open> {
    try {
      return await this.#open(request)
    } catch {
      return err({ error: internalError(), input: 'unrecognised', problems: [] })
    }
  }

  /** Parts wait for each other; once they are together, the whole is what a retry is about. */
  #rememberText(whole: string, error: ShxError | undefined): void {
    // A code of another card: the person decides which of the two to go on with.
    if (error?.code === 'QR_CHUNK_CONFLICT' && this.chunks.length > 0) return
    const waiting = error?.code === 'QR_CHUNK_INCOMPLETE'
    this.chunks = waiting ? [...new Set(whole.split('\n'))] : []
    if (!waiting) this.text = whole
  }
}

const connectNothing: Connect = () => Promise.resolve({ problems: [] })

const isChunk = (text: string): boolean => /^\s*(?:https?:\/\/[^\s#]*#)?shc:\/{0,2}\d+\/\d+\//i.test(text)
