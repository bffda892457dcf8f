import Box from '@mui/material/Box'
import { useEffect, useMemo, useState, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import { loadDigest } from './digest'
import { layoutOf } from './layout'
import { messages } from './messages'
import type { TableModel } from './table'
import { cardsBelow, TABLE } from './tableStyles'
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
  const shown = useGrowing(table.rows.length)
  // By the time somebody asks for details, they can be in order.
  useEffect(() => void loadDigest(), [])
  const rest = table.rows.length - shown
  return (
    <Box
      sx={{ ...TABLE, ...cardsBelow(layout.columns.length) }}
      data-table={table.type}
      data-generic={table.isGeneric}
      data-folded={layout.columns.length < table.columns.length}
    >
      <table {...ROLE.table}>
        <caption>{table.title}</caption>
        <thead {...ROLE.group}>
          <tr {...ROLE.row}>
            {layout.columns.map(({ header }) => (
              <th key={header} scope="col" {...ROLE.header}>
                {header}
              </th>
            ))}
            <th scope="col" {...ROLE.header}>
              <span className="only-read">{t('showDetails')}</span>
            </th>
          </tr>
        </thead>
        <tbody {...ROLE.group}>
          {table.rows.slice(0, shown).map((row) => (
            <RowView key={row.item.position} row={row} layout={layout} bundle={bundle} context={context} />
          ))}
        </tbody>
      </table>
      {rest > 0 && <p data-growing="">{t('loadingRows', { count: rest })}</p>}
    </Box>
  )
}

/** So many rows at once: what fits on a screen, and what does not hold the page up. */
const FIRST = 150
const MORE = 400

/**
 * How many of `total` rows to show by now. A long table grows by itself, a part at a time, so that the first rows are
 * there at once and the page stays usable meanwhile; nobody has to ask for the rest. Printing shows all of it.
 */
function useGrowing(total: number): number {
  const [limit, setLimit] = useState(FIRST)
  useEffect(() => {
    const timer = limit < total ? setTimeout(() => setLimit(limit + MORE), 0) : undefined
    return () => clearTimeout(timer)
  }, [limit, total])
  useEffect(() => {
    const showAll = () => setLimit(Number.POSITIVE_INFINITY)
    window.addEventListener('beforeprint', showAll)
    return () => window.removeEventListener('beforeprint', showAll)
  }, [])
  return Math.min(limit, total)
}
