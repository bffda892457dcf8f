import { bytesFromBase64url } from './encoding'
import { hasCode } from './fhir/code'
import { list, record, records, text } from './fhir/shape'
import { itemsOf, resourcesOf, type BundleItem, type OrganizedBundle } from './organizeResources'

const LOINC = 'http://loinc.org'
/** "Patient note": what the patient wrote or said themselves. */
const PATIENT_STORY = '51855-5'
/** "Patient summary Document": the record of the same bundle, laid out for reading. */
const RENDERED_RECORD = '60591-5'
const CATEGORY = 'patient-shared'

/** A document that a patient shares beside the record. */
export interface SharedDocument {
  /** story: the patient's own words · rendered: the record itself, laid out · other: any other document. */
  readonly kind: 'story' | 'rendered' | 'other'
  readonly ref: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * True for a bundle that its patient put together or passed on. Recognised by what it holds, because `meta.profile` is
 * often missing: a document in the category, the security label "patient asserted", or the profile's name.
 * Source: "Kill the Clipboard" draft 0.10.2, PatientSharedBundle; conformance matrix section 6.
 */
export function isPatientShared(bundle: OrganizedBundle): boolean {
  const profiles = records(bundle.bundle['meta']).flatMap(({ profile }) => list(profile))
  return (
    profiles.some((profile) => /patient-?shared/i.test(text(profile) ?? '')) ||
    isPatientAsserted(bundle.bundle) ||
    itemsOf(bundle, 'DocumentReference').some(
      ({ resource }) => isPatientAsserted(resource) || hasCode(resource['category'], CATEGORY),
    )
  )
}

/** True for a label that says: asserted by the patient. */
export const isPatientAsserted = (resource: unknown): boolean =>
  records(record(resource)?.['meta']).some(({ security }) => hasCode(security, 'PATAST'))

/** The PDF documents that the profile knows, with their content; a document without usable content is left out. */
export const sharedDocuments = (bundle: OrganizedBundle): readonly SharedDocument[] =>
  profiledDocuments(bundle).flatMap(({ item, kind }) =>
    records(item.resource['content'])
      .map(({ attachment }) => bytesFromBase64(record(attachment)?.['data']))
      .filter((bytes) => bytes !== undefined && bytes.length > 0)
      .map((bytes) => ({ kind, ref: item.ref, bytes: bytes ?? new Uint8Array() })),
  )

interface ProfiledDocument {
  readonly item: BundleItem
  readonly kind: SharedDocument['kind']
}

/** The documents to which the profile's own rules apply. Any other one is carried along, whatever it is. */
export const profiledDocuments = (bundle: OrganizedBundle): readonly ProfiledDocument[] =>
  itemsOf(bundle, 'DocumentReference').flatMap((item): readonly ProfiledDocument[] => {
    const { resource } = item
    if (hasCode(resource['type'], PATIENT_STORY, LOINC)) return [{ item, kind: 'story' }]
    if (hasCode(resource['type'], RENDERED_RECORD, LOINC)) return [{ item, kind: 'rendered' }]
    const isShared = hasCode(resource['category'], CATEGORY) || isPatientAsserted(resource)
    return isShared ? [{ item, kind: 'other' }] : []
  })

/** How many people the bundle is about. */
export const patientCount = (bundle: OrganizedBundle): number => resourcesOf(bundle, 'Patient').length

/** Bytes of base64, with the line breaks and the other alphabet that senders use; `undefined` when it is none. */
export function bytesFromBase64(data: unknown): Uint8Array<ArrayBuffer> | undefined {
  return typeof data === 'string' ? bytesFromBase64url(data.replaceAll(/\s+/g, '')) : undefined
}
