import { boolean, field, flatList, list, record, records, text } from './shape'

/** Types that R4 knows under another name. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['MedicationOrder', 'MedicationRequest'],
  ['ProcedureRequest', 'ServiceRequest'],
  ['DiagnosticOrder', 'ServiceRequest'],
  ['DiagnosticRequest', 'ServiceRequest'],
  ['ReferralRequest', 'ServiceRequest'],
  ['DeviceUseRequest', 'DeviceRequest'],
  ['DeviceUsage', 'DeviceUseStatement'],
  ['EligibilityRequest', 'CoverageEligibilityRequest'],
  ['EligibilityResponse', 'CoverageEligibilityResponse'],
  ['BodySite', 'BodyStructure'],
  ['Sequence', 'MolecularSequence'],
])

export interface RenameRule {
  readonly from: string
  readonly to: string
  /** What becomes of the value; `undefined` from it leaves the element as it is. */
  readonly as: ((value: unknown) => unknown) | undefined
}

/** A text is an Annotation's. */
const asNotes = (value: unknown): unknown =>
  list(value).map((note) => (text(note) === undefined ? note : { text: text(note) }))

/** A Reference where R4 has a participant with an actor. */
const asActors = (value: unknown): unknown => {
  const actors = list(value)
  return actors.every((actor) => text(field(actor, 'reference')) !== undefined)
    ? actors.map((actor) => ({ actor }))
    : undefined
}

/** STU3 says who asked, and for which organization, in one element. */
const asAgent = (value: unknown): unknown => record(record(value)?.['agent'])

/** The concepts of CodeableReferences, when they hold nothing else. */
const asConcepts = (value: unknown): unknown => {
  const concepts = records(value).map((part) =>
    part['reference'] === undefined ? record(part['concept']) : undefined,
  )
  return concepts.length > 0 && concepts.every((concept) => concept !== undefined) ? concepts : undefined
}

const asConcept = (value: unknown): unknown => list(asConcepts(value))[0]

/** DSTU2 and STU3 keep the members of a panel and what a result was derived from in one list. */
const related =
  (type: string) =>
  (value: unknown): unknown => {
    const parts = records(value)
    return parts.length > 0 && parts.every((part) => text(part['type']) === type)
      ? parts.flatMap((part) => flatList(part['target']))
      : undefined
  }

const asFirstHand = (value: unknown): unknown =>
  boolean(value) === undefined ? undefined : boolean(value) === false

/** What becomes of a value, by the name that the table below has for it. */
const CONVERSIONS: ReadonlyMap<string | undefined, (value: unknown) => unknown> = new Map([
  ['notes', asNotes],
  ['actors', asActors],
  ['agent', asAgent],
  ['concept', asConcept],
  ['concepts', asConcepts],
  ['members', related('has-member')],
  ['sources', related('derived-from')],
  ['firstHand', asFirstHand],
])

/** `old>new`, with `:conversion` where the value changes as well. Every name occurs in the first view: it is kept short. */
const TABLE: Readonly<Record<string, string>> = {
  AllergyIntolerance:
    'assertedDate>recordedDate substance>code reporter>asserter lastOccurence>lastOccurrence',
  Condition: 'assertedDate>recordedDate dateRecorded>recordedDate context>encounter',
  Observation:
    'comment>note:notes comments>note:notes related>hasMember:members related>derivedFrom:sources context>encounter',
  DiagnosticReport: 'codedDiagnosis>conclusionCode image>media context>encounter',
  Immunization:
    'date>occurrenceDateTime practitioner>performer performer>performer:actors vaccinationProtocol>protocolApplied reported>primarySource:firstHand reason>reasonCode:concepts',
  Procedure:
    'notDoneReason>statusReason reasonNotPerformed>statusReason occurrenceDateTime>performedDateTime occurrencePeriod>performedPeriod occurrenceString>performedString occurrenceAge>performedAge occurrenceRange>performedRange reason>reasonCode:concepts context>encounter',
  MedicationStatement:
    'reasonNotTaken>statusReason reasonForUseCodeableConcept>reasonCode reasonForUseReference>reasonReference reason>reasonCode:concepts',
  MedicationRequest:
    'dateWritten>authoredOn prescriber>requester requester>requester:agent reason>reasonCode:concepts context>encounter',
  MedicationAdministration:
    'effectiveTimeDateTime>effectiveDateTime effectiveTimePeriod>effectivePeriod occurenceDateTime>effectiveDateTime occurencePeriod>effectivePeriod reasonNotGiven>statusReason reasonGiven>reasonCode prescription>request reason>reasonCode:concepts',
  DeviceUseStatement:
    'whenUsed>timingPeriod indication>reasonCode notes>note:notes patient>subject dateAsserted>recordedOn reason>reasonCode:concepts',
  ServiceRequest: 'requester>requester:agent code>code:concept context>encounter',
  DocumentReference: 'created>date indexed>date class>category',
  Encounter: 'actualPeriod>period admission>hospitalization',
  Goal: 'status>lifecycleStatus',
  Coverage: 'insurer>payor issuer>payor',
  Medication: 'doseForm>form',
  Device: 'udi>udiCarrier model>modelNumber expiry>expirationDate',
  CarePlan: 'context>encounter',
  CareTeam: 'context>encounter',
}

/** Elements that R4 knows under another name, by the type in R4. */
export const RENAMES: ReadonlyMap<string, readonly RenameRule[]> = new Map(
  Object.entries(TABLE).map(([type, rules]) => [
    type,
    rules.split(' ').map((rule): RenameRule => {
      const [from = '', to = '', conversion] = rule.split(/[>:]/)
      return { from, to, as: CONVERSIONS.get(conversion) }
    }),
  ]),
)

/** An element by which other versions say that something did not happen. */
export interface Negation {
  readonly element: string
  readonly types: readonly string[]
  /** The code that negates; `undefined` for an element that is true or false. */
  readonly code: string | undefined
  readonly status: 'not-done' | 'not-taken'
}

export const NEGATIONS: readonly Negation[] = [
  ...['notGiven', 'wasNotGiven'].map((element) => ({
    element,
    types: ['Immunization', 'MedicationAdministration'],
    code: undefined,
    status: 'not-done' as const,
  })),
  ...['notDone', 'notPerformed'].map((element) => ({
    element,
    types: ['Procedure', 'Communication', 'MedicationDispense'],
    code: undefined,
    status: 'not-done' as const,
  })),
  { element: 'wasNotTaken', types: ['MedicationStatement'], code: undefined, status: 'not-taken' },
  { element: 'taken', types: ['MedicationStatement'], code: 'n', status: 'not-taken' },
  { element: 'adherence', types: ['MedicationStatement'], code: 'not-taking', status: 'not-taken' },
]

/** R5 has one element for a concept or a reference to one where R4 has two. */
export const COMBINED: ReadonlyMap<string, readonly string[]> = new Map([
  ['MedicationRequest', ['medication']],
  ['MedicationStatement', ['medication']],
  ['MedicationAdministration', ['medication']],
  ['MedicationDispense', ['medication']],
])
