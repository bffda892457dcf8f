import { openPdf, type PdfPages } from '../../platform/pdfPages'
import { canvasBytes, stackOnCanvas } from '../../platform/pictures'

export type PictureFormat = 'jpeg' | 'png'

export interface PictureOptions {
  readonly format: PictureFormat
  readonly signal?: AbortSignal | undefined
  /** Called with the number of the page that is being drawn. */
  readonly onPage?: ((page: number) => void) | undefined
}

/** Pixels of the longer side of a page: 150 in an inch. */
const SIDE = 1754
/** Pages in one picture: what a telephone can hold in memory, 16 million pixels. */
const PAGES = 7

/**
 * Draws the pages of a PDF, one below the other, as one picture. Of more than seven pages the picture is coarser, of
 * more than twenty-eight it would not be readable: then it rejects. Rejects as well when the PDF cannot be drawn.
 */
export async function makePicture(
  pdf: Uint8Array<ArrayBuffer>,
  options: PictureOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  return withPages(pdf, (pages) => {
    const share = Math.min(1, Math.sqrt(PAGES / pages.total))
    if (share < 0.5) throw new Error('Too long for one picture')
    return draw(pages, [0, pages.total], Math.floor(SIDE * share), options)
  })
}

/** The same in as many pictures as it takes for every one of them to be sharp: seven pages in each. */
export async function makePictures(
  pdf: Uint8Array<ArrayBuffer>,
  options: PictureOptions,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  return withPages(pdf, async (pages) => {
    const pictures: Uint8Array<ArrayBuffer>[] = []
    for (let from = 0; from < pages.total; from += PAGES) {
      // One after the other: each takes a lot of memory.
      pictures.push(await draw(pages, [from, Math.min(from + PAGES, pages.total)], SIDE, options))
    }
    return pictures
  })
}

async function withPages<Made>(
  pdf: Uint8Array<ArrayBuffer>,
  make: (pages: PdfPages) => Promise<Made>,
): Promise<Made> {
  // A copy, because the reader takes what it is given away to its worker.
  const pages = await openPdf(pdf.slice())
  if (typeof pages === 'string') throw new Error('The PDF cannot be drawn')
  try {
    return await make(pages)
  } finally {
    pages.close()
  }
}

async function draw(
  pages: PdfPages,
  [from, to]: readonly [from: number, to: number],
  side: number,
  { format, signal, onPage }: PictureOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const drawn: HTMLCanvasElement[] = []
  for (let page = from; page < to; page += 1) {
    signal?.throwIfAborted()
    onPage?.(page + 1)
    // One page after the other.
    const canvas = await pages.draw(page, side)
    if (!canvas || pages.isIncomplete()) throw new Error('A page cannot be drawn')
    drawn.push(canvas)
  }
  signal?.throwIfAborted()
  return canvasBytes(stackOnCanvas(drawn), format)
}
