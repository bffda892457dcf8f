import { hostOf } from '../../core/document/sentDocuments'
import type { OrganizedBundle } from '../../core/organizeResources'
import type { DocumentField, DocumentPart, DocumentTable } from '../document'
import type { ViewContext } from '../renderer'
import { remarkParts, tableParts } from '../tables/toParts'
import type { Limits } from './limits'
import { messages } from './messages'
import { toModel, type CardModel } from './model'
import type { PersonOnCard } from './people'
import { isCode, pictureBytes, type CardPicture } from './pictures'

/** Insurance cards for paper: each with everything that stands on it, then every other entry. */
export function toDocument(bundle: OrganizedBundle, context: ViewContext): readonly DocumentPart[] {
  const { cards, rest } = toModel(bundle, context)
  const t = messages(context.language)
  return [
    ...(cards.length > 1 ? overview(cards, context) : []),
    ...cards.flatMap((card) => cardParts(card, context)),
    ...(rest.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t('alsoHere') } as const,
          ...tableParts(rest, bundle, context, 3),
        ]),
  ]
}

/** How many coverages there are, before anybody takes the first for the only one. */
const overview = (cards: readonly CardModel[], context: ViewContext): readonly DocumentPart[] => [
  { kind: 'text', weight: 'strong', lines: [messages(context.language)('several', { count: cards.length })] },
  { kind: 'list', lines: cards.map(({ title, force }) => `${title}. ${force.text}`) },
]

function cardParts(card: CardModel, context: ViewContext): readonly DocumentPart[] {
  const { title, force, remarks, values, people, costs, limits, contacts, information, pictures } = card
  const t = messages(context.language)
  const fields = values.map(({ label, value, remark }) => ({
    label,
    lines: [remark === undefined ? value : `${value} (${remark})`],
  }))
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'note', severity: force.severity, text: force.text },
    ...remarkParts(remarks),
    ...(fields.length === 0 ? [] : [{ kind: 'fields', fields } as const]),
    ...under(t('covered'), people.length === 0 ? [] : [peopleTable(people, context)]),
    ...under(
      t('costs'),
      fieldsPart(costs.map(({ label, value, exceptions }) => ({ label, lines: [value, ...exceptions] }))),
    ),
    ...under(t('limits'), limits ? [limitsTable(limits, context)] : []),
    ...under(
      t('contacts'),
      fieldsPart(contacts.map(({ label, lines }) => ({ label, lines: lines.map(({ text }) => text) }))),
    ),
    ...under(t('information'), information.length === 0 ? [] : [{ kind: 'text', lines: information }]),
    ...under(t('pictures'), pictureParts(pictures, context)),
  ]
}

/** A heading and what stands under it; neither without the other. */
const under = (text: string, parts: readonly DocumentPart[]): readonly DocumentPart[] =>
  parts.length === 0 ? [] : [{ kind: 'heading', level: 3, text }, ...parts]

const fieldsPart = (fields: readonly DocumentField[]): readonly DocumentPart[] =>
  fields.length === 0 ? [] : [{ kind: 'fields', fields }]

/** Each with what the sender says about it; words where it did not come with the card, as on the screen. */
function pictureParts(pictures: readonly CardPicture[], context: ViewContext): readonly DocumentPart[] {
  const t = messages(context.language)
  return pictures.flatMap((picture) => {
    const { label, lines, documents } = picture
    if (documents.length === 0) return said(picture, t('pictureMissing'))
    return documents.flatMap((document): readonly DocumentPart[] => {
      const { content } = document
      if (content.kind === 'elsewhere') {
        return said(picture, t('pictureElsewhere', { host: hostOf(content.url) }))
      }
      if (content.kind !== 'here' && content.kind !== 'bytes') return said(picture, t('pictureMissing'))
      const [bytes, failed] = [pictureBytes(document), t('pictureFailed')]
      if (!bytes) return said(picture, failed)
      return [{ kind: 'picture', bytes, label, lines, failed, isCode: isCode(picture) }]
    })
  })
}

/** Named, and why it is not there. */
const said = ({ label, lines }: CardPicture, text: string): readonly DocumentPart[] => [
  { kind: 'list', lines: [[label, ...lines].join('. ')] },
  { kind: 'note', severity: 'info', text },
]

function peopleTable(people: readonly PersonOnCard[], context: ViewContext): DocumentTable {
  const t = messages(context.language)
  return {
    kind: 'table',
    title: t('covered'),
    columns: [t('person'), t('memberId')],
    rows: people.map(({ name, number, isInsured, isSubscriber }) => {
      const roles = [...(isInsured ? [t('thisPerson')] : []), ...(isSubscriber ? [t('isSubscriber')] : [])]
      const who = name ?? t('notStated')
      return {
        marks: [],
        cells: [[roles.length === 0 ? who : `${who} (${roles.join(', ')})`], [number ?? t('notStated')]],
      }
    }),
  }
}

/** An empty cell says so: it is not $0. */
function limitsTable({ columns, rows }: Limits, context: ViewContext): DocumentTable {
  const t = messages(context.language)
  return {
    kind: 'table',
    title: t('limits'),
    columns: [t('limit'), ...columns],
    rows: rows.map(({ label, cells }) => ({
      marks: [],
      cells: [[label], ...cells.map((lines) => (lines.length === 0 ? [t('notStated')] : lines))],
    })),
  }
}
