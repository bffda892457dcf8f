// What is used of libraries that come without types.

declare module 'fontkit' {
  export interface Glyph {
    readonly codePoints: readonly number[]
  }
  export interface GlyphRun {
    readonly advanceWidth: number
    glyphs: Glyph[]
  }
  export interface Font {
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(
      text: string,
      features?: readonly string[] | Readonly<Record<string, boolean>>,
      script?: string,
      language?: string,
      direction?: 'ltr' | 'rtl',
    ): GlyphRun
  }
  export function create(bytes: Uint8Array): Font
}

declare module 'bidi-js' {
  export interface Bidi {
    getEmbeddingLevels(
      text: string,
      direction?: 'ltr' | 'rtl' | 'auto',
    ): { readonly levels: Uint8Array; readonly paragraphs: readonly { readonly level: number }[] }
    getMirroredCharacter(character: string): string | null
  }
  const bidiFactory: () => Bidi
  export default bidiFactory
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}

declare module 'pdfkit' {
  export interface StructureElement {
    add(child: StructureElement | object): this
    end(): void
  }
  export interface TextOptions {
    readonly lineBreak: false
    readonly baseline: 'alphabetic'
    /** In points; measured by us already. */
    readonly textWidth: number
    readonly wordCount: number
    /** Handed on to the `layout` of the font. */
    readonly features?: unknown
  }
  export interface OpenedImage {
    /** In pixels. */
    readonly width: number
    readonly height: number
  }
  export default class PDFDocument {
    constructor(options: Readonly<Record<string, unknown>>)
    readonly page: { readonly width: number; readonly height: number }
    registerFont(name: string, font: unknown): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(colour: string): this
    text(text: string, x: number, y: number, options: TextOptions): this
    addPage(): this
    switchToPage(index: number): unknown
    struct(type: string, options?: Readonly<Record<string, unknown>>): StructureElement
    addStructure(element: StructureElement): this
    markContent(tag: string, options?: Readonly<Record<string, unknown>>): this
    markStructureContent(tag: string, options?: Readonly<Record<string, unknown>>): object
    endMarkedContent(): this
    /** Throws where the bytes are neither a JPEG nor a PNG. */
    openImage(bytes: Uint8Array): OpenedImage
    image(
      image: OpenedImage,
      x: number,
      y: number,
      options: { readonly width: number; readonly height: number },
    ): this
    circle(x: number, y: number, radius: number): this
    rect(x: number, y: number, width: number, height: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    lineWidth(width: number): this
    strokeColor(colour: string): this
    fill(colour: string): this
    stroke(): this
    end(): void
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit'
  export function toBytes(document: PDFDocument): Promise<Uint8Array<ArrayBuffer>>
}
