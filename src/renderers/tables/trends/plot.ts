import type { Point, Series } from './series'

/** In the units of the picture: 0 is its left and its top. */
export interface Mark {
  readonly x: number
  readonly y: number
  /** What the mark is drawn as: shapes, because colours alone say nothing to many. */
  readonly shape: 'plain' | 'abnormal' | 'critical' | 'limit'
}

export interface Plot {
  readonly width: number
  readonly height: number
  /** The band of the range, from top to bottom; reaches the edge where a limit is missing. */
  readonly band?: { readonly y: number; readonly height: number }
  /** Points of each line: one for a number, two for a blood pressure. */
  readonly lines: readonly (readonly Mark[])[]
}

const WIDTH = 120
const HEIGHT = 36
/** Room for a mark at the edge. */
const MARGIN = 5

/** Where the values of a series lie, in time and in size. `undefined` when fewer than two of them are numbers. */
export function toPlot({ points, band }: Series): Plot | undefined {
  const drawn = points.filter(({ values }) => values.length > 0).toReversed()
  const [first] = drawn
  const last = drawn.at(-1)
  if (!first || !last || first.sortKey === last.sortKey) return undefined
  const all = [...drawn.flatMap(({ values }) => values), ...[band?.low, band?.high].filter(isNumber)]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const span = high - low || 1
  const x = (sortKey: number): number =>
    round(MARGIN + ((sortKey - first.sortKey) / (last.sortKey - first.sortKey)) * (WIDTH - 2 * MARGIN))
  const y = (value: number): number => round(HEIGHT - MARGIN - ((value - low) / span) * (HEIGHT - 2 * MARGIN))
  const count = Math.max(...drawn.map(({ values }) => values.length))
  const lines = Array.from({ length: count }, (_, line) =>
    drawn.flatMap((point): Mark | readonly Mark[] => {
      const value = point.values[line]
      return value === undefined ? [] : { x: x(point.sortKey), y: y(value), shape: shapeOf(point) }
    }),
  )
  const top = band?.high === undefined ? 0 : y(band.high)
  const bottom = band?.low === undefined ? HEIGHT : y(band.low)
  return {
    width: WIDTH,
    height: HEIGHT,
    lines,
    ...(band && { band: { y: top, height: round(bottom - top) } }),
  }
}

const isNumber = (value: number | undefined): value is number => value !== undefined

const round = (value: number): number => Math.round(value * 10) / 10

function shapeOf({ flags, isLimit }: Point): Mark['shape'] {
  if (flags.some(({ severity }) => severity === 'critical')) return 'critical'
  if (flags.length > 0) return 'abnormal'
  return isLimit ? 'limit' : 'plain'
}
