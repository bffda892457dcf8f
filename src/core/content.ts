import { isRecord, jsonFromText } from './encoding'
import type { Bundle, BundleEntry, Resource } from './fhir/types'
import { isTokenResponse, type TokenResponse } from './shl/apiAccess'
import type { Deviation } from './verdict'

/** What a JSON text, pasted or decrypted, turned out to be. */
export type Content =
  | {
      readonly kind: 'cards'
      readonly credentials: readonly unknown[]
      readonly deviations: readonly Deviation[]
    }
  | { readonly kind: 'bundle'; readonly bundle: Bundle }
  /** `access` holds a token: it goes into an offer and nowhere else. */
  | { readonly kind: 'api-access'; readonly audience: string; readonly access: TokenResponse }
  | { readonly kind: 'app-identity' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown-json' }
  | { readonly kind: 'not-json' }

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
    : { kind: 'cards', credentials: [credentials], deviations: ['file-single-string'] }
}

function readResource(resource: Resource): Content {
  if (resource.resourceType === 'Parameters') {
    const issued = credentialsOf(resource)
    if (issued) return { kind: 'cards', credentials: issued, deviations: [] }
  }
  return { kind: 'bundle', bundle: toBundle([resource]) }
}

/** The cards of a `$health-cards-issue` answer; `undefined` when these Parameters are something else. */
function credentialsOf(parameters: Resource): readonly unknown[] | undefined {
  const list: unknown = parameters['parameter']
  const entries = (Array.isArray(list) ? list : []).filter(isRecord)
  const issued = entries.filter((entry) => entry['name'] === 'verifiableCredential')
  return issued.length > 0 ? issued.map((entry) => entry['valueString']) : undefined
}

function readList(list: readonly unknown[]): Content {
  if (list.length > 0 && list.every((item) => typeof item === 'string')) {
    return { kind: 'cards', credentials: list, deviations: ['file-bare-array'] }
  }
  const resources = list.filter(isResource)
  return resources.length > 0 && resources.length === list.length
    ? { kind: 'bundle', bundle: toBundle(resources) }
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

/** A Bundle stays as it is; anything else becomes an entry of a collection, untouched. */
export function toBundle(resources: readonly Resource[]): Bundle {
  const [only] = resources
  if (resources.length === 1 && only?.resourceType === 'Bundle') return only
  const entry: readonly BundleEntry[] = resources.map((resource) => ({ resource }))
  return { resourceType: 'Bundle', type: 'collection', entry }
}
