import { combineTexts, type Choice } from '../../core/combineTexts'
import type { ShxError } from '../../core/errors'
import { MAXIMUM_INPUT_CHARACTERS } from '../../core/readInput'
import { err, ok, type Result } from '../../core/result'
import { sniffType } from '../../core/sniffType'
import type { Capture } from '../../platform/capture'
import type { ReadDocument } from '../../platform/documents'

/** What is being done with the files that somebody chose, dropped or pasted. */
export type FilesState =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'reading'
      /** From 0; the page is of the file that is being read. */
      readonly file: number
      readonly files: number
      readonly page: number
      readonly pages: number
    }
  | {
      readonly phase: 'choosing'
      readonly choices: readonly NamedChoice[]
      readonly remarks: readonly Remark[]
    }

export interface NamedChoice extends Choice {
  /** The file that it came from; absent for what came from several. */
  readonly file?: string
}

/** What a person should know before opening the rest. */
export type Remark =
  | { readonly kind: 'failed'; readonly file: string; readonly error: ShxError }
  | { readonly kind: 'pages-skipped'; readonly file: string; readonly pages: number }

export interface FileReading {
  readonly state: () => FilesState
  readonly subscribe: (listener: () => void) => () => void
  /** Reads files of any kind. A later call wins. */
  readonly read: (files: readonly File[]) => Promise<void>
  readonly choose: (choice: Choice) => void
  readonly cancel: () => void
}

export interface FileReadingOptions {
  readonly readDocument: Capture['readDocument']
  /** Opens a text. */
  readonly open: (text: string) => void
  /** Shows why there is none. */
  readonly reject: (error: ShxError) => void
}

/** Reads files into texts and opens them; asks where there are several things to open, or something to be told first. */
export function createFileReading(options: FileReadingOptions): FileReading {
  let state: FilesState = { phase: 'idle' }
  let current: AbortController | undefined
  const listeners = new Set<() => void>()
  const show = (next: FilesState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const cancel = (): void => {
    current?.abort()
    current = undefined
    show({ phase: 'idle' })
  }
  const read = async (files: readonly File[]): Promise<void> => {
    cancel()
    const mine = new AbortController()
    current = mine
    const sources: Source[] = []
    for (const [file, blob] of files.entries()) {
      const onProgress = (page: number, pages: number): void => {
        if (current === mine) show({ phase: 'reading', file, files: files.length, page, pages })
      }
      onProgress(0, 1)
      const result = await readFile(blob, options.readDocument, { signal: mine.signal, onProgress })
      if (current !== mine) return // cancelled, or other files have taken over
      sources.push({ file: blob.name, result })
    }
    show(settle(sources, options))
  }
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read,
    choose: ({ text }) => {
      cancel()
      options.open(text)
    },
    cancel,
  }
}

interface Source {
  readonly file: string
  readonly result: Result<ReadDocument, ShxError>
}

/** Pictures and PDFs by their codes, everything else by its text. Never throws. */
async function readFile(
  file: File,
  readDocument: Capture['readDocument'],
  options: Parameters<Capture['readDocument']>[1],
): Promise<Result<ReadDocument, ShxError>> {
  if (file.size > MAXIMUM_INPUT_CHARACTERS) {
    return err({ code: 'INPUT_TOO_LARGE', maximumBytes: MAXIMUM_INPUT_CHARACTERS })
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return sniffType(bytes) === undefined
      ? ok({ texts: [new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)], skippedPages: 0 })
      : await readDocument(file, options)
  } catch {
    return err({ code: 'FILE_UNREADABLE' })
  }
}

/** Opens what there is when there is one thing and nothing to say about it; asks otherwise. */
function settle(sources: readonly Source[], { open, reject }: FileReadingOptions): FilesState {
  const texts = sources.flatMap(({ result }) => (result.ok ? result.value.texts : []))
  const remarks = sources.flatMap(remarksOn)
  const [failed] = remarks.filter((remark) => remark.kind === 'failed')
  const { choices, others } = combineTexts(texts)
  const [only, ...more] = choices
  const idle: FilesState = { phase: 'idle' }
  if (texts.length === 0) {
    reject(failed?.error ?? { code: 'INPUT_EMPTY' })
    return idle
  }
  if (!only || (more.length === 0 && remarks.length === 0)) {
    // A file's text is opened to the letter; a web address or other code is opened only to be named.
    open(texts.length === 1 ? (texts[0] ?? '') : (only?.text ?? others[0] ?? ''))
    return idle
  }
  return { phase: 'choosing', choices: choices.map((choice) => named(choice, sources)), remarks }
}

function remarksOn({ file, result }: Source): readonly Remark[] {
  if (!result.ok) return [{ kind: 'failed', file, error: result.error }]
  const { skippedPages } = result.value
  return skippedPages > 0 ? [{ kind: 'pages-skipped', file, pages: skippedPages }] : []
}

function named(choice: Choice, sources: readonly Source[]): NamedChoice {
  const source = sources.find(
    ({ result }) => result.ok && result.value.texts.some((text) => text.trim() === choice.text),
  )
  return source ? { ...choice, file: source.file } : choice
}
