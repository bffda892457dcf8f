import { memo, useContext, useMemo, useState, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { Disclosure } from '../../ui/Disclosure'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { JsonText } from '../../ui/JsonText'
import { usePrintingDetails } from '../../ui/printing'
import type { ViewContext } from '../renderer'
import { DocumentButtons } from './DocumentButtons'
import { toDocuments } from './documents'
import type { Layout } from './layout'
import { Lines } from './Lines'
import { messages } from './messages'
import { ResourceDetails } from './ResourceDetails'
import { ROLE } from './roles'
import { RowAside } from './RowAside'
import { sourceKindsOf } from './sourceKinds'
import type { Cell, CellCopies, Column, Row, RowMark, RowPlace } from './table'

export interface RowViewProps {
  readonly row: Row
  readonly layout: Layout
  /** Among the panels and reports of the table. */
  readonly place?: RowPlace | undefined
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

/** A row that cannot be shown is still a row of the table, and its entry is still to be found. */
class RowBoundary extends ErrorBoundary {
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}

/** One row of a table and, when asked for, everything its entry says. */
export const RowView = memo(function RowView(props: RowViewProps): ReactElement {
  return (
    <RowBoundary name="row" fallback={<FailedRow {...props} />} resetKey={props.row}>
      <ReadableRow {...props} />
    </RowBoundary>
  )
})

function ReadableRow({ row, layout, place, bundle, context }: RowViewProps): ReactElement {
  const [open, setOpen] = useState(false)
  const withDetails = usePrintingDetails()
  const { columns } = layout
  const [first = [], ...others] = layout.arrange(row.cells)
  const copies = row.copies && layout.arrangeCopies(row.cells, row.copies)
  const sources = useMemo(() => sourceKindsOf(row.item, bundle)?.join(' '), [row, bundle])
  const change = context.changes?.get(row.ref)
  const marks = marksOf(row, context)
  return (
    <>
      {place?.heading !== undefined && <Heading text={place.heading} columns={columns.length + 1} />}
      <tr
        {...ROLE.row}
        data-ref={row.ref}
        data-state={row.state}
        data-changed={change}
        data-depth={place?.depth}
        data-sources={sources}
      >
        <th scope="row" {...ROLE.rowHeader}>
          {marks.length > 0 && <Marks marks={marks} />}
          <div className="label">
            <Lines
              cell={first}
              copies={copies?.[0]}
              header={columns[0]?.header}
              label={row.label}
              context={context}
            />
          </div>
          {place && <PlaceWords place={place} context={context} />}
        </th>
        <OtherCells cells={others} columns={columns} copies={copies} label={row.label} context={context} />
        <td {...ROLE.cell} className="actions">
          <RowDocuments row={row} bundle={bundle} context={context} />
          <DetailsButton label={row.label} open={open} onOpen={setOpen} context={context} />
        </td>
      </tr>
      {(open || withDetails) && (
        <tr {...ROLE.row} className="details">
          <td {...ROLE.cell} colSpan={columns.length + 1}>
            <ResourceDetails item={row.item} bundle={bundle} context={context} />
          </td>
        </tr>
      )}
    </>
  )
}

/** What is new or changed says so first. */
function marksOf(row: Row, { changes, language }: ViewContext): readonly RowMark[] {
  const change = changes?.get(row.ref)
  if (change === undefined) return row.marks
  return [{ code: change, tone: 'info', text: messages(language)(`mark_${change}`) }, ...row.marks]
}

interface DetailsButtonProps {
  readonly label: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly context: ViewContext
}

function DetailsButton({ label, open, onOpen, context }: DetailsButtonProps): ReactElement {
  const t = messages(context.language)
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={t(open ? 'hideDetailsOf' : 'detailsOf', { label })}
      onClick={() => onOpen(!open)}
    >
      {t(open ? 'hideDetails' : 'showDetails')}
    </button>
  )
}

/** The report that the rows below belong to; the report itself has its row among the reports. */
function Heading({ text, columns }: { readonly text: string; readonly columns: number }): ReactElement {
  return (
    <tr {...ROLE.row} className="heading">
      <td {...ROLE.cell} colSpan={columns} dir="auto">
        {text}
      </td>
    </tr>
  )
}

interface PlaceWordsProps {
  readonly place: RowPlace
  readonly context: ViewContext
}

/** What the indent shows to the eye, in words for everybody else. */
function PlaceWords({ place: { within, note }, context }: PlaceWordsProps): ReactElement {
  return (
    <>
      {within !== undefined && (
        <span className="only-read">{messages(context.language)('partOf', { panel: within })}</span>
      )}
      {note !== undefined && <div className="note">{note}</div>}
    </>
  )
}

/** The documents of a row's entry, one click away. */
function RowDocuments({ row, bundle, context }: Omit<RowViewProps, 'layout' | 'place'>): ReactElement {
  const documents = useMemo(() => toDocuments(row.item, bundle, context, row.label), [row, bundle, context])
  const aside = useContext(RowAside)
  return (
    <>
      <DocumentButtons documents={documents} context={context} />
      {aside(row)}
    </>
  )
}

interface OtherCellsProps {
  readonly cells: readonly Cell[]
  readonly columns: readonly Column[]
  readonly copies: readonly CellCopies[] | undefined
  /** What the row is about. */
  readonly label: string
  readonly context: ViewContext
}

/** All cells but the first. Each knows its column's name, for when it stands on a card of its own. */
function OtherCells({ cells, columns, copies, label, context }: OtherCellsProps): ReactElement {
  return (
    <>
      {cells.map((cell, index) => {
        const header = columns[index + 1]?.header
        return (
          <td key={header ?? index} {...ROLE.cell} data-label={header}>
            {cell.length > 0 && (
              <div>
                <Lines
                  cell={cell}
                  copies={copies?.[index + 1]}
                  header={header}
                  label={label}
                  context={context}
                />
              </div>
            )}
          </td>
        )
      })}
    </>
  )
}

function Marks({ marks }: { readonly marks: readonly RowMark[] }): ReactElement {
  return (
    <div className="marks">
      {marks.map(({ code, tone, text }) => (
        <span key={text} className="mark" data-mark={code} data-tone={tone} dir="auto">
          {text}
        </span>
      ))}
    </div>
  )
}

function FailedRow({ row, layout, context }: RowViewProps): ReactElement {
  const t = messages(context.language)
  return (
    <tr {...ROLE.row} data-ref={row.ref} data-view="json">
      <td {...ROLE.cell} colSpan={layout.columns.length + 1} className="actions">
        {t('rowFailed')}
        <Disclosure summary={t('showJson')}>
          <JsonText value={row.item.entry} />
        </Disclosure>
      </td>
    </tr>
  )
}
