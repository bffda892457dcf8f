import type { OrganizedBundle } from '../../core/organizeResources'
import { below, type DocumentField, type DocumentPart, type HeadingLevel } from '../document'
import type { ViewContext } from '../renderer'
import { glanceParts } from '../tables/glanceParts'
import { narrativeParts } from '../tables/narrativeParts'
import { remarkParts, tableParts, toTablePart } from '../tables/toParts'
import { trendParts } from '../tables/trendParts'
import { messages } from './messages'
import { toModel, type DocumentBundleModel, type DocumentModel } from './model'
import type { LabelledText } from './place'
import type { SectionModel } from './sections'

/** Clinical documents for paper: coded entries and the author's text, one below the other where there are both. */
export function toDocument(bundle: OrganizedBundle, context: ViewContext): readonly DocumentPart[] {
  const { parts, around } = toModel(bundle, context)
  const t = messages(context.language)
  return [
    ...parts.flatMap((part) => bundleParts(part, context)),
    ...(around.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t('around') } as const,
          ...tableParts(around, bundle, context, 3),
        ]),
  ]
}

function bundleParts(part: DocumentBundleModel, context: ViewContext): readonly DocumentPart[] {
  const { bundle, documents, rest, glance } = part
  const t = messages(context.language)
  return [
    ...documents.flatMap((document, index) => [
      ...headerParts(document, context),
      ...(index === 0 ? glanceParts(glance, bundle, context, 2) : []),
      ...document.sections.flatMap((section) => sectionParts(section, bundle, context, 2)),
    ]),
    ...(rest.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t('alsoHere') } as const,
          ...tableParts(rest, bundle, context, 3),
        ]),
  ]
}

function headerParts(document: DocumentModel, context: ViewContext): readonly DocumentPart[] {
  const { title, lead, remarks, fields, narrative } = document
  const t = messages(context.language)
  return [
    ...(title === undefined ? [] : [{ kind: 'text', weight: 'strong', lines: [title] } as const]),
    ...(lead.length === 0 ? [] : [{ kind: 'text', weight: 'quiet', lines: lead } as const]),
    ...remarkParts(remarks),
    { kind: 'heading', level: 2, text: t('aboutDocument') },
    { kind: 'fields', fields: fields.map(toField) },
    ...narrativeParts(narrative, { label: t('documentText'), pictures: t('picturesNotPrinted') }),
  ]
}

const toField = ({ label, value }: LabelledText): DocumentField => ({ label, lines: value.split('\n') })

function sectionParts(
  section: SectionModel,
  bundle: OrganizedBundle,
  context: ViewContext,
  level: HeadingLevel,
): readonly DocumentPart[] {
  const { title, fields, remarks, narrative, items, tables, missing, sections } = section
  const t = messages(context.language)
  const count = items.length + missing.length
  const [table] = tables
  return [
    { kind: 'heading', level, text: title, ...(count > 0 && { count }) },
    ...remarkParts(remarks),
    ...(fields.length === 0 ? [] : [{ kind: 'fields', fields: fields.map(toField) } as const]),
    ...(table !== undefined && tables.length === 1
      ? [...trendParts(table, bundle, context), toTablePart(table, bundle, context)]
      : tableParts(tables, bundle, context, below(level))),
    ...(missing.length === 0 ? [] : missingParts(missing, context)),
    ...narrativeParts(narrative, { label: t('showText'), pictures: t('picturesNotPrinted') }),
    ...sections.flatMap((inner) => sectionParts(inner, bundle, context, below(level))),
  ]
}

const missingParts = (missing: readonly string[], context: ViewContext): readonly DocumentPart[] => [
  { kind: 'note', severity: 'warning', text: messages(context.language)('notIncludedTitle') },
  { kind: 'list', lines: missing },
]
