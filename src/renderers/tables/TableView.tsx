import Box from '@mui/material/Box'
import { memo, useEffect, useMemo, useState, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { usePrinting } from '../../ui/printing'
import { LINE_WITH_BUTTON } from '../../ui/copyStyles'
import type { ViewContext } from '../renderer'
import { columnWidths, fluidWidths, headsWith } from './columnWidths'
import { loadDigest } from './digest'
import { layoutOf, type Layout } from './layout'
import { longWith } from './longTableStyles'
import { messages } from './messages'
import type { Row, TableModel } from './table'
import { cardsBelow, leastWidth, TABLE } from './tableStyles'
import { ROLE } from './roles'
import { RowView } from './RowView'

export interface TableViewProps {
  readonly table: TableModel
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

/** One table. Where it has too little room for its columns, each row becomes a card that names them. */
export function TableView({ table, bundle, context }: TableViewProps): ReactElement {
  const t = messages(context.language)
  const layout = useMemo(() => layoutOf(table.columns, context.language), [table, context.language])
  const groups = useMemo(() => groupsOf(table.rows), [table])
  const widths = useMemo(() => {
    const room = leastWidth(layout.columns.length)
    return groups.length > 1
      ? longWith(columnWidths(layout, table.rows, room))
      : headsWith(fluidWidths(layout, table.rows, room))
  }, [layout, table, groups])
  const shown = useGrowing(groups.length)
  // By the time somebody asks for details, they can be in order.
  useEffect(() => void loadDigest(), [])
  const rest = groups.slice(shown).reduce((sum, rows) => sum + rows.length, 0)
  return (
    <Box
      sx={{
        ...TABLE,
        '& .line.copied': LINE_WITH_BUTTON,
        ...widths,
        ...cardsBelow(layout.columns.length),
      }}
      data-table={table.type}
      data-generic={table.isGeneric}
      data-folded={layout.columns.length < table.columns.length}
    >
      <table {...ROLE.table}>
        <caption>{table.title}</caption>
        <Heads layout={layout} context={context} />
        <tbody {...ROLE.group}>
          {groups.slice(0, shown).map((rows, index) => (
            // Groups are parts of one list, which never changes its order.
            <RowGroup
              key={index}
              rows={rows}
              layout={layout}
              places={table.places}
              bundle={bundle}
              context={context}
            />
          ))}
        </tbody>
      </table>
      {rest > 0 && <p data-growing="">{t('loadingRows', { count: rest })}</p>}
    </Box>
  )
}

function Heads({ layout, context }: Pick<RowGroupProps, 'layout' | 'context'>): ReactElement {
  return (
    <thead {...ROLE.group}>
      <tr {...ROLE.row}>
        {layout.columns.map(({ header }) => (
          <th key={header} scope="col" {...ROLE.header}>
            {header}
          </th>
        ))}
        <th scope="col" {...ROLE.header}>
          <span className="only-read">{messages(context.language)('showDetails')}</span>
        </th>
      </tr>
    </thead>
  )
}

/** So many rows at once: what fits on a screen, and what does not hold the page up. */
const GROUP = 100

const groupsOf = (rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / GROUP) }, (_, index) =>
    rows.slice(index * GROUP, (index + 1) * GROUP),
  )

interface RowGroupProps extends Omit<TableViewProps, 'table'> {
  readonly rows: readonly Row[]
  readonly layout: Layout
  readonly places: TableModel['places']
}

/** Rows that came together are never looked at again when others come. */
const RowGroup = memo(function RowGroup({
  rows,
  layout,
  places,
  bundle,
  context,
}: RowGroupProps): ReactElement {
  return (
    <>
      {rows.map((row) => (
        <RowView
          key={row.item.position}
          row={row}
          layout={layout}
          place={places?.get(row.item)}
          bundle={bundle}
          context={context}
        />
      ))}
    </>
  )
})

/**
 * How many of `total` groups to show by now. A long table grows by itself, a group at a time, so that the first rows
 * are there at once and the page stays usable meanwhile; nobody has to ask for the rest. Printing shows all of it.
 */
function useGrowing(total: number): number {
  const [limit, setLimit] = useState(1)
  useEffect(() => {
    const timer = limit < total ? setTimeout(() => setLimit(limit + 1), 0) : undefined
    return () => clearTimeout(timer)
  }, [limit, total])
  const printing = usePrinting()
  return printing ? total : Math.min(limit, total)
}
