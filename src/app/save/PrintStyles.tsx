import GlobalStyles from '@mui/material/GlobalStyles'
import type { Theme } from '@mui/material/styles'
import { useEffect, useMemo, type ReactElement } from 'react'
import { setPageMargins } from '../../platform/printPage'
import { pdfMessages } from './pdfMessages'
import { runningWords, type RecordRequest } from './recordDocument'

/** How a record looks on paper, and whose it is and what it is worth on the margins of every page. */
export function PrintStyles({ request }: { readonly request: RecordRequest }): ReactElement {
  const { verified, context, from } = request
  const { patient, foot } = useMemo(
    () => runningWords({ verified, context, from }),
    [verified, context, from],
  )
  const t = pdfMessages(context.language)
  const [before = '', between = '', behind = ''] = t('page', { page: '\u0000', pages: '\u0000' }).split(
    '\u0000',
  )
  useEffect(
    () => setPageMargins({ head: patient, foot: foot.join('\n'), page: [before, between, behind] }),
    [patient, foot, before, between, behind],
  )
  return <GlobalStyles styles={paper} />
}

/** Dark ink on white whatever the device prefers; nothing to press; what would be cut off flows on. */
const paper = (theme: Theme) => ({
  '@media print': {
    ':root': { ...lightVariables(theme), colorScheme: 'light' },
    // In points of paper: what is easy to read on a desk is large in the hand, and wide tables keep their columns.
    html: { fontSize: '8.5pt !important' },
    'body, main': { background: '#fff' },
    main: { maxWidth: 'none !important', padding: '0 !important' },
    // What leads somewhere in the page is words as well; headings are buttons that fold.
    'main button:not(.MuiLink-root, :is(h1, h2, h3, h4, h5, h6) > button), .screen-only': {
      display: 'none !important',
    },
    'main :is(h1, h2, h3, h4, h5, h6) > button > svg': { display: 'none !important' },
    'h1, h2, h3, h4, h5, h6, summary': { breakAfter: 'avoid' },
    'body > div > div': { display: 'block !important', minHeight: '0 !important' },
  },
})

/** What a theme with variables has, and its type does not say. */
interface Sheets {
  readonly generateStyleSheets: () => readonly Readonly<Record<string, unknown>>[]
}

/** The variables of the light scheme, as the theme itself writes them. */
function lightVariables(theme: Theme): Readonly<Record<string, string>> {
  const { generateStyleSheets } = theme as Theme & Partial<Sheets>
  const sheets = generateStyleSheets?.call(theme) ?? []
  const own = sheets.flatMap((sheet) => (typeof sheet[':root'] === 'object' ? [sheet[':root']] : []))
  return Object.assign({}, ...own) as Readonly<Record<string, string>>
}
