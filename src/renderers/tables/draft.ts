import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'
import { labelMarks } from './labels'
import { copiesOf, toCell } from './lines'
import { isInactive, type Standing } from './marks'
import { sourceMarks } from './sources'
import type { Cell, CellCopies, Row, RowMark, TableDefinition } from './table'

/**
 * A row before its words are made. Its place in the table is known; what it says is put into words when somebody reads
 * it, because thousands of rows would otherwise be written before the first one is seen.
 */
export interface Draft {
  readonly item: BundleItem
  readonly standing: Standing
  readonly rank: number
  /** Epoch milliseconds; see `Row.sortKey`. */
  readonly sortKey: number | undefined
  /** What stands in the column at `position` of the definition. Never throws. */
  readonly cell: (position: number) => Cell
  /** The row with the columns at `positions`. Its `label`, `marks`, `cells` and `copies` are made when they are read. */
  readonly row: (positions: readonly number[]) => Row
}

export interface DraftSource {
  readonly item: BundleItem
  readonly f: Format
  readonly definition: TableDefinition
  readonly standing: Standing
  readonly rank: number
  readonly sortKey: number | undefined
  /** Words for a row that says nothing in its first column. */
  readonly unnamed: () => string
}

export function createDraft(source: DraftSource): Draft {
  const { item, f, definition, standing, rank, sortKey, unnamed } = source
  const cells = new Map<number, Cell>()
  const copies = new Map<number, CellCopies>()
  let failed = false
  const write = (position: number): Cell => {
    const own = definition.columns[position]?.cell(item.resource, f, item)
    const lines = toCell(own)
    const plain = copiesOf(own)
    // What never was is typed nowhere.
    if (plain && standing.state !== 'retracted') copies.set(position, plain)
    return position === 0 && lines.length === 0 ? [f.label(item.resource, item) ?? unnamed()] : lines
  }
  const cell = (position: number): Cell => {
    try {
      const known = cells.get(position) ?? write(position)
      cells.set(position, known)
      return known
    } catch {
      failed = true
      return []
    }
  }
  const copiesAt = (position: number): CellCopies => copies.get(position) ?? []
  const row = (positions: readonly number[]): Row => {
    const said = once(() => {
      const own = positions.map(cell)
      if (failed) return unreadable(item, f, positions.length)
      return { cells: own, marks: [], copies: copies.size > 0 ? positions.map(copiesAt) : undefined }
    })
    return asRow({ item, standing, sortKey, said, sent: once(() => sentMarks(item, f)) })
  }
  return { item, standing, rank, sortKey, cell, row }
}

/** The draft of an entry that could not even be judged. */
export function unreadableDraft(item: BundleItem, f: Format): Draft {
  const standing: Standing = { state: 'active', marks: [] }
  return {
    item,
    standing,
    rank: 0,
    sortKey: undefined,
    cell: () => [],
    row: ({ length }) =>
      asRow({ item, standing, sortKey: undefined, said: () => unreadable(item, f, length), sent: () => [] }),
  }
}

interface Said {
  readonly cells: readonly Cell[]
  readonly copies?: readonly CellCopies[] | undefined
  /** What comes before the marks of the standing. */
  readonly marks: readonly RowMark[]
}

/** Where the entry stands, and that its words failed; its JSON is in the details. */
function unreadable(item: BundleItem, f: Format, columns: number): Said {
  const label = f.speech.t('positionInBundle', { position: item.position + 1 })
  return {
    cells: Array.from({ length: columns }, (_, position): Cell => (position === 0 ? [label] : [])),
    marks: [notReadable(f)],
  }
}

const notReadable = (f: Format): RowMark => ({
  code: 'not-readable',
  tone: 'error',
  text: f.speech.t('mark_notReadable'),
})

interface RowParts {
  readonly item: BundleItem
  readonly standing: Standing
  readonly sortKey: number | undefined
  readonly said: () => Said
  /** What comes after the marks of the standing. */
  readonly sent: () => readonly RowMark[]
}

/** How the sender labelled the entry, and who is behind it. A mistake of ours here is told, and does not take the row down. */
function sentMarks(item: BundleItem, f: Format): readonly RowMark[] {
  try {
    return [...labelMarks(item.resource, f), ...sourceMarks(item, f)]
  } catch {
    return [notReadable(f)]
  }
}

function asRow({ item, standing, sortKey, said, sent }: RowParts): Row {
  return {
    ref: item.ref,
    item,
    state: standing.state,
    inactive: isInactive(standing),
    ...(sortKey !== undefined && { sortKey }),
    get label() {
      return said().cells[0]?.[0] ?? ''
    },
    get marks() {
      const marks = [...said().marks, ...standing.marks]
      return [...marks, ...sent().filter((mark) => !marks.some(({ text }) => text === mark.text))]
    },
    get cells() {
      return said().cells
    },
    get copies() {
      return said().copies
    },
  }
}

/** `make`, asked but once. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
