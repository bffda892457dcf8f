import type { TextStyle } from './lines'

/** Ink on white: dark enough for a copier, and never a colour alone. */
const INK = '#1b1b1f'
const QUIET = '#4a4a52'
const ALARM = '#8c1d18'

export const STYLES = {
  title: { size: 17, weight: 700, colour: INK },
  heading2: { size: 13, weight: 700, colour: INK },
  heading3: { size: 11, weight: 700, colour: INK },
  heading4: { size: 10, weight: 700, colour: INK },
  text: { size: 9.5, weight: 400, colour: INK },
  strong: { size: 9.5, weight: 700, colour: INK },
  quiet: { size: 8.5, weight: 400, colour: QUIET },
  label: { size: 9, weight: 400, colour: QUIET },
  cell: { size: 8.5, weight: 400, colour: INK },
  quietCell: { size: 8.5, weight: 400, colour: QUIET },
  rowHead: { size: 8.5, weight: 700, colour: INK },
  quietRowHead: { size: 8.5, weight: 700, colour: QUIET },
  columnHead: { size: 8, weight: 700, colour: QUIET },
  mark: { size: 8.5, weight: 700, colour: ALARM },
  running: { size: 8, weight: 400, colour: QUIET },
  runningStrong: { size: 8.5, weight: 700, colour: INK },
} as const satisfies Readonly<Record<string, TextStyle>>

export const RULES = { row: '#d5d5dc', head: '#8a8a94' } as const

export const NOTES = {
  info: '#4a6484',
  warning: '#a15c00',
  error: ALARM,
} as const

/** What charts are drawn in, besides the colours of notes. */
export const CHART = { line: '#77777f', mark: INK, band: '#e2e2ea' } as const

/** Behind the heads of columns. */
export const HEAD_FILL = '#f0f0f4'
