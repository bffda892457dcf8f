import { field } from '../../../core/fhir/shape'
import type { Format } from '../format'
import { doseOf } from '../formatQuantity'
import { copied, extras, joined, linesOf, withRemarks } from '../lines'
import { bareCodes } from '../formatCode'
import { defineTable } from '../table'

/** `2 of 3`, of one protocol. A dose number is a number or a text, and so is the size of its series. */
export const doseInSeries = (protocol: unknown, f: Format): string | undefined =>
  doseOf(
    f.value(protocol, 'doseNumber') ?? f.text(field(protocol, 'doseSequence')),
    f.value(protocol, 'seriesDoses'),
    f,
  )

export const immunizations = defineTable({
  type: 'Immunization',
  columns: [
    { header: 'vaccine', cell: (r, f, item) => f.code(r.vaccineCode, item) },
    {
      header: 'date',
      cell: (r, f, item) => f.value(r, 'occurrence', item) ?? f.date(field(r, 'date'), field(r, '_date')),
    },
    {
      header: 'status',
      cell: (r, f) => withRemarks(f.status(r.status, r._status), [f.code(r.statusReason)], f),
    },
    {
      header: 'dose',
      cell: (r, f) => [
        ...linesOf(
          r.protocolApplied ?? field(r, 'vaccinationProtocol'),
          f,
          (protocol) =>
            // Without a dose number there is nothing to say here; what it protects against has its column.
            withRemarks(doseInSeries(protocol, f), [f.text(field(protocol, 'series'))], f) ?? '',
        ),
        f.quantity(r.doseQuantity),
      ],
    },
    {
      header: 'targetDisease',
      cell: (r, f) =>
        linesOf(r.protocolApplied, f, (protocol) => f.code(field(protocol, 'targetDisease')) ?? ''),
    },
    {
      header: 'lot',
      cell: (r, f) => [
        copied(f.text(r.lotNumber, r._lotNumber), r.lotNumber),
        f.labelled('expires', f.date(r.expirationDate)),
      ],
    },
    { header: 'manufacturer', cell: (r, f, item) => f.reference(r.manufacturer, item) },
    { header: 'site', cell: (r, f) => joined([f.code(r.site), f.code(r.route)]) },
    {
      header: 'performer',
      cell: (r, f, item) =>
        linesOf(r.performer ?? field(r, 'practitioner'), f, (performer) =>
          withRemarks(
            f.reference(field(performer, 'actor') ?? performer, item),
            [f.code(field(performer, 'function') ?? field(performer, 'role'))],
            f,
          ),
        ),
    },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          source: f.code(r.reportOrigin ?? field(r, 'informationSource'), item),
          place: f.reference(r.location, item),
          reason: joined([
            f.code(r.reasonCode),
            f.reference(r.reasonReference, item),
            f.code(r.subpotentReason),
          ]),
          reaction: linesOf(r.reaction, f, (reaction) =>
            withRemarks(
              f.reference(reaction.detail, item) ?? f.code(field(reaction, 'manifestation'), item),
              [f.date(reaction.date), f.labelled('reported', f.text(reaction.reported))],
              f,
            ),
          ),
          recorded: f.date(r.recorded),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.occurrenceDateTime, field(r, 'date'), r.recorded],
})

const FORECASTS = ['overdue', 'due', 'contraindicated']

/** One row is a whole recommendation; each vaccine in it is a line with its forecast and dates. */
export const immunizationRecommendations = defineTable({
  type: 'ImmunizationRecommendation',
  columns: [
    {
      header: 'recommendation',
      cell: (r, f, item) =>
        linesOf(r.recommendation, f, (part) =>
          withRemarks(
            joined([f.code(part.vaccineCode), f.code(part.targetDisease)]),
            [
              f.known(part.forecastStatus, f.speech.status),
              f.code(part.forecastReason),
              f.code(part.contraindicatedVaccineCode),
              ...linesOf(part.dateCriterion, f, (criterion) => {
                const date = f.date(criterion.value)
                return date === undefined
                  ? undefined
                  : f.speech.t('labelled', { label: f.code(criterion.code) ?? '', text: date })
              }),
              f.labelled('dose', doseInSeries(part, f)),
              f.text(part.description),
              f.reference(part.supportingImmunization, item),
            ],
            f,
          ),
        ),
    },
    { header: 'date', cell: (r, f) => f.date(r.date, r._date) },
    { header: 'by', cell: (r, f, item) => f.reference(r.authority, item) },
  ],
  dates: (r) => [r.date],
  rank: (r) => {
    const codes = [r.recommendation].flat().flatMap((part) => bareCodes(field(part, 'forecastStatus')))
    const place = FORECASTS.findIndex((code) => codes.includes(code))
    return place === -1 ? 0 : place - FORECASTS.length
  },
})

/** Whether a dose counts, by the rules of whoever judged it. */
export const immunizationEvaluations = defineTable({
  type: 'ImmunizationEvaluation',
  columns: [
    { header: 'targetDisease', cell: (r, f, item) => f.code(r['targetDisease'], item) },
    {
      header: 'outcome',
      cell: (r, f, item) =>
        withRemarks(
          f.known(r['doseStatus'], f.speech.status),
          [f.code(r['doseStatusReason'], item), f.text(r['description'])],
          f,
        ),
    },
    { header: 'vaccine', cell: (r, f, item) => f.reference(r['immunizationEvent'], item) },
    { header: 'dose', cell: (r, f) => withRemarks(doseInSeries(r, f), [f.text(r['series'])], f) },
    { header: 'date', cell: (r, f) => f.date(r['date'], r['_date']) },
    { header: 'status', cell: (r, f) => f.status(r['status'], r['_status']) },
    { header: 'by', cell: (r, f, item) => f.reference(r['authority'], item) },
  ],
  dates: (r) => [r['date']],
})
