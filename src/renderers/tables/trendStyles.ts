/** What the tables of repeated results have beyond any other table. */
export const TRENDS = {
  marginBlockEnd: 2,
  '& td, & th': { minWidth: '4.5rem' },
  '& tbody th': { minWidth: '8rem' },
  '& .quiet': { color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 400 },
  '& .flag': {
    display: 'inline-block',
    marginInlineStart: '6px',
    fontSize: '0.8125rem',
    fontWeight: 700,
    color: 'warning.main',
  },
  '& [data-flag=critical] .flag': { color: 'error.main' },
  '& td button': { color: 'text.primary' },
  '& [data-flag] button': { fontWeight: 700 },
  '& .spark': { display: 'block', maxWidth: '100%' },
  '& .spark polyline': { fill: 'none', stroke: 'currentColor', strokeWidth: 1.25, opacity: 0.6 },
  '& .spark .band': { fill: 'currentColor', opacity: 0.14 },
  '& .spark .plain': { fill: 'currentColor' },
  '& .spark .limit': { fill: 'none', stroke: 'currentColor' },
  '& .spark .abnormal': { color: 'warning.main', fill: 'currentColor' },
  '& .spark .critical': { color: 'error.main', fill: 'currentColor' },
} as const
