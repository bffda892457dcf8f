import type { OrganizedBundle } from '../../core/organizeResources'
import type { DocumentChart, DocumentPart } from '../document'
import type { ViewContext } from '../renderer'
import { createFormat, type Format } from './format'
import { messages } from './messagesGlance'
import type { TableModel } from './table'
import { toPlot } from './trends/plot'
import { toTrends, type Series } from './trends/series'
import { pointWords, seriesName, seriesWords } from './trends/words'

/** Values beside a chart, the newest first; the table of all results has the others. */
const SHOWN = 6

/**
 * The results that repeat, each with the picture of its course and the same in words. Nothing for any other table; what
 * is drawn here is listed in the table of results as well.
 */
export function trendParts(
  table: TableModel,
  bundle: OrganizedBundle,
  context: ViewContext,
): readonly DocumentPart[] {
  if (table.type !== 'Observation' || table.rows.length < 2) return []
  const f = createFormat(bundle, context)
  const t = messages(context.language)
  const { series, leftOut } = toTrends(
    table.rows.map(({ item }) => item),
    f,
  )
  const charts = series.flatMap((one): DocumentChart | readonly DocumentChart[] => {
    const plot = toPlot(one)
    return plot ? { plot, label: seriesName(one, f), lines: linesOf(one, f), words: seriesWords(one, f) } : []
  })
  if (charts.length === 0) return []
  const lines = leftOut > 0 ? [t('trendLeftOut', { count: leftOut })] : []
  return [{ kind: 'charts', title: t('trendsTitle'), charts, lines }]
}

function linesOf({ points, band }: Series, f: Format): readonly string[] {
  const t = messages(f.speech.language)
  const range = band && points[0]?.range
  const earlier = points.length - SHOWN
  return [
    ...(range === undefined ? [] : [t('trendBand', { range })]),
    ...(band === undefined && points.some((point) => point.range !== undefined)
      ? [t('trendBandsDiffer')]
      : []),
    points.slice(0, SHOWN).map(pointWords).join('; '),
    ...(earlier > 0 ? [t('trendEarlier', { count: earlier })] : []),
  ]
}
