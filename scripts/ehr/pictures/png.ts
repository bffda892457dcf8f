import { deflateSync } from 'node:zlib'
import { pngFile } from '../../qr/pngFile'
import { pixelRow, type Sheet } from './sheet'

/** The sheet as a grey PNG, each square `scale` pixels wide. */
export function pngOfSheet(sheet: Sheet, scale = 5): Uint8Array {
  const lines = Array.from({ length: sheet.height }, (_, y) => {
    // Its filter first: 0, none.
    const line = Uint8Array.of(0, ...pixelRow(sheet, y, scale))
    return Array.from({ length: scale }, () => line)
  })
  const size = { width: sheet.width * scale, height: sheet.height * scale, bitDepth: 8 } as const
  return pngFile(size, deflateSync(Buffer.concat(lines.flat())))
}
