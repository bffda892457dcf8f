import type * as R4 from 'fhir/r4'

/**
 * FHIR R4 types in which every property is optional at every depth. Payloads come from strangers: a resource that
 * lacks a mandatory element is ordinary, and code that assumes one is a blank page in front of a patient.
 *
 * The types say nothing about *shape*: a list may arrive as one object and a string as a number. Read through
 * `shape.ts` whenever a wrong shape would throw.
 */
export type Loose<T> = T extends string | number | boolean | undefined | null
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : { readonly [Key in keyof T]?: Loose<T[Key]> | undefined }

/** Any resource: the type name as received, and whatever else there is. */
export interface Resource {
  readonly resourceType?: string | undefined
  readonly id?: string | undefined
  readonly meta?: Loose<R4.Meta> | undefined
  readonly language?: string | undefined
  readonly text?: Loose<R4.Narrative> | undefined
  readonly contained?: readonly Resource[] | undefined
  readonly extension?: readonly Extension[] | undefined
  readonly modifierExtension?: readonly Extension[] | undefined
  readonly [element: string]: unknown
}

export interface BundleEntry {
  readonly fullUrl?: string | undefined
  readonly resource?: Resource | undefined
  readonly [element: string]: unknown
}

export interface Bundle {
  readonly resourceType?: string | undefined
  readonly type?: string | undefined
  readonly timestamp?: string | undefined
  readonly entry?: readonly BundleEntry[] | undefined
  readonly [element: string]: unknown
}

/** `Loose` R4 resources by type name, for tables and models that know what they read. */
export interface R4Resources {
  AllergyIntolerance: Loose<R4.AllergyIntolerance>
  CarePlan: Loose<R4.CarePlan>
  CareTeam: Loose<R4.CareTeam>
  Composition: Loose<R4.Composition>
  Condition: Loose<R4.Condition>
  Consent: Loose<R4.Consent>
  Coverage: Loose<R4.Coverage>
  Device: Loose<R4.Device>
  DeviceUseStatement: Loose<R4.DeviceUseStatement>
  DiagnosticReport: Loose<R4.DiagnosticReport>
  DocumentReference: Loose<R4.DocumentReference>
  Encounter: Loose<R4.Encounter>
  FamilyMemberHistory: Loose<R4.FamilyMemberHistory>
  Flag: Loose<R4.Flag>
  Goal: Loose<R4.Goal>
  ImagingStudy: Loose<R4.ImagingStudy>
  Immunization: Loose<R4.Immunization>
  ImmunizationRecommendation: Loose<R4.ImmunizationRecommendation>
  Location: Loose<R4.Location>
  Medication: Loose<R4.Medication>
  MedicationAdministration: Loose<R4.MedicationAdministration>
  MedicationDispense: Loose<R4.MedicationDispense>
  MedicationRequest: Loose<R4.MedicationRequest>
  MedicationStatement: Loose<R4.MedicationStatement>
  Observation: Loose<R4.Observation>
  Organization: Loose<R4.Organization>
  Patient: Loose<R4.Patient>
  Practitioner: Loose<R4.Practitioner>
  PractitionerRole: Loose<R4.PractitionerRole>
  Procedure: Loose<R4.Procedure>
  Provenance: Loose<R4.Provenance>
  QuestionnaireResponse: Loose<R4.QuestionnaireResponse>
  RelatedPerson: Loose<R4.RelatedPerson>
  ServiceRequest: Loose<R4.ServiceRequest>
  Specimen: Loose<R4.Specimen>
}

export type Patient = R4Resources['Patient']
export type Composition = R4Resources['Composition']
export type CompositionSection = Loose<R4.CompositionSection>
export type Address = Loose<R4.Address>
export type Annotation = Loose<R4.Annotation>
export type Attachment = Loose<R4.Attachment>
export type CodeableConcept = Loose<R4.CodeableConcept>
export type Coding = Loose<R4.Coding>
export type ContactPoint = Loose<R4.ContactPoint>
export type Dosage = Loose<R4.Dosage>
export type Extension = Loose<R4.Extension>
export type HumanName = Loose<R4.HumanName>
export type Identifier = Loose<R4.Identifier>
export type Money = Loose<R4.Money>
export type Narrative = Loose<R4.Narrative>
export type Period = Loose<R4.Period>
export type Quantity = Loose<R4.Quantity>
export type Range = Loose<R4.Range>
export type Ratio = Loose<R4.Ratio>
export type Reference = Loose<R4.Reference>
export type Timing = Loose<R4.Timing>
