import { dateSortKey } from '../../core/fhir/date'
import { flatList, record, text } from '../../core/fhir/shape'
import type { Resource } from '../../core/fhir/types'
import { itemsOf, typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import { absenceOf } from './absence'
import { datesOf, HAPPENED_AT, NONE, SLACK } from './contradictions'
import type { Format } from './format'
import { isInactive, standingOf } from './marks'
import type { RowMark } from './table'

/** What "none known" of one type is contradicted by. */
const KINDS: readonly (readonly string[])[] = [
  ['AllergyIntolerance'],
  ['Condition'],
  ['MedicationStatement', 'MedicationRequest', 'MedicationAdministration', 'MedicationDispense'],
  ['Immunization'],
  ['Procedure'],
  ['DeviceUseStatement'],
]

/** Entries that state that nothing of their kind is known, while others of that kind hold. */
const contradictedIn = (items: readonly BundleItem[], f: Format): ReadonlySet<BundleItem> =>
  new Set(
    KINDS.flatMap((types) => {
      const own = items.filter(({ resource }) => types.includes(typeOf(resource)))
      const judged = own.map((item) => ({ item, absence: safely(() => absenceOf(item, f)) }))
      const denying = judged.filter(({ absence }) => absence === 'none-known').map(({ item }) => item)
      const isDenied = judged.some(({ item, absence }) => absence === undefined && stands(item, f))
      return denying.length > 0 && isDenied ? denying : []
    }),
  )

const stands = ({ resource }: BundleItem, f: Format): boolean =>
  safely(() => !isInactive(standingOf(resource, f))) === true

/** Facts of a record are made of all its entries: one that cannot be read must not take the others with it. */
function safely<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** What concerns the whole record: of whom its entries speak, and who has died when. */
interface RecordFacts {
  /** By what the entries call their subject: whom it leads to. One or none where all speak of one person. */
  readonly subjects: ReadonlyMap<string, Resource | undefined>
  /** Whom the record as a whole is about: what is about that one needs no mark. */
  readonly owner?: Resource
  /** Epoch milliseconds, by Patient. */
  readonly deaths: ReadonlyMap<Resource, number>
  /** Entries that state that nothing of their kind is known, while others of that kind hold. */
  readonly contradicted: ReadonlySet<BundleItem>
}

/** Once for each record, not for each of its rows. */
const known = new WeakMap<OrganizedBundle, RecordFacts>()

function factsOf(f: Format): RecordFacts {
  const facts = known.get(f.bundle) ?? readFacts(f)
  known.set(f.bundle, facts)
  return facts
}

function readFacts(f: Format): RecordFacts {
  const { bundle } = f
  const subjects = new Map<string, Resource | undefined>()
  for (const item of bundle.items) {
    const name = safely(() => subjectOf(item.resource))
    if (name === undefined || subjects.has(name)) continue
    subjects.set(name, bundle.resolve(name, item)?.resource)
  }
  const deaths = itemsOf(bundle, 'Patient').flatMap(({ resource }) => {
    const died = safely(() => dateSortKey(resource['deceasedDateTime']))
    return died === undefined ? [] : [[resource, died] as const]
  })
  const owner = ownerOf(bundle, subjects)
  const contradicted = contradictedIn(bundle.items, f)
  return { subjects, ...(owner && { owner }), deaths: new Map(deaths), contradicted }
}

/** A document names whom it is about at its head; elsewhere it is the one Patient among those that entries speak of. */
function ownerOf(
  { items }: OrganizedBundle,
  subjects: ReadonlyMap<string, Resource | undefined>,
): Resource | undefined {
  const [head] = items
  const address = head && typeOf(head.resource) === 'Composition' ? subjectOf(head.resource) : undefined
  const named = address === undefined ? undefined : subjects.get(address)
  if (named && typeOf(named) === 'Patient') return named
  const included = [...new Set(subjects.values())].filter((subject) => subject !== undefined)
  return included.length === 1 ? included[0] : undefined
}

/** The address of whom an entry is about; groups, devices and places are nobody. */
function subjectOf(resource: Resource): string | undefined {
  const [subject] = flatList(resource['subject'] ?? resource['patient'])
  const address = text(record(subject)?.['reference'])
  const type = text(record(subject)?.['type'])
  return address === undefined || (type !== undefined && type !== 'Patient') ? undefined : address
}

/**
 * What an entry is in its record: denied by another one, about another person than the entries beside it, or later than
 * a death. Empty for nearly all.
 */
export function marksInRecord(item: BundleItem, f: Format): readonly RowMark[] {
  const { subjects, deaths, contradicted } = factsOf(f)
  const denied: readonly RowMark[] = contradicted.has(item)
    ? [{ code: 'contradicted', tone: 'error', text: f.speech.t('mark_contradicted') }]
    : NONE
  if (subjects.size === 0 || (subjects.size === 1 && deaths.size === 0)) return denied
  const address = subjectOf(item.resource)
  if (address === undefined) return denied
  const subject = subjects.get(address)
  return [
    ...denied,
    ...aboutMark(address, subject, f),
    ...afterDeath(item, subject && deaths.get(subject), f),
  ]
}

function aboutMark(address: string, subject: Resource | undefined, f: Format): readonly RowMark[] {
  const { subjects, owner } = factsOf(f)
  const people = new Set([...subjects].map(([name, resource]) => resource ?? name))
  if (people.size < 2 || (subject !== undefined && subject === owner)) return NONE
  if (subject && typeOf(subject) !== 'Patient') return NONE
  const name = (subject && f.label(subject)) ?? f.speech.t('notIncluded', { text: address })
  return [{ code: 'about', tone: 'warning', text: f.speech.t('mark_about', { name }) }]
}

function afterDeath(item: BundleItem, died: number | undefined, f: Format): readonly RowMark[] {
  const names = HAPPENED_AT.get(typeOf(item.resource))
  if (died === undefined || !names) return NONE
  return datesOf(item.resource, names).some((date) => date > died + SLACK)
    ? [{ code: 'after-death', tone: 'warning', text: f.speech.t('mark_afterDeath') }]
    : NONE
}
