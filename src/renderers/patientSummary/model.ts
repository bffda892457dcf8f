import { hasNarrative } from '../../core/fhir/narrative'
import { typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import { createFormat, type Format } from '../tables/format'
import type { GlanceSection, GlanceSource } from '../tables/glance/types'
import type { TableModel } from '../tables/table'
import { toTables } from '../tables/toTables'
import { compositionsOf, documentBundlesOf, isPatientSummary } from './documents'
import { headerFields, headerLead, headerRemarks, languageOf } from './header'
import { messages } from './messages'
import type { Remark } from '../tables/remark'
import type { LabelledText, Place } from './place'
import { toSections, type SectionModel } from './sections'
import { textLinksIn, type TextLinks } from './textLinks'

/** One Composition: what it says about itself, and its sections in the author's order. */
export interface DocumentModel {
  readonly ref: string
  readonly remarks: readonly Remark[]
  /** The header in a few lines. */
  readonly lead: readonly string[]
  readonly title?: string
  readonly fields: readonly LabelledText[]
  /** The Narrative of the document as a whole, as sent. */
  readonly narrative?: unknown
  readonly sections: readonly SectionModel[]
  /** Between the rows and the author's texts. */
  readonly links: TextLinks
}

/** A bundle with documents, and the entries that none of their sections mentions. */
export interface DocumentBundleModel {
  readonly bundle: OrganizedBundle
  readonly documents: readonly DocumentModel[]
  readonly rest: readonly TableModel[]
  /** Something in `rest` is more than who wrote what for whom. */
  readonly restIsClinical: boolean
  readonly glance: GlanceSource
}

export interface PatientSummaryModel {
  readonly parts: readonly DocumentBundleModel[]
  /** The entries of a bundle that holds documents and is none itself. */
  readonly around: readonly TableModel[]
}

/** Every entry of the bundle is in a section, in the rest, or around the documents; none is only in the JSON. Pure. */
export function toModel(bundle: OrganizedBundle, context: ViewContext): PatientSummaryModel {
  const parts = documentBundlesOf(bundle)
  return {
    parts: parts.map((part) => toPart(part, context)),
    around: parts.includes(bundle) ? [] : toTables(bundle.items, bundle, context),
  }
}

function toPart(bundle: OrganizedBundle, context: ViewContext): DocumentBundleModel {
  const f = createFormat(bundle, context)
  const documents = compositionsOf(bundle).map((composition) => toDocument(composition, f))
  const mentioned = new Set(documents.flatMap(({ sections }) => sections.flatMap(itemsOfSection)))
  const rest = bundle.items.filter((item) => !mentioned.has(item))
  const [subject] = compositionsOf(bundle).map(
    (item) => bundle.resolve(item.resource['subject'], item)?.resource,
  )
  return {
    bundle,
    documents,
    rest: toTables(rest, bundle, context),
    restIsClinical: rest.some(({ resource }) => !ADMINISTRATIVE.has(typeOf(resource))),
    glance: {
      items: bundle.items,
      sections: documents.flatMap(({ sections }) => sections.flatMap(glanceSections)),
      isSummary: compositionsOf(bundle).some(isPatientSummary),
      ...(subject && { subject }),
    },
  }
}

/** What the strip has to know of a section and of those inside it. */
const glanceSections = (section: SectionModel): readonly GlanceSection[] => [
  { ...section, key: section.address, hasText: section.narrative !== undefined },
  ...section.sections.flatMap(glanceSections),
]

function toDocument(composition: BundleItem, f: Format): DocumentModel {
  const language = languageOf(composition, f.bundle.bundle)
  const place: Place = {
    f,
    t: messages(f.speech.language),
    composition,
    isForeign: language !== undefined && language.split(/[-_]/)[0]?.toLowerCase() !== f.speech.language,
  }
  const { resource } = composition
  const title = f.text(resource['title'], resource['_title'])
  const sections = toSections(resource['section'], place)
  return {
    ref: composition.ref,
    remarks: headerRemarks(place),
    lead: headerLead(place),
    ...(title !== undefined && { title }),
    fields: headerFields(place),
    ...(hasNarrative(resource.text) && { narrative: resource.text }),
    sections,
    links: textLinksIn(sections, place),
  }
}

const itemsOfSection = ({ items, sections }: SectionModel): readonly BundleItem[] => [
  ...items,
  ...sections.flatMap(itemsOfSection),
]

/** Types that say who wrote what for whom, and by what means, and are rarely read for themselves. */
const ADMINISTRATIVE: ReadonlySet<string> = new Set([
  'Composition',
  'Patient',
  'RelatedPerson',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Device',
  'Medication',
  'Specimen',
  'Provenance',
])
