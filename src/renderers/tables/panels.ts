import { field, flatList } from '../../core/fhir/shape'
import { itemsOf, typeOf, type BundleItem } from '../../core/organizeResources'
import { membersOf } from './definitions/results'
import type { Format } from './format'
import { joined } from './lines'
import { standingOf } from './marks'
import type { RowPlace, RowState } from './table'

/** A row that is to find its place. Rows come in the order that they would have without panels. */
export interface Placeable {
  readonly item: BundleItem
  readonly state: RowState
}

export interface Placed<Entry extends Placeable> {
  readonly entries: readonly Entry[]
  /** Only rows that belong to a panel or report, or are one, have a place. */
  readonly places: ReadonlyMap<BundleItem, RowPlace>
}

/** Panels in panels in panels: deeper ones are not indented any further. */
const DEEPEST = 3

/**
 * Results stand under the panel that has them as members, or under the report that lists them, in the order that they
 * had; a panel or report stands where the newest of its results would. A result of several panels stands under the
 * first one. What does not hold stays apart from what does. Members may go in circles: whoever came first is the head.
 */
export function placeInPanels<Entry extends Placeable>(entries: readonly Entry[], f: Format): Placed<Entry> {
  const heads = headsOf(entries, f)
  if (heads.size === 0) return { entries, places: new Map() }
  const own = new Map(entries.map((entry) => [entry.item, entry]))
  const board: Board<Entry> = { f, below: belowOf(entries, heads), placed: new Set(), places: new Map() }
  for (const entry of entries) {
    const top = topOf(entry.item, heads)
    const head = own.get(top)
    if (head) put(head, { depth: 0 }, board)
    else putReport(top, entry.state, board)
  }
  return { entries: [...board.placed], places: board.places }
}

/** What is being laid out. */
interface Board<Entry> {
  readonly f: Format
  /** The results of a panel or report, by whether they hold. */
  readonly below: ReadonlyMap<BundleItem, ReadonlyMap<RowState, readonly Entry[]>>
  readonly placed: Set<Entry>
  readonly places: Map<BundleItem, RowPlace>
}

function belowOf<Entry extends Placeable>(
  entries: readonly Entry[],
  heads: ReadonlyMap<BundleItem, BundleItem>,
): Board<Entry>['below'] {
  const below = new Map<BundleItem, Map<RowState, Entry[]>>()
  for (const entry of entries) {
    const head = heads.get(entry.item)
    if (!head) continue
    const byState = below.get(head) ?? new Map<RowState, Entry[]>()
    const same = byState.get(entry.state)
    if (same) same.push(entry)
    else byState.set(entry.state, [entry])
    below.set(head, byState)
  }
  return below
}

/** A row, and below it the results that it is a panel of. */
function put<Entry extends Placeable>(entry: Entry, place: RowPlace, board: Board<Entry>): void {
  if (board.placed.has(entry)) return
  board.placed.add(entry)
  const { f, below, places } = board
  const { item, state } = entry
  const members = below.get(item)?.get(state) ?? []
  if (members.length > 0)
    places.set(item, { ...place, note: noteOf(membersOf(item.resource), members.length, f) })
  else if (place.depth > 0) places.set(item, place)
  const within = f.label(item.resource, item)
  const depth = Math.min(place.depth + 1, DEEPEST)
  for (const member of members) put(member, { depth, ...(within !== undefined && { within }) }, board)
}

/** The results of a report; the first one has the name of the report above it. */
function putReport<Entry extends Placeable>(report: BundleItem, state: RowState, board: Board<Entry>): void {
  const { f, below } = board
  const within = f.label(report.resource, report)
  const results = below.get(report)?.get(state) ?? []
  for (const [index, result] of results.entries()) {
    put(
      result,
      {
        depth: 1,
        ...(within !== undefined && { within }),
        ...(index === 0 && { heading: headingOf(report, results.length, f) }),
      },
      board,
    )
  }
}

/** The head of each result: its panel, which has a row of its own here, else its report, which has not. */
function headsOf(entries: readonly Placeable[], f: Format): ReadonlyMap<BundleItem, BundleItem> {
  const byItem = new Map(entries.map((entry) => [entry.item, entry]))
  const heads = new Map<BundleItem, BundleItem>()
  const claim = (head: BundleItem, references: unknown, state?: RowState) => {
    for (const reference of flatList(references)) {
      const found = f.bundle.resolve(reference, head)
      const member = found?.kind === 'entry' ? byItem.get(found.item) : undefined
      if (!member || heads.has(member.item) || topOf(head, heads) === member.item) continue
      if (state === undefined || member.state === state) heads.set(member.item, head)
    }
  }
  for (const { item, state } of entries) claim(item, membersOf(item.resource), state)
  for (const report of itemsOf(f.bundle, 'DiagnosticReport')) {
    // A report that was withdrawn heads nothing; its results may hold all the same.
    if (standingOf(report.resource, f).state === 'active') claim(report, field(report.resource, 'result'))
  }
  return heads
}

/** The head of the head, and so on; there are no circles in `heads`. */
function topOf(item: BundleItem, heads: ReadonlyMap<BundleItem, BundleItem>): BundleItem {
  let top = item
  for (let head = heads.get(top); head; head = heads.get(top)) top = head
  return top
}

/** `Report: Blood count, 3 May 2024 (3 results below)`. */
function headingOf(report: BundleItem, below: number, f: Format): string {
  const { resource } = report
  const date = f.value(resource, 'effective', report) ?? f.date(resource['issued'], resource['_issued'])
  const label = joined([f.label(resource, report) ?? f.speech.type(typeOf(resource)), date]) ?? ''
  return f.speech.t('reportHeading', { label, note: noteOf(field(resource, 'result'), below, f) })
}

/** How many of its results follow, and how many do not: they are elsewhere, or were not sent. */
function noteOf(references: unknown, below: number, f: Format): string {
  const missing = flatList(references).length - below
  const here = f.speech.t('resultsBelow', { count: below })
  return missing > 0 ? `${here}, ${f.speech.t('resultsElsewhere', { count: missing })}` : here
}
