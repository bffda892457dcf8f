import { basename, extname } from 'node:path'
import { PUBLIC_HTTPS_ONLY } from '../../src/core/checkUrl'
import { textFromBytes } from '../../src/core/encoding'
import { readInput } from '../../src/core/readInput'
import { sniffType } from '../../src/core/sniffType'
import type { HostedFile } from '../sampleHost/links'
import { fileOf } from '../samples/issueCard'

/** A file as a link offers it. */
export interface SharedFile {
  readonly name: string
  readonly contentType: string
  readonly content: string | Uint8Array
}

const CARDS = 'application/smart-health-card'
const FHIR = 'application/fhir+json'
const TYPES: Readonly<Record<string, string>> = { '.txt': 'text/plain', '.json': 'application/json' }

/**
 * Tells by its content how a file is to be offered: cards in any spelling as a `.smart-health-card` file, FHIR as
 * FHIR, documents by their first bytes, and anything else as what its name says.
 */
export function sharedFile(path: string, bytes: Uint8Array): SharedFile {
  const name = basename(path)
  const sniffed = sniffType(bytes)
  if (sniffed !== undefined) return { name, contentType: sniffed, content: bytes }
  const text = textFromBytes(bytes)
  const input = text === undefined ? undefined : readInput(text, PUBLIC_HTTPS_ONLY)
  const found = input?.ok ? input.value : undefined
  if (found?.kind === 'card') return { name, contentType: CARDS, content: fileOf([found.jws]) }
  if (found?.kind === 'file') return { name, contentType: CARDS, content: bytes }
  if (found?.kind === 'resource') return { name, contentType: FHIR, content: bytes }
  const contentType = TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream'
  return { name, contentType, content: bytes }
}

/** Documents are compressed already; compressing them again would only cost time. */
export const hostedFile = ({ contentType, content }: SharedFile): HostedFile => ({
  contentType,
  content: () => content,
  zip: contentType === FHIR || contentType.startsWith('text/'),
})
