import { itemsOf, typeOf, type BundleItem, type OrganizedBundle } from '../organizeResources'
import { codesOf } from './code'
import { dateSortKey } from './date'
import { choicesOf, field, flatList, list, record, records, text, type FhirRecord } from './shape'

/** What kind of someone or something had a part in a piece of data. */
export type AgentKind = 'patient' | 'relative' | 'clinician' | 'organization' | 'device'

/** Somebody's part in a piece of data, as a Provenance states it. */
export interface Agent {
  /** `undefined`: nothing tells. */
  readonly kind: AgentKind | undefined
  /** A Reference as received, or whatever stands in its place. */
  readonly who: unknown
  readonly onBehalfOf: unknown
  /** Coded elements that say what they did: author, informant, transmitter, … */
  readonly roles: readonly unknown[]
}

/** What something was made from. */
export interface Entity {
  /** As sent: `derivation`, `revision`, `quotation`, `source` or `removal`. */
  readonly role: string | undefined
  readonly what: unknown
  readonly agents: readonly Agent[]
}

/** One Provenance, as it tells of one entry. */
export interface ProvenanceStep {
  /** The entry to follow references from: the Provenance, or what contains it. */
  readonly item: BundleItem
  readonly provenance: FhirRecord
  /** The version of the entry that is meant, where the entry itself states another one. */
  readonly otherVersion?: string
  /** Epoch milliseconds of when it happened, else of when it was recorded; for sorting alone. */
  readonly sortKey: number | undefined
  readonly agents: readonly Agent[]
  readonly entities: readonly Entity[]
  /** A digital signature is there. Nobody has checked it. */
  readonly signed: boolean
}

export interface ProvenanceIndex {
  /** What is told of an entry, oldest first, undated last. */
  readonly of: (item: BundleItem) => readonly ProvenanceStep[]
  /** What is told of the bundle as a whole: of itself or of its Compositions. */
  readonly ofRecord: readonly ProvenanceStep[]
}

const indexes = new WeakMap<OrganizedBundle, ProvenanceIndex>()

/**
 * Who did what and when, by the entry it is about. Versioned targets (`/_history/2`) find their entry, contained
 * Provenances count, and one that tells of many entries is found from each. Made once per bundle. Total.
 * Source: FHIR R4, Provenance; with the names that STU3 and DSTU2 have for an agent.
 */
export function provenanceOf(bundle: OrganizedBundle): ProvenanceIndex {
  const known = indexes.get(bundle)
  if (known) return known
  const index = createIndex(bundle)
  indexes.set(bundle, index)
  return index
}

function createIndex(bundle: OrganizedBundle): ProvenanceIndex {
  const byItem = new Map<BundleItem, ProvenanceStep[]>()
  const ofRecord: ProvenanceStep[] = []
  for (const { item, provenance } of provenancesIn(bundle)) {
    const step = stepOf(item, provenance, bundle)
    for (const target of flatList(provenance['target'])) {
      const found = bundle.resolve(target, item)
      const about = found?.kind === 'entry' ? found.item : undefined
      if (about) add(byItem, about, { ...step, ...otherVersion(target, about) })
      if (about ? typeOf(about.resource) === 'Composition' : isBundle(target, bundle)) ofRecord.push(step)
    }
  }
  const sorted = new Map([...byItem].map(([item, steps]) => [item, inOrder(steps)]))
  return { of: (item) => sorted.get(item) ?? [], ofRecord: inOrder([...new Set(ofRecord)]) }
}

function add(steps: Map<BundleItem, ProvenanceStep[]>, item: BundleItem, step: ProvenanceStep): void {
  const known = steps.get(item)
  if (!known) steps.set(item, [step])
  else if (!known.some(({ provenance }) => provenance === step.provenance)) known.push(step)
}

const inOrder = (steps: readonly ProvenanceStep[]): readonly ProvenanceStep[] =>
  steps.toSorted(
    (a, b) => (a.sortKey ?? Number.POSITIVE_INFINITY) - (b.sortKey ?? Number.POSITIVE_INFINITY) || 0,
  )

interface Found {
  readonly item: BundleItem
  readonly provenance: FhirRecord
}

const provenancesIn = (bundle: OrganizedBundle): readonly Found[] => [
  ...itemsOf(bundle, 'Provenance').map((item) => ({ item, provenance: item.resource })),
  ...bundle.items.flatMap((item) =>
    records(item.resource.contained)
      .filter(({ resourceType }) => resourceType === 'Provenance')
      .map((provenance) => ({ item, provenance })),
  ),
]

function stepOf(item: BundleItem, provenance: FhirRecord, bundle: OrganizedBundle): ProvenanceStep {
  const moments = [...choicesOf(provenance, 'occurred').map(({ value }) => value), provenance['period']]
  return {
    item,
    provenance,
    sortKey: [...moments, provenance['recorded']].map(dateSortKey).find((key) => key !== undefined),
    agents: records(provenance['agent']).map((agent) => agentOf(agent, item, bundle)),
    entities: records(provenance['entity']).map((entity) => ({
      role: codesOf(entity['role'])[0],
      what: firstOf(entity, 'what', 'whatReference', 'whatIdentifier', 'whatUri', 'reference'),
      agents: records(entity['agent']).map((agent) => agentOf(agent, item, bundle)),
    })),
    signed: list(provenance['signature']).length > 0,
  }
}

const firstOf = (holder: FhirRecord, ...names: readonly string[]): unknown =>
  names.map((name) => holder[name]).find((value) => value !== undefined && value !== null)

function agentOf(agent: FhirRecord, item: BundleItem, bundle: OrganizedBundle): Agent {
  const who = firstOf(agent, 'who', 'whoReference', 'whoUri', 'actor')
  const roles = [...flatList(agent['type']), ...flatList(agent['role'])]
  const assembles = roles.flatMap(codesOf).includes('assembler')
  return {
    kind: kindOf(who, item, bundle) ?? (assembles ? 'device' : undefined),
    who,
    onBehalfOf: firstOf(agent, 'onBehalfOf', 'onBehalfOfReference', 'onBehalfOfUri'),
    roles,
  }
}

const KINDS: ReadonlyMap<string, AgentKind> = new Map([
  ['Patient', 'patient'],
  ['RelatedPerson', 'relative'],
  ['Practitioner', 'clinician'],
  ['PractitionerRole', 'clinician'],
  ['CareTeam', 'clinician'],
  ['Organization', 'organization'],
  ['HealthcareService', 'organization'],
  ['Device', 'device'],
])

/** What a reference leads to; where that is not included, what the reference says of it. */
export function kindOf(reference: unknown, from: BundleItem, bundle: OrganizedBundle): AgentKind | undefined {
  const found = bundle.resolve(reference, from)
  if (found) return KINDS.get(typeOf(found.resource))
  const address = text(field(reference, 'reference')) ?? text(reference)
  const type = text(record(reference)?.['type']) ?? typeInAddress(address)
  return type === undefined ? undefined : KINDS.get(type)
}

/** `Practitioner` of `https://ehr.example/fhir/Practitioner/7/_history/2`. */
const typeInAddress = (address: string | undefined): string | undefined =>
  /(?:^|\/)([A-Za-z]+)\/[^/]+(?:\/_history\/[^/]+)?$/.exec(address?.slice(-300) ?? '')?.[1]

/** A target that names one version of an entry that says it is another one. */
function otherVersion(target: unknown, about: BundleItem): { readonly otherVersion?: string } {
  const address = text(field(target, 'reference')) ?? text(target) ?? ''
  const version = /\/_history\/([^/]+)$/.exec(address)?.[1]
  const own = text(field(about.resource.meta, 'versionId'))
  return version !== undefined && own !== undefined && own !== version ? { otherVersion: version } : {}
}

function isBundle(target: unknown, { bundle }: OrganizedBundle): boolean {
  const id = text(bundle['id'])
  const address = (text(field(target, 'reference')) ?? text(target) ?? '').replace(/\/_history\/[^/]*$/, '')
  return (
    id !== undefined && (address === id || address.endsWith(`Bundle/${id}`) || address.endsWith(`:${id}`))
  )
}
