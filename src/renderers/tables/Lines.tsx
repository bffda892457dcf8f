import type { ReactElement } from 'react'
import { plainText } from '../../core/plainText'
import { Copyable } from '../../ui/Copyable'
import type { ViewContext } from '../renderer'
import { messages } from './messages'
import type { Cell, CellCopies } from './table'
import { Words } from './Words'

export interface LinesProps {
  readonly cell: Cell
  /** One for each line, or none at all. */
  readonly copies: CellCopies | undefined
  /** Of the column. */
  readonly header: string | undefined
  /** What the row is about. */
  readonly label: string
  readonly context: ViewContext
}

/** The lines of a cell. A value that is typed elsewhere has a button, which no other line pays for. */
export function Lines({ cell, copies, header, label, context }: LinesProps): ReactElement {
  return (
    <>
      {cell.map((line, index) => {
        const copy = copies?.[index]
        const words = <Words text={line} context={context} />
        return (
          // Lines may repeat, and never change their order.
          <div key={index} className={copy === undefined ? 'line' : 'line copied'} dir="auto">
            {copy === undefined ? (
              words
            ) : (
              <Copyable label={`${named(line, copy, header, context)}, ${label}`} text={copy}>
                {words}
              </Copyable>
            )}
          </div>
        )
      })}
    </>
  )
}

/** A line that is the bare value needs the name of its column; any other says itself what it is. */
function named(line: string, copy: string, header: string | undefined, context: ViewContext): string {
  if (header === undefined || plainText(line) !== copy) return line
  return messages(context.language)('labelled', { label: header, text: line })
}
