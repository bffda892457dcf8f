import { isRecord, jsonFromText, textFromBytes } from '../encoding'
import { records, text } from '../fhir/shape'
import { err, ok, type Result } from '../result'
import { readChartAddress } from './chartAddress'
import type { EhrConnection, EhrResponse } from './connection'

/** What an answer is, by its content. `binary`: neither JSON nor text, so that only its size can be told. */
export type InspectedBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'empty' }

/** `elsewhere`: it does not lead below the FHIR base, and is not asked for. */
export type PathRefusal = 'empty' | 'elsewhere'

/**
 * What a person typed, as a path below the FHIR base: `Patient/1`, `/Patient/1` and the whole address are the same. A
 * path that is above the base, or on another server, is refused here and by the connection once more.
 */
export function readInspectedPath(typed: string, base: string): Result<string, PathRefusal> {
  const trimmed = typed.trim()
  if (trimmed === '') return err('empty')
  const address = readChartAddress(trimmed, base)
  if (address.kind === 'below') return ok(pathBelow(address.href, base))
  const again = readChartAddress(trimmed.replace(/^\/(?!\/)/, ''), base)
  return again.kind === 'below' ? ok(pathBelow(again.href, base)) : err('elsewhere')
}

/** Of the base itself with a query, the query. */
const pathBelow = (href: string, base: string): string => {
  const root = new URL(`${base}/`).href
  return href.startsWith(root) ? href.slice(root.length) : href.slice(root.length - 1)
}

export function readInspectedBody({ body }: EhrResponse): InspectedBody {
  if (body.length === 0) return { kind: 'empty' }
  const content = textFromBytes(body)
  // U+0000 is valid UTF-8 and no text.
  if (content === undefined || content.includes('\u0000')) return { kind: 'binary' }
  const value = jsonFromText(content)
  return value === undefined ? { kind: 'text', text: content } : { kind: 'json', value }
}

export interface Leads {
  /** Pages of the same list, as paths. */
  readonly next?: string
  readonly previous?: string
  /** Paths of what the answer refers to, each once, in its order. */
  readonly references: readonly string[]
}

/** An answer of thousands of entries is looked at page by page. */
const MAXIMUM_REFERENCES = 200

/** Where an answer leads: to its next page, its entries, what it refers to and the files that it names. */
export function leadsIn(value: unknown, base: string): Leads {
  const links = isRecord(value) ? records(value['link']) : []
  const page = (relation: RegExp): string | undefined =>
    links
      .filter((link) => relation.test(text(link['relation']) ?? ''))
      .flatMap(({ url }) => pathOf(url, base))[0]
  const [next, previous] = [page(/^next$/), page(/^prev(?:ious)?$/)]
  const references = [...new Set(addressesIn(value, base))].slice(0, MAXIMUM_REFERENCES)
  return { ...(next !== undefined && { next }), ...(previous !== undefined && { previous }), references }
}

const pathOf = (address: unknown, base: string): readonly string[] => {
  const read = typeof address === 'string' ? readInspectedPath(address, base) : undefined
  return read?.ok ? [read.value] : []
}

/** The names under which FHIR writes addresses of resources. Only `Type/id` and what is below the base leads anywhere. */
const ADDRESS_NAMES: ReadonlySet<string> = new Set(['reference', 'fullUrl', 'url'])

function* addressesIn(value: unknown, base: string): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* addressesIn(item, base)
  if (!isRecord(value)) return
  for (const [name, child] of Object.entries(value)) {
    if (name === 'link' && value['resourceType'] === 'Bundle') continue // its pages have buttons of their own
    if (typeof child !== 'string') yield* addressesIn(child, base)
    else if (ADDRESS_NAMES.has(name) && isResourceAddress(child, base)) yield* pathOf(child, base)
  }
}

/** Extensions have a `url`, too, which is a name and leads nowhere. */
const isResourceAddress = (address: string, base: string): boolean =>
  /^[A-Z][A-Za-z]+\/[\w.-]+(?:\/_history\/[\w.-]+)?$/.test(address) || address.startsWith(`${base}/`)

/** What a server says about a request, in its own words. */
export interface Issue {
  readonly severity?: string
  readonly code?: string
  readonly words?: string
}

/** The issues of an OperationOutcome; none for anything else. */
export const issuesIn = (value: unknown): readonly Issue[] =>
  isRecord(value) && value['resourceType'] === 'OperationOutcome'
    ? records(value['issue']).map((issue) => {
        const [details] = records(issue['details'])
        const words = text(issue['diagnostics']) ?? text(details?.['text'])
        const [severity, code] = [text(issue['severity']), text(issue['code'])]
        return {
          ...(severity !== undefined && { severity }),
          ...(code !== undefined && { code }),
          ...(words !== undefined && { words }),
        }
      })
    : []

/** What a tester of this chart wants to see first. */
export function shortcutsOf({
  patientId,
  encounterId,
  user,
}: Pick<EhrConnection, 'patientId' | 'encounterId' | 'user'>): readonly string[] {
  const patient = encodeURIComponent(patientId)
  return [
    `Patient/${patient}`,
    ...(encounterId === undefined ? [] : [`Encounter/${encodeURIComponent(encounterId)}`]),
    ...(user === undefined ? [] : [user]),
    `DocumentReference?patient=${patient}&_count=10`,
    `Coverage?patient=${patient}`,
    `Encounter?patient=${patient}`,
    'metadata',
    '.well-known/smart-configuration',
  ]
}

/** The whole address of a path that `readInspectedPath` gave. */
export const inspectedAddress = (path: string, base: string): string => `${base}/${path}`

/** The same request for a command line, with a variable where the token would be: it is nobody's to copy. */
export const curlOf = ({ path, accept }: { path: string; accept: string }, base: string): string =>
  `curl -H ${quoted(`Accept: ${accept}`)} -H "Authorization: Bearer $TOKEN" ${quoted(inspectedAddress(path, base))}`

const quoted = (value: string): string => `'${value.replaceAll("'", String.raw`'\''`)}'`
