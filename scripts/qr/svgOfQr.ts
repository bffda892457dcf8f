import { rowsOf, type QrCode } from '../../src/ui/qr/drawQr'

/** A QR code as an SVG picture of one path: black on white, at any size sharp. One unit is one module. */
export function svgOfQr(code: QrCode): string {
  const rows = rowsOf(code)
  const path = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  const size = rows.length
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/>`,
    `<path d="${path.join('')}"/>`,
    '</svg>\n',
  ].join('')
}

/** Where dark modules begin in a row, and how many follow each other. */
function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  return row.flatMap((dark, x) => {
    if (!dark || row[x - 1] === true) return []
    const end = row.indexOf(false, x)
    return [[x, (end < 0 ? row.length : end) - x] as const]
  })
}
