/** A mark: words in a frame, wherever it stands. The colour of its tone only supports what the words say. */
export const MARK = {
  border: '2px solid currentColor',
  borderRadius: '4px',
  fontWeight: 700,
  '&[data-tone=error]': { color: 'error.main' },
  '&[data-tone=warning]': { color: 'warning.main' },
  '&[data-tone=info]': { color: 'info.main' },
  '&[data-tone=neutral]': { color: 'text.secondary', borderWidth: '1px' },
} as const
