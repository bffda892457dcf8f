import { deflateSync } from 'node:zlib'
import { rowsOf, type QrCode } from '../../src/ui/qr/drawQr'
import { pngFile } from './pngFile'

/**
 * A QR code as a PNG picture, each module `scale` pixels wide, with its quiet zone. A picture of two colours needs no
 * library.
 */
export function pngOfQr(code: QrCode, scale = 8): Uint8Array {
  const rows = rowsOf(code)
  const width = rows.length * scale
  const lines = rows.flatMap((row) => Array.from({ length: scale }, () => lineOf(row, scale)))
  return pngFile({ width, height: width, bitDepth: 1 }, deflateSync(Buffer.concat(lines), { level: 9 }))
}

/** One line of pixels: its filter (0, none), then eight pixels a byte, the leftmost in the highest bit; 1 is white. */
function lineOf(row: readonly boolean[], scale: number): Uint8Array {
  const width = row.length * scale
  const line = new Uint8Array(1 + Math.ceil(width / 8))
  for (let x = 0; x < width; x++) {
    if (row[Math.floor(x / scale)] === true) continue
    line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
  }
  return line
}
