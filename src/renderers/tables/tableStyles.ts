import { MARK } from './markStyles'

const HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

const MEMBER = { borderInlineStart: '3px solid', borderColor: 'divider' } as const

/**
 * One style sheet for the whole table: a component for each cell would cost more than the cells. Retracted rows are
 * struck through, but never only that: the mark in front of them says so.
 */
export const TABLE = {
  containerType: 'inline-size',
  '& table': { width: '100%', borderCollapse: 'collapse', position: 'relative' },
  '& caption, & .only-read': HIDDEN,
  // One side for all of a column, whichever way the words of a cell run: `start` would follow the words.
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    paddingBlock: '6px',
    paddingInline: '0 12px',
    // Endless words break; ordinary ones have room in every column.
    overflowWrap: 'anywhere',
    fontWeight: 400,
  },
  '[dir=rtl] & th, [dir=rtl] & td': { textAlign: 'right' },
  '& tbody tr.details > td': { textAlign: 'start' },
  '& thead th': {
    color: 'text.secondary',
    fontSize: '0.8125rem',
    fontWeight: 600,
    overflowWrap: 'break-word',
  },
  '& tbody tr': { borderBlockStart: '1px solid', borderColor: 'divider' },
  '& tbody tr.details': { borderBlockStart: 0 },
  '& tbody th .label': { fontWeight: 600 },
  '& .line + .line': { marginBlockStart: '4px' },
  '& .line': { whiteSpace: 'pre-line' },
  // What has no column of its own stands in the last one, and quieter.
  '&[data-folded=true] tbody td:nth-last-of-type(2)': { fontSize: '0.875rem' },
  // A code is one word, in one piece where it fits into a line, and quieter than the words before it.
  '& .code': {
    display: 'inline-block',
    color: 'text.secondary',
    fontSize: '0.8125rem',
    fontWeight: 400,
  },
  '& tr[data-state=inactive], & tr[data-state=retracted]': { color: 'text.secondary' },
  '& tr[data-state=retracted] .label': { textDecoration: 'line-through' },
  '& tr[data-state=negated]': { backgroundColor: 'action.hover' },
  // What belongs to a panel or report stands a little further in, with a line beside it.
  '& tr.heading > td': { fontWeight: 600, backgroundColor: 'action.hover', paddingInline: '8px' },
  '& .note': { color: 'text.secondary', fontSize: '0.8125rem' },
  '& tr[data-depth="1"] > th': { ...MEMBER, paddingInlineStart: '12px' },
  '& tr[data-depth="2"] > th': { ...MEMBER, paddingInlineStart: '24px' },
  '& tr[data-depth="3"] > th': { ...MEMBER, paddingInlineStart: '36px' },
  '& .marks': { display: 'flex', flexWrap: 'wrap', gap: '4px', marginBlockEnd: '4px' },
  '& .mark': { ...MARK, paddingInline: '6px', fontSize: '0.8125rem' },
  '& .actions button': {
    font: 'inherit',
    fontSize: '0.875rem',
    color: 'primary.main',
    background: 'none',
    border: '1px solid currentColor',
    borderRadius: '6px',
    minHeight: '32px',
    minWidth: '44px',
    paddingInline: '10px',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
  },
  '& .actions [data-document]': { marginBlockEnd: '4px', fontSize: '0.875rem' },
  '& .actions [data-open-document]': { fontWeight: 600, whiteSpace: 'normal', textAlign: 'start' },
  '& .actions button:focus-visible': { outline: '3px solid', outlineOffset: '2px' },
  // On paper nothing can be pressed, and an entry is not torn in two.
  '@media print': {
    '& tbody td.actions, & thead th:last-of-type': { display: 'none' },
    '& tbody tr': { breakInside: 'avoid' },
  },
} as const

/** Each row a card; its cells name their columns themselves. */
const CARDS = {
  '& table, & tbody, & tbody tr, & tbody th, & tbody td': { display: 'block' },
  '& thead': HIDDEN,
  '& tbody tr:not(.details)': { paddingBlock: '8px' },
  '& tbody td:not(.actions)': {
    display: 'grid',
    gridTemplateColumns: 'minmax(6rem, 30%) minmax(0, 1fr)',
    columnGap: '12px',
    paddingBlock: '2px',
  },
  '& tbody td:not(.actions)::before': {
    content: 'attr(data-label)',
    color: 'text.secondary',
    fontSize: '0.8125rem',
  },
  // Documents and details side by side, as far as there is room.
  '@media screen': {
    '& tbody td.actions': { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  },
  '& .actions > [data-document]': { marginBlockEnd: 0 },
  '& tbody td:empty': { display: 'none' },
  '& tbody tr.details td, & tbody tr.heading td': { display: 'block' },
  '& tbody tr.heading td::before': { content: 'none' },
} as const

/** Rem that a column needs before its words are cut to pieces, and what the first one needs besides. */
const COLUMN_WIDTH = 7.25
const FIRST_COLUMN_EXTRA = 2

/** Rem below which a table of so many columns turns into cards. */
export const leastWidth = (columns: number): number =>
  Math.max((columns + 1) * COLUMN_WIDTH + FIRST_COLUMN_EXTRA, 30)

/** Rows become cards where the table has too little room for its columns: on a telephone, or magnified. */
export const cardsBelow = (columns: number) => ({
  [`@container (max-width: ${leastWidth(columns)}rem)`]: CARDS,
})
