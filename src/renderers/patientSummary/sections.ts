import { isRecord } from '../../core/encoding'
import { codesOf } from '../../core/fhir/code'
import { extensionsNamed } from '../../core/fhir/extension'
import { hasNarrative, narrativeStatus } from '../../core/fhir/narrative'
import { field, flatList, list, record, text, type FhirRecord } from '../../core/fhir/shape'
import type { BundleItem } from '../../core/organizeResources'
import { bareCodes } from '../tables/formatCode'
import { standingOf } from '../tables/marks'
import type { TableModel } from '../tables/table'
import { toTables } from '../tables/toTables'
import { entriesOf } from './entries'
import { sectionWords } from './messagesSections'
import type { LabelledText, Place } from './place'
import { absenceOf } from '../tables/absence'
import type { Remark } from '../tables/remark'

export interface SectionModel {
  /** Place in the document, as `2.0` for the first section inside the third. */
  readonly key: string
  /** What its element carries as `data-section`: the same place, told apart from that of other documents. */
  readonly address: string
  readonly title: string
  /** The codes of the section, whatever their system. */
  readonly codes: readonly string[]
  /** Why it is empty: codes in small letters, else the sender's words. */
  readonly emptyReason: readonly string[]
  /** The author's text says more than the entries. */
  readonly saysMore: boolean
  readonly fields: readonly LabelledText[]
  readonly remarks: readonly Remark[]
  /** The Narrative as sent; `undefined` when there is nothing to read in it. */
  readonly narrative?: unknown
  /** What is shown first where there is both; a section without entries has nothing but its narrative. */
  readonly view: 'coded' | 'text'
  readonly items: readonly BundleItem[]
  readonly tables: readonly TableModel[]
  /** In words: entries that the section names and the document does not hold. */
  readonly missing: readonly string[]
  readonly sections: readonly SectionModel[]
}

/** The sections in the author's order, those inside them included. Total: a section of any shape is one. */
export const toSections = (sections: unknown, place: Place, path = ''): readonly SectionModel[] =>
  list(sections).map((section, index) => toSection(asSection(section), place, `${path}${index}`))

/** Text where a section is expected is the text of one. */
const asSection = (section: unknown): FhirRecord =>
  record(section) ?? (text(section) === undefined ? {} : { text: text(section) })

function toSection(section: FhirRecord, place: Place, key: string): SectionModel {
  const { f } = place
  const { items, missing } = entriesOf(section['entry'], place)
  const sections = toSections(section['section'], place, `${key}.`)
  const narrative = hasNarrative(section['text']) ? section['text'] : undefined
  const isBare =
    items.length === 0 && missing.length === 0 && sections.length === 0 && narrative === undefined
  return {
    key,
    address: `${place.composition.ref} ${key}`,
    ...titled(section, place),
    codes: codesOf(section['code']),
    emptyReason: reasonCodes(section['emptyReason'], place),
    saysMore: narrative !== undefined && SAYS_MORE.has(narrativeStatus(section['text']) ?? ''),
    remarks: [
      ...emptyRemarks(section['emptyReason'], isBare, place),
      ...statementRemarks(items, place),
      ...narrativeRemarks(section['text'], narrative, items, place),
    ],
    ...(narrative !== undefined && { narrative }),
    view: viewOf(section['text'], narrative, items, missing),
    items,
    tables: toTables(items, f.bundle, f.context),
    missing,
    sections,
  }
}

/**
 * The sender's title, else the name of the section's code, else the code. Where the document is in another language
 * than the reader's, the name is told as well, but never instead: "Documents" once stood over a functional status.
 */
function titled(section: FhirRecord, place: Place): Pick<SectionModel, 'title' | 'fields'> {
  const { f, t, composition, isForeign } = place
  const own = f.text(section['title'], section['_title'])
  const kind = codesOf(section['code'])
    .map(sectionWords(f.speech.language))
    .find((words) => words !== undefined)
  const title = own ?? kind ?? f.code(section['code'], composition) ?? t('untitledSection')
  const notes = extensionsNamed(section, 'note').map((note) => f.value(note, 'value', composition))
  const fields: readonly (readonly [string, string | undefined])[] = [
    [t('sectionKind'), isForeign && kind?.toLowerCase() !== title.toLowerCase() ? kind : undefined],
    [t('sectionAuthor'), f.reference(section['author'], composition)],
    [t('sectionFocus'), f.reference(section['focus'], composition)],
    [t('sectionMode'), f.status(section['mode'])],
    [t('sectionOrder'), f.code(section['orderedBy'])],
    ...notes.map((note) => [t('sectionNote'), note] as const),
  ]
  return {
    title,
    fields: fields.flatMap(([label, value]) => (value === undefined ? [] : { label, value })),
  }
}

const EMPTY_REASONS = {
  nilknown: { message: 'none_nilknown', severity: 'info' },
  notasked: { message: 'none_notasked', severity: 'warning' },
  withheld: { message: 'none_withheld', severity: 'warning' },
  unavailable: { message: 'none_unavailable', severity: 'warning' },
  notstarted: { message: 'none_notstarted', severity: 'warning' },
  closed: { message: 'none_closed', severity: 'warning' },
} as const

function reasonCodes(reason: unknown, { f }: Place): readonly string[] {
  const codes = bareCodes(reason).map((code) => code.toLowerCase())
  const words = codes.some((code) => Object.hasOwn(EMPTY_REASONS, code)) ? undefined : f.code(reason)
  return words === undefined ? codes : [words]
}

/** "None known", "no information", "not asked" and "withheld" are four different answers, and no answer is a fifth. */
function emptyRemarks(reason: unknown, isBare: boolean, { f, t }: Place): readonly Remark[] {
  const words = f.code(reason)
  if (words === undefined) return isBare ? [{ severity: 'warning', text: t('sectionEmpty') }] : []
  const code = bareCodes(reason)
    .map((name) => name.toLowerCase())
    .find((name): name is keyof typeof EMPTY_REASONS => Object.hasOwn(EMPTY_REASONS, name))
  if (code === undefined) return [{ severity: 'warning', text: t('none_other', { reason: words }) }]
  const { message, severity } = EMPTY_REASONS[code]
  const said = flatList(field(reason, 'text')).flatMap((part) => text(part) ?? [])
  const sentence = t(message)
  return [
    {
      severity,
      text: said.length === 0 ? sentence : t('noneWithText', { text: sentence, words: said.join('; ') }),
    },
  ]
}

/** Entries that state an absence are said in a sentence as well: in a table, "no information" looks like a finding. */
function statementRemarks(items: readonly BundleItem[], { f, t }: Place): readonly Remark[] {
  const stated = items.map((item) => ({ item, absence: absenceOf(item, f) }))
  if (stated.every(({ absence }) => absence === undefined)) return []
  const standing = stated.filter(({ item }) => {
    const { state } = standingOf(item.resource, f)
    return state === 'active' || state === 'negated'
  })
  const isContradicted = standing.some(({ absence }) => absence === undefined)
  return standing.flatMap(({ item, absence }): Remark | readonly Remark[] => {
    const words = f.label(item.resource, item)
    if (absence === undefined || absence === 'none-of-a-part-known' || words === undefined) return []
    if (absence === 'no-information') {
      return { severity: 'warning', text: t('statedNoInformation', { text: words }) }
    }
    return isContradicted
      ? { severity: 'error', text: t('contradiction', { text: words }) }
      : { severity: 'info', text: t('statedNone', { text: words }) }
  })
}

const SAYS_MORE: ReadonlySet<string> = new Set(['additional', 'extensions'])

function narrativeRemarks(
  sent: unknown,
  narrative: unknown,
  items: readonly BundleItem[],
  { t }: Place,
): readonly Remark[] {
  if (narrative === undefined) {
    const unreadable = isRecord(field(sent, 'div')) || list(field(sent, 'div')).some(isRecord)
    return unreadable ? [{ severity: 'warning', text: t('textUnreadable') }] : []
  }
  const more = SAYS_MORE.has(narrativeStatus(sent) ?? '') && items.length > 0
  return more ? [{ severity: 'info', text: t('textHasMore') }] : []
}

/**
 * Structured data first where both are there, unless the text says more than they do, or they are not all there.
 * Source: founding checklist M84 and M86; notes on rendering, 1.5.
 */
function viewOf(
  sent: unknown,
  narrative: unknown,
  items: readonly BundleItem[],
  missing: readonly string[],
): SectionModel['view'] {
  if (narrative === undefined) return 'coded'
  if (items.length === 0 || missing.length > 0) return 'text'
  return SAYS_MORE.has(narrativeStatus(sent) ?? '') ? 'text' : 'coded'
}
