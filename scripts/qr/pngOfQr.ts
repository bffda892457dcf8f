import { crc32, deflateSync } from 'node:zlib'
import { rowsOf, type QrCode } from './drawQr'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** One bit a pixel, shades of grey, no filter but the default, not interlaced. */
const BIT_DEPTH = 1

/**
 * A QR code as a PNG picture, each module `scale` pixels wide, with its quiet zone. A picture of two colours needs no
 * library: a header, the packed rows and an end.
 * Source: W3C PNG, "Datastream structure" and "IHDR".
 */
export function pngOfQr(code: QrCode, scale = 8): Uint8Array {
  const rows = rowsOf(code)
  const width = rows.length * scale
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, width)
  header.setUint32(4, width)
  header.setUint8(8, BIT_DEPTH)
  const lines = rows.flatMap((row) => Array.from({ length: scale }, () => lineOf(row, scale)))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
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

/** Length, name, content and the checksum over name and content. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const frame = Buffer.alloc(named.length + 8)
  frame.writeUInt32BE(content.length, 0)
  named.copy(frame, 4)
  frame.writeUInt32BE(crc32(named), named.length + 4)
  return frame
}
