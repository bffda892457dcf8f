import type { DocumentStatus, Rest, SearchedDocument, SearchState } from './recordSearchState'
import { isSettled } from './recordSearchState'
import { listDocuments, type Chart, type DocumentList } from './documentSearch'
import { readDocumentCodes, type ReadCodes } from './documentReading'

/** How many documents are got and looked at at the same time, and how many in one go. */
const CONCURRENT = 3
const DOCUMENTS_AT_A_GO = 40

export interface RecordSearchPorts {
  readonly chart: Chart
  readonly readCodes: ReadCodes
}

export interface RecordSearch {
  readonly state: () => SearchState
  readonly subscribe: (listener: () => void) => () => void
  /**
   * Searches from the beginning. What an earlier search found is forgotten. Documents that are likely to have a card are
   * looked at as long as it takes, the many others quickly; `closely`: all of them as long as it takes.
   */
  readonly start: (how?: { readonly closely: boolean }) => Promise<void>
  /** Goes on after a rest, with the documents that were not read yet. */
  readonly goOn: () => Promise<void>
  /** Stops; what was found stays. */
  readonly cancel: () => void
  /** Stops and forgets. */
  readonly forget: () => void
  /** Somebody looks on, and wants the best find opened when there is one. Returns how to stop. */
  readonly watch: (open: (text: string) => void) => () => void
}

/**
 * The search of one chart: a plain object that works on an action and tells its subscribers.
 *
 * What a desk wants is this visit's insurance card, and no more of the chart than it takes. So the documents are read in
 * the order of their promise, and once one of them has a whole card or link no further one is begun. The best, which is
 * the first in that order, opens by itself, once, as soon as nothing before it can turn out better, and only in front of
 * somebody who looks on: who has turned to something else meanwhile keeps it. The list stays, to open another or to go
 * on; then the reader compares, and nothing opens by itself any more.
 */
export function createRecordSearch(ports: RecordSearchPorts): RecordSearch {
  const search = new Search(ports)
  return {
    state: () => search.state,
    subscribe: (listener) => {
      search.listeners.add(listener)
      return () => search.listeners.delete(listener)
    },
    start: (how) => search.start(how?.closely ?? false),
    goOn: () => search.goOn(),
    cancel: () => search.cancel(),
    forget: () => {
      search.stop()
      search.show({ phase: 'idle' })
    },
    watch: (open) => {
      search.open = open
      return () => {
        if (search.open === open) search.open = undefined
      }
    },
  }
}

/** What a search knows. Private to this file. */
class Search {
  state: SearchState = { phase: 'idle' }
  open: ((text: string) => void) | undefined
  readonly listeners = new Set<() => void>()
  readonly #ports: RecordSearchPorts
  #controller: AbortController | undefined
  #documents: SearchedDocument[] = []
  #list: Pick<DocumentList, 'leftOut' | 'cut'> | undefined
  #through = 0
  #closely = false
  /** False once something was opened by itself, or the reader has gone on beyond it. */
  #opensBest = true
  /** Why no further document is begun. */
  #halt: Rest | undefined

  constructor(ports: RecordSearchPorts) {
    this.#ports = ports
  }

  show(next: SearchState): void {
    this.state = next
    for (const listener of this.listeners) listener()
  }

  stop(): void {
    this.#controller?.abort()
    this.#controller = undefined
    this.#documents = []
    this.#list = undefined
    this.#through = 0
    this.#opensBest = true
  }

  async start(closely: boolean): Promise<void> {
    this.stop()
    this.#closely = closely
    const mine = new AbortController()
    this.#controller = mine
    this.show({ phase: 'listing', named: 0 })
    const listed = await listDocuments(this.#ports.chart, {
      signal: mine.signal,
      onPage: (named) => this.#isMine(mine) && this.show({ phase: 'listing', named }),
    })
    if (!this.#isMine(mine)) return
    if (!listed.ok) {
      this.show({ phase: 'failed', failure: listed.error })
      return
    }
    const { documents, ...list } = listed.value
    this.#documents = documents.map((document) => ({ document, status: { kind: 'waiting' } }))
    this.#list = list
    await this.#read(mine)
  }

  async goOn(): Promise<void> {
    if (this.state.phase !== 'resting' || !this.#list) return
    if (this.state.why === 'found') this.#opensBest = false
    const mine = new AbortController()
    this.#controller = mine
    await this.#read(mine)
  }

  cancel(): void {
    this.#controller?.abort()
    this.#controller = undefined
    if (this.state.phase === 'listing') this.show({ phase: 'idle' })
    if (this.state.phase === 'reading') this.#rest('cancelled')
  }

  #isMine(mine: AbortController): boolean {
    return this.#controller === mine
  }

  /** One go: so many workers, each of which takes the next document until there is a reason to rest. */
  async #read(mine: AbortController): Promise<void> {
    const waiting = this.#documents.flatMap((document, at) => (isSettled(document) ? [] : [at]))
    const turn = waiting.slice(0, DOCUMENTS_AT_A_GO)
    this.#through = (turn.at(-1) ?? this.#documents.length - 1) + 1
    this.#halt = undefined
    this.#showReading()
    const work = async (): Promise<void> => {
      while (this.#isMine(mine) && this.#halt === undefined) {
        const at = turn.shift()
        if (at === undefined) return
        await this.#readOne(at, mine)
      }
    }
    await Promise.all(Array.from({ length: CONCURRENT }, work))
    if (!this.#isMine(mine)) return
    if (this.#documents.every(isSettled)) this.#finish()
    else this.#rest(this.#halt ?? 'limit')
  }

  async #readOne(at: number, mine: AbortController): Promise<void> {
    const found = this.#documents[at]
    if (!found) return
    const onStatus = (status: DocumentStatus): void => {
      if (!this.#isMine(mine)) return
      this.#documents = this.#documents.with(at, { document: found.document, status })
      this.#showReading()
    }
    const isBrief = !this.#closely && found.document.likelihood !== 'likely'
    const { signal } = mine
    const status = await readDocumentCodes(found.document, { ...this.#ports, signal, isBrief, onStatus })
    if (!this.#isMine(mine)) return
    const lost = lossIn(status)
    this.#halt ??= lost ?? (this.#opensBest && hasWhole(status) ? 'found' : undefined)
    onStatus(lost ? { kind: 'waiting' } : status)
    this.#openBest()
  }

  /** Opens the first whole find, unless a document before it is still being read. */
  #openBest(): void {
    const first = this.#documents.find((document) => !isSettled(document) || hasWhole(document.status))
    if (!this.#opensBest || first?.status.kind !== 'found') return
    const best = first.status.finds.find(({ isWhole }) => isWhole)
    this.#opensBest = false
    if (best) this.open?.(best.text)
  }

  #showReading(): void {
    if (this.#list) this.show({ phase: 'reading', ...this.#searched(this.#list) })
  }

  #finish(): void {
    if (this.#list) this.show({ phase: 'finished', ...this.#searched(this.#list) })
  }

  /** What was under way waits again. */
  #rest(why: Rest): void {
    this.#documents = this.#documents.map((document) =>
      isSettled(document) ? document : { document: document.document, status: { kind: 'waiting' } },
    )
    if (this.#list) this.show({ phase: 'resting', why, ...this.#searched(this.#list) })
  }

  #searched(list: Pick<DocumentList, 'leftOut' | 'cut'>) {
    return { ...list, documents: this.#documents, through: this.#through, closely: this.#closely }
  }
}

const hasWhole = (status: DocumentStatus): boolean =>
  status.kind === 'found' && status.finds.some(({ isWhole }) => isWhole)

/** Why it makes no sense to ask for anything else; the document itself is then as good as not asked for. */
function lossIn(status: DocumentStatus): 'session-expired' | 'offline' | undefined {
  if (status.kind !== 'unread' || status.unread.kind !== 'failed') return undefined
  const { failure } = status.unread
  return failure === 'session-expired' || failure === 'offline' ? failure : undefined
}
