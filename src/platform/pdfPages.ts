import {
  getDocument,
  PDFWorker,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fetchPdfPart } from './pdfParts'
import { startWorker } from './workers'

/** Seconds after which a document that cannot be opened is given up: it may be made to keep a worker busy. */
const OPENING_SECONDS = 30
/** Seconds after which one page is given up, such as one made to keep a computer busy. */
const PAGE_SECONDS = 20

export interface PdfPages {
  readonly total: number
  /** Draws a page, from 0, so that its longer side has `side` pixels. `undefined` when it cannot be drawn. */
  readonly draw: (page: number, side: number) => Promise<HTMLCanvasElement | undefined>
  /** The words of a page, from 0, line by line. '' for a page without any, such as a scan. `undefined` when it cannot be read. */
  readonly text: (page: number) => Promise<string | undefined>
  /** True once letters or pictures of a drawn page could not be loaded: it then looks whole and is not. */
  readonly isIncomplete: () => boolean
  readonly close: () => void
}

export type PdfTrouble = 'locked' | 'damaged' | 'unavailable'

/**
 * Opens a PDF as pictures of its pages and as nothing else: no scripts, no forms, no links, no fonts of the system.
 * The document is read in a worker; a page is drawn on a canvas. Never throws.
 */
export async function openPdf(data: Uint8Array<ArrayBuffer>): Promise<PdfPages | PdfTrouble> {
  let port: Worker
  let incomplete = false
  try {
    port = startWorker('pdf')
  } catch {
    return 'unavailable'
  }
  let patience: ReturnType<typeof setTimeout> | undefined
  const failed = new Promise<PdfTrouble>((resolve) => {
    port.addEventListener('error', () => resolve('unavailable'), { once: true })
    patience = setTimeout(resolve, OPENING_SECONDS * 1000, 'damaged')
  })
  // The types of pdf.js know no port but null.
  const opened = await Promise.race([
    failed,
    load(data, new PDFWorker({ port: port as unknown as null, verbosity: 0 }), () => {
      incomplete = true
    }),
  ])
  clearTimeout(patience)
  if (typeof opened === 'string') {
    port.terminate()
    return opened
  }
  return {
    total: opened.numPages,
    draw: (page, side) => draw(opened, page, side).catch(() => undefined),
    text: (page) => words(opened, page).catch(() => undefined),
    isIncomplete: () => incomplete,
    close: () => {
      void opened.loadingTask.destroy().catch(() => undefined)
      port.terminate()
    },
  }
}

async function load(
  data: Uint8Array<ArrayBuffer>,
  worker: PDFWorker,
  onMissing: () => void,
): Promise<PDFDocumentProxy | PdfTrouble> {
  try {
    return await getDocument({
      data,
      worker,
      verbosity: 0,
      enableXfa: false,
      // Letters are drawn as shapes, so that no font from a stranger is handed to the system.
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      BinaryDataFactory: ownFiles(onMissing),
      wasmUrl: '/',
      standardFontDataUrl: '/',
      cMapUrl: '/',
      maxImageSize: 40_000_000,
    }).promise
  } catch (problem) {
    return problem instanceof Error && problem.name === 'PasswordException' ? 'locked' : 'damaged'
  }
}

/** Called by pdf.js in place of its own loader, which would fetch by file name from a folder. */
const ownFiles = (onMissing: () => void) =>
  class OwnFiles {
    async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
      try {
        return await fetchPdfPart(filename)
      } catch (problem) {
        onMissing()
        throw problem
      }
    }
  }

async function draw(pdf: PDFDocumentProxy, number: number, side: number): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number + 1)
  const { width, height } = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: side / Math.max(width, height, 1) })
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })
  if (!context) throw new Error('No canvas')
  await inTime(page.render({ canvas: null, canvasContext: context, viewport, background: '#fff' }))
  page.cleanup()
  return canvas
}

async function words(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number + 1)
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  return text.trim()
}

async function inTime(task: ReturnType<PDFPageProxy['render']>): Promise<void> {
  const timer = setTimeout(() => task.cancel(), PAGE_SECONDS * 1000)
  try {
    await task.promise
  } finally {
    clearTimeout(timer)
  }
}
