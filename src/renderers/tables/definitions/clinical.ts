import { extensionsNamed } from '../../../core/fhir/extension'
import { field } from '../../../core/fhir/shape'
import type { Format } from '../format'
import { bareCodes } from '../formatCode'
import { extras, joined, linesOf, withRemarks } from '../lines'
import { defineTable } from '../table'

const abatementExtension = (resource: unknown, f: Format) =>
  extensionsNamed(resource, 'allergyintolerance-abatement').map((extension) => f.value(extension, 'value'))

const reasonRefuted = (resource: unknown, f: Format) =>
  extensionsNamed(resource, 'allergyintolerance-reasonRefuted').map((extension) =>
    f.value(extension, 'value'),
  )

/** A reaction in one line: what happened, how badly, and to which substance where it is not the one of the row. */
export const allergies = defineTable({
  type: 'AllergyIntolerance',
  columns: [
    { header: 'substance', cell: (r, f, item) => f.code(r.code ?? field(r, 'substance'), item) },
    {
      header: 'reaction',
      cell: (r, f, item) =>
        linesOf(r.reaction, f, (reaction) =>
          withRemarks(
            f.code(reaction.manifestation, item) ?? f.text(reaction.description),
            [
              f.status(reaction.severity),
              f.code(reaction.substance, item),
              f.code(reaction.exposureRoute),
              f.date(reaction.onset),
              reaction.manifestation === undefined ? undefined : f.text(reaction.description),
              f.annotation(reaction.note, item),
            ],
            f,
          ),
        ),
    },
    { header: 'criticality', cell: (r, f) => f.status(r.criticality) },
    { header: 'kind', cell: (r, f) => joined([f.status(r.type), f.status(r.category)]) },
    { header: 'status', cell: (r, f) => f.status(r.clinicalStatus ?? field(r, 'status')) },
    { header: 'certainty', cell: (r, f) => f.status(r.verificationStatus) },
    { header: 'onset', cell: (r, f, item) => f.value(r, 'onset', item) },
    { header: 'ended', cell: abatementExtension },
    { header: 'lastOccurrence', cell: (r, f) => f.date(r.lastOccurrence, r._lastOccurrence) },
    {
      header: 'recorded',
      cell: (r, f) =>
        f.date(r.recordedDate ?? field(r, 'assertedDate') ?? field(r, 'dateRecorded'), r._recordedDate),
    },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          by: f.reference([r.asserter, r.recorder], item),
          reason: reasonRefuted(r, f),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.onsetDateTime, r.onsetPeriod, r.recordedDate],
  rank: (r) => {
    const severities = linesOfCodes(r.reaction)
    return bareCodes(r.criticality).includes('high') || severities.includes('severe') ? -1 : 0
  },
})

const linesOfCodes = (reactions: unknown): readonly string[] =>
  [reactions].flat().flatMap((reaction) => bareCodes(field(reaction, 'severity')))

export const conditions = defineTable({
  type: 'Condition',
  columns: [
    { header: 'problem', cell: (r, f, item) => f.code(r.code, item) },
    { header: 'status', cell: (r, f) => f.status(r.clinicalStatus ?? field(r, 'status')) },
    { header: 'certainty', cell: (r, f) => f.status(r.verificationStatus) },
    { header: 'severity', cell: (r, f) => f.code(r.severity) },
    { header: 'onset', cell: (r, f, item) => f.value(r, 'onset', item) },
    { header: 'ended', cell: (r, f, item) => f.value(r, 'abatement', item) },
    { header: 'bodySite', cell: (r, f, item) => f.code(r.bodySite, item) },
    { header: 'category', cell: (r, f) => f.code(r.category) },
    {
      header: 'recorded',
      cell: (r, f) =>
        f.date(r.recordedDate ?? field(r, 'assertedDate') ?? field(r, 'dateRecorded'), r._recordedDate),
    },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          stage: linesOf(r.stage, f, (stage) =>
            joined([f.code(stage.summary), f.code(stage.type), f.reference(stage.assessment, item)]),
          ),
          evidence: linesOf(r.evidence, f, (evidence) =>
            joined([f.code(evidence.code), f.reference(evidence.detail, item)]),
          ),
          by: f.reference([r.asserter, r.recorder], item),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.onsetDateTime, r.onsetPeriod, r.recordedDate, field(r, 'assertedDate')],
})

export const procedures = defineTable({
  type: 'Procedure',
  columns: [
    { header: 'procedure', cell: (r, f, item) => f.code(r.code, item) },
    {
      header: 'when',
      cell: (r, f, item) => f.value(r, 'performed', item) ?? f.value(r, 'occurrence', item),
    },
    { header: 'status', cell: (r, f) => joined([f.status(r.status, r._status), f.code(r.statusReason)]) },
    { header: 'bodySite', cell: (r, f, item) => f.code(r.bodySite, item) },
    {
      header: 'reason',
      cell: (r, f, item) => joined([f.code(r.reasonCode), f.reference(r.reasonReference, item)]),
    },
    { header: 'outcome', cell: (r, f) => f.code(r.outcome) },
    {
      header: 'complication',
      cell: (r, f, item) => joined([f.code(r.complication), f.reference(r.complicationDetail, item)]),
    },
    {
      header: 'performer',
      cell: (r, f, item) =>
        linesOf(r.performer, f, (performer) =>
          withRemarks(f.reference(performer.actor, item), [f.code(performer.function)], f),
        ),
    },
    { header: 'category', cell: (r, f) => f.code(r.category) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          device: linesOf(r.focalDevice, f, (device) =>
            withRemarks(f.reference(device.manipulated, item), [f.code(device.action)], f),
          ),
          usedItems: joined([f.code(r.usedCode), f.reference(r.usedReference, item)]),
          place: f.reference(r.location, item),
          followUp: f.code(r.followUp),
          report: f.reference(r.report, item),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [
    r.performedDateTime,
    r.performedPeriod,
    field(r, 'occurrenceDateTime'),
    field(r, 'occurrencePeriod'),
  ],
})

const PRIORITIES = ['high-priority', 'PH', 'medium-priority', 'PM', 'low-priority', 'PL', 'PN']

const flagPriority = (resource: unknown) =>
  extensionsNamed(resource, 'flag-priority').map((extension) => extension['valueCodeableConcept'])

export const flags = defineTable({
  type: 'Flag',
  columns: [
    { header: 'alert', cell: (r, f, item) => f.code(r.code, item) },
    { header: 'priority', cell: (r, f) => f.known(flagPriority(r), f.speech.status) },
    { header: 'category', cell: (r, f) => f.code(r.category) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'period', cell: (r, f) => f.period(r.period) },
    { header: 'author', cell: (r, f, item) => f.reference(r.author, item) },
    { header: 'encounter', cell: (r, f, item) => f.reference(r.encounter, item) },
  ],
  dates: (r) => [r.period],
  rank: (r) => {
    const place = PRIORITIES.indexOf(bareCodes(flagPriority(r))[0] ?? '')
    return place === -1 ? 0 : place - PRIORITIES.length
  },
})

export const familyHistory = defineTable({
  type: 'FamilyMemberHistory',
  columns: [
    {
      header: 'relative',
      cell: (r, f) => withRemarks(f.known(r.relationship, f.speech.relation), [f.text(r.name, r._name)], f),
    },
    {
      header: 'conditions',
      cell: (r, f, item) =>
        linesOf(r.condition, f, (condition) =>
          withRemarks(
            f.code(condition.code),
            [
              f.value(condition, 'onset', item),
              f.code(condition.outcome),
              f.labelled('contributedToDeath', f.text(condition.contributedToDeath)),
              f.annotation(condition.note, item),
            ],
            f,
          ),
        ),
    },
    { header: 'sex', cell: (r, f) => f.code(r.sex) },
    {
      header: 'age',
      cell: (r, f, item) =>
        joined([f.value(r, 'age', item), f.labelled('birthDate', f.value(r, 'born', item))]),
    },
    { header: 'deceased', cell: (r, f, item) => f.value(r, 'deceased', item) },
    { header: 'status', cell: (r, f) => joined([f.status(r.status, r._status), f.code(r.dataAbsentReason)]) },
    { header: 'recorded', cell: (r, f) => f.date(r.date, r._date) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          reason: joined([f.code(r.reasonCode), f.reference(r.reasonReference, item)]),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.date],
})

export const impressions = defineTable({
  type: 'ClinicalImpression',
  columns: [
    {
      header: 'summary',
      cell: (r, f) => joined([f.code(r['code']), f.text(r['summary'] ?? r['description'], r['_summary'])]),
    },
    {
      header: 'result',
      cell: (r, f, item) =>
        linesOf(r['finding'], f, (finding) =>
          withRemarks(
            joined([
              f.code(field(finding, 'itemCodeableConcept') ?? field(finding, 'item'), item),
              f.reference(field(finding, 'itemReference'), item),
            ]),
            [f.text(field(finding, 'basis'))],
            f,
          ),
        ),
    },
    { header: 'when', cell: (r, f, item) => f.value(r, 'effective', item) ?? f.date(r['date']) },
    { header: 'status', cell: (r, f) => f.status(r['status'], r['_status']) },
    { header: 'performer', cell: (r, f, item) => f.reference(r['assessor'] ?? r['performer'], item) },
    { header: 'problem', cell: (r, f, item) => f.reference(r['problem'], item) },
    { header: 'note', cell: (r, f, item) => f.annotation(r['note'], item) },
  ],
  dates: (r) => [r['effectiveDateTime'], r['effectivePeriod'], r['date']],
})
