import { isRecord, jsonFromText, textFromBytes } from '../encoding'
import type { ApiFailure, Problem } from '../errors'
import { list, records, text } from '../fhir/shape'
import type { Bundle, BundleEntry, Resource } from '../fhir/types'
import type { Http } from '../ports'
import { err, ok, type Result } from '../result'

/** What is needed to ask a server, none of which is ever shown. */
export interface LiveAccess {
  /** Address of the FHIR server, with `/` at its end. The token is sent to nothing that is not below it. */
  readonly base: URL
  readonly token: string
  /** The sender's hints, relative to `base`. Empty: the usual parts of the record of `patient`. */
  readonly queries: readonly string[]
  readonly patient?: string
}

export interface LiveContext {
  readonly http: Http
  readonly signal?: AbortSignal
  /** Called before each part that is asked for. */
  readonly onProgress?: (done: number, total: number) => void
}

export interface LiveRecord {
  /** Everything that was given, in one collection; `undefined` when nothing was. */
  readonly bundle?: Bundle
  readonly problems: readonly Problem[]
}

const MAXIMUM_PAGES = 20
const MAXIMUM_BYTES = 50_000_000

/** Searches for servers that have no `$everything`. Source: US Core, the elements that every patient may ask for. */
const SEARCHES = [
  'AllergyIntolerance?',
  'Condition?',
  'MedicationRequest?',
  'Observation?category=laboratory&',
  'Observation?category=vital-signs&',
  'Immunization?',
  'Procedure?',
  'DocumentReference?',
] as const

/**
 * Asks a FHIR server for a record: the hinted queries, else the patient and everything about them. One part that fails
 * does not sink the others, except that an access which has ended (401) ends everything.
 * Errors: `API_ACCESS_FAILED`, once for each reason.
 */
export async function fetchRecord(access: LiveAccess, context: LiveContext): Promise<LiveRecord> {
  const visit = new Visit(access, context)
  if (access.queries.length > 0) await visit.askAll(access.queries)
  else if (access.patient === undefined || !/^[\w.-]{1,64}$/.test(access.patient)) visit.fail('query')
  else await askForPatient(visit, access.patient)
  return visit.result()
}

async function askForPatient(visit: Visit, patient: string): Promise<void> {
  visit.plan(2)
  await visit.ask(`Patient/${patient}`)
  // Many servers have no such operation: that is no failure, but the reason to ask part by part.
  if (await visit.ask(`Patient/${patient}/$everything?_count=100`, { mayFail: true })) return
  await visit.askAll(SEARCHES.map((search) => `${search}patient=${patient}&_count=100`))
}

/** One conversation with a server: what has been asked, what was given, what went wrong. */
class Visit {
  readonly #access: LiveAccess
  readonly #context: LiveContext
  readonly #entries = new Map<string, BundleEntry>()
  readonly #failures = new Map<string, Problem>()
  #ended = false
  #done = 0
  #total = 0

  constructor(access: LiveAccess, context: LiveContext) {
    this.#access = access
    this.#context = context
  }

  plan(parts: number): void {
    this.#total = this.#done + parts
  }

  async askAll(queries: readonly string[]): Promise<void> {
    this.plan(queries.length)
    for (const query of queries) await this.ask(query)
  }

  /** Asks for one part, page by page. False when its first page could not be had. */
  async ask(query: string, { mayFail = false } = {}): Promise<boolean> {
    if (this.#ended || this.#context.signal?.aborted) return false
    this.#context.onProgress?.(this.#done, this.#total)
    this.#done += 1
    const seen = new Set<string>()
    let next = resolveQuery(query, this.#access.base)
    if (!next) this.fail('query')
    while (next && !this.#ended) {
      if (seen.has(next.href)) return true
      if (seen.size === MAXIMUM_PAGES) {
        this.fail('pages')
        return true
      }
      seen.add(next.href)
      const page = await this.#get(next)
      if (!page.ok) {
        if (!mayFail || seen.size > 1 || page.error.detail === '401')
          this.fail(page.error.detail, page.error.status)
        return seen.size > 1
      }
      this.#keep(page.value)
      next = this.#nextOf(page.value)
    }
    return seen.size > 0
  }

  fail(detail: ApiFailure, status?: number): void {
    const { host } = this.#access.base
    if (detail === '401') this.#ended = true
    this.#failures.set(`${detail} ${status ?? ''}`, {
      code: 'API_ACCESS_FAILED',
      host,
      detail,
      ...(detail === 'status' && status !== undefined && { status }),
    })
  }

  result(): LiveRecord {
    const entry = [...this.#entries.values()]
    const problems = [...this.#failures.values()]
    return entry.length === 0
      ? { problems }
      : { bundle: { resourceType: 'Bundle', type: 'collection', entry }, problems }
  }

  async #get(url: URL): Promise<Result<Resource, { readonly detail: ApiFailure; readonly status?: number }>> {
    const { http, signal } = this.#context
    const response = await http({
      url,
      method: 'GET',
      bearer: this.#access.token,
      maximumBytes: MAXIMUM_BYTES,
      repeat: { times: 2, whenFailing: true },
      ...(signal && { signal }),
    })
    if (!response.ok) return err({ detail: 'cors' })
    const { status, body } = response.value
    if (status === 401 || status === 403) return err({ detail: `${status}` })
    if (status < 200 || status >= 300) return err({ detail: 'status', status })
    const words = textFromBytes(body)
    const json = words === undefined ? undefined : jsonFromText(words)
    return isRecord(json) && typeof json['resourceType'] === 'string' ? ok(json) : err({ detail: 'content' })
  }

  #keep(resource: Resource): void {
    if (resource.resourceType !== 'Bundle') return this.#add({ resource })
    for (const entry of records(resource['entry'])) {
      if (isRecord(entry['resource'])) this.#add(entry)
    }
  }

  /** The same resource may come by several queries; a different one under the same address is kept beside it. */
  #add({ fullUrl, resource }: BundleEntry): void {
    const [type, id] = [text(resource?.resourceType), text(resource?.id)]
    const own = type === undefined || id === undefined ? undefined : `${this.#access.base.href}${type}/${id}`
    const address = text(fullUrl) ?? own
    const entry = { ...(address !== undefined && { fullUrl: address }), resource }
    this.#entries.set(JSON.stringify(entry), entry)
  }

  /** The next page, which must be on the same server: the token goes nowhere else. */
  #nextOf(page: Resource): URL | undefined {
    const link = records(page['link']).find(({ relation }) => list(relation).includes('next'))
    const address = text(link?.['url'])
    if (page.resourceType !== 'Bundle' || address === undefined) return undefined
    const { base } = this.#access
    const url = URL.canParse(address, base) ? new URL(address, base) : undefined
    if (url?.origin === base.origin && url.username === '' && url.password === '') return url
    this.fail('query')
    return undefined
  }
}

/**
 * The address of a query, or `undefined` when it leads outside of `base`: to another server, to another path of this
 * one, or by escapes that a server may read as such.
 */
export function resolveQuery(query: string, base: URL): URL | undefined {
  const relative = query.replace(/^\/(?![/\\])/, '')
  if (!URL.canParse(relative, base)) return undefined
  const url = new URL(relative, base)
  url.hash = ''
  const isBelow =
    url.origin === base.origin &&
    url.username === '' &&
    url.password === '' &&
    url.pathname.startsWith(base.pathname) &&
    !/%2f|%5c|%2e/i.test(url.pathname)
  return isBelow ? url : undefined
}
