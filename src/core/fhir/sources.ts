import { typeOf, type BundleItem, type OrganizedBundle } from '../organizeResources'
import { codesOf } from './code'
import { kindOf, provenanceOf, type Agent, type AgentKind } from './provenance'
import { field, flatList, list, records, text } from './shape'

/** Who says what an entry says, and how that is known. */
export interface Source {
  readonly kind: AgentKind | undefined
  /** label: a security label says so · provenance: a Provenance · element: an element of the entry itself. */
  readonly basis: 'label' | 'provenance' | 'element'
  /** The code of the label, the first role of the agent, or the name of the element. */
  readonly by: string
  /** A Reference as received; `undefined` when only the kind is known. */
  readonly who: unknown
  /** The entry from which `who` is followed. */
  readonly from: BundleItem
}

/**
 * Security labels that tell who asserted or reported something.
 * Source: HL7 v3 ActCode, `SecurityIntegrityProvenanceAssertedBy` and `…ReportedBy`.
 */
const LABELS: ReadonlyMap<string, AgentKind> = new Map([
  ['PATAST', 'patient'],
  ['PATRPT', 'patient'],
  ['PACQAST', 'relative'],
  ['PACQRPT', 'relative'],
  ['SDMAST', 'relative'],
  ['SDMRPT', 'relative'],
  ['CLINAST', 'clinician'],
  ['CLINRPT', 'clinician'],
  ['HCPAST', 'clinician'],
  ['HCPRPT', 'clinician'],
  ['PROAST', 'clinician'],
  ['PRORPT', 'clinician'],
  ['PAYAST', 'organization'],
  ['PAYRPT', 'organization'],
  ['DEVAST', 'device'],
  ['DEVRPT', 'device'],
])

/** Elements that name whom something comes from. */
const INFORMANTS = ['informationSource', 'asserter', 'informant', 'reportedReference']
/** Elements that name who made or wrote it down; only where that is as good as saying it. */
const MAKERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Observation', ['performer', 'device']],
  ['DiagnosticReport', ['performer']],
  ['QuestionnaireResponse', ['source', 'author']],
  ['DocumentReference', ['author']],
  ['Communication', ['sender']],
  ['CarePlan', ['author']],
  ['Flag', ['author']],
  ['Goal', ['expressedBy']],
  ['Consent', ['performer']],
])

/**
 * Everyone who is said to be behind an entry: labels first, then Provenances, then its own elements. Those who only
 * passed it on or keep it are not among them. Each once. Pure and total.
 */
export function sourcesOf(item: BundleItem, bundle: OrganizedBundle): readonly Source[] {
  const all = [...labelSources(item), ...provenanceSources(item, bundle), ...elementSources(item, bundle)]
  return all.filter(
    (source, index) =>
      all.findIndex((other) => other.basis === source.basis && isSame(other, source, bundle)) === index,
  )
}

/** Both name the same one, as far as references tell. */
export function isSame(a: Source, b: Source, bundle: OrganizedBundle): boolean {
  return a.kind === b.kind && keyOf(a, bundle) === keyOf(b, bundle)
}

/** What tells one source from another: the entry it leads to, else its address, else its display. */
function keyOf({ who, from }: Source, bundle: OrganizedBundle): string {
  const found = bundle.resolve(who, from)
  if (found?.kind === 'entry') return `entry ${found.item.position}`
  const address = text(field(who, 'reference')) ?? text(who) ?? ''
  if (found) return `contained ${from.position} ${address}`
  return [address, text(field(who, 'display')), text(field(field(who, 'identifier'), 'value'))].join(' ')
}

const labelSources = (item: BundleItem): readonly Source[] =>
  records(item.resource.meta)
    .flatMap(({ security }) => flatList(security).flatMap(codesOf))
    .flatMap((code) => {
      const kind = LABELS.get(code)
      return kind ? { kind, basis: 'label', by: code, who: undefined, from: item } : []
    })

/** Roles of those who passed something on, keep it or received it. */
const CARRIERS: ReadonlySet<string> = new Set(['transmitter', 'custodian', 'TRANS', 'CST', 'IRCP', 'PRCP'])
const INFORMS: ReadonlySet<string> = new Set(['informant', 'INF'])

function provenanceSources(item: BundleItem, bundle: OrganizedBundle): readonly Source[] {
  return provenanceOf(bundle)
    .of(item)
    .flatMap(({ agents, item: from }) =>
      speakersOf(agents).map((agent): Source => ({
        kind: agent.kind,
        basis: 'provenance',
        by: agent.roles.flatMap(codesOf)[0] ?? '',
        who: agent.who,
        from,
      })),
    )
}

const has = (agent: Agent, codes: ReadonlySet<string>): boolean =>
  agent.roles.flatMap(codesOf).some((code) => codes.has(code))

/** Whoever told it outweighs whoever wrote it down; software that put it together counts when nobody else is named. */
function speakersOf(agents: readonly Agent[]): readonly Agent[] {
  const speaking = agents.filter((agent) => !has(agent, CARRIERS))
  const informants = speaking.filter((agent) => has(agent, INFORMS))
  if (informants.length > 0) return informants
  const writers = speaking.filter((agent) => !agent.roles.flatMap(codesOf).includes('assembler'))
  return writers.length > 0 ? writers : speaking
}

function elementSources(item: BundleItem, bundle: OrganizedBundle): readonly Source[] {
  const names = [...INFORMANTS, ...(MAKERS.get(typeOf(item.resource)) ?? [])]
  return names.flatMap((name) =>
    list(item.resource[name]).flatMap((value): Source | readonly [] => {
      const who = field(value, 'actor') ?? value
      const kind = kindOf(who, item, bundle)
      return kind ? { kind, basis: 'element', by: name, who, from: item } : []
    }),
  )
}
