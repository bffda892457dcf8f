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

const rename = (from: string, to: string, as?: (value: unknown) => unknown): RenameRule => ({ from, to, as })

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

const CONTEXT = rename('context', 'encounter')
const REASON = rename('reason', 'reasonCode', asConcepts)

/** Elements that R4 knows under another name, by the type in R4. */
export const RENAMES: ReadonlyMap<string, readonly RenameRule[]> = new Map([
  [
    'AllergyIntolerance',
    [
      rename('assertedDate', 'recordedDate'),
      rename('substance', 'code'),
      rename('reporter', 'asserter'),
      rename('lastOccurence', 'lastOccurrence'),
    ],
  ],
  ['Condition', [rename('assertedDate', 'recordedDate'), rename('dateRecorded', 'recordedDate'), CONTEXT]],
  [
    'Observation',
    [
      rename('comment', 'note', asNotes),
      rename('comments', 'note', asNotes),
      rename('related', 'hasMember', related('has-member')),
      rename('related', 'derivedFrom', related('derived-from')),
      CONTEXT,
    ],
  ],
  ['DiagnosticReport', [rename('codedDiagnosis', 'conclusionCode'), rename('image', 'media'), CONTEXT]],
  [
    'Immunization',
    [
      rename('date', 'occurrenceDateTime'),
      rename('practitioner', 'performer'),
      rename('performer', 'performer', asActors),
      rename('vaccinationProtocol', 'protocolApplied'),
      rename('reported', 'primarySource', asFirstHand),
      REASON,
    ],
  ],
  [
    'Procedure',
    [
      rename('notDoneReason', 'statusReason'),
      rename('reasonNotPerformed', 'statusReason'),
      rename('occurrenceDateTime', 'performedDateTime'),
      rename('occurrencePeriod', 'performedPeriod'),
      rename('occurrenceString', 'performedString'),
      rename('occurrenceAge', 'performedAge'),
      rename('occurrenceRange', 'performedRange'),
      REASON,
      CONTEXT,
    ],
  ],
  [
    'MedicationStatement',
    [
      rename('reasonNotTaken', 'statusReason'),
      rename('reasonForUseCodeableConcept', 'reasonCode'),
      rename('reasonForUseReference', 'reasonReference'),
      REASON,
    ],
  ],
  [
    'MedicationRequest',
    [
      rename('dateWritten', 'authoredOn'),
      rename('prescriber', 'requester'),
      rename('requester', 'requester', asAgent),
      REASON,
      CONTEXT,
    ],
  ],
  [
    'MedicationAdministration',
    [
      rename('effectiveTimeDateTime', 'effectiveDateTime'),
      rename('effectiveTimePeriod', 'effectivePeriod'),
      rename('occurenceDateTime', 'effectiveDateTime'),
      rename('occurencePeriod', 'effectivePeriod'),
      rename('reasonNotGiven', 'statusReason'),
      rename('reasonGiven', 'reasonCode'),
      rename('prescription', 'request'),
      REASON,
    ],
  ],
  [
    'DeviceUseStatement',
    [
      rename('whenUsed', 'timingPeriod'),
      rename('indication', 'reasonCode'),
      rename('notes', 'note', asNotes),
      rename('patient', 'subject'),
      rename('dateAsserted', 'recordedOn'),
      REASON,
    ],
  ],
  ['ServiceRequest', [rename('requester', 'requester', asAgent), rename('code', 'code', asConcept), CONTEXT]],
  ['DocumentReference', [rename('created', 'date'), rename('indexed', 'date'), rename('class', 'category')]],
  ['Encounter', [rename('actualPeriod', 'period'), rename('admission', 'hospitalization')]],
  ['Goal', [rename('status', 'lifecycleStatus')]],
  ['Coverage', [rename('insurer', 'payor'), rename('issuer', 'payor')]],
  ['Medication', [rename('doseForm', 'form')]],
  [
    'Device',
    [rename('udi', 'udiCarrier'), rename('model', 'modelNumber'), rename('expiry', 'expirationDate')],
  ],
  ['CarePlan', [CONTEXT]],
  ['CareTeam', [CONTEXT]],
])

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
