/**
 * For a line that ends with a copy button: the button stands in the margin, so that the last character of the value
 * always has it beside itself, however narrow the column. A button that has to fit as well would go below a long word.
 */
export const LINE_WITH_BUTTON = {
  paddingInlineEnd: '32px',
  '& [data-copy], & [data-copy-by-hand]': { marginInlineEnd: '-32px' },
  '@media (pointer: coarse)': {
    paddingInlineEnd: '48px',
    '& [data-copy], & [data-copy-by-hand]': { marginInlineEnd: '-48px' },
  },
  '@media print': { paddingInlineEnd: 0 },
} as const
