import { isRecord } from '../../../core/encoding'
import { boolean, choicesOf, field, records } from '../../../core/fhir/shape'
import type { BundleItem } from '../../../core/organizeResources'
import type { Format } from '../format'
import { bareCodes } from '../formatCode'
import { copied, extras, joined, linesOf, withRemarks } from '../lines'
import { defineTable } from '../table'

/** What a Medication is made of: `Amoxicillin 500 mg`; an ingredient that is not active says so. */
function ingredientLines(medication: unknown, f: Format, item: BundleItem): readonly string[] {
  return linesOf(field(medication, 'ingredient'), f, (ingredient) => {
    const strength = f.value(ingredient, 'strength', item)
    const inactive =
      boolean(field(ingredient, 'isActive')) === false ? f.speech.status('inactive') : undefined
    return withRemarks(joined([f.value(ingredient, 'item', item), strength], ' '), [inactive], f)
  })
}

/** The Medication that a statement, request, … refers to, where the bundle holds it. */
function medicationOf(resource: unknown, f: Format, item: BundleItem): unknown {
  const references = choicesOf(resource, 'medication').map(({ value }) =>
    isRecord(value) && isRecord(value['reference']) ? value['reference'] : value,
  )
  return references
    .map((reference) => f.bundle.resolve(reference, item)?.resource)
    .find((found) => found !== undefined)
}

/** The name of the medicine, and whether the product itself was withdrawn or entered in error. */
function medicine(resource: unknown, f: Format, item: BundleItem): string | undefined {
  const status = bareCodes(field(medicationOf(resource, f, item), 'status')).filter(
    (code) => code !== 'active',
  )
  return withRemarks(f.value(resource, 'medication', item), [f.status(status)], f)
}

function formAndStrength(resource: unknown, f: Format, item: BundleItem): readonly (string | undefined)[] {
  const medication = medicationOf(resource, f, item)
  return [
    f.code(field(medication, 'form') ?? field(medication, 'doseForm')),
    ...ingredientLines(medication, f, item),
  ]
}

const dosages = (value: unknown, f: Format, item: BundleItem): readonly string[] =>
  linesOf(value, f, (dosage) => f.dosage(dosage, item))

/** `reason` is a list of CodeableReference in R5, and `reasonNotTaken` says why not in STU3. */
const reasons = (resource: unknown, f: Format, item: BundleItem): string | undefined =>
  joined([
    f.code(field(resource, 'reasonCode') ?? field(resource, 'reason'), item),
    f.code(field(resource, 'reasonCodeableConcept')),
    f.reference(field(resource, 'reasonReference'), item),
    f.code(field(resource, 'reasonNotTaken') ?? field(resource, 'reasonNotGiven')),
  ])

const statusAndReason = (resource: unknown, f: Format, item: BundleItem): string | undefined =>
  withRemarks(
    f.status(field(resource, 'status'), field(resource, '_status')),
    [f.code(field(resource, 'statusReason'), item) ?? f.value(resource, 'statusReason', item)],
    f,
  )

export const medicationStatements = defineTable({
  type: 'MedicationStatement',
  columns: [
    { header: 'medicine', cell: medicine },
    { header: 'product', cell: formAndStrength },
    { header: 'dosage', cell: (r, f, item) => dosages(r.dosage, f, item) },
    { header: 'status', cell: statusAndReason },
    {
      header: 'taken',
      cell: (r, f, item) => [f.value(r, 'effective', item), f.status(field(field(r, 'adherence'), 'code'))],
    },
    { header: 'reason', cell: reasons },
    { header: 'source', cell: (r, f, item) => f.reference(r.informationSource, item) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          category: f.code(r.category),
          recorded: f.date(r.dateAsserted, r._dateAsserted),
          derivedFrom: f.reference(r.derivedFrom, item),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.effectiveDateTime, r.effectivePeriod, r.dateAsserted],
  rank: (r) => rankOfStatus(r.status),
})

const STATUSES = ['active', 'on-hold', 'intended', 'unknown', 'stopped', 'completed']
const rankOfStatus = (status: unknown): number => {
  const place = STATUSES.indexOf(bareCodes(status)[0] ?? '')
  return place === -1 ? STATUSES.indexOf('unknown') : place
}

/** Supply in words: quantity, duration, refills and until when it may be dispensed. 0 refills is an answer. */
const supply = (request: unknown, f: Format): readonly (string | undefined)[] => [
  f.labelled('quantity', f.quantity(field(request, 'quantity'))),
  f.labelled('supplyDuration', f.quantity(field(request, 'expectedSupplyDuration'))),
  f.labelled('refills', f.text(field(request, 'numberOfRepeatsAllowed'))),
  f.labelled('period', f.period(field(request, 'validityPeriod'))),
]

const substitution = (value: unknown, f: Format, item: BundleItem): string | undefined =>
  joined([
    f.value(value, 'allowed', item),
    f.text(field(value, 'wasSubstituted')),
    f.code(field(value, 'type')),
    f.code(field(value, 'reason')),
  ])

export const medicationRequests = defineTable({
  type: 'MedicationRequest',
  columns: [
    { header: 'medicine', cell: medicine },
    { header: 'product', cell: formAndStrength },
    { header: 'dosage', cell: (r, f, item) => dosages(r.dosageInstruction, f, item) },
    { header: 'status', cell: statusAndReason },
    { header: 'intent', cell: (r, f) => f.status(r.intent, r._intent) },
    { header: 'authored', cell: (r, f) => f.date(r.authoredOn, r._authoredOn) },
    { header: 'prescriber', cell: (r, f, item) => f.reference(r.requester, item) },
    { header: 'reason', cell: reasons },
    { header: 'supply', cell: (r, f) => supply(r.dispenseRequest, f) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          priority: f.status(r.priority),
          category: f.code(r.category),
          reported: f.value(r, 'reported', item),
          substitution: substitution(r.substitution, f, item),
          performer: f.reference(r.performer, item),
          related: f.reference(r.priorPrescription, item),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.authoredOn],
  rank: (r) => rankOfStatus(r.status),
})

export const medicationDispenses = defineTable({
  type: 'MedicationDispense',
  columns: [
    { header: 'medicine', cell: medicine },
    { header: 'product', cell: formAndStrength },
    {
      header: 'quantity',
      cell: (r, f) => [f.quantity(r.quantity), f.labelled('supplyDuration', f.quantity(r.daysSupply))],
    },
    { header: 'handedOver', cell: (r, f) => f.date(r.whenHandedOver, r._whenHandedOver) },
    { header: 'prepared', cell: (r, f) => f.date(r.whenPrepared, r._whenPrepared) },
    { header: 'dosage', cell: (r, f, item) => dosages(r.dosageInstruction, f, item) },
    { header: 'status', cell: statusAndReason },
    {
      header: 'performer',
      cell: (r, f, item) =>
        linesOf(r.performer, f, (performer) =>
          withRemarks(f.reference(performer.actor, item), [f.code(performer.function)], f),
        ),
    },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          kind: f.code(r.type),
          category: f.code(r.category),
          substitution: substitution(r.substitution, f, item),
          place: f.reference(r.location, item),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.whenHandedOver, r.whenPrepared],
})

export const medicationAdministrations = defineTable({
  type: 'MedicationAdministration',
  columns: [
    { header: 'medicine', cell: medicine },
    { header: 'product', cell: formAndStrength },
    {
      header: 'when',
      cell: (r, f, item) => f.value(r, 'effective', item) ?? f.value(r, 'occurrence', item),
    },
    { header: 'dosage', cell: (r, f, item) => dosages(r.dosage, f, item) },
    { header: 'status', cell: statusAndReason },
    {
      header: 'performer',
      cell: (r, f, item) =>
        linesOf(r.performer, f, (performer) =>
          withRemarks(f.reference(performer.actor, item), [f.code(performer.function)], f),
        ),
    },
    { header: 'reason', cell: reasons },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          category: f.code(r.category),
          device: f.reference(r.device, item),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.effectiveDateTime, r.effectivePeriod, field(r, 'occurenceDateTime')],
})

const lotOf = (medication: unknown): unknown =>
  field(field(medication, 'batch'), 'lotNumber') ??
  field(records(field(medication, 'product'))[0], 'lotNumber')

export const medications = defineTable({
  type: 'Medication',
  columns: [
    { header: 'medicine', cell: (r, f, item) => f.code(r.code, item) },
    { header: 'form', cell: (r, f) => f.code(r.form ?? field(r, 'doseForm')) },
    { header: 'ingredients', cell: ingredientLines },
    { header: 'quantity', cell: (r, f) => f.ratio(r.amount) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    {
      header: 'batch',
      cell: (r, f) => [
        copied(f.text(lotOf(r)), lotOf(r)),
        f.labelled('expires', f.date(field(r.batch, 'expirationDate'))),
      ],
    },
    { header: 'manufacturer', cell: (r, f, item) => f.reference(r.manufacturer, item) },
  ],
})
