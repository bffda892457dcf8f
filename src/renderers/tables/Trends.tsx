import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { Disclosure } from '../../ui/Disclosure'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { Section } from '../../ui/Section'
import type { ViewContext } from '../renderer'
import { createFormat, type Format } from './format'
import { GoTo } from './GoTo'
import { messages } from './messagesGlance'
import { ROLE } from './roles'
import { Sparkline } from './Sparkline'
import type { TableModel } from './table'
import { cardsBelow, TABLE } from './tableStyles'
import { toPivots, type Pivot, type PivotRow } from './trends/pivot'
import { toTrends, type Point } from './trends/series'
import { seriesName, seriesWords } from './trends/words'
import { TRENDS } from './trendStyles'

export interface TrendsProps {
  readonly table: TableModel
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
  readonly headingLevel: 2 | 3 | 4 | 5 | 6
}

/** The results that repeat, side by side, with a picture of their course. It repeats the table of results: if it fails, nothing is lost. */
export function Trends(props: TrendsProps): ReactElement | null {
  const { table, context } = props
  if (table.type !== 'Observation' || table.rows.length < 2) return null
  const results = <RepeatedResults {...props} />
  return (
    <ErrorBoundary name="trends" resetKey={context} fallback={null}>
      {table.rows.length <= MANY ? (
        results
      ) : (
        <Disclosure summary={messages(context.language)('trendsTitle')} prints={false}>
          {results}
        </Disclosure>
      )}
    </ErrorBoundary>
  )
}

/** So many results are not compared before somebody asks for it: it would hold the page up. */
const MANY = 500

function RepeatedResults({ table, bundle, context, headingLevel }: TrendsProps): ReactElement | null {
  const f = useMemo(() => createFormat(bundle, context), [bundle, context])
  const trends = useMemo(
    () =>
      toTrends(
        table.rows.map(({ item }) => item),
        f,
      ),
    [table, f],
  )
  const pivots = useMemo(() => toPivots(trends.series), [trends])
  if (pivots.length === 0) return null
  const t = messages(context.language)
  return (
    <Section title={t('trendsTitle')} level={headingLevel} count={trends.series.length}>
      <Box data-trends="">
        {pivots.map((pivot) => (
          <PivotTable key={pivot.rows[0]?.series.key} pivot={pivot} f={f} />
        ))}
        {trends.leftOut > 0 && <p>{t('trendLeftOut', { count: trends.leftOut })}</p>}
      </Box>
    </Section>
  )
}

interface PivotProps {
  readonly pivot: Pivot
  readonly f: Format
}

function PivotTable({ pivot, f }: PivotProps): ReactElement {
  const t = messages(f.speech.language)
  const { days, rows } = pivot
  return (
    <Box sx={{ ...TABLE, ...TRENDS, ...cardsBelow(days.length + 2) }}>
      <table {...ROLE.table}>
        <caption>{rows.map(({ series }) => series.label).join(', ')}</caption>
        <thead {...ROLE.group}>
          <tr {...ROLE.row}>
            {[t('trendTest'), t('trendPicture'), ...days.map(({ day }) => f.date(day) ?? day)].map(
              (header) => (
                <th key={header} scope="col" {...ROLE.header}>
                  {header}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody {...ROLE.group}>
          {rows.map((row) => (
            <SeriesRow key={row.series.key} row={row} pivot={pivot} f={f} />
          ))}
        </tbody>
      </table>
    </Box>
  )
}

interface SeriesRowProps extends PivotProps {
  readonly row: PivotRow
}

function SeriesRow({ row, pivot, f }: SeriesRowProps): ReactElement {
  const { series, cells, earlier } = row
  const { band, points } = series
  const t = messages(f.speech.language)
  const range = band && points[0]?.range
  const hasRanges = points.some((point) => point.range !== undefined)
  return (
    <tr {...ROLE.row}>
      <th scope="row" {...ROLE.rowHeader}>
        <div className="label" dir="auto">
          {seriesName(series, f)}
        </div>
        {range !== undefined && <div className="quiet">{t('trendRange', { range })}</div>}
        {range === undefined && hasRanges && <div className="quiet">{t('trendBandsDiffer')}</div>}
        {earlier > 0 && <div className="quiet">{t('trendEarlier', { count: earlier })}</div>}
      </th>
      <td {...ROLE.cell}>
        <Sparkline series={series} words={seriesWords(series, f)} />
      </td>
      {cells.map((inDay, index) => {
        const day = pivot.days[index]?.day ?? ''
        return (
          <td key={day} {...ROLE.cell} data-label={f.date(day) ?? day}>
            {inDay.length > 0 && (
              <div>
                {inDay.map((point, position) => (
                  // Values of a day may repeat, and never change their order.
                  <Value key={position} point={point} isAlone={inDay.length === 1} f={f} showRange={!band} />
                ))}
              </div>
            )}
          </td>
        )
      })}
    </tr>
  )
}

interface ValueProps {
  readonly point: Point
  readonly isAlone: boolean
  readonly showRange: boolean
  readonly f: Format
}

/** One value, its flags in words and what else belongs to it; leads to its row. */
function Value({ point, isAlone, showRange, f }: ValueProps): ReactElement {
  const { text, flags, remarks, range, date, ref } = point
  const t = messages(f.speech.language)
  const [flag] = flags
  return (
    <div className="line" data-flag={flag?.severity}>
      <GoTo goal={{ kind: 'ref', ref }}>
        <bdi>{text}</bdi>
      </GoTo>
      {[...new Set(flags.map((one) => one.text))].map((words) => (
        <span key={words} className="flag">
          {words}
        </span>
      ))}
      {remarks.map((words) => (
        <div key={words} className="quiet" dir="auto">
          {words}
        </div>
      ))}
      {showRange && range !== undefined && <div className="quiet">{t('trendRange', { range })}</div>}
      {!isAlone && <div className="quiet">{date}</div>}
    </div>
  )
}
