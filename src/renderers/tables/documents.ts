import { firstBytes } from '../../core/document/documentBytes'
import { peekDocument } from '../../core/document/peekDocument'
import type { DocumentKind } from '../../core/document/recogniseDocument'
import { sentDocuments, sizeOf, type SentDocument } from '../../core/document/sentDocuments'
import { formatBytes } from '../../core/fhir/attachment'
import { resourcesOf, typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import { flatList } from '../../core/fhir/shape'
import type { Patient, Resource } from '../../core/fhir/types'
import type { ViewContext } from '../renderer'
import { createFormat, type Format } from './format'
import { standingOf } from './marks'
import type { RowMark } from './table'

/** One document of an entry, in words. */
export interface DocumentItem {
  readonly document: SentDocument
  /** Its own title, else the name of its entry. Never blank. */
  readonly title: string
  /** By its bytes where they are here, else `undefined`: what is declared is only declared. */
  readonly kind?: DocumentKind
  /** Its bytes are here and cannot be decoded. */
  readonly damaged: boolean
  readonly size?: string
  /** What its reader has to know beside it: who wrote it, when, and what kind of document it is called. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** How its entry has to be read. */
  readonly marks: readonly RowMark[]
  /** Whom the entry is about; where it does not say, everybody whom the record names. */
  readonly patients: readonly Patient[]
}

/** The documents of an entry, as its sender lists them; several formats of one document are several. Pure; never throws. */
export function toDocuments(
  item: BundleItem,
  bundle: OrganizedBundle,
  context: ViewContext,
  name?: string,
): readonly DocumentItem[] {
  const sent = sentDocuments(item, bundle)
  // Nearly every entry has none, and costs no more than the look.
  if (sent.length === 0) return []
  const f = createFormat(bundle, context)
  const label = name ?? f.label(item.resource, item) ?? item.ref
  const { marks } = standingOf(item.resource, f)
  const patients = patientsOf(item, bundle)
  const shared = entryFacts(item, label, f)
  return sent.map((document): DocumentItem => {
    const bytes = sizeOf(document)
    const kind = peekDocument(document)?.kind
    return {
      document,
      title: document.title ?? label,
      damaged: document.content.kind === 'here' && firstBytes(document) === undefined,
      ...(kind !== undefined && { kind }),
      ...(bytes !== undefined && { size: formatBytes(bytes, f.speech.language) }),
      patients,
      facts: [...shared, ...ownFacts(document, f)],
      marks,
    }
  })
}

function patientsOf(item: BundleItem, bundle: OrganizedBundle): readonly Patient[] {
  const { resource } = item
  const subjects = flatList(resource['subject'] ?? resource['patient']).flatMap((subject) => {
    const found = bundle.resolve(subject, item)?.resource
    return found && typeOf(found) === 'Patient' ? [found as Patient] : []
  })
  return subjects.length > 0 ? subjects : resourcesOf(bundle, 'Patient')
}

type Fact = DocumentItem['facts'][number]

/** Who is responsible for what an entry says, and when it was, by the elements in which types name them. */
const AUTHORS = ['author', 'performer', 'resultsInterpreter', 'operator', 'sender', 'source']
const DATES = ['date', 'issued', 'created', 'indexed', 'dateTime', 'authored', 'sent']

function entryFacts(item: BundleItem, label: string, f: Format): readonly Fact[] {
  const { resource } = item
  const authors = AUTHORS.flatMap((element) => f.reference(resource[element], item) ?? [])
  return [
    { label: f.speech.type(typeOf(resource)) ?? typeOf(resource), value: label },
    ...named(f.speech.type('Patient'), f.reference(resource['subject'] ?? resource['patient'], item)),
    ...named(f.speech.header('author'), [...new Set(authors)].join('; ') || undefined),
    ...named(f.speech.header('date'), dateOf(resource, f)),
    ...named(f.speech.header('custodian'), f.reference(resource['custodian'], item)),
  ]
}

const dateOf = (resource: Resource, f: Format): string | undefined =>
  f.value(resource, 'effective') ??
  DATES.map((name) => f.date(resource[name])).find((words) => words !== undefined)

const ownFacts = ({ creation, language, format }: SentDocument, f: Format): readonly Fact[] => [
  ...named(f.speech.header('authored'), f.date(creation)),
  ...named(f.speech.header('language'), language),
  ...named(f.speech.header('form'), f.coding(format)),
]

const named = (label: string | undefined, value: string | undefined): readonly Fact[] =>
  value === undefined ? [] : [{ label: label ?? '', value }]
