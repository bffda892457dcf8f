import type { FhirRecord } from '../fhir/shape'
import type { Patient } from '../fhir/types'
import { compareFields, type PatientField } from '../samePatient'
import { compareNumbers } from './personNumbers'

/**
 * match: name and birth date agree, and nothing contradicts · mismatch: something says that it is somebody else ·
 * unclear: nobody can tell.
 */
export type MatchKind = 'match' | 'mismatch' | 'unclear'

/** Whom a record names, and as what. */
export interface RecordSubject {
  readonly patient: Patient
  /**
   * subject: what the record says is about them · insured: one of those whom an insurance card covers · subscriber: holds
   * the policy, and is not covered by it as far as the card says.
   */
  readonly role: 'subject' | 'insured' | 'subscriber'
}

export interface FieldMatch {
  readonly field: PatientField | 'identifier'
  readonly answer: 'same' | 'different' | 'unclear'
  /** The two Identifiers that were compared, for that field alone. */
  readonly identifiers?: { readonly chart: FhirRecord; readonly record: FhirRecord }
}

export interface SubjectMatch {
  readonly subject: RecordSubject
  readonly kind: MatchKind
  /** What was compared: name, birth date and, where both state one that can be compared, an identifier. */
  readonly fields: readonly FieldMatch[]
}

export interface ChartMatch {
  readonly kind: MatchKind
  /** In the order of the record. */
  readonly subjects: readonly SubjectMatch[]
  /** The record names more people than were compared. */
  readonly tooMany: boolean
}

/** People of one record that are compared; a hostile record could have thousands. */
const MOST_SUBJECTS = 20

/**
 * Is this record about the patient whose chart is open? A clinical record has to be about that patient and nobody else; an
 * insurance card covers a family, and one of them is enough. Whoever only pays for it does not make it theirs. A record
 * that names nobody, or too many, is never a match. A match is no proof of identity.
 * Source: threat T32; EHR findings, section 4.
 */
export function compareWithChart(chart: Patient, subjects: readonly RecordSubject[]): ChartMatch {
  const compared = subjects.slice(0, MOST_SUBJECTS).map((subject) => compareSubject(chart, subject))
  const tooMany = subjects.length > MOST_SUBJECTS
  const kind = overallKind(compared)
  return { kind: tooMany && kind === 'match' ? 'unclear' : kind, subjects: compared, tooMany }
}

function overallKind(compared: readonly SubjectMatch[]): MatchKind {
  const kindsOf = (role: RecordSubject['role']): readonly MatchKind[] =>
    compared.filter(({ subject }) => subject.role === role).map(({ kind }) => kind)
  const subjects = kindsOf('subject')
  if (subjects.length > 0) return worstOf(subjects)
  const insured = kindsOf('insured')
  if (insured.length > 0) return bestOf(insured)
  const subscribers = kindsOf('subscriber')
  return subscribers.length > 0 && bestOf(subscribers) === 'mismatch' ? 'mismatch' : 'unclear'
}

const WORST_FIRST = ['mismatch', 'unclear', 'match'] as const satisfies readonly MatchKind[]

const worstOf = (kinds: readonly MatchKind[]): MatchKind =>
  WORST_FIRST.find((kind) => kinds.includes(kind)) ?? 'unclear'

const bestOf = (kinds: readonly MatchKind[]): MatchKind =>
  WORST_FIRST.findLast((kind) => kinds.includes(kind)) ?? 'unclear'

function compareSubject(chart: Patient, subject: RecordSubject): SubjectMatch {
  const fields = fieldsOf(chart, subject.patient)
  const answerOf = (field: FieldMatch['field']) => fields.find((one) => one.field === field)?.answer
  const [name, birthDate, identifier] = [answerOf('name'), answerOf('birthDate'), answerOf('identifier')]
  if (fields.some(({ answer }) => answer === 'different')) return { subject, kind: 'mismatch', fields }
  // A number of their own stands in for a name that changed or is written in another script, never for a birth date.
  const named = name === 'same' || identifier === 'same'
  const kind = named && birthDate === 'same' && identifier !== 'unclear' ? 'match' : 'unclear'
  return { subject, kind, fields }
}

function fieldsOf(chart: Patient, other: Patient): readonly FieldMatch[] {
  const { name, birthDate } = compareFields(chart, other)
  const { answer, first, second } = compareNumbers(chart, other)
  return [
    { field: 'name', answer: name },
    { field: 'birthDate', answer: birthDate },
    ...(answer !== 'none' && first && second
      ? [{ field: 'identifier', answer, identifiers: { chart: first, record: second } } as const]
      : []),
  ]
}
