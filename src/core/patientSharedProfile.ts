import { hasCode } from './fhir/code'
import { parseDate } from './fhir/date'
import { list, record, records, text } from './fhir/shape'
import { isRecord } from './encoding'
import { itemsOf, typeOf, type BundleItem, type OrganizedBundle } from './organizeResources'
import { bytesFromBase64, isPatientAsserted, patientCount, profiledDocuments } from './patientShared'

/** A rule of the profile that a bundle does not keep, for whoever makes the software that sent it. */
export interface ProfileDeviation {
  readonly code: ProfileRule
  /** Which part of the draft asks for it. */
  readonly clause: string
  /** Where it was seen: the address of the entry, and the value where it is a code. */
  readonly value?: string
}

const CLAUSES = {
  'bundle-type': 'PatientSharedBundle.type',
  'bundle-timestamp': 'PatientSharedBundle.timestamp',
  'entry-count': 'PatientSharedBundle.entry',
  'patient-count': 'PatientSharedBundle.entry:Patient',
  'fullurl-not-urn': 'PatientSharedBundle.entry.fullUrl',
  'fullurl-duplicate': 'PatientSharedBundle.entry.fullUrl',
  'reference-dangling': 'PatientSharedBundle, references',
  'reference-external': 'PatientSharedBundle, references',
  'meta-profile': 'PatientSharedBundle, meta.profile',
  'patient-demographics': 'Patient, demographics',
  'rendered-missing': 'DocumentReference, FHIR-rendered PDF',
  'docref-status': 'DocumentReference.status',
  'docref-type': 'DocumentReference.type',
  'docref-category': 'DocumentReference.category',
  'docref-subject': 'DocumentReference.subject',
  'docref-date': 'DocumentReference.date',
  'docref-author': 'DocumentReference.author',
  'docref-content-type': 'DocumentReference.content.attachment.contentType',
  'docref-data': 'DocumentReference.content.attachment.data',
  'docref-label': 'DocumentReference.meta.security',
  'attachment-url': 'Attachment.url',
  'attachment-no-data': 'Attachment.data',
  'attachment-content-type': 'Attachment.contentType',
} as const

export type ProfileRule = keyof typeof CLAUSES

const MAXIMUM_DEVIATIONS = 200

/**
 * Every rule of the PatientSharedBundle profile that a bundle departs from. Whoever reads the record need not care; a
 * sender's developers do. Pure and total.
 * Source: "Kill the Clipboard" draft 0.10.2.
 */
export const profileDeviations = (bundle: OrganizedBundle): readonly ProfileDeviation[] =>
  [
    ...bundleRules(bundle),
    ...bundle.items.flatMap((item) => [...referenceRules(item, bundle), ...attachmentRules(item)]),
    ...profiledDocuments(bundle).flatMap(({ item }) => documentRules(item, bundle)),
  ].slice(0, MAXIMUM_DEVIATIONS)

const deviation = (code: ProfileRule, value?: string): ProfileDeviation => ({
  code,
  clause: CLAUSES[code],
  ...(value !== undefined && { value: value.slice(0, 200) }),
})

const when = (wrong: boolean, code: ProfileRule, value?: string): readonly ProfileDeviation[] =>
  wrong ? [deviation(code, value)] : []

function bundleRules(bundle: OrganizedBundle): readonly ProfileDeviation[] {
  const { items, bundle: whole } = bundle
  const addresses = items.flatMap(({ fullUrl }) => fullUrl ?? [])
  const patients = patientCount(bundle)
  return [
    ...when(whole.type !== 'collection', 'bundle-type', text(whole.type)),
    ...when(
      parseDate(whole.timestamp)?.time?.offset === undefined,
      'bundle-timestamp',
      text(whole.timestamp),
    ),
    ...when(items.length < 2, 'entry-count', String(items.length)),
    ...when(patients !== 1, 'patient-count', String(patients)),
    ...items.flatMap(({ fullUrl, ref }) => when(!isUuid(fullUrl), 'fullurl-not-urn', ref)),
    ...when(new Set(addresses).size < addresses.length, 'fullurl-duplicate'),
    ...items.flatMap(({ resource, ref }) =>
      when(list(record(resource.meta)?.['profile']).length > 0, 'meta-profile', ref),
    ),
    ...itemsOf(bundle, 'Patient').flatMap(({ resource, ref }) =>
      when(!hasDemographics(resource), 'patient-demographics', ref),
    ),
    ...when(!profiledDocuments(bundle).some(({ kind }) => kind === 'rendered'), 'rendered-missing'),
  ]
}

const isUuid = (address: string | undefined): boolean =>
  /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(address ?? '')

const hasDemographics = (patient: unknown): boolean => {
  const { name, birthDate } = record(patient) ?? {}
  return records(name).length > 0 && parseDate(birthDate) !== undefined
}

function documentRules(item: BundleItem, bundle: OrganizedBundle): readonly ProfileDeviation[] {
  const { resource, ref } = item
  const { type, category, subject, author, date, status } = resource
  const attachments = records(resource['content']).flatMap(({ attachment }) => records(attachment))
  const leadsToPatient = (reference: unknown): boolean => {
    const found = bundle.resolve(reference, item)
    return found !== undefined && typeOf(found.resource) === 'Patient'
  }
  return [
    ...when(status !== 'current', 'docref-status', text(status)),
    ...when(!hasCode(type, '51855-5') && !hasCode(type, '60591-5'), 'docref-type', ref),
    ...when(!hasCode(category, 'patient-shared'), 'docref-category', ref),
    ...when(!leadsToPatient(record(subject)), 'docref-subject', ref),
    ...when(!list(author).some((one) => bundle.resolve(one, item) !== undefined), 'docref-author', ref),
    ...when(parseDate(date) === undefined, 'docref-date', ref),
    ...when(!isPatientAsserted(resource), 'docref-label', ref),
    ...when(attachments.length === 0, 'docref-data', ref),
    ...attachments.flatMap(({ contentType, data }) => [
      ...when(
        !/^application\/pdf\b/i.test(text(contentType) ?? ''),
        'docref-content-type',
        text(contentType),
      ),
      ...when(bytesFromBase64(data) === undefined, 'docref-data', ref),
    ]),
  ]
}

/** References that lead nowhere in the bundle. What stands on another server is told apart from what is lost. */
function referenceRules(item: BundleItem, bundle: OrganizedBundle): readonly ProfileDeviation[] {
  return everyRecord(item.received?.resource ?? item.resource).flatMap((holder) => {
    const reference = text(holder['reference'])
    if (reference === undefined || bundle.resolve(reference, item)) return []
    return [deviation(/^https?:/i.test(reference) ? 'reference-external' : 'reference-dangling', item.ref)]
  })
}

/** Documents carried along need not follow the rules for the profile's own, but must be here and be readable. */
const READABLE = /^(?:application\/pdf|image\/(?:png|jpeg|gif)|text\/plain)\b/i

function attachmentRules({ resource, ref }: BundleItem): readonly ProfileDeviation[] {
  const holders = [...everyRecord(resource)]
  const attachments = holders.flatMap(({ attachment, presentedForm }) => [
    ...records(attachment),
    ...records(presentedForm),
  ])
  return attachments.flatMap(({ url, data, contentType }) => [
    ...when(text(url) !== undefined, 'attachment-url', ref),
    ...when(text(data) === undefined, 'attachment-no-data', ref),
    ...when(!READABLE.test(text(contentType) ?? ''), 'attachment-content-type', text(contentType)),
  ])
}

/** Deeper than any resource. */
const MAXIMUM_DEPTH = 30

/** Every object in a value, itself included. JSON has no cycles, but it may be deep. */
function everyRecord(value: unknown, depth = 0): readonly Readonly<Record<string, unknown>>[] {
  if (depth > MAXIMUM_DEPTH || typeof value !== 'object' || value === null) return []
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  const inside = parts.flatMap((part) => everyRecord(part, depth + 1))
  return isRecord(value) ? [value, ...inside] : inside
}
