import { field, list, record, records, text } from '../fhir/shape'
import type { ManifestFile } from './manifest'

/** What the sender says about a link's files, from the manifest's `list`. Untrusted: shown as quotations. */
export interface Captions {
  readonly title?: string
  readonly notes: readonly string[]
  /** For each file of the manifest, in its order. */
  readonly files: readonly FileCaption[]
}

export interface FileCaption {
  readonly caption?: string
  readonly notes: readonly string[]
}

/** Characters of one caption or note; more is no caption. */
const LONGEST = 300
const MOST_NOTES = 10

/**
 * Reads the manifest's `list`, a FHIR List. An entry belongs to the file whose `location` its reference is; when none
 * refers to a file and there are as many entries as files, they belong together in order. Whatever else there is,
 * is no caption: the list is a courtesy, and nothing depends on it. `undefined` when it says nothing.
 * Source: SHL, "SMART Health Link Manifest File" (`list`); conformance matrix L-50.
 */
export function readCaptions(value: unknown, files: readonly ManifestFile[]): Captions | undefined {
  const resource = record(value)
  if (!resource) return undefined
  const entries = records(field(resource, 'entry'))
  const byPlace = files.map((file) => entries.filter((entry) => refersTo(entry, file)))
  const referred = byPlace.some((found) => found.length > 0)
  const inOrder = !referred && entries.length === files.length
  const title = shortened(text(field(resource, 'title')))
  const notes = notesOf(resource)
  const captions = files.map((_, index) =>
    captionOf(inOrder ? entries.slice(index, index + 1) : byPlace[index]),
  )
  const isBlank = captions.every(({ caption, notes: own }) => caption === undefined && own.length === 0)
  if (title === undefined && notes.length === 0 && isBlank) return undefined
  return { ...(title !== undefined && { title }), notes, files: captions }
}

function refersTo(entry: unknown, { location }: ManifestFile): boolean {
  const reference = text(field(field(entry, 'item'), 'reference'))
  return reference !== undefined && reference === location
}

function captionOf(entries: readonly unknown[] = []): FileCaption {
  const caption = entries
    .map((entry) => shortened(text(field(field(entry, 'item'), 'display'))))
    .find((display) => display !== undefined)
  return { ...(caption !== undefined && { caption }), notes: entries.flatMap(notesOf) }
}

/** Annotations, or plain texts where a sender writes those. */
const notesOf = (holder: unknown): readonly string[] =>
  list(field(holder, 'note'))
    .map((note) => shortened(text(field(note, 'text')) ?? text(note)))
    .filter((note) => note !== undefined)
    .slice(0, MOST_NOTES)

const shortened = (words: string | undefined): string | undefined =>
  words !== undefined && words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
