import type { Glyph } from 'fontkit'
import type PDFDocument from 'pdfkit'
import Pdf, { type StructureElement } from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import type { Face, FaceSet } from './fonts'
import type { Line } from './lines'
import { createTypesetter, shape, type Run, type Typesetter } from './runs'

export type PaperSize = 'A4' | 'LETTER'

export interface Margins {
  readonly top: number
  readonly bottom: number
  readonly side: number
}

export interface PaperOptions {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly isRtl: boolean
  readonly size: PaperSize
  readonly date: Date
  readonly margins: Margins
}

/** Where the next thing is drawn, in points from the top left corner of the page. */
export interface Paper {
  readonly doc: PDFDocument
  readonly setter: Typesetter
  readonly options: PaperOptions
  readonly root: StructureElement
  readonly bytes: Promise<Uint8Array<ArrayBuffer>>
  readonly left: number
  readonly width: number
  /** Of what a page holds at most. */
  readonly height: number
  pages: number
  y: number
}

/** Begins a tagged document with its first page. */
export function createPaper(faces: FaceSet, options: PaperOptions): Paper {
  const { title, language, size, date, margins } = options
  const first = faces.faces[0]
  const doc = new Pdf({
    size,
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    // The library's own default is a font that it does not bring along.
    font: first && drawable(first),
    info: { Title: title, CreationDate: date, Producer: '', Creator: '' },
  })
  const bytes = toBytes(doc)
  for (const face of faces.faces) doc.registerFont(face.name, drawable(face))
  const root = doc.struct('Document')
  doc.addStructure(root)
  doc.addPage()
  return {
    doc,
    setter: createTypesetter(faces),
    options,
    root,
    bytes,
    left: margins.side,
    width: doc.page.width - 2 * margins.side,
    height: doc.page.height - margins.top - margins.bottom,
    pages: 1,
    y: margins.top,
  }
}

/** What `features` says of a run that goes from right to left. */
const RIGHT_TO_LEFT = ['rtl']

/** A font that is told the direction by us: by itself it would turn Arabic digits around. */
const drawable = (face: Face): object =>
  Object.create(face.font, {
    layout: {
      value: (text: string, features?: unknown) => {
        const isRtl = features === RIGHT_TO_LEFT
        const run = shape(face, text, isRtl)
        if (isRtl) run.glyphs = run.glyphs.map(forReaders)
        return run
      },
    },
  }) as object

/** Readers of PDFs turn a line around letter by letter, those of one glyph (lam and alef) included. */
const forReaders = (glyph: Glyph): Glyph =>
  glyph.codePoints.length < 2
    ? glyph
    : (Object.create(glyph, { codePoints: { value: glyph.codePoints.toReversed() } }) as Glyph)

/** What is left of the page, in points. */
export const roomOn = ({ y, height, options }: Paper): number => options.margins.top + height - y

export function nextPage(paper: Paper): void {
  paper.doc.addPage()
  paper.pages += 1
  paper.y = paper.options.margins.top
}

/** Begins a new page where less than `height` points are left; what is higher than a page begins where it is. */
export function needs(paper: Paper, height: number): void {
  if (roomOn(paper) < Math.min(height, paper.height)) nextPage(paper)
}

/** A new element of the document's structure, below `parent`. */
export function addElement(
  paper: Paper,
  parent: StructureElement,
  type: string,
  options: Readonly<Record<string, unknown>> = {},
): StructureElement {
  const element = paper.doc.struct(type, options)
  parent.add(element)
  return element
}

/** What `draw` draws is the content of `element`, as far as it stands on this page. */
export function marked(paper: Paper, element: StructureElement, type: string, draw: () => void): void {
  element.add(paper.doc.markStructureContent(type))
  draw()
  paper.doc.endMarkedContent()
}

/** What is drawn again on every page, or is there for the eye alone. */
export function artifact(paper: Paper, draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
  paper.doc.markContent('Artifact', { type })
  draw()
  paper.doc.endMarkedContent()
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  /** Default: at the side where the line begins. */
  readonly align?: 'left' | 'right'
}

/** Draws one line with its top at `box.y`. */
export function drawLine(paper: Paper, line: Line, box: Box): void {
  const { doc } = paper
  const { size, colour, indent = 0 } = line.style
  const align = box.align ?? (line.isRtl ? 'right' : 'left')
  const baseline = box.y + line.ascent
  let x = align === 'right' ? box.x + box.width - line.width - indent : box.x + indent
  // In the order of the eye: readers of PDFs turn letters from right to left around themselves.
  doc.fillColor(colour)
  for (const run of line.runs) {
    drawRun(doc, run, { x, y: baseline, size })
    x += run.width * size
  }
}

function drawRun(
  doc: PDFDocument,
  { text, face, isRtl, width }: Run,
  at: { readonly x: number; readonly y: number; readonly size: number },
): void {
  doc.font(face.name).fontSize(at.size)
  doc.text(text, at.x, at.y, {
    lineBreak: false,
    baseline: 'alphabetic',
    textWidth: width * at.size,
    wordCount: 1,
    ...(isRtl && { features: RIGHT_TO_LEFT }),
  })
}

export const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((total, { height }) => total + height, 0)
