import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import type { TableModel } from './table'

export interface ResourceTablesProps {
  readonly tables: readonly TableModel[]
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
  /** Level of each table's heading; the page's own title is 1. */
  readonly headingLevel: 2 | 3 | 4 | 5 | 6
}

/** Tables of resources, one below the other. */
export function ResourceTables({ tables, headingLevel }: ResourceTablesProps): ReactElement {
  return (
    <>
      {tables.map((table) => (
        <Box key={table.type}>
          <Box component={`h${headingLevel}`}>{table.title}</Box>
          <table>
            <thead>
              <tr>
                {table.columns.map(({ header }) => (
                  <th key={header} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.item.position} data-ref={row.ref}>
                  <td dir="auto">{row.label}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Box>
      ))}
    </>
  )
}
