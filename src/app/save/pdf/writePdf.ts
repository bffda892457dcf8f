import type { DocumentPart } from '../../../renderers/document'
import { loadFaces, type FontSource } from './fonts'
import { linesOf, type TextStyle } from './lines'
import { artifact, createPaper, drawLine, heightOf, type Paper, type PaperOptions } from './paper'
import type { DrawForPaper } from './figures'
import { drawParts } from './parts'
import { drawnFor } from './runs'
import { STYLES } from './styles'

/** What stands on every page around the record. */
export interface RunningWords {
  /** Whose record it is. */
  readonly patient: string
  readonly page: (page: number, pages: number) => string
  /** Where it comes from, what it is worth, when it was made. */
  readonly foot: readonly string[]
  /** Said at the end where characters had to be left out; they stand there as �. */
  readonly missing: (count: number) => string
  /** Said in place of the pictures that are too many. */
  readonly tooManyPictures: string
}

export interface PdfRequest {
  readonly options: Omit<PaperOptions, 'margins'>
  readonly running: RunningWords
  readonly parts: readonly DocumentPart[]
  readonly fonts: FontSource
  readonly draw: DrawForPaper
}

export interface Progress {
  readonly signal?: AbortSignal | undefined
  /** Called with the number of the page that is being made. */
  readonly onPage?: ((page: number) => void) | undefined
}

const SIDE = 42
const HEAD = 30
/** Between the running words and what a page holds. */
const DISTANCE = 12
/** Milliseconds after which the page that we run in gets its turn. */
const TURN = 40

/** Writes a document as a tagged PDF. Rejects when a font cannot be had, or when `signal` says so. */
export async function writePdf(
  request: PdfRequest,
  progress: Progress = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { options, running, parts, fonts } = request
  const faces = await loadFaces(Array.from(allTexts(request), drawnFor), fonts)
  progress.signal?.throwIfAborted()
  const bottom = HEAD + DISTANCE + running.foot.length * 12
  const paper = createPaper(faces, { ...options, margins: { top: HEAD + 24, bottom, side: SIDE } })
  const pause = turns(paper, progress)
  const pictures = { draw: request.draw, tooMany: running.tooManyPictures, tried: 0 }
  await drawParts(paper, parts, { pause, pictures })
  const lost = paper.setter.missing.size
  if (lost > 0) {
    await drawParts(paper, [{ kind: 'note', severity: 'warning', text: running.missing(lost) }], {
      pause,
      pictures,
    })
  }
  drawRunning(paper, running)
  paper.root.end()
  paper.doc.end()
  return paper.bytes
}

/** Lets the page go on from time to time, and stops when it is told to. */
function turns(paper: Paper, { signal, onPage }: Progress): () => Promise<void> {
  let [since, told] = [performance.now(), 0]
  return async () => {
    signal?.throwIfAborted()
    if (paper.pages !== told) onPage?.((told = paper.pages))
    if (performance.now() - since < TURN) return
    await new Promise((resolve) => setTimeout(resolve, 0))
    signal?.throwIfAborted()
    since = performance.now()
  }
}

/** Whose record this is and what it is worth, on every page: pages get separated. */
function drawRunning(paper: Paper, running: RunningWords): void {
  const { doc, left, width, setter, options } = paper
  const { bottom } = options.margins
  const begin = options.isRtl ? 'right' : 'left'
  const end = options.isRtl ? 'left' : 'right'
  const only = (text: string, style: TextStyle, room: number) =>
    linesOf([text], room, style, setter).slice(0, 1)
  for (let page = 0; page < paper.pages; page += 1) {
    doc.switchToPage(page)
    artifact(
      paper,
      () => {
        for (const line of only(running.patient, STYLES.runningStrong, width * 0.76)) {
          drawLine(paper, line, { x: left, y: HEAD, width, align: begin })
        }
        for (const line of only(running.page(page + 1, paper.pages), STYLES.running, width * 0.22)) {
          drawLine(paper, line, { x: left, y: HEAD, width, align: end })
        }
        let y = doc.page.height - bottom + DISTANCE
        for (const text of running.foot) {
          for (const line of only(text, STYLES.running, width)) {
            drawLine(paper, line, { x: left, y, width, align: begin })
            y += heightOf([line])
          }
        }
      },
      'Pagination',
    )
  }
}

/** Every text that will be drawn, so that the fonts for it can be fetched before. */
function* allTexts({ parts, running }: PdfRequest): Iterable<string> {
  yield running.patient
  yield running.page(1_234_567_890, 1_234_567_890)
  yield* running.foot
  yield running.missing(1_234_567_890)
  yield running.tooManyPictures
  yield '•'
  for (const part of parts) yield* textsOf(part)
}

function* textsOf(part: DocumentPart): Iterable<string> {
  switch (part.kind) {
    case 'heading':
      yield `${part.text} (${part.count ?? ''})`
      return
    case 'text':
    case 'list':
      yield* part.lines
      return
    case 'note':
      yield part.text
      return
    case 'quote':
      yield part.label
      yield* part.lines
      return
    case 'picture':
      yield* [part.label, ...part.lines, part.failed]
      return
    case 'charts':
      yield* [part.title, ...part.lines]
      for (const { label, lines } of part.charts) yield* [label, ...lines]
      return
    case 'fields':
      for (const { label, lines } of part.fields) yield* [label, ...lines]
      return
    case 'table':
      yield* part.columns
      for (const { heading = '', marks, cells } of part.rows) yield* [heading, ...marks, ...cells.flat()]
      return
    default:
      part satisfies never
  }
}
