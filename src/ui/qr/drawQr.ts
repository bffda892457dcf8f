import { correction, generate } from 'lean-qr'

/** A QR code as a square of modules, without the quiet zone around it. */
export interface QrCode {
  /** From 1 (21 modules wide) to 40 (177 modules). */
  readonly version: number
  /** Modules in one row. */
  readonly size: number
  /** True for a dark module; false also outside the square. */
  readonly isDark: (x: number, y: number) => boolean
}

/** Light modules that a reader needs around a code. Source: ISO/IEC 18004, "Quiet zone". */
export const QUIET_ZONE = 4

/**
 * Draws a text as a QR code. At the least correction level a card of 1195 characters has version 22, the largest that
 * prints well; links are drawn at M, so that a logo or a scratch does no harm. Prefix and digits are put into segments
 * of their own.
 * `undefined` when the text is longer than any code can hold.
 * Source: SMART Health Cards, "Health Cards as QR Codes"; SMART Health Links, "Sharing User transmits a link".
 */
export function drawQr(text: string, level: 'L' | 'M' = 'L'): QrCode | undefined {
  try {
    const options = { minCorrectionLevel: correction[level], maxCorrectionLevel: correction[level] }
    const bitmap = generate(text, options)
    return { version: (bitmap.size - 17) / 4, size: bitmap.size, isDark: (x, y) => bitmap.get(x, y) }
  } catch {
    return undefined
  }
}

/** Every row from top to bottom with the quiet zone, each module once; `true` is dark. */
export function rowsOf({ size, isDark }: QrCode): readonly (readonly boolean[])[] {
  const positions = Array.from({ length: size + 2 * QUIET_ZONE }, (_, at) => at - QUIET_ZONE)
  return positions.map((y) => positions.map((x) => isDark(x, y)))
}
