import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { rowsOf, type QrCode } from './drawQr'

export interface QrPictureProps {
  readonly code: QrCode
  /** What it is, in words. */
  readonly label: string
}

/** An `svg` has no tag of its own for what an `img` is. */
const IMAGE = { role: 'img' } as const

/** A QR code, black on white in every colour scheme, as large as its place allows, and sharp at any size. */
export function QrPicture({ code, label }: QrPictureProps): ReactElement {
  const rows = rowsOf(code)
  const size = rows.length
  return (
    <Box
      component="svg"
      {...IMAGE}
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      sx={{ display: 'block', width: '100%', height: '100%', forcedColorAdjust: 'none' }}
      data-qr-version={code.version}
    >
      <path fill="#ffffff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000000" d={pathOfRows(rows)} />
    </Box>
  )
}

/** One path over all dark modules: a module is one unit. */
export const pathOfRows = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('')

/** Where dark modules begin in a row, and how many follow each other. */
function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  return row.flatMap((dark, x) => {
    if (!dark || row[x - 1] === true) return []
    const end = row.indexOf(false, x)
    return [[x, (end < 0 ? row.length : end) - x] as const]
  })
}
