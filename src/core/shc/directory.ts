import { isRecord } from '../encoding'

/** A published key as the directory lists it. Untyped on purpose: it is checked when it is used. */
export type PublishedKey = Readonly<Record<string, unknown>>

export interface RevocationList {
  readonly kid: string
  /** Counter of the list; compared with the key's `crlVersion`. */
  readonly counter: number
  /** As published: `rid` or `rid.timestamp`. */
  readonly rids: readonly string[]
  /** False when the list uses a method this viewer cannot evaluate. */
  readonly evaluable: boolean
  /** What departs from the standard in it, where something does: its counter, or an entry. */
  readonly malformed?: string
}

export interface ListedIssuer {
  readonly iss: string
  /** Its own, or that of the issuer that it states as its canonical one; for people to read and nothing else. */
  readonly name?: string
  /** The issuer that it says it is another address of. Never used in a check. */
  readonly canonical?: string
  readonly keys: readonly PublishedKey[]
  readonly revocationLists: readonly RevocationList[]
}

/** A trust directory: issuers by their exact `iss`. A Map, because an issuer may call itself `__proto__`. */
export interface Directory {
  readonly issuers: ReadonlyMap<string, ListedIssuer>
  /** When the list was made, where it says so. */
  readonly date?: Date
}

/**
 * Reads a directory in the shape of the VCI snapshot: `{ time, issuerInfo: [{ issuer: { iss, name }, keys, crls }] }`.
 *
 * Lenient entry by entry: a malformed key, list or issuer is left out alone, and a string where a number belongs is
 * read, because one sloppy issuer must never make another's cards look forged. An issuer named twice keeps the keys
 * of both entries of this list; lists are never merged with one another.
 * `undefined` when the text is no directory at all.
 */
export function readDirectory(json: unknown): Directory | undefined {
  if (!isRecord(json) || !Array.isArray(json['issuerInfo'])) return undefined
  const issuers = new Map<string, ListedIssuer>()
  for (const entry of json['issuerInfo'] as unknown[]) {
    const issuer = readIssuer(entry)
    if (!issuer) continue
    const known = issuers.get(issuer.iss)
    issuers.set(issuer.iss, known ? joined(known, issuer) : issuer)
  }
  const date = dateOf(json['time'])
  return { issuers: withCanonicalNames(issuers), ...(date && { date }) }
}

function withCanonicalNames(issuers: ReadonlyMap<string, ListedIssuer>): ReadonlyMap<string, ListedIssuer> {
  const named = [...issuers].map(([iss, issuer]): readonly [string, ListedIssuer] => {
    const name =
      issuer.name ?? (issuer.canonical === undefined ? undefined : issuers.get(issuer.canonical)?.name)
    return [iss, name === undefined ? issuer : { ...issuer, name }]
  })
  return new Map(named)
}

const joined = (first: ListedIssuer, second: ListedIssuer): ListedIssuer => ({
  ...first,
  keys: [...first.keys, ...second.keys],
  revocationLists: [...first.revocationLists, ...second.revocationLists],
})

function readIssuer(entry: unknown): ListedIssuer | undefined {
  if (!isRecord(entry)) return undefined
  const issuer = isRecord(entry['issuer']) ? entry['issuer'] : { iss: entry['issuer'] }
  const { iss, name, canonical_iss: canonical } = issuer
  if (typeof iss !== 'string') return undefined
  return {
    iss,
    ...(typeof name === 'string' && { name }),
    ...(typeof canonical === 'string' && { canonical }),
    keys: listOf(entry['keys']).filter(isRecord),
    revocationLists: listOf(entry['crls']).flatMap((list) => readRevocationList(list) ?? []),
  }
}

/** Reads a Card Revocation List. Bad entries are left out; `undefined` when it names no key. */
export function readRevocationList(json: unknown): RevocationList | undefined {
  if (!isRecord(json) || typeof json['kid'] !== 'string') return undefined
  const rids = listOf(json['rids']).filter((rid) => typeof rid === 'string')
  const malformed = faultIn(json, rids)
  return {
    kid: json['kid'],
    counter: numberOf(json['ctr']) ?? 0,
    rids,
    evaluable: json['method'] === 'rid' && Array.isArray(json['rids']),
    ...(malformed !== undefined && { malformed }),
  }
}

const WELL_FORMED_RID = /^[\w-]{1,24}(\.\d+)?$/

/** The first departure of a list from the standard, by the name of the property. */
function faultIn(json: Readonly<Record<string, unknown>>, rids: readonly string[]): string | undefined {
  if (json['method'] !== 'rid') return 'method'
  if (!Number.isInteger(json['ctr'])) return 'ctr'
  const given = listOf(json['rids'])
  const plain = rids.length === given.length && rids.every((rid) => WELL_FORMED_RID.test(rid))
  return Array.isArray(json['rids']) && plain && new Set(rids).size === rids.length ? undefined : 'rids'
}

/** A number, also when it was written as text; `undefined` for everything else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function dateOf(value: unknown): Date | undefined {
  const date = typeof value === 'string' ? new Date(value) : undefined
  return date && !Number.isNaN(date.getTime()) ? date : undefined
}
