import type { AgentKind } from '../../core/fhir/provenance'
import { sourcesOf } from '../../core/fhir/sources'
import type { BundleItem, OrganizedBundle } from '../../core/organizeResources'
import { isSupporting } from './sources'

/** Whom an entry may come from. `unstated`: nothing tells. */
export type SourceKind = AgentKind | 'unstated'

const ORDER: readonly SourceKind[] = [
  'patient',
  'relative',
  'clinician',
  'organization',
  'device',
  'unstated',
]

/** Each kind that is behind an entry, once; `undefined` for entries that nobody "says", such as the patient. */
export function sourceKindsOf(item: BundleItem, bundle: OrganizedBundle): readonly SourceKind[] | undefined {
  if (isSupporting(item)) return undefined
  const kinds = new Set(sourcesOf(item, bundle).flatMap(({ kind }) => kind ?? []))
  return kinds.size === 0 ? ['unstated'] : [...kinds]
}

/** How many entries a record has from each kind of source, and how many that come from anybody. An entry may count for several. */
export function kindsIn(bundle: OrganizedBundle): {
  readonly total: number
  readonly counts: ReadonlyMap<SourceKind, number>
} {
  const all = bundle.items.flatMap((item) => {
    const kinds = sourceKindsOf(item, bundle)
    return kinds ? [kinds] : []
  })
  const counts = ORDER.flatMap((kind): readonly (readonly [SourceKind, number])[] => {
    const count = all.filter((kinds) => kinds.includes(kind)).length
    return count === 0 ? [] : [[kind, count]]
  })
  return { total: all.length, counts: new Map(counts) }
}
