import { deviation, type Deviation } from './deviations'
import { isRecord, jsonFromText } from './encoding'
import type { ShxError } from './errors'
import type { Bundle, BundleEntry, Resource } from './fhir/types'
import { isTokenResponse, type TokenResponse } from './shl/apiAccess'

/** What a JSON text, pasted or decrypted, turned out to be. */
export type Content =
  | {
      readonly kind: 'cards'
      readonly credentials: readonly unknown[]
      readonly deviations: readonly Deviation[]
      /** Present for an issuer's own answer, which may say where it keeps the resources of its cards. */
      readonly links?: readonly ResourceLink[]
    }
  | { readonly kind: 'bundle'; readonly bundle: Bundle }
  /** `access` holds a token: it goes into an offer and nowhere else. */
  | { readonly kind: 'api-access'; readonly audience: string; readonly access: TokenResponse }
  | { readonly kind: 'app-identity' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown-json' }
  | { readonly kind: 'not-json' }

/** Where an issuer says that it keeps a resource of a card. For people to read; nothing is ever fetched from there. */
export interface ResourceLink {
  /** Position in the list of cards, counted from 0; absent when it is stated for none in particular. */
  readonly card?: number
  /** The resource in the card, such as `resource:1`. */
  readonly bundled: string
  /** The address of the issuer's own copy. */
  readonly hosted: string
}

/** An issuer that has no cards for somebody answers with none; that is no broken file. */
export const noCards = ({ links }: Pick<Extract<Content, { kind: 'cards' }>, 'links'>): ShxError =>
  links ? { code: 'FILE_NO_CARDS', from: 'issuer' } : { code: 'FILE_NO_CARDS' }

/**
 * Tells what a text holds by its content, never by its declared type: senders label cards as FHIR, FHIR as JSON,
 * and send lists, NDJSON and single resources where a Bundle is expected.
 * Source: conformance matrix C-08, C-12, C-15, L-41, L-42, L-55.
 */
export function readContent(text: string): Content {
  const json = jsonFromText(text)
  if (json === undefined) return readLines(text)
  if (typeof json === 'string') return { kind: 'text', text: json }
  if (Array.isArray(json)) return readList(json)
  return isRecord(json) ? readObject(json) : { kind: 'unknown-json' }
}

function readObject(json: Readonly<Record<string, unknown>>): Content {
  if (Object.hasOwn(json, 'verifiableCredential')) return cardsFrom(json['verifiableCredential'])
  if (typeof json['resourceType'] === 'string') return readResource(json)
  if (isTokenResponse(json)) return { kind: 'api-access', audience: String(json['aud']), access: json }
  if (json['type'] === 'cms-htei') return { kind: 'app-identity' }
  const payload = isRecord(json['vc']) ? json['vc'] : json
  const subject = payload['credentialSubject']
  if (isRecord(subject) && isRecord(subject['fhirBundle'])) return readResource(subject['fhirBundle'])
  return { kind: 'unknown-json' }
}

function cardsFrom(credentials: unknown): Content {
  if (Array.isArray(credentials)) return { kind: 'cards', credentials, deviations: [] }
  return credentials === null
    ? { kind: 'cards', credentials: [], deviations: [] }
    : { kind: 'cards', credentials: [credentials], deviations: [deviation('file-single-string')] }
}

function readResource(resource: Resource): Content {
  if (resource.resourceType === 'Parameters') {
    const issued = credentialsOf(resource)
    if (issued) return { kind: 'cards', deviations: [], ...issued }
  }
  return { kind: 'bundle', bundle: toBundle([resource]) }
}

type Issued = Required<Pick<Extract<Content, { kind: 'cards' }>, 'credentials' | 'links'>>

/** The cards of a `$health-cards-issue` answer, none included; `undefined` when these Parameters are something else. */
function credentialsOf(parameters: Resource): Issued | undefined {
  const list: unknown = parameters['parameter'] ?? []
  if (!Array.isArray(list)) return undefined
  const entries: readonly unknown[] = list
  const positions = entries.flatMap((entry, at) => (isNamed(entry, 'verifiableCredential') ? [at] : []))
  const links = entries.flatMap((entry) =>
    isNamed(entry, 'resourceLink') ? readResourceLink(entry, positions) : [],
  )
  const known = entries.every(
    (entry) => isNamed(entry, 'verifiableCredential') || isNamed(entry, 'resourceLink'),
  )
  if (positions.length === 0 && !known) return undefined
  const credentials = positions.map((at) => {
    const entry = entries[at]
    return isRecord(entry) ? entry['valueString'] : undefined
  })
  return { credentials, links }
}

const isNamed = (entry: unknown, name: string): entry is Readonly<Record<string, unknown>> =>
  isRecord(entry) && entry['name'] === name

/** `vcIndex` counts in the list of all parameters; it is turned into the position among the cards. */
function readResourceLink(
  entry: Readonly<Record<string, unknown>>,
  positions: readonly number[],
): readonly ResourceLink[] {
  const parts: readonly unknown[] = Array.isArray(entry['part']) ? entry['part'] : []
  const valueOf = (name: string): unknown => {
    const part = parts.find((candidate) => isNamed(candidate, name))
    const values = isRecord(part) ? Object.entries(part).filter(([key]) => key.startsWith('value')) : []
    return values[0]?.[1]
  }
  const [bundled, hosted] = [valueOf('bundledResource'), valueOf('hostedResource')]
  if (typeof bundled !== 'string' || typeof hosted !== 'string') return []
  const card = positions.indexOf(Number(valueOf('vcIndex')))
  return [{ bundled, hosted, ...(card >= 0 && { card }) }]
}

function readList(list: readonly unknown[]): Content {
  if (list.length > 0 && list.every((item) => typeof item === 'string')) {
    return { kind: 'cards', credentials: list, deviations: [deviation('file-bare-array')] }
  }
  if (list.length > 0 && list.every(isResource)) return { kind: 'bundle', bundle: toBundle(list) }
  return list.length > 0 && list.every(isEntry)
    ? { kind: 'bundle', bundle: { resourceType: 'Bundle', type: 'collection', entry: list } }
    : { kind: 'unknown-json' }
}

/** NDJSON: one resource a line. */
function readLines(text: string): Content {
  const resources: Resource[] = []
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') continue
    const value = jsonFromText(line)
    if (!isResource(value)) return { kind: 'not-json' }
    resources.push(value)
  }
  return resources.length > 1 ? { kind: 'bundle', bundle: toBundle(resources) } : { kind: 'not-json' }
}

const isResource = (value: unknown): value is Resource =>
  isRecord(value) && typeof value['resourceType'] === 'string'

/** An entry of a Bundle that has lost its Bundle: `{ fullUrl, resource }`. */
const isEntry = (value: unknown): value is BundleEntry => isRecord(value) && isResource(value['resource'])

/** A Bundle stays as it is; anything else becomes an entry of a collection, untouched. */
export function toBundle(resources: readonly Resource[]): Bundle {
  const [only] = resources
  if (resources.length === 1 && only?.resourceType === 'Bundle') return only
  const entry: readonly BundleEntry[] = resources.map((resource) => ({ resource }))
  return { resourceType: 'Bundle', type: 'collection', entry }
}
