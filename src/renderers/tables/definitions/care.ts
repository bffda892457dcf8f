import { boolean, field, list, records } from '../../../core/fhir/shape'
import type { BundleItem } from '../../../core/organizeResources'
import type { Format } from '../format'
import { extras, joined, linesOf, withRemarks } from '../lines'
import { telecomLines } from '../peopleLines'
import { defineTable } from '../table'

const reasons = (resource: unknown, f: Format, item: BundleItem): string | undefined =>
  joined([
    f.code(field(resource, 'reasonCode') ?? field(resource, 'reason'), item),
    f.reference(field(resource, 'reasonReference'), item),
  ])

export const encounters = defineTable({
  type: 'Encounter',
  columns: [
    { header: 'visit', cell: (r, f) => joined([f.code(r.type), f.code(r.serviceType)]) },
    { header: 'class', cell: (r, f) => f.known(r.class, f.speech.encounter) },
    { header: 'period', cell: (r, f) => f.period(r.period ?? field(r, 'actualPeriod')) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    {
      header: 'place',
      cell: (r, f, item) => [
        ...linesOf(r.location, f, (place) =>
          withRemarks(f.reference(place.location, item), [f.status(place.status), f.period(place.period)], f),
        ),
        f.reference(r.serviceProvider, item),
      ],
    },
    { header: 'reason', cell: reasons },
    {
      header: 'diagnoses',
      cell: (r, f, item) =>
        linesOf(r.diagnosis, f, (diagnosis) =>
          withRemarks(
            f.reference(diagnosis.condition, item),
            [f.code(diagnosis.use), f.text(diagnosis.rank)],
            f,
          ),
        ),
    },
    {
      header: 'participants',
      cell: (r, f, item) =>
        linesOf(r.participant, f, (participant) =>
          withRemarks(
            f.reference(participant.individual ?? field(participant, 'actor'), item),
            [f.code(participant.type)],
            f,
          ),
        ),
    },
    {
      header: 'discharge',
      cell: (r, f, item) => [
        f.code(field(r.hospitalization, 'dischargeDisposition')),
        f.reference(field(r.hospitalization, 'destination'), item),
      ],
    },
    { header: 'priority', cell: (r, f) => f.code(r.priority) },
  ],
  dates: (r) => [r.period, field(r, 'actualPeriod')],
})

/** One planned step: what, its status, when, and loudly when it is one not to take. */
function activityLine(activity: unknown, f: Format, item: BundleItem): string | undefined {
  const detail = field(activity, 'detail') ?? field(activity, 'plannedActivityDetail')
  const forbidden =
    boolean(field(detail, 'doNotPerform')) === true || boolean(field(detail, 'prohibited')) === true
  const what = joined([
    f.code(field(detail, 'code')),
    f.text(field(detail, 'description')),
    f.reference(field(activity, 'reference') ?? field(activity, 'plannedActivityReference'), item),
    f.code(field(activity, 'outcomeCodeableConcept')),
    f.reference(field(activity, 'outcomeReference'), item),
  ])
  const line = withRemarks(
    what,
    [
      f.status(field(detail, 'status')),
      f.code(field(detail, 'statusReason')),
      f.value(detail, 'scheduled', item),
      f.value(detail, 'product', item),
      f.quantity(field(detail, 'dailyAmount')),
      f.quantity(field(detail, 'quantity')),
      f.reference(field(detail, 'performer'), item),
      f.annotation(field(activity, 'progress'), item),
    ],
    f,
  )
  if (!forbidden) return line
  const warning = f.speech.t('mark_doNotPerform')
  return line === undefined ? warning : f.speech.t('labelled', { label: warning, text: line })
}

export const carePlans = defineTable({
  type: 'CarePlan',
  columns: [
    {
      header: 'plan',
      cell: (r, f) => [
        f.text(r.title, r._title) ?? f.code(r.category),
        f.text(r.description, r._description),
      ],
    },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'intent', cell: (r, f) => f.status(r.intent, r._intent) },
    { header: 'category', cell: (r, f) => (r.title === undefined ? undefined : f.code(r.category)) },
    { header: 'period', cell: (r, f) => f.period(r.period) ?? f.date(r.created) },
    {
      header: 'activities',
      cell: (r, f, item) => linesOf(r.activity, f, (part) => activityLine(part, f, item)),
    },
    { header: 'goals', cell: (r, f, item) => f.reference(r.goal, item) },
    {
      header: 'addresses',
      cell: (r, f, item) => f.reference(r.addresses, item),
    },
    {
      header: 'author',
      cell: (r, f, item) => joined([f.reference(r.author, item), f.reference(r.contributor, item)]),
    },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, { team: f.reference(r.careTeam, item), note: f.annotation(r.note, item) }),
    },
  ],
  dates: (r) => [r.period, r.created],
})

export const careTeams = defineTable({
  type: 'CareTeam',
  columns: [
    { header: 'team', cell: (r, f) => f.text(r.name, r._name) ?? f.code(r.category) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    {
      header: 'members',
      cell: (r, f, item) =>
        linesOf(r.participant, f, (participant) =>
          withRemarks(
            f.reference(participant.member, item) ?? f.code(participant.role),
            [
              participant.member === undefined ? undefined : f.code(participant.role),
              f.reference(participant.onBehalfOf, item),
              f.period(participant.period),
            ],
            f,
          ),
        ),
    },
    { header: 'reason', cell: reasons },
    { header: 'period', cell: (r, f) => f.period(r.period) },
    { header: 'organization', cell: (r, f, item) => f.reference(r.managingOrganization, item) },
    { header: 'contact', cell: (r, f) => telecomLines(r.telecom, f) },
    { header: 'note', cell: (r, f, item) => f.annotation(r.note, item) },
  ],
  dates: (r) => [r.period],
})

export const goals = defineTable({
  type: 'Goal',
  columns: [
    { header: 'goal', cell: (r, f) => f.code(r.description) },
    {
      header: 'target',
      cell: (r, f, item) =>
        linesOf(r.target, f, (target) =>
          withRemarks(
            joined([f.code(target.measure), f.value(target, 'detail', item)], ': '),
            [f.value(target, 'due', item)],
            f,
          ),
        ),
    },
    {
      header: 'status',
      cell: (r, f) => f.status(r.lifecycleStatus ?? field(r, 'status'), r._lifecycleStatus),
    },
    {
      header: 'achievement',
      cell: (r, f) => joined([f.status(r.achievementStatus), f.text(r.statusReason)]),
    },
    { header: 'priority', cell: (r, f) => f.status(r.priority) },
    {
      header: 'when',
      cell: (r, f, item) => f.value(r, 'start', item) ?? f.date(r.statusDate, r._statusDate),
    },
    { header: 'addresses', cell: (r, f, item) => f.reference(r.addresses, item) },
    { header: 'category', cell: (r, f) => f.code(r.category) },
    {
      header: 'outcome',
      cell: (r, f, item) => joined([f.code(r.outcomeCode), f.reference(r.outcomeReference, item)]),
    },
    { header: 'by', cell: (r, f, item) => f.reference(r.expressedBy, item) },
    { header: 'note', cell: (r, f, item) => f.annotation(r.note, item) },
  ],
  dates: (r) => [r.startDate, r.statusDate],
})

export const serviceRequests = defineTable({
  type: 'ServiceRequest',
  columns: [
    { header: 'order', cell: (r, f, item) => f.code(r.code, item) },
    {
      header: 'details',
      cell: (r, f, item) => [
        f.code(r.orderDetail),
        f.value(r, 'quantity', item),
        f.text(r.patientInstruction),
      ],
    },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'intent', cell: (r, f) => f.status(r.intent, r._intent) },
    { header: 'priority', cell: (r, f) => f.status(r.priority) },
    { header: 'when', cell: (r, f, item) => f.value(r, 'occurrence', item) },
    { header: 'authored', cell: (r, f) => f.date(r.authoredOn, r._authoredOn) },
    { header: 'prescriber', cell: (r, f, item) => f.reference(r.requester, item) },
    {
      header: 'performer',
      cell: (r, f, item) => joined([f.code(r.performerType), f.reference(r.performer, item)]),
    },
    { header: 'reason', cell: reasons },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          category: f.code(r.category),
          bodySite: f.code(r.bodySite),
          quantity: f.value(r, 'asNeeded', item),
          place: joined([f.code(r.locationCode), f.reference(r.locationReference, item)]),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.occurrenceDateTime, r.occurrencePeriod, r.authoredOn],
})

/** Nested provisions are the exceptions to the one around them, each with its own yes or no. */
function provisionLines(provision: unknown, f: Format, item: BundleItem, depth = 0): readonly string[] {
  return linesOf(field(provision, 'provision'), f, (part) => {
    const own = withRemarks(
      f.status(field(part, 'type')),
      [
        f.code(field(part, 'code')),
        f.code(field(part, 'action')),
        f.code(field(part, 'purpose')),
        f.code(field(part, 'class')),
        f.period(field(part, 'period')),
        ...records(field(part, 'actor')).map((actor) =>
          joined([f.code(actor['role']), f.reference(actor['reference'], item)]),
        ),
      ],
      f,
    )
    const inner = depth < 5 ? provisionLines(part, f, item, depth + 1) : []
    return joined([own, ...inner], '; ')
  })
}

export const consents = defineTable({
  type: 'Consent',
  columns: [
    { header: 'consent', cell: (r, f) => f.code(r.category) ?? f.code(r.scope) },
    {
      header: 'decision',
      cell: (r, f) => [
        joined([f.status(field(r.provision, 'type') ?? field(r, 'decision')), f.code(r.policyRule)]),
        f.code(field(r.provision, 'code')),
        f.code(field(r.provision, 'action')),
      ],
    },
    { header: 'exceptions', cell: (r, f, item) => provisionLines(r.provision, f, item) },
    { header: 'scope', cell: (r, f) => (r.category === undefined ? undefined : f.code(r.scope)) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'date', cell: (r, f) => f.date(r.dateTime ?? field(r, 'date'), r._dateTime) },
    { header: 'period', cell: (r, f) => f.period(field(r.provision, 'period') ?? field(r, 'period')) },
    {
      header: 'performer',
      cell: (r, f, item) => joined([f.reference(r.performer, item), f.reference(r.organization, item)]),
    },
    { header: 'source', cell: (r, f, item) => f.value(r, 'source', item) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          attester: linesOf(r.verification, f, (verification) =>
            withRemarks(
              f.text(verification.verified),
              [f.reference(verification.verifiedWith, item), f.date(verification.verificationDate)],
              f,
            ),
          ),
        }),
    },
  ],
  dates: (r) => [r.dateTime, field(r, 'date')],
})

const answerLines = (value: unknown, f: Format, item: BundleItem, depth = 0): readonly string[] =>
  linesOf(value, f, (question) => {
    const label = f.text(field(question, 'text')) ?? f.text(field(question, 'linkId'))
    const answers = list(field(question, 'answer'))
    const words = answers.map(
      (answer) => f.value(answer, 'value', item) ?? (typeof answer === 'object' ? undefined : f.any(answer)),
    )
    const inner =
      depth < 8
        ? [question, ...answers].flatMap((part) => answerLines(field(part, 'item'), f, item, depth + 1))
        : []
    const stated = joined(words)
    const own =
      label !== undefined && stated !== undefined
        ? f.speech.t('labelled', { label, text: stated })
        : (stated ?? label)
    return joined([own, ...inner], '\n')
  }).flatMap((lines) => lines.split('\n'))

export const questionnaireResponses = defineTable({
  type: 'QuestionnaireResponse',
  columns: [
    {
      header: 'questionnaire',
      cell: (r, f, item) =>
        f.text(field(r._questionnaire, 'display')) ??
        (r.questionnaire === undefined ? undefined : f.reference(r.questionnaire, item)),
    },
    { header: 'answers', cell: (r, f, item) => answerLines(r.item, f, item) },
    { header: 'date', cell: (r, f) => f.date(r.authored, r._authored) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'source', cell: (r, f, item) => f.reference(r.source, item) },
    { header: 'author', cell: (r, f, item) => f.reference(r.author, item) },
  ],
  dates: (r) => [r.authored],
})
