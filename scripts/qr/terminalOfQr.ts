import { rowsOf, type QrCode } from '../../src/ui/qr/drawQr'

/** White on black, whatever the colours of the terminal are. */
const WHITE_ON_BLACK = '\u001B[97;40m'
const RESET = '\u001B[0m'

/** Two rows of modules in one line of text: light above, light below. */
const BLOCKS = [
  [' ', '▄'],
  ['▀', '█'],
] as const

/**
 * A QR code as lines of text for a terminal, with its quiet zone: light modules are drawn as blocks in white on black,
 * so that it can be scanned from a dark terminal and from a light one.
 */
export function terminalOfQr(code: QrCode): string {
  const rows = rowsOf(code)
  const lines = rows.flatMap((row, y) => {
    if (y % 2 === 1) return []
    const below = rows[y + 1]
    const text = row.map((dark, x) => BLOCKS[dark ? 0 : 1][below?.[x] === false ? 1 : 0])
    return [`${WHITE_ON_BLACK}${text.join('')}${RESET}\n`]
  })
  return lines.join('')
}
