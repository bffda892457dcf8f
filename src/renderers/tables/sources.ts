import { kindOf, type AgentKind } from '../../core/fhir/provenance'
import { isSame, sourcesOf, type Source } from '../../core/fhir/sources'
import { field, flatList, text } from '../../core/fhir/shape'
import { itemsOf, typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import type { Format } from './format'
import { sourceMessages } from './messagesSources'
import type { RowMark } from './table'

/** Types that name who took part, or tell of other entries: nobody "says" them in the way a finding is said. */
const SUPPORTING: ReadonlySet<string> = new Set([
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'RelatedPerson',
  'Organization',
  'Location',
  'Device',
  'Provenance',
  'AuditEvent',
  'Composition',
  'Bundle',
  'Binary',
  'OperationOutcome',
  'Medication',
  'Encounter',
  '',
])

export const isSupporting = ({ resource }: BundleItem): boolean => SUPPORTING.has(typeOf(resource))

/** More of them are told in the details. */
const MOST_MARKS = 3
const ORDER: readonly (AgentKind | undefined)[] = [
  'patient',
  'relative',
  'device',
  'clinician',
  'organization',
]

/**
 * Who is behind a row, in words, where a reader would otherwise take it for something else: whatever a patient, a
 * relative or a device reported, and anybody that a Provenance names who is neither the author of the document nor the
 * one that every entry names. All the rest is in the details.
 */
export function sourceMarks(item: BundleItem, f: Format): readonly RowMark[] {
  if (isSupporting(item)) return []
  const { bundle } = f
  const authors = recordAuthors(bundle)
  const shared = sharedSource(bundle)
  const telling = sourcesOf(item, bundle).filter((source) => {
    const isOutsider = source.kind === 'patient' || source.kind === 'relative'
    if (source.basis === 'label' && isOutsider) return true
    if (source.kind === undefined || authors.some((author) => isSame(author, source, bundle))) return false
    if (isOutsider) return true
    if (source.basis === 'element') return source.kind === 'device'
    return shared === undefined || !isSame(shared, source, bundle)
  })
  const marks = telling
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map((source): RowMark => ({ ...MARK(source), text: markText(source, f) }))
  return marks
    .filter((mark, index) => marks.findIndex((other) => other.text === mark.text) === index)
    .slice(0, MOST_MARKS)
}

const MARK = ({ kind }: Source): Pick<RowMark, 'code' | 'tone'> => ({
  code: `source-${kind ?? 'unknown'}`,
  tone: kind === 'patient' || kind === 'relative' ? 'info' : 'neutral',
})

/** The patient needs no name on their own record. */
const markText = (source: Source, f: Format): string =>
  source.kind === 'patient' ? sourceMessages(f.speech.language)('patient') : sourceText(source, f)

/** `Clinician: Dr. Lee`, `From a clinician` where nobody is named. */
export function sourceText({ kind, who, from }: Source, f: Format): string {
  const t = sourceMessages(f.speech.language)
  const name = nameOf(who, from, f)
  return name === undefined ? t(kind ?? 'unknown') : t(`${kind ?? 'unknown'}_named`, { name })
}

/** A name, whether or not its entry is included: a display is as good here. */
export function nameOf(who: unknown, from: BundleItem, f: Format): string | undefined {
  const display = text(field(who, 'display'))
  return f.bundle.resolve(who, from) ? f.reference(who, from) : (display ?? f.reference(who, from))
}

const authors = new WeakMap<OrganizedBundle, readonly Source[]>()

/** Who wrote the documents of a bundle, as their Compositions say. */
export function recordAuthors(bundle: OrganizedBundle): readonly Source[] {
  const known = authors.get(bundle)
  if (known) return known
  const found = itemsOf(bundle, 'Composition').flatMap((item) =>
    flatList(item.resource['author']).map((who): Source => {
      return { kind: kindOf(who, item, bundle), basis: 'element', by: 'author', who, from: item }
    }),
  )
  authors.set(bundle, found)
  return found
}

const shared = new WeakMap<OrganizedBundle, { readonly source: Source | undefined }>()

/** The one that every clinical entry names by a label or a Provenance; there have to be two entries at least. */
export function sharedSource(bundle: OrganizedBundle): Source | undefined {
  const known = shared.get(bundle)
  if (known) return known.source
  const told = bundle.items
    .filter((item) => !isSupporting(item))
    .map((item) => sourcesOf(item, bundle).filter(({ basis }) => basis !== 'element'))
  const first = told[0]?.[0]
  const isShared =
    first !== undefined &&
    told.length > 1 &&
    told.every((sources) => sources.length === 1 && sources.every((source) => isSame(source, first, bundle)))
  const source = isShared ? first : undefined
  shared.set(bundle, { source })
  return source
}
