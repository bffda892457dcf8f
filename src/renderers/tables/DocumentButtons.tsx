import type { ReactElement } from 'react'
import { hostOf } from '../../core/document/sentDocuments'
import { useOpenDocument, type OpenableDocument } from '../../ui/document/openDocument'
import { SafeLink } from '../../ui/SafeLink'
import type { ViewContext } from '../renderer'
import type { DocumentItem } from './documents'
import { documentMessages as messages } from './messagesDocuments'
import type { RowMark } from './table'

/** Documents that a row offers by itself; the others are in its details. */
const OFFERED = 3

export interface DocumentButtonsProps {
  readonly documents: readonly DocumentItem[]
  readonly context: ViewContext
}

/** One button for each document of a row, or words for where it is. */
export function DocumentButtons({ documents, context }: DocumentButtonsProps): ReactElement | null {
  const t = messages(context.language)
  const rest = documents.length - OFFERED
  if (documents.length === 0) return null
  return (
    <>
      {documents.slice(0, OFFERED).map((item) => (
        <div key={item.document.path} data-document={item.document.content.kind}>
          <DocumentAction item={item} context={context} />
        </div>
      ))}
      {rest > 0 && <div>{t('moreDocuments', { count: rest })}</div>}
    </>
  )
}

export interface DocumentActionProps {
  readonly item: DocumentItem
  readonly context: ViewContext
}

/** What can be done with a document. What is elsewhere is asked for by nobody but the reader. */
export function DocumentAction({ item, context }: DocumentActionProps): ReactElement | null {
  const t = messages(context.language)
  const open = useOpenDocument()
  const { document, title, kind = 'other', damaged } = item
  const { content } = document
  switch (content.kind) {
    case 'here':
    case 'bytes':
      if (damaged) return <span>{t('notReadable')}</span>
      if (!open) return null
      return (
        <button
          type="button"
          aria-label={t('openNamed', { kind: t(`kind_${kind}`), name: title })}
          data-open-document={kind}
          onClick={() => open(openable(item))}
        >
          {t('openKind', { kind: t(`kind_${kind}`) })}
        </button>
      )
    case 'elsewhere':
      return (
        <>
          <div dir="auto">{t('elsewhere', { host: hostOf(content.url) })}</div>
          <SafeLink href={content.url}>{t('openElsewhere', { host: hostOf(content.url) })}</SafeLink>
        </>
      )
    case 'not-included':
      return <span dir="auto">{t('notIncluded', { address: content.address })}</span>
    case 'none':
      return <span>{t('nothing')}</span>
    default:
      return content satisfies never
  }
}

const SEVERITY = { error: 'error', warning: 'warning', info: 'info', neutral: 'info' } as const

const openable = ({ document, title, facts, marks, patients }: DocumentItem): OpenableDocument => ({
  document,
  patients,
  title,
  facts,
  marks: marks.map(({ tone, text }: RowMark) => ({ severity: SEVERITY[tone], text })),
})
