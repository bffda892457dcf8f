import { base64FromBytes } from '../encoding'
import { err, ok, type Result } from '../result'

/** What kind of record a document shows. */
export type DocumentKind = 'insurance-card' | 'immunizations' | 'patient-summary' | 'other'

/** pdf, jpeg: the record as it is shown · card: the card file, signature and all · fhir: the JSON as it was received. */
export type DocumentForm = 'pdf' | 'jpeg' | 'card' | 'fhir'

const CONTENT_TYPES: Readonly<Record<DocumentForm, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  card: 'application/smart-health-card',
  fhir: 'application/fhir+json',
}

/** Bytes of content that US Core asks every EHR to take. Source: US Core, "Writing Clinical Notes". */
export const MOST_DOCUMENT_BYTES = 5 * 1024 * 1024

export interface DocumentToSave {
  readonly kind: DocumentKind
  readonly form: DocumentForm
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Id of the patient whose chart it goes to. */
  readonly patientId: string
  /** Who is signed in, such as `Practitioner/12`. */
  readonly user?: string | undefined
  readonly encounterId?: string | undefined
  /** Stands in lists of documents: no health data in it. */
  readonly title: string
  /** Where the record came from and what the check of it found, in words. */
  readonly description: string
  /** Nobody but the patient vouches for it. */
  readonly patientAsserted: boolean
  readonly now: Date
}

/** What is sent. Shaped so that it can be compared with what an EHR has. */
export interface DocumentReferenceToSave {
  readonly resourceType: 'DocumentReference'
  readonly identifier: readonly [{ readonly system: string; readonly value: string }]
  readonly date: string
  readonly [element: string]: unknown
}

/** The system of our own identifiers: made once, at random, and used for nothing else. */
export const IDENTIFIER_SYSTEM = 'urn:uuid:b4d90aaa-4286-48bc-ba4a-15dcf8d8b405'

/**
 * A DocumentReference that Epic, Oracle Health and servers of US Core take: `current` and `final`, one LOINC type, the
 * category of clinical notes, one content with its data inside, at most one author, and a period whose ends have a time.
 * An encounter and an author are stated where they are known. Errors: `too-large`.
 * Source: FHIR R4 DocumentReference; US Core, "Writing Clinical Notes"; the rules of Oracle Health for creating one.
 */
export async function documentReference(
  document: DocumentToSave,
  recordText: string,
): Promise<Result<DocumentReferenceToSave, 'too-large'>> {
  const { bytes, form, patientId, user, encounterId, now } = document
  if (bytes.length > MOST_DOCUMENT_BYTES) return err('too-large')
  const date = now.toISOString()
  const author = practitionerOf(user)
  return ok({
    resourceType: 'DocumentReference',
    identifier: [{ system: IDENTIFIER_SYSTEM, value: await fingerprint([recordText, patientId, form]) }],
    status: 'current',
    docStatus: 'final',
    type: { coding: [TYPES[document.kind]] },
    category: [CLINICAL_NOTE],
    subject: { reference: `Patient/${patientId}` },
    date,
    ...(author !== undefined && { author: [{ reference: author }] }),
    description: document.description,
    ...(document.patientAsserted && { securityLabel: [PATIENT_ASSERTED] }),
    content: [
      {
        attachment: {
          contentType: CONTENT_TYPES[form],
          data: base64FromBytes(bytes),
          size: bytes.length,
          hash: base64FromBytes(new Uint8Array(await crypto.subtle.digest('SHA-1', bytes))),
          title: document.title,
          creation: date,
        },
      },
    ],
    context: {
      ...(encounterId !== undefined && { encounter: [{ reference: `Encounter/${encounterId}` }] }),
      period: { start: date, end: date },
    },
  })
}

const LOINC = 'http://loinc.org'

const TYPES = {
  'insurance-card': { system: LOINC, code: '64290-0', display: 'Health insurance card' },
  immunizations: { system: LOINC, code: '11369-6', display: 'History of Immunization note' },
  'patient-summary': { system: LOINC, code: '60591-5', display: 'Patient summary Document' },
  // The type that US Core asks every EHR to take.
  other: { system: LOINC, code: '34133-9', display: 'Summary of episode note' },
} as const satisfies Record<DocumentKind, object>

/** US Core's only category, and the only one that every EHR takes, also for what is no note in a narrower sense. */
const CLINICAL_NOTE = {
  coding: [
    {
      system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
      code: 'clinical-note',
      display: 'Clinical Note',
    },
  ],
}

/** Source: US Core, "Writing Clinical Notes"; HL7 v3 ObservationValue. */
const PATIENT_ASSERTED = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
      code: 'PATAST',
      display: 'patient asserted',
    },
  ],
}

/** `Practitioner/12`, also from an address; `undefined` for patients and relatives, who are no authors of a chart. */
const practitionerOf = (user: string | undefined): string | undefined =>
  /(?:^|\/)(Practitioner\/[A-Za-z0-9\-.]{1,64})$/.exec(user ?? '')?.[1]

/** The SHA-256 of what makes a saved document the same one, in hexadecimal digits: nothing can be read from it. */
async function fingerprint(parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
