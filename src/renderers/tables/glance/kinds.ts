import { extensionsNamed } from '../../../core/fhir/extension'
import { codesOf } from '../../../core/fhir/code'
import { dateSortKey, periodState } from '../../../core/fhir/date'
import { field, flatList } from '../../../core/fhir/shape'
import { typeOf, type BundleItem } from '../../../core/organizeResources'
import type { Translate } from '../../../i18n/defineMessages'
import type { Format } from '../format'
import { bareCodes } from '../formatCode'
import { joined, withRemarks } from '../lines'
import { messages, type english } from '../messagesGlance'
import type { RowMark } from '../table'
import type { GlanceSection } from './types'

/** One kind of thing that a reader looks for first. */
export interface Kind {
  readonly id: 'alerts' | 'allergies' | 'problems' | 'medications' | 'pregnancy' | 'devices' | 'directives'
  /** Codes (LOINC) of the sections that it stands in. */
  readonly sections: readonly string[]
  readonly types: readonly string[]
  /** Its absence is something to know: a summary without it is told to lack it. */
  readonly isExpected: boolean
  /** Which of the entries of these types are meant. */
  readonly includes: (item: BundleItem, f: Format, sections: readonly GlanceSection[]) => boolean
  /** Which of them may be listed; the others are counted. */
  readonly isCurrent: (item: BundleItem) => boolean
  /** A smaller number comes first. */
  readonly rank: (item: BundleItem) => number
  /** What belongs to the name. */
  readonly detail: (item: BundleItem, f: Format) => string | undefined
  readonly marks: (item: BundleItem, f: Format, t: Translate<typeof english>) => readonly RowMark[]
}

const kind = (own: Pick<Kind, 'id' | 'sections' | 'types'> & Partial<Kind>): Kind => ({
  isExpected: false,
  includes: () => true,
  isCurrent: () => true,
  rank: () => 0,
  detail: () => undefined,
  marks: () => [],
  ...own,
})

const isHigh = ({ resource }: BundleItem): boolean => bareCodes(resource['criticality']).includes('high')

const isSevere = ({ resource }: BundleItem): boolean =>
  flatList(resource['reaction']).some((reaction) => bareCodes(field(reaction, 'severity')).includes('severe'))

const reactions = ({ resource }: BundleItem, f: Format): string | undefined =>
  joined([
    ...new Set(
      flatList(resource['reaction']).map(
        (reaction) => f.code(field(reaction, 'manifestation')) ?? f.text(field(reaction, 'description')),
      ),
    ),
  ])

const allergyMarks: Kind['marks'] = (item, _f, t) => [
  ...(isHigh(item) ? [{ code: 'high-criticality', tone: 'error', text: t('highCriticality') } as const] : []),
  ...(isSevere(item) ? [{ code: 'severe-reaction', tone: 'error', text: t('severeReaction') } as const] : []),
]

/** SNOMED CT: severe. */
const SEVERE: ReadonlySet<string> = new Set(['24484000', 'severe', 'LA6750-9'])

const problemMarks: Kind['marks'] = ({ resource }, _f, t) =>
  codesOf(resource['severity']).some((code) => SEVERE.has(code))
    ? [{ code: 'severe', tone: 'warning', text: t('severe') }]
    : []

const FLAG_ORDER = ['PH', 'high-priority', 'PM', 'medium-priority', 'PL', 'low-priority', 'PN']

function flagRank({ resource }: BundleItem): number {
  const codes = extensionsNamed(resource, 'flag-priority').flatMap((extension) =>
    bareCodes(extension['valueCodeableConcept']),
  )
  const place = FLAG_ORDER.findIndex((code) => codes.includes(code))
  return place === -1 ? FLAG_ORDER.length : place
}

/** What is taken or ordered over time; a single administration says nothing about today. */
const COURSES: ReadonlySet<string> = new Set(['MedicationStatement', 'MedicationUsage', 'MedicationRequest'])

/** LOINC: pregnancy status, and the estimated date of delivery. */
const PREGNANCY: ReadonlySet<string> = new Set(['82810-3', '11778-8', '11779-6', '11780-4', '57064-0'])

const newestFirst = ({ resource }: BundleItem): number =>
  -(dateSortKey(resource['effectiveDateTime']) ?? dateSortKey(resource['issued']) ?? Number.NEGATIVE_INFINITY)

/** A status, and when it was so: a pregnancy of two years ago is none. */
const valueAndDate: Kind['detail'] = (item, f) =>
  withRemarks(f.value(item.resource, 'value', item), [f.value(item.resource, 'effective', item)], f)

const inSection =
  (...codes: readonly string[]): Kind['includes'] =>
  (item, _f, sections) =>
    sections.some(
      (section) => section.items.includes(item) && section.codes.some((code) => codes.includes(code)),
    )

/** Consents are about many things; these are about what is to be done when a patient cannot say so. */
const isDirective: Kind['includes'] = (item, f, sections) =>
  inSection('42348-3', '42349-0')(item, f, sections) ||
  [...codesOf(item.resource['category']), ...codesOf(item.resource['scope'])].some((code) =>
    ['acd', 'adr', 'dnr', 'emrgonly', 'hcd', 'polst', '42348-3', '42349-0'].includes(code.toLowerCase()),
  )

/** A statement may be called active although the period that it gives is over. */
const periodOver: Kind['detail'] = ({ resource }, f) => {
  const period = resource['effectivePeriod']
  if (periodState(period, f.context.now) !== 'past') return undefined
  const words = f.period(period)
  return words === undefined ? undefined : messages(f.speech.language)('until', { period: words })
}

/** In clinical order. Source: notes on rendering, 1.2. */
export const KINDS: readonly Kind[] = [
  kind({ id: 'alerts', sections: ['104605-1'], types: ['Flag'], rank: flagRank }),
  kind({
    id: 'allergies',
    sections: ['48765-2'],
    types: ['AllergyIntolerance'],
    isExpected: true,
    rank: (item) => -2 * Number(isHigh(item)) - Number(isSevere(item)),
    detail: reactions,
    marks: allergyMarks,
  }),
  kind({
    id: 'problems',
    sections: ['11450-4'],
    types: ['Condition'],
    isExpected: true,
    rank: ({ resource }) => -Number(codesOf(resource['severity']).some((code) => SEVERE.has(code))),
    marks: problemMarks,
  }),
  kind({
    id: 'medications',
    sections: ['10160-0'],
    types: [...COURSES, 'MedicationAdministration', 'MedicationDispense'],
    isExpected: true,
    isCurrent: ({ resource }) => COURSES.has(typeOf(resource)),
    detail: periodOver,
  }),
  kind({
    id: 'pregnancy',
    sections: ['10162-6', '11362-0'],
    types: ['Observation'],
    includes: ({ resource }) => codesOf(resource['code']).some((code) => PREGNANCY.has(code)),
    rank: newestFirst,
    detail: valueAndDate,
  }),
  kind({
    id: 'devices',
    sections: ['46264-8'],
    types: ['DeviceUseStatement', 'DeviceUsage', 'Device'],
    includes: (item, f, sections) =>
      typeOf(item.resource) !== 'Device' || inSection('46264-8')(item, f, sections),
  }),
  kind({
    id: 'directives',
    sections: ['42348-3', '42349-0'],
    types: ['Consent', 'DocumentReference'],
    includes: (item, f, sections) =>
      typeOf(item.resource) === 'Consent'
        ? isDirective(item, f, sections)
        : inSection('42348-3', '42349-0')(item, f, sections),
  }),
]
