import { documentReference, type DocumentToSave } from './documentReference'
import type { Asking, SavedBefore } from './findSaved'
import { saveDocument, type SaveOutcome } from './saveDocument'

export interface Saver {
  /**
   * Saves a document. `recordText` is the record as it was received, which tells one document from another. `anyway`: a
   * person has looked into the chart and wants it sent although the EHR cannot say whether it is there.
   */
  readonly save: (
    document: DocumentToSave,
    recordText: string,
    options?: { readonly anyway?: boolean; readonly signal?: AbortSignal },
  ) => Promise<SaveOutcome>
}

/** What is known of a document that was sent. `unknown`: nobody knows whether it arrived. */
interface Attempt extends SavedBefore {
  readonly kind: 'saved' | 'unknown'
  /** The moment that the document states. */
  readonly now: Date
}

/**
 * Saves to one chart and remembers, in memory, what it sent there: not every EHR keeps an identifier by which it could be
 * found again. An attempt of which nobody knows what became is repeated as the same document, and only after looking. Two
 * calls at once are one.
 */
export function createSaver(ehr: Asking): Saver {
  const attempts = new Map<string, Attempt>()
  const underWay = new Map<string, Promise<SaveOutcome>>()
  const attempt: Saver['save'] = async (document, recordText, { anyway = false, signal } = {}) => {
    const made = await documentReference(document, recordText)
    if (!made.ok) return { kind: 'too-large' }
    const key = made.value.identifier[0].value
    const before = attempts.get(key)
    if (before?.kind === 'saved') return alreadySaved(before)
    const running = underWay.get(key)
    if (running) return running
    const send = async (): Promise<SaveOutcome> => {
      const again = before ? await documentReference({ ...document, now: before.now }, recordText) : made
      if (!again.ok) return { kind: 'too-large' }
      return saveDocument(ehr, again.value, { evenUnseen: before === undefined || anyway, signal })
    }
    const outcome = send()
    underWay.set(key, outcome)
    const after = attemptAfter(await outcome, before?.now ?? document.now, before)
    underWay.delete(key)
    if (after) attempts.set(key, after)
    return outcome
  }
  return { save: attempt }
}

const alreadySaved = ({ id, now }: Attempt): SaveOutcome => ({
  kind: 'already-saved',
  ...(id !== undefined && { id }),
  date: now.toISOString(),
})

/** What is known after an attempt. Where nothing was sent, what was known before still holds. */
function attemptAfter(outcome: SaveOutcome, now: Date, before: Attempt | undefined): Attempt | undefined {
  switch (outcome.kind) {
    case 'saved':
      return { kind: 'saved', now, ...(outcome.id !== undefined && { id: outcome.id }) }
    case 'unknown':
      return { kind: 'unknown', now }
    case 'already-saved':
    case 'refused':
    case 'too-large':
    case 'session-expired':
    case 'not-sent':
    case 'cannot-look':
      return before
    default:
      return outcome satisfies never
  }
}
