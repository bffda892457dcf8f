import { defineMessages } from '../../i18n/defineMessages'
import type { ProfileRule } from '../../core/patientSharedProfile'

/** What each rule of the patient-shared profile asks for, said as what is wrong; for implementers. */
export const english = {
  'bundle-type': 'The bundle is not a collection.',
  'bundle-timestamp': 'The bundle does not say when it was made.',
  'entry-count': 'The bundle holds nothing besides a patient.',
  'patient-count': 'The bundle must hold exactly one patient.',
  'fullurl-not-urn': 'The address of an entry is not of the form `urn:uuid:…`.',
  'fullurl-duplicate': 'Two entries have the same address.',
  'reference-dangling': 'A reference leads to nothing in the bundle.',
  'reference-external': 'A reference leads out of the bundle, to another server.',
  'meta-profile': 'A resource claims a profile in `meta.profile`.',
  'patient-demographics': 'The patient has no name or no birth date to compare.',
  'rendered-missing': 'The PDF that shows the record (LOINC 60591-5) is missing.',
  'docref-status': 'The status of a document is not `current`.',
  'docref-type': 'The type of a document is neither LOINC 60591-5 nor 51855-5.',
  'docref-category': 'A document is not in the category `patient-shared`.',
  'docref-subject': 'The subject of a document is not the patient.',
  'docref-date': 'A document has no date.',
  'docref-author': 'A document has no author in the bundle.',
  'docref-content-type': 'A document is not a PDF.',
  'docref-data': 'The content of a document is missing, or is not base64.',
  'docref-label': 'A document lacks the security label `PATAST`.',
  'attachment-url': 'An attachment is at an address instead of in the bundle.',
  'attachment-no-data': 'An attachment has no content.',
  'attachment-content-type': 'An attachment is of a type that a receiver may not be able to show.',
} as const satisfies Readonly<Record<ProfileRule, string>>

export const profileMessages = defineMessages(english, {
  es: () => import('./profileMessages.es').then(({ spanish }) => spanish),
})
