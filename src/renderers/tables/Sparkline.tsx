import type { ReactElement } from 'react'
import { toPlot, type Mark } from './trends/plot'
import type { Series } from './trends/series'

export interface SparklineProps {
  readonly series: Series
  /** The same in words: every value, the range, the flags. */
  readonly words: string
}

/** A small picture of a course, with the range behind it. Time runs to the right in every language. */
export function Sparkline({ series, words }: SparklineProps): ReactElement | null {
  const plot = toPlot(series)
  if (!plot) return null
  const { width, height, band, lines } = plot
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="spark"
      direction="ltr"
    >
      {band && <rect className="band" x={0} y={band.y} width={width} height={Math.max(band.height, 1)} />}
      {lines.map((marks, line) => (
        // The lines of a picture never change their order.
        <g key={line}>
          <polyline points={marks.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {marks.map((mark, index) => (
            <Shape key={index} mark={mark} />
          ))}
        </g>
      ))}
    </svg>
  )
}

/** A dot; a triangle for what is out of range; a square for what is critical; a ring for a limit. */
function Shape({ mark: { x, y, shape } }: { readonly mark: Mark }): ReactElement {
  switch (shape) {
    case 'plain':
      return <circle className="plain" cx={x} cy={y} r={2} />
    case 'limit':
      return <circle className="limit" cx={x} cy={y} r={2.5} />
    case 'abnormal':
      return <path className="abnormal" d={`M${x} ${y - 4}l4 7h-8z`} />
    case 'critical':
      return <path className="critical" d={`M${x - 3.5} ${y - 3.5}h7v7h-7z`} />
    default:
      return shape satisfies never
  }
}
