import { isRecord, jsonFromText, textFromBytes } from '../encoding'
import { records, text, type FhirRecord } from '../fhir/shape'
import { err, ok, type Result } from '../result'
import { readChartDocument, type ChartDocument, type LeftOut } from './chartDocument'
import type { EhrConnection, EhrFailure, EhrResponse } from './connection'
import { ranked } from './documentRank'
import { readChartAddress } from './chartAddress'

/** What a search needs of a connection. */
export type Chart = Pick<EhrConnection, 'base' | 'patientId' | 'request'>

/** failed: no answer came · refused: the EHR answered with this status · not-fhir: with something that is no list. */
export type ListFailure =
  | { readonly kind: 'failed'; readonly failure: EhrFailure }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'not-fhir' }

export interface DocumentList {
  /** In the order in which they are worth reading. */
  readonly documents: readonly ChartDocument[]
  /** How many the chart names that cannot be read, by reason. */
  readonly leftOut: Readonly<Record<LeftOut, number>>
  /** Why the chart may have more; absent when all of its list came. `limit`: there is too much of it. */
  readonly cut?: ListFailure | { readonly kind: 'limit' }
}

export interface ListOptions {
  readonly signal: AbortSignal
  /** Told after each page, with how many documents the chart has named so far. */
  readonly onPage?: (named: number) => void
}

/** Of one list; far more than any desk waits for. */
const MAXIMUM_PAGES = 40
const MAXIMUM_DOCUMENTS = 2_000

/**
 * Ways to ask, tried in this order while a server calls the question bad or its answer grows too large. Sorting is left
 * to the server only so that the newest are there when the list is cut: few promise it, some refuse it.
 */
const QUESTIONS = ['&_sort=-date&_count=100', '&_count=100', '&_count=10'] as const

/**
 * Pass 1: which documents of the chart may have a code on them. Asks for all pages of the list, and only below the FHIR
 * base. What fails after the first page leaves a list that says so. Never throws.
 * Source: FHIR R4, "Search", `link` with relation `next`; Oracle Health takes at most `_count=100`.
 */
export async function listDocuments(
  chart: Chart,
  { signal, onPage }: ListOptions,
): Promise<Result<DocumentList, ListFailure>> {
  const first = await askFirst(chart, signal)
  if (!first.ok) return first
  const found = new Collected(chart.patientId)
  const asked = new Set<string>()
  let page: Page | undefined = first.value
  for (let pages = 1; page; pages++) {
    found.add(page.resources)
    onPage?.(found.named)
    if (page.next === undefined || asked.has(page.next)) break
    if (pages >= MAXIMUM_PAGES || found.named >= MAXIMUM_DOCUMENTS) return ok(found.list({ kind: 'limit' }))
    asked.add(page.next)
    const next = await ask(chart, page.next, signal)
    if (!next.ok) return ok(found.list(next.error))
    page = next.value
  }
  return ok(found.list())
}

/** Gathers what the pages name. A document that two pages name, because the list moved between them, counts once. */
class Collected {
  named = 0
  readonly #documents: ChartDocument[] = []
  readonly #leftOut = { 'not-current': 0, 'other-patient': 0, 'other-format': 0, 'no-content': 0 }
  readonly #ids = new Set<string>()
  readonly #patientId: string

  constructor(patientId: string) {
    this.#patientId = patientId
  }

  add(resources: readonly FhirRecord[]): void {
    for (const resource of resources) {
      const id = text(resource['id'])
      if (id !== undefined && this.#ids.has(id)) continue
      if (id !== undefined) this.#ids.add(id)
      this.named += 1
      const read = readChartDocument(resource, this.#patientId)
      if (read.ok) this.#documents.push(read.value)
      else this.#leftOut[read.error] += 1
    }
  }

  list(cut?: DocumentList['cut']): DocumentList {
    return { documents: ranked(this.#documents), leftOut: this.#leftOut, ...(cut && { cut }) }
  }
}

interface Page {
  readonly resources: readonly FhirRecord[]
  readonly next?: string
}

async function askFirst(chart: Chart, signal: AbortSignal): Promise<Result<Page, ListFailure>> {
  const patient = encodeURIComponent(chart.patientId)
  let answer: Result<Page, ListFailure> = err({ kind: 'not-fhir' })
  for (const question of QUESTIONS) {
    answer = await ask(chart, `DocumentReference?patient=${patient}${question}`, signal)
    if (answer.ok || !isWorthAnotherWay(answer.error)) return answer
  }
  return answer
}

const isWorthAnotherWay = (failure: ListFailure): boolean =>
  (failure.kind === 'refused' && failure.status === 400) ||
  (failure.kind === 'failed' && failure.failure === 'too-large')

async function ask(chart: Chart, address: string, signal: AbortSignal): Promise<Result<Page, ListFailure>> {
  const target = readChartAddress(address, chart.base)
  if (target.kind === 'elsewhere') return err({ kind: 'failed', failure: 'foreign-address' })
  const response = await chart.request({ path: target.href, signal })
  if (!response.ok) return err({ kind: 'failed', failure: response.error })
  const { status } = response.value
  return status === 200 ? readPage(response.value) : err({ kind: 'refused', status })
}

function readPage({ body }: EhrResponse): Result<Page, ListFailure> {
  const bundle = jsonFromText(textFromBytes(body) ?? '')
  if (!isRecord(bundle) || bundle['resourceType'] !== 'Bundle') return err({ kind: 'not-fhir' })
  const resources = records(bundle['entry'])
    .flatMap(({ resource }) => records(resource))
    .filter(({ resourceType }) => resourceType === 'DocumentReference')
  const next = records(bundle['link'])
    .filter(({ relation }) => relation === 'next')
    .flatMap(({ url }) => text(url) ?? [])[0]
  return ok(next === undefined ? { resources } : { resources, next })
}
