import type { ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { Section } from '../../ui/Section'
import type { ViewContext } from '../renderer'
import type { TableModel } from './table'
import { TableView } from './TableView'
import { Trends } from './Trends'

export interface ResourceTablesProps {
  readonly tables: readonly TableModel[]
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
  /** Level of each table's heading; the page's own title is 1. */
  readonly headingLevel: 2 | 3 | 4 | 5 | 6
}

type Level = ResourceTablesProps['headingLevel']

const BELOW = { 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const satisfies Record<Level, Level>

/** Tables of resources, one below the other, each under its heading. */
export function ResourceTables({ tables, bundle, context, headingLevel }: ResourceTablesProps): ReactElement {
  return (
    <>
      {tables.map((table) => (
        <Section key={table.type} title={table.title} level={headingLevel} count={table.rows.length}>
          <Trends table={table} bundle={bundle} context={context} headingLevel={BELOW[headingLevel]} />
          <TableView table={table} bundle={bundle} context={context} />
        </Section>
      ))}
    </>
  )
}
