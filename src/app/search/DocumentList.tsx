import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { LeftOut } from '../../core/ehr/chartDocument'
import type { DocumentStatus, SearchedDocument, SearchState } from '../../core/ehr/recordSearchState'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { Panel } from '../Panel'
import { DocumentName } from './DocumentName'
import { messages } from './messages'
import { describeListFailure, describeUnread } from './words'

export interface DocumentListProps {
  readonly state: Extract<SearchState, { documents: unknown }>
}

/** Every document with what became of it, and what was not searched, with the reason. */
export function DocumentList({ state }: DocumentListProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { documents, through, leftOut, cut } = state
  const shown = documents.slice(0, through)
  const further = documents.length - shown.length
  return (
    <>
      {documents.length > 0 && (
        <Panel>
          <Heading>{t('documentsTitle')}</Heading>
          <Box component="ol" sx={{ listStyle: 'none', padding: 0, marginBlock: 1 }}>
            {shown.map((searched, index) => (
              // The order of a search never changes, and titles repeat.
              <Row key={index} searched={searched} />
            ))}
          </Box>
          {further > 0 && <p>{t('moreWaiting', { count: further })}</p>}
        </Panel>
      )}
      {cut && (
        <Box sx={{ marginBlockEnd: 2 }} data-list-cut={cut.kind}>
          <Notice severity="warning" title={t('cutTitle')}>
            {cut.kind === 'limit' ? t('cut.limit') : describeListFailure(cut, language)}
          </Notice>
        </Box>
      )}
      <NotSearched leftOut={leftOut} />
    </>
  )
}

function Heading({ children }: { readonly children: string }): ReactElement {
  return (
    <Box component="h2" sx={{ marginBlock: 0, fontSize: '1.25rem' }}>
      {children}
    </Box>
  )
}

function Row({ searched }: { readonly searched: SearchedDocument }): ReactElement {
  const { language } = useLanguage()
  const { document, status } = searched
  return (
    <Box
      component="li"
      data-searched={status.kind}
      sx={{
        paddingBlock: 1,
        borderBlockEnd: '1px solid',
        borderColor: 'divider',
        overflowWrap: 'anywhere',
        '&:last-of-type': { borderBlockEnd: 'none' },
      }}
    >
      <div>
        <DocumentName document={document} />
      </div>
      {document.kind !== undefined && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          <bdi translate="no">{document.kind.slice(0, 160)}</bdi>
        </Box>
      )}
      <Box sx={{ fontWeight: status.kind === 'waiting' ? 400 : 600 }}>{wordsFor(status, language)}</Box>
      {remarksOn(status, language).map((remark) => (
        <div key={remark}>{remark}</div>
      ))}
    </Box>
  )
}

function wordsFor(status: DocumentStatus, language: Language): string {
  const t = messages(language)
  switch (status.kind) {
    case 'reading':
      return status.pages > 1
        ? t('status.readingPage', { page: status.page + 1, pages: status.pages })
        : t('status.reading')
    case 'found':
      return t('status.found', { count: status.finds.length })
    case 'waiting':
    case 'fetching':
    case 'nothing':
    case 'unread':
      return t(`status.${status.kind}`)
    default:
      return status satisfies never
  }
}

function remarksOn(status: DocumentStatus, language: Language): readonly string[] {
  const t = messages(language)
  if (status.kind === 'unread') return [describeUnread(status.unread, language)]
  if (status.kind !== 'found' && status.kind !== 'nothing') return []
  const { others, skippedPages, unread } = status
  return [
    ...(others > 0 ? [t('others', { count: others })] : []),
    ...(skippedPages > 0 ? [t('skippedPages', { count: skippedPages })] : []),
    ...(unread ? [describeUnread(unread, language)] : []),
  ]
}

/** What matters to safety first. */
const REASONS: readonly LeftOut[] = ['other-patient', 'not-current', 'other-format', 'no-content']

function NotSearched({
  leftOut,
}: {
  readonly leftOut: Readonly<Record<LeftOut, number>>
}): ReactElement | null {
  const t = messages(useLanguage().language)
  const reasons = REASONS.filter((reason) => leftOut[reason] > 0)
  if (reasons.length === 0) return null
  return (
    <Panel>
      <Heading>{t('leftOutTitle')}</Heading>
      <Box component="ul" sx={{ marginBlockEnd: 0, paddingInlineStart: 2.5, '& li': { marginBlock: 0.5 } }}>
        {reasons.map((reason) => (
          <li key={reason} data-left-out={reason}>
            {t(`leftOut.${reason}`, { count: leftOut[reason] })}
          </li>
        ))}
      </Box>
    </Panel>
  )
}
