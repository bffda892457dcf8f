import { typeOf, type BundleItem } from '../../../core/organizeResources'
import { absenceOf, type Absence } from '../absence'
import type { Format } from '../format'
import type { Goal } from '../GoTo'
import { isInactive, standingOf, type Standing } from '../marks'
import { messages } from '../messagesGlance'
import { KINDS, type Kind } from './kinds'
import { byPerson, marksOfPerson, othersGroup } from './ofOne'
import { resultsGroup } from './results'
import { sectionNotes } from './sectionNotes'
import type { GlanceGroup, GlanceItem, GlanceNote, GlancePlace, GlanceSection, GlanceSource } from './types'
import { latestVaccinations, vaccinationsDue } from './vaccinations'

/**
 * What matters in ten seconds, in clinical order. Empty where there is nothing to be seen at a glance: a record of
 * vaccinations is short enough by itself. Pure, and total for any JSON.
 * Source: notes on rendering, 1.2, 1.3 and 7.6.
 */
export function toGlance(whole: GlanceSource, f: Format): readonly GlanceGroup[] {
  const people = byPerson(whole, f)
  if (!people) return []
  const source = { ...whole, items: people.own }
  const place: GlancePlace = { f, t: messages(f.speech.language), source }
  const isClinical =
    source.isSummary === true ||
    source.items.some(({ resource }) => CORE_TYPES.has(typeOf(resource))) ||
    KINDS.some((kind) => kind.isExpected && sectionsOf(kind, place).length > 0)
  if (!isClinical) return []
  return [
    ...KINDS.map((kind) => toGroup(kind, place)),
    resultsGroup(place),
    vaccinationsDue(place),
    latestVaccinations(place),
    othersGroup(people.others, place),
  ].filter((group) => group !== undefined)
}

const CORE_TYPES: ReadonlySet<string> = new Set(
  KINDS.flatMap(({ isExpected, types }) => (isExpected ? types : [])).concat('Flag'),
)

const sectionsOf = ({ sections }: Kind, { source }: GlancePlace): readonly GlanceSection[] =>
  (source.sections ?? []).filter(({ codes }) => codes.some((code) => sections.includes(code)))

interface Judged {
  readonly item: BundleItem
  readonly standing: Standing
  readonly absence: Absence | undefined
}

function toGroup(kind: Kind, place: GlancePlace): GlanceGroup | undefined {
  const { f, t } = place
  const own = ownItems(kind, place)
  const sections = sectionsOf(kind, place)
  if (own.length === 0 && sections.length === 0 && !kind.isExpected) return undefined
  const judged = own.map((item) => ({
    item,
    standing: standingOf(item.resource, f),
    absence: absenceOf(item, f),
  }))
  const stated = judged.filter(({ absence }) => absence === undefined)
  const absences = judged.filter(({ absence, standing }) => absence !== undefined && !isInactive(standing))
  const past = pastItems(place)
  const isCurrent = ({ item, standing }: Judged): boolean =>
    isListed(standing) && !past.has(item) && kind.isCurrent(item)
  const current = stated.filter(isCurrent)
  const items = merged(
    current
      .toSorted((a, b) => kind.rank(a.item) - kind.rank(b.item))
      .map(({ item, standing }) => toItem(kind, item, standing, place)),
    place,
  )
  return {
    id: kind.id,
    title: t(kind.id),
    items,
    notes: [
      ...absenceNotes(absences, items.length > 0, place),
      ...(own.length === 0 && sections.length === 0
        ? [
            {
              kind: 'unknown',
              text: t(place.source.sections ? 'notIncludedInDocument' : 'notIncluded'),
            } as const,
          ]
        : sectionNotes(sections, own, place)),
      ...(items.length === 0 && stated.length > 0
        ? [{ kind: 'unknown', text: t('noneCurrent', { count: stated.length }) } as const]
        : []),
      ...unlisted(
        stated.filter((one) => !isCurrent(one)),
        place,
      ),
    ],
  }
}

const ownItems = (kind: Kind, { f, source }: GlancePlace): readonly BundleItem[] =>
  source.items.filter(
    (item) => kind.types.includes(typeOf(item.resource)) && kind.includes(item, f, source.sections ?? []),
  )

/** LOINC: history of past problems. What stands there alone is over, unless it says how it stands: a tumour in remission is worth knowing. */
const PAST = '11348-0'

function pastItems({ source }: GlancePlace): ReadonlySet<BundleItem> {
  const [past, present] = [new Set<BundleItem>(), new Set<BundleItem>()]
  for (const { codes, items } of source.sections ?? []) {
    for (const item of items) (codes.includes(PAST) ? past : present).add(item)
  }
  return new Set(
    [...past].filter((item) => !present.has(item) && item.resource['clinicalStatus'] === undefined),
  )
}

const isListed = (standing: Standing): boolean => !isInactive(standing) && !isQualified(standing)

/** A qualifier that nobody understands may turn the meaning around: such an entry is told, but not counted. */
const isQualified = ({ marks }: Standing): boolean =>
  marks.some(({ code }) => code === 'unknown-modifier' || code === 'implicit-rules')

function toItem(kind: Kind, item: BundleItem, standing: Standing, place: GlancePlace): GlanceItem {
  const { f, t } = place
  const name = f.label(item.resource, item) ?? f.speech.type(typeOf(item.resource)) ?? item.ref
  const detail = kind.detail(item, f)
  return {
    ref: item.ref,
    text: name,
    ...(detail !== undefined && { detail }),
    marks: [
      ...marksOfPerson(item, place),
      ...kind.marks(item, f, t),
      ...standing.marks.filter(({ code, tone }) => tone !== 'neutral' && !QUIET.has(code)),
    ],
  }
}

/** Marks that belong to the entry, and decide nothing at a glance. */
const QUIET: ReadonlySet<string> = new Set(['restricted', 'R', 'V', 'PATAST', 'completed'])

/** Entries that say the same, such as every renewal of a prescription, are one thing to know. */
function merged(items: readonly GlanceItem[], { t }: GlancePlace): readonly GlanceItem[] {
  const byWords = new Map<string, { readonly item: GlanceItem; count: number }>()
  for (const item of items) {
    const words = [item.text, item.detail, item.date, ...item.marks.map(({ text }) => text)]
      .join('\n')
      .toLowerCase()
    const known = byWords.get(words)
    if (known) known.count += 1
    else byWords.set(words, { item, count: 1 })
  }
  return [...byWords.values()].map(({ item, count }) =>
    count === 1 ? item : { ...item, text: t('times', { text: item.text, count }) },
  )
}

/** "None known", "none of a part known" and "nothing known" are three different statements. */
function absenceNotes(
  absences: readonly Judged[],
  hasItems: boolean,
  { f, t }: GlancePlace,
): readonly GlanceNote[] {
  return absences.flatMap(({ item, absence }): GlanceNote | readonly GlanceNote[] => {
    const words = f.label(item.resource, item)
    if (words === undefined) return []
    const goal: Goal = { kind: 'ref', ref: item.ref }
    if (absence === 'no-information')
      return { kind: 'unknown', text: t('statedNothingKnown', { text: words }), goal }
    const isContradicted = absence === 'none-known' && hasItems
    return isContradicted
      ? { kind: 'error', text: t('contradiction', { text: words }), goal }
      : { kind: 'none', text: words, goal }
  })
}

/** What is there and not listed is counted, by the reason why, and leads to the first of it. */
function unlisted(others: readonly Judged[], { t }: GlancePlace): readonly GlanceNote[] {
  const qualified = others.filter(({ standing }) => isQualified(standing))
  const plain = others.filter(({ standing }) => !isQualified(standing))
  const retracted = plain.filter(({ standing }) => standing.state === 'retracted')
  const over = plain.filter(({ standing }) => standing.state !== 'retracted')
  const groups = [
    ['error', 'qualified', qualified],
    ['aside', 'notCurrent', over],
    ['aside', 'retracted', retracted],
  ] as const
  return groups.flatMap(([kind, message, ones]) => {
    const [first] = ones
    if (!first) return []
    const goal: Goal = { kind: 'ref', ref: first.item.ref }
    return { kind, text: t(message, { count: ones.length }), goal }
  })
}
