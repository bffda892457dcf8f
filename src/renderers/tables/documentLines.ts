import { hostOf } from '../../core/document/sentDocuments'
import type { OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import { toDocuments, type DocumentItem } from './documents'
import { documentMessages } from './messagesDocuments'
import type { Row } from './table'

/** The documents of a row, for paper: none of them can be opened there, so each says that it is not there, and why. */
export function documentLines(row: Row, bundle: OrganizedBundle, context: ViewContext): readonly string[] {
  const t = documentMessages(context.language)
  return toDocuments(row.item, bundle, context, row.label).map((item) =>
    t('documentLine', { name: item.title, words: whereabouts(item, context) }),
  )
}

function whereabouts(
  { document: { content }, kind = 'other', damaged }: DocumentItem,
  { language }: ViewContext,
): string {
  const t = documentMessages(language)
  switch (content.kind) {
    case 'here':
    case 'bytes':
      return damaged ? t('notReadable') : t('notInFile', { kind: t(`kind_${kind}`) })
    case 'elsewhere':
      return t('elsewhere', { host: hostOf(content.url) })
    case 'not-included':
      return t('notIncluded', { address: content.address })
    case 'none':
      return t('nothing')
    default:
      return content satisfies never
  }
}
