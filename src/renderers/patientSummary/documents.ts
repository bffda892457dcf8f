import { codesOf } from '../../core/fhir/code'
import { field, flatList, list, records, text } from '../../core/fhir/shape'
import type { Bundle, Patient } from '../../core/fhir/types'
import {
  itemsOf,
  organizeResources,
  typeOf,
  type BundleItem,
  type OrganizedBundle,
} from '../../core/organizeResources'

/** LOINC code of a patient summary document. */
export const PATIENT_SUMMARY = '60591-5'

/**
 * The bundles that hold documents: the bundle itself, or the document Bundles inside it, as a search for documents
 * returns them. Empty when there is no Composition.
 */
export function documentBundlesOf(bundle: OrganizedBundle): readonly OrganizedBundle[] {
  const inner = itemsOf(bundle, 'Bundle')
    .filter(({ resource }) => holdsComposition(resource))
    .map(({ resource }) => organizeResources(resource as Bundle))
  return compositionsOf(bundle).length > 0 ? [bundle, ...inner] : inner
}

export const hasDocument = (bundle: OrganizedBundle): boolean =>
  compositionsOf(bundle).length > 0 ||
  itemsOf(bundle, 'Bundle').some(({ resource }) => holdsComposition(resource))

export const compositionsOf = (bundle: OrganizedBundle): readonly BundleItem[] =>
  itemsOf(bundle, 'Composition')

const holdsComposition = (bundle: unknown): boolean =>
  records(field(bundle, 'entry')).some((entry) => field(entry['resource'], 'resourceType') === 'Composition')

export const isPatientSummary = ({ resource }: BundleItem): boolean =>
  codesOf(resource['type']).includes(PATIENT_SUMMARY)

/** Whom the documents are about; where they do not say so in a way that can be followed, every Patient among their entries. */
export function subjectsOf(bundle: OrganizedBundle): readonly Patient[] {
  const found = documentBundlesOf(bundle).flatMap((part) => {
    const subjects = compositionsOf(part).flatMap((item) =>
      flatList(item.resource['subject']).map((subject) => part.resolve(subject, item)?.resource),
    )
    const patients = subjects.filter((resource) => resource !== undefined && typeOf(resource) === 'Patient')
    return patients.length > 0 ? patients : itemsOf(part, 'Patient').map(({ resource }) => resource)
  })
  return [...new Set(found)] as readonly Patient[]
}

/** Longer titles are cut: they stand in a heading and in a list of records. */
const MAXIMUM_TITLE = 80

/**
 * What a document calls itself, in one short line without characters that could pass for something else. It is the
 * sender's text: quote it. `undefined` when it has no name.
 */
export function ownTitle({ resource }: BundleItem): string | undefined {
  const type = resource['type']
  const displays = list(field(type, 'coding')).map((coding) => text(field(coding, 'display')))
  const words = [text(resource['title']), text(field(type, 'text')), ...displays].find(
    (name) => name !== undefined,
  )
  const plain = words?.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() ?? ''
  if (plain === '') return undefined
  return plain.length <= MAXIMUM_TITLE ? plain : `${plain.slice(0, MAXIMUM_TITLE - 1).trimEnd()}…`
}
