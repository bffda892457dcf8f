import { jsonFromText, textFromBytes } from '../encoding'
import { field, records, text } from '../fhir/shape'
import type { EhrFailure, EhrResponse } from './connection'
import type { DocumentReferenceToSave } from './documentReference'
import { findSaved, type Asking, type SavedBefore } from './findSaved'

/** What became of saving a document. Only `saved` and `already-saved` say that it is in the chart. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly id?: string }
  | ({ readonly kind: 'already-saved' } & SavedBefore)
  /** The EHR said no; nothing was saved. `words` are the EHR's own, for people. */
  | { readonly kind: 'refused'; readonly status: number; readonly words: readonly string[] }
  /** It was sent, and nobody knows what became of it. `status`: the EHR reported trouble of its own. */
  | { readonly kind: 'unknown'; readonly status?: number; readonly words: readonly string[] }
  /** Looking for an earlier copy failed; nothing was sent. */
  | { readonly kind: 'not-sent'; readonly failure: EhrFailure }
  /** The EHR cannot be asked whether an earlier attempt arrived; nothing was sent this time. */
  | { readonly kind: 'cannot-look' }
  /** `sent`: the request was on its way; the EHR did not accept it. */
  | { readonly kind: 'session-expired' }
  | { readonly kind: 'too-large' }

export interface SaveOptions {
  /**
   * Send it although the EHR cannot be asked whether it is there already. Only for a first attempt, or where a person has
   * looked into the chart: a second one may make a second copy.
   */
  readonly evenUnseen: boolean
  readonly signal?: AbortSignal | undefined
}

/**
 * Saves one document to the chart, and never twice: it is looked for first, and the EHR is asked to do the same
 * (`If-None-Exist`), which not every EHR does. Never throws. Sends at most one POST. Where the EHR says that
 * it put the document is read, and never asked for: an address that leads nowhere would turn a saved document into a failure.
 */
export async function saveDocument(
  ehr: Asking,
  document: DocumentReferenceToSave,
  { evenUnseen, signal }: SaveOptions,
): Promise<SaveOutcome> {
  const looked = await findSaved(ehr, document, { thorough: !evenUnseen, signal })
  if (looked.ok && looked.value) return { kind: 'already-saved', ...looked.value }
  if (!looked.ok) {
    if (looked.error === 'session-expired') return { kind: 'session-expired' }
    if (looked.error !== 'cannot-look') return { kind: 'not-sent', failure: looked.error }
    if (!evenUnseen) return { kind: 'cannot-look' }
  }
  const { system, value } = document.identifier[0]
  const answer = await ehr.request({
    method: 'POST',
    path: 'DocumentReference',
    body: JSON.stringify(document),
    headers: { 'if-none-exist': `identifier=${encodeURIComponent(`${system}|${value}`)}` },
    ...(signal && { signal }),
  })
  return answer.ok ? outcomeOf(answer.value) : outcomeOfFailure(answer.error)
}

function outcomeOf(response: EhrResponse): SaveOutcome {
  const { status } = response
  const resource = jsonFromText(textFromBytes(response.body) ?? '')
  const id = idOf(response.location) ?? createdId(resource)
  const known = id !== undefined && { id }
  // Conditional create: 200 for one that is there already, 412 for several.
  if (status === 200) return { kind: 'already-saved', ...known }
  if (status === 412) return { kind: 'already-saved' }
  if (status >= 200 && status < 300) return { kind: 'saved', ...known }
  if (status === 401) return { kind: 'session-expired' }
  if (status === 413) return { kind: 'too-large' }
  const words = wordsOf(resource)
  // A gateway that gave up, or a server that stumbled, may have saved it all the same.
  return status >= 500 || status === 408
    ? { kind: 'unknown', status, words }
    : { kind: 'refused', status, words }
}

/** What of these happened before anything was sent? The answer decides whether it may be in the chart. */
function outcomeOfFailure(failure: EhrFailure): SaveOutcome {
  switch (failure) {
    case 'session-expired':
      return { kind: 'session-expired' }
    case 'offline':
    case 'foreign-address':
      return { kind: 'not-sent', failure }
    case 'network':
    case 'interrupted':
    case 'timeout':
    case 'too-large':
    case 'aborted':
      return { kind: 'unknown', words: [] }
    default:
      return failure satisfies never
  }
}

/** `…/DocumentReference/12/_history/1` → 12. */
const idOf = (location: string | undefined): string | undefined =>
  /(?:^|\/)DocumentReference\/([A-Za-z0-9\-.]{1,64})(?:\/|$)/.exec(location ?? '')?.[1]

const createdId = (resource: unknown): string | undefined =>
  field(resource, 'resourceType') === 'DocumentReference' ? text(field(resource, 'id')) : undefined

/** The longest an EHR's own words may be, and how many of its sentences are shown. */
const MOST_LETTERS = 300
const MOST_SENTENCES = 3

/** What an OperationOutcome says to people, without control characters. */
function wordsOf(resource: unknown): readonly string[] {
  if (field(resource, 'resourceType') !== 'OperationOutcome') return []
  const sentences = records(field(resource, 'issue')).flatMap((issue) => {
    const said = text(field(issue['details'], 'text')) ?? text(issue['diagnostics'])
    return said?.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() ?? []
  })
  return [...new Set(sentences)]
    .filter((sentence) => sentence !== '')
    .slice(0, MOST_SENTENCES)
    .map((sentence) => sentence.slice(0, MOST_LETTERS))
}
