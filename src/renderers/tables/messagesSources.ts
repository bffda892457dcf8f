import { defineMessages } from '../../i18n/defineMessages'
import { defineWords } from './words'

/** Words for who says what an entry says, and for what happened to it. */
export const english = {
  title: 'Who says so',
  patient: 'Reported by the patient',
  patient_named: 'Reported by the patient: {name}',
  relative: 'Reported by a relative or friend',
  relative_named: 'Reported by a relative or friend: {name}',
  clinician: 'From a clinician',
  clinician_named: 'Clinician: {name}',
  organization: 'From an organization',
  organization_named: 'Organization: {name}',
  device: 'From a device or software',
  device_named: 'Device or software: {name}',
  unknown: 'Somebody whose kind is not stated',
  unknown_named: 'Kind not stated: {name}',
  byLabel: '{source} (as the security label {by} says)',
  byProvenance: '{source} (as a record of its origin says: {by})',
  byProvenanceAlone: '{source} (as a record of its origin says)',
  byElement: '{source} (as the entry says: {by})',
  notStated: 'Not stated in this entry.',
  notStatedInDocument: 'Not stated in this entry. The document is by: {names}',
  labels: 'Marked by the sender',
  history: 'What happened',

  whenOccurred: '{date}',
  whenRecorded: 'Recorded {date}',
  whenUnknown: 'Date not stated',
  somethingDone: 'Origin stated',
  agent: '{role}: {name}',
  agentFor: '{role}: {name}, on behalf of {organization}',
  someone: 'not named',
  takesPart: 'Took part',
  entity: '{role}: {what}',
  usedEntity: 'Used',
  reason: 'Reason: {text}',
  policy: 'Policy: {text}',
  place: 'Place: {text}',
  otherVersion: 'This is about version {version} of the entry, not about the one shown here.',
  signature: 'Carries a digital signature, which this viewer has not checked.',
  goTo: 'Show its entry',

  recordTitle: 'How the record came about',
  recordAuthored: 'Written',
  recordAuthoredBy: 'Author: {names}',
  recordConfirmed: 'Confirmed',
  recordConfirmedBy: 'By {names}',
  recordKept: 'Kept by {name}',
  recordAssembled: 'Put together',
  recordUpdated: 'Last changed at its source',
  recordSource: 'Source: {source}',
  recordSigned: 'Signed as a health card',
  recordSignedBy: 'Issuer: {issuer}',
  recordShared: 'Shared by a link to {host}',
  recordSharedPatient: 'Shared by the patient',
  recordUnsigned: 'Not signed: it could have been changed on its way.',
  recordBundleSignature: 'The bundle carries a digital signature, which this viewer has not checked.',
  recordSame: 'The same is said of every entry: {source}',

  sensitive: 'Sensitive: {kind}',
  confidentiality: 'Confidentiality: {level}',
} as const

export const sourceMessages = defineMessages(english, {
  es: () => import('./messagesSources.es').then(({ spanish }) => spanish),
})

/** What somebody did. Source: `provenance-participant-type`, v3 ParticipationType. */
export const englishRoles = {
  author: 'Author',
  AUT: 'Author',
  assembler: 'Put together by',
  attester: 'Attested by',
  composer: 'Composed by',
  custodian: 'Kept by',
  CST: 'Kept by',
  enterer: 'Entered by',
  ENT: 'Entered by',
  informant: 'Told by',
  INF: 'Told by',
  legal: 'Legally responsible',
  LA: 'Legally responsible',
  performer: 'Done by',
  PRF: 'Done by',
  transmitter: 'Sent by',
  TRANS: 'Sent by',
  verifier: 'Checked by',
  VRF: 'Checked by',
  WIT: 'Witness',
  IRCP: 'Receiver',
  PRCP: 'Receiver',
} as const

/** What was done. Source: v3 DataOperation, v3 DocumentCompletion, ISO 21089 lifecycle events. */
export const englishActivities = {
  CREATE: 'Created',
  UPDATE: 'Changed',
  REVISE: 'Revised',
  APPEND: 'Added to',
  DELETE: 'Deleted',
  NULLIFY: 'Withdrawn',
  CANCEL: 'Cancelled',
  ABORT: 'Broken off',
  OBSOLETE: 'Made obsolete',
  AU: 'Authenticated',
  LA: 'Legally authenticated',
  DI: 'Dictated',
  DO: 'Documented',
  IP: 'In progress',
  PA: 'Pre-authenticated',
  UC: 'Unsigned',
  access: 'Looked at',
  amend: 'Amended',
  archive: 'Archived',
  attest: 'Attested',
  deidentify: 'Made anonymous',
  deprecate: 'Withdrawn',
  destroy: 'Destroyed',
  disclose: 'Disclosed',
  extract: 'Extracted',
  merge: 'Merged with another record',
  originate: 'Created',
  pseudonymize: 'Pseudonymised',
  receive: 'Received',
  report: 'Reported',
  restore: 'Restored',
  transform: 'Converted',
  transmit: 'Sent',
  unmerge: 'Separated from another record',
  verify: 'Verified',
} as const

/** What something was to the making of an entry. Source: `provenance-entity-role`; STU3 and DSTU2 spell some otherwise. */
export const englishEntities = {
  derivation: 'Derived from',
  revision: 'Revision of',
  quotation: 'Quoted from',
  source: 'Taken from',
  removal: 'Removed',
  instantiates: 'Follows',
} as const

const spanish = () => import('./messagesSources.es')

export const roleWords = defineWords(englishRoles, () => spanish().then(({ roles }) => roles))
export const activityWords = defineWords(englishActivities, () =>
  spanish().then(({ activities }) => activities),
)
export const entityWords = defineWords(englishEntities, () => spanish().then(({ entities }) => entities))
