import { drawQr, rowsOf } from '../../../src/ui/qr/drawQr'
import { GLYPHS } from './font'

/** A sheet of paper in squares, each one shade of grey: as coarse as a QR code needs, and the same every time. */
export interface Sheet {
  /** In squares. */
  readonly width: number
  readonly height: number
  /** Shade of each square, row by row: 0 is black, 255 white. */
  readonly shades: Uint8Array
}

export interface SheetContent {
  /** Capital letters, digits and `-.,:/`; the rest becomes a blank. */
  readonly lines: readonly string[]
  /** Text of a QR code below the lines. Default: none. */
  readonly code?: string
}

const PAPER = 250
const INK = 22
const MARGIN = 6
const LINE = 10
const LETTER = 6

/** Draws a sheet that is as wide as its widest part. */
export function drawSheet({ lines, code }: SheetContent): Sheet {
  const rows = code === undefined ? [] : rowsOf(mustFit(drawQr(code)))
  const longest = Math.max(...lines.map((line) => line.length * LETTER))
  const width = Math.max(longest, rows.length) + 2 * MARGIN
  const height = lines.length * LINE + rows.length + 3 * MARGIN
  const shades = new Uint8Array(width * height).fill(PAPER)
  const ink = (x: number, y: number): void => {
    shades[y * width + x] = INK
  }
  lines.forEach((line, index) => writeLine(line, MARGIN + index * LINE, ink))
  const top = lines.length * LINE + 2 * MARGIN
  const left = Math.floor((width - rows.length) / 2)
  rows.forEach((row, y) => row.forEach((isDark, x) => isDark && ink(left + x, top + y)))
  return { width, height, shades }
}

function writeLine(line: string, top: number, ink: (x: number, y: number) => void): void {
  Array.from(line).forEach((letter, position) => {
    const rows = GLYPHS[letter.toUpperCase()]?.split(' ') ?? []
    rows.forEach((row, y) =>
      Array.from(row).forEach((cell, x) => cell === '#' && ink(MARGIN + position * LETTER + x, top + y)),
    )
  })
}

function mustFit<Code>(code: Code | undefined): Code {
  if (code === undefined) throw new TypeError('drawSheet: the text is too long for a QR code')
  return code
}

/** The shades of one row, each square `scale` pixels wide. */
export function pixelRow({ width, shades }: Sheet, y: number, scale: number): Uint8Array {
  return Uint8Array.from(
    { length: width * scale },
    (_, x) => shades[y * width + Math.floor(x / scale)] ?? PAPER,
  )
}
