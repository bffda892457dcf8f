import { createContext, type ReactNode } from 'react'
import type { Row } from './table'

/** What the view around a table adds to the controls of a row, such as the way to a text that speaks of its entry. */
export const RowAside = createContext<(row: Row) => ReactNode>(() => null)
