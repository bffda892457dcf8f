import { allergies, conditions, familyHistory, flags, impressions, procedures } from './definitions/clinical'
import {
  careTeams,
  carePlans,
  consents,
  encounters,
  goals,
  questionnaireResponses,
  serviceRequests,
} from './definitions/care'
import {
  immunizationEvaluations,
  immunizationRecommendations,
  immunizations,
} from './definitions/immunizations'
import { insurancePlans } from './definitions/insurance'
import {
  medicationAdministrations,
  medicationDispenses,
  medicationRequests,
  medications,
  medicationStatements,
} from './definitions/medications'
import {
  locations,
  organizations,
  patients,
  practitionerRoles,
  practitioners,
  relatedPersons,
} from './definitions/people'
import { diagnosticReports, imagingStudies, observations, specimens } from './definitions/results'
import {
  compositions,
  coverages,
  deviceUses,
  devices,
  documentReferences,
  provenances,
} from './definitions/things'
import type { TableDefinition } from './table'

/** Every table by the type of its resources. A table reads loosely typed resources, so that one type serves for all of them here. */
export const DEFINITIONS: ReadonlyMap<string, TableDefinition> = new Map(
  [
    allergies,
    carePlans,
    careTeams,
    compositions,
    conditions,
    consents,
    coverages,
    deviceUses,
    devices,
    diagnosticReports,
    documentReferences,
    encounters,
    familyHistory,
    flags,
    goals,
    imagingStudies,
    immunizationEvaluations,
    immunizationRecommendations,
    immunizations,
    impressions,
    insurancePlans,
    locations,
    medicationAdministrations,
    medicationDispenses,
    medicationRequests,
    medications,
    medicationStatements,
    observations,
    organizations,
    patients,
    practitionerRoles,
    practitioners,
    procedures,
    provenances,
    questionnaireResponses,
    relatedPersons,
    serviceRequests,
    specimens,
  ].map((definition) => [definition.type, definition as unknown as TableDefinition]),
)
