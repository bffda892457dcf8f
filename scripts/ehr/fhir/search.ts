import { err, ok, type Result } from '../../../src/core/result'
import type { Answer } from '../http'
import type { Quirk } from '../quirks'
import type { FhirCall } from './answerFhir'
import { patientParameterOf } from './compartment'
import type { Json } from './engine'
import { outcome, resourceAnswer } from './outcome'

const PAGE = { usual: 20, most: 250 }
const ORACLE_PAGE = { usual: 10, most: 100 }

/** What a page was asked with, so that its address says nothing: FHIR leaves it to the server what `next` looks like. */
interface Page {
  readonly query: string
  readonly offset: number
  readonly count: number
}

/** Parameters that are no search parameters of a type. */
const GENERAL = ['_count', '_sort', '_total', '_format', '_summary', '_elements', '_page']

/** Parameters that name a resource, and the type that an id alone stands for. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['patient', 'Patient'],
  ['subject', 'Patient'],
  ['beneficiary', 'Patient'],
  ['encounter', 'Encounter'],
])

/**
 * One page of a search in the chart of the token, with what the engine leaves out: unknown parameters are errors, an id
 * without a type is understood, and pages lead to the next.
 * Source: FHIR R4, "Search", "Handling Errors", "Paging".
 */
export async function answerSearch(call: FhirCall): Promise<Answer> {
  const { ehr, request, type } = call
  if (ehr.quirks.has('search-fails')) return outcome(500, 'exception', 'The search could not be carried out.')
  const asked = request.method === 'POST' ? new URLSearchParams(request.body) : request.query
  const page = pageFrom(call, asked)
  if (!page.ok) return page.error
  const { query, offset, count } = page.value
  const found = await ehr.engine.search(type, `${query}&_offset=${offset}&_count=${count}`)
  const address = `${ehr.issuer}/${type}`
  const next = { query, offset: offset + count, count }
  const bundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.total,
    link: [
      { relation: 'self', url: `${address}?${asked.toString()}` },
      ...(next.offset < found.total && count > 0
        ? [{ relation: 'next', url: `${address}?_page=${encode(next)}` }]
        : []),
    ],
    entry: found.resources.map((resource) => entryOf(address, resource)),
  }
  return resourceAnswer(200, bundle, { decision: `found ${found.total}` })
}

const entryOf = (address: string, resource: Json) => ({
  fullUrl: `${address}/${resource.id}`,
  resource,
  search: { mode: 'match' },
})

const encode = (page: Page): string => Buffer.from(JSON.stringify(page)).toString('base64url')

function pageFrom(call: FhirCall, asked: URLSearchParams): Result<Page, Answer> {
  const token = asked.get('_page')
  const page = token === null ? firstPage(call, asked) : ok(decode(token))
  if (!page.ok) return page
  const chart = new URLSearchParams(page.value.query).getAll(patientParameterOf(call.type)).at(-1)
  return chart?.split('/').at(-1) === call.token.patient
    ? page
    : err(outcome(403, 'forbidden', 'This belongs to another chart.'))
}

function decode(token: string): Page {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as Page
  } catch {
    return { query: '', offset: 0, count: 0 }
  }
}

function firstPage({ ehr, token, type }: FhirCall, asked: URLSearchParams): Result<Page, Answer> {
  const mistake = mistakeIn(asked, [...ehr.engine.parametersOf(type), ...GENERAL], ehr.quirks)
  if (mistake !== undefined) return err(outcome(400, 'invalid', mistake))
  const query = new URLSearchParams()
  for (const [name, value] of asked) {
    if (['_count', '_format', '_total', '_summary', '_elements'].includes(name)) continue
    query.append(name, normalised(name, value, ehr.issuer))
  }
  const named = query.get('patient') ?? query.get('subject') ?? undefined
  if (named !== undefined && named !== `Patient/${token.patient}`)
    return err(outcome(403, 'forbidden', 'This belongs to another chart.'))
  query.delete(patientParameterOf(type) === 'patient' ? 'subject' : '')
  if (type === 'Patient') query.set('_id', token.patient)
  else query.set('patient', `Patient/${token.patient}`)
  const { usual, most } = ehr.quirks.has('oracle') ? ORACLE_PAGE : PAGE
  const count = Math.min(Number(asked.get('_count') ?? usual), most)
  return ok({ query: query.toString(), offset: 0, count })
}

/** What a real server refuses, where the engine would find nothing and say that all is well. */
function mistakeIn(
  asked: URLSearchParams,
  known: readonly string[],
  quirks: ReadonlySet<Quirk>,
): string | undefined {
  for (const name of asked.keys()) {
    const [base = ''] = name.split(':')
    if (!known.includes(base)) return `The search parameter ${base} is unknown.`
    if (base === 'identifier' && quirks.has('no-identifier-search'))
      return 'Documents cannot be searched by identifier.'
  }
  if (!/^\d+$/.test(asked.get('_count') ?? '1')) return '_count has to be a number.'
  if (!quirks.has('oracle')) return undefined
  if (!asked.has('patient') && !asked.has('_id')) return 'Either patient or _id is required.'
  const dates = ['date', 'period', '_lastUpdated'].filter((name) => asked.has(name))
  return dates.length > 1 ? `${dates.join(' and ')} exclude each other.` : undefined
}

/** `123` and the address of the resource both become `Patient/123`: the engine knows no other way to write it. */
function normalised(name: string, value: string, issuer: string): string {
  const type = REFERENCES.get(name.split(':')[0] ?? '')
  if (type === undefined) return value
  const relative = value.startsWith(`${issuer}/`) ? value.slice(issuer.length + 1) : value
  return relative.includes('/') ? relative : `${type}/${relative}`
}
