import { isRecord } from './encoding'
import type { VerifiedBundle } from './openSHX'
import type { BundleItem } from './organizeResources'

/** What is different in one bundle since the person looked. */
export interface BundleChanges {
  /** By `ref` of the entry. */
  readonly marks: ReadonlyMap<string, ChangeMark>
  /** Entries that are no longer there, as they were. */
  readonly removed: readonly BundleItem[]
}

export type ChangeMark = 'new' | 'changed'

export interface Changes {
  /** For each bundle of now, in its order. */
  readonly bundles: readonly BundleChanges[]
  /** Bundles that are no longer there, as they were. */
  readonly removed: readonly VerifiedBundle[]
}

/** Which bundle of a link it is, whatever else has come or gone: by file, and by card within a file. */
export const bundleKey = ({ origin: { file, card, live } }: VerifiedBundle): string =>
  `${file ?? ''}/${card ?? ''}/${live ?? ''}`

/**
 * Compares what was open with what has come in its place. Pure.
 *
 * An entry is the same when its content is, wherever it now stands: numbered addresses such as `resource:3` move when
 * something is put in front. It is changed when its address holds something else, and new otherwise.
 */
export function whatChanged(before: readonly VerifiedBundle[], after: readonly VerifiedBundle[]): Changes {
  const earlier = new Map(before.map((bundle) => [bundleKey(bundle), bundle]))
  const keys = new Set(after.map(bundleKey))
  return {
    bundles: after.map((bundle) =>
      compare(earlier.get(bundleKey(bundle))?.organized.items ?? [], bundle.organized.items),
    ),
    removed: before.filter((bundle) => !keys.has(bundleKey(bundle))),
  }
}

/** True when there is anything to tell. */
export const hasChanges = ({ bundles, removed }: Changes): boolean =>
  removed.length > 0 || bundles.some((bundle) => bundle.marks.size > 0 || bundle.removed.length > 0)

function compare(before: readonly BundleItem[], after: readonly BundleItem[]): BundleChanges {
  const left = before.map(toEntry)
  const fresh = after.map(toEntry)
  // Each earlier entry stands for one of now: first the same content in the same place, then anywhere.
  const moved = withoutTwins(left, fresh, ({ item, content }) => `${item.ref}\n${content}`)
  const { left: gone, right: unknown } = withoutTwins(moved.left, moved.right, ({ content }) => content)
  const goneRefs = new Set(gone.map(({ item }) => item.ref))
  const marks = new Map(
    unknown.map(({ item: { ref } }) => [ref, goneRefs.has(ref) ? 'changed' : 'new'] as const),
  )
  return { marks, removed: gone.flatMap(({ item }) => (marks.has(item.ref) ? [] : [item])) }
}

interface Entry {
  readonly item: BundleItem
  readonly content: string
}

const toEntry = (item: BundleItem): Entry => ({ item, content: contentOf(item) })

/** Takes out of both lists, one for one, what is the same by `keyOf`. */
function withoutTwins(
  left: readonly Entry[],
  right: readonly Entry[],
  keyOf: (entry: Entry) => string,
): { readonly left: readonly Entry[]; readonly right: readonly Entry[] } {
  const waiting = new Map<string, Entry[]>()
  for (const entry of left) {
    const same = waiting.get(keyOf(entry))
    if (same) same.push(entry)
    else waiting.set(keyOf(entry), [entry])
  }
  const matched = new Set<Entry>()
  const rest = right.filter((entry) => {
    const twin = waiting.get(keyOf(entry))?.pop()
    if (twin) matched.add(twin)
    return twin === undefined
  })
  return { left: left.filter((entry) => !matched.has(entry)), right: rest }
}

/** Servers count versions up at every export; a new number on an old entry is no change that anybody needs to see. */
function contentOf({ resource, entry }: BundleItem): string {
  if (Object.keys(resource).length === 0) return JSON.stringify(entry) ?? ''
  const { meta, ...rest } = resource
  if (!isRecord(meta)) return JSON.stringify(resource)
  const { lastUpdated: _, versionId: __, ...lasting } = meta
  return JSON.stringify({ ...rest, meta: lasting })
}
