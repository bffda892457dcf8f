import { combineTexts, type Choice } from '../combineTexts'
import type { ShxError } from '../errors'
import { readInput } from '../readInput'
import { err, type Result } from '../result'
import type { ChartDocument, ChartFile } from './chartDocument'
import { readChartFile } from './documentContent'
import type { Chart } from './documentSearch'
import type { DocumentStatus, Find, Unread } from './recordSearchState'

/** Finds the codes in a picture or a PDF: the reader that every other way in uses, too. Never throws. */
export type ReadCodes = (
  blob: Blob,
  options: {
    readonly signal: AbortSignal
    /** Told before each page, from 0. */
    readonly onProgress: (page: number, pages: number) => void
    /** Whether a quick look is enough. */
    readonly isBrief: boolean
  },
) => Promise<Result<{ readonly texts: readonly string[]; readonly skippedPages: number }, ShxError>>

export interface ReadingOptions {
  readonly chart: Chart
  readonly readCodes: ReadCodes
  readonly signal: AbortSignal
  /** Whether a quick look is enough. */
  readonly isBrief: boolean
  readonly onStatus: (status: DocumentStatus) => void
}

interface Read {
  readonly texts: readonly string[]
  /** Codes of another kind, which have no text that could be opened. */
  readonly others: number
  readonly skippedPages: number
  readonly unread?: Unread
}

/**
 * Pass 2: gets the files of a document, one after the other, and looks for codes in them. Parts of a card on its front
 * and its back come together. One file that cannot be read keeps none of the others from being read. Never throws.
 */
export async function readDocumentCodes(
  document: ChartDocument,
  options: ReadingOptions,
): Promise<DocumentStatus> {
  const reads: Read[] = []
  for (const file of document.files) {
    options.onStatus({ kind: 'fetching' })
    reads.push(await readFile(file, options))
  }
  return statusOf(reads)
}

async function readFile(file: ChartFile, options: ReadingOptions): Promise<Read> {
  const { chart, signal } = options
  const bytes = await readChartFile(file, chart, signal)
  if (!bytes.ok) return unread(bytes.error)
  const codes = await lookAt(new Blob([bytes.value]), options)
  if (codes.ok) return { ...codes.value, others: 0 }
  const { code } = codes.error
  if (code === 'IMAGE_NO_QR') return { texts: [], others: 0, skippedPages: 0 }
  if (code === 'INPUT_OTHER_FORMAT') return { texts: [], others: 1, skippedPages: 0 }
  return unread({ kind: 'unreadable', error: codes.error })
}

/** A quick look first, because a cover page without a code would cost more than the card behind it. */
async function lookAt(blob: Blob, { readCodes, signal, isBrief, onStatus }: ReadingOptions): Promise<Codes> {
  const onProgress = (page: number, pages: number): void => onStatus({ kind: 'reading', page, pages })
  const look = (quickly: boolean): Promise<Codes> =>
    readCodes(blob, { signal, onProgress, isBrief: quickly }).catch(() => broken)
  const quick = await look(true)
  return isBrief || !mayHaveMore(quick) ? quick : look(false)
}

type Codes = Awaited<ReturnType<ReadCodes>>

const mayHaveMore = (codes: Codes): boolean =>
  codes.ok
    ? !sortTexts(codes.value.texts).finds.some(({ isWhole }) => isWhole)
    : codes.error.code === 'IMAGE_NO_QR' || codes.error.code === 'IMAGE_QR_UNREADABLE'

const broken = err({ code: 'FILE_UNREADABLE' })

const unread = (reason: Unread): Read => ({ texts: [], others: 0, skippedPages: 0, unread: reason })

/** A find outweighs what was not read, and what was not read outweighs that the rest had nothing. */
function statusOf(reads: readonly Read[]): DocumentStatus {
  const { finds, others } = sortTexts(reads.flatMap(({ texts }) => texts))
  const reason = reads.find((read) => read.unread !== undefined)?.unread
  const remarks = {
    others: others + reads.reduce((sum, read) => sum + read.others, 0),
    skippedPages: reads.reduce((sum, read) => sum + read.skippedPages, 0),
    ...(reason && { unread: reason }),
  }
  if (finds.length > 0) return { kind: 'found', finds, ...remarks }
  return reason ? { kind: 'unread', unread: reason } : { kind: 'nothing', ...remarks }
}

/** Cards, then links, and of these what is whole first; the rest are web addresses and the like. */
function sortTexts(texts: readonly string[]): { readonly finds: readonly Find[]; readonly others: number } {
  const { choices, others } = combineTexts(texts)
  const finds = choices.flatMap(findOf)
  return {
    finds: finds.toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole)),
    others: others.length + choices.length - finds.length,
  }
}

/** Only to be told apart: whether a link may be opened is decided when it is. */
const ANY_ADDRESS = { allowLoopback: true, allowedHosts: [] }

/** `undefined`, as an empty list, for JSON that is neither card nor record. */
function findOf(choice: Choice): readonly Find[] {
  const read = readInput(choice.text, ANY_ADDRESS)
  if (!read.ok && read.error.input === 'unrecognised') return []
  return [{ ...choice, isWhole: read.ok }]
}
