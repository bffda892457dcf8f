import { isRecord } from './encoding'

/** Something of others that the build contains: a package, or material within one. */
export interface BuiltPart {
  readonly name: string
  /** Absent where there is none of its own. */
  readonly version?: string
  /** An SPDX expression, or `Public domain`. */
  readonly licence: string
  /** Position among `BuildFacts.texts`; absent where the licence asks for no text. */
  readonly text?: number
}

/** What a build says of itself, in `about.json` beside the page. */
export interface BuildFacts {
  readonly version: string
  /** The commit that it was built from. Absent where that cannot be told, as with changes that are nowhere recorded. */
  readonly commit?: { readonly id: string; readonly date: Date }
  readonly parts: readonly BuiltPart[]
  /** Texts of licences, each once. */
  readonly texts: readonly string[]
}

/** Reads `about.json`. `undefined` for anything else. */
export function readBuildFacts(json: unknown): BuildFacts | undefined {
  if (!isRecord(json)) return undefined
  const { version, commit, parts, texts } = json
  if (typeof version !== 'string' || !Array.isArray(parts) || !Array.isArray(texts)) return undefined
  const known = commitFrom(commit)
  return {
    version,
    ...(known && { commit: known }),
    parts: parts.flatMap((part) => partFrom(part) ?? []),
    texts: texts.map((text) => (typeof text === 'string' ? text : '')),
  }
}

function commitFrom(value: unknown): BuildFacts['commit'] {
  if (!isRecord(value) || typeof value['id'] !== 'string' || typeof value['date'] !== 'string')
    return undefined
  const date = new Date(value['date'])
  return Number.isNaN(date.getTime()) ? undefined : { id: value['id'], date }
}

function partFrom(value: unknown): BuiltPart | undefined {
  if (!isRecord(value)) return undefined
  const { name, version, licence, text } = value
  if (typeof name !== 'string' || typeof licence !== 'string') return undefined
  return {
    name,
    ...(typeof version === 'string' && { version }),
    licence,
    ...(typeof text === 'number' && { text }),
  }
}
