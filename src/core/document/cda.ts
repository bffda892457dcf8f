import { saysSomething, cdaNarrative } from './cdaText'
import type { SentDocument } from './sentDocuments'
import { childAt, childrenOf, elementsOf, readXml, textOf, type XmlElement } from './xml'

/** What a CDA document says of itself and in its sections. Everything is the sender's text, to be escaped. */
export interface CdaDocument {
  readonly title?: string
  /** The kind of document, by its code's display. */
  readonly kind?: string
  /** In FHIR's notation, with the precision and offset that were recorded. */
  readonly date?: string
  readonly patients: readonly CdaPerson[]
  readonly authors: readonly CdaPerson[]
  readonly custodian?: string
  /** Who signed it with legal effect. */
  readonly signer?: CdaPerson
  /** `R` and `V`: restricted, very restricted. As sent. */
  readonly confidentiality?: string
  readonly sections: readonly CdaSection[]
  /** A body that is a file of another kind, such as a PDF. */
  readonly file?: SentDocument
}

export interface CdaPerson {
  readonly name?: string
  readonly organization?: string
  readonly birthDate?: string
  /** The administrative gender's code as sent: `M`, `F`, `UN`. */
  readonly gender?: string
  readonly identifiers: readonly string[]
  readonly date?: string
}

export interface CdaSection {
  readonly title?: string
  /** HTML that still has to be sanitised; `undefined` when the section says nothing in words. */
  readonly html?: string
  /** Coded entries, which the text of a section should contain, and which this viewer does not read. */
  readonly entries: number
  /** Why the section says nothing: HL7 V3 NullFlavor, as sent. */
  readonly nullFlavor?: string
  readonly sections: readonly CdaSection[]
}

/** Nobody nests sections deeper. */
const MAXIMUM_DEPTH = 12

/**
 * Reads the header and the human-readable text of a CDA or C-CDA document; by its own rules that text holds all that
 * its author attests. `undefined` for anything else: it is then shown as it is written. Never throws.
 * Source: HL7 CDA R2; HL7 C-CDA R2.1, "Header" and "Section Narrative Block".
 */
export function readCda(source: string): CdaDocument | undefined {
  const root = readXml(source.replace(/^\uFEFF/, ''))
  if (root?.name !== 'ClinicalDocument') return undefined
  const body = childrenOf(root, 'component').flatMap(elementsOf)
  const structured = body.filter(({ name }) => name === 'structuredBody')
  const file = body.filter(({ name }) => name === 'nonXMLBody').map((one) => childAt(one, 'text'))[0]
  return {
    patients: childrenOf(root, 'recordTarget').map((target) => patientOf(childAt(target, 'patientRole'))),
    authors: childrenOf(root, 'author').map(authorOf),
    sections: structured.flatMap((one) => sectionsOf(one, 0)),
    ...stated({
      title: wordsOf(childAt(root, 'title')),
      kind: childAt(root, 'code')?.attributes.get('displayName'),
      date: dateOf(childAt(root, 'effectiveTime')),
      custodian: wordsOf(childAt(root, 'custodian assignedCustodian representedCustodianOrganization name')),
      signer: signerOf(childAt(root, 'legalAuthenticator')),
      confidentiality: childAt(root, 'confidentialityCode')?.attributes.get('code'),
      file: file && fileOf(file),
    }),
  }
}

type Stated<Facts> = { readonly [Name in keyof Facts]?: Exclude<Facts[Name], undefined> }

/** Without what is not stated. */
const stated = <Facts extends object>(facts: Facts): Stated<Facts> =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as Stated<Facts>

const patientOf = (role: XmlElement | undefined): CdaPerson => ({
  identifiers: identifiersOf(role),
  ...stated({
    name: nameOf(childAt(role, 'patient')),
    birthDate: dateOf(childAt(role, 'patient birthTime')),
    gender: childAt(role, 'patient administrativeGenderCode')?.attributes.get('code'),
    organization: wordsOf(childAt(role, 'providerOrganization name')),
  }),
})

function authorOf(author: XmlElement): CdaPerson {
  const assigned = childAt(author, 'assignedAuthor')
  const device = childAt(assigned, 'assignedAuthoringDevice')
  return {
    identifiers: [],
    ...stated({
      name:
        nameOf(childAt(assigned, 'assignedPerson')) ??
        wordsOf(childAt(device, 'softwareName')) ??
        wordsOf(childAt(device, 'manufacturerModelName')),
      organization: wordsOf(childAt(assigned, 'representedOrganization name')),
      date: dateOf(childAt(author, 'time')),
    }),
  }
}

const signerOf = (signer: XmlElement | undefined): CdaPerson | undefined =>
  signer && {
    identifiers: [],
    ...stated({
      name: nameOf(childAt(signer, 'assignedEntity assignedPerson')),
      organization: wordsOf(childAt(signer, 'assignedEntity representedOrganization name')),
      date: dateOf(childAt(signer, 'time')),
    }),
  }

/** Every name, the parts in the order in which they were written. */
const nameOf = (person: XmlElement | undefined): string | undefined =>
  childrenOf(person, 'name')
    .flatMap((name) => {
      const parts = elementsOf(name).map(textOf)
      return wordsIn(parts.length > 0 ? parts.join(' ') : textOf(name)) ?? []
    })
    .join(' / ') || undefined

const identifiersOf = (role: XmlElement | undefined): readonly string[] =>
  childrenOf(role, 'id').flatMap(({ attributes }) => attributes.get('extension') ?? [])

const wordsOf = (element: XmlElement | undefined): string | undefined => element && wordsIn(textOf(element))

const wordsIn = (text: string): string | undefined => text.replaceAll(/\s+/g, ' ').trim() || undefined

function sectionsOf(holder: XmlElement, depth: number): readonly CdaSection[] {
  if (depth > MAXIMUM_DEPTH) return []
  return childrenOf(holder, 'component')
    .flatMap((component) => childrenOf(component, 'section'))
    .map((section): CdaSection => {
      const text = childAt(section, 'text')
      return {
        entries: childrenOf(section, 'entry').length,
        sections: sectionsOf(section, depth + 1),
        ...stated({
          title:
            wordsOf(childAt(section, 'title')) ?? childAt(section, 'code')?.attributes.get('displayName'),
          html: saysSomething(text) ? cdaNarrative(text) : undefined,
          nullFlavor: section.attributes.get('nullFlavor'),
        }),
      }
    })
}

function fileOf(text: XmlElement): SentDocument {
  const { attributes } = text
  const type = attributes.get('mediaType')
  const reference = childAt(text, 'reference')?.attributes.get('value')
  const data = textOf(text).trim()
  const isBase64 = attributes.get('representation')?.toUpperCase() === 'B64'
  return {
    path: 'nonXMLBody',
    ...stated({ declaredType: type }),
    content: content({ data, isBase64, reference }),
  }
}

function content(body: {
  readonly data: string
  readonly isBase64: boolean
  readonly reference: string | undefined
}): SentDocument['content'] {
  const { data, isBase64, reference } = body
  if (data !== '' && isBase64) return { kind: 'here', data, encoding: 'base64' }
  if (data !== '') return { kind: 'bytes', bytes: new TextEncoder().encode(data) }
  if (reference === undefined) return { kind: 'none' }
  return /^https?:\/\//i.test(reference)
    ? { kind: 'elsewhere', url: reference }
    : { kind: 'not-included', address: reference }
}

/** `20240301103000+0100` as `2024-03-01T10:30:00+01:00`; whatever else it is, as it stands. */
function dateOf(element: XmlElement | undefined): string | undefined {
  const value = element?.attributes.get('value') ?? childAt(element, 'low')?.attributes.get('value')
  if (value === undefined) return undefined
  const parts = /^(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?(?:\.\d+)?)?([+-]\d{4})?$/.exec(value)
  if (!parts) return value
  const [, year, month, day, hour, minute, second = '00', zone] = parts
  const date = [year, month, day].filter((part) => part !== undefined).join('-')
  if (hour === undefined) return date
  return `${date}T${hour}:${minute}:${second}${zone === undefined ? '' : `${zone.slice(0, 3)}:${zone.slice(3)}`}`
}
