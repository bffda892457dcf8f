import { jsonFromText, textFromBytes } from '../encoding'
import { field, records, text, type FhirRecord } from '../fhir/shape'
import { err, ok, type Result } from '../result'
import type { EhrConnection, EhrFailure } from './connection'
import { addressBelow } from './fhirAddress'
import { IDENTIFIER_SYSTEM, type DocumentReferenceToSave } from './documentReference'

/** A document that is in the chart already. */
export interface SavedBefore {
  readonly id?: string
  /** As the EHR states it. */
  readonly date?: string
}

/**
 * cannot-look: the EHR answers no search that would find it. `undefined` as a value: it was looked for, and is not there.
 */
export type Looked = Result<SavedBefore | undefined, EhrFailure | 'cannot-look'>

export type Asking = Pick<EhrConnection, 'request' | 'patientId' | 'base'>

/** Days back in which a document is looked for where an EHR cannot search by identifier. */
const DAYS_BACK = 7
/** Pages of an answer that are read; by Oracle Health's limit a page has at most a hundred documents. */
const MOST_PAGES = 5

export interface FindOptions {
  /** Looks among the documents of the last days as well when no identifier is found: for a second attempt. */
  readonly thorough: boolean
  readonly signal?: AbortSignal | undefined
}

/**
 * Is this very document in the chart already? Asked by identifier first; where an EHR refuses that, or ignores it and
 * answers with everything, among the documents of the last days. Whatever is found is compared here, its patient too:
 * some EHRs ignore `patient` as well. Some do not keep an identifier: the moment of an earlier attempt, to the second, and
 * the same kind are as good. One that may be this document, or another patient's, is `cannot-look`.
 */
export async function findSaved(
  ehr: Asking,
  document: DocumentReferenceToSave,
  { thorough, signal }: FindOptions,
): Promise<Looked> {
  const { value } = document.identifier[0]
  const by = (query: string): string =>
    `DocumentReference?patient=${encodeURIComponent(ehr.patientId)}&${query}`
  const token = encodeURIComponent(`${IDENTIFIER_SYSTEM}|${value}`)
  const first = await searchPage(ehr, by(`identifier=${token}`), signal)
  if (first.ok) {
    const saved = savedAmong(first.value.documents, document, ehr)
    if (!saved.ok || saved.value) return saved
    if (first.value.documents.length === 0 && !thorough) return ok(undefined)
  } else if (first.error !== 'cannot-look') return first
  const since = new Date(Date.parse(document.date) - DAYS_BACK * 86_400_000).toISOString().slice(0, 10)
  return findAmong(ehr, by(`date=ge${since}&_count=100`), document, signal)
}

async function findAmong(
  ehr: Asking,
  path: string,
  document: DocumentReferenceToSave,
  signal: AbortSignal | undefined,
): Promise<Looked> {
  let next: string | undefined = path
  for (let page = 0; next !== undefined && page < MOST_PAGES; page++) {
    // Each page names the next one.
    const found: Result<SearchPage, EhrFailure | 'cannot-look'> = await searchPage(ehr, next, signal)
    if (!found.ok) return found
    const saved = savedAmong(found.value.documents, document, ehr)
    if (!saved.ok || saved.value) return saved
    next = found.value.next
  }
  return next === undefined ? ok(undefined) : err('cannot-look')
}

interface SearchPage {
  readonly documents: readonly FhirRecord[]
  readonly next?: string
}

async function searchPage(
  ehr: Asking,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Result<SearchPage, EhrFailure | 'cannot-look'>> {
  const answer = await ehr.request({ path, ...(signal && { signal }) })
  if (!answer.ok) return answer
  const { status, body } = answer.value
  if (status === 401) return err('session-expired')
  const bundle = jsonFromText(textFromBytes(body) ?? '')
  if (status !== 200 || field(bundle, 'resourceType') !== 'Bundle') return err('cannot-look')
  const documents = records(field(bundle, 'entry')).flatMap((entry) =>
    records(entry['resource']).filter(({ resourceType }) => resourceType === 'DocumentReference'),
  )
  const link = records(field(bundle, 'link')).find(({ relation }) => relation === 'next')
  const next = text(link?.['url'])
  return ok({ documents, ...(next !== undefined && { next }) })
}

function savedAmong(
  documents: readonly FhirRecord[],
  document: DocumentReferenceToSave,
  chart: Pick<Asking, 'base' | 'patientId'>,
): Result<SavedBefore | undefined, 'cannot-look'> {
  const likes = documents.flatMap((one) => {
    const likeness = likenessOf(one, document)
    return likeness === 'other' ? [] : [{ one, likeness, subject: subjectIs(one, chart) }]
  })
  // Our own identifier is made from the patient's id: it speaks for itself where no subject is stated.
  const saved = likes.find(
    ({ subject, likeness }) => subject === 'chart' || (subject === 'not-stated' && likeness === 'identifier'),
  )
  if (saved) return ok(savedBefore(saved.one))
  return likes.some(({ subject }) => subject !== 'other') ? err('cannot-look') : ok(undefined)
}

/**
 * Whom a document is about: the patient of the chart, by a reference relative to the FHIR base or absolute below it, with
 * or without a version · somebody else · nobody that is stated, or somebody at an address that leads elsewhere.
 */
function subjectIs(
  found: FhirRecord,
  { base, patientId }: Pick<Asking, 'base' | 'patientId'>,
): 'chart' | 'other' | 'not-stated' | 'elsewhere' {
  const reference = text(field(found['subject'], 'reference'))
  if (reference === undefined) return 'not-stated'
  const [, type, id] =
    /(?:^|\/)([A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]*)?$/.exec(reference) ?? []
  if (type === undefined) return 'elsewhere'
  if (type !== 'Patient' || id !== patientId) return 'other'
  const below = addressBelow(base, reference)?.pathname.replace(/\/_history\/[^/]*$/, '')
  return below === `${new URL(`${base}/`).pathname}Patient/${patientId}` ? 'chart' : 'elsewhere'
}

/**
 * By what it is this very document: its identifier, or its moment. One that was taken back in the EHR does not count: it
 * may be saved again.
 */
function likenessOf(found: FhirRecord, document: DocumentReferenceToSave): 'identifier' | 'moment' | 'other' {
  const status = text(found['status'])
  if (status !== undefined && status !== 'current') return 'other'
  if (found['docStatus'] === 'entered-in-error') return 'other'
  const [own] = document.identifier
  const identifiers = records(found['identifier']).filter(({ system }) => system === own.system)
  if (identifiers.length > 0)
    return identifiers.some(({ value }) => value === own.value) ? 'identifier' : 'other'
  const apart = Math.abs(Date.parse(text(found['date']) ?? '') - Date.parse(document.date))
  const isOfKind = contentTypesOf(found).some((type) => contentTypesOf(document).includes(type))
  return apart < 1000 && isOfKind ? 'moment' : 'other'
}

const contentTypesOf = (document: unknown): readonly string[] =>
  records(field(document, 'content')).flatMap(
    ({ attachment }) => text(field(attachment, 'contentType'))?.toLowerCase() ?? [],
  )

function savedBefore(found: FhirRecord): SavedBefore {
  const [id, date] = [text(found['id']), text(found['date'])]
  return { ...(id !== undefined && { id }), ...(date !== undefined && { date }) }
}
