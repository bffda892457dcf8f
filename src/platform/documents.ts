import type { ShxError } from '../core/errors'
import { MAXIMUM_INPUT_CHARACTERS } from '../core/readInput'
import { err, ok, type Result } from '../core/result'
import { sniffType } from '../core/sniffType'
import { imageSize } from './imageSize'
import { createQrDecoder, type DecodableImage, type FoundCode, type QrDecoder } from './qrDecoder'

export interface ReadOptions {
  /** Gives up between two pictures; the answer is then `FILE_UNREADABLE`, which nobody waits for. */
  readonly signal?: AbortSignal
  /** Told before each page; a picture has one. */
  readonly onProgress?: (page: number, pages: number) => void
  /**
   * One document among very many, most of them without a code: an eighth of the time or so, in which what is printed or
   * scanned well is read, and codes of other kinds are not named. Default: as long as it takes.
   */
  readonly isBrief?: boolean
}

export interface ReadDocument {
  /** Texts of the codes, each once, in reading order of the pages. */
  readonly texts: readonly string[]
  /** Pages at the end that were not looked at, because the document is longer than anybody's paperwork. */
  readonly skippedPages: number
}

const MAXIMUM_PIXELS = 40_000_000
const MAXIMUM_PAGES = 50
/** Seconds for a whole document. */
const PATIENCE_SECONDS = 120
/** Pictures above this many pixels are looked at smaller, too: what is large in them is then found sooner and better. */
const COMFORTABLE_PIXELS = 3_000_000
/** Pixels of the longer side at which a page is drawn: about 200, 300 and 450 dots an inch on paper. */
const PAGE_SIDES = [2200, 3300, 5000] as const
/** The first sizes are always tried, because codes of different density may share a page. */
const CERTAIN_SIDES = 2

type Effort = 'picture' | 'brief'
const effortOf = ({ isBrief }: ReadOptions): Effort => (isBrief ? 'brief' : 'picture')

/** The texts of all codes in a picture or a PDF. See `readDocument` for the errors. */
export async function readCodes(
  blob: Blob,
  options: ReadOptions = {},
): Promise<Result<readonly string[], ShxError>> {
  const read = await readDocument(blob, options)
  return read.ok ? ok(read.value.texts) : read
}

/**
 * Reads every code on every page of a picture (PNG, JPEG, WebP, GIF and whatever else the browser opens) or a PDF,
 * told by content and never by name. Nothing leaves the page. Never throws.
 *
 * Errors: `IMAGE_NO_QR`; `IMAGE_QR_UNREADABLE` when there is a code that cannot be read; `INPUT_OTHER_FORMAT` when
 * there is only a code of another kind; `IMAGE_TOO_LARGE`; `IMAGE_FORMAT_UNSUPPORTED`; `PDF_LOCKED`; `INPUT_TOO_LARGE`;
 * `FILE_UNREADABLE`; `READER_UNAVAILABLE`.
 */
export async function readDocument(
  blob: Blob,
  options: ReadOptions = {},
): Promise<Result<ReadDocument, ShxError>> {
  if (blob.size > MAXIMUM_INPUT_CHARACTERS) {
    return err({ code: 'INPUT_TOO_LARGE', maximumBytes: MAXIMUM_INPUT_CHARACTERS })
  }
  let decoder: QrDecoder | undefined
  try {
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const type = sniffType(bytes)
    if (type === undefined) return err({ code: 'FILE_TYPE_UNSUPPORTED', type: 'application/octet-stream' })
    if (options.signal?.aborted) return err({ code: 'FILE_UNREADABLE' })
    try {
      const started = createQrDecoder()
      decoder = started
      // What is being looked at is given up at once: a large page takes seconds.
      options.signal?.addEventListener('abort', () => started.stop(), { once: true })
      return type === 'application/pdf'
        ? await readPdf(bytes, decoder, options)
        : await readPicture(blob, bytes, { decoder, ...options })
    } catch {
      return err({ code: 'READER_UNAVAILABLE' })
    }
  } catch {
    return err({ code: 'FILE_UNREADABLE' })
  } finally {
    decoder?.stop()
  }
}

type PictureOptions = ReadOptions & { readonly decoder: QrDecoder }

async function readPicture(
  blob: Blob,
  bytes: Uint8Array,
  options: PictureOptions,
): Promise<Result<ReadDocument, ShxError>> {
  const stated = imageSize(bytes)
  if (stated && stated.width * stated.height > MAXIMUM_PIXELS) return tooLarge
  options.onProgress?.(0, 1)
  const picture = await createImageBitmap(blob).catch(() => undefined)
  if (!picture) return err({ code: isFamiliar(bytes) ? 'FILE_UNREADABLE' : 'IMAGE_FORMAT_UNSUPPORTED' })
  try {
    if (picture.width * picture.height > MAXIMUM_PIXELS) return tooLarge
    const codes = await lookAt(picture, options.decoder, effortOf(options))
    return outcome(codes, 0)
  } finally {
    picture.close()
  }
}

/** Kinds that every browser opens: one of these that does not open is damaged. */
const isFamiliar = (bytes: Uint8Array): boolean => /png|jpeg|gif|webp/.test(sniffType(bytes) ?? '')

const tooLarge = err({ code: 'IMAGE_TOO_LARGE', maximumMegapixels: MAXIMUM_PIXELS / 1_000_000 })

async function lookAt(
  picture: ImageBitmap,
  decoder: QrDecoder,
  effort: Effort,
): Promise<readonly FoundCode[]> {
  const smaller = Math.sqrt(COMFORTABLE_PIXELS / (picture.width * picture.height))
  const looks: DecodableImage[] = smaller < 1 ? [shrunk(picture, smaller), picture] : [onWhite(picture)]
  const codes: FoundCode[] = []
  for (const look of looks) codes.push(...(await decoder.decode(look, { many: true, effort })))
  return codes
}

const onWhite = (picture: ImageBitmap): OffscreenCanvas => shrunk(picture, 1)

/** On white, because a screenshot may be transparent where its paper was. */
function shrunk(picture: ImageBitmap, factor: number): OffscreenCanvas {
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context) {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, width, height)
  }
  return canvas
}

async function readPdf(
  bytes: Uint8Array<ArrayBuffer>,
  decoder: QrDecoder,
  options: ReadOptions,
): Promise<Result<ReadDocument, ShxError>> {
  const { signal, onProgress } = options
  const { openPdf } = await import('./pdfPages')
  const pdf = await openPdf(bytes)
  if (pdf === 'unavailable') return err({ code: 'READER_UNAVAILABLE' })
  if (typeof pdf === 'string') return err({ code: pdf === 'locked' ? 'PDF_LOCKED' : 'FILE_UNREADABLE' })
  try {
    const pages = Math.min(pdf.total, MAXIMUM_PAGES)
    const deadline = performance.now() + PATIENCE_SECONDS * 1000
    const codes: FoundCode[] = []
    let page = 0
    for (; page < pages && performance.now() < deadline; page++) {
      if (signal?.aborted) return err({ code: 'FILE_UNREADABLE' })
      onProgress?.(page, pages)
      codes.push(...(await readPage((side) => pdf.draw(page, side), decoder, effortOf(options))))
    }
    return outcome(codes, pdf.total - page)
  } finally {
    pdf.close()
  }
}

/** Draws a page larger and larger, until what is on it has been read. */
async function readPage(
  draw: (side: number) => Promise<HTMLCanvasElement | undefined>,
  decoder: QrDecoder,
  effort: Effort,
): Promise<readonly FoundCode[]> {
  const codes: FoundCode[] = []
  for (const [number, side] of PAGE_SIDES.entries()) {
    const isRead = codes.some(({ kind }) => kind === 'qr')
    if (number >= CERTAIN_SIDES && (isRead || effort === 'brief')) break
    const canvas = await draw(side)
    if (!canvas) break
    codes.push(...(await decoder.decode(canvas, { many: true, effort })))
  }
  return codes
}

/** What was read; if nothing was, the most telling reason. */
function outcome(codes: readonly FoundCode[], skippedPages: number): Result<ReadDocument, ShxError> {
  const texts = [...new Set(codes.flatMap((code) => (code.kind === 'qr' ? [code.text] : [])))]
  if (texts.length > 0) return ok({ texts, skippedPages })
  for (const { kind } of codes) {
    if (kind !== 'qr' && kind !== 'damaged') return err({ code: 'INPUT_OTHER_FORMAT', format: kind })
  }
  return err({ code: codes.length > 0 ? 'IMAGE_QR_UNREADABLE' : 'IMAGE_NO_QR' })
}
