import { crc32 } from 'node:zlib'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Size in pixels, and bits for the grey of each. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly bitDepth: 1 | 8
}

/**
 * A PNG in shades of grey, without filters and not interlaced: a header, the packed lines and an end. Each line begins
 * with its filter.
 * Source: W3C PNG, "Datastream structure" and "IHDR".
 */
export function pngFile({ width, height, bitDepth }: GreyPicture, packedLines: Uint8Array): Uint8Array {
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, width)
  header.setUint32(4, height)
  header.setUint8(8, bitDepth)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', packedLines),
    chunk('IEND', new Uint8Array()),
  ])
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
