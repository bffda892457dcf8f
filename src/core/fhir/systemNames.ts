import { text } from './shape'

/** Code systems and identifier systems by the names that people use. Anything else is shown by its address. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['http://snomed.info/sct', 'SNOMED CT'],
  ['urn:oid:2.16.840.1.113883.6.96', 'SNOMED CT'],
  ['http://loinc.org', 'LOINC'],
  ['https://loinc.org', 'LOINC'],
  ['urn:oid:2.16.840.1.113883.6.1', 'LOINC'],
  ['http://www.nlm.nih.gov/research/umls/rxnorm', 'RxNorm'],
  ['urn:oid:2.16.840.1.113883.6.88', 'RxNorm'],
  ['http://hl7.org/fhir/sid/cvx', 'CVX'],
  ['urn:oid:2.16.840.1.113883.12.292', 'CVX'],
  ['http://hl7.org/fhir/sid/mvx', 'MVX'],
  ['http://hl7.org/fhir/sid/ndc', 'NDC'],
  ['http://hl7.org/fhir/sid/icd-10', 'ICD-10'],
  ['http://hl7.org/fhir/sid/icd-10-cm', 'ICD-10-CM'],
  ['urn:oid:2.16.840.1.113883.6.90', 'ICD-10-CM'],
  ['http://www.cms.gov/Medicare/Coding/ICD10', 'ICD-10-PCS'],
  ['http://hl7.org/fhir/sid/icd-9-cm', 'ICD-9-CM'],
  ['http://hl7.org/fhir/sid/icd-11', 'ICD-11'],
  ['http://id.who.int/icd/release/11/mms', 'ICD-11'],
  ['http://id.who.int/icd11/mms', 'ICD-11'],
  ['http://www.whocc.no/atc', 'ATC'],
  ['urn:oid:2.16.840.1.113883.6.73', 'ATC'],
  ['http://www.ama-assn.org/go/cpt', 'CPT'],
  ['http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'HCPCS'],
  ['http://unitsofmeasure.org', 'UCUM'],
  ['urn:oid:2.16.840.1.113883.6.8', 'UCUM'],
  ['http://standardterms.edqm.eu', 'EDQM'],
  ['http://terminology.hl7.org/CodeSystem/umls', 'UMLS'],
  ['http://fdasis.nlm.nih.gov', 'UNII'],
  ['http://www.gs1.org/gtin', 'GTIN'],
  ['https://www.gs1.org/gtin', 'GTIN'],
  ['https://www.usps.com/', 'USPS'],
  ['urn:ietf:bcp:47', 'BCP 47'],
  ['urn:iso:std:iso:3166', 'ISO 3166'],
  ['urn:iso:std:iso:4217', 'ISO 4217'],
  ['urn:oid:2.16.840.1.113883.6.238', 'CDC Race & Ethnicity'],
  ['http://nucc.org/provider-taxonomy', 'NUCC'],
  ['http://dicom.nema.org/resources/ontology/DCM', 'DICOM'],
  ['http://hl7.org/fhir/sid/us-npi', 'NPI'],
  ['http://hl7.org/fhir/sid/us-ssn', 'SSN'],
  ['http://hl7.org/fhir/sid/us-medicare', 'Medicare'],
  ['http://hl7.org/fhir/sid/us-mbi', 'MBI'],
  ['https://standards.digital.health.nz/ns/nhi-id', 'NHI'],
  ['http://ns.electronichealth.net.au/id/hi/ihi/1.0', 'IHI'],
  ['https://fhir.nhs.uk/Id/nhs-number', 'NHS number'],
])

/** The name of a system, its version left out; the address as sent when it has no name here. */
export function systemName(system: unknown): string | undefined {
  const address = text(system)
  if (address === undefined) return undefined
  return NAMES.get(address) ?? NAMES.get(address.split('|')[0] ?? '') ?? address
}

/** Addresses that stand for HL7's own code lists, whose words this viewer translates itself. */
export const isHl7System = (system: unknown): boolean =>
  /^(?:https?:\/\/(?:terminology\.)?hl7\.org\/|urn:oid:2\.16\.840\.1\.113883\.(?:4\.642|5|12)\.)/.test(
    text(system) ?? '',
  )
