import { compareWithChart, type ChartMatch, type RecordSubject } from '../../core/ehr/chartPatient'
import type { EhrConnection, EhrFailure } from '../../core/ehr/connection'
import type { DocumentForm, DocumentToSave } from '../../core/ehr/documentReference'
import type { SaveOutcome } from '../../core/ehr/saveDocument'
import type { Saver } from '../../core/ehr/saver'
import type { Patient } from '../../core/fhir/types'
import { likenessOf } from '../../core/samePatient'

/** Why nothing may be saved now. other-patient: the chart is no longer the one that the viewer was launched from. */
export type Blocked = 'other-patient' | 'session-expired' | { readonly unreadable: EhrFailure }

/** What became of one form of the record. cannot-make: it could not be laid out; nothing was sent. */
export interface SavedForm {
  readonly form: DocumentForm
  readonly outcome: SaveOutcome | { readonly kind: 'cannot-make' }
}

export interface Asking {
  readonly phase: 'asking'
  readonly patient: Patient
  readonly match: ChartMatch
  /** Counts the readings of the chart: a decision holds for one of them. */
  readonly reading: number
  /** What was decided about before is no longer so. */
  readonly changed: boolean
}

export type SavingState =
  /** Which chart this is is being asked. */
  | { readonly phase: 'checking' }
  | ({ readonly phase: 'blocked'; readonly why: Blocked } & Unsure)
  /** A person decides. */
  | Asking
  | { readonly phase: 'saving'; readonly step: 'checking' | 'making' | 'sending' }
  /** `left`: forms that were not tried, because one before them failed. */
  | ({
      readonly phase: 'done'
      readonly saved: readonly SavedForm[]
      readonly left: readonly DocumentForm[]
    } & Unsure)

/** `unsure`: an earlier attempt was sent, and this one has not found out what became of it. */
interface Unsure {
  readonly unsure?: true
}

export interface SavingPorts {
  readonly connection: Pick<EhrConnection, 'patient' | 'patientId' | 'readPatient'>
  readonly saver: Saver
  readonly subjects: readonly RecordSubject[]
  /** The record as it was received. */
  readonly recordText: string
  /** Lays the record out. Rejects when it cannot. `match` is what a person decided about. */
  readonly make: (
    form: DocumentForm,
    about: { readonly match: ChartMatch; readonly signal: AbortSignal },
  ) => Promise<DocumentToSave>
}

export interface Saving {
  readonly state: () => SavingState
  /** Returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void
  /** Asks which chart this is, and then the person. */
  readonly begin: () => Promise<void>
  /** Saves the record in these forms, one after the other. Only what a person was asked about is saved. */
  readonly save: (forms: readonly DocumentForm[], options?: { readonly anyway: boolean }) => Promise<void>
  /** Stops waiting. What is on its way may still arrive. */
  readonly stop: () => void
}

/**
 * Saving one record to the chart, from the question to the result. The EHR is asked whose chart it is before the person is
 * asked, and again just before anything is sent: a chart can change hands in between. Nothing is thrown, nothing waits for ever.
 */
export function createSaving(ports: SavingPorts): Saving {
  const listeners = new Set<() => void>()
  let state: SavingState = { phase: 'checking' }
  let decided: Asking | undefined
  let readings = 0
  let unsure = false
  let stopping = new AbortController()
  const show = (next: SavingState): void => {
    state = next
    if (next.phase === 'asking') decided = next
    for (const listener of listeners) listener()
  }
  /** `undefined` after it was shown why nothing may be saved, and when nobody waits any more. */
  const readChart = async (signal: AbortSignal): Promise<Asking | undefined> => {
    const read = await Promise.race([compareNow(ports, signal), stopped(signal)])
    if (read === undefined || signal.aborted) return undefined
    if ('match' in read) return { phase: 'asking', ...read, reading: ++readings, changed: false }
    show({ phase: 'blocked', why: read.why, ...(unsure && { unsure }) })
    return undefined
  }
  const showDone = (saved: readonly SavedForm[], forms: readonly DocumentForm[]): void => {
    const last = saved.at(-1)?.outcome.kind
    if (last !== undefined && FINDS_OUT.has(last)) unsure = false
    show({ phase: 'done', saved, left: forms.slice(saved.length), ...(unsure && { unsure }) })
    if (last === 'unknown') unsure = true
  }
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async begin() {
      stopping = new AbortController()
      show({ phase: 'checking' })
      const chart = await readChart(stopping.signal)
      if (chart) show(chart)
    },
    async save(forms, { anyway } = { anyway: false }) {
      if (!decided || state.phase === 'saving' || state.phase === 'checking') return
      const { signal } = (stopping = new AbortController())
      show({ phase: 'saving', step: 'checking' })
      const chart = await readChart(signal)
      if (!chart) return signal.aborted ? showDone(stoppedBefore(forms), forms) : undefined
      if (chart.match.kind !== decided.match.kind) return show({ ...chart, changed: true })
      const step = (name: 'making' | 'sending') => show({ phase: 'saving', step: name })
      showDone(await saveForms(ports, forms, { anyway, signal, step, match: chart.match }), forms)
    },
    stop: () => stopping.abort(),
  }
}

/** Whose chart it is now, and how the record compares with it; or why that cannot be said. */
async function compareNow(
  { connection, subjects }: SavingPorts,
  signal: AbortSignal,
): Promise<Pick<Asking, 'patient' | 'match'> | { readonly why: Blocked }> {
  const read = await connection.readPatient(signal)
  if (!read.ok) return { why: whyUnreadable(read.error) }
  if (!isSameChart(read.value, connection)) return { why: 'other-patient' }
  return { patient: read.value, match: compareWithChart(read.value, subjects) }
}

/** The first form stands for the attempt: nothing of it was sent. */
const stoppedBefore = (forms: readonly DocumentForm[]): readonly SavedForm[] =>
  forms.slice(0, 1).map((form) => ({ form, outcome: { kind: 'not-sent', failure: 'aborted' } }))

/** What says what became of an earlier attempt, or has one of its own to tell of: the EHR was asked for it first. */
const FINDS_OUT: ReadonlySet<SavedForm['outcome']['kind']> = new Set([
  'saved',
  'already-saved',
  'refused',
  'unknown',
])

interface Sending {
  readonly anyway: boolean
  readonly signal: AbortSignal
  readonly match: ChartMatch
  readonly step: (name: 'making' | 'sending') => void
}

/** One after the other: nothing more is sent after one that failed. */
async function saveForms(
  ports: SavingPorts,
  forms: readonly DocumentForm[],
  sending: Sending,
): Promise<readonly SavedForm[]> {
  const saved: SavedForm[] = []
  for (const form of forms) {
    const outcome = await saveForm(ports, form, sending)
    saved.push({ form, outcome })
    if (!isInChart(saved.at(-1))) break
  }
  return saved
}

async function saveForm(
  { make, saver, recordText }: SavingPorts,
  form: DocumentForm,
  { anyway, signal, match, step }: Sending,
): Promise<SavedForm['outcome']> {
  step('making')
  const made = await Promise.race([make(form, { match, signal }), stopped(signal)]).catch(() => undefined)
  if (signal.aborted) return { kind: 'not-sent', failure: 'aborted' }
  if (!made) return { kind: 'cannot-make' }
  step('sending')
  return saver.save(made, recordText, { anyway, signal })
}

export const isInChart = (saved: SavedForm | undefined): boolean =>
  saved?.outcome.kind === 'saved' || saved?.outcome.kind === 'already-saved'

/** By its id, and by what it says: a token of another chart would read another patient under the same address. */
const isSameChart = (now: Patient, { patient, patientId }: SavingPorts['connection']): boolean =>
  now.id === patientId && likenessOf(patient, now).kind !== 'different'

const whyUnreadable = (failure: EhrFailure | 'other-patient'): Blocked =>
  failure === 'session-expired' || failure === 'other-patient' ? failure : { unreadable: failure }

/** Settles when somebody stops waiting. */
const stopped = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
