import { extensionsOf } from '../../../core/fhir/extension'
import { field, flatList, list, records } from '../../../core/fhir/shape'
import type { Format } from '../format'
import { copied, extras, joined, linesOf, withRemarks } from '../lines'
import { identifierLines } from '../peopleLines'
import { activityWords, entityWords, roleWords } from '../messagesSources'
import { defineTable, type CellLine } from '../table'

const udiLines = (device: unknown, f: Format): readonly CellLine[] =>
  linesOf(
    field(device, 'udiCarrier') ?? field(device, 'udi'),
    f,
    (udi) =>
      copied(f.text(field(udi, 'carrierHRF')), field(udi, 'carrierHRF')) ??
      copied(f.text(field(udi, 'deviceIdentifier')), field(udi, 'deviceIdentifier')),
  )

export const devices = defineTable({
  type: 'Device',
  columns: [
    {
      header: 'device',
      cell: (r, f) => [
        ...linesOf(r.deviceName, f, (name) => f.text(name.name ?? field(name, 'value'))),
        f.code(r.type),
      ],
    },
    {
      header: 'status',
      cell: (r, f) => withRemarks(f.status(r.status, r._status), [f.code(r.statusReason)], f),
    },
    { header: 'manufacturer', cell: (r, f) => f.text(r.manufacturer, r._manufacturer) },
    { header: 'model', cell: (r, f) => f.text(r.modelNumber ?? field(r, 'model')) },
    {
      header: 'serial',
      cell: (r, f) => [
        copied(f.text(r.serialNumber, r._serialNumber), r.serialNumber),
        copied(f.labelled('lot', f.text(r.lotNumber)), r.lotNumber),
      ],
    },
    { header: 'udi', cell: udiLines },
    { header: 'expires', cell: (r, f) => f.date(r.expirationDate, r._expirationDate) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          safety: f.code(r.safety),
          details: linesOf(r.property, f, (property) =>
            joined(
              [
                f.code(property.type),
                joined([f.quantity(property.valueQuantity), f.code(property.valueCode)]),
              ],
              ': ',
            ),
          ),
          organization: f.reference(r.owner, item),
          place: f.reference(r.location, item),
          identifiers: identifierLines(r.identifier, f),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.manufactureDate],
})

export const deviceUses = defineTable({
  type: 'DeviceUseStatement',
  columns: [
    { header: 'device', cell: (r, f, item) => f.reference(r.device, item) },
    {
      header: 'period',
      cell: (r, f, item) =>
        f.value(r, 'timing', item) ?? f.period(field(r, 'whenUsed')) ?? f.date(r.recordedOn, r._recordedOn),
    },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'bodySite', cell: (r, f, item) => f.code(r.bodySite, item) },
    {
      header: 'reason',
      cell: (r, f, item) => joined([f.code(r.reasonCode), f.reference(r.reasonReference, item)]),
    },
    { header: 'udi', cell: (r, f, item) => udiLines(f.bundle.resolve(r.device, item)?.resource, f) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          recorded: f.date(r.recordedOn, r._recordedOn),
          source: f.reference(r.source, item),
          derivedFrom: f.reference(r.derivedFrom, item),
          note: f.annotation(r.note, item),
        }),
    },
  ],
  dates: (r) => [r.timingDateTime, r.timingPeriod, field(r, 'whenUsed'), r.recordedOn],
})

const attachments = (content: unknown, f: Format): readonly string[] =>
  linesOf(content, f, (part) =>
    withRemarks(f.attachment(field(part, 'attachment')), [f.coding(field(part, 'format'))], f),
  )

const documentKind = (reference: unknown, f: Format): string | undefined =>
  f.code(field(reference, 'type') ?? field(reference, 'class'))

export const documentReferences = defineTable({
  type: 'DocumentReference',
  columns: [
    {
      header: 'document',
      // A description may be a page long; what kind of document it is, is what one looks for.
      cell: (r, f) => documentKind(r, f) ?? f.text(r.description, r._description),
    },
    {
      header: 'date',
      cell: (r, f) => f.date(r.date ?? field(r, 'indexed') ?? field(r, 'created'), r._date),
    },
    { header: 'status', cell: (r, f) => joined([f.status(r.status, r._status), f.status(r.docStatus)]) },
    { header: 'files', cell: (r, f) => attachments(r.content, f) },
    { header: 'category', cell: (r, f) => f.code(r.category) },
    { header: 'author', cell: (r, f, item) => f.reference(r.author, item) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          description: documentKind(r, f) === undefined ? undefined : f.text(r.description, r._description),
          attester: f.reference(r.authenticator, item),
          custodian: f.reference(r.custodian, item),
          confidentiality: f.code(r.securityLabel),
          period: f.period(field(r.context, 'period')),
          encounter: f.reference(field(r.context, 'encounter'), item),
          relatesTo: linesOf(r.relatesTo, f, (relation) =>
            joined([f.status(relation.code), f.reference(relation.target, item)], ': '),
          ),
        }),
    },
  ],
  dates: (r) => [r.date, field(r, 'indexed'), field(r, 'created')],
})

/** Sections with what they say of themselves; nested ones follow theirs. */
const sectionLines = (sections: unknown, f: Format, depth = 0): readonly string[] =>
  depth > 8
    ? []
    : linesOf(sections, f, (section) =>
        withRemarks(
          f.text(field(section, 'title')) ?? f.code(field(section, 'code')),
          [f.code(field(section, 'emptyReason'))],
          f,
        ),
      ).concat(
        flatList(sections).flatMap((section) => sectionLines(list(field(section, 'section')), f, depth + 1)),
      )

export const compositions = defineTable({
  type: 'Composition',
  columns: [
    { header: 'title', cell: (r, f) => [f.text(r.title, r._title), f.code(r.type)] },
    { header: 'date', cell: (r, f) => f.date(r.date, r._date) },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'author', cell: (r, f, item) => f.reference(r.author, item) },
    { header: 'custodian', cell: (r, f, item) => f.reference(r.custodian, item) },
    {
      header: 'attester',
      cell: (r, f, item) =>
        linesOf(r.attester, f, (attester) =>
          withRemarks(
            f.reference(attester.party, item) ?? f.status(attester.mode),
            [attester.party === undefined ? undefined : f.status(attester.mode), f.date(attester.time)],
            f,
          ),
        ),
    },
    { header: 'confidentiality', cell: (r, f) => f.known(r.confidentiality, f.speech.confidentiality) },
    { header: 'sections', cell: (r, f) => sectionLines(r.section, f) },
    {
      header: 'relatesTo',
      cell: (r, f, item) =>
        linesOf(r.relatesTo, f, (relation) =>
          joined([f.status(relation.code), f.value(relation, 'target', item)], ': '),
        ),
    },
  ],
  dates: (r) => [r.date],
})

const roleText = (role: unknown, f: Format): string | undefined => f.known(role, roleWords(f.speech.language))

export const provenances = defineTable({
  type: 'Provenance',
  columns: [
    { header: 'target_', cell: (r, f, item) => f.reference(r.target, item) },
    { header: 'activity', cell: (r, f) => f.known(r.activity, activityWords(f.speech.language)) },
    {
      header: 'when',
      cell: (r, f, item) => [
        f.value(r, 'occurred', item),
        f.labelled('recorded', f.date(r.recorded, r._recorded)),
      ],
    },
    {
      header: 'agents',
      cell: (r, f, item) =>
        linesOf(r.agent, f, (agent) =>
          withRemarks(
            f.reference(agent.who ?? field(agent, 'whoReference'), item),
            [roleText(agent.type, f), roleText(agent.role, f), f.reference(agent.onBehalfOf, item)],
            f,
          ),
        ),
    },
    {
      header: 'entity',
      cell: (r, f, item) =>
        linesOf(r.entity, f, (entity) =>
          withRemarks(
            f.reference(entity.what, item),
            [f.known(entity.role, entityWords(f.speech.language))],
            f,
          ),
        ),
    },
    { header: 'reason', cell: (r, f) => f.code(r.reason) },
    { header: 'place', cell: (r, f, item) => f.reference(r.location, item) },
    {
      header: 'signature',
      cell: (r, f, item) => linesOf(r.signature, f, (signature) => f.signature(signature, item)),
    },
  ],
  dates: (r) => [r.recorded, field(r, 'occurredDateTime'), r.occurredPeriod],
})

/** Money or a quantity (20 % coinsurance); a text where the sender could not say it as a number. */
const costLines = (costs: unknown, f: Format): readonly string[] =>
  linesOf(costs, f, (cost) =>
    withRemarks(
      joined([f.code(field(cost, 'type')), costValue(cost, f)], ': '),
      linesOf(field(cost, 'exception'), f, (exception) =>
        joined([f.code(field(exception, 'type')), f.period(field(exception, 'period'))]),
      ),
      f,
    ),
  )

/** What cannot be said as an amount ("deductible, then $10") is an extension in the place of one. */
function costValue(cost: unknown, f: Format): string | undefined {
  const money = records(field(cost, 'valueMoney'))
  const texts = money.flatMap(extensionsOf).map((extension) => f.value(extension, 'value'))
  const onlyTexts = texts.length > 0 && money.every(({ value }) => value === undefined)
  return joined([onlyTexts ? undefined : f.value(cost, 'value'), ...texts])
}

export const coverages = defineTable({
  type: 'Coverage',
  columns: [
    { header: 'payer', cell: (r, f, item) => f.reference(r.payor ?? field(r, 'insurer'), item) },
    { header: 'kind', cell: (r, f) => f.code(r.type) },
    {
      header: 'memberId',
      cell: (r, f) => [
        ...identifierLines(r.identifier, f),
        // Not the number of the person, unless this is the subscriber.
        ...extras(f, {
          subscriberId:
            copied(f.text(r.subscriberId, r._subscriberId), r.subscriberId) ??
            identifierLines(field(r, 'subscriberId'), f),
        }),
      ],
    },
    { header: 'status', cell: (r, f) => f.status(r.status, r._status) },
    { header: 'period', cell: (r, f) => f.period(r.period) },
    {
      header: 'beneficiary',
      cell: (r, f, item) => withRemarks(f.reference(r.beneficiary, item), [f.text(r.dependent)], f),
    },
    { header: 'subscriber', cell: (r, f, item) => f.reference(r.subscriber ?? r.policyHolder, item) },
    { header: 'relationship', cell: (r, f) => f.status(r.relationship) },
    {
      header: 'classes',
      cell: (r, f) =>
        linesOf(r.class, f, (part) =>
          copied(
            joined([f.code(part.type), withRemarks(f.any(part.value), [f.text(part.name)], f)], ': '),
            field(part.value, 'value') ?? part.value,
          ),
        ),
    },
    { header: 'costs', cell: (r, f) => costLines(r.costToBeneficiary, f) },
    {
      header: 'more',
      cell: (r, f) => extras(f, { order: f.text(r.order), details: f.text(r.network) }),
    },
  ],
  dates: (r) => [r.period],
})
