import { byNameUse, formatName, isFormer } from '../../../core/fhir/person'
import { boolean, field, list, records, text } from '../../../core/fhir/shape'
import type { Format } from '../format'
import { extras, joined, linesOf, withRemarks } from '../lines'
import { addressLines, identifierLines, telecomLines } from '../peopleLines'
import { defineTable } from '../table'

/** The names beside the one that a person is called by, each with what it is for. */
function otherNames(names: unknown, f: Format): readonly (string | undefined)[] {
  return byNameUse(names, f.context.now)
    .slice(1)
    .map((name) => {
      const use = text(field(name, 'use'))
      const former = isFormer(name, f.context.now) && use !== 'maiden' ? f.speech.t('former') : undefined
      return withRemarks(formatName(name) ?? f.any(name), [former ?? f.speech.purpose(use) ?? use], f)
    })
}

const languages = (value: unknown, f: Format): readonly string[] =>
  linesOf(value, f, (part) => f.code(field(part, 'language') ?? part))

export const patients = defineTable({
  type: 'Patient',
  columns: [
    { header: 'name', cell: (r, f) => f.name(r.name) },
    { header: 'otherNames', cell: (r, f) => otherNames(r.name, f) },
    { header: 'birthDate', cell: (r, f) => f.date(r.birthDate, r._birthDate) },
    { header: 'sex', cell: (r, f) => f.status(r.gender, r._gender) },
    {
      header: 'deceased',
      cell: (r, f, item) => (boolean(r.deceasedBoolean) === false ? undefined : f.value(r, 'deceased', item)),
    },
    { header: 'identifiers', cell: (r, f) => identifierLines(r.identifier, f) },
    { header: 'contact', cell: (r, f) => telecomLines(r.telecom, f) },
    { header: 'address', cell: (r, f) => addressLines(r.address, f) },
    { header: 'language', cell: (r, f) => languages(r.communication, f) },
    { header: 'generalPractitioner', cell: (r, f, item) => f.reference(r.generalPractitioner, item) },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          related: [
            ...linesOf(r.contact, f, (contact) =>
              withRemarks(
                joined([f.name(contact.name), f.reference(contact.organization, item)]),
                [f.known(contact.relationship, f.speech.relation), f.telecom(contact.telecom)],
                f,
              ),
            ),
            ...linesOf(r.link, f, (link) =>
              joined([f.status(link.type), f.reference(link.other, item)], ': '),
            ),
          ],
          organization: f.reference(r.managingOrganization, item),
        }),
    },
  ],
})

export const practitioners = defineTable({
  type: 'Practitioner',
  columns: [
    { header: 'name', cell: (r, f) => f.name(r.name) },
    {
      header: 'qualification',
      cell: (r, f, item) =>
        linesOf(r.qualification, f, (part) =>
          withRemarks(f.code(part.code), [f.reference(part.issuer, item), f.period(part.period)], f),
        ),
    },
    { header: 'identifiers', cell: (r, f) => identifierLines(r.identifier, f) },
    { header: 'contact', cell: (r, f) => telecomLines(r.telecom, f) },
    { header: 'address', cell: (r, f) => addressLines(r.address, f) },
    { header: 'otherNames', cell: (r, f) => otherNames(r.name, f) },
    { header: 'sex', cell: (r, f) => f.status(r.gender, r._gender) },
    { header: 'language', cell: (r, f) => languages(r.communication, f) },
  ],
})

export const practitionerRoles = defineTable({
  type: 'PractitionerRole',
  columns: [
    { header: 'name', cell: (r, f, item) => f.reference(r.practitioner, item) },
    { header: 'role', cell: (r, f) => f.code(r.code) },
    { header: 'specialty', cell: (r, f) => f.code(r.specialty) },
    { header: 'organization', cell: (r, f, item) => f.reference(r.organization, item) },
    { header: 'place', cell: (r, f, item) => f.reference(r.location, item) },
    { header: 'period', cell: (r, f) => f.period(r.period) },
    {
      header: 'contact',
      cell: (r, f) => telecomLines(r.telecom ?? field(records(field(r, 'contact')), 'telecom'), f),
    },
    { header: 'identifiers', cell: (r, f) => identifierLines(r.identifier, f) },
  ],
  dates: (r) => [r.period],
})

export const organizations = defineTable({
  type: 'Organization',
  columns: [
    { header: 'name', cell: (r, f) => f.text(r.name, r._name) },
    { header: 'kind', cell: (r, f) => f.code(r.type) },
    { header: 'identifiers', cell: (r, f) => identifierLines(r.identifier, f) },
    {
      header: 'contact',
      cell: (r, f) => [
        ...telecomLines(r.telecom, f),
        ...linesOf(r.contact, f, (contact) =>
          joined(
            [
              f.code(contact.purpose),
              joined([f.name(contact.name), f.telecom(contact.telecom), f.address(contact.address)]),
            ],
            ': ',
          ),
        ),
      ],
    },
    { header: 'address', cell: (r, f) => addressLines(r.address, f) },
    { header: 'partOf', cell: (r, f, item) => f.reference(r.partOf, item) },
    { header: 'otherNames', cell: (r, f) => list(r.alias).map((alias) => f.text(alias)) },
  ],
})

export const relatedPersons = defineTable({
  type: 'RelatedPerson',
  columns: [
    { header: 'name', cell: (r, f) => f.name(r.name) },
    { header: 'relationship', cell: (r, f) => f.known(r.relationship, f.speech.relation) },
    { header: 'related', cell: (r, f, item) => f.reference(r.patient, item) },
    { header: 'contact', cell: (r, f) => telecomLines(r.telecom, f) },
    { header: 'address', cell: (r, f) => addressLines(r.address, f) },
    { header: 'birthDate', cell: (r, f) => f.date(r.birthDate, r._birthDate) },
    { header: 'sex', cell: (r, f) => f.status(r.gender, r._gender) },
    { header: 'period', cell: (r, f) => f.period(r.period) },
    { header: 'otherNames', cell: (r, f) => otherNames(r.name, f) },
    { header: 'language', cell: (r, f) => languages(r.communication, f) },
    { header: 'identifiers', cell: (r, f) => identifierLines(r.identifier, f) },
  ],
  dates: (r) => [r.period],
})

export const locations = defineTable({
  type: 'Location',
  columns: [
    { header: 'name', cell: (r, f) => f.text(r.name, r._name) ?? f.text(r.description) },
    { header: 'kind', cell: (r, f) => joined([f.code(r.type), f.code(r.physicalType)]) },
    {
      header: 'status',
      cell: (r, f) => joined([f.status(r.status, r._status), f.coding(r.operationalStatus)]),
    },
    { header: 'address', cell: (r, f) => addressLines(r.address, f) },
    { header: 'contact', cell: (r, f) => telecomLines(r.telecom, f) },
    { header: 'organization', cell: (r, f, item) => f.reference(r.managingOrganization, item) },
    { header: 'partOf', cell: (r, f, item) => f.reference(r.partOf, item) },
    { header: 'description', cell: (r, f) => (r.name === undefined ? undefined : f.text(r.description)) },
    { header: 'otherNames', cell: (r, f) => list(r.alias).map((alias) => f.text(alias)) },
    { header: 'identifiers', cell: (r, f) => identifierLines(r.identifier, f) },
  ],
})
