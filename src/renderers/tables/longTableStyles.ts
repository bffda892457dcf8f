/**
 * A long table: columns of fixed shares, so that a row knows its widths by itself, and rows that are laid out when they
 * come near the screen. Thousands of rows would otherwise be measured anew for each part that is added.
 */
export const longWith = (widths: readonly number[]) => ({
  '& table, & thead, & tbody': { display: 'block' },
  '& thead tr, & tbody tr': {
    display: 'grid',
    gridTemplateColumns: [...widths.map((width) => `minmax(0, ${width}fr)`), '8.5rem'].join(' '),
  },
  '& th, & td, & tbody th': { minWidth: 0 },
  '& td[colspan]': { gridColumn: '1 / -1' },
  '@media screen': { '& tbody tr': { contentVisibility: 'auto', containIntrinsicSize: 'auto 3rem' } },
})
