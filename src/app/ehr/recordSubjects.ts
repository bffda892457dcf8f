import type { RecordSubject } from '../../core/ehr/chartPatient'
import type { DocumentKind } from '../../core/ehr/documentReference'
import type { OrganizedBundle } from '../../core/organizeResources'
import { coverage, insuredBy, subscribersOf } from '../../renderers/coverage'
import { immunizationHistory } from '../../renderers/immunizationHistory'
import { patientSummary } from '../../renderers/patientSummary'
import { compositionsOf, documentBundlesOf, isPatientSummary } from '../../renderers/patientSummary/documents'
import { rendererFor } from '../../renderers/registry'

/** Whom a record names, and as what: an insurance card covers some people and is paid for by others. */
export function recordSubjects(bundle: OrganizedBundle): readonly RecordSubject[] {
  const renderer = rendererFor(bundle)
  const subjects = renderer.subjects(bundle)
  if (renderer.id !== coverage.id) return subjects.map((patient) => ({ patient, role: 'subject' }))
  const [insured, subscribers] = [insuredBy(bundle), subscribersOf(bundle)]
  return subjects.map((patient) => ({
    patient,
    role: insured.includes(patient) ? 'insured' : subscribers.includes(patient) ? 'subscriber' : 'subject',
  }))
}

/** What a record is filed as. */
export function recordKind(bundle: OrganizedBundle): DocumentKind {
  switch (rendererFor(bundle).id) {
    case coverage.id:
      return 'insurance-card'
    case immunizationHistory.id:
      return 'immunizations'
    case patientSummary.id:
      return documentBundlesOf(bundle).flatMap(compositionsOf).every(isPatientSummary)
        ? 'patient-summary'
        : 'other'
    default:
      return 'other'
  }
}
