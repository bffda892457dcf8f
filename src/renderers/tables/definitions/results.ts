import { codingsOf } from '../../../core/fhir/code'
import { readQuantity } from '../../../core/fhir/quantity'
import { field, flatList, list, records } from '../../../core/fhir/shape'
import type { BundleItem } from '../../../core/organizeResources'
import { flagOf } from '../flags'
import type { Format } from '../format'
import { bareCodes } from '../formatCode'
import { extras, joined, linesOf, withRemarks } from '../lines'
import { identifierLines } from '../peopleLines'
import { standingOf } from '../marks'
import { defineTable } from '../table'

/** Every range that the laboratory gave, with whom and what it is for. */
const rangeLines = (ranges: unknown, f: Format): readonly string[] =>
  linesOf(ranges, f, (range) => {
    const limits = f.range({ low: field(range, 'low'), high: field(range, 'high') })
    const words = f.text(field(range, 'text')) ?? f.code(field(range, 'normalValue'))
    return withRemarks(
      limits ?? words,
      [
        limits === undefined || words === limits ? undefined : words,
        f.code(field(range, 'type')),
        f.code(field(range, 'appliesTo')),
        f.range(field(range, 'age')),
      ],
      f,
    )
  })

/** The sender's flag; where nobody flagged a value, whether it is outside the one range beside it. */
const flagText = (observation: unknown, f: Format): string | undefined =>
  f.known(field(observation, 'interpretation'), f.speech.interpretation) ?? flagOf(observation, f)?.text

/** `Label: value (flag, range)` for a part of a result. */
const componentLine = (component: unknown, f: Format, item: BundleItem): string | undefined => {
  const label = f.code(field(component, 'code'))
  const value = f.value(component, 'value', item)
  const remarks = [flagText(component, f), joined(rangeLines(field(component, 'referenceRange'), f))]
  if (label === undefined) return withRemarks(value, remarks, f)
  if (value === undefined) return withRemarks(label, remarks, f)
  return withRemarks(f.speech.t('labelled', { label, text: value }), remarks, f)
}

const SYSTOLIC = '8480-6'
const DIASTOLIC = '8462-4'

/**
 * Blood pressure the way it is read: `132/84 mmHg`. `undefined`, and so line by line, unless both values are plain
 * numbers in one unit: a value that is absent, or has a comparator, must be seen by itself.
 */
function bloodPressure(
  components: unknown,
): { readonly text: string; readonly used: ReadonlySet<unknown> } | undefined {
  const having = (code: string) =>
    records(components).find((component) =>
      codingsOf(component['code']).some((coding) => coding['code'] === code),
    )
  const [high, low] = [having(SYSTOLIC), having(DIASTOLIC)]
  const [top, bottom] = [high, low].map((component) => readQuantity(component?.['valueQuantity']))
  if (!top?.digits || !bottom?.digits || top.unit !== bottom.unit) return undefined
  if (top.comparator !== undefined || bottom.comparator !== undefined) return undefined
  const plain = [high, low].every((component) =>
    ['interpretation', 'referenceRange', 'dataAbsentReason'].every((name) => component?.[name] === undefined),
  )
  const text = joined([`${top.digits}/${bottom.digits}`, top.unit], ' ')
  return plain && text !== undefined ? { text, used: new Set([high, low]) } : undefined
}

/** What was found: the value, blood pressure as a pair, and the other parts line by line. */
export function resultLines(
  observation: unknown,
  f: Format,
  item: BundleItem,
): readonly (string | undefined)[] {
  const pressure = bloodPressure(field(observation, 'component'))
  const components = flatList(field(observation, 'component')).filter((part) => !pressure?.used.has(part))
  return [
    f.value(observation, 'value', item),
    pressure?.text,
    ...linesOf(components, f, (component) => componentLine(component, f, item)),
  ]
}

/** A result that belongs to a panel or report, in one line with its value; what was not found is said so. */
function resultLine(reference: unknown, f: Format, item: BundleItem): string | undefined {
  const found = f.bundle.resolve(reference, item)
  const label = f.reference(reference, item)
  if (!found || label === undefined) return label
  const within = found.kind === 'entry' ? found.item : item
  const value = joined(resultLines(found.resource, f, within), '; ')
  const marks = standingOf(found.resource, f).marks.map((mark) => mark.text)
  const ranges = rangeLines(field(found.resource, 'referenceRange'), f)
  const line = value === undefined ? label : f.speech.t('labelled', { label, text: value })
  return withRemarks(line, [flagText(found.resource, f), ...ranges, ...marks], f)
}

const resultsOf = (references: unknown, f: Format, item: BundleItem): readonly string[] =>
  flatList(references).flatMap((reference) => resultLine(reference, f, item) ?? [])

export const observations = defineTable({
  type: 'Observation',
  columns: [
    { header: 'test', cell: (r, f) => f.code(r.code) },
    {
      header: 'result',
      cell: (r, f, item) => [...resultLines(r, f, item), ...resultsOf(membersOf(r), f, item)],
    },
    { header: 'flag', cell: flagText },
    { header: 'referenceRange', cell: (r, f) => rangeLines(r.referenceRange, f) },
    { header: 'date', cell: (r, f, item) => f.value(r, 'effective', item) ?? f.date(r.issued, r._issued) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'performer', cell: (r, f, item) => f.reference(r.performer, item) },
    { header: 'category', cell: (r, f) => f.code(r.category) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          method: f.code(r.method),
          bodySite: f.code(r.bodySite),
          specimen: f.reference(r.specimen, item),
          device: f.reference(r.device, item),
          derivedFrom: f.reference(r.derivedFrom, item),
          target_: f.reference(r.focus, item),
          note: joined([f.annotation(r.note, item), f.text(field(r, 'comment'))]),
        }),
    },
  ],
  dates: (r) => [r.effectiveDateTime, r.effectiveInstant, r.effectivePeriod, r.issued],
})

/** STU3 wrote the members of a panel as `related` of the type `has-member`. */
export const membersOf = (observation: unknown): readonly unknown[] => [
  ...list(field(observation, 'hasMember')),
  ...records(field(observation, 'related'))
    .filter(({ type }) => bareCodes(type).includes('has-member'))
    .map(({ target }) => target),
]

export const diagnosticReports = defineTable({
  type: 'DiagnosticReport',
  columns: [
    { header: 'report', cell: (r, f, item) => f.code(r.code, item) },
    { header: 'date', cell: (r, f, item) => f.value(r, 'effective', item) ?? f.date(r.issued, r._issued) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'conclusion', cell: (r, f) => [f.text(r.conclusion, r._conclusion), f.code(r.conclusionCode)] },
    { header: 'results', cell: (r, f, item) => resultsOf(r.result, f, item) },
    { header: 'files', cell: (r, f) => linesOf(r.presentedForm, f, (form) => f.attachment(form)) },
    {
      header: 'performer',
      cell: (r, f, item) => joined([f.reference(r.performer, item), f.reference(r.resultsInterpreter, item)]),
    },
    { header: 'category', cell: (r, f) => f.code(r.category) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          issued: r.issued === undefined ? undefined : f.date(r.issued, r._issued),
          specimen: f.reference(r.specimen, item),
          study: f.reference(r.imagingStudy ?? field(r, 'study'), item),
          images: linesOf(r.media, f, (media) =>
            withRemarks(f.reference(media.link, item), [f.text(media.comment)], f),
          ),
          order: f.reference(r.basedOn, item),
          note: f.annotation(field(r, 'note'), item),
        }),
    },
  ],
  dates: (r) => [r.effectiveDateTime, r.effectivePeriod, r.issued],
})

export const specimens = defineTable({
  type: 'Specimen',
  columns: [
    { header: 'specimen', cell: (r, f) => f.code(r.type) },
    {
      header: 'collected',
      cell: (r, f, item) =>
        f.value(r.collection, 'collected', item) ?? f.date(r.receivedTime, r._receivedTime),
    },
    { header: 'bodySite', cell: (r, f, item) => f.code(field(r.collection, 'bodySite'), item) },
    { header: 'method', cell: (r, f) => f.code(field(r.collection, 'method')) },
    { header: 'fasting', cell: (r, f, item) => f.value(r.collection, 'fastingStatus', item) },
    { header: 'quantity', cell: (r, f) => f.quantity(field(r.collection, 'quantity')) },
    { header: 'condition', cell: (r, f) => f.code(r.condition) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'by', cell: (r, f, item) => f.reference(field(r.collection, 'collector'), item) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, { identifiers: identifierLines(r.identifier, f), note: f.annotation(r.note, item) }),
    },
  ],
  dates: (r) => [
    field(r.collection, 'collectedDateTime'),
    field(r.collection, 'collectedPeriod'),
    r.receivedTime,
  ],
})

export const imagingStudies = defineTable({
  type: 'ImagingStudy',
  columns: [
    {
      header: 'study',
      cell: (r, f, item) =>
        joined([
          f.text(r.description, r._description),
          f.code(r.procedureCode),
          f.code(field(r, 'procedure'), item),
        ]),
    },
    { header: 'modality', cell: (r, f) => f.code(r.modality) },
    { header: 'date', cell: (r, f) => f.date(r.started, r._started) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    {
      header: 'bodySite',
      cell: (r, f, item) =>
        joined([...new Set(records(r.series).map((series) => f.code(series['bodySite'], item)))]),
    },
    {
      header: 'series',
      cell: (r, f) =>
        joined([
          f.labelled('series', f.text(r.numberOfSeries ?? (list(r.series).length || undefined))),
          f.labelled('images', f.text(r.numberOfInstances)),
        ]),
    },
    {
      header: 'reason',
      cell: (r, f, item) => joined([f.code(r.reasonCode), f.reference(r.reasonReference, item)]),
    },
    { header: 'by', cell: (r, f, item) => f.reference([r.referrer, r.interpreter], item) },
    { header: 'note', cell: (r, f, item) => f.annotation(r.note, item) },
  ],
  dates: (r) => [r.started],
})
