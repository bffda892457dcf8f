import type { Point, Series } from './series'

/** A day that values belong to. */
export interface Day {
  /** As `2026-01-06`; unique in its pivot. */
  readonly day: string
  readonly sortKey: number
}

export interface PivotRow {
  readonly series: Series
  /** The points of each day of the pivot, the newest first. */
  readonly cells: readonly (readonly Point[])[]
  /** Points of days that have no column any more. */
  readonly earlier: number
}

/** Tests that were made on the same days: each a row, each day a column, the newest first. */
export interface Pivot {
  readonly days: readonly Day[]
  readonly rows: readonly PivotRow[]
}

/** So many days beside each other: what a desk has room for. */
const MAXIMUM_DAYS = 6

/**
 * Puts series into as few tables as their days allow. A series joins the first table that most of its days are in
 * already, so that a panel stays together and no table is mostly empty.
 */
export function toPivots(all: readonly Series[]): readonly Pivot[] {
  const groups: { readonly days: Map<string, number>; readonly members: Series[] }[] = []
  for (const series of all) {
    const days = daysOf(series)
    const group = groups.find(
      (candidate) => [...days.keys()].filter((day) => candidate.days.has(day)).length * 2 >= days.size,
    )
    const home = group ?? { days: new Map<string, number>(), members: [] }
    if (!group) groups.push(home)
    home.members.push(series)
    for (const [day, sortKey] of days) if (!home.days.has(day)) home.days.set(day, sortKey)
  }
  return groups.map(({ days, members }) => toPivot(days, members))
}

/** Each day of a series with its moment, the newest ones as far as there are columns. */
const daysOf = ({ points }: Series): ReadonlyMap<string, number> => {
  const days = new Map<string, number>()
  for (const { day, sortKey } of points) {
    if (days.size === MAXIMUM_DAYS && !days.has(day)) break
    if (!days.has(day)) days.set(day, sortKey)
  }
  return days
}

function toPivot(all: ReadonlyMap<string, number>, members: readonly Series[]): Pivot {
  const days = [...all]
    .map(([day, sortKey]) => ({ day, sortKey }))
    .toSorted((a, b) => b.sortKey - a.sortKey)
    .slice(0, MAXIMUM_DAYS)
  const rows = members.map((series): PivotRow => {
    const cells = days.map(({ day }) => series.points.filter((point) => point.day === day))
    const shown = cells.reduce((sum, points) => sum + points.length, 0)
    return { series, cells, earlier: series.points.length - shown }
  })
  return { days, rows }
}
