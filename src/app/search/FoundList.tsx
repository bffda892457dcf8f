import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId, type ReactElement } from 'react'
import type { ChartDocument } from '../../core/ehr/chartDocument'
import { findsIn, type Find, type SearchedDocument } from '../../core/ehr/recordSearchState'
import { readInput } from '../../core/readInput'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { plainHost } from '../../i18n/values'
import { OFFER, OFFER_TEXT } from '../../ui/offerStyles'
import { Panel } from '../Panel'
import { DocumentName } from './DocumentName'
import { messages } from './messages'

export interface FoundListProps {
  readonly documents: readonly SearchedDocument[]
  readonly viewData: (text: string) => void
}

/** What can be opened, the best first, each with the document that it stands on. */
export function FoundList({ documents, viewData }: FoundListProps): ReactElement | null {
  const { language } = useLanguage()
  const finds = findsIn(documents)
  if (finds.length === 0) return null
  return (
    <Panel>
      <Box component="h2" sx={{ marginBlock: 0, fontSize: '1.25rem' }}>
        {messages(language)('foundTitle')}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', padding: 0, marginBlockEnd: 0, display: 'grid', gap: 1 }}>
        {finds.map(({ find, document }) => (
          <Found key={find.text} find={find} document={document} viewData={viewData} />
        ))}
      </Box>
    </Panel>
  )
}

interface FoundProps {
  readonly find: Find
  readonly document: ChartDocument
  readonly viewData: (text: string) => void
}

function Found({ find, document, viewData }: FoundProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const id = useId()
  return (
    <Box component="li" data-found={find.kind} sx={OFFER}>
      <Box id={id} sx={OFFER_TEXT}>
        <Box sx={{ fontWeight: 700 }}>{nameOf(find, language)}</Box>
        {!find.isWhole && <div>{t('foundDamaged')}</div>}
        <Box sx={{ color: 'text.secondary' }}>
          {t('foundOn')} <DocumentName document={document} />
        </Box>
      </Box>
      <Button
        variant={find.isWhole ? 'contained' : 'outlined'}
        aria-describedby={id}
        onClick={() => viewData(find.text)}
      >
        {t('open')}
      </Button>
    </Box>
  )
}

function nameOf({ kind, text, count }: Find, language: Language): string {
  const t = messages(language)
  if (kind === 'cards') return t('foundCards', { count })
  if (kind === 'record') return t('foundRecord')
  const host = hostOf(text)
  return host === undefined ? t('foundLinkUnnamed') : t('foundLink', { host })
}

/** Only to be told apart: whether a link may be opened is decided when it is. */
function hostOf(text: string): string | undefined {
  const read = readInput(text, { allowLoopback: true, allowedHosts: [] })
  return read.ok && read.value.kind === 'link' ? plainHost(read.value.payload.url.host) : undefined
}
