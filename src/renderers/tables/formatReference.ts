import { bestName, formatName } from '../../core/fhir/person'
import { field, flatList, list, record, records, text } from '../../core/fhir/shape'
import { typeOf, type BundleItem } from '../../core/organizeResources'
import type { Resource } from '../../core/fhir/types'
import { isRecord } from '../../core/encoding'
import type { Format } from './format'
import { conceptText } from './formatCode'

/** Characters of a name inside another text. It is for recognising: the entry itself has a row of its own. */
const LONG_NAME = 300

/**
 * What a Reference leads to, by name; else the display that came with it; else its address. What the bundle does not
 * hold is said not to be included, so that nobody looks for it here.
 */
export function referenceText(value: unknown, f: Format, from?: BundleItem): string | undefined {
  const reference = record(value)
  const isConcept = ['coding', 'text', 'concept'].some((name) => reference?.[name] !== undefined)
  if (reference && (isConcept || isRecord(reference['reference']))) return conceptText(reference, f, from)
  const address = text(reference?.['reference']) ?? text(value)
  const found = f.bundle.resolve(value, from)
  const display = text(reference?.['display'])
  if (found) {
    const within = found.kind === 'entry' ? found.item : from
    const label = f.deeper()?.label(found.resource, within)
    return shortened(label) ?? display ?? typeLabel(found.resource, f)
  }
  const identifier = f.identifier(reference?.['identifier'])
  const words = display ?? identifier ?? address
  if (words === undefined) return undefined
  return address === undefined ? words : f.speech.t('notIncluded', { text: words })
}

const shortened = (name: string | undefined): string | undefined =>
  name !== undefined && name.length > LONG_NAME ? `${name.slice(0, LONG_NAME)}…` : name

const typeLabel = (resource: Resource, f: Format): string =>
  f.speech.type(typeOf(resource)) ?? (typeOf(resource) || f.speech.t('noResource'))

/**
 * What a resource is called. `undefined` when nothing in it can serve as a name. Tells people from organizations by
 * their shape, so that a type that this viewer has never heard of has a name, too.
 */
export function labelText(value: unknown, f: Format, from?: BundleItem): string | undefined {
  const resource = record(value)
  if (!resource) return text(value)
  const follow = (reference: unknown) => f.reference(reference, from)
  const own = OWN_LABELS.get(text(resource['resourceType']) ?? '')?.({ resource, f, from, follow })
  return own ?? commonLabel(resource, f, from)
}

interface Labelling {
  readonly resource: Resource
  readonly f: Format
  readonly from: BundleItem | undefined
  readonly follow: (reference: unknown) => string | undefined
}

const joined = (parts: readonly (string | undefined)[], separator = ', '): string | undefined =>
  parts.filter((part) => part !== undefined).join(separator) || undefined

const OWN_LABELS: ReadonlyMap<string, (labelling: Labelling) => string | undefined> = new Map([
  ['Patient', ({ resource, f }) => bestName(resource['name'], f.context.now)],
  ['Immunization', ({ resource, f, from }) => f.code(resource['vaccineCode'], from)],
  ...['MedicationStatement', 'MedicationRequest', 'MedicationDispense', 'MedicationAdministration'].map(
    (type) => [type, medicationLabel] as const,
  ),
  [
    'PractitionerRole',
    ({ resource, follow }) => joined([follow(resource['practitioner']), follow(resource['organization'])]),
  ],
  ['DeviceUseStatement', ({ resource, follow }) => follow(resource['device'])],
  ['Device', deviceLabel],
  [
    'Coverage',
    ({ resource, f, follow }) =>
      joined([joined(list(resource['payor']).map(follow)), f.code(resource['type'])]),
  ],
  [
    'FamilyMemberHistory',
    ({ resource, f }) =>
      joined([f.known(resource['relationship'], f.speech.relation), text(resource['name'])]),
  ],
  [
    'Medication',
    ({ resource, f, from }) =>
      f.code(resource['code'], from) ??
      joined(records(resource['ingredient']).map((part) => f.value(part, 'item', from))),
  ],
  ['DocumentReference', documentLabel],
  [
    'Media',
    ({ resource, f }) =>
      text(field(resource['content'], 'title')) ?? f.code(resource['modality']) ?? f.code(resource['type']),
  ],
  [
    'Encounter',
    ({ resource, f }) => f.code(resource['type']) ?? f.known(resource['class'], f.speech.encounter),
  ],
  [
    'ImmunizationRecommendation',
    ({ resource, f }) =>
      joined(
        records(resource['recommendation']).map(
          (part) => f.code(part['vaccineCode']) ?? f.code(part['targetDisease']),
        ),
      ),
  ],
  [
    'QuestionnaireResponse',
    ({ resource, f, follow }) =>
      text(field(resource['_questionnaire'], 'display')) ??
      (f.bundle.resolve(resource['questionnaire']) ? follow(resource['questionnaire']) : undefined),
  ],
  ['Provenance', ({ resource, f }) => f.code(resource['activity'])],
  ['Consent', ({ resource, f }) => f.code(resource['category']) ?? f.code(resource['scope'])],
  ['Binary', ({ resource, f }) => f.attachment(resource)],
  [
    'OperationOutcome',
    ({ resource, f }) =>
      joined(
        records(resource['issue']).map(
          (issue) => f.code(issue['details']) ?? text(issue['diagnostics']) ?? f.code(issue['code']),
        ),
      ),
  ],
] as const)

function medicationLabel({ resource, f, from }: Labelling): string | undefined {
  return f.value(resource, 'medication', from)
}

function deviceLabel({ resource, f }: Labelling): string | undefined {
  const names = [...list(resource['deviceName']), ...list(resource['udiCarrier'])]
  const named = names.map((name) => text(field(name, 'name')) ?? text(field(name, 'value')) ?? text(name))
  return (
    named.find((name) => name !== undefined) ??
    f.code(resource['type']) ??
    joined([text(resource['manufacturer']), text(resource['modelNumber']) ?? text(resource['model'])], ' ')
  )
}

function documentLabel({ resource, f }: Labelling): string | undefined {
  const titles = records(resource['content']).map(({ attachment }) => text(field(attachment, 'title')))
  return (
    f.code(resource['type']) ?? text(resource['description']) ?? titles.find((title) => title !== undefined)
  )
}

/** The elements that name a resource, in whatever type they occur; the best one first. */
const NAMING = [
  'code',
  'title',
  'name',
  'description',
  'type',
  'serviceType',
  'topic',
  'category',
  'reasonCode',
  'summary',
  'comment',
]

function commonLabel(
  resource: Readonly<Record<string, unknown>>,
  f: Format,
  from: BundleItem | undefined,
): string | undefined {
  for (const name of NAMING) {
    const value = resource[name]
    const words = name === 'name' ? nameText(value, f) : f.code(value, from)
    if (words !== undefined) return words
  }
  return f.identifier(resource['identifier'])
}

/** `name` is a HumanName for people and a text for everything else; R5 has lists of texts. */
function nameText(value: unknown, f: Format): string | undefined {
  const [first] = flatList(value)
  return isRecord(first) ? bestName(value, f.context.now) : formatName(first)
}
