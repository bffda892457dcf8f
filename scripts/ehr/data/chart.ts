import type { Json } from '../fhir/engine'

/** One document of a chart, before it is FHIR. */
export interface Paper {
  readonly id: string
  readonly title: string
  /** Media type; absent where the chart does not state one. */
  readonly contentType?: string
  /** What is stored. Absent for a document whose content is somewhere else, or gone. */
  readonly content?: Uint8Array
  /** relative: `Binary/…` · absolute: below the FHIR base · inline: in the document itself · any other: that address. */
  readonly where: 'relative' | 'absolute' | 'inline' | URL
  readonly date: string
  /** Default: a note. */
  readonly type?: readonly [code: string, display: string]
  readonly status?: 'current' | 'superseded' | 'entered-in-error'
}

/** Codes of LOINC and what they are called. */
export const PAPER_TYPES = {
  note: ['34109-9', 'Note'],
  insurance: ['64290-0', 'Health insurance card'],
  immunization: ['11369-6', 'History of Immunization'],
  laboratory: ['11502-2', 'Laboratory report'],
  correspondence: ['57133-1', 'Referral note'],
} as const

/** The document as FHIR, and its content where the chart stores it apart. */
export function documentOf(patient: string, issuer: string, paper: Paper): readonly Json[] {
  const { id, title, contentType, content, where, date, type = PAPER_TYPES.note, status = 'current' } = paper
  const data = content && Buffer.from(content).toString('base64')
  const url = where instanceof URL ? where.href : `${where === 'absolute' ? `${issuer}/` : ''}Binary/${id}`
  const document: Json = {
    resourceType: 'DocumentReference',
    id,
    status,
    type: { coding: [{ system: 'http://loinc.org', code: type[0], display: type[1] }], text: type[1] },
    category: [
      {
        coding: [
          {
            system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
            code: 'clinical-note',
          },
        ],
      },
    ],
    subject: { reference: `Patient/${patient}` },
    date,
    description: title,
    content: [
      {
        attachment: {
          ...(contentType !== undefined && { contentType }),
          ...(where === 'inline' ? { data } : { url }),
          ...(content && { size: content.length }),
          title,
        },
      },
    ],
    context: { period: { start: date, end: date } },
  }
  if (data === undefined || where === 'inline') return [document]
  const securityContext = { reference: `Patient/${patient}` }
  const binary = { contentType: contentType ?? 'application/octet-stream', securityContext, data }
  return [document, { resourceType: 'Binary', id, ...binary }]
}
