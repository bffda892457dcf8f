/** What the page and the decoder's worker say to each other. */

/**
 * `frame`: one of a film, where the next one is coming. `picture`: the only one there will be. `brief`: one of very many,
 * most of which have no code.
 */
export type Effort = 'frame' | 'picture' | 'brief'

export interface DecodeRequest {
  readonly id: number
  readonly width: number
  readonly height: number
  /** RGBA; handed over, not copied. */
  readonly pixels: ArrayBuffer
  readonly effort: Effort
  /** Look for every code rather than for one. */
  readonly many: boolean
}

export interface DecodeAnswer {
  readonly id: number
  /** `undefined`: the decoder itself could not be loaded. */
  readonly codes: readonly FoundCode[] | undefined
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Kinds of code that are not QR. Named, so that a person knows what was photographed. */
export type OtherCode = 'pdf417' | 'aztec' | 'data-matrix' | 'barcode'

export type FoundCode =
  | { readonly kind: 'qr'; readonly text: string; readonly corners: readonly Point[] }
  /** A QR code that is there but too damaged, blurred or small to be read. */
  | { readonly kind: 'damaged' }
  | { readonly kind: OtherCode }
