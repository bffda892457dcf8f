import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { hostOf } from '../../core/document/sentDocuments'
import { SafeLink } from '../../ui/SafeLink'
import type { ViewContext } from '../renderer'
import { DocumentAction } from './DocumentButtons'
import type { DocumentItem } from './documents'
import { documentMessages as messages } from './messagesDocuments'

export interface DocumentListProps {
  readonly documents: readonly DocumentItem[]
  readonly context: ViewContext
}

/** Every document of an entry with what is said of it: the reader chooses among several formats of one. */
export function DocumentList({ documents, context }: DocumentListProps): ReactElement | null {
  const t = messages(context.language)
  if (documents.length === 0) return null
  return (
    <Box sx={{ marginBlockEnd: 1 }} data-documents={documents.length}>
      <Box sx={{ fontWeight: 600 }}>{t('documents')}</Box>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5, display: 'grid', gap: 1 }}>
        {documents.map((item) => (
          <li key={item.document.path}>
            <Box dir="auto">{itemText(item, context)}</Box>
            <div className="actions">
              <DocumentAction item={item} context={context} />
            </div>
            <AlsoAt item={item} context={context} />
          </li>
        ))}
      </Box>
    </Box>
  )
}

/** `Discharge letter · PDF · 312 kB · English`. */
function itemText({ title, kind, size, document }: DocumentItem, { language }: ViewContext): string {
  const t = messages(language)
  const type = kind === undefined ? document.declaredType : t(`kind_${kind}`)
  return [title, type, size, document.language].filter((part) => part !== undefined).join(' · ')
}

interface AlsoAtProps {
  readonly item: DocumentItem
  readonly context: ViewContext
}

function AlsoAt({ item, context }: AlsoAtProps): ReactElement | null {
  const { alsoAt } = item.document
  if (alsoAt === undefined || !/^https?:/i.test(alsoAt)) return null
  const words = messages(context.language)('alsoAt', { host: hostOf(alsoAt) })
  return (
    <div>
      <SafeLink href={alsoAt}>{words}</SafeLink>
    </div>
  )
}
